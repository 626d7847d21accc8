import { firstNames } from '@/utils/understand/signature/first-names';
import * as words from '@/utils/understand/signature/gazetteer';
import * as line from '@/utils/understand/signature/line-words';
import { labelOf } from '@/utils/understand/signature/phone-labels';
import { isGreeting, isSignatureMark } from '@/utils/understand/signature-marks';

/** Whom the mail's header names. */
export interface Sender {
  email?: string;
  name?: string;
}

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}]/u;
const link =
  /(https?:\/\/|www\.)\S|\b[a-z0-9-]{2,40}\.(com|org|net|de|fr|co\.uk|es|it|nl|pt|io|eu|example|test)\b/i;
const number = /(?<![\d])[+(]?\d[\d\s().\-/]{5,20}\d/;
const extension = /^\W{0,3}((x|ext\.?|ph\.?|tel\.?|extension)[\s.:-]{0,3}(\d-)?\d{3,5}|\d-\d{4})\W{0,3}$/i;
const zip =
  /\b(\d{5}(-\d{4})?|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4}-\d{3}|〒?\d{3}-\d{4})\b/;
const jaFirm = /株式会社|有限会社|合同会社|㈱|財団|社団|協会|大学/;
const jaRest = /(部|課|室|係|長|担当|〒|都|県|市|区|電話|携帯|内線)/;

/** Words of the sender's name and address, folded; initials too. */
export interface Who {
  parts: readonly string[];
  initials: string;
  local: string;
}

