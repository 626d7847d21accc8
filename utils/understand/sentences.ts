/*
 * Sentences by hand: Intl.Segmenter ends one at every "Dr." and "z. B.". One pass over the text.
 */

const abbreviations = new Set(
  'mr|mrs|ms|dr|prof|st|no|vs|etc|inc|ltd|co|corp|approx|dept|est|fig|jr|sr|e.g|i.e|a.m|p.m|u.s|z.b|d.h|u.a|o.ä|i.d.r|v.a|bzw|ca|nr|usw|evtl|ggf|inkl|exkl|zzgl|abzgl|str|tel|hr|fr|std|min|max|mio|mrd|tsd|vgl|resp|sog|u|a|d|m|mm|mme|mlle|me|ex|env|p.ex|av|bd|réf|art|jan|feb|aug|sept|sep|okt|oct|nov|dez|dec|janv|févr|juil|déc|al|abs|ust|mwst|gem|lt|bspw|tägl'.split(
    '|',
  ),
);
const months =
  /^(januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|mär|apr|jun|jul|aug|sep|okt|nov|dez)/i;

/** Whether the dot before `end` closes a sentence. */
function closes(text: string, dot: number, end: number): boolean {
  let start = dot;
  while (start > 0 && dot - start < 24 && !/[\s("„«]/.test(text.charAt(start - 1))) start--;
  const word = text.slice(start, dot).toLowerCase();
  if (abbreviations.has(word)) return false;
  if (/^\p{L}$/u.test(word)) return false;
  // "art. 5", "no. 12"
  if (
    /^(art|arts|sec|kap|ziff|pos|par|cap|num|núm|pag|pág|lit|vol)$/.test(word) &&
    /\d/.test(text.charAt(end))
  )
    return false;
  // "am 3. Mai", "3. KW"; but "We need 20. Please …" ends.
  if (/^\d{1,2}$/.test(word)) {
    const next = text.slice(end, end + 12);
    return !(months.test(next) || /^(kw|quartal|woche|etage|stock)/i.test(next));
  }
  return true;
}

/** A paragraph's sentences, verbatim, spaces at the ends gone. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  const take = (end: number) => {
    const sentence = paragraph.slice(start, end).trim();
    if (sentence !== '') sentences.push(sentence);
    start = end;
  };
  const marks = /[.!?…。！？]+["”“»')\]]{0,3}/g;
  for (let found = marks.exec(paragraph); found; found = marks.exec(paragraph)) {
    const end = found.index + found[0].length;
    const cjk = /[。！？]/.test(found[0]);
    const spaced = end >= paragraph.length || /\s/.test(paragraph.charAt(end));
    if (!cjk && !spaced) continue;
    let next = end;
    while (next < paragraph.length && next - end < 5 && /\s/.test(paragraph.charAt(next))) next++;
    const single = found[0].startsWith('.') && found[0].charAt(1) !== '.';
    if (single && next < paragraph.length) {
      if (!closes(paragraph, found.index, next)) continue;
      if (/\p{Ll}/u.test(paragraph.charAt(next))) continue;
    }
    take(end);
  }
  take(paragraph.length);
  return sentences;
}
