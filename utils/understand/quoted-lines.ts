import {
  attribution,
  attributionStart,
  isDatedName,
  isGroupWise,
  isLeadIn,
  isLineAboveHistory,
  isTrackerLine,
  mayIntroduce,
  saysWrote,
} from '@/utils/understand/history-attribution';
import { headerBlock, headerKind, type LabelledLines, lotusBlock } from '@/utils/understand/history-headers';
import {
  bare,
  hasQuoteMark,
  isRule,
  isSeparator,
  isTitledRule,
  isWordless,
  oddRuns,
} from '@/utils/understand/quote-marks';
import { isMobileNote } from '@/utils/understand/signature-marks';

/** An attribution can be wrapped over this many lines. */
const MAX_WRAPPED = 4;

/** Which lines quote by a mark, or by what a mail program's markup says. */
function markedLines(lines: readonly string[], known?: readonly boolean[]): boolean[] {
  const marked = lines.map((line, i) => (known?.[i] ?? false) || hasQuoteMark(line));
  // Marks beside nothing, anywhere, quote nothing.
  if (!known && !lines.some((line, i) => marked[i] && !isWordless(line))) marked.fill(false);
  for (const { start, end } of oddRuns(lines)) {
    const first = lines.slice(start, Math.min(end, start + 8));
    const labels = new Set(first.map((line) => headerKind(line.slice(1))).filter((kind) => kind !== null));
    let above = start - 1;
    while (above >= 0 && start - above < 3 && (lines[above] ?? '').trim() === '') above--;
    const line = lines[above] ?? '';
    const introduced = isDatedName(line) || isLeadIn(line) || attribution(lines, above, above) !== null;
    if (labels.size >= 3 || introduced) for (let k = start; k < end; k++) marked[k] = true;
  }
  return marked;
}

/** The first line with words at or after `from`, a few lines away at most, or -1. */
function nextFilled(lines: readonly string[], from: number): number {
  for (let i = from; i < Math.min(lines.length, from + 6); i++) if ((lines[i] ?? '').trim() !== '') return i;
  return -1;
}

/** "On … Ann Lee", an empty line, "<", "mailto:…", "> wrote:": the last line of it, or -1. */
function scatteredEnd(lines: readonly string[], start: number): number {
  const first = lines[start] ?? '';
  if (first.length > 120 || !/^\p{L}{2,4}\s.{0,40}\d{4}.{0,12}\d{1,2}[:.h]\d{2}\s/u.test(first)) return -1;
  let addressed = false;
  for (let i = start + 1; i < Math.min(lines.length, start + 7); i++) {
    const line = (lines[i] ?? '').trim();
    if (/^>?\s?\p{L}{2,12}(\s\p{L}{2,12})?\s?:$/u.test(line) && saysWrote(line)) return addressed ? i : -1;
    if (line === '' || line === '<') continue;
    if (!line.includes('@') || line.length > 160) return -1;
    addressed = true;
  }
  return -1;
}

/**
 * Which lines are history. `known` marks those that a mail program's own markup says are. Every rule looks at a bounded
 * window, so time is linear in the text.
 */
export function markQuoted(lines: readonly string[], known?: readonly boolean[]): boolean[] {
  const text: LabelledLines = { lines, kinds: lines.map(headerKind) };
  const says = lines.map(mayIntroduce);
  const marked = markedLines(lines, known);
  const quoted = [...marked];
  let sawOwn = false;
  /** The phone's note above, or -1: right below it some programs put history without a word. */
  let note = -1;

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (marked[i]) {
      if (isGroupWise(line)) return cutFrom(quoted, i);
      note = -1;
      continue;
    }
    if (line.trim() === '') continue;

    const separator = isSeparator(line);
    const rule = !separator && (isRule(line) || isTitledRule(line));
    if (separator || rule) {
      const next = nextFilled(lines, i + 1);
      const block =
        next >= 0 && !marked[next] ? (headerBlock(text, next, true) ?? lotusBlock(text, next)) : null;
      if (separator ? next < 0 || !marked[next] : block) return cutFrom(quoted, i);
      if (separator || note >= 0) quoted[i] = true;
      continue;
    }
    // A patch has a header of its own, which is no history.
    const patch = /^From [0-9a-f]{40} /.test(lines[i - 1] ?? '');
    const block = patch ? null : (lotusBlock(text, i) ?? headerBlock(text, i, false));
    if (block) return cutFrom(quoted, block.start);

    const scattered = scatteredEnd(lines, i);
    if (scattered >= 0) {
      if (!marked[nextFilled(lines, scattered + 1)]) return cutFrom(quoted, i);
      for (let k = i; k <= scattered; k++) quoted[k] = true;
      i = scattered;
      continue;
    }
    if (isTrackerLine(line)) {
      quoted[i] = true;
      continue;
    }
    const found = findAttribution(lines, marked, says, i);
    if (found) {
      if (found.all) return cutFrom(quoted, found.start);
      for (let k = found.start; k <= found.end; k++) quoted[k] = true;
      i = found.end;
      note = -1;
      continue;
    }
    if (isDatedName(line) && (lines[i - 1] ?? '').trim() === '' && (lines[i + 1] ?? '').trim() === '') {
      const next = nextFilled(lines, i + 1);
      if (next >= 0 && !marked[next]) return cutFrom(quoted, i);
      quoted[i] = true;
    } else if (sawOwn && isLineAboveHistory(line)) return cutFrom(quoted, i);
    else if (note >= 0) {
      quoted[note] = true;
      quoted[i] = true;
    } else if (sawOwn && isMobileNote(line)) note = i;
    else sawOwn ||= !isWordless(line);
  }
  return withWrapped(lines, marked, quoted);
}

/** An attribution that begins at or just below `i`; `all`: everything below it is history, marks or none. */
function findAttribution(
  lines: readonly string[],
  marked: readonly boolean[],
  says: readonly boolean[],
  i: number,
): { start: number; end: number; all: boolean } | null {
  for (let end = i; end < Math.min(lines.length, i + MAX_WRAPPED); end++) {
    // The mark of the line below got before a wrapped "wrote:" too.
    const slipped = marked[end] === true && end > i && bare(lines[end] ?? '').length < 16;
    if (marked[end] && !slipped) break;
    if (!lines[end]?.includes('@')) {
      // It ends here, or an address further up says that it may.
      let addressed = false;
      for (let k = i; k < end; k++) addressed ||= lines[k]?.includes('@') === true;
      if (!says[end] && !addressed) continue;
    }
    const found = attribution(lines, i, end);
    if (found) {
      const next = nextFilled(lines, end + 1);
      const marksBelow = next >= 0 && marked[next] === true;
      if (!marksBelow && !found.firm) continue;
      if (slipped && !marksBelow) continue;
      return { start: attributionStart(lines, i, end), end, all: !marksBelow };
    }
    if (slipped) break;
  }
  const line = lines[i] ?? '';
  const below = nextFilled(lines, i + 1);
  if (below >= 0 && below <= i + 2 && marked[below] && isLeadIn(line))
    return { start: i, end: i, all: false };
  return null;
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
      ((before.length > 60 && line.length < 30) || isRule(line))
    ) {
      quoted[i] = true;
    }
  }
  return quoted;
}
