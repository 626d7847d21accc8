import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Response } from '@playwright/test';
import { adapters } from '@/utils/capture/adapters';
import type { PageAdapter } from '@/utils/capture/page-adapter';
import { siteHosts } from '@/utils/model/site-hosts';
import { launchChromium } from '../../tests/tools/chromium.ts';
import { wordsOfDates } from './date-words.ts';
import { draftExpectation } from './draft-expectation.ts';
import { prune, selectorsOf } from './prune.ts';
import { type KeepRules, pseudonymise, type Recording } from './pseudonymise.ts';
import { readVocabulary } from './vocabulary.ts';

export interface RecordOptions {
  root: string;
  build: string;
  /** A name in `adapters`. */
  name: string;
  /** What the case shows, in words: `reply with two recipients`. */
  about: string;
  url: string | undefined;
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

/**
 * Opens a browser with Sidelog, listens to the requests that the site's tap would take, and, once the person is ready,
 * writes the case. What was read is held in memory, and only its stand-ins are written. Gives the case's folder and the
 * expectation that was drafted.
 */
export async function record(options: RecordOptions): Promise<{ folder: string; expected: string }> {
  const { root, name } = options;
  const adapter = adapters.find((each) => each.site === name);
  if (!adapter) throw new Error(`${name} is none of ${adapters.map(({ site }) => site).join(', ')}.`);
  const folder = join(root, 'tests/pages', name, slug(options.about));
  if (existsSync(folder)) throw new Error(`${relative(root, folder)} is there already: choose other words.`);
  const hosts = siteHosts[adapter.site];
  const profile = profileFolder(root, name);
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const sidelog = await launchChromium({ extension: options.build, headless: options.headless, profile });
  try {
    const heard: Promise<Recording['wire'][number] | null>[] = [];
    sidelog.context.on('response', (response) => {
      if (heard.length < 200) heard.push(readResponse(response, adapter).catch(() => null));
    });
    const page = sidelog.context.pages()[0] ?? (await sidelog.context.newPage());
    await page.goto(options.url ?? `${hosts[0]?.replace(/\*$/, '')}`);
    await options.ready();
    const open = sidelog.context.pages().find((each) => hosts.includes(`${originOf(each.url())}/*`));
    if (!open) throw new Error(`No tab shows ${hosts.join(' or ')}.`);
    const wire = (await Promise.all(heard)).filter((each) => each !== null);
    const written = await toCase({ html: await open.content(), url: open.url(), wire }, options, adapter);
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of written.files) writeFileSync(join(folder, file), text);
    return { folder: relative(root, folder), expected: written.expected };
  } finally {
    await sidelog.close();
  }
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
  const html = prune(raw.html, selectorsOf(find));
  const keep: KeepRules = {
    words: readVocabulary(sources),
    dateWords: wordsOfDates(/<html[^>]*\slang="([\w-]{2,20})"/.exec(raw.html)?.[1] ?? 'en'),
    isBody: bodyTest(find),
  };
  const safe = pseudonymise({ ...raw, html }, keep);
  const expected = `${JSON.stringify(await draftExpectation(safe, adapter, about), null, 1)}\n`;
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

/** A mail's body as the site marks it: what people wrote keeps no attribute. */
function bodyTest({ body, written }: Record<string, unknown>): KeepRules['isBody'] {
  const selectors = selectorsOf({ body, written });
  return (element) => selectors.some((each) => element.matches(each));
}

async function readResponse(
  response: Response,
  { tap }: PageAdapter,
): Promise<Recording['wire'][number] | null> {
  const { pathname, search } = new URL(response.url());
  const [, endpoint] = tap.endpoints.exec(tap.query ? pathname + search : pathname) ?? [];
  if (!endpoint) return null;
  const asked = response.request();
  const header = tap.requestHeader ? ((await asked.headerValue(tap.requestHeader)) ?? '') : '';
  return { endpoint, request: asked.postData() ?? header, response: await response.text() };
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
