import { isGreeting, isSignatureMark } from '@/utils/understand/signature-marks';
import type { Position } from '@/utils/understand/signature/chain';
import { firstNames } from '@/utils/understand/signature/first-names';
import * as words from '@/utils/understand/signature/gazetteer';
import * as line from '@/utils/understand/signature/line-words';
import { labelOf } from '@/utils/understand/signature/phone-labels';

/** Whom the mail's header names. */
export interface Sender {
  email?: string;
  name?: string;
}

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}]/u;
const link = /(https?:\/\/|www\.)\S|\b[a-z0-9-]{2,40}\.(com|org|net|de|fr|co\.uk|es|it|nl|pt|io|eu|example|test)\b/i;
const number = /(?<![\d])[+(]?\d[\d\s().\-/]{5,20}\d/;
const extension = /^\W{0,3}((x|ext\.?|ph\.?|tel\.?|extension)[\s.:-]{0,3}(\d-)?\d{3,5}|\d-\d{4})\W{0,3}$/i;
const zip = /\b(\d{5}(-\d{4})?|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4}-\d{3}|〒?\d{3}-\d{4})\b/;
const jaFirm = /株式会社|有限会社|合同会社|㈱|財団|社団|協会|大学/;
const jaRest = /(部|課|室|係|長|担当|〒|都|県|市|区|電話|携帯|内線)/;

/** Words of the sender's name and address, folded; initials too. */
interface Who {
  parts: readonly string[];
  initials: string;
  local: string;
}

