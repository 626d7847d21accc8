import {
  attributionStarts,
  type HeaderKind,
  headerLabels,
  separatorPhrases,
  unspacedVerbs,
  writingVerbs,
} from '@/utils/understand/history-words';

/** Longer lines are prose, whatever words they hold. */
const MAX_MARK = 400;
/** An attribution can be wrapped over this many lines. */
const MAX_WRAPPED = 4;

/** A line that quotes by a mark at its beginning: `> text`, `AB> text`. */
function hasQuoteMark(line: string): boolean {
  return /^\s{0,8}(?:[A-Z][A-Za-z]{0,2})?(?:>|＞)/.test(line) && !/^\s{0,8}[A-Za-z]+>\S*<\//.test(line);
}

/** Without quote marks, stars and underscores that mail programs put around labels. */
function bare(line: string): string {
  return line
    .slice(0, MAX_MARK)
    .replace(/^[\s>*_|]+/, '')
    .trimEnd();
}

/** What kind of header line this is, by its label. */
function headerKind(line: string): HeaderKind | null {
  const text = bare(line);
  const colon = text.search(/[:：]/);
  if (colon < 1 || colon > 30) return null;
  const label = text
    .slice(0, colon)
    .replace(/[*_\s]+$/, '')
    .replace(/\u00A0/g, ' ')
    .toLowerCase();
  return headerLabels.get(label) ?? null;
}

