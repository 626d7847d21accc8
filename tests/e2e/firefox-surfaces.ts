import { EXTENSION_ID, type FirefoxSidelog } from '../tools/firefox';

/** Our page in the browser's own furniture: the sidebar of a window, or the toolbar's popup. */
export interface Surface {
  text(): Promise<string>;
  see(words: string | RegExp, timeout?: number): Promise<void>;
  seeNot(words: string | RegExp, timeout?: number): Promise<void>;
  /** A press with the mouse, as the browser hears it from a person: some of its doors open only then. */
  press(name: string): Promise<void>;
  /** Runs the body of a function of `document` in the page. */
  run(body: string): Promise<unknown>;
}

const frames = {
  sidebar: "document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')",
  popup: "document.querySelector('.webextension-popup-browser')",
} as const;

/** The surface in this window (a WebDriver handle; none: the window that is in front). */
export function surface(sidelog: FirefoxSidelog, kind: keyof typeof frames, handle?: string): Surface {
  const { marionette } = sidelog;
  let serial = 0;
  const run = async (body: string) => {
    if (handle) await marionette.command('WebDriver:SwitchToWindow', { handle, focus: false });
    serial += 1;
    return marionette.runAsync(
      'chrome',
      `const [body, name, done] = arguments;
       const frame = ${frames[kind]};
       if (!frame) { done(null); return; }
       const { messageManager } = frame;
       const heard = (message) => { messageManager.removeMessageListener(name, heard); done(message.data); };
       messageManager.addMessageListener(name, heard);
       // A page that is just being put up or taken down answers never.
       setTimeout(() => { messageManager.removeMessageListener(name, heard); done(null); }, 3000);
       const script = 'sendAsyncMessage(' + JSON.stringify(name) + ', (() => { try { return ((document) => {' + body + '})(content.document); } catch (error) { return String(error); } })());';
       messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);`,
      body,
      `sidelog-surface:${kind}:${Date.now()}:${serial}`,
    );
  };
  const text = async () => String((await run('return document.body ? document.body.innerText : "";')) ?? '');
  const until = async (words: string | RegExp, wanted: boolean, timeout = 15_000) => {
    const deadline = Date.now() + timeout;
    for (;;) {
      const now = await text();
      if ((typeof words === 'string' ? now.includes(words) : words.test(now)) === wanted) return;
      if (Date.now() > deadline)
        throw new Error(
          `The ${kind} ${wanted ? 'does not show' : 'still shows'} ${words}. It shows:\n${now}`,
        );
      await pause(100);
    }
  };
  return {
    text,
    run,
    see: (words, timeout) => until(words, true, timeout),
    seeNot: (words, timeout) => until(words, false, timeout),
    async press(name) {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const pressed = await run(
          `const wanted = ${JSON.stringify(name)};
           const found = [...document.querySelectorAll('button, a, [role=menuitem]')].find((one) =>
             (one.getAttribute('aria-label') ?? one.innerText).trim().startsWith(wanted));
           if (!found) return false;
           found.scrollIntoView({ block: 'nearest' });
           const box = found.getBoundingClientRect();
           const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
           for (const type of ['mousedown', 'mouseup'])
             document.defaultView.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1 });
           return true;`,
        );
        if (pressed === true) return;
        if (typeof pressed === 'string') throw new Error(pressed);
        if (Date.now() > deadline) throw new Error(`Nothing to press named ${name}. Shown:\n${await text()}`);
        await pause(100);
      }
    },
  };
}

/** Presses the toolbar button of the window in front. */
export async function pressToolbarButton({ marionette }: FirefoxSidelog): Promise<void> {
  await marionette.runAsync(
    'chrome',
    `const [id, done] = arguments;
     const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
     const { extension } = WebExtensionPolicy.getByID(id);
     const action = ExtensionParent.apiManager.global.browserActionFor(extension);
     action.openPopup(window, false).then(() => done(true), (error) => done(String(error)));`,
    EXTENSION_ID,
  );
}

/** Whether the sidebar of this window shows our panel. */
export async function sidebarIsOurs({ marionette }: FirefoxSidelog, handle?: string): Promise<boolean> {
  if (handle) await marionette.command('WebDriver:SwitchToWindow', { handle, focus: false });
  const shown = await marionette.run(
    'chrome',
    "return SidebarController.isOpen && SidebarController.currentID === 'sidelog_sidelog_example-sidebar-action'",
  );
  return shown === true;
}

export async function closeSidebar({ marionette }: FirefoxSidelog): Promise<void> {
  await marionette.run('chrome', 'SidebarController.hide();');
}

/**
 * What the browser does when Alt, Shift and L are pressed in the window in front. The keys themselves go to the page's
 * process first, where no headless test reaches them.
 */
export async function pressPanelKeys({ marionette }: FirefoxSidelog): Promise<void> {
  const keys = await marionette.run(
    'chrome',
    `const key = document.querySelector('keyset[id^="ext-keyset-id-sidelog"] key');
     key?.doCommand();
     return key ? [key.getAttribute('modifiers'), key.getAttribute('key')].join(' ') : '';`,
  );
  if (keys !== 'alt,shift L') throw new Error(`The panel’s keys are “${String(keys)}”.`);
}

/** Opens the page's context menu and chooses our entry. Throws where it is not there. */
export async function chooseFromContextMenu({ marionette }: FirefoxSidelog, label: string): Promise<void> {
  const chosen = await marionette.runAsync(
    'chrome',
    `const [label, done] = arguments;
     const menu = document.getElementById('contentAreaContextMenu');
     menu.addEventListener('popupshown', () => {
       const item = [...menu.querySelectorAll('menuitem')].find((one) => one.label === label && !one.hidden);
       if (!item) { const all = [...menu.children].map((one) => one.label).filter(Boolean); menu.hidePopup(); done(all.join(', ')); return; }
       menu.addEventListener('popuphidden', () => done(true), { once: true });
       menu.activateItem(item);
     }, { once: true });
     const frame = gBrowser.selectedBrowser;
     const box = frame.getBoundingClientRect();
     const [x, y] = [box.left + 200, box.top + 300];
     for (const type of ['mousedown', 'contextmenu', 'mouseup'])
       window.synthesizeMouseEvent(type, x, y, { button: 2, clickCount: 1 });`,
    label,
  );
  if (chosen !== true) throw new Error(`The context menu has no “${label}”. It has: ${String(chosen)}`);
}

/** A new window, in front; its WebDriver handle. */
export async function openWindow({ marionette }: FirefoxSidelog, url: string): Promise<string> {
  const opened = (await marionette.command('WebDriver:NewWindow', { type: 'window', focus: true })) as {
    handle: string;
  };
  await marionette.command('WebDriver:SwitchToWindow', { handle: opened.handle, focus: true });
  await marionette.command('Marionette:SetContext', { value: 'content' });
  await marionette.command('WebDriver:Navigate', { url });
  return opened.handle;
}

/** A picture of the window in front, its own furniture included. */
export async function pictureOfWindow({ marionette }: FirefoxSidelog): Promise<Buffer> {
  await marionette.command('Marionette:SetContext', { value: 'chrome' });
  const taken = (await marionette.command('WebDriver:TakeScreenshot', { full: true, hash: false })) as {
    value: string;
  };
  return Buffer.from(taken.value, 'base64');
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
