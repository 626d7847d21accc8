import type { Position } from '@/utils/understand/signature/chain';
import { footerStart } from '@/utils/understand/signature/footers';
import { type Seen, type Sender, seenOf, whoOf } from '@/utils/understand/signature/seen-line';

/** The kinds of a line's first characters: lists and tables repeat them. */
function shapeOf(text: string): string {
  return text
    .slice(0, 24)
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/[\p{Ll}\p{M}]+/gu, 'a')
    .replace(/\d+/g, '0')
    .replace(/\s+/g, ' ')
    .slice(0, 7);
}

const sorts = new Set([
  'closing',
  'mark',
  'rule',
  'footer',
  'legal',
  'namely',
  'email',
  'link',
  'phone',
  'job',
  'legalform',
  'zip',
  'street',
  'own',
  'ends',
  'greeting',
  'code',
  'ext',
  'attached',
  'item',
  'dashes',
]);
const dialled = new Set(['email', 'dial', 'dialafter', 'onlyphone', 'ext', 'zip']);
const contact = new Set(['email', 'link', 'phone', 'job', 'legalform', 'zip', 'ext', 'dial', 'ja']);

/** The name of a mark together with something else, joined once: there are few marks, and many lines that have them. */
function joining(join: (mark: string) => string): (mark: string) => string {
  const joined = new Map<string, string>();
  return (mark) => {
    const known = joined.get(mark);
    if (known !== undefined) return known;
    const name = join(mark);
    joined.set(mark, name);
    return name;
  };
}

const atEnd = {
  near: joining((mark) => `${mark}&end1`),
  five: joining((mark) => `${mark}&end5`),
  twelve: joining((mark) => `${mark}&end12`),
  far: joining((mark) => `${mark}&endfar`),
};
const around = [
  { by: -1, none: 'p:none', name: joining((mark) => `p:${mark}`), all: true },
  { by: 1, none: 'n:none', name: joining((mark) => `n:${mark}`), all: true },
  { by: -2, none: 'pp:none', name: joining((mark) => `pp:${mark}`), all: false },
  { by: 2, none: 'nn:none', name: joining((mark) => `nn:${mark}`), all: false },
];
const leadingTo = joining((mark) => `t:${mark}`);
/** Marks of the next lines that count besides `sorts`. */
const isBuild = (mark: string) =>
  mark.startsWith('len') || mark.startsWith('small') || mark.startsWith('ends') || mark.startsWith('lower');

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
  const all = filled.map((i) => seenOf(lines[i] ?? '', who));
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
      contact: sum.contact + (marks.some((mark) => contact.has(mark)) ? 1 : 0),
      prose: sum.prose + (marks.includes('small3') || marks.includes('small4') ? 1 : 0),
    };
  }
  // Lines that look like those around them, as in a table or a list: how many of the four above and below.
  const shapes = seen.map(({ text }) => shapeOf(text));
  const sameShape = shapes.map((shape, k) => {
    let same = 0;
    for (let other = Math.max(0, k - 4); other <= Math.min(count - 1, k + 4); other++) {
      if (other !== k && shapes[other] === shape) same++;
    }
    return same;
  });
  // How much of what is near speaks for a way to reach somebody, and how much is sentences.
  const isContact = seen.map(({ marks }) => marks.some((mark) => dialled.has(mark)));
  const isProse = seen.map(({ marks }) => marks.includes('small3') || marks.includes('small4'));
  const near = (list: readonly boolean[], k: number, reach: number) => {
    let found = 0;
    for (let other = Math.max(0, k - reach); other <= Math.min(count - 1, k + reach); other++)
      if (list[other]) found++;
    return found;
  };
  let sinceClosing = 99;
  let sinceMark = 99;
  let sinceName = 99;
  const positions = at.map((i, k) => {
    const own = seen[k]?.marks ?? [];
    const fromEnd = count - 1 - k;
    const end =
      fromEnd <= 3
        ? String(fromEnd)
        : fromEnd <= 5
          ? '5'
          : fromEnd <= 8
            ? '8'
            : fromEnd <= 14
              ? '14'
              : fromEnd <= 30
                ? '30'
                : 'far';
    const blank = k > 0 && i - (at[k - 1] ?? 0) > 1;
    const blankAfter = k < count - 1 && (at[k + 1] ?? 0) - i > 1;
    const node = ['b', ...own, `end${end}`, `from${Math.min(k, 2)}`];
    node.push(`alike${Math.min(4, sameShape[k] ?? 0)}`);
    if (blank) node.push('blank');
    if (blankAfter) node.push('blankafter');
    const where = fromEnd <= 1 ? 'near' : fromEnd <= 5 ? 'five' : fromEnd <= 12 ? 'twelve' : 'far';
    for (const mark of own) node.push(atEnd[where](mark));
    node.push(`prose${Math.min(below[k]?.prose ?? 0, 3)}`, `contact${Math.min(below[k]?.contact ?? 0, 4)}`);
    if (own.includes('namely') || own.includes('ownonly'))
      node.push(
        `name&prose${Math.min(below[k]?.prose ?? 0, 1)}&contact${Math.min(below[k]?.contact ?? 0, 2)}${blank ? '&blank' : ''}`,
      );
    const closing =
      sinceClosing <= 2 ? String(sinceClosing) : sinceClosing <= 5 ? '5' : sinceClosing <= 12 ? '12' : 'no';
    const mark = sinceMark <= 2 ? String(sinceMark) : sinceMark <= 6 ? '6' : sinceMark <= 15 ? '15' : 'no';
    const named = sinceName <= 2 ? String(sinceName) : sinceName <= 6 ? '6' : sinceName <= 12 ? '12' : 'no';
    const contacts = Math.min(4, near(isContact, k, 5));
    const proses = Math.min(2, near(isProse, k, 3));
    const tail = (below[k]?.prose ?? 0) === 0 ? 'tail' : 'mid';
    node.push(`closing${closing}`, `mark${mark}`, `named${named}`, `nearc${contacts}`, `nearp${proses}`);
    node.push(
      `nearc${contacts}&nearp${proses}`,
      `${tail}&nearc${contacts}`,
      `${tail}&named${named}`,
      `named${named}&nearc${contacts}`,
    );
    if (isContact[k]) node.push(`contact&${tail}&nearp${proses}`);
    if (isProse[k]) node.push(`prose&nearp${proses}`);
    for (const { by, none, name, all } of around) {
      const other = seen[k + by];
      if (!other) node.push(none);
      else
        for (const each of other.marks) if (sorts.has(each) || (all && isBuild(each))) node.push(name(each));
    }
    sinceClosing = own.includes('closing') ? 0 : sinceClosing + 1;
    sinceMark = own.includes('mark') ? 0 : sinceMark + 1;
    sinceName =
      own.includes('ownonly') || (own.includes('namely') && (blank || sinceClosing <= 1)) ? 0 : sinceName + 1;
    const edge = ['e', blank ? 'gap' : 'tight'];
    for (const each of own) if (sorts.has(each)) edge.push(leadingTo(each));
    edge.push(`t:prose${Math.min(below[k]?.prose ?? 0, 1)}`, `t:end${end}`);
    return { node, edge };
  });
  return { at, positions, seen, footers };
}
