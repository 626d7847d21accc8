import type { JSX } from 'preact';
import { IconButton } from '@/components/design/button';
import type { DueTask, NotesMissing, Promised } from '@/components/popup/popup-props';
import { CallLink, Later, logging, Move, useDayRow } from '@/components/popup/row-actions';
import { DueMain, type RowProps } from '@/components/popup/thread-row';
import { form, t } from '@/utils/i18n/t';

/** What the rep promised in mail that is not logged, in their own sentence. */
export function PromiseRow({ row, actions, now, busy }: RowProps & { row: Promised }): JSX.Element {
  const link = actions.threadLink(row.url);
  const done = () => void actions.dropStep(row);
  const { log, label } = logging(actions, {
    id: row.id,
    kinds: ['email', 'meeting'],
    label: t.popup.log(row.sentence),
    subject: row.sentence,
  });
  const { ref, opened } = useDayRow({
    confirm: () => link && actions.openThread(link),
    dismiss: done,
    log,
  });
  const what = (
    <>
      <span class="due__what">
        <b class="clip" dir="auto">
          {t.proposal.quote(row.sentence)}
        </b>
        {row.who && (
          <span class="clip due__more" dir="auto">
            {row.who}
          </span>
        )}
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
        <CallLink link={actions.telLink(row.phone)} name={row.who ?? row.sentence} />
        <IconButton icon="book" hint="l" busy={busy} label={label} onPress={log} />
        <Move
          {...{ actions, now, opened }}
          name={row.sentence}
          onMove={(day) => void actions.moveStep(row, day)}
        />
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
  const { ref, opened } = useDayRow({ dismiss: done });
  return (
    <li class={busy ? 'due due--busy' : 'due'} ref={ref} data-row="" tabIndex={-1} aria-label={row.title}>
      <div class="due__main">
        <span class="due__what">
          <b class="clip" dir="auto">
            {row.title}
          </b>
          {row.who && (
            <span class="clip due__more" dir="auto">
              {row.who}
            </span>
          )}
        </span>
        <Day row={row} now={now} />
      </div>
      <div class="due__act">
        <CallLink link={actions.telLink(row.phone)} name={row.who ?? row.title} />
        <Move
          {...{ actions, now, opened }}
          name={row.title}
          onMove={(day) => void actions.rescheduleTask(row.id, day, row.dueDate)}
        />
        <IconButton icon="check" hint="x" busy={busy} label={t.popup.doneNamed(row.title)} onPress={done} />
      </div>
    </li>
  );
}

/** A meeting that has ended and has no notes yet: pressed, it opens the panel where it waits. */
export function NotesRow({ row, actions, now, busy }: RowProps & { row: NotesMissing }): JSX.Element {
  const title = row.title || t.noSubject;
  const { log, label } = logging(actions, {
    id: row.id,
    kinds: ['meeting'],
    label: t.popup.logWithout(title),
    subject: title,
  });
  const { ref, opened } = useDayRow({ confirm: actions.openPanel, dismiss: log, log });
  return (
    <li class={busy ? 'due due--busy' : 'due'} ref={ref} data-row="" tabIndex={-1} aria-label={title}>
      <button type="button" class="due__main" title={t.popup.writeNotes} onClick={actions.openPanel}>
        <span class="due__what">
          <b class="clip" dir="auto">
            {title}
          </b>
          {row.who && (
            <span class="clip due__more" dir="auto">
              {row.who}
            </span>
          )}
        </span>
        <span class="due__when">
          <b>{form.capital(form.shortMoment(row.endedAt, now))}</b>
        </span>
      </button>
      <div class="due__act">
        <CallLink link={actions.telLink(row.phone)} name={row.who ?? title} />
        <Later
          {...{ actions, now, opened }}
          name={title}
          onSnooze={(until) => void actions.snoozeNotes(row.id, until)}
        />
        <IconButton icon="check" hint="x" busy={busy} label={label} onPress={log} />
      </div>
    </li>
  );
}
