import type { ExchangeEvent } from '@/utils/capture/outlook-calendar/exchange-event';
import { isSingle, meetingNames, threadName } from '@/utils/capture/outlook-calendar/meeting-names';
import type { PageEvent } from '@/utils/capture/outlook-calendar/page-event';
import type { CaptureResult, Page } from '@/utils/capture/page-adapter';
import type { Person } from '@/utils/model/captured';
import { NO_ADDRESS } from '@/utils/model/no-address';

/** What the page adds to an event of the wire. */
interface Beside {
  ids?: readonly string[];
  /** Names that the opened event shows, without addresses. */
  names?: readonly string[];
}

const NOT_YET: CaptureResult = { ok: false, later: true };

/** Whether an answer told who is invited, or that nobody is. */
export function isWhole({ start, end, guests, isMeeting, type }: ExchangeEvent): boolean {
  return (
    start !== undefined &&
    end !== undefined &&
    type !== 'master' &&
    (guests !== undefined || isMeeting === false)
  );
}

/**
 * A meeting as the wire has it. Where no answer told who is invited, it says so, and names whom the page shows. Not yet,
 * where there is no time.
 */
export function fromWire(page: Page, event: ExchangeEvent, beside: Beside = {}): CaptureResult {
  const { start, end, guests, organiser } = event;
  if (!start || !end || event.type === 'master') return NOT_YET;
  const ids = [...new Set([...meetingNames(event), ...(beside.ids ?? [])])].slice(0, 20);
  if (guests?.malformed) return { ok: false, ids, reason: 'malformed', detail: 'to' };
  const whole = isWhole(event);
  const owner = event.mailbox ?? page.account;
  const from = organiser ?? withoutAddress(event.organiserName ?? '');
  const unnamed = [...(organiser ? [] : [event.organiserName ?? '']), ...(guests?.hidden ?? [])];
  if (!whole) unnamed.push(...(beside.names ?? []));
  const told = [...(organiser ? [organiser] : []), ...(guests?.required ?? []), ...(guests?.optional ?? [])];
  const known = new Set(told.map(({ name }) => name));
  return {
    ok: true,
    mail: {
      capture: {
        kind: 'meeting',
        via: 'wire',
        direction: isOwn(event, page) ? 'sent' : 'received',
        from,
        to: guests?.required ?? [],
        cc: guests?.optional ?? [],
        bcc: [],
        subject: event.subject ?? '',
        sentAt: start.at,
        sentAtApproximate: !start.sure,
        attachments: [],
        body: event.body ?? { type: 'text', content: '', clipped: false },
        source: {
          site: 'outlook-calendar',
          ids,
          threadId: threadName(event),
          threadIds: [threadName(event)],
          account: owner,
          url: page.location.href.slice(0, 2000),
        },
        meeting: {
          endsAt: Math.max(end.at, start.at),
          allDay: event.allDay === true,
          place: event.place ?? '',
          conferenceUrl: event.conferenceUrl ?? '',
          status: event.cancelled ? 'cancelled' : 'confirmed',
          myAnswer: event.answer ?? null,
          answers: guests?.answers ?? [],
          unnamed: namesOnly(unnamed, known),
          guestsUnknown: !whole,
          recurring: !isSingle(event),
        },
      },
      labels: [],
      draft: false,
      private: event.private === true,
    },
  };
}

/** A meeting as the page alone shows it. Clocks on the page stand in a zone that is supposed: its time is approximate. */
export function fromPage(page: Page, id: string, shown: PageEvent): CaptureResult {
  const unnamed = [shown.organiser ?? '', ...shown.names];
  return {
    ok: true,
    mail: {
      capture: {
        kind: 'meeting',
        via: 'page',
        direction: 'received',
        from: withoutAddress(shown.organiser ?? ''),
        to: [],
        cc: [],
        bcc: [],
        subject: shown.subject,
        sentAt: shown.start,
        sentAtApproximate: true,
        attachments: [],
        body: { type: 'text', content: '', clipped: false },
        source: {
          site: 'outlook-calendar',
          ids: [id],
          threadId: id.slice(0, 200),
          threadIds: [id.slice(0, 200)],
          account: page.account,
          url: page.location.href.slice(0, 2000),
        },
        meeting: {
          endsAt: shown.end,
          allDay: shown.allDay,
          place: shown.place,
          conferenceUrl: '',
          status: shown.cancelled ? 'cancelled' : 'confirmed',
          myAnswer: null,
          answers: [],
          unnamed: namesOnly(unnamed, new Set()),
          guestsUnknown: true,
          recurring: shown.recurring,
        },
      },
      labels: [],
      draft: false,
      private: shown.private,
    },
  };
}

/** Whether the rep organises it. A colleague's own meeting in a calendar that is shared with the rep is not the rep's. */
function isOwn({ organiser, answer, mailbox }: ExchangeEvent, page: Page): boolean {
  if (organiser && page.own.has(organiser.address)) return true;
  return answer === 'organizer' && (mailbox === undefined || page.own.has(mailbox));
}

/** An organiser whose address nobody told. */
function withoutAddress(name: string): Person {
  return name === '' ? { address: NO_ADDRESS } : { address: NO_ADDRESS, name };
}

function namesOnly(names: readonly string[], known: ReadonlySet<string | undefined>): string[] {
  return [...new Set(names)].filter((name) => name !== '' && !known.has(name)).slice(0, 100);
}
