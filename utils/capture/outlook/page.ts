import { censorMarkup } from '@/utils/capture/censor';
import { cleanLine } from '@/utils/capture/clean';
import * as find from '@/utils/capture/outlook/find';
import { beginLook, bodiesIn, cardOf, headerOf, headSeen, nameOf } from '@/utils/capture/outlook/page-card';
import { pageId } from '@/utils/capture/outlook/page-id';
import { type Where, whereIs } from '@/utils/capture/outlook/where';
import type { Drift, Look, Page, SeenMessage } from '@/utils/capture/page-adapter';
import { conversationIds } from '@/utils/understand/exchange-id';

/** Named step of a page that is not as we know it. */
export function pageDrift(step: string, element: Element | null): Drift {
  return { ok: false, step, shape: censorMarkup(element, find.body) };
}

/** What the page shows now, censored. */
export function shapeOfPage(page: Page): string {
  const shown = openView(page) ?? page.document.querySelector(find.pane) ?? page.document.body;
  return censorMarkup(shown, find.body);
}

/** The view that shows an open message; null where none is open, whatever is selected in the list. */
export function openView(page: Page): Element | null {
  for (const id of find.containers) {
    const view = page.document.getElementById(id);
    if (view && page.isVisible(view)) return view;
  }
  return null;
}

/** Which messages the visible page shows opened. Yields between messages. */
export function* lookAtPage(page: Page): Generator<void, Look> {
  beginLook();
  const nothing: Look = { ok: true, threadIds: [], messages: [] };
  const where = whereIs(page.location.href);
  const view = where.mail ? openView(page) : null;
  if (!view) return where.mail ? lookWithoutView(page, nothing) : nothing;
  const bodies = bodiesIn(view).filter(page.isVisible);
  const threadIds = threadOf(page, view, where);
  if (bodies.length === 0) return lookWithoutBody(page, view, { ids: where.ids, threadIds });
  const heading = subjectIn(view);
  if (!heading) return pageDrift('subject', view);
  const subject = subjectOf(heading);

  const cards = new Set<Element>();
  for (const body of bodies) {
    yield;
    // A second body in a message is the history that it quotes.
    cards.add(cardOf(body, view));
  }
  const folded = [...view.querySelectorAll(find.collapsed)].some((each) => each.querySelector(find.date));
  const alone = cards.size === 1 && !folded;
  const messages: SeenMessage[] = [];
  const ownName = nameOf(page);
  for (const card of cards) {
    yield;
    // A message without a date of its own was taken together with its neighbour.
    const around = outerCard(card, cards, view);
    if (around || hasSeveralDates(card, view)) return pageDrift('message-date', around ?? card);
    const seen = readSeen(page, card, ownName, { subject, threadIds, ids: alone ? where.ids : [] });
    if (seen === 'draft') continue;
    if ('step' in seen) return seen;
    messages.push(seen);
  }
  return { ok: true, threadIds, messages: apart(paired(page, messages)) };
}

function outerCard(card: Element, cards: ReadonlySet<Element>, view: Element): Element | null {
  if (card === view) return null;
  for (let element = card.parentElement; element; element = element.parentElement) {
    if (cards.has(element)) return element;
    if (element === view) return null;
  }
  return null;
}

function hasSeveralDates(card: Element, view: Element): boolean {
  return card !== view && new Set(headerOf(card)(find.date).map(outermostDate)).size > 1;
}

function outermostDate(date: Element): Element {
  return date.parentElement?.closest(find.date) ?? date;
}

type Named = Pick<SeenMessage, 'ids' | 'threadIds' | 'subject'>;

function readSeen(
  page: Page,
  card: Element,
  ownName: string | null,
  { ids, threadIds, subject }: Named,
): SeenMessage | Drift | 'draft' {
  const head = headSeen(page, card, ownName);
  // `[Draft]`, in the page's language, in place of a date.
  if (/^\[[^\]]{1,40}\]$/.test(head.dateText)) return 'draft';
  if (ids.length === 0 && head.date === null) return pageDrift('message-date', card);
  if (ids.length === 0 && head.sender === null) return pageDrift('message-sender', card);
  const { sender, dateText, dates } = head;
  const made =
    sender && dateText !== ''
      ? [
          pageId(
            (head.me ? page.account : null) ?? sender.person?.address ?? sender.name,
            dates[0]?.wall ?? dateText,
            subject,
          ),
        ]
      : [];
  return { ids: [...ids, ...made], threadIds, subject, element: card };
}

