import { attributionStarts, unspacedVerbs, writingVerbs } from '@/utils/understand/history-words';
import { bare, MAX_MARK } from '@/utils/understand/quote-marks';

/** What a line, or several in a row, say about the text below them. */
export interface Attribution {
  /** It says when and who in a form only programs write, so that all below may be history without marks. */
  firm: boolean;
  /** Its first words are those with which one begins. */
  opens: boolean;
}

/** Words of a sentence that only happens to hold an address and a time. */
const asking =
  /\b(please|send|call|contact|reply|join|meet\w*|with|bitte|senden|mit|treffen|termin|merci|avec|veuillez|envoy\w*|por favor|con|enviar|reuni\w*)\b/i;
const address = /[^\s@<>]@[^\s@<>]/;
const clock = /\d{1,2}[:.h]\d{2}/;

/** Words of a line that may say "… wrote:". */
export function saysWrote(text: string): boolean {
  const lower = text.toLowerCase();
  if (unspacedVerbs.some((verb) => lower.includes(verb))) return true;
  return lower
    .split(/[\s,:;"<>()]+/)
    .some((word) => word !== 'ha' && word !== 'va' && word !== 'heeft' && writingVerbs.has(word));
}

const aboutOneself =
  /\b(i|you|we|they|ich|du|sie|wir|je|tu|vous|nous|ils|yo|io)\s+(just\s+)?(wrote|said|schrieb\w*|ai écrit|avez écrit)\b/i;

/** Whether an attribution can end on, or reach over, this line. Cheap, so that most lines are never looked at again. */
export function mayIntroduce(line: string): boolean {
  if (line.length > MAX_MARK || line.length < 3) return false;
  if (line.includes('@')) return true;
  const last = line.charAt(line.length - 1);
  if (last === ':' || last === '：') return true;
  if (last === '-') return line.endsWith('--');
  if (last === '*' || last === '_' || last === '>' || last === '.') return /[:：.]\s?[*_>]{0,4}$/.test(line);
  return /(escribió|escreveu|napisał|пишет)$/i.test(line);
}

/**
 * Whether the lines from `start` to `end` introduce history: "On 3 May 2024, Ann Lee <ann@…> wrote:".
 */
export function attribution(lines: readonly string[], start: number, end: number): Attribution | null {
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
  if (text.length > MAX_MARK) return null;
  const opens = opensAttribution(text);
  const timed = clock.test(text);
  // The cheap questions first: most lines fail them.
  const colon = dashed || /[:：]\s*[*_>]*$/.test(text);
  const addressed = address.test(text);
  if (!colon && !addressed && !/\b(escribió|escreveu|napisał|пишет)[:.]?$/i.test(text)) return null;
  const verb = saysWrote(text);
  if (!verb && !(colon && addressed && (/\d{4}/.test(text) || timed))) return null;
  // "As you wrote on Monday:" is a sentence; "On Monday, 2 May 2026, 9:00:04, you wrote:" is a program's.
  if (aboutOneself.test(text) && !(opens && timed && /wrote:$/i.test(text))) return null;
  const digits = /\d/.test(text);
  // A wrapped one begins with a date or with who wrote; "Hello" above it is the sender's own.
  const first = bare(lines[start] ?? '');
  if (end > start && !opens && !first.includes('@') && !saysWrote(first)) return null;
  const year = /\b(19|20)\d{2}\b/.test(text) || timed;
  // Yandex has no verb ("30.09.2026, 18:30, "Ann Lee" <ann@…>:"), nor is every language's known.
  const bracketed = /<[^<>@]{1,80}@[^<>]{1,80}>/.test(text);
  const whenAndWho = bracketed && timed && !dashed && !asking.test(text) && /\b(19|20)\d{2}\b/.test(text);
  const says = verb || whenAndWho || (/^\d/.test(text) && bracketed && /[:：]$/.test(text));
  const placed = opens || addressed || whenAndWho || nameWrote.test(text);
  return { firm: digits && says && placed && (year || addressed) && colon, opens };
}

/** "Ann Lee schrieb am 16.11.2026 um 10:00:"; not "As Ann wrote on 3 May:". */
const nameWrote =
  /^(?!(?:As|When|What|Like|Since|Because|If|Wie|Was|Als|Weil|Da|Comme|Quand|Como|Cuando|Come)\s)\p{Lu}[\p{L}.'’-]{0,24}(\s(\p{Lu}[\p{L}.'’-]{0,24}|via|van|von|de)){0,5}\s(wrote|schrieb|skrev|schreef|a écrit|escribió|escreveu|ha scritto|hat)\s(on|am|den|op|le|el|il|em)\s.{0,40}\d{1,2}[:.h]\d{2}.{0,20}$/u;

