import type { Block, Quote } from '@/utils/practice/blocks';
import { legacyHex, messageId, threadId } from '@/utils/practice/gmail-ids';
import { writtenMails } from '@/utils/practice/mails';
import type { PracticePerson } from '@/utils/practice/people';

export interface PracticeMail {
  /** Gmail's own id, `msg-f:…` received, `msg-a:…` written here. */
  id: string;
  legacyId: string;
  /** The Message-ID, in angle brackets. */
  rfcId: string;
  from: PracticePerson;
  to: PracticePerson[];
  cc: PracticePerson[];
  /** ms since 1970. */
  sentAt: number;
  subject: string;
  blocks: Block[];
  labels: string[];
  attachments: { name: string; mime: string; size: number }[];
}

export interface PracticeThread {
  id: string;
  legacyId: string;
  subject: string;
  unread: boolean;
  /** Oldest first. */
  mails: PracticeMail[];
}

export interface Mailbox {
  me: PracticePerson;
  /** Newest first. */
  threads: PracticeThread[];
}

/** A mail as it is written down in mails.ts; ids and quoted history are made from it. */
export interface WrittenMail {
  from: PracticePerson;
  to: PracticePerson[];
  cc?: PracticePerson[];
  hoursAgo: number;
  subject?: string;
  blocks: Block[];
  /** True: the mail before it stands quoted below, as most programs do it. */
  quotes?: boolean;
  labels?: string[];
  attachments?: PracticeMail['attachments'];
}

export interface WrittenThread {
  subject: string;
  unread?: boolean;
  mails: WrittenMail[];
}

const HOUR = 3_600_000;

/**
 * The invented mailbox, its mails dated back from `began` (ms since 1970). The same `began` gives the same ids, so
 * that a thread logged before a reload is known after it.
 */
export function createMailbox(began: number): Mailbox {
  const { me, threads } = writtenMails();
  return {
    me,
    threads: threads
      .map((thread, index) => createThread(thread, index, began, me))
      .sort((a, b) => lastAt(b) - lastAt(a)),
  };
}

function createThread(
  written: WrittenThread,
  index: number,
  began: number,
  me: PracticePerson,
): PracticeThread {
  const mails: PracticeMail[] = [];
  for (const [position, mail] of written.mails.entries()) {
    const sentAt = Math.round(began - mail.hoursAgo * HOUR);
    const serial = index * 64 + position;
    const before = mails.at(-1);
    const mine = mail.from.address === me.address;
    mails.push({
      id: messageId(sentAt, serial, mine),
      legacyId: legacyHex(sentAt, serial),
      rfcId: `<${sentAt.toString(36)}.${serial}@mail.${mail.from.address.split('@')[1]}>`,
      from: mail.from,
      to: mail.to,
      cc: mail.cc ?? [],
      sentAt,
      subject: mail.subject ?? (before ? `Re: ${written.subject}` : written.subject),
      blocks: mail.quotes && before ? [...mail.blocks, quoteOf(before)] : mail.blocks,
      labels: labelsOf(mail, mine, written.unread === true && position === written.mails.length - 1),
      attachments: mail.attachments ?? [],
    });
  }
  const first = mails[0];
  const startedAt = first?.sentAt ?? began;
  return {
    id: threadId(startedAt, index * 64),
    legacyId: legacyHex(startedAt, index * 64),
    subject: written.subject,
    unread: written.unread === true,
    mails,
  };
}

function labelsOf(mail: WrittenMail, mine: boolean, unread: boolean): string[] {
  if (mine) return ['^all', '^f', '^f_bt', '^i', '^o', '^sq_ig_i_personal'];
  return [
    '^all',
    '^i',
    ...(mail.labels ?? ['^smartlabel_personal', '^sq_ig_i_personal']),
    unread ? '^u' : '^o',
  ];
}

/** A mail as the next one quotes it; what it quoted itself goes along, as in real threads. */
export function quoteOf(mail: PracticeMail): Quote {
  const when = new Date(mail.sentAt).toUTCString().slice(0, 22);
  return {
    quote: `On ${when}, ${mail.from.name} <${mail.from.address}> wrote:`,
    blocks: mail.blocks,
  };
}

export function lastAt(thread: PracticeThread): number {
  return thread.mails.at(-1)?.sentAt ?? 0;
}

export function findThread(mailbox: Mailbox, id: string): PracticeThread | undefined {
  return mailbox.threads.find((thread) => thread.id === id || thread.legacyId === id);
}

export const isDraft = (mail: PracticeMail): boolean => mail.labels.includes('^r');