/** Two of one minute, by one sender. */
function apart(messages: SeenMessage[]): SeenMessage[] {
  const seen = new Map<string, number>();
  return messages.map((message) => {
    const name = message.ids.at(-1) ?? '';
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? message : { ...message, ids: [...message.ids.slice(0, -1), `${name}#${count}`] };
  });
}

/** What the address said when a message was first seen, by page. */
const firstSeen = new WeakMap<Document, Map<string, Pick<SeenMessage, 'ids' | 'threadIds'>>>();

/**
 * The address changes before the view does: a message that is still there from before keeps the names that it was first
 * seen with, so that it never gets the next one's.
 */
function paired(page: Page, messages: SeenMessage[]): SeenMessage[] {
  const known = firstSeen.get(page.document) ?? new Map<string, Pick<SeenMessage, 'ids' | 'threadIds'>>();
  firstSeen.set(page.document, known);
  return messages.map((message) => {
    const made = message.ids.find((id) => id.startsWith('owa-page:'));
    if (made === undefined) return message;
    const before = known.get(made);
    if (before && before.threadIds.length + before.ids.length > 1) return { ...message, ...before };
    known.set(made, { ids: message.ids, threadIds: message.threadIds });
    for (const oldest of known.keys()) if (known.size > 500) known.delete(oldest);
    return message;
  });
}

/** A message shown outside of the two views that we know: a page that changed. */
function lookWithoutView(page: Page, nothing: Look): Look {
  const pane = page.document.querySelector(find.pane);
  const body = pane && bodiesIn(pane).find(page.isVisible);
  return pane && body && headerOf(pane)(find.date).some(page.isVisible) ? pageDrift('view', pane) : nothing;
}

/**
 * Sender and date of an opened message, and no body: a page that changed. An invitation's card has neither: it is the
 * message that the address names, or the only one that the wire has of the thread; else nobody's.
 */
function lookWithoutBody(
  page: Page,
  view: Element,
  { ids, threadIds }: Pick<SeenMessage, 'ids' | 'threadIds'>,
): Look {
  const nothing: Look = { ok: true, threadIds: [], messages: [] };
  const inHeader = headerOf(view);
  const opened = inHeader(find.date).filter(page.isVisible);
  const writing = view.querySelector('[contenteditable="true"]') !== null;
  const draft = opened.every((each) => /^\[/.test((each.textContent ?? '').trim()));
  const heading = subjectIn(view);
  if (opened.length === 0 && !writing && heading && ids.length + threadIds.length > 0) {
    const subject = subjectOf(heading);
    return { ok: true, threadIds, messages: [{ ids, threadIds, subject, element: view }] };
  }
  if (opened.length === 0 || writing || draft || !heading) return nothing;
  return inHeader(find.from).length + inHeader(find.labelled).length > 0
    ? pageDrift('message-body', view)
    : nothing;
}

function subjectOf(heading: Element): string {
  return cleanLine(heading.getAttribute('title') || (heading.textContent ?? '').slice(0, 4000), 1000);
}

function subjectIn(view: Element): Element | null {
  for (const selector of find.subject) {
    for (const heading of [...view.querySelectorAll(selector)].slice(0, 200)) {
      const inside =
        heading.closest(find.body) !== null ||
        heading.matches(find.date) ||
        heading.closest(find.date) !== null;
      if (!inside && (heading.textContent ?? '') !== '') return heading;
    }
  }
  return null;
}

/**
 * The open conversation: the address says it, else the view itself, else the only selected row. A build that writes the
 * address in capitals has the real id on the row.
 */
function threadOf(page: Page, view: Element, where: Where): string[] {
  if (where.threadIds.length > 0) return where.threadIds;
  const own = view.closest(`[${find.conversationId}]`) ?? view.querySelector(`[${find.conversationId}]`);
  const said = own && !own.closest(find.body) ? own.getAttribute(find.conversationId) : null;
  if (said) return conversationIds(said);
  const rows = [...page.document.querySelectorAll(find.selectedRow)].slice(0, 50);
  const ids = [...new Set(rows.map((row) => row.getAttribute(find.conversationId) ?? ''))].filter(
    (id) => id !== '',
  );
  const wanted = decoded(where.raw).toUpperCase();
  const same = ids.find((id) => id.toUpperCase() === wanted);
  if (same !== undefined) return conversationIds(same);
  // Some other conversation is named, or several rows are checked: nobody can say.
  return ids.length === 1 && (where.raw === '' || where.ids.length > 0) ? conversationIds(ids[0] ?? '') : [];
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
