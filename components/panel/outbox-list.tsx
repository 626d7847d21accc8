import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Disclosure, TroubleText } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Icon } from '@/components/design/icons';
import type { PanelActions } from '@/components/panel/panel-props';
import { When } from '@/components/panel/proposal-body';
import { sayFault } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';

function jobTitle({ job }: OutboxEntry): string {
  switch (job.op) {
    case 'log-activity':
      return job.activity.subject || t.noSubject;
    case 'create-contact':
      return t.panel.state.created(job.draft.name);
    case 'remove-activity':
      return t.panel.state.removingPlain;
    case 'keep-first':
      return t.panel.state.keepingFirst;
    case 'update-activity':
      return t.panel.state.updating(job.activity.subject || t.noSubject);
    case 'complete-task':
      return t.panel.state.task;
    case 'reschedule-task':
      return t.panel.state.taskDay;
    case 'create-task':
      return t.panel.state.newTask(job.draft.title);
    case 'remove-task':
      return t.panel.state.removingTask;
    case 'update-contact':
      return t.panel.state.updatingContact(job.change.new);
  }
}

function statusWords({ status }: OutboxEntry, now: number, connector: string): string {
  switch (status.state) {
    case 'queued':
      if (status.last) return sayFault(status.last, connector).what;
      return status.notBefore > now ? t.panel.state.held(status.notBefore, now) : t.panel.state.queued;
    case 'sending':
      return t.panel.state.sending;
    case 'unconfirmed':
      return t.panel.state.unconfirmed;
    default:
      return '';
  }
}

export interface OutboxListProps {
  entries: readonly OutboxEntry[];
  connector: string;
  actions: PanelActions;
  now: number;
  pending: ReadonlySet<string>;
}

/** Lines shown at first of what needs the rep, and of what goes by itself; so many more on request. */
const MANY = 20;
const FEW = 3;
const MORE = 40;

function More(props: { shown: number; all: number; onMore: (shown: number) => void }): JSX.Element | null {
  const { shown, all, onMore } = props;
  if (all <= shown) return null;
  return (
    <Button onPress={() => onMore(shown + MORE)}>{t.panel.showMore(Math.min(MORE, all - shown))}</Button>
  );
}

/** What the CRM did not take: what happened, what is safe, and the ways out. */
export function StuckList({ entries, connector, actions, pending }: OutboxListProps): JSX.Element | null {
  const [shown, setShown] = useState(MANY);
  if (entries.length === 0) return null;
  return (
    <section class="section" aria-labelledby="stuck">
      <div class="section__head">
        <h2 id="stuck" tabIndex={-1}>
          {t.panel.stuck}
          <span class="count">{entries.length}</span>
        </h2>
      </div>
      <ul class="list">
        {entries.slice(0, shown).map((entry) => {
          const fault = entry.status.state === 'needs-person' ? entry.status.fault : null;
          const busy = pending.has(entry.id);
          const signedOut = fault?.kind === 'signed-out';
          return (
            <li class="row row--flat" key={entry.id} tabIndex={-1} data-row="">
              <p class="row__title">
                <span class="dot dot--bad" />
                <b>{jobTitle(entry)}</b>
              </p>
              {signedOut && <p class="note">{t.panel.waitsForKey}</p>}
              {fault && !signedOut && <TroubleText trouble={sayFault(fault, connector)} />}
              <div class="actions actions--flat">
                {!signedOut && (
                  <Button look="outline" busy={busy} onPress={() => void actions.retry(entry.id)}>
                    {t.panel.retry}
                  </Button>
                )}
                <Button busy={busy} title={t.panel.giveUpHint} onPress={() => void actions.giveUp(entry.id)}>
                  {t.panel.giveUp}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <More shown={shown} all={entries.length} onMore={setShown} />
    </section>
  );
}

/** What was confirmed and has not arrived yet. */
export function OnTheWayList({ entries, connector, now }: OutboxListProps): JSX.Element | null {
  const [shown, setShown] = useState(FEW);
  if (entries.length === 0) return null;
  return (
    <section class="section" aria-labelledby="on-the-way">
      <div class="section__head">
        <h2 id="on-the-way" tabIndex={-1}>
          {t.panel.onTheWay}
          <span class="count">{entries.length}</span>
        </h2>
      </div>
      <ul class="list list--plain">
        {entries.slice(0, shown).map((entry) => (
          <li key={entry.id}>
            <Icon name="clock" size={14} />
            <span>
              {jobTitle(entry)}
              <small>{statusWords(entry, now, connector)}</small>
            </span>
          </li>
        ))}
      </ul>
      <More shown={shown} all={entries.length} onMore={setShown} />
    </section>
  );
}

export interface RecentProps {
  recent: readonly Proposal[];
  actions: PanelActions;
  now: number;
  pending: ReadonlySet<string>;
}

/** What was logged lately, each with the way to take it out again. */
export function RecentList({ recent, actions, now, pending }: RecentProps): JSX.Element | null {
  if (recent.length === 0) return null;
  return (
    <section class="section" aria-label={t.panel.recent}>
      <Disclosure summary={t.panel.recent}>
        <ul class="list list--plain">
          {recent.map((proposal) => (
            <li key={proposal.id}>
              <Icon name="check" size={14} />
              <span>
                {proposal.activity.subject || t.noSubject}
                <small>
                  {proposal.status.state === 'logged' && <When at={proposal.status.loggedAt} now={now} />}
                </small>
              </span>
              <Button
                look="link"
                busy={pending.has(proposal.id)}
                title={t.panel.removeHint}
                label={t.panel.removeNamed(proposal.activity.subject || t.noSubject)}
                onPress={() => void actions.undo([proposal.id], true)}
              >
                {t.panel.remove}
              </Button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
