import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import { Menu } from '@/components/design/menu';
import { useRow } from '@/components/panel/rows';
import type { DueTask, PopupActions, Waiting } from '@/components/popup/popup-props';
import { form, t } from '@/utils/i18n/t';

/** A wait this long stands out, ms. */
const LONG = 24 * 3_600_000;

interface RowProps {
  actions: PopupActions;
  now: number;
  busy: boolean;
}

/** A customer whose last mail is unanswered. */
export function WaitingRow({ row, actions, now, busy }: RowProps & { row: Waiting }): JSX.Element {
  const { turn } = row;
  const name = turn.customer?.name || turn.lastFrom.name || turn.lastFrom.address;
  const link = actions.threadLink(turn.url);
  const times = actions.snoozeTimes(now);
  const done = () => void actions.followUpDone('waiting', row.id);
  const ref = useRow({ confirm: () => link && actions.openThread(link), dismiss: done });
  return (
    <li class={busy ? 'due due--busy' : 'due'} ref={ref} data-row="" tabIndex={-1} aria-label={name}>
      <div class="due__what">
        <p class="clip">
          <b>{name}</b>
          {turn.customer?.companyName && <span> · {turn.customer.companyName}</span>}
        </p>
        <p class="clip due__more">{turn.subject || t.noSubject}</p>
      </div>
      <div class="due__when" title={t.popup.wrote(turn.lastAt, now)}>
        <span class="visually-hidden">{t.popup.waitedLong(row.waitedMs)}</span>
        <b aria-hidden="true" class={row.waitedMs > LONG ? 'due__long' : ''}>
          {t.popup.waited(row.waitedMs)}
        </b>
        <small>{t.popup.asOf(turn.asOf, now)}</small>
      </div>
      <div class="due__act">
        {link && (
          <Button look="outline" icon="away" hint="Enter" onPress={() => actions.openThread(link)}>
            {t.popup.openThread}
          </Button>
        )}
        <Menu
          label={t.snooze.button}
          items={times.map((time) => ({
            id: time.id,
            label: t.snooze[time.id],
            note: t.snooze.until(time.at, now),
          }))}
          onChoose={(id) => {
            const time = times.find((each) => each.id === id);
            if (time) void actions.followUpSnooze(row.id, time.at);
          }}
        />
        <Button hint="x" busy={busy} label={t.popup.doneNamed(name)} title={t.popup.doneHint} onPress={done}>
          {t.popup.done}
        </Button>
      </div>
    </li>
  );
}

/** A task of the CRM that is due. */
export function TaskRow({ row, actions, now, busy }: RowProps & { row: DueTask }): JSX.Element {
  const done = () => void actions.followUpDone('task', row.id);
  const ref = useRow({ dismiss: done });
  return (
    <li class={busy ? 'due due--busy' : 'due'} ref={ref} data-row="" tabIndex={-1} aria-label={row.title}>
      <div class="due__what">
        <p class="clip">
          <b>{row.title}</b>
        </p>
        {row.who && <p class="clip due__more">{row.who}</p>}
      </div>
      <div class="due__when">
        <b class={row.overdueDays > 0 ? 'due__long' : ''}>
          {row.overdueDays > 0 ? t.popup.overdue(row.overdueDays) : form.calendarDay(row.dueDate, now)}
        </b>
      </div>
      <div class="due__act">
        <Button look="outline" icon="check" busy={busy} label={t.popup.doneNamed(row.title)} onPress={done}>
          {t.popup.done}
        </Button>
      </div>
    </li>
  );
}
