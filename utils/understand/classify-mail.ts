import {
  absenceSubject,
  bounceBody,
  bounceSubject,
  calendarBody,
  calendarSubject,
  readsAsAbsence,
} from '@/utils/understand/classify/automated-words';
import { classifyHeaders } from '@/utils/understand/classify/classify-headers';
import { featuresOf, type ReadyMail } from '@/utils/understand/classify/features';
import type { MailClass, MailKind, MailToClassify } from '@/utils/understand/classify/mail-class';
import { readSender } from '@/utils/understand/classify/sender';
import { bias, weights } from '@/utils/understand/classify/weights';
import { cleanSubject } from '@/utils/understand/clean-subject';
import { htmlToText } from '@/utils/understand/html-to-text';
import { splitReply } from '@/utils/understand/split-reply';
import { splitReplyHtml } from '@/utils/understand/split-reply-html';

/** As much of a body as is looked at: its beginning, and its end, where mailings say how to leave them. */
const MOST = 200_000;
const HEAD = 6000;
const TAIL = 4000;

function machine(kind: MailKind, reason: string): MailClass {
  return { automated: true, kind, reason };
}

function untagged(subject: string): string {
  return subject
    .replace(/\[[^\]]{1,40}\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The sender's own part of the mail, bounded, as the features want it. Shared with the training script. */
export function readyMail(mail: Pick<MailToClassify, 'from' | 'to' | 'subject' | 'body'>): ReadyMail {
  const body = mail.body.slice(0, MOST);
  const markup = /<(html|body|div|table|p|br|span)\b/i.test(body.slice(0, 20_000));
  const html = markup ? splitReplyHtml(body).replyHtml : null;
  const own = html === null ? splitReply(body).reply : htmlToText(html);
  // Read once more only where something was cut off.
  const whole = html === null ? body : html.length < body.length ? htmlToText(body) : own;
  // A mail that is nothing but "history" is a forward or a list of dashes: then all of it counts.
  const text = own.trim() === '' ? whole : own;
  const subject = mail.subject.slice(0, 300).trim();
  const bare = cleanSubject(subject);
  return {
    from: mail.from,
    to: mail.to,
    subject: bare,
    // A list's or a program's tag is no reply.
    isReply: untagged(bare) !== untagged(subject),
    text: text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}` : text,
    html: html === null ? null : html.slice(0, MOST),
    hasHistory: own.length + 40 < whole.trim().length && own.trim() !== '',
  };
}

/**
 * Whether a person wrote this mail to somebody, or a machine wrote or spread it. Needs no headers; with them it is surer.
 * In doubt a person wrote it: a customer's mail lost is worse than a newsletter too many.
 */
export function classifyMail(mail: MailToClassify): MailClass {
  const fromHeaders = mail.headers ? classifyHeaders(mail.headers) : null;
  if (fromHeaders) return fromHeaders;
  const ready = readyMail(mail);
  return byForm(mail, ready) ?? byFeatures(ready);
}

/** Bounces, absence notes and calendars' mail have set forms. */
function byForm(mail: MailToClassify, { text, subject }: ReadyMail): MailClass | null {
  const raw = mail.subject.slice(0, 300).trim();
  const body = mail.body.slice(0, HEAD * 4);
  const sender = readSender(mail.from).word;
  if (sender === 'bounce') return machine('bounce', 'bounce-sender');
  if (bounceSubject.test(subject) && (bounceBody.test(body) || text.length < 200))
    return machine('bounce', 'bounce-subject');
  if (absenceSubject.test(raw) && text.length < 3000) return machine('out-of-office', 'absence-subject');
  if (readsAsAbsence(text)) return machine('out-of-office', 'absence-text');
  const calendar = calendarBody.test(body) || calendarBody.test(text.replace(/\s+/g, ' '));
  if (calendarSubject.test(raw) && (calendar || text.length < 40 || /@.*\d{4}.*\(/.test(raw)))
    return machine('calendar-robot', 'calendar-subject');
  if (sender === 'robot' && calendar) return machine('calendar-robot', 'calendar-text');
  return null;
}

/** How much the features say "machine"; above 0 it is one. Also for the training script. */
export function machineScore(features: Record<string, number>): number {
  let score = bias;
  for (const [name, value] of Object.entries(features)) score += value * (weights[name] ?? 0);
  return score;
}

/** Marks that leave little doubt, in points; from three on it is a machine, whatever else is seen. */
const certain: readonly (readonly [name: string, points: number])[] = [
  ['robot', 3],
  ['automatic', 3],
  ['because', 2],
  ['leave', 2],
  ['browser', 2],
  ['mass', 2],
  ['receiptBoth', 2],
  ['billing', 1],
  ['footer', 1],
  // People answer; machines seldom do.
  ['reply', -3],
  ['history', -1],
  // The footer of a list of people is not their mail.
  ['discussion', -2],
];

function certainPoints(seen: Readonly<Record<string, number>>): number {
  return certain.reduce((sum, [name, points]) => sum + ((seen[name] ?? 0) > 0 ? points : 0), 0);
}

/** Whether the marks alone decide; the training script asks it too. */
export function isCertain(seen: Readonly<Record<string, number>>): boolean {
  return certainPoints(seen) >= 3 || (seen['pitch'] ?? 0) >= 1;
}

/**
 * What only machines and mailings leave behind. Without one of these no manner of writing makes a mail automatic: a short
 * "please send us the offer" says "you" and never "I", as advertising does.
 */
const machineMarks = [
  ...['robot', 'mass', 'massHost', 'madeUp', 'publisher', 'publication', 'programEvent', 'subjectToken'],
  ...['saleSubject', 'automatic', 'because', 'leave', 'leaveList', 'browser', 'footer', 'receiptBoth'],
  ...['sale', 'click', 'service', 'spam', 'spamMany', 'pitch', 'toNobody', 'toCrowd'],
  ...['links', 'linksDense', 'images', 'tables', 'design', 'tracked'],
];

/** How far the learnt sum must be on the machine's side: a customer lost is worse than a newsletter too many. */
const MARGIN = 0.25;

function byFeatures(ready: ReadyMail): MailClass {
  const seen = featuresOf(ready);
  const has = (name: string) => (seen[name] ?? 0) > 0;
  const byMarks = isCertain(seen);
  const why = Object.entries(seen)
    .map(([name, value]) => ({ name, part: value * (weights[name] ?? 0) }))
    .filter(
      ({ name, part }) =>
        part > 0.2 || (byMarks && has(name) && certain.some(([mark, n]) => mark === name && n > 0)),
    )
    .sort((a, b) => b.part - a.part)
    .slice(0, 5)
    .map(({ name }) => name)
    .join(' ');
  if ((seen['pitch'] ?? 0) >= 1) return machine('spam-like', 'pitch');
  const marked = machineMarks.some(has);
  if (!byMarks && !(marked && machineScore(seen) > MARGIN))
    return { automated: false, kind: 'human', reason: why === '' ? 'nothing' : why };
  const reason = why === '' ? 'sum' : why;
  if (has('receiptBoth') || (has('billing') && (has('receiptSubject') || has('receiptBody'))))
    return machine('receipt', reason);
  if (has('spamMany') && !has('robot')) return machine('spam-like', reason);
  const mailing =
    has('mass') ||
    has('browser') ||
    ((has('leave') || has('sale') || has('publication')) && !has('robot') && !has('programEvent'));
  return machine(mailing && !(has('robot') && has('because')) ? 'newsletter' : 'notification', reason);
}
