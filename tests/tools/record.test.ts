import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it } from 'vitest';
import * as findOutlook from '@/utils/capture/outlook/find';
import { outlook } from '@/utils/capture/outlook/outlook';
import { prune, selectorsOf } from '../../scripts/record/prune.ts';
import { profileFolder, slug, toCase } from '../../scripts/record/record.ts';

const root = join(import.meta.dirname, '../..');
const caseOf = (...path: string[]) => readFileSync(join(root, 'tests/pages/outlook', ...path), 'utf8');

describe('a recording', () => {
  const cache = process.env.XDG_CACHE_HOME;
  afterEach(() => {
    if (cache === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = cache;
  });

  it('becomes a case in which the adapter finds the same mail under other names', async () => {
    const url = 'https://outlook.office.com/mail/';
    const raw = {
      html: caseOf('opened-above-folded.page.html'),
      url,
      wire: [
        {
          endpoint: 'GetConversationItems',
          request: '',
          response: caseOf('joined', '1.GetConversationItems.response.json'),
        },
      ],
    };
    const { files, expected } = await toCase(raw, { root, about: 'joined' }, outlook);
    expect([...files.keys()].sort()).toEqual([
      '1.GetConversationItems.response.json',
      'expected.json',
      'page.html',
    ]);
    const { captured, drift } = JSON.parse(expected);
    expect(drift).toEqual([]);
    expect(captured).toMatchObject([
      { direction: 'received', via: 'wire', sentAt: '2026-09-14T09:02:00.000Z' },
    ]);
    expect(captured[0].from).toMatch(/^\w+@\w+\.example$/);
    expect([...files.values()].join('\n')).not.toMatch(/\b(?:Pat|Holm|kunde|nordlicht|Ada|hall)\b/i);
  });

  it('keeps of a page what the adapter looks for, and three rows of a list', () => {
    const rows = Array.from(
      { length: 9 },
      (_, i) => `<div role="option" aria-selected="${i === 8}">row ${i}</div>`,
    );
    const html = `<body><aside>advert</aside><nav><button id="O365_MainLink_Me" aria-label="x"></button></nav><div role="main"><div role="listbox">${rows.join('')}</div></div></body>`;
    const { document } = new JSDOM(prune(html, ['#O365_MainLink_Me'])).window;
    expect(document.querySelector('aside')).toBeNull();
    expect(document.querySelector('nav > #O365_MainLink_Me')).not.toBeNull();
    expect([...document.querySelectorAll('[role="option"]')].map((row) => row.textContent)).toEqual([
      'row 0',
      'row 1',
      'row 2',
      'row 8',
    ]);
    expect(selectorsOf(findOutlook)).toContain('#ReadingPaneContainerId');
    expect(selectorsOf({ no: '[[', list: ['#a', 3], also: /x/ })).toEqual(['#a']);
  });

  it('keeps the profile with its sign-in outside of the project, or does nothing', () => {
    process.env.XDG_CACHE_HOME = join(root, '.cache');
    expect(() => profileFolder(root, 'outlook')).toThrow('lies in the project');
    process.env.XDG_CACHE_HOME = '/var/cache/somewhere';
    expect(profileFolder(root, 'outlook')).toBe('/var/cache/somewhere/sidelog-record/outlook');
    expect(existsSync('/var/cache/somewhere')).toBe(false);
    expect(slug('Reply with two recipients!')).toBe('reply-with-two-recipients');
    expect(() => slug('…')).toThrow('in a few words');
  });
});
