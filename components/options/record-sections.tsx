import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Disclosure, EmptyState } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Field } from '@/components/design/field';
import type { OptionsActions, OptionsModel } from '@/components/options/options-props';
import { Section } from '@/components/options/section';
import { kindWord } from '@/components/panel/activity-kind';
import { pageWords } from '@/utils/i18n/page-words';
import { form, t } from '@/utils/i18n/t';
import type { LedgerLine } from '@/utils/model/ledger';

interface RecordProps {
  model: OptionsModel;
  actions: OptionsActions;
}

const STEP = 20;

/** What the notebook holds: people, their entries, and the way to take it along. */
export function NotebookSection({ model, actions }: RecordProps): JSX.Element {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [limit, setLimit] = useState(STEP);
  const contacts = model.contacts.value;
  const words = pageWords.options.notebook;
  const nothing = contacts.length === 0 && search === '';
  return (
    <Section id="notebook" title={pageWords.options.sections.notebook} hint={words.hint}>
      {nothing ? (
        <p class="note">{words.empty}</p>
      ) : (
        <>
          <div class="buttons">
            <Button look="outline" onPress={() => void actions.exportSheets()}>
              {words.exportCsv}
            </Button>
          </div>
          <Field
            label={words.search}
            value={search}
            keyboard="search"
            onInput={(value) => {
              setSearch(value);
              actions.findContacts(value);
            }}
          />
          {contacts.length === 0 && <p class="note">{words.nobody}</p>}
          <ul class="people">
            {contacts.slice(0, limit).map((contact) => (
              <li key={contact.id}>
                <button
                  type="button"
                  class="people__one"
                  aria-expanded={open === contact.id}
                  onClick={() => {
                    const next = open === contact.id ? null : contact.id;
                    setOpen(next);
                    actions.showTimeline(next);
                  }}
                >
                  <bdi>{contact.name}</bdi>
                  <span class="note">
                    {form.facts([contact.title, contact.companyName, contact.addresses[0]])}
                  </span>
                </button>
                {open === contact.id && <Timeline model={model} />}
              </li>
            ))}
          </ul>
          {contacts.length > limit && (
            <Button onPress={() => setLimit(limit + STEP)}>{words.more(contacts.length - limit)}</Button>
          )}
        </>
      )}
    </Section>
  );
}

function Timeline({ model }: { model: OptionsModel }): JSX.Element {
  const entries = model.timeline.value;
  if (entries.length === 0) return <p class="note timeline">{pageWords.options.notebook.noEntries}</p>;
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <p class="note">
            {kindWord(entry.activity)} {form.moment(entry.activity.at, model.now.value)}
          </p>
          <b>{entry.activity.subject || t.noSubject}</b>
          {entry.activity.summary && <p>{entry.activity.summary}</p>}
        </li>
      ))}
    </ol>
  );
}

function answerOf(line: LedgerLine): string {
  if (!line.answer) return pageWords.options.ledger.unknown;
  const { outcome, status } = line.answer;
  return form.facts([pageWords.options.ledger.outcome[outcome], status ? String(status) : '']);
}

/** Every request that left this browser. */
export function LedgerSection({ model }: RecordProps): JSX.Element {
  const [limit, setLimit] = useState(STEP);
  const lines = model.ledger.value;
  const words = pageWords.options.ledger;
  return (
    <Section id="ledger" title={pageWords.options.sections.ledger} hint={words.hint}>
      {lines.length === 0 ? (
        <EmptyState icon="lock" title={words.empty}>
          {words.emptyHint}
        </EmptyState>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section class="scroll" tabIndex={0} aria-label={words.table}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.when}</th>
                  <th scope="col">{words.purposeTitle}</th>
                  <th scope="col">{words.where}</th>
                  <th scope="col">{words.fields}</th>
                  <th scope="col">{words.size}</th>
                  <th scope="col">{words.answer}</th>
                </tr>
              </thead>
              <tbody>
                {lines.slice(0, limit).map((line) => (
                  <tr key={line.id}>
                    <td title={form.exact(line.at)}>{form.capital(form.moment(line.at, model.now.value))}</td>
                    <td>{words.purpose[line.purpose]}</td>
                    <td>
                      {line.method} {line.origin.replace(/^https:\/\//, '')}
                      {line.path}
                    </td>
                    <td>{line.fields.length > 0 ? form.list(line.fields) : words.noFields}</td>
                    <td class="figure">{form.bytes(line.bytes)}</td>
                    <td class={line.answer?.outcome === 'ok' ? '' : 'bad'}>{answerOf(line)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {lines.length > limit && (
            <Button onPress={() => setLimit(limit + STEP)}>
              {words.more(Math.min(STEP, lines.length - limit))}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

/** Pages that were not understood, each with its censored report. */
export function DriftSection({ model, actions }: RecordProps): JSX.Element {
  const words = pageWords.options.drift;
  const reports = model.drift.value;
  const [copied, setCopied] = useState('');
  return (
    <Section id="drift" title={pageWords.options.sections.drift} hint={words.hint}>
      {reports.length === 0 && <p class="note">{words.empty}</p>}
      <ul class="reports">
        {reports.map((report) => (
          <li key={report.id}>
            <div class="reports__head">
              <p>
                <b>{report.step}</b>
                <span class="note">
                  {' '}
                  {form.facts([
                    report.site,
                    words.times(report.times),
                    words.last(report.at, model.now.value),
                  ])}
                </span>
              </p>
              <Button
                look="outline"
                onPress={() => {
                  setCopied(report.id);
                  void actions.copy(JSON.stringify(report, null, 2));
                }}
              >
                {copied === report.id ? t.copied : t.copyReport}
              </Button>
            </div>
            <Disclosure summary={words.shape}>
              <pre>{report.shape}</pre>
            </Disclosure>
          </li>
        ))}
      </ul>
    </Section>
  );
}
