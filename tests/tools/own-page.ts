import { writeFile } from 'node:fs/promises';
import type { CDPSession } from '@playwright/test';
import type { Sidelog } from './chromium.ts';

/**
 * Our side panel or popup, as the browser shows it. Playwright does not see them as pages, because they stand in no
 * tab: they are driven through the debugger, with real mouse and key events.
 */
export interface OwnPage {
  /** Runs a function of the page with one plain argument. */
  evaluate<A, R>(body: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** What can be read on it now. */
  text(): Promise<string>;
  /** Waits until its text has (or has not) this. Throws with the text it had instead. */
  see(words: string | RegExp, timeout?: number): Promise<void>;
  seeNot(words: string | RegExp, timeout?: number): Promise<void>;
  /** Clicks the visible button, link, option or labelled field with this name. */
  click(name: string | RegExp): Promise<void>;
  press(key: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** URLs that the page asked for since it was attached, our own files left out. */
  requests: string[];
  /** What was thrown and not caught in it. */
  errors: string[];
  close(): Promise<void>;
}

/** Each side panel is attached to once: the next call finds the next window's. */
const attached = new Set<string>();

/** Attaches to one of our pages that stands in no tab, e.g. `sidepanel.html`; waits until it is there. */
export async function attachOwnPage(sidelog: Sidelog, path: string, timeout = 10_000): Promise<OwnPage> {
  const [page] = sidelog.context.pages();
  if (!page) throw new Error('No page to speak through.');
  const debuggee = await sidelog.context.newCDPSession(page);
  const url = `chrome-extension://${sidelog.id}/${path}`;
  const deadline = Date.now() + timeout;
  for (;;) {
    const { targetInfos } = await debuggee.send('Target.getTargets');
    const target = targetInfos.find(
      (info) => info.type === 'page' && info.url.startsWith(url) && !attached.has(info.targetId),
    );
    if (target) {
      attached.add(target.targetId);
      return drive(debuggee, target.targetId);
    }
    if (Date.now() > deadline) throw new Error(`${path} did not open.`);
    await pause(100);
  }
}

async function drive(debuggee: CDPSession, targetId: string): Promise<OwnPage> {
  const { sessionId } = await debuggee.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  const requests: string[] = [];
  const errors: string[] = [];
  let serial = 0;
  debuggee.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message);
    if (message.method === 'Network.requestWillBeSent') {
      const asked: string = message.params.request.url;
      if (!asked.startsWith('chrome-extension:')) requests.push(asked);
    }
    if (message.method === 'Runtime.exceptionThrown')
      errors.push(message.params.exceptionDetails.exception?.description ?? 'something was thrown');
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) one?.failed(new Error(message.error.message));
    else one?.done(message.result);
  });
  const send = (method: string, params: Record<string, unknown> = {}) =>
    new Promise<unknown>((done, failed) => {
      serial += 1;
      waiting.set(serial, { done, failed });
      const message = JSON.stringify({ id: serial, method, params });
      debuggee.send('Target.sendMessageToTarget', { sessionId, message }).catch(failed);
    });
  await send('Network.enable');
  await send('Page.enable');
  await send('Runtime.enable');

  const evaluate = async <A, R>(body: (argument: A) => R | Promise<R>, argument: A): Promise<R> => {
    // What compiles TypeScript for us may wrap functions with this name-keeping helper.
    const expression = `((__name) => (${body.toString()})(${JSON.stringify(argument) ?? 'undefined'}))((f) => f)`;
    const answer = (await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })) as { result: { value: R }; exceptionDetails?: { exception?: { description?: string } } };
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? 'The page threw.');
    }
    return answer.result.value;
  };
  // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, hidden parts left out
  const text = () => evaluate(() => document.body.innerText, null);
  const until = async (words: string | RegExp, wanted: boolean, timeout: number) => {
    const deadline = Date.now() + timeout;
    for (;;) {
      const now = await text();
      const there = typeof words === 'string' ? now.includes(words) : words.test(now);
      if (there === wanted) return;
      if (Date.now() > deadline)
        throw new Error(`The page ${wanted ? 'does not show' : 'still shows'} ${words}. It shows:\n${now}`);
      await pause(50);
    }
  };

  return {
    evaluate,
    text,
    see: (words, timeout = 10_000) => until(words, true, timeout),
    seeNot: (words, timeout = 10_000) => until(words, false, timeout),
    async click(name) {
      const deadline = Date.now() + 10_000;
      let before: { x: number; y: number } | null = null;
      for (;;) {
        const at = await evaluate(findByName, {
          source: typeof name === 'string' ? name : name.source,
          exact: typeof name === 'string',
          flags: typeof name === 'string' ? '' : name.flags,
        });
        // A menu is put in its place after it is there, and what arrives pushes rows down: only what rests is pressed.
        const rests: boolean = at !== null && at.x === before?.x && at.y === before.y;
        before = at;
        if (at && rests) {
          for (const type of ['mousePressed', 'mouseReleased'])
            await send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
          return;
        }
        if (Date.now() > deadline) throw new Error(`Nothing to click named ${name}. Shown:\n${await text()}`);
        await pause(50);
      }
    },
    async press(key) {
      const printable = key.length === 1;
      const code = printable ? `Key${key.toUpperCase()}` : key;
      const common = {
        key,
        code,
        windowsVirtualKeyCode: key === 'Enter' ? 13 : key.toUpperCase().charCodeAt(0),
      };
      const typed = key === 'Enter' ? '\r' : printable ? key : undefined;
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...(typed ? { text: typed } : {}) });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
    },
    async screenshot(path) {
      const { data } = (await send('Page.captureScreenshot', { format: 'png' })) as { data: string };
      await writeFile(path, Buffer.from(data, 'base64'));
    },
    requests,
    errors,
    async close() {
      await debuggee.send('Target.closeTarget', { targetId });
    },
  };
}

/** Runs in the page: the middle of the visible control with this name, scrolled into view. */
function findByName(wanted: {
  source: string;
  exact: boolean;
  flags: string;
}): { x: number; y: number } | null {
  const matches = (name: string | null | undefined) => {
    const trimmed = (name ?? '').replace(/\s+/g, ' ').trim();
    return wanted.exact ? trimmed === wanted.source : new RegExp(wanted.source, wanted.flags).test(trimmed);
  };
  const controls = document.querySelectorAll(
    'button, a[href], input, textarea, select, summary, [role=button], [role=menuitem], [role=option], [role=tab], label',
  );
  for (const control of controls) {
    const box = control.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const label = control.getAttribute('aria-label');
    // Key hints inside a button are no part of its name.
    const clone = control.cloneNode(true) as Element;
    for (const hint of clone.querySelectorAll('kbd, [aria-hidden=true]')) hint.remove();
    if (!matches(label) && !matches(clone.textContent)) continue;
    control.scrollIntoView({ block: 'nearest' });
    const middle = () => {
      const { left, top, width, height } = control.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    };
    const { x, y } = middle();
    // Under a bar that stays: a person would scroll on.
    if (!control.contains(document.elementFromPoint(x, y))) control.scrollIntoView({ block: 'center' });
    return middle();
  }
  return null;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
