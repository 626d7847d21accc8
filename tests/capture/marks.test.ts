import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlook } from '@/utils/capture/outlook/outlook';
import { PageSample } from '@/utils/model/self-check';
import { expectedOf, htmlOf } from './outlook-support';
import { casesFolder, event, openGate, read, start, until, wait } from './support';

const page = () => read(join(casesFolder, 'joined'), 'page.html');
const fd = () => event('fd', read(join(casesFolder, 'joined'), 'fd.json'));
const gate = { ...openGate, mark: true };
const hosts = (document: Document) =>
  [...document.querySelectorAll('span')].filter((each) => each.style.getPropertyValue('contain') !== '');

describe('marks beside open messages', () => {
  it('each opened message has one behind its sender, outside of its body, before the worker is asked', async () => {
    const running = start(page(), { gate });
    const { document } = running.dom.window;
    const asked: string[] = [];
    const { MutationObserver } = running.dom.window;
    new MutationObserver((_, observer) => {
      if (hosts(document).length === 0) return;
      asked.push(...running.outcome().all.map(({ type }) => type));
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true });
    await until(() => hosts(document).length > 0);
    expect(asked).toContain('gate-settings');
    expect(asked).not.toContain('marks');
    const [host] = hosts(document);
    expect(hosts(document)).toHaveLength(1);
    expect(host?.previousElementSibling?.hasAttribute('email')).toBe(true);
    expect(host?.closest('.a3s')).toBeNull();
    expect(host?.shadowRoot).toBeNull();
    expect(host?.childNodes).toHaveLength(0);
    await until(() => running.outcome().all.some(({ type }) => type === 'marks'));
    running.stop();
    expect(hosts(document), 'they go with the session').toHaveLength(0);
  });

  it('none where the rep does not want them, and none beside a message whose shape is not known', async () => {
    const off = start(page(), { gate: openGate });
    await wait(1200);
    expect(hosts(off.dom.window.document)).toHaveLength(0);
    off.stop();
    const changed = start(page().replaceAll('class="hb"', 'class="hx"'), { gate });
    await until(() => changed.outcome().drift.length > 0);
    expect(hosts(changed.dom.window.document)).toHaveLength(0);
    changed.stop();
  });
});

describe("marks in Outlook's page", () => {
  it('stand behind the sender and change nothing of what is read', async () => {
    const url = expectedOf('page-alone').url;
    const read = async (mark: boolean) => {
      const running = start(htmlOf('page-alone'), { adapter: outlook, url, gate: { ...openGate, mark } });
      await until(() => running.outcome().captured.length > 0);
      const { document } = running.dom.window;
      const found = hosts(document);
      document.body.click();
      await wait(1200);
      running.stop();
      return { found, captured: running.outcome().captured, drift: running.outcome().drift };
    };
    const [without, withMarks] = [await read(false), await read(true)];
    expect(without.found).toHaveLength(0);
    expect(withMarks.found.length).toBeGreaterThan(0);
    expect(withMarks.captured).toEqual(without.captured);
    expect(withMarks.drift).toEqual([]);
  });
});

describe('a sample of the page', () => {
  it('holds shapes and lengths, and not one word of the page or of what it received', async () => {
    const running = start(page());
    running.push(fd());
    await until(() => running.outcome().captured.length > 0);
    const sample = PageSample.parse(running.toPage({ type: 'sample', site: 'gmail' }));
    expect(sample.answers.map(({ endpoint }) => endpoint)).toEqual(['fd']);
    expect(sample.page).toContain('<div');
    const words = new Set(
      (running.dom.window.document.body.textContent ?? '')
        .match(/\p{L}{5,}/gu)
        ?.map((each) => each.toLowerCase()),
    );
    const shown = `${sample.page} ${sample.answers.map(({ shape }) => shape).join(' ')}`.toLowerCase();
    const language = new Set([
      'article',
      'button',
      'class',
      'heading',
      'listitem',
      'thread',
      'table',
      'style',
    ]);
    expect([...words].filter((word) => shown.includes(word) && !language.has(word))).toEqual([]);
    expect(shown).not.toContain('@');
    running.stop();
  });
});
