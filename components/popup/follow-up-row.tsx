import type { ComponentChildren, JSX } from 'preact';
import { IconButton } from '@/components/design/button';
import { SnoozeMenu } from '@/components/design/snooze-menu';
import { useRow } from '@/components/panel/rows';
import type { DueTask, NotesMissing, PopupActions, Promised, Waiting } from '@/components/popup/popup-props';
import { form, t } from '@/utils/i18n/t';

/** A wait this long stands out, ms. */
const LONG = 24 * 3_600_000;

interface RowProps {
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
function DueMain({ link, actions, children }: DueMainProps): JSX.Element {
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

/** A customer whose last mail is unanswered. */
export function WaitingRow({ row, actions, now, busy }: RowProps & { row: Waiting }): JSX.Element {
  const { turn } = row;
  const name = turn.customer?.name || turn.lastFrom.name || turn.lastFrom.address;
  const link = actions.threadLink(turn.url);
  const done = () => void actions.followUpDone('waiting', row.id);
  const ref = useRow({ confirm: () => link && actions.openThread(link), dismiss: done });
  const what = (
    <>
      <span class="due__what">
        <span class="clip">
          <b>{name}</b>
          {turn.customer?.companyName && <span> · {turn.customer.companyName}</span>}
        </span>
        <span class="clip due__more" dir="auto">
          {turn.subject || t.noSubject}
        </span>
      </span>
      <span class="due__when" title={t.popup.wrote(turn.lastAt, now)}>
        <span class="visually-hidden">{t.popup.waitedLong(row.waitedMs)}</span>
        <b aria-hidden="true" class={row.waitedMs > LONG ? 'due__long' : ''}>
          {t.popup.waited(row.waitedMs)}
        </b>
        <small>{t.popup.asOf(turn.asOf, now)}</small>
      </span>
    </>
  );
  return (
    <li class={busy ? 'due due--busy' : 'due'} ref={ref} data-row="" tabIndex={-1} aria-label={name}>
      <DueMain link={link} actions={actions}>
        {what}
      </DueMain>
      <div class="due__act">
        <SnoozeMenu
          times={actions.snoozeTimes(now)}
          now={now}
          of={name}
          onSnooze={(until) => void actions.followUpSnooze(row.id, until)}
        />
        <IconButton icon="check" hint="x" busy={busy} label={t.popup.doneNamed(name)} onPress={done} />
      </div>
    </li>
  );
}

/** What the rep promised in mail that is not logged, in their own sentence. */
export function PromiseRow({ row, actions, now, busy }: RowProps & { row: Promised }): JSX.Element {
  const link = actions.threadLink(row.url);
  const done = () => void actions.dropStep(row.id);
  const ref = useRow({ confirm: () => link && actions.openThread(link), dismiss: done });
  const what = (
    <>
      <span class="due__what">
        <b class="clip" dir="auto">
          {t.proposal.quote(row.sentence)}
        </b>
        {row.who && <span class="clip due__more">{row.who}</span>}
      </span>
      <Day row={row} now={now} />
    </>
  );
  return (
    <li class={busy ? 'due due--busy' : 'due'} ref={ref} data-row="" tabIndex={-1} aria-label={row.sentence}>
      <DueMain link={link} actions={actions}>
        {what}
      </DueMain>
      <div class="due__act">
        <IconButton
          icon="check"
          hint="x"
          busy={busy}
          label={t.popup.doneNamed(row.sentence)}
          onPress={done}
        />
      </div>
    </li>
  );
}

/** Which day it is due, or how late it is: in words, and as colour besides. */
function Day({ row, now }: { row: Pick<DueTask, 'dueDate' | 'overdueDays'>; now: number }): JSX.Element {
  return (
    <span class="due__when">
      <b class={row.overdueDays > 0 ? 'due__long' : ''}>
        {row.overdueDays > 0
          ? t.popup.overdue(row.overdueDays)
          : form.capital(form.calendarDay(row.dueDate, now))}
      </b>
    </span>
  );
}

/** A task of the CRM that is due. */
export function TaskRow({ row, actions, now, busy }: RowProps & { row: DueTask }): JSX.Element {
  const done = () => void actions.followUpDone('task', row.id);
  const ref = useRow({ dismiss: done });
  return (
    <li class={busy ? 'due due--busy' : 'due'} ref={ref} data-row="" tabIndex={-1} aria-label={row.title}>
      <div class="due__main">
        <span class="due__what">
          <b class="clip">{row.title}</b>
          {row.who && <span class="clip due__more">{row.who}</span>}
        </span>
        <Day row={row} now={now} />
      </div>
      <div class="due__act">
        <IconButton icon="check" hint="x" busy={busy} label={t.popup.doneNamed(row.title)} onPress={done} />
      </div>
    </li>
  );
}

/** A meeting that has ended and has no notes yet: pressed, it opens the panel where it waits. */
export function NotesRow({ row, actions, now, busy }: RowProps & { row: NotesMissing }): JSX.Element {
  const title = row.title || t.noSubject;
  const log = () => void actions.logAsIs(row.id, title);
  const ref = useRow({ confirm: actions.openPanel, dismiss: log });
  return (
    <li class={busy ? 'due due--busy' : 'due'} ref={ref} data-row="" tabIndex={-1} aria-label={title}>
      <button type="button" class="due__main" title={t.popup.writeNotes} onClick={actions.openPanel}>
        <span class="due__what">
          <b class="clip" dir="auto">
            {title}
          </b>
          {row.who && <span class="clip due__more">{row.who}</span>}
        </span>
        <span class="due__when">
          <b>{form.capital(form.shortMoment(row.endedAt, now))}</b>
        </span>
      </button>
      <div class="due__act">
        <IconButton icon="check" hint="x" busy={busy} label={t.popup.logWithout(title)} onPress={log} />
      </div>
    </li>
  );
}
