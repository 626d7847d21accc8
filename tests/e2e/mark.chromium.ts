import type { Page } from '@playwright/test';
import { sendIntent } from '../tools/extension-state';
import { attachOwnPage } from '../tools/own-page';
import { expect, quote, test } from './support';

/** Runs in the page before Gmail's own scripts: keeps what can be observed while marks come and change. */
function watchFromThePage() {
  const notes: string[] = [];
  Reflect.set(window, 'notes', notes);
  const watch = () => {
    // All but the mail itself.
    new MutationObserver((records) => {
      for (const record of records) {
        for (const node of record.addedNodes)
          if (node instanceof HTMLElement && node.style.contain === 'strict') notes.push('a mark came');
        if (record.target instanceof HTMLElement && record.target.style.contain === 'strict')
          notes.push(`${record.type} of a mark`);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  if (document.documentElement) watch();
  else document.addEventListener('DOMContentLoaded', watch);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    notes.push('a shadow root was made in sight of the page');
    return attachShadow.call(this, init);
  };
  new PerformanceObserver((list) => {
    for (const { entryType } of list.getEntries()) notes.push(entryType);
  }).observe({ type: 'layout-shift' });
}

/** Runs in the page: what it can learn of the first mark. */
function observe() {
  const host = document.querySelector('.adn .gD')?.nextSibling;
  if (!(host instanceof HTMLElement)) return null;
  const box = host.getBoundingClientRect();
  const style = getComputedStyle(host);
  const range = document.createRange();
  range.selectNode(host);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  const selected = getSelection()?.toString();
  getSelection()?.removeAllRanges();
  const find: unknown = Reflect.get(window, 'find');
  const found = ['Sidelog', 'logged', 'waits', 'customer', 'confirmed'].map((word) => {
    const is: unknown = typeof find === 'function' ? Reflect.apply(find, window, [word]) : false;
    getSelection()?.removeAllRanges();
    return is;
  });
  const inside = [];
  for (let x = box.left - 4; x < box.right + 300; x += 7)
    for (let y = box.top - 4; y < box.bottom + 100; y += 7)
      inside.push(document.elementsFromPoint(x, y).includes(host) ? 1 : 0);
  return JSON.stringify({
    markup: host.outerHTML,
    children: [host.childNodes.length, host.children.length, host.shadowRoot],
    box: [box.width, box.height, host.offsetWidth, host.scrollWidth, host.scrollHeight, host.clientHeight],
    style: [...style].map((name) => `${name}:${style.getPropertyValue(name)}`),
    // biome-ignore lint/performance/useDomNodeTextContent: what the page could read
    text: [host.textContent, host.innerText, host.title, host.getAttributeNames(), selected, found],
    inside: inside.join(''),
    animations: document.getAnimations().length,
    own: Object.keys(host),
    siblings: host.parentElement?.childNodes.length,
    tab: host.tabIndex,
  });
}

async function observed(page: Page): Promise<string> {
  await expect.poll(() => page.evaluate(observe)).not.toBeNull();
  return (await page.evaluate(observe)) ?? '';
}

/** The mark's own words and picture, which only a debugger can read: the page cannot. */
async function said(page: Page): Promise<string> {
  const debuggee = await page.context().newCDPSession(page);
  try {
    const { nodes } = await debuggee.send('Accessibility.getFullAXTree');
    const button = nodes.find(
      ({ role, name }) => role?.value === 'button' && /^Sidelog/.test(String(name?.value)),
    );
    return String(button?.name?.value ?? '');
  } finally {
    await debuggee.detach();
  }
}

/** The middle of the first mark. */
const middle = (page: Page) =>
  page.evaluate(() => {
    const { left, top, width, height } = document
      .querySelector('.adn .gD')
      ?.nextElementSibling?.getBoundingClientRect() ?? { left: 0, top: 0, width: 0, height: 0 };
    return { x: left + width / 2, y: top + height / 2 };
  });

test('a mark beside the sender says waiting, confirmed and logged, and the page can tell none of them apart', async ({
  setup,
}) => {
  const { gmail, panel } = await setup();
  const tab = await gmail();
  await tab.page.evaluate(watchFromThePage);
  const side = await panel(tab.page);
  await tab.openThread(quote());
  const states = new Map<string, string>();
  await expect.poll(() => said(tab.page)).toContain('waits for you');
  states.set('waiting', await observed(tab.page));
  await side.click('Log it');
  await expect.poll(() => said(tab.page)).toContain('on its way');
  states.set('confirmed', await observed(tab.page));
  await expect.poll(() => said(tab.page), { timeout: 25_000 }).toContain('Sidelog: logged');
  states.set('logged', await observed(tab.page));
  expect(new Set(states.values()).size, [...states.keys()].join()).toBe(1);
  const notes = await tab.page.evaluate((): string[] => Reflect.get(window, 'notes'));
  // What the opening panel moved before is not the mark's.
  expect(notes.slice(notes.indexOf('a mark came')), 'it came once, and nothing of it changed since').toEqual([
    'a mark came',
  ]);
});

test('a mail that is refused and one that waits look the same to the page', async ({ setup }) => {
  const { gmail, sidelog, rows } = await setup();
  const tab = await gmail();
  const opened = async (make: () => Promise<unknown>) => {
    await make();
    return observed(tab.page);
  };
  const waiting = await opened(() => tab.openThread(quote()));
  await expect.poll(() => said(tab.page)).toContain('waits for you');
  await sendIntent(sidelog, {
    type: 'never-log',
    book: 'real',
    kind: 'address',
    value: 'anna.berger@nordlicht.example',
  });
  const refused = await opened(() => tab.openThread(quote('Renewal for 41 seats')));
  await expect.poll(() => said(tab.page)).toContain('never-log list');
  expect(refused).toBe(waiting);
  expect(await rows('refused')).not.toEqual([]);
});

test('a press on the mark opens the panel, and does not reach the page’s own handlers', async ({ setup }) => {
  const { gmail, sidelog } = await setup();
  const tab = await gmail();
  await tab.openThread(quote());
  await expect.poll(() => said(tab.page)).toContain('waits for you');
  await tab.page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    for (const type of ['click', 'mousedown', 'keydown'])
      document.body.addEventListener(type, (event) => heard.push(event.type));
  });
  // What the page makes up is no press.
  await tab.page.evaluate(() => {
    const host = document.querySelector('.adn .gD')?.nextElementSibling;
    if (host instanceof HTMLElement) host.click();
  });
  await expect(attachOwnPage(sidelog, 'sidepanel.html', 1_500)).rejects.toThrow('did not open');
  await tab.page.evaluate(() => Reflect.get(window, 'heard').splice(0));
  const { x, y } = await middle(tab.page);
  await tab.page.mouse.click(x, y);
  const side = await attachOwnPage(sidelog, 'sidepanel.html');
  await side.see('Renewal for 40 seats');
  expect(await tab.page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
});

test('the mark is reached and pressed by keyboard', async ({ setup }) => {
  const { gmail, sidelog } = await setup();
  const tab = await gmail();
  await tab.openThread(quote());
  await expect.poll(() => said(tab.page)).toContain('waits for you');
  await tab.page.keyboard.press('Tab');
  await tab.page.keyboard.press('Enter');
  const side = await attachOwnPage(sidelog, 'sidepanel.html');
  await side.see('Renewal for 40 seats');
});

test('switched off in the settings it goes at once, and switched on it comes back', async ({ setup }) => {
  const { gmail, sidelog } = await setup();
  const tab = await gmail();
  await tab.openThread(quote());
  await observed(tab.page);
  await sendIntent(sidelog, { type: 'change-settings', change: { mark: false } });
  await expect.poll(() => tab.page.evaluate(observe)).toBeNull();
  await sendIntent(sidelog, { type: 'change-settings', change: { mark: true } });
  await observed(tab.page);
  await expect.poll(() => said(tab.page)).toContain('waits for you');
});

test('where the page changed its shape there is no mark', async ({ setup }) => {
  const { gmail, untilRows } = await setup();
  const tab = await gmail();
  await tab.openThread(quote());
  await observed(tab.page);
  await tab.page.evaluate(() => {
    for (const body of document.querySelectorAll('.a3s')) body.classList.remove('a3s');
    document.querySelector('.adn')?.removeAttribute('data-message-id');
    document.querySelector('.adn')?.removeAttribute('data-legacy-message-id');
  });
  await untilRows('drift', 1);
  await expect.poll(() => tab.page.evaluate(observe)).toBeNull();
});
