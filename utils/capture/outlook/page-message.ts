import { cleanLine } from '@/utils/capture/clean';
import * as find from '@/utils/capture/outlook/find';
import { readOwnAccount } from '@/utils/capture/outlook/own-account';
import { pageDrift } from '@/utils/capture/outlook/page';
import {
  bodiesIn,
  type CardHead,
  headerOf,
  isMe,
  languageOf,
  readHead,
} from '@/utils/capture/outlook/page-card';
import { likeliestDate, readExactDate } from '@/utils/capture/outlook/page-date';
import { elementsOf, peopleIn, type Shown } from '@/utils/capture/outlook/page-people';
import type { Drift, Page, Refused, SeenMessage } from '@/utils/capture/page-adapter';
import { readText } from '@/utils/capture/page-text';
import type { Attachment, Person } from '@/utils/model/captured';
import { NO_ADDRESS } from '@/utils/model/no-address';

/** The longest body that a capture may carry, in UTF-16 units. */
export const MAX_BODY = 400_000;

/** A message as the page alone shows it. */
export interface PageMessage {
  from: Person;
  mine: boolean;
  to: Person[];
  cc: Person[];
  bcc: Person[];
  /** Named without an address. */
  unnamed: string[];
  sentAt: number;
  approximate: boolean;
  attachments: Attachment[];
  text: string;
  clipped: boolean;
}

/** Reads one opened message off the page. What must be there and is not ends it with a named step. */
export function readPageMessage(
  page: Page,
  seen: SeenMessage,
): ({ ok: true } & PageMessage) | Drift | Refused {
  const { element, ids } = seen;
  const head = readHead(page, element);
  if (!head.sender) return pageDrift('message-sender', element);
  if (!head.date) return pageDrift('message-date', element);
  const when = sentAtOf(page, head);
  if (!when) return pageDrift('message-date', head.date);
  const body = bodiesIn(element)[0];
  if (!body) return pageDrift('message-body', element);

  const own = readOwnAccount(page.document, page.location.href);
  const owner = own.addresses[0] ?? page.account;
  const unnamed = new Set<string>();
  /** Null for somebody whose address the page does not show. */
  const known = (shown: Shown): Person | null => {
    if (shown.person) return shown.person;
    if (!isMe(shown, own.name)) {
      if (unnamed.size < 100) unnamed.add(shown.name);
      return null;
    }
    return owner === null ? null : shown.you ? { address: owner } : { address: owner, name: shown.name };
  };
  const inHeader = headerOf(element);
  const line = (role: 'to' | 'cc' | 'bcc') => {
    const found = elementsOf(role, inHeader).flatMap(peopleIn);
    const people = new Map<string, Person>();
    for (const shown of found) {
      const person = known(shown);
      if (person) people.set(person.address, person);
    }
    return {
      broken: found.some((shown) => !shown.person && shown.name.includes('@')),
      people: [...people.values()],
    };
  };
  const from = known(head.sender);
  if (!from && head.sender.name.includes('@'))
    return { ok: false, ids, reason: 'malformed', detail: 'sender' };
  const [to, cc, bcc] = [line('to'), line('cc'), line('bcc')];
  if (to.broken || cc.broken || bcc.broken) return { ok: false, ids, reason: 'malformed', detail: 'to' };
  const { text, clipped } = readText(body, find.quote, MAX_BODY);
  return {
    ok: true,
    from: from ?? { address: NO_ADDRESS, ...(head.me ? {} : { name: head.sender.name }) },
    mine: head.me || (from !== null && page.own.has(from.address)),
    to: to.people,
    cc: cc.people,
    bcc: bcc.people,
    unnamed: [...unnamed],
    ...when,
    attachments: attachmentsOf(inHeader),
    text,
    clipped,
  };
}

/** The page shows minutes, in the zone of the mailbox: approximate, but where an attribute has the whole moment. */
function sentAtOf(page: Page, { date, dates }: CardHead): { sentAt: number; approximate: boolean } | null {
  const whole = date?.querySelector('[datetime]') ?? date;
  const exact =
    readExactDate(whole?.getAttribute('datetime') ?? '') ?? readExactDate(date?.getAttribute('title') ?? '');
  if (exact !== null) return { sentAt: exact, approximate: false };
  const likely = likeliestDate(dates, languageOf(page.document));
  return likely && { sentAt: likely.at, approximate: true };
}

/** A file's name with its ending, out of a card's title or first words. */
function attachmentsOf(inHeader: (selector: string) => Element[]): Attachment[] {
  const names = new Set<string>();
  for (const card of inHeader(find.attachment).slice(0, 100)) {
    for (const said of [
      card.getAttribute('title') ?? '',
      card.textContent ?? '',
      card.getAttribute('aria-label') ?? '',
    ]) {
      const name = /^[^\n\r/\\<>]{1,200}?\.\w{1,8}(?=$|\s|\d)/.exec(cleanLine(said, 300))?.[0];
      if (name === undefined) continue;
      names.add(name);
      break;
    }
  }
  return [...names].map((name) => ({ name }));
}
