import {
  automaticBody,
  becauseBody,
  browserBody,
  discussionList,
  footerBody,
  receiptBody,
  receiptSubject,
  spamWords,
  unsubscribeBody,
} from '@/utils/understand/classify/automated-words';
import { readLayout, readLines } from '@/utils/understand/classify/layout';
import {
  anybody,
  clickTalk,
  moreAutomatic,
  moreBecause,
  moreLeave,
  programEvent,
  publication,
  saleTalk,
  serviceTalk,
  teamSigns,
  toMany,
} from '@/utils/understand/classify/machine-words';
import { pitchMarks } from '@/utils/understand/classify/pitch';
import { readRecipients, readSender } from '@/utils/understand/classify/sender';

/** A mail made ready: `text` is its own words as a person sees them, `html` their markup or null. */
export interface ReadyMail {
  from: string;
  to: string;
  subject: string;
  /** The subject had a reply or forward prefix. */
  isReply: boolean;
  text: string;
  html: string | null;
  hasHistory: boolean;
}

/** "I" and its forms: people say it, mailings seldom. */
const firstPerson =
  /(?<![\p{L}\p{N}])(i|i['’](m|ve|ll|d)|me|my|mine|myself|ich|mir|mich|mein(e[rnms]?)?|je|j['’]\p{L}+|moi|mon|mes|yo|mi|mis|conmigo|quiero|quería|necesito|estoy|tengo|puedo|creo|io|mio|mia|sono|vorrei|posso|eu|meu|minha|estou|tenho|gostaria|preciso|ik|mij|mijn)(?![\p{L}\p{N}])|私|弊社|小職|当方/giu;
const ourWords =
  /(?<![\p{L}\p{N}])(you|your|yours|sie|ihnen|ihre[rnms]?|du|dein(e[rnms]?)?|vous|votre|vos|tu|te|usted|su|sus|lei|voi|vostro|você|seu|sua|u|uw|je|jouw)(?![\p{L}\p{N}])|貴社|御社|お客様/giu;
const greeting =
  /^\W{0,3}(hi|hello|hey|dear|good (morning|afternoon|evening|day)|hallo|guten (tag|morgen|abend)|moin|liebe[rs]?|sehr geehrte[r]?|bonjour|bonsoir|salut|chère?|madame|monsieur|hola|buen[oa]s|estimad[oa]|querid[oa]|ol[áa]|bo[am] (dia|tarde)|prezad[oa]|car[oa]|buongiorno|buonasera|gentile|ciao|spett|beste|geachte|dag|goede)\b/i;
const japaneseGreeting = /(様|さん)\s*$|お世話になって/m;
const thanks =
  /\b(thanks|thank you|thx|cheers|regards|best|sincerely|danke|gru(ß|ss)|grüße|mfg|merci|cordialement|gracias|saludos?|obrigad[oa]|abraço|atenciosamente|grazie|cordiali|saluti|bedankt|groet(en|jes)?|よろしく|宜しく)\b/i;

/** 0 to 1: where `value` lies between none and `full`. */
const share = (value: number, full: number) => Math.min(1, value / full);
const is = (condition: boolean) => (condition ? 1 : 0);

/**
 * What is seen of a mail, by name, each from 0 to 1. weights.ts has a weight for each; what they mean together was
 * learnt by scripts/train/bulk. Linear in the mail's length.
 */
