import { languageOf } from '@/utils/understand/asks/language';
import { unitsOf } from '@/utils/understand/asks/units';
import { isGreeting, isPleasantry, isReceipt, isSignOff } from '@/utils/understand/signature-marks';
import { weigh } from '@/utils/understand/summarise-weights';

const MAX_POINTS = 3;
/** A summary's length in characters; a single sentence that is longer is cut at a word. */
const MAX_SUMMARY = 600;
/** What a mail is about is said early: the rest of a very long one is not read. */
const MAX_READ = 12_000;
/** A list is one point as long as it is no longer than this with its first line. */
const MAX_LIST = 360;

/** A sentence, or a line that ends with a colon with the list below it. */
interface Point {
  text: string;
  weight: number;
}

interface Said {
  text: string;
  item: boolean;
}

/** "Two things:" and what follows it as one point, if that is short enough to be read at a glance. */
function listAt(said: readonly Said[], at: number): { text: string; end: number } | null {
  const lead = said[at];
  if (!lead || !/[:：]$/.test(lead.text)) return null;
  let end = at + 1;
  let text = lead.text;
  while (end < said.length && said[end]?.item) text += `\n- ${said[end++]?.text ?? ''}`;
  return end > at + 1 && text.length <= MAX_LIST ? { text, end } : null;
}

function pointsOf(said: readonly Said[], lang: string): Point[] {
  const points: Point[] = [];
  const count = said.filter((each) => !/[:：]$/.test(each.text)).length;
  const weightOf = (sentence: string, index: number, item: boolean) =>
    weigh(sentence, { index, count, item, lang });
  for (let i = 0; i < said.length; i++) {
    const list = listAt(said, i);
    if (list) {
      const items = said.slice(i + 1, list.end);
      const weights = items.map((each, k) => weightOf(each.text, points.length + k, true));
      points.push({ text: list.text, weight: Math.max(...weights) + 1 });
      i = list.end - 1;
      continue;
    }
    const { text, item } = said[i] ?? { text: '', item: false };
    // A list's first line without its list, and a bare link, say nothing.
    const bare = /[:：]$/.test(text) || /^(https?:|www\.)\S+$/i.test(text);
    points.push({ text, weight: weightOf(text, points.length, item) - (bare ? 3 : 0) });
  }
  return points;
}

/**
 * Two or three of the sender's own sentences, verbatim and in their order, that say what the mail is about; fewer where
 * there are no more; a short list counts as one, its items on lines of their own. Never a greeting or signature; nothing
 * is invented. Empty where nothing is said but thanks or that something came. `text` is what `ownWords` gives.
 */
export function summarise(text: string): string {
  const read = text.slice(0, MAX_READ);
  const said = unitsOf(read)
    .filter(
      ({ text: each }) => !isPleasantry(each) && !isReceipt(each) && !isSignOff(each) && !isGreeting(each),
    )
    .map((unit) => ({ text: unit.text, item: unit.lead !== null }));
  const points = pointsOf(said, languageOf(read));
  const ranked = points
    .map((point, index) => ({ ...point, index }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const chosen: typeof ranked = [];
  let length = 0;
  for (const each of ranked) {
    if (chosen.length >= MAX_POINTS) break;
    if (chosen.length > 0 && length + each.text.length > MAX_SUMMARY) continue;
    chosen.push(each);
    length += each.text.length + 1;
  }
  let summary = '';
  for (const { text: each } of chosen.sort((a, b) => a.index - b.index)) {
    const apart = summary.includes('\n- ') || each.includes('\n');
    summary += (summary === '' ? '' : apart ? '\n' : ' ') + each;
  }
  return atAWord(summary);
}

function atAWord(summary: string): string {
  if (summary.length <= MAX_SUMMARY + 100) return summary;
  const cut = summary.slice(0, MAX_SUMMARY + 100);
  const space = cut.lastIndexOf(' ');
  return `${(space > 200 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