function whoOf(sender: Sender | undefined): Who {
  const name = (sender?.name ?? '').replace(/\[.*$|<.*$/, '').replace(/["']/g, ' ').slice(0, 120);
  const local = (sender?.email ?? '').replace(/^.*mailto:/, '').split('@')[0] ?? '';
  const raw = [...(name.includes('@') ? [] : name.split(/[\s,.]+/)), ...local.split(/[._-]+/)];
  const parts = [...new Set(raw.map((part) => words.fold(part)).filter((part) => part.length > 1))];
  return { parts, initials: parts.map((part) => part.charAt(0)).sort().join(''), local: words.fold(local) };
}

/** What is seen of one line, by itself. */
export interface Seen {
  text: string;
  marks: string[];
}

function lengthName(length: number): string {
  return length <= 4 ? '4' : length <= 12 ? '12' : length <= 25 ? '25' : length <= 45 ? '45' : length <= 66 ? '66' : length <= 85 ? '85' : 'long';
}

/** Features of the line itself; bounded by its first 400 characters. */
export function seenOf(raw: string, sender: Who, where: { indent: number }): Seen {
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

  add('mark', isSignatureMark(raw.slice(0, 12)));
  add('dashes', /^\s*[-_–—]{1,3}\s*$/.test(raw.slice(0, 12)) && !isSignatureMark(raw.slice(0, 12)));
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
  add('job', folded.some((token) => words.jobs.has(token)));
  add('part', folded.some((token) => words.jobParts.has(token)));
  add('dept', folded.some((token) => words.departments.has(token)));
  add('legalform', folded.some((token) => words.legalForms.has(token)) || jaFirm.test(text));
  add('ja', jaRest.test(text) && /^[^。]{1,30}$/.test(text));
  add('firm', folded.some((token) => words.companyWords.has(token)));
  add('street', folded.some((token) => words.streets.has(token) || words.streetEnding.test(token)));
  add('place', folded.some((token) => words.addressWords.has(token)));
  add('city', folded.some((token) => words.cities.has(token) || words.countries.has(token)));
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
  add('indent', where.indent >= 4);
  add('ps', /^p\.?\s?s\.?\b|^pd:|^追伸/i.test(text));
  add('date', /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}:\d\d\b/.test(text));
  marks.push(`small${Math.min(small, 4)}`, `words${tokens.length <= 5 ? tokens.length : tokens.length <= 9 ? '9' : 'many'}`);
  if (tokens.length > 0) marks.push(`caps${Math.floor((4 * capital) / tokens.length)}`);
  if (tokens.length === 0) marks.push('wordless');
  // A name and nothing else.
  const namely = tokens.length > 0 && tokens.length <= 4 && inner.length <= 40 && !/[\d?!;:@]/.test(inner) && capital === tokens.length;
  add('namely', namely);
  add('first', folded.length > 0 && folded.length <= 4 && firstNames.has(folded[0] ?? ''));
  if (sender.parts.length > 0) {
    const own = folded.filter((token) => sender.parts.includes(token) || (token.length > 3 && sender.local.includes(token))).length;
    add('own', own > 0);
    add('ownonly', own > 0 && own >= tokens.length - 2 && (own > 1 || own >= tokens.length - 1) && tokens.length <= 4);
    add('initials', tokens.length === 1 && inner.length <= 5 && isInitials(inner, sender.initials));
    add('notown', namely && own === 0);
  } else {
    marks.push('nobody');
    add('initials', /^\p{L}{1,3}\.?$/u.test(inner));
  }
  return { text, marks };
}

/** The kinds of a line's first characters: lists and tables repeat them. */
function shapeOf(text: string): string {
  return text.slice(0, 24).replace(/\p{Lu}+/gu, 'A').replace(/[\p{Ll}\p{M}]+/gu, 'a').replace(/\d+/g, '0').replace(/\s+/g, ' ').slice(0, 7);
}

function isInitials(text: string, initials: string): boolean {
  const letters = words.fold(text).replace(/[^a-z]/g, '');
  return letters !== '' && letters.length <= 4 && [...letters].every((letter) => initials.includes(letter));
}

const outside = ['footer', 'legal', 'attached'];

/**
 * Where the footers at the end begin: paragraphs (parted by blank lines or rules) that a list, a mail program or a lawyer
 * wrote, told by at least one line of theirs. A signature in the same paragraph stays above them.
 */
function footerStart(filled: readonly number[], seen: readonly Seen[]): number {
  let end = filled.length;
  for (let paragraphs = 0; paragraphs < 20 && end > 0; paragraphs++) {
    let start = end - 1;
    const isRule = (k: number) => seen[k]?.marks.includes('rule') || seen[k]?.marks.includes('mark');
    while (start > 0 && (filled[start] ?? 0) - (filled[start - 1] ?? 0) === 1 && !isRule(start) && end - start < 40) start--;
    let first = -1;
    for (let k = start; k < end && first < 0; k++) if (seen[k]?.marks.some((mark) => outside.includes(mark))) first = k;
    const person = seen.slice(start, Math.max(start, first)).some(({ marks }) => personal.some((mark) => marks.includes(mark)));
    if (first < 0) {
      // A rule under the last footer, or nothing but rules.
      if (end - start === 1 && isRule(start) && end < filled.length) {
        end = start;
        continue;
      }
      break;
    }
    end = person ? first : start;
    if (person) break;
  }
  return end;
}
const personal = ['closing', 'ownonly', 'own', 'namely', 'initials', 'dial', 'dialafter', 'onlyphone', 'ext', 'small3', 'small4'];

const sorts = ['closing', 'mark', 'rule', 'footer', 'legal', 'namely', 'email', 'link', 'phone', 'job', 'legalform', 'zip', 'street', 'own', 'ends', 'greeting', 'code', 'ext', 'attached', 'item', 'dashes'];
const dialled = ['email', 'dial', 'dialafter', 'onlyphone', 'ext', 'zip'];
const contact = ['email', 'link', 'phone', 'job', 'legalform', 'zip', 'ext', 'dial', 'ja'];

/**
 * One position for each line that is neither blank nor a footer; `at` are their indexes in `lines`, `footers` those of
 * the footers. Linear in the text.
 */
export function linePositions(
  lines: readonly string[],
  sender?: Sender,
): { at: number[]; positions: Position[]; seen: Seen[]; footers: number[] } {
  const who = whoOf(sender);
  const filled: number[] = [];
  lines.forEach((each, i) => {
    if (each.trim() !== '') filled.push(i);
  });
  const all = filled.map((i) => {
    const raw = lines[i] ?? '';
    return seenOf(raw, who, { indent: raw.length - raw.trimStart().length });
  });
  const last = footerStart(filled, all);
  const at = filled.slice(0, last);
  const seen = all.slice(0, last);
  const footers = filled.slice(last);
  const count = at.length;
  // What is below: how many lines with a way to reach somebody, how many long ones.
  const below: { contact: number; prose: number }[] = [];
  let sum = { contact: 0, prose: 0 };
  for (let k = count - 1; k >= 0; k--) {
    below[k] = sum;
    const marks = seen[k]?.marks ?? [];
    sum = {
      contact: sum.contact + (marks.some((mark) => contact.includes(mark)) ? 1 : 0),
      prose: sum.prose + (marks.includes('small3') || marks.includes('small4') ? 1 : 0),
    };
  }
  // Lines that look like those around them, as in a table or a list: how many of the four above and below.
  const sameShape = seen.map(({ text }, k) => {
    let same = 0;
    for (let other = Math.max(0, k - 4); other <= Math.min(count - 1, k + 4); other++) {
      if (other !== k && shapeOf(seen[other]?.text ?? '') === shapeOf(text)) same++;
    }
    return same;
  });
  // How much of what is near speaks for a way to reach somebody, and how much is sentences.
  const isContact = seen.map(({ marks }) => marks.some((mark) => dialled.includes(mark)));
  const isProse = seen.map(({ marks }) => marks.includes('small3') || marks.includes('small4'));
  const near = (list: readonly boolean[], k: number, reach: number) => {
    let found = 0;
    for (let other = Math.max(0, k - reach); other <= Math.min(count - 1, k + reach); other++) if (list[other]) found++;
    return found;
  };
  let sinceClosing = 99;
  let sinceMark = 99;
  let sinceName = 99;
  const positions = at.map((i, k) => {
    const own = seen[k]?.marks ?? [];
    const fromEnd = count - 1 - k;
    const end = fromEnd <= 3 ? String(fromEnd) : fromEnd <= 5 ? '5' : fromEnd <= 8 ? '8' : fromEnd <= 14 ? '14' : fromEnd <= 30 ? '30' : 'far';
    const blank = k > 0 && i - (at[k - 1] ?? 0) > 1;
    const blankAfter = k < count - 1 && (at[k + 1] ?? 0) - i > 1;
    const node = ['b', ...own, `end${end}`, `from${Math.min(k, 2)}`];
    node.push(`alike${Math.min(4, sameShape[k] ?? 0)}`);
    if (blank) node.push('blank');
    if (blankAfter) node.push('blankafter');
    node.push(...own.map((mark) => `${mark}&end${fromEnd <= 1 ? '1' : fromEnd <= 5 ? '5' : fromEnd <= 12 ? '12' : 'far'}`));
    node.push(`prose${Math.min(below[k]?.prose ?? 0, 3)}`, `contact${Math.min(below[k]?.contact ?? 0, 4)}`);
    if (own.includes('namely') || own.includes('ownonly')) node.push(`name&prose${Math.min(below[k]?.prose ?? 0, 1)}&contact${Math.min(below[k]?.contact ?? 0, 2)}${blank ? '&blank' : ''}`);
    const closing = sinceClosing <= 2 ? String(sinceClosing) : sinceClosing <= 5 ? '5' : sinceClosing <= 12 ? '12' : 'no';
    const mark = sinceMark <= 2 ? String(sinceMark) : sinceMark <= 6 ? '6' : sinceMark <= 15 ? '15' : 'no';
    const named = sinceName <= 2 ? String(sinceName) : sinceName <= 6 ? '6' : sinceName <= 12 ? '12' : 'no';
    const contacts = Math.min(4, near(isContact, k, 5));
    const proses = Math.min(2, near(isProse, k, 3));
    const tail = (below[k]?.prose ?? 0) === 0 ? 'tail' : 'mid';
    node.push(`closing${closing}`, `mark${mark}`, `named${named}`, `nearc${contacts}`, `nearp${proses}`);
    node.push(`nearc${contacts}&nearp${proses}`, `${tail}&nearc${contacts}`, `${tail}&named${named}`, `named${named}&nearc${contacts}`);
    if (isContact[k]) node.push(`contact&${tail}&nearp${proses}`);
    if (isProse[k]) node.push(`prose&nearp${proses}`);
    for (const [name, other] of [['p', seen[k - 1]], ['n', seen[k + 1]], ['pp', seen[k - 2]], ['nn', seen[k + 2]]] as const) {
      if (!other) node.push(`${name}:none`);
      else for (const each of other.marks) if (sorts.includes(each) || (name.length === 1 && /^(len|small|ends|lower)/.test(each))) node.push(`${name}:${each}`);
    }
    sinceClosing = own.includes('closing') ? 0 : sinceClosing + 1;
    sinceMark = own.includes('mark') ? 0 : sinceMark + 1;
    sinceName = own.includes('ownonly') || (own.includes('namely') && (blank || sinceClosing <= 1)) ? 0 : sinceName + 1;
    const edge = ['e', blank ? 'gap' : 'tight'];
    for (const each of own) if (sorts.includes(each)) edge.push(`t:${each}`);
    edge.push(`t:prose${Math.min(below[k]?.prose ?? 0, 1)}`, `t:end${end}`);
    return { node, edge };
  });
  return { at, positions, seen, footers };
}
