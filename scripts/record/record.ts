import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type BrowserContext, type Page as BrowserPage, chromium } from '@playwright/test';
import { adapters } from '@/utils/capture/adapters';
import type { PageAdapter } from '@/utils/capture/page-adapter';
import { siteHosts, siteShown } from '@/utils/model/site-hosts';
import { findChromium } from '../lib/browsers.mjs';
import { wordsOfDates } from './date-words.ts';
import { draftExpectation } from './draft-expectation.ts';
import { hearPages } from './hear-page.ts';
import { prune, selectorsOf } from './prune.ts';
import { type KeepRules, pseudonymise, type Recording } from './pseudonymise.ts';
import { readVocabulary } from './vocabulary.ts';

export interface RecordOptions {
  root: string;
  /** A name in `adapters`. */
  name: string;
  /** What the case shows, in words: `reply with two recipients`. */
  about: string;
  url: string | undefined;
  /** The folder in which the case's own is made; tests/pages/recorded/NAME unless told. */
  out: string | undefined;
  /** Resolves when the person has what they want on the screen. */
  ready(): Promise<void>;
  headless: boolean;
}

/** A browser that keeps the sign-in between recordings, outside of the project. */
export function profileFolder(root: string, name: string): string {
  const folder = resolve(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'sidelog-record', name);
  if (!relative(root, folder).startsWith('..'))
    throw new Error(`${folder} lies in the project: set XDG_CACHE_HOME to a folder outside.`);
  return folder;
}

/** Where a person begins who names no address: `https://outlook.office.com/calendar/`. */
const starts: Partial<Record<string, string>> = {
  gmail: 'mail/',
  'google-calendar': 'calendar/',
  outlook: 'mail/',
  'outlook-calendar': 'calendar/',
};

/**
 * Opens a browser with the site's tap, and, once the person is ready, writes the case. What was read is held in memory,
 * and only its stand-ins are written. Gives the case's folder and the expectation that was drafted. Throws a sentence
 * where there is nothing to record.
 */
export async function record(options: RecordOptions): Promise<{ folder: string; expected: string }> {
  const { root, name } = options;
  const adapter = adapters.find((each) => each.site === name);
  if (!adapter) throw new Error(`${name} is none of ${adapters.map(({ site }) => site).join(', ')}.`);
  const folder = resolve(options.out ?? join(root, 'tests/pages/recorded', name), slug(options.about));
  if (existsSync(folder)) throw new Error(`${folder} is there already: choose other words.`);
  const hosts = siteHosts[adapter.site];
  const profile = profileFolder(root, name);
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const context = await openBrowser(profile, options.headless);
  try {
    const heard = await hearPages(context, root, adapter.tap);
    const page = context.pages()[0] ?? (await context.newPage());
    const first = `${hosts[0]?.replace(/\*$/, '')}${starts[name] ?? ''}`;
    await page.goto(options.url ?? first, { waitUntil: 'commit' });
    await options.ready();
    const open = await pageOf(context, hosts, adapter);
    const raw = { html: await open.content(), url: open.url(), wire: [...heard] };
    const written = await toCase(raw, options, adapter);
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of written.files) writeFileSync(join(folder, file), text);
    return { folder, expected: written.expected };
  } finally {
    await context.close();
  }
}

/** Without any extension: the page is as it is for everybody. */
function openBrowser(profile: string, headless: boolean): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium here: set CHROMIUM_PATH.');
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: 1280, height: 900 } : null,
    // Chromium cannot keep its sandbox as root (containers, CI).
    chromiumSandbox: process.getuid?.() !== 0 && process.env.CI === undefined,
    args: ['--no-first-run', '--no-default-browser-check', '--disable-sync', '--disable-gpu'],
  });
}

/** The tab that shows what is to be recorded: of this site, in front rather than behind. */
async function pageOf(
  context: BrowserContext,
  hosts: readonly string[],
  adapter: PageAdapter,
): Promise<BrowserPage> {
  const found: { page: BrowserPage; rank: number }[] = [];
  for (const page of context.pages()) {
    const url = page.url();
    if (!hosts.includes(`${originOf(url)}/*`)) continue;
    const isMine = siteShown(url) === adapter.site ? 2 : 0;
    const isInFront = (await page.evaluate(() => document.visibilityState)) === 'visible' ? 1 : 0;
    found.push({ page, rank: isMine + isInFront });
  }
  const [best] = found.sort((a, b) => b.rank - a.rank);
  if (!best) throw new Error(`No tab shows ${hosts.join(' or ')}.`);
  return best.page;
}

/** What is written of a recording: stand-ins alone. */
export async function toCase(
  raw: Recording,
  { root, about }: Pick<RecordOptions, 'root' | 'about'>,
  adapter: PageAdapter,
): Promise<{ files: Map<string, string>; expected: string }> {
  const source = join(root, 'utils/capture', adapter.site);
  // Outlook's calendar borrows from its mail.
  const sources = [
    source,
    ...(adapter.site === 'outlook-calendar' ? [join(root, 'utils/capture/outlook')] : []),
  ];
  const find: Record<string, unknown> = await import(join(source, 'find.ts'));
  const html = prune(raw.html, await allSelectors(sources));
  const keep: KeepRules = {
    words: readVocabulary(sources),
    dateWords: wordsOfDates(/<html[^>]*\slang="([\w-]{2,20})"/.exec(raw.html)?.[1] ?? 'en'),
    isBody: bodyTest(find),
  };
  const safe = pseudonymise({ ...raw, html }, keep);
  const drafted = await draftExpectation(safe, adapter, about, new Date().toISOString());
  const expected = `${JSON.stringify(drafted, null, 1)}\n`;
  const files = new Map([
    ['page.html', safe.html],
    ['expected.json', expected],
  ]);
  for (const [index, { endpoint, request, response }] of safe.wire.entries()) {
    const stem = `${index + 1}.${endpoint}`;
    if (request !== '') files.set(`${stem}.request.${endingOf(request)}`, request);
    files.set(`${stem}.response.${endingOf(response)}`, response);
  }
  return { files, expected };
}

/** Of `find.ts` and the `find-….ts` beside it. */
async function allSelectors(folders: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders)
    for (const file of readdirSync(folder).filter((each) => /^find(?:-[\w-]+)?\.ts$/.test(each)))
      found.push(...selectorsOf(await import(join(folder, file))));
  return found;
}

/** A mail's body as the site marks it: what people wrote keeps no attribute. */
function bodyTest({ body, written }: Record<string, unknown>): KeepRules['isBody'] {
  const selectors = selectorsOf({ body, written });
  return (element) => selectors.some((each) => element.matches(each));
}

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : '');
const endingOf = (text: string) => (/^\s*[[{]/.test(text) ? 'json' : 'txt');

/** `Reply with two recipients` → `reply-with-two-recipients`. */
export function slug(about: string): string {
  const name = about
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  if (name === '') throw new Error('Say in a few words what the case shows.');
  return name;
}
