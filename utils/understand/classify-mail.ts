import {
  absenceSubject,
  automaticBody,
  becauseBody,
  bounceBody,
  bounceSubject,
  browserBody,
  calendarBody,
  calendarSubject,
  discussionList,
  footerBody,
  readsAsAbsence,
  receiptBody,
  receiptSubject,
  senderWord,
  spamWords,
  unsubscribeBody,
} from '@/utils/understand/automated-words';
import { classifyHeaders } from '@/utils/understand/classify-headers';
import { cleanSubject } from '@/utils/understand/clean-subject';
import { htmlToText } from '@/utils/understand/html-to-text';
import type { MailClass, MailKind, MailToClassify } from '@/utils/understand/mail-class';
import { splitReply } from '@/utils/understand/split-reply';

/** As much of a body as is looked at: its beginning, and its end, where mailings say how to leave them. */
const HEAD = 6000;
const TAIL = 4000;
/** Points from which a mail counts as automatic. */
const ENOUGH = 3;

/** The address in `Name <address>`, or the whole. */
function addressIn(from: string): string {
  const text = from.slice(-400).trim();
  const open = text.lastIndexOf('<');
  return (open >= 0 ? text.slice(open + 1).replace(/>.*$/, '') : text).trim().toLowerCase();
}

function machine(kind: MailKind, reason: string): MailClass {
  return { automated: true, kind, reason };
}

/**
 * Whether a person wrote this mail to somebody, or a machine wrote or spread it. Needs no headers; with them it is surer.
 * In doubt a person wrote it: a customer's mail lost is worse than a newsletter too many.
 */
export function classifyMail(mail: MailToClassify): MailClass {
  const fromHeaders = mail.headers ? classifyHeaders(mail.headers) : null;
  if (fromHeaders) return fromHeaders;

  const whole = /<(html|body|div|table|p|br)\b/i.test(mail.body.slice(0, 20_000))
    ? htmlToText(mail.body)
    : mail.body;
  const { reply } = splitReply(whole.slice(0, 200_000));
  const text = reply.length > HEAD + TAIL ? `${reply.slice(0, HEAD)}\n${reply.slice(-TAIL)}` : reply;
  const subject = mail.subject.slice(0, 300).trim();
  const bareSubject = cleanSubject(subject);
  const isReply = bareSubject !== subject.replace(/\s+/g, ' ');
  const sender = senderWord(addressIn(mail.from));

  if (sender === 'bounce' || bounceSubject.test(bareSubject)) {
    if (sender === 'bounce' || bounceBody.test(whole.slice(0, HEAD)) || text.length < 200)
      return machine('bounce', 'bounce');
  }
  if (absenceSubject.test(subject) && text.length < 3000) return machine('out-of-office', 'absence-subject');
  if (readsAsAbsence(text)) return machine('out-of-office', 'absence-text');
  if (
    calendarSubject.test(subject) &&
    (calendarBody.test(whole.slice(0, HEAD)) || text.length < 40 || /@.*\d{4}.*\(/.test(subject))
  ) {
    return machine('calendar-robot', 'calendar-subject');
  }
  if (sender === 'robot' && calendarBody.test(text)) return machine('calendar-robot', 'calendar-text');
  return weigh({
    text,
    subject: bareSubject,
    isReply,
    sender,
    hasHistory: reply.length + 40 < whole.trim().length,
  });
}

function weigh(mail: {
  text: string;
  subject: string;
  isReply: boolean;
  sender: ReturnType<typeof senderWord>;
  hasHistory: boolean;
}): MailClass {
  const { text, sender } = mail;
  const reasons: string[] = [];
  let points = 0;
  const give = (worth: number, reason: string, when: boolean) => {
    if (!when) return false;
    points += worth;
    reasons.push(reason);
    return true;
  };
  const billed = receiptSubject.test(mail.subject);
  const receipt =
    (sender === 'billing' && billed) ||
    (billed && receiptBody.test(text)) ||
    (sender === 'billing' && receiptBody.test(text));
  give(3, 'robot-sender', sender === 'robot');
  give(2, 'mass-sender', sender === 'mass');
  give(1, 'billing-sender', sender === 'billing');
  give(2, 'receipt', receipt);
  const automatic = give(3, 'automatic', automaticBody.test(text));
  const because = give(2, 'because', becauseBody.test(text));
  const leave = give(2, 'unsubscribe', unsubscribeBody.test(text));
  const browser = give(2, 'browser', browserBody.test(text));
  const footer = give(1, 'footer', footerBody.test(text));
  const links = text.match(/https?:\/\//g)?.length ?? 0;
  give(1, 'links', links >= 8);
  const spam = spamWords.filter((word) => word.test(`${mail.subject}\n${text}`)).length;
  give(3, 'spam-words', spam >= 3);
  // People answer; machines seldom do. Lists of people have footers of their own.
  give(-3, 'reply', mail.isReply && sender !== 'robot');
  give(-1, 'history', mail.hasHistory && sender !== 'robot');
  give(-2, 'discussion', leave && discussionList.test(text.slice(-1500)));

  const reason = reasons.join(' ');
  if (points < ENOUGH) return { automated: false, kind: 'human', reason: reason === '' ? 'nothing' : reason };
  if (receipt) return machine('receipt', reason);
  if (spam >= 3 && sender !== 'robot') return machine('spam-like', reason);
  const newsletter =
    browser || sender === 'mass' || (leave && (footer || !automatic) && !(sender === 'robot' && because));
  return machine(newsletter ? 'newsletter' : 'notification', reason);
}
