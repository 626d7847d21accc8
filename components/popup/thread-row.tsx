import type { ComponentChildren, JSX } from 'preact';
import { IconButton } from '@/components/design/button';
import type { PopupActions, Quiet, Waiting } from '@/components/popup/popup-props';
import { CallLink, Later, logging, useDayRow } from '@/components/popup/row-actions';
import { form, t } from '@/utils/i18n/t';

export interface RowProps {
  actions: PopupActions;
  now: number;
  busy: boolean;
}

interface DueMainProps {
  /** Null where the thread cannot be opened. */
  link: string | null;
  actions: PopupActions;
  children: ComponentChildren;
}

/** What a row says; pressed, it opens the thread that it is about. */
export function DueMain({ link, actions, children }: DueMainProps): JSX.Element {
  if (link === null) return <div class="due__main">{children}</div>;
  return (
    <button
      type="button"
      class="due__main"
      title={t.popup.openThread}
      onClick={() => actions.openThread(link)}
    >
      {children}
    </button>
  );
}

/** A customer whose last mail is unanswered, or who has not answered the rep's. `workday`: one working day, ms. */
export function ThreadRow({
  row,
  actions,
  now,
  busy,
  workday,
}: RowProps & { row: Waiting | Quiet; workday: number }): JSX.Element {
  const { turn, stake, proposalId } = row;
  const waits = row.kind === 'waiting';
  const name = turn.customer?.name || turn.lastFrom.name || turn.lastFrom.address;
  const subject = turn.subject || t.noSubject;
  const link = actions.threadLink(turn.url);
  const done = () => void actions.followUpDone('waiting', row.id);
  const logs =
    proposalId === undefined
      ? null
      : logging(actions, { id: proposalId, kinds: ['email'], label: t.popup.log(subject), subject });
  const { ref, opened } = useDayRow({
    confirm: () => link && actions.openThread(link),
    dismiss: done,
    ...(logs ? { log: logs.log } : {}),
  });
  return (
    <li class={busy ? 'due due--busy' : 'due'} ref={ref} data-row="" tabIndex={-1} aria-label={name}>
      <DueMain link={link} actions={actions}>
        <span class="due__what">
          <span class="clip" dir="auto">
            <b>{name}</b>
            {turn.customer?.companyName && (
              <span>
                {form.dot}
                <bdi>{turn.customer.companyName}</bdi>
              </span>
            )}
          </span>
          <span class="clip due__more" dir="auto">
            {subject}
          </span>
        </span>
        <span class="due__when" title={t.popup.wrote(turn.lastAt, now)}>
          {waits ? <Waited row={row} now={now} workday={workday} /> : <Silent row={row} />}
          {stake && (
            <span class="due__stake" title={t.popup.stakeOf(stake.title)}>
              {t.popup.stake(stake.value, stake.currency)}
            </span>
          )}
          <small>{t.popup.asOf(turn.asOf, now)}</small>
        </span>
      </DueMain>
      <div class="due__act">
        <CallLink link={actions.telLink(row.phone)} name={name} />
        {logs && <IconButton icon="book" hint="l" busy={busy} label={logs.label} onPress={logs.log} />}
        <Later
          {...{ name, actions, now, opened }}
          onSnooze={(until) => void actions.followUpSnooze(row.id, until)}
        />
        <IconButton icon="check" hint="x" busy={busy} label={t.popup.doneNamed(name)} onPress={done} />
      </div>
    </li>
  );
}

function Waited({ row, now, workday }: { row: Waiting; now: number; workday: number }): JSX.Element {
  const long = workday > 0 && row.waitedMs >= workday;
  return (
    <>
      <span class="visually-hidden">{t.popup.waitedLong(row.waitedMs)}</span>
      <b aria-hidden="true" class={long ? 'due__long' : ''}>
        {t.popup.waited(row.waitedMs, row.turn.lastAt, now)}
      </b>
    </>
  );
}

function Silent({ row }: { row: Quiet }): JSX.Element {
  return (
    <>
      <span class="visually-hidden">{t.popup.quietLong(row.days)}</span>
      <b aria-hidden="true">{t.popup.quietDays(row.days)}</b>
    </>
  );
}
