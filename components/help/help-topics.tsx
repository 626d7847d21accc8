import type { JSX } from 'preact';
import { Disclosure } from '@/components/design/blocks';
import { pageWords } from '@/utils/i18n/page-words';

/** A part of the settings that a help text leads to, by its address there. */
type Part = keyof typeof pageWords.options.sections;

/** `apart`: each topic folded up, for where there is little room; the settings show them open. */
export function HelpTopics({ apart = false }: { apart?: boolean }): JSX.Element {
  const { states, stuck, privacy, report } = pageWords.options.help;
  const topics: [string, JSX.Element][] = [
    [states.title, <States key="states" />],
    [stuck.title, <Stuck key="stuck" apart={apart} />],
    [privacy.title, <Privacy key="privacy" apart={apart} />],
  ];
  return (
    <div class="help">
      {topics.map(([title, body]) =>
        apart ? (
          <Disclosure key={title} summary={title}>
            {body}
          </Disclosure>
        ) : (
          <section key={title} class="help__topic">
            <h3>{title}</h3>
            {body}
          </section>
        ),
      )}
      {apart && (
        <p class="help__links">
          <PartLink part="help" apart words={report.title} />
        </p>
      )}
    </div>
  );
}

function States(): JSX.Element {
  const { open, confirmed, unconfirmed, stuck, logged, snoozed, quiet, refused } =
    pageWords.options.help.states;
  return (
    <dl class="help__list">
      {[open, confirmed, unconfirmed, stuck, logged, snoozed, quiet, refused].map(({ name, means }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  );
}

function Stuck({ apart }: { apart: boolean }): JSX.Element {
  const { unread, changed, unsent, wrong, unwanted, lost } = pageWords.options.help.stuck;
  const rows: [{ name: string; todo: string }, Part][] = [
    [unread, 'reading'],
    [changed, 'drift'],
    [unsent, 'crm'],
    [wrong, 'remembered'],
    [unwanted, 'never'],
    [lost, 'backup'],
  ];
  return (
    <dl class="help__list">
      {rows.map(([{ name, todo }, part]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {todo} <PartLink part={part} apart={apart} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Privacy({ apart }: { apart: boolean }): JSX.Element {
  const { reads, sends, keeps, shows } = pageWords.options.help.privacy;
  const rows: [string, Part | null][] = [
    [reads, 'reading'],
    [sends, null],
    [keeps, null],
    [shows, 'ledger'],
  ];
  return (
    <ul class="help__points">
      {rows.map(([text, part]) => (
        <li key={text}>
          {text} {part && <PartLink part={part} apart={apart} />}
        </li>
      ))}
    </ul>
  );
}

/** From panel and popup the settings open in a tab of their own. */
function PartLink(props: { part: Part; apart: boolean; words?: string }): JSX.Element {
  const words = props.words ?? pageWords.options.help.open(pageWords.options.sections[props.part]);
  return props.apart ? (
    <a href={`/options.html#${props.part}`} target="_blank" rel="noreferrer">
      {words}
    </a>
  ) : (
    <a href={`#${props.part}`}>{words}</a>
  );
}
