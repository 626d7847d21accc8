import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The words that our own capture code names in its strings and as fields: what a recording may keep, because everybody
 * can read it here already. Comments and prose are left out.
 */
export function readVocabulary(folders: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const folder of folders)
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.ts')))
      addWords(readFileSync(join(folder, name), 'utf8'), words);
  return words;
}

export function addWords(source: string, words: Set<string>): void {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*(?:import|export \*).*$|(?<!:)\/\/.*$/gm, '');
  for (const [literal] of code.matchAll(/'[^'\n]*'|`[^`]*`|\/[^/\n]+\/[a-z]*|\.[A-Za-z_]\w*/g))
    for (const [word] of literal.matchAll(/[\p{L}_][\p{L}\p{M}\d_]*/gu)) {
      words.add(word);
      // A word of a name with several parts: `data-app-section`, `SentReceivedSavedTime` stays whole.
      for (const [part] of word.matchAll(/[\p{L}\p{M}]+/gu)) words.add(part);
    }
}
