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
/** Too short or too common to be cut where they stand once, as in `I: …`: only Italian programs write them. */
const MAX_ROUNDS = 50;

/**
 * The subject without reply and forward prefixes, in any order and number (`Re[2]: AW: Fwd: …`), spaces tidied,
 * control characters gone. Empty where nothing else was there.
 */
export function cleanSubject(subject: string): string {
  let rest = subject
    .slice(0, 2000)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, (run) => (/\s|\p{Cc}/u.test(run) ? ' ' : ''))
    .trim();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found = /^([\p{L}]{1,12})(?:\s?\[\d{1,3}\]|\s?\(\d{1,3}\)|\^\d{1,3})?\s?[:：]\s*/u.exec(rest);
    if (!found || !prefixes.has((found[1] ?? '').toLowerCase())) break;
    rest = rest.slice(found[0].length);
  }
  return rest.trim();
}