/** "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:". */
function isSeparator(line: string): boolean {
  if (line.length > MAX_MARK) return false;
  const text = bare(line);
  // Yahoo goes on after the dashes: "----- Forwarded Message ----- From: …".
  const plain = text.replace(/^[-–—=~#\s]+/, '');
  const closing = plain.search(/\s-{2,}/);
  const inner = (closing > 0 ? plain.slice(0, closing) : plain)
    .replace(/[-–—=~#:：\s*_]+$/, '')
    .toLowerCase()
    .replace('i\u0307', 'i');
  if (inner === '' || inner.length > 120) return false;
  const dashes = /^[-–—=~]{2,}/.test(text);
  const colon = /[:：]\s*[*_]*$/.test(text);
  if (separatorPhrases.has(inner)) return dashes || colon;
  // "---------------------- Forwarded by Ann Lee/HOU on 04/20/2001"
  return dashes && /^(forwarded by |weitergeleitet von |forwarded message)/.test(inner);
}

/** Some words between dashes: history begins here if header lines follow. */
function isTitledRule(line: string): boolean {
  return (
    line.length < 100 && /^\s{0,8}[-–—=~]{4,}\s{1,3}\p{L}[^-–—=~]{2,60}[-–—=~]{4,}$/u.test(line.trimEnd())
  );
}

/** A rule of its own: underscores or dashes, as Outlook draws above history. */
function isRule(line: string): boolean {
  return /^\s{0,8}(?:_{5,}|-{5,}|={5,}|\*{5,}|—{3,})\s*$/.test(line.slice(0, MAX_MARK));
}

/** Lines with what their labels say, looked up once. */
interface Text {
  lines: readonly string[];
  kinds: readonly (HeaderKind | null)[];
  /** Whether the line may be a part of "… wrote:": it has a verb of writing, or an address. */
  says: readonly boolean[];
}

interface Block {
  start: number;
  /** First line after the header. */
  end: number;
}

/** Header lines that begin here: at least three kinds with the sender, or two after a separator. */
function headerBlock({ lines, kinds }: Text, at: number, afterSeparator: boolean): Block | null {
  const first = kinds[at] ?? null;
  if (first === null || first === 'cc' || first === 'other') return null;
  const seen = new Set<HeaderKind>([first]);
  let end = at + 1;
  let strange = 0;
  for (let i = at + 1; i < lines.length && i < at + 16; i++) {
    const kind = kinds[i] ?? null;
    if (kind !== null) {
      seen.add(kind);
      end = i + 1;
      strange = 0;
      continue;
    }
    const line = lines[i] ?? '';
    if (bare(line) === '') {
      // Some programs put an empty line between header lines; two end it.
      if (strange > 0 || (kinds[i + 1] ?? null) === null) break;
    } else if (++strange > 4 || line.length > MAX_MARK) break;
  }
  seen.delete('other');
  const enough = afterSeparator ? 2 : 3;
  if (seen.size < enough || !(seen.has('from') || seen.has('subject'))) return null;
  if (!afterSeparator && !seen.has('from') && !(seen.has('date') && seen.has('to'))) return null;
  return { start: at, end };
}

/** Lotus: a name, a date with time, then "To: … Subject: …". */
function lotusBlock({ lines, kinds }: Text, at: number): Block | null {
  if (kinds[at] !== 'to') return null;
  let subject = -1;
  for (let i = at + 1; i < Math.min(lines.length, at + 8); i++) {
    if (kinds[i] === 'subject') subject = i;
  }
  if (subject < 0) return null;
  let i = at - 1;
  let sawDate = false;
  while (i >= 0 && i >= at - 5) {
    const line = bare(lines[i] ?? '');
    if (line !== '' && line.length > 150) break;
    if (/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s+\d{1,2}:\d{2}/.test(line)) sawDate = true;
    else if (sawDate && line === '') break;
    i--;
  }
  return sawDate ? { start: i + 1, end: subject + 1 } : null;
}

/** Words of a line that may say "… wrote:". */
function saysWrote(text: string): boolean {
  const lower = text.toLowerCase();
  if (unspacedVerbs.some((verb) => lower.includes(verb))) return true;
  return lower
    .split(/[\s,:;"<>()]+/)
    .some((word) => word !== 'ha' && word !== 'va' && word !== 'heeft' && writingVerbs.has(word));
}

const aboutOneself =
  /\b(i|you|we|they|ich|du|sie|wir|je|tu|vous|nous|ils|yo|io)\s+(just\s+)?(wrote|said|schrieb\w*|ai écrit|avez écrit)\b/i;

/** Cheap, so that most lines are never looked at again. */
function mayIntroduce(line: string): boolean {
  return line.length <= MAX_MARK && (line.includes('@') || saysWrote(line));
}

/**
 * Whether the lines from `start` to `end` introduce history: "On 3 May 2024, Ann Lee <ann@…> wrote:".
 * `firm`: it says when and who in a form only programs write, so that all below may be history without marks.
 */
function attribution(
  lines: readonly string[],
  start: number,
  end: number,
): { firm: boolean; opens: boolean } | null {
  let text = '';
  for (let i = start; i <= end; i++) {
    const line = lines[i] ?? '';
    if (line.length > MAX_MARK || line.trim() === '') return null;
    text += `${bare(line)} `;
  }
  text = text.trim();
  // Zoho: "---- On Mon, 3 May 2026 10:00 Ann Lee <ann@…> wrote ----".
  const dashed = /^-{2,}/.test(text) && /-{2,}$/.test(text);
  if (dashed)
    text = text
      .replace(/^-+\s*/, '')
      .replace(/-+$/, '')
      .trim();
  if (text.length > MAX_MARK || aboutOneself.test(text)) return null;
  const verb = saysWrote(text);
  const colon = dashed || /[:：]\s*[*_>]*$/.test(text);
  const address = /[^\s@<>]@[^\s@<>]/.test(text);
  const digits = /\d/.test(text);
  if (!verb && !(colon && address && /\d{4}|\d{1,2}:\d{2}/.test(text))) return null;
  if (!colon && !(verb && address) && !/\b(escribió|escreveu|napisał|пишет)[:.]?$/i.test(text)) return null;
  const opens = opensAttribution(text);
  // A wrapped one begins with a date or with who wrote; "Hello" above it is the sender's own.
  const first = bare(lines[start] ?? '');
  if (end > start && !opens && !first.includes('@') && !saysWrote(first)) return null;
  const year = /\b(19|20)\d{2}\b/.test(text) || /\d{1,2}[:.h]\d{2}/.test(text);
  // Yandex has no verb: "30.09.2026, 18:30, "Ann Lee" <ann@…>:".
  const says = verb || (/^\d/.test(text) && /<[^<>]+@[^<>]+>\s*[:：]$/.test(text));
  return { firm: digits && says && (opens || address) && (year || address) && colon, opens };
}

function opensAttribution(text: string): boolean {
  const word = (text.split(/[\s,]+/, 1)[0] ?? '').toLowerCase().replace(/[^\p{L}]/gu, '');
  return attributionStarts.has(word) || /^[\d"<[(]/.test(text);
}

/**
 * Which lines are history. `known` marks those that a mail program's own markup says are. Every rule looks at a bounded
 * window, so time is linear in the text.
 */
export function markQuoted(lines: readonly string[], known?: readonly boolean[]): boolean[] {
  const marked = lines.map((line, i) => (known?.[i] ?? false) || hasQuoteMark(line));
  const quoted = [...marked];
  const text: Text = { lines, kinds: lines.map(headerKind), says: lines.map(mayIntroduce) };
  const nextFilled = (from: number) => {
    for (let i = from; i < Math.min(lines.length, from + 6); i++)
      if ((lines[i] ?? '').trim() !== '') return i;
    return -1;
  };

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (marked[i] || line.trim() === '') continue;

    const separator = isSeparator(line);
    const rule = !separator && (isRule(line) || isTitledRule(line));
    if (separator || rule) {
      const next = nextFilled(i + 1);
      const block =
        next >= 0 && !marked[next] ? (headerBlock(text, next, true) ?? lotusBlock(text, next)) : null;
      if (separator ? next < 0 || !marked[next] : block) return cutFrom(quoted, i);
      if (separator) quoted[i] = true;
      continue;
    }
    const block = headerBlock(text, i, false) ?? lotusBlock(text, i);
    if (block) return cutFrom(quoted, block.start);

    for (let end = i; end < Math.min(lines.length, i + MAX_WRAPPED); end++) {
      if (marked[end]) break;
      if (!text.says.slice(i, end + 1).includes(true)) continue;
      const found = attribution(lines, i, end);
      if (!found) continue;
      const next = nextFilled(end + 1);
      const marksBelow = next >= 0 && marked[next] === true;
      if (!marksBelow && !found.firm) continue;
      // The latest line that it can begin with: those above are the sender's.
      let start = i;
      for (let k = end; k > i; k--) {
        const later = attribution(lines, k, end);
        if (later?.firm && later.opens) {
          start = k;
          break;
        }
      }
      if (!marksBelow) return cutFrom(quoted, start);
      for (let k = start; k <= end; k++) quoted[k] = true;
      i = end;
      break;
    }
  }
  return withWrapped(lines, marked, quoted);
}

function cutFrom(quoted: boolean[], start: number): boolean[] {
  for (let i = start; i < quoted.length; i++) quoted[i] = true;
  return quoted;
}

/** The short tail of a quoted line that a mail program wrapped without marking it. */
function withWrapped(lines: readonly string[], marked: readonly boolean[], quoted: boolean[]): boolean[] {
  for (let i = 1; i + 1 < lines.length; i++) {
    const line = lines[i] ?? '';
    const before = lines[i - 1] ?? '';
    if (
      !quoted[i] &&
      line.trim() !== '' &&
      marked[i - 1] &&
      marked[i + 1] &&
      before.length > 60 &&
      line.length < 30
    ) {
      quoted[i] = true;
    }
  }
  return quoted;
}