export function whoOf(sender: Sender | undefined): Who {
  const name = (sender?.name ?? '')
    .replace(/\[.*$|<.*$/, '')
    .replace(/["']/g, ' ')
    .slice(0, 120);
  const local = (sender?.email ?? '').replace(/^.*mailto:/, '').split('@')[0] ?? '';
  const raw = [...(name.includes('@') ? [] : name.split(/[\s,.]+/)), ...local.split(/[._-]+/)];
  const parts = [...new Set(raw.map((part) => words.fold(part)).filter((part) => part.length > 1))];
  return {
    parts,
    initials: parts
      .map((part) => part.charAt(0))
      .sort()
      .join(''),
    local: words.fold(local),
  };
}

/** What is seen of one line, by itself. */
export interface Seen {
  text: string;
  marks: string[];
}

function lengthName(length: number): string {
  return length <= 4
    ? '4'
    : length <= 12
      ? '12'
      : length <= 25
        ? '25'
        : length <= 45
          ? '45'
          : length <= 66
            ? '66'
            : length <= 85
              ? '85'
              : 'long';
}

/** What is seen of a line whoever sent it, and its words. */
interface BareLine {
  text: string;
  marks: readonly string[];
  /** Without bullets and stars around it. */
  inner: string;
  folded: readonly string[];
  namely: boolean;
}

/** A mail's lines are looked at twice: where its words end, and who signed. Longer ones are looked at anew. */
const looked = new Map<string, BareLine>();
const MAX_LOOKED = 600;
const MAX_KEPT = 400;

function bareLine(raw: string): BareLine {
  const known = looked.get(raw);
  if (known) return known;
  const bare = look(raw);
  if (looked.size >= MAX_LOOKED) looked.clear();
  if (raw.length <= MAX_KEPT) looked.set(raw, bare);
  return bare;
}

/** Features of the line itself; bounded by its first 400 characters. */
export function seenOf(raw: string, sender: Who): Seen {
  const { text, marks: bare, inner, folded, namely } = bareLine(raw);
  const marks = [...bare];
  const add = (name: string, holds: boolean) => {
    if (holds) marks.push(name);
  };
  if (sender.parts.length > 0) {
    const own = folded.filter(
      (token) => sender.parts.includes(token) || (token.length > 3 && sender.local.includes(token)),
    ).length;
    add('own', own > 0);
    add(
      'ownonly',
      own > 0 && own >= folded.length - 2 && (own > 1 || own >= folded.length - 1) && folded.length <= 4,
    );
    add('initials', folded.length === 1 && inner.length <= 5 && isInitials(inner, sender.initials));
    add('notown', namely && own === 0);
  } else {
    marks.push('nobody');
    add('initials', /^\p{L}{1,3}\.?$/u.test(inner));
  }
  return { text, marks };
}

function look(raw: string): BareLine {
  const text = raw.trim().slice(0, 400);
  const marks: string[] = [`len${lengthName(text.length)}`];
  const add = (name: string, holds: boolean) => {
    if (holds) marks.push(name);
  };
  const inner = text.replace(/^[\s|*>•·+\\/-]{1,8}/, '').replace(/[\s|*_]+$/, '');
  const tokens = inner.match(/[\p{L}\p{M}][\p{L}\p{M}'’.&-]*/gu) ?? [];
  const folded = tokens.map((token) => words.fold(token));
  const capital = tokens.filter((token) => /^\p{Lu}/u.test(token)).length;
  const small = folded.filter((token) => line.smallWords.has(token)).length;
  const hasNumber = number.test(text);
  const signed = isSignatureMark(raw.slice(0, 12));

  add('mark', signed);
  add('dashes', !signed && /^\s*[-_–—]{1,3}\s*$/.test(raw.slice(0, 12)));
  add('rule', line.isRule(text));
  add('closing', line.isClosing(text));
  add('greeting', isGreeting(text));
  add('footer', line.isFooter(text));
  add('legal', line.isLegal(text));
  add('attached', line.isAttachment(text));
  add('code', line.isCode(text));
  add('email', email.test(text));
  add('link', link.test(text));
  add('phone', hasNumber);
  add('dial', hasNumber && labelOf(text.slice(0, text.search(/\d/)), 'end').length > 0);
  add('dialafter', hasNumber && labelOf(text.replace(/^.*\d/, ''), 'start').length > 0);
  add('onlyphone', /^[\d\s().+/-]{7,24}$/.test(inner));
  add('ext', extension.test(inner) || /\bx[-. ]?\d{4,5}\b/i.test(inner));
  add('zip', zip.test(text));
  add('streetno', /^\d{1,5}\s\p{Lu}/u.test(inner) || /\p{L}\s\d{1,4}[a-z]?$/u.test(inner));
  add(
    'job',
    folded.some((token) => words.jobs.has(token)),
  );
  add(
    'part',
    folded.some((token) => words.jobParts.has(token)),
  );
  add(
    'dept',
    folded.some((token) => words.departments.has(token)),
  );
  add('legalform', folded.some((token) => words.legalForms.has(token)) || jaFirm.test(text));
  add('ja', jaRest.test(text) && /^[^。]{1,30}$/.test(text));
  add(
    'firm',
    folded.some((token) => words.companyWords.has(token)),
  );
  add(
    'street',
    folded.some((token) => words.streets.has(token) || words.streetEnding.test(token)),
  );
  add(
    'place',
    folded.some((token) => words.addressWords.has(token)),
  );
  add(
    'city',
    folded.some((token) => words.cities.has(token) || words.countries.has(token)),
  );
  add('quoted', /^["“„«]/.test(text));
  add('quoteby', /^[-–—~]{1,3}\s?\p{Lu}/u.test(text));
  add('bar', /\S\s*[|·•]\s*\S/.test(text));
  add('cols', /\S\s{4,}\S/.test(text));
  add('colon', /^[\p{L}-]{1,14}\s?:/u.test(inner));
  add('lead', /:$/.test(text));
  add('ends', /[.!?;]$/.test(text) && tokens.length > 4);
  add('question', /\?/.test(text));
  add('comma', /,$/.test(text));
  add('lower', /^\p{Ll}/u.test(text));
  add('item', /^([-*•+]|\d{1,2}[.)])\s/.test(text));
  add('indent', raw.length - raw.trimStart().length >= 4);
  add('ps', /^p\.?\s?s\.?\b|^pd:|^追伸/i.test(text));
  add('date', /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}:\d\d\b/.test(text));
  marks.push(
    `small${Math.min(small, 4)}`,
    `words${tokens.length <= 5 ? tokens.length : tokens.length <= 9 ? '9' : 'many'}`,
  );
  if (tokens.length > 0) marks.push(`caps${Math.floor((4 * capital) / tokens.length)}`);
  if (tokens.length === 0) marks.push('wordless');
  // A name and nothing else.
  const namely =
    tokens.length > 0 &&
    tokens.length <= 4 &&
    inner.length <= 40 &&
    !/[\d?!;:@]/.test(inner) &&
    capital === tokens.length;
  add('namely', namely);
  add('first', folded.length > 0 && folded.length <= 4 && firstNames.has(folded[0] ?? ''));
  return { text, marks, inner, folded, namely };
}

function isInitials(text: string, initials: string): boolean {
  const letters = words.fold(text).replace(/[^a-z]/g, '');
  return letters !== '' && letters.length <= 4 && [...letters].every((letter) => initials.includes(letter));
}
