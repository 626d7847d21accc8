import type { ComponentChildren, JSX } from 'preact';
import { Button } from '@/components/design/button';
import { Icon, type IconName } from '@/components/design/icons';
import type { SetupModel } from '@/components/welcome/setup-props';
import { crmName } from '@/utils/i18n/crm-names';
import { pageWords } from '@/utils/i18n/page-words';
import { form } from '@/utils/i18n/t';

/** Where entries go: the notebook, which works at once, or the company's CRM, which is connected in the settings. */
export function BookScreen({ setup }: { setup: SetupModel }): JSX.Element {
  const words = pageWords.welcome.book;
  const crm = setup.crm.value;
  const names = Object.keys(pageWords.crm).flatMap((id) => (id === 'notebook' ? [] : [crmName(id)]));
  return (
    <>
      <div>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      <div class="books">
        <Book icon="book" on={crm === null} title={crmName('notebook')} text={words.notebook}>
          {null}
        </Book>
        <Book
          icon="sent"
          on={crm !== null}
          title={crm ? crmName(crm.id) : words.crmTitle}
          text={crm ? words.connected(crm.user) : words.crm(form.list(names))}
        >
          <a class="button button--outline" href="/options.html?from=welcome#crm">
            <Icon name="away" />
            <span>{crm ? words.settings : words.connect}</span>
          </a>
        </Book>
      </div>
      <div class="way">
        <Button look="primary" big onPress={() => setup.go('you')}>
          {crm ? pageWords.welcome.goOn : words.goOn}
        </Button>
        <Button big onPress={() => setup.go('reading')}>
          {pageWords.welcome.back}
        </Button>
      </div>
    </>
  );
}

interface BookProps {
  icon: IconName;
  /** Entries go here. */
  on: boolean;
  title: string;
  text: string;
  children: ComponentChildren;
}

function Book(props: BookProps): JSX.Element {
  const { icon, on, title, text, children } = props;
  return (
    <section class={on ? 'book book--on' : 'book'}>
      <h2>
        <Icon name={on ? 'check' : icon} size={18} />
        {title}
        {on && <span class="book__on">{pageWords.welcome.book.inUse}</span>}
      </h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
