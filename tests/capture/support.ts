import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import { gmail } from '@/utils/capture/gmail/gmail';
import type { Page, PageAdapter, Wire, WireNews } from '@/utils/capture/page-adapter';
import { runAdapter } from '@/utils/capture/run-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import type { PageCapture } from '@/utils/model/captured';
import { PageMessage, type ToPage } from '@/utils/model/messages';
import type { GateSettings } from '@/utils/model/settings';

const here = dirname(fileURLToPath(import.meta.url));
/** Recorded pages and wire of the sites: not ours to copy, read where they are. */
export const captures = resolve(process.env.CAPTURES_DIR ?? join(here, '../../../shared/captures'), 'gmail');
export const haveCaptures = existsSync(captures);
export const casesFolder = join(here, '../pages/gmail');

export const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
export const list = (folder: string) => readdirSync(folder);

export const GMAIL = 'https://mail.google.com/mail/u/0/#inbox/FMfcgzExample';

export const openGate: GateSettings = {
  capture: true,
  ownAddresses: [],
  ownDomains: [],
  neverLog: { addresses: [], domains: [], words: [] },
  gateOff: false,
};

/** jsdom lays nothing out: an element has a box when nothing above it is hidden. */
export const isVisible = (element: Element) => element.isConnected && !element.closest('[hidden]');

export function openDocument(html: string, url = GMAIL): JSDOM {
  return new JSDOM(html, { url, pretendToBeVisual: true });
}

export function pageOf(html: string, own: string[] = []): Page {
  const { document, location } = openDocument(html).window;
  const { account, addresses } = gmail.ownAccount({
    document,
    location,
    isVisible,
    account: null,
    own: new Set(),
    now: Date.now,
  });
  return {
    document,
    location,
    isVisible,
    account,
    own: new Set([...own, ...addresses]),
    now: () => Date.now(),
  };
}

let order = 0;
export function event(endpoint: string, response: unknown, request: unknown = ''): TapEvent {
  order += 1;
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return {
    endpoint,
    status: 200,
    request: text(request),
    response: text(response),
    note: '',
    order,
    startedAt: Date.now(),
  };
}

/** Reads one event to its end, in one go. */
export function readAll(wire: Wire, tapEvent: TapEvent, page: Page): WireNews {
  const work = wire.read(tapEvent, page);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export interface Outcome {
  all: PageMessage[];
  captured: (PageCapture & { held: boolean })[];
  refused: Extract<PageMessage, { type: 'refused' }>[];
  drift: Extract<PageMessage, { type: 'drift' }>[];
  undone: string[][];
  earlier: string[][];
  own: string[];
  heads: Extract<PageMessage, { type: 'listed' }>['heads'];
}

export interface Running {
  dom: JSDOM;
  outcome(): Outcome;
  push(tapEvent: TapEvent): void;
  toPage(message: ToPage): unknown;
  stop(): void;
}

/** Runs the adapter on a page as the content script does; what it tells is parsed as the worker parses it. */
export function start(
  html: string,
  {
    gate = openGate,
    adapter = gmail,
    url = GMAIL,
  }: { gate?: GateSettings | null; adapter?: PageAdapter; url?: string } = {},
): Running {
  const dom = openDocument(html, url);
  const life = new AbortController();
  const all: PageMessage[] = [];
  let push: (tapEvent: TapEvent) => void = () => undefined;
  let toPage: (message: ToPage) => unknown = () => undefined;
  runAdapter(adapter, {
    document: dom.window.document,
    location: dom.window.location,
    isVisible,
    tell: async (message) => {
      all.push(PageMessage.parse(message));
      return message.type === 'gate-settings' ? gate : { ok: true };
    },
    tapEvents: (listener) => {
      push = listener;
    },
    onMessage: (listener) => {
      toPage = listener;
    },
    signal: life.signal,
  });
  const of = <T extends PageMessage['type']>(type: T) =>
    all.filter((each): each is Extract<PageMessage, { type: T }> => each.type === type);
  return {
    dom,
    push: (tapEvent) => push(tapEvent),
    toPage: (message) => toPage(message),
    stop: () => life.abort(),
    outcome: () => ({
      all,
      captured: of('captured').flatMap(({ captures: some, held }) => some.map((each) => ({ ...each, held }))),
      refused: of('refused'),
      drift: of('drift'),
      undone: of('send-undone').map((each) => each.ids),
      earlier: of('now-open').at(-1)?.earlier ?? [],
      own: of('own-addresses').flatMap((each) => each.addresses),
      heads: of('listed').flatMap((each) => each.heads),
    }),
  };
}

export const wait = (milliseconds: number) => new Promise((resolve_) => setTimeout(resolve_, milliseconds));

/**
 * A page, what the wire brings, and what comes of it. `until` says what to wait for (a busy machine is slow); without it
 * the given time passes, to show that nothing comes.
 */
export async function run(
  html: string,
  events: TapEvent[],
  options: {
    gate?: GateSettings;
    settle?: number;
    until?: (outcome: Outcome) => boolean;
    adapter?: PageAdapter;
    url?: string;
  } = {},
): Promise<Outcome> {
  const { adapter = gmail, url = GMAIL } = options;
  const running = start(html, { gate: options.gate ?? openGate, adapter, url });
  for (const each of events) running.push(each);
  await until(
    () => options.until?.(running.outcome()) ?? false,
    options.until ? 9000 : (options.settle ?? 1500),
  );
  if (options.until) await wait(options.settle ?? 100);
  running.stop();
  return running.outcome();
}

/** Resolves when the condition holds, or after so many milliseconds. */
export async function until(holds: () => boolean, milliseconds = 9000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!holds() && Date.now() < end) await wait(20);
}
