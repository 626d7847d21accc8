import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { languages } from '@/utils/i18n/languages';
import { buildFolder } from '../../scripts/lib/ensure.mjs';

const out = buildFolder('chrome');
const limit = 120 * 1024;

/** All that a page loads before its first picture: what its HTML names, and what that imports at the top. */
function loadedBy(page: string): Map<string, number> {
  const sizes = new Map<string, number>();
  const take = (file: string): void => {
    if (sizes.has(file)) return;
    const text = readFileSync(join(out, file));
    sizes.set(file, gzipSync(text).length);
    if (!file.endsWith('.js')) return;
    for (const [, file] of text.toString().matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      take(`chunks/${file}`);
  };
  const html = readFileSync(join(out, page), 'utf8');
  for (const [, file] of html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) take(String(file));
  return sizes;
}

/** The words of a language, which are loaded by name and so stand in no import at the top. */
function wordsOf(language: string): number {
  const files = readdirSync(join(out, 'chunks')).filter(
    (file) => file.startsWith(`${language}-`) && !file.startsWith(`${language}-pages`),
  );
  expect(files, `one file of words in ${language}`).toHaveLength(1);
  return gzipSync(readFileSync(join(out, 'chunks', String(files[0])))).length;
}

for (const page of ['sidepanel.html', 'popup.html'])
  test(`${page} with all it loads stays under 120 KB gzipped, in every language`, () => {
    const loaded = loadedBy(page);
    expect([...loaded.keys()].some((file) => file.endsWith('.css'))).toBe(true);
    expect(loaded.size, 'the chunks were found').toBeGreaterThan(8);
    const own = [...loaded.values()].reduce((sum, size) => sum + size, 0);
    for (const language of languages)
      expect(own + wordsOf(language), `${page} in ${language}`).toBeLessThan(limit);
  });