export function featuresOf(mail: ReadyMail): Record<string, number> {
  const { text, subject, html } = mail;
  const sender = readSender(mail.from);
  const recipients = readRecipients(mail.to, mail.from);
  const layout = readLayout(html, text);
  const lines = readLines(text);
  // Two characters of Chinese or Japanese count as a word.
  const words = Math.max(
    1,
    (text.match(/\S+/g)?.length ?? 0) + (text.match(/[\u3040-\u30FF\u4E00-\u9FFF]/g)?.length ?? 0) / 2,
  );
  const flat = text.replace(/\s+/g, ' ');
  const head = text.slice(0, 400);
  const firstLines = text
    .split('\n', 12)
    .filter((line) => line.trim() !== '')
    .slice(0, 3);
  const greets = firstLines.some((line) => greeting.test(line)) || japaneseGreeting.test(head);
  const many = anybody.test(head);
  const first = flat.match(firstPerson)?.length ?? 0;
  const spam = spamWords.filter((word) => word.test(`${subject}\n${text}`)).length;
  const pitch = mail.isReply || mail.hasHistory ? 0 : pitchMarks(subject, text);
  const leave = unsubscribeBody.test(text) || moreLeave.test(flat);
  const discussion = discussionList.test(text.slice(-1500));
  const billed = receiptSubject.test(subject);
  const bill = receiptBody.test(text);
  return {
    robot: is(sender.word === 'robot'),
    mass: is(sender.word === 'mass'),
    billing: is(sender.word === 'billing'),
    office: is(sender.office),
    massHost: is(sender.massHost),
    madeUp: is(sender.madeUp),
    publisher: is(sender.publisher),
    person: is(sender.person),
    nameless: is(sender.nameless),
    toNobody: is(recipients.empty),
    toCrowd: is(recipients.crowd),
    toSelf: is(recipients.self),
    reply: is(mail.isReply),
    history: is(mail.hasHistory),
    subjectTag: is(/^\s*\[[^\]]{2,40}\]/.test(subject)),
    subjectShout: is(/\b[A-Z]{3,}\W{1,3}[A-Z]{3,}\b|!{2,}|\$\d|!\s*$/.test(subject)),
    subjectToken: is(
      /\b(?=[a-z0-9-]{6,}\b)[a-z]+\d+[a-z0-9-]*\b\s*$|\d{1,2}\/\d{1,2}\/\d{2,4}/i.test(subject),
    ),
    publication: is(publication.test(subject)),
    programEvent: is(programEvent.test(subject)),
    saleSubject: is(saleTalk.test(subject)),
    automatic: is(automaticBody.test(text) || moreAutomatic.test(flat)),
    because: is(becauseBody.test(flat) || moreBecause.test(flat)),
    leave: is(leave && !discussion),
    leaveList: is(leave && discussion),
    discussion: is(discussion),
    browser: is(browserBody.test(flat)),
    footer: is(footerBody.test(text)),
    receiptSubject: is(billed),
    receiptBody: is(bill),
    receiptBoth: is(billed && bill),
    sale: is(saleTalk.test(flat)),
    click: is(clickTalk.test(flat)),
    service: is(serviceTalk.test(`${subject} ${flat}`)),
    spam: share(Math.max(0, spam - 1), 2),
    spamMany: is(spam >= 3),
    pitch: share(Math.max(0, pitch - 1), 2),
    many: is(many),
    greets: is(greets && !many),
    thanks: is(thanks.test(text.slice(-600))),
    team: is(teamSigns.test(text.slice(-500))),
    toMany: share(flat.match(toMany)?.length ?? 0, 3),
    noI: is(first === 0 && words >= 25),
    noILong: is(first === 0 && words >= 60),
    i: share((100 * first) / words, 4),
    you: share((100 * (flat.match(ourWords)?.length ?? 0)) / words, 6),
    questions: share(flat.match(/\?(\s|$)/g)?.length ?? 0, 3),
    short: is(words < 40),
    long: is(words > 250),
    veryLong: is(words > 700),
    html: is(layout.html),
    links: share(layout.links, 10),
    // A signature has a few links too, whatever the length of the mail above it.
    linksDense: layout.links < 4 ? 0 : share((100 * layout.links) / words, 5),
    images: share(layout.images, 6),
    tables: share(layout.tables, 6),
    design: share(layout.design, 25),
    tracked: share(layout.tracked, 4),
    rules: share(lines.rules, 4),
    shouts: share(lines.shouts, 4),
    fields: share(lines.fields, 5),
    times: share(lines.times, 5),
    lists: share(lines.lists, 6),
    exclaim: share(flat.match(/!/g)?.length ?? 0, 5),
  };
}
