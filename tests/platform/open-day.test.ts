import { beforeEach, expect, it, vi } from 'vitest';

const asked = vi.hoisted(() => ({ popups: 0, tabs: [] as string[], refuses: false, lacks: false }));
vi.mock('@/utils/platform/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => `moz-extension://sidelog${path}` },
    action: {
      get openPopup() {
        if (asked.lacks) return undefined;
        return async () => {
          asked.popups += 1;
          if (asked.refuses) throw new Error('openPopup may only be called from a user input handler');
        };
      },
    },
    tabs: {
      query: async () => [],
      create: async ({ url }: { url: string }) => void asked.tabs.push(url),
    },
  },
}));

import { openDay } from '@/utils/platform/open-day';
import { bookOfTab } from '@/utils/view/popup-state';

beforeEach(() => Object.assign(asked, { popups: 0, tabs: [], refuses: false, lacks: false }));

it('today’s list is the popup where the browser opens one, asked for in the press itself', () => {
  void openDay('practice');
  expect(asked).toMatchObject({ popups: 1, tabs: [] });
});

it.each(['refuses', 'lacks'] as const)(
  'where the browser %s that, it stands in a tab, of the same book',
  async (how) => {
    asked[how] = true;
    await openDay('practice');
    await openDay('real');
    expect(asked.tabs).toEqual([
      'moz-extension://sidelog/popup.html?practice',
      'moz-extension://sidelog/popup.html',
    ]);
    const [practice = '', real = ''] = asked.tabs;
    expect(bookOfTab({ id: 1, url: practice, loading: false }, {})).toBe('practice');
    expect(bookOfTab({ id: 1, url: real, loading: false }, {})).toBe('real');
  },
);
