import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapters } from '@/utils/capture/adapters';
import { code, initialData, pageHtml, wireEvent } from '../pages/google-calendar/shapes';
import { isVisible, openDocument } from './support';

/* The sample that a rep may hand over says how a page is built, and nothing that stands on it. */

const file = (...path: string[]) => readFileSync(join(import.meta.dirname, '../pages', ...path), 'utf8');
const pages: Record<string, { html: string; url: string }> = {
  gmail: { html: file('gmail/joined/page.html'), url: 'https://mail.google.com/mail/u/0/#inbox/FM' },
  'google-calendar': {
    html: pageHtml({ first: initialData([wireEvent({ id: 'p1' })]), bubble: code('p1') }),
    url: 'https://calendar.google.com/calendar/u/0/r/week',
  },
  outlook: {
    html: file('outlook/opened-above-folded.page.html'),
    url: JSON.parse(file('outlook/joined/expected.json')).url,
  },
  'outlook-calendar': {
    html: file('outlook-calendar/peek-with-details/page.html'),
    url: 'https://outlook.office.com/calendar/view/week',
  },
};

/** Words that markup itself has: elements, attributes, roles. */
const markup =
  /^(?:div|span|button|main|body|table|tbody|table|img|input|heading|dialog|role|class|aria|label|title|style|hidden|data|email|name|jslog|labelledby|haspopup|expanded|level|testid|section|target|hover|eventid|eventchip|calitemid|message|legacy|thread|perm|tabindex|lpc|app|list|listitem|toolbar|option|document|alert|presentation|nodes|emoji|menu|selected|convid)$/i;

describe('the shape of a page in a sample', () => {
  for (const adapter of adapters)
    it(`of ${adapter.site} is there, and none of the page's words`, () => {
      const { html, url } = pages[adapter.site] ?? { html: '', url: '' };
      const { document, location } = openDocument(html, url).window;
      const page = {
        document,
        location,
        isVisible,
        account: null,
        own: new Set<string>(),
        now: () => Date.now(),
      };
      expect(adapter.detect(page)).toBe(true);
      const shape = adapter.shape?.(page) ?? '';
      expect(shape.length).toBeGreaterThan(100);
      expect(shape).toMatch(/^<\w+/);
      const said = [document.body.textContent ?? ''];
      for (const each of document.querySelectorAll('[aria-label], [title], [email], [name]'))
        for (const name of ['aria-label', 'title', 'email', 'name']) said.push(each.getAttribute(name) ?? '');
      const words = said.join(' ').match(/[\p{L}\p{M}]{4,}/gu) ?? [];
      expect(words.length).toBeGreaterThan(10);
      const shown = new Set(shape.toLowerCase().match(/[\p{L}\p{M}]+/gu));
      const left = words.filter((word) => !markup.test(word) && shown.has(word.toLowerCase()));
      expect(left).toEqual([]);
    });
});
