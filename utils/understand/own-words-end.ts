import {
  isDisclaimer,
  isGreeting,
  isMobileNote,
  isSignatureMark,
  isSignOff,
} from '@/utils/understand/signature-marks';

/** A sign-off has at most so many filled lines below it: name, title, company, address, numbers. */
const MAX_BELOW = 16;
const MAX_LINE = 110;

/** A postscript is the sender's, below everything else. */
const postscript = /^(p\.?\s?s\.?|n\.?\s?b\.?|post scriptum|nachtrag)\s?[:.\-–)]?\s/i;
/** One word that answers, and is nobody's name. */
const answers =
  /^(yes|no|ok|okay|done|agreed|approved|noted|perfect|great|sure|fine|correct|ja|nein|passt|gerne|erledigt|perfekt|super|genau|richtig|doch|oui|non|parfait|vu|fait|sí|si|no|perfecto|hecho|vale|claro|sim|não|nee|prima|va bene|monday|tuesday|wednesday|thursday|friday|today|tomorrow|montag|dienstag|mittwoch|donnerstag|freitag|heute|morgen|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes)$/i;

function filled(lines: readonly string[], from: number): number[] {
  const found: number[] = [];
  for (let i = from; i < lines.length && found.length <= MAX_BELOW + 4; i++)
    if ((lines[i] ?? '').trim() !== '') found.push(i);
  return found;
}

const listItem = /^([-*•·–]|\d{1,2}[.)])\s/;

/** What a name's line looks like, or one with a title and a number on it. */
function startsBlock(line: string): boolean {
  if (listItem.test(line) || /[:;：；]$/.test(line)) return false;
  return line.split(/\s+/).length <= 6 || /[|·•@]|\d{3}/.test(line);
}

/** Whether everything below is what stands under a sign-off. */
function isAllBelow(lines: readonly string[], at: number): boolean {
  let count = 0;
  for (const i of filled(lines, at + 1)) {
    const line = (lines[i] ?? '').trim();
    if (isDisclaimer(line) || isMobileNote(line) || isSignatureMark(line) || postscript.test(line))
      return true;
    if (++count > MAX_BELOW || line.length > MAX_LINE || /[?？]$/.test(line)) return false;
    if (count === 1 && !startsBlock(line) && !isSignOff(line)) return false;
    if (count <= 3 && (listItem.test(line) || /[:：]$/.test(line))) return false;
    // A sentence is no part of a signature, but a slogan may be one.
    if (count <= 2 && /[.!;]$/.test(line) && line.split(/\s+/).length > 5) return false;
  }
  return true;
}

/** "Ann", "B.", "Ann Lee", "A. Lee-Berg": a name and nothing else. */
function isName(line: string): boolean {
  const text = line.trim().replace(/^[-–—]\s?/, '');
  if (text.length > 32 || answers.test(text)) return false;
  return /^\p{Lu}(\.|[\p{L}'’-]{1,20})(\s(\p{Lu}\.|(van|von|de|der|del|di|da|dos|le|la)(?=\s)|\p{Lu}[\p{L}'’-]{1,20})){0,3}$/u.test(
    text,
  );
}

/** Where the words end without a word of parting: a name alone below them. */
function nameAt(lines: readonly string[]): number {
  let last = lines.length - 1;
  while (last >= 0 && (lines[last] ?? '').trim() === '') last--;
  if (last < 1 || !isName(lines[last] ?? '')) return -1;
  const apart = (lines[last - 1] ?? '').trim() === '';
  let above = last - 1;
  while (above >= 0 && (lines[above] ?? '').trim() === '') above--;
  const before = (lines[above] ?? '').trim();
  if (before === '') return -1;
  // "Lindwerk GmbH", "Hamburg" below each other is an address.
  const said = /[.!?…):。]$/u.test(before) || (apart && (before.length > 30 || listItem.test(before)));
  return said ? last : -1;
}

/**
 * A mail's lines without its parting words and what stands below them: sign-off, name, contact lines. A postscript
 * stays. Where nothing is above the sign-off ("Thanks, Ann"), the lines stay as they are.
 */
export function withoutParting(lines: readonly string[]): string[] {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.length > MAX_LINE || !isSignOff(line) || !isAllBelow(lines, i)) continue;
    // "Hi Ann, thanks!" above the order itself is no parting.
    if (lines.slice(0, i).every((each) => each.trim() === '' || isGreeting(each))) continue;
    return [...lines.slice(0, i), ...postscriptOf(lines, i + 1)];
  }
  const name = nameAt(lines);
  return name > 0 ? lines.slice(0, name) : [...lines];
}

/** The postscript's paragraph below `from`, with the empty line above it. */
export function postscriptOf(lines: readonly string[], from: number): string[] {
  const start = lines.findIndex((line, i) => i >= from && postscript.test(line.trim()));
  if (start < 0) return [];
  const kept = [''];
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || isSignatureMark(line) || isDisclaimer(line) || isMobileNote(line)) break;
    kept.push(line);
  }
  return kept;
}
