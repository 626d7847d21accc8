import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { languages } from '@/utils/i18n/languages';
import { buildFolder } from '../../scripts/lib/ensure.mjs';

const out = buildFolder('chrome');
const limit = 120 * 1024;

/** A file and all that it imports at the top, with its gzipped size. */
function withImports(file: string, sizes: Map<string, number>): Map<string, number> {
  if (sizes.has(file)) return sizes;
  const text = readFileSync(join(out, file));
  sizes.set(file, gzipSync(text).length);
  if (!file.endsWith('.js')) return sizes;
  for (const [, name] of text.toString().matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    withImports(`chunks/${name}`, sizes);
  return sizes;
}

/** All that a page loads before its first picture: what its HTML names, and what that imports at the top. */
function loadedBy(page: string): Map<string, number> {
  const sizes = new Map<string, number>();
  const html = readFileSync(join(out, page), 'utf8');
  for (const [, file] of html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g))
    withImports(String(file), sizes);
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

for (const page of ['sidepanel', 'popup'])
  test(`${page} reads while its words are on their way, and asks for all its files at once`, () => {
    const loaded = [...loadedBy(`${page}.html`).keys()].filter((file) => file.endsWith('.js'));
    const first = loaded.find((file) => file.includes(`${page}-first-`));
    if (!first) throw new Error('There is no file that begins to read.');
    const read = [...withImports(first, new Map()).keys()];
    expect(read.some((file) => file.includes('ground-'))).toBe(true);
    expect(read.filter((file) => /\/words-/.test(file))).toEqual([]);
    const html = readFileSync(join(out, `${page}.html`), 'utf8');
    expect(loaded.filter((file) => !html.includes(`/${file}`))).toEqual([]);
    expect(html).toMatch(/<script type="module" async[^>]* src="\/chunks\/words-/);
  });
