import { plain } from '@/utils/understand/dates/tokens';
import { sentencesOf } from '@/utils/understand/sentences';
import {
  isDisclaimer,
  isGreeting,
  isMobileNote,
  isSignatureMark,
  isSignOff,
} from '@/utils/understand/signature-marks';

/** One sentence or list item of a mail, as it is written. */
export interface Unit {
  text: string;
  /** An item below a line such as "What we need from you:". */
  lead: string | null;
}

const item = /^([-*•·–▪◦]|\d{1,2}[.)]|[a-z]\))\s+/;
const MAX_UNITS = 400;

interface Block {
  text: string;
  item: boolean;
}

/** Hard-wrapped lines joined again: a line goes on where it was full or the next begins small. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let previous = '';
  for (const raw of lines) {
    const line = raw.replace(/\s+/g, ' ').trim();
    if (line === '') {
      open = null;
      previous = '';
      blocks.push({ text: '', item: false });
      continue;
    }
    const begins = item.test(line);
    const full = previous.length >= 55 && !/[.!?:]$/.test(previous);
    const goesOn: boolean =
      open !== null && !begins && (full || previous.length >= 68 || /^\p{Ll}/u.test(line));
    if (goesOn && open) open.text += ` ${line}`;
    else {
      open = { text: line.replace(item, ''), item: begins };
      blocks.push(open);
    }
    previous = line;
  }
  return blocks;
}

/** "Hi Anna, can you …" and "Hola, Lourdes: …" without the greeting. */
function withoutGreeting(sentence: string): string {
  for (const mark of sentence.slice(0, 60).matchAll(/[,:!–-]\s/g)) {
    const head = sentence.slice(0, mark.index + 1);
    // "Moin, Freigabe kommt, …" goes on behind its first comma; "Hola, Lourdes: …" does not yet.
    const inner = /[,:!–-]\s+(.*)/u.exec(head);
    if (inner && !/^(\p{Lu}[\p{L}'’.-]*\s?){1,3}[,:!–-]$/u.test(inner[1] ?? '')) break;
    if (isGreeting(head.replace(/[:–-]$/, ',')) && /\s/.test(head))
      return sentence.slice(mark.index + 1).trim();
  }
  return sentence;
}

const lastWords = /^(p\.?\s?s\.?|ps|nb|n\.b\.)\b/i;

/** Where the words end: a sign-off with only short lines below, a mark, a disclaimer. A postscript is still read. */
function core(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (isSignatureMark(line) || isDisclaimer(line)) break;
    if (isSignOff(line)) {
      const below = lines.slice(i + 1, i + 25);
      if (below.every((each) => each.length < 90 && !/[?]$/.test(each.trim()))) {
        kept.push('', ...below.filter((each) => lastWords.test(each.trim())));
        break;
      }
      kept.push('');
      continue;
    }
    if (!isMobileNote(line)) kept.push(line);
  }
  return kept;
}

/** Typed on a phone without capitals: "ok for us. please send it" is two sentences. */
function unshifted(sentence: string): string[] {
  if (!/^\p{Ll}/u.test(sentence) || !/[.!] \p{Ll}/u.test(sentence)) return [sentence];
  const parts: string[] = [];
  let from = 0;
  for (const mark of sentence.matchAll(/\p{Ll}{3}[.!] (?=\p{Ll})/gu)) {
    parts.push(sentence.slice(from, mark.index + 4));
    from = mark.index + 5;
  }
  parts.push(sentence.slice(from));
  return parts;
}

/** The sentences and list items of what `ownWords` gives, verbatim but for white space. */
export function unitsOf(text: string): Unit[] {
  const blocks = blocksOf(core(text.split('\n')));
  const units: Unit[] = [];
  let lead: string | null = null;
  let items = false;
  let opened = false;
  for (const block of blocks) {
    if (block.text === '') {
      if (items) {
        lead = null;
        items = false;
      }
      continue;
    }
    if (!opened && isGreeting(block.text)) {
      opened = true;
      continue;
    }
    const sentences = sentencesOf(opened ? block.text : withoutGreeting(block.text)).flatMap(unshifted);
    opened = true;
    const listed = lead !== null && (block.item || (sentences.length === 1 && block.text.length < 160));
    if (listed) items = true;
    else lead = null;
    for (const sentence of sentences) {
      if (/[\p{L}\p{N}]/u.test(sentence)) units.push({ text: sentence, lead: listed ? lead : null });
      if (units.length >= MAX_UNITS) return units;
    }
    const last = sentences[sentences.length - 1] ?? '';
    if (/[:：]$/.test(last)) {
      lead = plain(last);
      items = false;
    }
  }
  return units;
}
