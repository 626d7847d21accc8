import { type Cues, cuesOf, smallTalk } from '@/utils/understand/asks/cues';
import { dueIn } from '@/utils/understand/asks/due';
import { asksByForm, promisesByForm } from '@/utils/understand/asks/forms';
import { dayFirstIn, languageOf } from '@/utils/understand/asks/language';
import { type Unit, unitsOf } from '@/utils/understand/asks/units';
import { classifySentence } from '@/utils/understand/classify-sentence';
import { plain } from '@/utils/understand/dates/tokens';
import { isPleasantry } from '@/utils/understand/signature-marks';

export type AskKind = 'asked-of-me' | 'promised-by-me' | 'promised-by-them';

export interface Ask {
  kind: AskKind;
  /** The whole sentence or list item, as it is written but for white space. */
  sentence: string;
  /** `YYYY-MM-DD` in the rep's zone. */
  due: string | null;
  /** 0 to 1. */
  score: number;
}

export interface MailForAsks {
  /** When the mail came or went: a local time, or an instant with `Z` or an offset. */
  received: string;
  /** The rep's zone (IANA), into which an instant is turned. */
  timeZone: string;
  lang?: string | undefined;
  direction: 'received' | 'sent';
  /** The rep. */
  me: { names: readonly string[]; addresses: readonly string[] };
  subject?: string | undefined;
}

/** A mail's text is long enough with this; asks further down are in nobody's next step. */
const MAX_READ = 12_000;
const MAX_UNITS = 150;
/** Days are read in so many sentences: who asks more often than that means the first. */
const MAX_DATED = 30;
const MAX_SENTENCE = 600;
/** From here on the model's word alone makes an ask. */
const SURE = 0.8;
/** An item below "what we need", which says nothing itself of who is to do it. */
const LISTED = 0.75;

/** Made once: making one costs as much as reading a short mail. A rep has one zone, or a few while travelling. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  if (clocks.size >= 20) clocks.clear();
  clocks.set(timeZone, made);
  return made;
}

/** `YYYY-MM-DDTHH:mm:ss` in the zone; what is local already stays. */
function localTime(received: string, timeZone: string): string {
  if (!/(z|[+-]\d\d:?\d\d)$/i.test(received)) return received;
  const at = Date.parse(received);
  if (Number.isNaN(at)) return received;
  const parts = clockOf(timeZone).formatToParts(at);
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? '00';
  return `${get('year')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}:${get('second')}`;
}

const openers = new Set(
  'also and but so yes no ok okay however finally meanwhile otherwise unfortunately thanks first second third then please additionally lastly next ja nein also ausserdem zudem leider danke bitte gerne oui non aussi enfin sinon merci ensuite si no tambien ademas gracias por finalmente entonces perfecto perfekt perfect super great good sorry'.split(
    ' ',
  ),
);

/** "Hannah, can you …": a name that is not the rep's. */
function toSomebodyElse(sentence: string, me: MailForAsks['me']): boolean {
  const named = /^@?(\p{Lu}[\p{L}'’-]{1,20})( \p{Lu}[\p{L}'’-]{1,20})?\s?[,:–-]\s/u.exec(sentence);
  const first = named?.[1];
  if (first === undefined) return false;
  const name = plain(first);
  if (openers.has(name)) return false;
  const own = me.names.flatMap((each) => plain(each).split(/[\s,]+/));
  if (own.includes(name)) return false;
  const tag = plain(named?.[0] ?? '');
  // "W-2 mapping sheet: …" and "Kick-off: …" are no names.
  return !/:\s$/.test(tag) && own.length > 0;
}

function asksFor(unit: Unit, text: string, cues: Cues | null, lang: string): number {
  if (cues?.polite.test(text)) return 0;
  if (/[?？]$/.test(text)) return smallTalk.test(text) ? 0 : 0.9;
  if (cues?.ask.test(text)) return 0.85;
  if (asksByForm(text, lang)) return 0.8;
  if (unit.lead !== null && (cues?.wants.test(unit.lead) || cues?.ask.test(unit.lead))) return LISTED;
  return 0;
}

