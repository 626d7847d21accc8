import { sentencesOf } from '@/utils/understand/sentences';
import {
  isDisclaimer,
  isGreeting,
  isMobileNote,
  isPleasantry,
  isSignatureMark,
  isSignOff,
} from '@/utils/understand/signature-marks';

const MAX_SENTENCES = 3;
/** A summary's length in characters; a single sentence that is longer is cut at a word. */
const MAX_SUMMARY = 500;
/** What a mail is about is said early: the rest of a very long one is not read. */
const MAX_READ = 20_000;

/** Asks, promises, decisions: what a reader of the record wants to know. */
const weighty =
  /\?$|\b(can you|could you|would you|please|would like|need|let me know|can we|could we|confirm|send|sign|quote|offer|order|price|budget|contract|deadline|deliver\w*|agree\w*|decid\w*|approve\w*|i will|i'll|we will|we'll|i am going to|könnten|können sie|kannst du|bitte|benötig\w*|brauch\w*|möchte\w*|angebot\w*|bestell\w*|preis\w*|vertrag\w*|frist|liefer\w*|bestätig\w*|schick\w*|send\w*|entschieden|freigabe|ich werde|wir werden|melde mich|pouvez-vous|pourriez-vous|peux-tu|pourrais-tu|merci de|besoin|souhait\w*|aimerions|devis|commande\w*|prix|contrat|délai|livraison|livrer|confirm\w*|envoy\w*|enverr\w*|vais|allons|d'accord|accord|décid\w*)\b/i;
const figures =
  /\d|[€$£¥]|\b(monday|tuesday|wednesday|thursday|friday|tomorrow|next week|montag|dienstag|mittwoch|donnerstag|freitag|morgen|nächste woche|kommende woche|lundi|mardi|mercredi|jeudi|vendredi|demain|semaine prochaine)\b/i;

/** The lines that say something: greeting above and sign-off below left out. */
function core(lines: string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (isSignatureMark(line) || isDisclaimer(line)) break;
    if (isSignOff(line) && endsHere(lines, i)) break;
    if (result.every((each) => each === '') && isGreeting(line)) continue;
    if (!isMobileNote(line)) result.push(line);
  }
  return result;
}

/** What follows a sign-off is short lines: a name, a title, a phone. "Thanks!" above another paragraph ends nothing. */
function endsHere(lines: readonly string[], at: number): boolean {
  let long = 0;
  for (let i = at + 1; i < lines.length && i < at + 30; i++) {
    if ((lines[i] ?? '').length > 90 && !isDisclaimer(lines[i] ?? '')) long++;
  }
  const thanks = /^(many )?(thanks|thank you|danke|vielen dank|besten dank|merci)/i.test(
    (lines[at] ?? '').trim(),
  );
  return thanks ? long === 0 && lines.slice(at + 1, at + 4).every((line) => !/[.?!]$/.test(line)) : long < 3;
}

/** Hard-wrapped lines joined again: a line goes on where it was full or the next begins small. */
function paragraphsOf(lines: string[]): string[] {
  const paragraphs: string[] = [];
  let current = '';
  let previous = '';
  for (const line of lines) {
    const text = line.trim();
    const item = /^([-*•·–]|\d{1,2}[.)])\s/.test(text);
    const goesOn =
      previous !== '' &&
      !item &&
      (/^\p{Ll}/u.test(text) ||
        (previous.length >= 55 && !/[.!?:]$/.test(previous)) ||
        previous.length >= 68);
    if (text === '' || !goesOn) {
      if (current !== '') paragraphs.push(current);
      current = text;
    } else current += ` ${text}`;
    previous = text;
  }
  if (current !== '') paragraphs.push(current);
  return paragraphs;
}

function weight(sentence: string, index: number): number {
  let points = index === 0 ? 1.5 : index < 3 ? 0.5 : 0;
  if (weighty.test(sentence)) points += 2;
  if (figures.test(sentence)) points += 1;
  if (sentence.length < 20) points -= 1.5;
  if (sentence.length > 350) points -= 1;
  if (isPleasantry(sentence)) points -= 4;
  // A heading, a list's lead-in, a bare link.
  if (/[:：]$/.test(sentence) || /^(https?:|www\.)\S+$/i.test(sentence)) points -= 2;
  return points;
}

/**
 * Two or three of the sender's own sentences, verbatim and in their order, that say what the mail is about; fewer where
 * there are no more. Never a greeting or signature; nothing is invented. `text` is what `ownWords` gives.
 */
export function summarise(text: string): string {
  const lines = text
    .slice(0, MAX_READ)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  const sentences = paragraphsOf(core(lines))
    .flatMap(sentencesOf)
    .map((sentence) => sentence.replace(/^([-*•·–]|\d{1,2}[.)])\s+/, ''))
    .map(withoutGreeting)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const useful = sentences.filter((sentence) => !isPleasantry(sentence) && !isSignOff(sentence));
  // A mail that is nothing but thanks says thanks.
  const among = useful.length > 0 ? useful : sentences;

  const ranked = among
    .map((sentence, index) => ({ sentence, index, points: weight(sentence, index) }))
    .sort((a, b) => b.points - a.points || a.index - b.index);
  const chosen: typeof ranked = [];
  let length = 0;
  for (const each of ranked) {
    if (chosen.length >= MAX_SENTENCES) break;
    if (chosen.length > 0 && (length + each.sentence.length > MAX_SUMMARY || each.points < 0)) continue;
    chosen.push(each);
    length += each.sentence.length + 1;
  }
  const summary = chosen
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) => sentence)
    .join(' ');
  return atAWord(summary);
}

/** "Hi Anna, thanks for …": the greeting on the first sentence's line. */
function withoutGreeting(sentence: string, index: number): string {
  if (index > 0) return sentence;
  const comma = sentence.slice(0, 60).search(/[,!–]\s/);
  return comma > 0 && isGreeting(sentence.slice(0, comma + 1)) ? sentence.slice(comma + 1).trim() : sentence;
}

function atAWord(summary: string): string {
  if (summary.length <= MAX_SUMMARY + 100) return summary;
  const cut = summary.slice(0, MAX_SUMMARY + 100);
  const space = cut.lastIndexOf(' ');
  return `${(space > 200 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
