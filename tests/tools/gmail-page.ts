import { toHtml } from '@/utils/practice/blocks';
import { legacyHex, messageId, threadId } from '@/utils/practice/gmail-ids';
import type { PracticeMail, PracticeThread } from '@/utils/practice/mailbox';
import type { PracticePerson } from '@/utils/practice/people';
import {
  fullThreads,
  messageOperation,
  mutationAnswer,
  mutationRequest,
  threadList,
  type Wire,
} from '@/utils/practice/wire';

/*
 * A Gmail-shaped page at Gmail's real host, for browser tests: what is shown is built with the page's own DOM calls
 * (Gmail enforces Trusted Types), what is answered is built from the same invented mails. The wire's shapes are those of
 * utils/practice/wire.ts, which tests/capture holds against recordings.
 */

export const GMAIL = 'https://mail.google.com';
export const INBOX = `${GMAIL}/mail/u/0/#inbox`;

export const me: PracticePerson = { address: 'rep@harbour.example', name: 'Robin Ashdown' };

export const gmailHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "require-trusted-types-for 'script'; object-src 'none'; base-uri 'self'",
};

/** The page as it is served: nothing open yet. */
export function gmailDocument(account: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="og-profile-acct" content="${account}">
<title>Inbox - ${account} - Gmail</title></head>
<body><div class="nH bkK"><div role="main" id="view">Inbox</div></div></body></html>`;
}

export interface InventedMail {
  from: PracticePerson;
  to?: PracticePerson[];
  cc?: PracticePerson[];
  text: string;
  minutesAgo?: number;
  labels?: string[];
  attachments?: PracticeMail['attachments'];
}

let serial = 0;

/** A thread of invented mails, oldest first; ids as Gmail makes them, different for every call. */
export function inventThread(subject: string, mails: InventedMail[]): PracticeThread {
  serial += 1;
  const made = mails.map((mail, index): PracticeMail => {
    const sentAt = Date.now() - (mail.minutesAgo ?? 60 - index) * 60_000;
    const number = serial * 100 + index;
    const mine = mail.from.address === me.address;
    return {
      id: messageId(sentAt, number, mine),
      legacyId: legacyHex(sentAt, number),
      rfcId: `<invented-${number}-${sentAt}@mail.${mail.from.address.split('@')[1]}>`,
      from: mail.from,
      to: mail.to ?? [me],
      cc: mail.cc ?? [],
      sentAt,
      subject,
      blocks: mail.text.split('\n\n'),
      labels: mail.labels ?? ['^all', '^i', '^smartlabel_personal', '^sq_ig_i_personal', '^o'],
      attachments: mail.attachments ?? [],
    };
  });
  const first = made[0];
  if (!first) throw new Error('A thread has at least one mail.');
  return {
    id: threadId(first.sentAt, serial * 100),
    legacyId: legacyHex(first.sentAt, serial * 100),
    subject,
    unread: false,
    mails: made,
  };
}

/** The answer to `/i/fd` for these threads, as text. */
export const fdAnswer = (threads: PracticeThread[], owner = me): string =>
  JSON.stringify(fullThreads({ me: owner, threads }, threads));

/** The answer to `/i/bv`. */
export const bvAnswer = (threads: PracticeThread[]): string => JSON.stringify(threadList(threads));

const labelsOf = {
  draft: ['^all', '^r', '^r_bt'],
  send: ['^all', '^pfg', '^f_bt', '^f_btns', '^f_cl', '^i', '^u'],
  scheduled: ['^all', '^scheduled', '^r', '^r_bt'],
} as const;

/** A reply that is being written: the same `msg-a` id through all its saves, a new legacy and Message-ID at each. */
export interface InventedReply {
  thread: PracticeThread;
  id: string;
  text: string;
  to: PracticePerson[];
  cc?: PracticePerson[];
}

export function inventReply(thread: PracticeThread, to: PracticePerson[], text: string): InventedReply {
  serial += 1;
  return { thread, id: `msg-a:r-${Date.now()}${serial}`, text, to };
}

/** One `/i/s` request with its answer: the reply saved as a draft, sent, scheduled, or taken back (`draft` again). */
export function mutation(
  reply: InventedReply,
  what: keyof typeof labelsOf,
): { request: string; response: string; mail: PracticeMail } {
  serial += 1;
  const sentAt = Date.now();
  const mail: PracticeMail = {
    id: reply.id,
    legacyId: legacyHex(sentAt, serial),
    rfcId: `<reply-${serial}-${sentAt}@mail.harbour.example>`,
    from: me,
    to: reply.to,
    cc: reply.cc ?? [],
    sentAt,
    subject: `Re: ${reply.thread.subject}`,
    blocks: reply.text.split('\n\n'),
    labels: [...labelsOf[what]],
    attachments: [],
  };
  const operation: Wire = messageOperation(
    serial,
    reply.thread,
    mail,
    { own: toHtml(mail.blocks), quoted: '' },
    false,
  );
  return {
    request: JSON.stringify(mutationRequest([operation])),
    response: JSON.stringify(
      mutationAnswer([serial], [{ ...reply.thread, mails: [...reply.thread.mails, mail] }]),
    ),
    mail,
  };
}

/** What `showThread` needs, as plain data. */
export function threadForPage(thread: PracticeThread, open: 'last' | 'all' = 'last') {
  return {
    subject: thread.subject,
    id: thread.id,
    legacyId: thread.legacyId,
    messages: thread.mails.map((mail, index) => ({
      id: mail.id,
      legacyId: mail.legacyId,
      from: mail.from,
      to: [...mail.to, ...mail.cc],
      at: new Date(mail.sentAt).toString(),
      paragraphs: mail.blocks.filter((block): block is string => typeof block === 'string'),
      expanded: open === 'all' || index === thread.mails.length - 1,
    })),
  };
}

export type ThreadForPage = ReturnType<typeof threadForPage>;

/** Runs in the page: shows a thread as Gmail's page does. Also for pages of drivers that only take source text. */
export function showThread(thread: ThreadForPage): void {
  const make = (tag: string, attributes: Record<string, string>, ...children: (Node | string)[]) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const messages = thread.messages.map((message) =>
    message.expanded
      ? make(
          'div',
          { class: 'h7', role: 'listitem' },
          make(
            'div',
            {
              class: 'adn ads',
              'data-message-id': `#${message.id}`,
              'data-legacy-message-id': message.legacyId,
            },
            make(
              'h3',
              { class: 'iw' },
              make(
                'span',
                { class: 'gD', email: message.from.address, name: message.from.name },
                message.from.name,
              ),
            ),
            make(
              'span',
              { class: 'hb' },
              ...message.to.map((person) =>
                make('span', { class: 'g2', email: person.address, name: person.name }, person.name),
              ),
            ),
            make('span', { class: 'g3', title: message.at }, message.at),
            make(
              'div',
              { class: 'ii gt' },
              make(
                'div',
                { class: 'a3s aiL' },
                ...message.paragraphs.map((text) => make('div', { dir: 'ltr' }, text)),
              ),
            ),
          ),
        )
      : make('div', { class: 'kv', role: 'listitem' }, make('span', { class: 'yP' }, message.from.name)),
  );
  const view = document.getElementById('view');
  view?.replaceChildren(
    make(
      'div',
      { class: 'a98 iY' },
      make(
        'h2',
        {
          class: 'hP',
          'data-legacy-thread-id': thread.legacyId,
          'data-thread-perm-id': thread.id,
        },
        thread.subject,
      ),
      make('div', { role: 'list' }, ...messages),
    ),
  );
  location.hash = `#inbox/FMfcgz${thread.legacyId}`;
}

/** Runs in the page: back to the list. */
export function showInbox(): void {
  document.getElementById('view')?.replaceChildren('Inbox');
  location.hash = '#inbox';
}

/** Runs in the page: one request of the page's own; resolves when the answer is there. */
export function postSync({
  endpoint,
  body,
  c,
}: {
  endpoint: string;
  body: string;
  c: number;
}): Promise<number> {
  return new Promise((done) => {
    const xhr = new XMLHttpRequest();
    xhr.addEventListener('loadend', () => done(xhr.status));
    xhr.open('POST', `/sync/u/0/i/${endpoint}?hl=en&c=${c}&rt=r&pt=ji`);
    xhr.setRequestHeader('Content-Type', 'application/json');
    xhr.send(body);
  });
}