function promises(
  text: string,
  cues: Cues | null,
  mail: { lang: string; received: boolean },
  due: () => string | null,
): number {
  if (cues?.idle.test(text) || cues?.polite.test(text)) return 0;
  if (cues?.promise.test(text)) return 0.85;
  if (promisesByForm(text, mail.lang, mail.received)) return 0.8;
  return cues?.dated?.test(text) === true && due() !== null ? 0.75 : 0;
}

/**
 * What a mail asks of the rep, and who promised what by when. `text` is the sender's own words (`ownWords`). In a
 * received mail the sender's wants are `asked-of-me` and their promises `promised-by-them`; in a sent one the rep's
 * promises are `promised-by-me` and wants say nothing. English, German, French, Spanish; Italian, Dutch, Portuguese in
 * the plainer forms, Japanese in set ones. In the order of the text, linear time.
 */
export function findAsks(text: string, mail: MailForAsks): Ask[] {
  const read = text.slice(0, MAX_READ);
  const lang = (mail.lang ?? languageOf(read)).slice(0, 2).toLowerCase();
  const cues = cuesOf(lang);
  const spoken = { lang, received: mail.direction === 'received' };
  const local = localTime(mail.received, mail.timeZone);
  const dayFirst = dayFirstIn(read, lang);
  const units = unitsOf(read).slice(0, MAX_UNITS);
  const asks: Ask[] = [];
  let dated = 0;
  for (const [at, unit] of units.entries()) {
    const sentence = unit.text;
    if (sentence.length > MAX_SENTENCE || /[:：]$/.test(sentence)) continue;
    const simple = plain(sentence).replace(/\s+/g, ' ').trim();
    let known: string | null | undefined;
    const due = () => {
      if (known === undefined) {
        dated += 1;
        known = dated > MAX_DATED ? null : dueIn(sentence, local, lang, dayFirst);
      }
      return known;
    };
    if (mail.direction === 'sent') {
      const score = promises(simple, cues, spoken, due);
      if (score > 0) asks.push({ kind: 'promised-by-me', sentence, due: due(), score });
      continue;
    }
    const model = () =>
      lang === 'en' && cues?.polite.test(simple) !== true
        ? classifySentence(sentence, {
            prev: units[at - 1]?.text,
            next: units[at + 1]?.text,
            subject: mail.subject,
          }).score
        : 0;
    const promise = promises(simple, cues, spoken, due);
    const ruled = asksFor(unit, simple, cues, lang);
    const asked = ruled > LISTED || promise === 0 ? ruled : 0;
    let score = asked;
    if (asked === 0 && promise === 0) {
      // Only where no rule speaks: the model is what costs most.
      const said = model();
      if (said >= SURE) score = said;
    }
    const by = score > 0 || promise > 0 ? due() : null;
    if (score > 0 && !toSomebodyElse(sentence, mail.me)) {
      if (!isPleasantry(sentence) || by !== null)
        asks.push({ kind: 'asked-of-me', sentence, due: by, score });
    } else if (promise > 0) asks.push({ kind: 'promised-by-them', sentence, due: by, score: promise });
  }
  return asks;
}

/**
 * The one that is the rep's next step: what is asked of or promised by the rep before what the other side promised,
 * then what is due first, what has a date before what has none, then the first in the text. Null of none.
 */
export function chooseNextStep(asks: readonly Ask[]): Ask | null {
  let best: Ask | null = null;
  for (const ask of asks) if (!best || before(ask, best)) best = ask;
  return best;
}

function before(a: Ask, b: Ask): boolean {
  const mineA = a.kind !== 'promised-by-them';
  const mineB = b.kind !== 'promised-by-them';
  if (mineA !== mineB) return mineA;
  if (a.due === null || b.due === null) return a.due !== null && b.due === null;
  return a.due < b.due;
}
