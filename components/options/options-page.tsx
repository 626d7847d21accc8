import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Banner, Skeleton, TroubleText } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Checkbox, Choice } from '@/components/design/checkbox';
import { Dialog } from '@/components/design/dialog';
import { Icon, Mark } from '@/components/design/icons';
import { CheckSection } from '@/components/options/check-section';
import { CrmSection, type CrmSectionProps } from '@/components/options/crm-section';
import { DaySection } from '@/components/options/day-section';
import { ListEditor } from '@/components/options/list-editor';
import { NotesTemplate } from '@/components/options/notes-template';
import { ReadingSection } from '@/components/options/reading-section';
import { DriftSection, LedgerSection, NotebookSection } from '@/components/options/record-sections';
import { RememberedSection } from '@/components/options/remembered-section';
import { Section } from '@/components/options/section';
import type { ConsentModel } from '@/components/welcome/consent-props';
import { sayProblem } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';

export interface OptionsPageProps extends CrmSectionProps {
  consent: ConsentModel;
}

const sections = [
  'reading',
  'crm',
  'own',
  'never',
  'remembered',
  'logging',
  'day',
  'notebook',
  'ledger',
  'drift',
  'check',
  'forget',
] as const;

/** The settings page: everything on one page, each part with an address of its own. */
export function OptionsPage(props: OptionsPageProps): JSX.Element {
  const { model } = props;
  const settings = model.settings.value;
  const problem = model.problem.value;
  const ready = settings !== null;
  // What the address names exists only now.
  useEffect(() => {
    if (ready && location.hash) document.querySelector(`${location.hash}-title`)?.scrollIntoView();
  }, [ready]);
  return (
    <div class="options">
      <nav aria-label={t.options.title}>
        <p class="brand">
          <Mark size={22} />
          {t.productName}
        </p>
        <ul>
          {sections.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{t.options.sections[id]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1>{t.options.title}</h1>
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
        {ready ? <Sections {...props} /> : <Skeleton />}
      </main>
      <p class="visually-hidden" role="status">
        {model.said}
      </p>
    </div>
  );
}

function Sections(props: OptionsPageProps): JSX.Element | null {
  const { model, actions } = props;
  const settings = model.settings.value;
  if (!settings) return null;
  const { neverLog } = settings;
  const { own, never, logging } = t.options;
  const list = { readEntry: actions.readEntry };
  return (
    <>
      <ReadingSection consent={props.consent} />
      <CrmSection model={model} actions={actions} connectors={props.connectors} />
      <Section id="own" title={t.options.sections.own}>
        <ListEditor
          {...list}
          kind="address"
          label={own.addresses}
          hint={own.addressesHint}
          addLabel={own.addAddress}
          values={settings.ownAddresses}
          onChange={(ownAddresses) => void actions.change({ ownAddresses })}
        />
        <ListEditor
          {...list}
          kind="domain"
          label={own.domains}
          hint={own.domainsHint}
          addLabel={own.addDomain}
          values={settings.ownDomains}
          onChange={(ownDomains) => void actions.change({ ownDomains })}
        />
      </Section>
      <Section id="never" title={t.options.sections.never}>
        <p class="note">{never.hint}</p>
        <ListEditor
          {...list}
          kind="address"
          label={never.addresses}
          addLabel={own.addAddress}
          values={neverLog.addresses}
          onChange={(addresses) => void actions.change({ neverLog: { ...neverLog, addresses } })}
        />
        <ListEditor
          {...list}
          kind="domain"
          label={never.domains}
          addLabel={own.addDomain}
          values={neverLog.domains}
          onChange={(domains) => void actions.change({ neverLog: { ...neverLog, domains } })}
        />
        <ListEditor
          {...list}
          kind="word"
          label={never.words}
          addLabel={never.addWord}
          values={neverLog.words}
          onChange={(words) => void actions.change({ neverLog: { ...neverLog, words } })}
        />
      </Section>
      <RememberedSection
        settings={settings}
        change={actions.change}
        choices={model.choices.value}
        onForget={(id) => void actions.forgetChoice(id)}
        now={model.now.value}
      />
      <Section id="logging" title={t.options.sections.logging}>
        <Choice
          legend={logging.text}
          name="log-text"
          value={settings.logText}
          options={[
            { value: 'none', label: logging.none },
            { value: 'summary', label: logging.summary },
            { value: 'own-words', label: logging.ownWords },
          ]}
          onChange={(logText) => void actions.change({ logText })}
        />
        <Choice
          legend={logging.undo}
          name="undo"
          value={String(settings.undoSeconds)}
          options={[...new Set([0, 5, 10, 20, 30, settings.undoSeconds])]
            .sort((a, b) => a - b)
            .map((seconds) => ({
              value: String(seconds),
              label: seconds === 0 ? logging.undoNone : logging.undoSeconds(seconds),
            }))}
          onChange={(seconds) => void actions.change({ undoSeconds: Number(seconds) })}
        />
        <p class="note">{logging.undoHint}</p>
        <Checkbox
          checked={settings.mark !== false}
          onChange={(mark) => void actions.change({ mark })}
          hint={logging.markHint}
        >
          {logging.mark}
        </Checkbox>
        <NotesTemplate settings={settings} change={actions.change} />
      </Section>
      <DaySection settings={settings} actions={actions} />
      <NotebookSection model={model} actions={actions} />
      <LedgerSection model={model} actions={actions} />
      <DriftSection model={model} actions={actions} />
      <CheckSection model={model} actions={actions} />
      <ForgetSection model={model} actions={actions} />
    </>
  );
}

function ForgetSection({ actions }: Pick<CrmSectionProps, 'model' | 'actions'>): JSX.Element {
  const [asked, setAsked] = useState(false);
  const words = t.options.forget;
  return (
    <Section id="forget" title={t.options.sections.forget}>
      <p class="note">{words.hint}</p>
      <div class="buttons">
        <Button look="outline" onPress={() => setAsked(true)}>
          {words.button}
        </Button>
      </div>
      {asked && (
        <Dialog
          title={words.title}
          onClose={() => setAsked(false)}
          foot={
            <>
              <Button
                look="danger"
                onPress={() => void actions.forgetEverything().then(() => setAsked(false))}
              >
                {words.confirm}
              </Button>
              <Button onPress={() => void actions.export('json')}>{t.options.notebook.exportJson}</Button>
              <Button onPress={() => setAsked(false)}>{t.cancel}</Button>
            </>
          }
        >
          <p>{words.text}</p>
        </Dialog>
      )}
    </Section>
  );
}
