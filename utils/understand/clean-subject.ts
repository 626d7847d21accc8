/** Reply and forward prefixes of mail programs in many languages, lower-cased, without the colon. Seen 2026-11. */
const prefixes = new Set([
  // English, and most programs everywhere
  're',
  'fw',
  'fwd',
  'forward',
  // German, Dutch, Nordic, Polish, Czech
  'aw',
  'antw',
  'wg',
  'antwort',
  'wtrlt',
  'doorst',
  'sv',
  'vs',
  'vb',
  'vl',
  'odp',
  'pd',
  'pdl',
  'přep',
  // French, Italian, Spanish, Portuguese, Romanian, Turkish, Greek, Hungarian, Finnish, Icelandic
  'réf',
  'ref',
  'rép',
  'tr',
  'i',
  'r',
  'rif',
  'rv',
  'res',
  'enc',
  'ynt',
  'ilt',
  'vá',
  'továbbítás',
  'fs',
  'trans',
  'ats',
  'pres',
  // Chinese, Japanese, Korean, Russian, Greek, Hebrew
  '回复',
  '回覆',
  '答复',
  '转发',
  '轉寄',
  '返信',
  '転送',
  '회신',
  '전달',
  'ha',
  'на',
  'нa',
  'отв',
  'пер',
  'απ',
  'πρθ',
  'השב',
  'הועבר',
]);
const MAX_ROUNDS = 50;
/** What a sender puts in brackets to be seen, other than a list's tag. */
const shouted =
  /^(urgent|urgente|dringend|wichtig|important|importante|eilt|asap|action|final|draft|entwurf|reminder|erinnerung|rappel|update|neu|new|info|confidential|vertraulich|private|wip|test)$/i;
/** Put there by the receiver's mail server. */
const warning =
  /^(ext|external|external (email|e-mail|sender|mail)|extern|externe?r? (mail|e-mail|absender)|externe|expéditeur externe|externo|correo externo|esterno|caution|not secure|spam\??|suspected spam|sospechoso)$/i;

/** "[EXTERNAL]", "[buyers-list]": put there by programs. "[REQ-20917]" is the sender's, and so is a tag of two words. */
function isProgramsTag(tag: string): boolean {
  const text = tag.trim();
  return warning.test(text) || (/^\p{L}[\p{L}._-]{2,30}$/u.test(text) && !shouted.test(text));
}

/**
 * The subject without reply and forward prefixes, in any order and number (`Re[2]: AW: Fwd: …`), without the tags of
 * mailing lists and mail servers before it, spaces tidied, control characters gone. Empty where nothing else was there.
 */
export function cleanSubject(subject: string): string {
  let rest = subject
    .slice(0, 2000)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, (run) => (/\s|\p{Cc}/u.test(run) ? ' ' : ''))
    .trim();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const tag =
      /^\[([^[\]]{1,40})\]\s{0,3}/.exec(rest) ??
      /^(?:\*{2,3}|\()(ext(?:ern(?:al)?)?)(?:\*{2,3}|\))\s{0,3}/i.exec(rest);
    if (tag && isProgramsTag(tag[1] ?? '') && tag[0].length < rest.length) {
      rest = rest.slice(tag[0].length);
      continue;
    }
    const found = /^([\p{L}]{1,12})(?:\s?\[\d{1,3}\]|\s?\(\d{1,3}\)|\^\d{1,3})?\s?[:：]\s*/u.exec(rest);
    if (!found || !prefixes.has((found[1] ?? '').toLowerCase())) break;
    rest = rest.slice(found[0].length);
  }
  return rest.trim();
}
