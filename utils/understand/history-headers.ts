import { type HeaderKind, headerLabels } from '@/utils/understand/history-words';
import { bare, MAX_MARK } from '@/utils/understand/quote-marks';

/** Lines with what their labels say, looked up once. */
export interface LabelledLines {
  lines: readonly string[];
  kinds: readonly (HeaderKind | null)[];
}

export interface HeaderBlock {
  start: number;
  /** First line after the header. */
  end: number;
}

/** A long list of recipients is wrapped over this many lines at most. */
const MAX_RECIPIENT_LINES = 60;

/** What kind of header line this is, by its label. */
export function headerKind(line: string): HeaderKind | null {
  if (!line.includes(':') && !line.includes('：')) return null;
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

/** Goes on with a list of recipients: addresses, or names with a comma or a Lotus path. */
function isMoreRecipients(line: string): boolean {
  return line.length <= MAX_MARK && /[@/,;]/.test(line);
}

/** Header lines that begin here: at least three kinds with the sender, or two after a separator. */
export function headerBlock(
  { lines, kinds }: LabelledLines,
  at: number,
  afterSeparator: boolean,
): HeaderBlock | null {
  const first = kinds[at] ?? null;
  if (first === null || first === 'cc' || first === 'other') return null;
  const seen = new Set<HeaderKind>([first]);
  let end = at + 1;
  let strange = 0;
  let latest: HeaderKind = first;
  let allowed = 16;
  for (let i = at + 1; i < lines.length && i < at + allowed && i < at + MAX_RECIPIENT_LINES; i++) {
    const kind = kinds[i] ?? null;
    const line = lines[i] ?? '';
    if (kind !== null) {
      seen.add(kind);
      latest = kind;
      end = i + 1;
      strange = 0;
    } else if (bare(line) === '') {
      // Some programs put an empty line between header lines; two end it.
      const next = kinds[i + 1] ?? (bare(lines[i + 1] ?? '') === '' ? kinds[i + 2] : null) ?? null;
      if (strange > 0 || next === null) break;
    } else if ((latest === 'to' || latest === 'cc') && isMoreRecipients(line)) allowed++;
    else if (++strange > 4 || line.length > MAX_MARK) break;
  }
  seen.delete('other');
  if (seen.size < (afterSeparator ? 2 : 3) || !(seen.has('from') || seen.has('subject'))) return null;
  if (afterSeparator) return { start: at, end };
  // "From: Hamburg, to: Munich, date: 3 May" is freight; "To: …, Date: …, Subject: …" can be a letter's own head.
  const addressed = lines.slice(at, end).some((line) => line.includes('@'));
  const placed = seen.has('to') && seen.has('subject') && (seen.has('date') || seen.has('cc'));
  const timed = lines.slice(at, end).some((line) => /\b(19|20)\d{2}\D.{0,16}\d{1,2}[:.]\d{2}/.test(line));
  if (seen.has('from') ? !(seen.has('subject') || addressed || timed) : !(placed && addressed)) return null;
  return { start: at, end };
}

/** Lotus: a name, a date with time, then "To: … Subject: …". */
export function lotusBlock({ lines, kinds }: LabelledLines, at: number): HeaderBlock | null {
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
