import type { DatabaseName } from './extension-state.ts';
import { databases } from './extension-state.ts';
import type { FirefoxSidelog } from './firefox.ts';

/** The name that Firefox gives the sidebar of an extension with our id. */
const SIDEBAR = 'sidelog_sidelog_example-sidebar-action';

/** One of our pages in a tab, driven with real clicks. */
export interface OwnTab {
  text(): Promise<string>;
  see(words: string | RegExp, timeout?: number): Promise<void>;
  /** Clicks the first visible button or link that contains this. */
  click(name: string): Promise<void>;
  /** Runs a function's body in the page; its last argument is called with the result. */
  run(body: string, ...args: unknown[]): Promise<unknown>;
}

/** Opens one of our own pages in a new tab. */
export async function openOwnTab({ marionette, origin }: FirefoxSidelog, path: string): Promise<OwnTab> {
  const opened = (await marionette.command('WebDriver:NewWindow', { type: 'tab', focus: true })) as {
    handle: string;
  };
  const enter = async () => {
    await marionette.command('WebDriver:SwitchToWindow', { handle: opened.handle, focus: false });
    await marionette.command('Marionette:SetContext', { value: 'content' });
  };
  await enter();
  await marionette.command('WebDriver:Navigate', { url: `${origin}/${path}` });
  const text = async () => {
    await enter();
    return String(await marionette.run('content', 'return document.body.innerText'));
  };
  return {
    text,
    see: (words, timeout) => until(text, words, timeout),
    async click(name) {
      await enter();
      await marionette.command('WebDriver:SwitchToWindow', { handle: opened.handle, focus: true });
      const deadline = Date.now() + 10_000;
      const value = `//*[self::button or self::a][contains(normalize-space(.), ${JSON.stringify(name)})]`;
      for (;;) {
        try {
          const found = (await marionette.command('WebDriver:FindElement', { using: 'xpath', value })) as {
            value: Record<string, string>;
          };
          await marionette.command('WebDriver:ElementClick', { id: Object.values(found.value)[0] });
          return;
        } catch (error) {
          if (Date.now() > deadline) throw error;
          await pause(100);
        }
      }
    },
    async run(body, ...args) {
      await enter();
      return marionette.runAsync('content', body, ...args);
    },
  };
}

/** Answers the browser's own permission prompt, with a click on its button. */
export async function answerPrompt({ marionette }: FirefoxSidelog, answer: 'Allow' | 'Deny'): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const clicked = await marionette.run(
      'chrome',
      `const prompt = document.getElementById('addon-webext-permissions-notification');
       const button = arguments[0] === 'Allow' ? prompt?.button : prompt?.secondaryButton;
       if (!prompt || prompt.hidden || !button || button.disabled) return false;
       button.click();
       return true;`,
      answer,
    );
    if (clicked === true) return;
    if (Date.now() > deadline) throw new Error('Firefox did not ask for the permission.');
    await pause(100);
  }
}

/** The real sidebar of the window. */
export interface Sidebar {
  text(): Promise<string>;
  see(words: string | RegExp, timeout?: number): Promise<void>;
  click(name: string): Promise<void>;
}

/** Opens the sidebar; its content lives in the extension's process and is reached by a script in its frame. */
export async function openSidebar({ marionette }: FirefoxSidelog): Promise<Sidebar> {
  await marionette.runAsync(
    'chrome',
    'const done = arguments[arguments.length - 1]; SidebarController.show(arguments[0]).then(() => done(true), (e) => done(String(e)));',
    SIDEBAR,
  );
  let serial = 0;
  const inFrame = async (body: string) => {
    serial += 1;
    return marionette.runAsync(
      'chrome',
      `const [body, name, done] = arguments;
       const frame = document.getElementById('sidebar').contentDocument.getElementById('webext-panels-browser');
       const { messageManager } = frame;
       const heard = (message) => { messageManager.removeMessageListener(name, heard); done(message.data); };
       messageManager.addMessageListener(name, heard);
       const script = 'sendAsyncMessage(' + JSON.stringify(name) + ', ((document) => {' + body + '})(content.document));';
       messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);`,
      body,
      `sidelog-test:${serial}`,
    );
  };
  const text = async () =>
    String((await inFrame('return document.body ? document.body.innerText : "";')) ?? '');
  return {
    text,
    see: (words, timeout) => until(text, words, timeout),
    async click(name) {
      const deadline = Date.now() + 10_000;
      const wanted = JSON.stringify(name);
      for (;;) {
        const clicked = await inFrame(
          `const found = [...document.querySelectorAll('button, a')].find((one) => one.innerText.trim().startsWith(${wanted}));
           found?.click();
           return Boolean(found);`,
        );
        if (clicked === true) return;
        if (Date.now() > deadline) throw new Error(`Nothing to click named ${name}. Shown:\n${await text()}`);
        await pause(100);
      }
    },
  };
}

/** All rows of a table, read in one of our own pages. */
export async function rowsIn(
  tab: OwnTab,
  table: string,
  book: DatabaseName = 'real',
): Promise<Record<string, unknown>[]> {
  const found = await tab.run(
    `const [name, store, done] = arguments;
     const opening = indexedDB.open(name);
     opening.onerror = () => done('[]');
     opening.onsuccess = () => {
       const database = opening.result;
       if (!database.objectStoreNames.contains(store)) { database.close(); done('[]'); return; }
       const reading = database.transaction(store).objectStore(store).getAll();
       reading.onsuccess = () => { database.close(); done(JSON.stringify(reading.result)); };
     };`,
    databases[book],
    table,
  );
  return JSON.parse(String(found)) as Record<string, unknown>[];
}

async function until(text: () => Promise<string>, words: string | RegExp, timeout = 15_000): Promise<void> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const now = await text();
    if (typeof words === 'string' ? now.includes(words) : words.test(now)) return;
    if (Date.now() > deadline) throw new Error(`The page does not show ${words}. It shows:\n${now}`);
    await pause(100);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
