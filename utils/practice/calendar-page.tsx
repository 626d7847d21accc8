import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { pageWords } from '@/utils/i18n/page-words';
import { form, t } from '@/utils/i18n/t';
import { eventCode } from '@/utils/practice/calendar-wire';
import type { PracticeDesk } from '@/utils/practice/desk';
import type { Mailbox } from '@/utils/practice/mailbox';
import type { PracticeMeeting } from '@/utils/practice/meetings';
import { robin } from '@/utils/practice/people';
import { PracticeFrame } from '@/utils/practice/practice-frame';

interface Props {
  desk: PracticeDesk;
  mailbox: Mailbox;
  meetings: readonly PracticeMeeting[];
  zone: string;
  /** The meeting whose bubble is open. */
  open: Signal<PracticeMeeting | null>;
}

/**
 * The practice calendar: the invented meetings by day, and the bubble of the one that is open, with the ids and
 * attributes of Google Calendar's page, so that the same adapter reads it.
 */
export function CalendarPage({ desk, mailbox, meetings, zone, open }: Props) {
  return (
    <PracticeFrame desk={desk} here="calendar" mailbox={mailbox}>
      {/* Google's page says hidden whose calendar it is and in which zone it shows times. */}
      <div hidden>
        <span id="xUserEmail">{robin.address}</span>
        <span id="xTimezone">{zone}</span>
      </div>
      <main class="pm-main-column pm-calendar">
        <h2>{pageWords.practice.calendarTitle}</h2>
        <p class="pm-quiet">{pageWords.practice.calendarHint}</p>
        {byDay(meetings).map((ofDay) => (
          <section key={ofDay[0]?.start} class="pm-day">
            <h3>{form.longDay(ofDay[0]?.start ?? 0)}</h3>
            <ul>
              {ofDay.map((meeting) => (
                <li key={meeting.id}>
                  <Chip meeting={meeting} open={open} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
      {open.value && <Bubble key={open.value.id} meeting={open.value} onClose={() => (open.value = null)} />}
    </PracticeFrame>
  );
}

function byDay(meetings: readonly PracticeMeeting[]): PracticeMeeting[][] {
  const days = new Map<string, PracticeMeeting[]>();
  for (const meeting of meetings) {
    const day = new Date(meeting.start).toDateString();
    days.set(day, [...(days.get(day) ?? []), meeting]);
  }
  return [...days.values()];
}

function Chip({ meeting, open }: { meeting: PracticeMeeting; open: Props['open'] }) {
  const others = meeting.guests.filter(({ address }) => address !== robin.address);
  return (
    <button
      type="button"
      class={meeting.end < Date.now() ? 'pm-chip pm-chip--past' : 'pm-chip'}
      aria-haspopup="dialog"
      {...{ 'data-eventchip': '', 'data-eventid': eventCode(meeting.id) }}
      onClick={() => {
        open.value = meeting;
      }}
    >
      <time>{`${form.time(meeting.start)} – ${form.time(meeting.end)}`}</time>
      <strong>{meeting.title}</strong>
      <span>{meeting.private ? pageWords.practice.private : form.list(others.map(({ name }) => name))}</span>
    </button>
  );
}

function Bubble({ meeting, onClose }: { meeting: PracticeMeeting; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.show();
    dialog.current?.querySelector('button')?.focus();
  }, []);
  const { start, end } = meeting;
  const close = () => {
    onClose();
    const chip = [...document.querySelectorAll('button[data-eventchip]')].find(
      (each) => each.getAttribute('data-eventid') === eventCode(meeting.id),
    );
    if (chip instanceof HTMLElement) chip.focus();
  };
  return (
    <dialog
      ref={dialog}
      class="pm-bubble"
      aria-labelledby="rAECCd"
      {...{ role: 'dialog' }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div id="xDetDlg" {...{ 'data-eventid': eventCode(meeting.id) }}>
        <h2 id="rAECCd">{meeting.title}</h2>
        <p id="xDetDlgWhen">{form.during(start, end, false, Date.now())}</p>
        {meeting.private && <p id="xDetDlgPrv">{pageWords.practice.private}</p>}
        {meeting.place && <p id="xDetDlgLoc">{meeting.place}</p>}
        {meeting.guests.length > 0 && (
          <ul id="xDetDlgAtt" aria-label={pageWords.practice.guests}>
            {meeting.guests.map(({ name, address }) => (
              <li key={address} {...{ 'data-email': address }}>
                {name}
              </li>
            ))}
          </ul>
        )}
        {meeting.notes && <p id="xDetDlgDesc">{meeting.notes}</p>}
        <button type="button" class="pm-button" onClick={close}>
          {t.close}
        </button>
      </div>
    </dialog>
  );
}
