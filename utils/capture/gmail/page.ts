import { censorMarkup } from '@/utils/capture/censor';
import { cleanLine } from '@/utils/capture/clean';
import * as find from '@/utils/capture/gmail/find';
import { allIds, idsFromLog, legacyId, messageId, threadId } from '@/utils/capture/gmail/ids';
import type { Drift, Look, Page, SeenMessage } from '@/utils/capture/page-adapter';

/** Named step of a page that is not as we know it. */
export function pageDrift(step: string, element: Element | null): Drift {
  return { ok: false, step, shape: censorMarkup(element, `.${find.bodyClass}`) };
}

/** What the page shows now, censored. */
export function shapeOfPage({ document, isVisible }: Page): string {
  const main = [...document.querySelectorAll(find.main)].find(isVisible);
  return censorMarkup(main ?? document.body, `.${find.bodyClass}`);
}

/**
 * Which messages the visible page shows opened. Threads of before stay in the document, without a box. Yields between
 * messages: a thread can have hundreds.
 */
export function* lookAtPage(page: Page): Generator<void, Look> {
  const { document } = page;
  const nothing: Look = { ok: true, threadIds: [], messages: [] };
  if (document.getElementsByClassName(find.messageClass).length === 0) return nothing;

  const mains = [...document.querySelectorAll(find.main)].filter(page.isVisible);
  const root = mains.find((main) => subjectIn(main) !== null);
  if (!root) return yield* lookWithoutThread(page, mains[0] ?? null);

  const heading = subjectIn(root);
  const threadIds = heading ? idsOfThread(heading, root) : [];
  return yield* lookAtMessages(page, root, threadIds, heading ? subjectText(heading) : '');
}

/** An open message outside of a thread's view: drift where half of the view is there, else a message on its own. */
function* lookWithoutThread(page: Page, main: Element | null): Generator<void, Look> {
  const { document } = page;
  const open = [...document.querySelectorAll(find.message)].filter((each) => isOpened(page, each));
  const first = open[0];
  if (!first) return { ok: true, threadIds: [], messages: [] };
  if (main?.contains(first)) return pageDrift('thread-subject', main);
  const heading = subjectIn(document.body);
  if (main || heading) return pageDrift('thread-view', main ?? heading);
  // A message that is shown without the thread's view around it has its thread in its log attributes.
  return yield* lookAtMessages(page, document.body, [], '');
}

function* lookAtMessages(
  page: Page,
  root: Element,
  threadIds: string[],
  subject: string,
): Generator<void, Look> {
  const messages: SeenMessage[] = [];
  let known = threadIds;
  for (const element of [...root.querySelectorAll(find.message)].slice(0, 1000)) {
    yield;
    if (element.closest(find.collapsed) || element.parentElement?.closest(`.${find.bodyClass}`)) continue;
    const body = element.querySelector(find.body);
    if (!body) {
      // A draft that is being written stands in a message's frame without a body.
      if (element.querySelector(find.compose) || !page.isVisible(element)) continue;
      return pageDrift('message-body', element);
    }
    if (!page.isVisible(body)) continue;
    const { legacy, attribute } = attributesOf(element);
    // The attribute has been a placeholder; what is logged is real, and searched for only where it is needed.
    const logged = attribute === null || known.length === 0 ? loggedIds(element) : nothingLogged;
    const ids = allIds(attribute ?? logged.message, legacy);
    if (ids.length === 0) return pageDrift('message-id', element);
    if (known.length === 0) known = allIds(logged.thread, null);
    messages.push({ ids, threadIds: known, subject, element });
  }
  for (const message of messages) message.threadIds = known;
  return { ok: true, threadIds: known, messages };
}

interface Attributes {
  raw: string;
  legacy: string | null;
  attribute: string | null;
}

/** The page is looked at again and again, and its messages seldom change their names. */
const known = new WeakMap<Element, Attributes>();

function attributesOf(element: Element): Attributes {
  const [id, hex] = [element.getAttribute(find.messageId), element.getAttribute(find.messageLegacyId)];
  const raw = `${id} ${hex}`;
  const before = known.get(element);
  if (before?.raw === raw) return before;
  const read = { raw, legacy: legacyId(hex), attribute: messageId(id) };
  known.set(element, read);
  return read;
}

function isOpened(page: Page, element: Element): boolean {
  const body = element.querySelector(find.body);
  return body !== null && !element.closest(find.collapsed) && page.isVisible(body);
}

function subjectIn(root: Element): Element | null {
  // The first one, mostly: finding all walks the whole thread.
  const first = root.querySelector(find.subject);
  if (!first?.closest(`.${find.bodyClass}`)) return first;
  for (const heading of root.querySelectorAll(find.subject)) {
    if (!heading.closest(`.${find.bodyClass}`)) return heading;
  }
  return null;
}

/** The subject as written; an emoji is an image that carries it. */
function subjectText(heading: Element): string {
  let text = '';
  const walk = heading.ownerDocument.createTreeWalker(heading, 5);
  for (let node = walk.nextNode(); node && text.length < 4000; node = walk.nextNode()) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (isElement(node) && node.matches(find.emoji)) text += node.getAttribute('data-emoji') ?? '';
  }
  return cleanLine(text, 1000);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** `data-thread-perm-id` is missing or the word "undefined" since 2025-11: then the log says it, beside the legacy id. */
function idsOfThread(heading: Element, root: Element): string[] {
  const holder = heading.closest(`[${find.threadPermId}]`) ?? heading;
  const perm = threadId(holder.getAttribute(find.threadPermId));
  const legacy = legacyId(heading.getAttribute(find.threadLegacyId));
  if (perm !== null) return allIds(perm, legacy);
  // A whole thread is searched only where nothing else names it; its first message says it as well.
  const logged = legacy === null ? root : root.querySelector(find.message);
  return allIds(logged && loggedIds(logged).thread, legacy);
}

const nothingLogged: Logged = { thread: null, message: null };

function loggedIds(root: Element): Logged {
  let [thread, message]: (string | null)[] = [null, null];
  for (const element of root.querySelectorAll(find.logged)) {
    if (element.closest(`.${find.bodyClass}`)) continue;
    const found = idsFromLog(element.getAttribute('jslog') ?? '');
    thread ??= found.thread;
    message ??= found.message;
    if (thread && message) break;
  }
  return { thread: thread ?? null, message: message ?? null };
}

interface Logged {
  thread: string | null;
  message: string | null;
}
