import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Banner, EmptyState, Skeleton, TroubleText } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Icon } from '@/components/design/icons';
import { BackupSection } from '@/components/options/backup-section';
import { CheckSection } from '@/components/options/check-section';
import { CrmSection, type CrmSectionProps } from '@/components/options/crm-section';
import { DaySection } from '@/components/options/day-section';
import { findSettings, searchWords } from '@/components/options/find-settings';
import { ForgetSection } from '@/components/options/forget-section';
import { HelpSection } from '@/components/options/help-section';
import { highlight } from '@/components/options/highlight';
import { NeverSection, OwnSection } from '@/components/options/lists-sections';
import { LoggingSection } from '@/components/options/logging-section';
import { OptionsNav } from '@/components/options/options-nav';
import { ReadingSection } from '@/components/options/reading-section';
import { DriftSection, LedgerSection, NotebookSection } from '@/components/options/record-sections';
import { RememberedSection } from '@/components/options/remembered-section';
import { pageOf, type SectionId, sectionAt } from '@/components/options/settings-map';
import { ShownContext } from '@/components/options/shown';
import type { ConsentModel } from '@/components/welcome/consent-props';
import { pageWords } from '@/utils/i18n/page-words';
import { sayProblem } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';

export interface OptionsPageProps extends CrmSectionProps {
  consent: ConsentModel;
}

/** Which section the address names; it follows the address. */
function useSection(): [SectionId, (section: SectionId) => void] {
  const [section, setSection] = useState<SectionId>(sectionAt(location.hash) ?? 'reading');
  useEffect(() => {
    const follow = () => setSection(sectionAt(location.hash) ?? 'reading');
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [section, setSection];
}

/** Whether somebody types where this key was pressed, or something lies over the page. */
function elsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}

/** The settings: a few pages, each section with an address, and a search over all of them. */
export function OptionsPage(props: OptionsPageProps): JSX.Element {
  const { model, actions } = props;
  const settings = model.settings.value;
  const problem = model.problem.value;
  const ready = settings !== null;
  const [section, setSection] = useSection();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const found = settings ? findSettings(typed, settings) : null;
  const page = pageOf(section);
  const go = (wanted: SectionId) => {
    setTyped('');
    setSection(wanted);
    location.hash = wanted;
  };
  // What the address names exists only now. Of a page's first section, its very top.
  useLayoutEffect(() => {
    if (!ready || typed !== '' || location.hash === '') return;
    document.querySelector(`#${section}-title`)?.scrollIntoView();
  }, [ready, section, typed === '']);
  useEffect(() => {
    const toSearch = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (elsewhere(event.target) || !actions.keys.enabled()) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', toSearch);
    return () => document.removeEventListener('keydown', toSearch);
  }, []);
  useEffect(() => {
    if (main.current) highlight(main.current, searchWords(typed));
  });
  return (
    <div class="options">
      <OptionsNav
        page={page}
        section={section}
        searching={found !== null}
        typed={typed}
        field={field}
        onType={setTyped}
        onEnter={() => main.current?.querySelector<HTMLElement>('.section:not([hidden]) h2')?.focus()}
        onGo={go}
      />
      <main ref={main}>
        {new URLSearchParams(location.search).get('from') === 'welcome' && (
          <p>
            <a href="/welcome.html#book">{pageWords.welcome.book.backHere}</a>
          </p>
        )}
        <h1>{found ? pageWords.options.find.results(typed.trim()) : pageWords.options.pages[page]}</h1>
        {model.broken.value && (
          <Banner tone="bad" title={t.storageBroken.what}>
            {t.storageBroken.safe} {t.storageBroken.todo}
          </Banner>
        )}
        {model.unreachable.value > 0 && (
          <Banner icon="reload" title={t.unreachable.what}>
            {t.unreachable.safe} {t.unreachable.todo}
          </Banner>
        )}
        {problem && (
          <div class="banner">
            <Icon name="warning" />
            <TroubleText trouble={sayProblem(problem, settings?.crm.connector)} />
          </div>
        )}
        {found?.size === 0 && (
          <EmptyState
            icon="search"
            title={pageWords.options.find.nothing(typed.trim())}
            actions={
              <>
                <Button look="outline" onPress={() => setTyped('')}>
                  {pageWords.options.find.showAll}
                </Button>
                <Button onPress={() => go('help')}>{pageWords.options.pages.help}</Button>
              </>
            }
          >
            {pageWords.options.find.nothingHint}
          </EmptyState>
        )}
        <ShownContext.Provider value={{ page, found }}>
          {ready ? <Sections {...props} /> : <Skeleton />}
        </ShownContext.Provider>
      </main>
      <p class="visually-hidden" role="status">
        {found ? pageWords.options.find.found(found.size) : model.said}
      </p>
    </div>
  );
}

function Sections(props: OptionsPageProps): JSX.Element | null {
  const { model, actions, connectors } = props;
  const settings = model.settings.value;
  if (!settings) return null;
  return (
    <>
      <ReadingSection consent={props.consent} />
      <OwnSection settings={settings} actions={actions} />
      <NeverSection settings={settings} actions={actions} />
      <CrmSection model={model} actions={actions} connectors={connectors} />
      <LoggingSection settings={settings} actions={actions} />
      <RememberedSection
        settings={settings}
        change={actions.change}
        choices={model.choices.value}
        onForget={(id) => void actions.forgetChoice(id)}
        now={model.now.value}
      />
      <DaySection settings={settings} mayNotify={model.mayNotify.value} actions={actions} />
      <NotebookSection model={model} actions={actions} />
      <BackupSection model={model} actions={actions} />
      <LedgerSection model={model} actions={actions} />
      <ForgetSection actions={actions} />
      <HelpSection model={model} actions={actions} />
      <DriftSection model={model} actions={actions} />
      <CheckSection model={model} actions={actions} />
    </>
  );
}