/** How an attribution begins: "On", "Am", "Le", a date, a name in quotes. */
function opensAttribution(text: string): boolean {
  return opensWithWord(text) || /^[\d"<[(]/.test(text);
}

function opensWithWord(text: string): boolean {
  const word = (text.split(/[\s,]+/, 1)[0] ?? '').toLowerCase().replace(/[^\p{L}]/gu, '');
  return attributionStarts.has(word);
}

/**
 * The line with which an attribution that ends at `end` begins, `first` at the earliest: the latest that reads as one,
 * and the one above it where the date itself was wrapped. What stands higher is the sender's.
 */
export function attributionStart(lines: readonly string[], first: number, end: number): number {
  let start = -1;
  for (let k = end; k > first; k--) {
    const found = attribution(lines, k, end);
    if (!found?.firm || !found.opens) continue;
    const text = bare(lines[k] ?? '');
    if (opensWithWord(text) || /^\d/.test(text)) {
      start = k;
      break;
    }
  }
  if (start < 0) return first;
  const above = bare(lines[start - 1] ?? '');
  const wrappedDate = start > first && /\d/.test(above) && opensWithWord(above) && !/[.!?]$/.test(above);
  return wrappedDate ? start - 1 : start;
}

/**
 * Weaker words right above quote marks: "Quoting Ann Lee:", "According to Ann Lee:", "From Ann Lee:",
 * "At 11:02 AM 6/27/2003 +0100, you wrote:".
 */
export function isLeadIn(line: string): boolean {
  if (line.length > 160) return false;
  const text = bare(line);
  if (!/[:：]$/.test(text)) return false;
  if (/^(quoting|according to|citando|zitat von|citerar|citerer|selon|laut|quoth)\s\S/i.test(text))
    return true;
  if (/^From(\s\p{Lu}[\p{L}.'’-]{0,24}){1,4}:$/u.test(text)) return true;
  return saysWrote(text) && (opensWithWord(text) || /^\p{Lu}/u.test(text)) && text.split(/\s+/).length <= 12
    ? !aboutOneself.test(text) || clock.test(text)
    : false;
}

/**
 * Gmail in some languages says neither "wrote" nor ends with a colon: "2013/7/20 Ann Lee <ann@…>",
 * "2016-03-03 17:21 GMT+01:00 Ann Lee". Alone on its line.
 */
export function isDatedName(line: string): boolean {
  if (line.length > 160) return false;
  const found =
    /^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:,?\s\d{1,2}:\d{2}(?::\d{2})?(\s(?:GMT|UTC)?[+-]\d{1,2}:?\d{2})?)?,?\s([^<>@\d]{1,80})(<[^<>\s]{3,100}>)?\s?:?$/u.exec(
      bare(line),
    );
  if (!found) return false;
  // Without an address only a zone tells it from "2026-11-16 Kick-off Berlin".
  return (
    found[3] !== undefined ||
    (found[1] !== undefined && /^(\p{Lu}[\p{L}.'’-]*\s?){2,5}$/u.test((found[2] ?? '').trim()))
  );
}

/** Novell GroupWise: ">>> "Ann Lee" <ann@…> 01/02/01 11:12AM >>>"; below it, history has no marks. */
export function isGroupWise(line: string): boolean {
  return line.length <= 200 && /^>>>\s.{3,150}\d{1,2}[:.]\d{2}\s?([AP]M)?\s?>>>\s*$/i.test(line);
}

/** Lotus Notes: "Ann Lee ---16.11.2026 10:00:00---Good morning". A help desk: "##- Please type your reply above this line -##". */
export function isLineAboveHistory(line: string): boolean {
  if (line.length > 240) return false;
  return (
    /^\S.{1,60}\s-{3}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\s\d{1,2}:\d{2}.{0,8}-{3}/.test(line) ||
    (/^\W{0,4}(#{2,}|-{3,}|={3,})[-\s]{0,3}\p{L}.{8,90}\p{L}[-.\s]{0,3}(#{2,}|-{3,}|={3,})\W{0,4}$/u.test(
      line,
    ) &&
      /\b(above|oberhalb|über|dessus|encima|arriba|acima|sopra|boven)\b/i.test(line) &&
      /(repl|antwort|répon|respon|rispon|rispost|antwoord)/i.test(line))
  );
}

/** A tracker's line above a comment: "--- Comment #4 from Ann Lee <ann@…> ---", "Ann Lee updated ABC-855:". */
export function isTrackerLine(line: string): boolean {
  if (line.length > 240) return false;
  const text = line.trim();
  if (!text.endsWith(':') && !text.endsWith('--')) return false;
  if (/^-{2,}\s?(additional )?comments? (#\d+ )?(from|by)\s.{2,180}-{2,}$/i.test(text)) return true;
  if (
    /^\S.{1,80}\s(updated|commented on|resolved|closed|reopened|created|edited|assigned) [A-Z][A-Z0-9]{1,12}-\d{1,6}:$/.test(
      text,
    )
  )
    return true;
  return /^\S.{1,80}<[^<>\s@]{1,60}@[^<>\s]{1,80}> changed:$/.test(text);
}
