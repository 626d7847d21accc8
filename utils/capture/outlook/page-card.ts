import { cleanLine } from '@/utils/capture/clean';
import * as find from '@/utils/capture/outlook/find';
import { readOwnAccount } from '@/utils/capture/outlook/own-account';
import { type PageDate, readPageDate } from '@/utils/capture/outlook/page-date';
import { elementsOf, personIn, type Shown } from '@/utils/capture/outlook/page-people';
import type { Page } from '@/utils/capture/page-adapter';

/** What the header of an opened message shows. */
export interface CardHead {
  sender: Shown | null;
  /** Whether the sender is the reader: "You", or the account's own name. */
  me: boolean;
  date: Element | null;
  dateText: string;
  dates: PageDate[];
}

/** The bodies below an element that lie in no other body: a mail's own markup can look like anything. */
export function bodiesIn(root: Element): Element[] {
  return [...root.querySelectorAll(find.body)]
    .slice(0, 1000)
    .filter((each) => !each.parentElement?.closest(find.body));
}

/** Asks a message's header alone: neither its body nor the collapsed messages beside it. */
export function headerOf(card: Element): (selector: string) => Element[] {
  return (selector) =>
    [...card.querySelectorAll(selector)]
      .slice(0, 2000)
      .filter((each) => !each.closest(find.body) && !isCollapsed(each, card));
}

/** A part of the card that is collapsed; the card itself may lie in something that calls itself so. */
function isCollapsed(element: Element, card: Element): boolean {
  const box = element.closest(find.collapsed);
  return box !== null && box !== card && card.contains(box) && !box.querySelector(find.body);
}

/** The smallest element around a body that shows a date as well; the whole view where there is none. */
export function cardOf(body: Element, root: Element): Element {
  for (let element = body.parentElement; element && element !== root; element = element.parentElement) {
    if (headerOf(element)(find.date).length > 0) return element;
  }
  return root;
}

/** What a look read of each header: the names that follow it are asked of the same headers. */
let seen = new WeakMap<Element, CardHead>();

/** A look begins: what the one before read is read again. */
export function beginLook(): void {
  seen = new WeakMap();
}

/** A message's header as this look found it. */
export function headSeen(page: Page, card: Element, ownName: string | null): CardHead {
  const before = seen.get(card);
  if (before) return before;
  const head = readHead(page, card, ownName);
  seen.set(card, head);
  return head;
}

export function readHead(page: Page, card: Element, ownName = nameOf(page)): CardHead {
  const { document } = page;
  const inHeader = headerOf(card);
  const element = senderOf(card);
  const sender = element ? personIn(element) : null;
  const date = inHeader(find.date)[0] ?? null;
  const dateText = cleanLine(date?.getAttribute('title') || (date?.textContent ?? ''), 200);
  return {
    sender,
    me: sender !== null && isMe(sender, ownName),
    date,
    dateText,
    dates: readPageDate(dateText, languageOf(document), page.now()),
  };
}

/** What the page calls its reader: the same for all messages of one look. */
export function nameOf({ document, location }: Page): string | null {
  return readOwnAccount(document, location.href).name;
}

/** The element that shows the sender; null where none does. */
export function senderOf(card: Element): Element | null {
  const inHeader = headerOf(card);
  return elementsOf('from', inHeader)[0] ?? firstPerson(inHeader) ?? null;
}

export function languageOf(document: Document): string {
  return document.documentElement.lang || 'en';
}

/** Where neither id nor label tells the sender: the first person of the header, above all recipients. */
function firstPerson(inHeader: (selector: string) => Element[]): Element | undefined {
  const lines = (['to', 'cc', 'bcc'] as const).flatMap((role) => elementsOf(role, inHeader));
  return inHeader(find.person).find((each) => !lines.some((line) => line.contains(each)));
}

/** A first name alone could be anybody's. `ownName`: what the account button says before the address. */
export function isMe(shown: Shown, ownName: string | null): boolean {
  if (shown.you) return true;
  if (shown.person || ownName === null || !/\S\s\S/.test(shown.name)) return false;
  return ownName === shown.name || ownName.endsWith(` ${shown.name}`);
}
