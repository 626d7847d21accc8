import { cleanLine, cleanPerson } from '@/utils/capture/clean';
import * as find from '@/utils/capture/gmail/find';
import { pageDrift } from '@/utils/capture/gmail/page';
import { MAX_BODY } from '@/utils/capture/gmail/wire-message';
import type { Drift, Refused, SeenMessage } from '@/utils/capture/page-adapter';
import { readText } from '@/utils/capture/page-text';
import type { Attachment, Person } from '@/utils/model/captured';

/** A message as the page alone shows it. */
export interface PageMessage {
  ids: string[];
  threadIds: string[];
  subject: string;
  from: Person;
  /** The page does not say who is in copy: everybody it shows as a recipient. */
  to: Person[];
  attachments: Attachment[];
  text: string;
  clipped: boolean;
}

/** Reads one opened message off the page. What must be there and is not ends it with a named step. */
export function readPageMessage(seen: SeenMessage): ({ ok: true } & PageMessage) | Drift | Refused {
  const { element, ids, subject, threadIds } = seen;
  const sender = senderOf(element);
  if (!sender) return pageDrift('message-sender', element);
  const from = cleanPerson(sender.getAttribute('email') ?? '', sender.getAttribute('name'));
  if (!from) return { ok: false, ids, reason: 'malformed', detail: 'sender' };

  const line = outsideBody(element, find.recipientLine)[0];
  if (!line) return pageDrift('message-recipients', element);
  const to: Person[] = [];
  for (const recipient of [...line.querySelectorAll(find.recipient)].slice(0, 500)) {
    const raw = recipient.getAttribute('email') ?? '';
    const person = cleanPerson(raw, recipient.getAttribute('name'));
    if (person) to.push(person);
    else if (raw.includes('@')) return { ok: false, ids, reason: 'malformed', detail: 'to' };
  }

  const body = element.querySelector(find.body);
  if (!body) return pageDrift('message-body', element);
  const { text, clipped } = readText(body, find.quote, MAX_BODY);
  return { ok: true, ids, threadIds, subject, from, to, attachments: attachmentsOf(element), text, clipped };
}

/** Where a message says who sent it; null where it does not. */
export function senderOf(element: Element): Element | null {
  // It stands before the body, mostly: finding all walks that too, in each message, again and again.
  const first = element.querySelector(find.sender);
  if (!first?.closest(`.${find.bodyClass}`)) return first;
  return outsideBody(element, find.sender)[0] ?? null;
}

function outsideBody(element: Element, selector: string): Element[] {
  return [...element.querySelectorAll(selector)].filter((each) => !each.closest(`.${find.bodyClass}`));
}

/** `download_url` is `mime:name:https://…`; a file in Drive has none. */
function attachmentsOf(element: Element): Attachment[] {
  const attachments: Attachment[] = [];
  for (const card of outsideBody(element, find.attachment).slice(0, 100)) {
    const shown = cleanLine(card.querySelector(find.attachmentName)?.textContent ?? '', 300);
    const [mime = '', named = ''] = (card.getAttribute(find.attachmentUrl) ?? '')
      .slice(0, 2000)
      .split(':', 2);
    const name = shown || cleanLine(named, 300);
    if (name === '' || attachments.some((each) => each.name === name)) continue;
    attachments.push(mime.includes('/') ? { name, mime: cleanLine(mime, 200) } : { name });
  }
  return attachments;
}
