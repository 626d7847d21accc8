import { describe, expect, it, vi } from 'vitest';

vi.mock('@/utils/platform/browser', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://sidelog${path}` } },
}));

import { readEntry } from '@/utils/view/list-entry';
import { threadLink } from '@/utils/view/pages';
import { bookOfTab, calendarDay } from '@/utils/view/popup-state';
import { snoozeTimes } from '@/utils/view/snooze-times';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

describe('putting off', () => {
  it('offers later today only while the day lasts, then tomorrow at nine and Monday at nine', () => {
    const onWednesday = snoozeTimes(at(18, 10, 7));
    expect(onWednesday).toEqual([
      { id: 'laterToday', at: at(18, 13, 30) },
      { id: 'tomorrow', at: at(19, 9) },
      { id: 'nextWeek', at: at(23, 9) },
    ]);
    expect(snoozeTimes(at(18, 18)).map((each) => each.id)).toEqual(['tomorrow', 'nextWeek']);
  });

  it('does not offer the same Monday twice on a Sunday', () => {
    expect(snoozeTimes(at(22, 10)).map((each) => each.id)).toEqual(['laterToday', 'tomorrow']);
    expect(snoozeTimes(at(23, 10)).at(-1)).toEqual({ id: 'nextWeek', at: at(30, 9) });
  });
});

describe('opening a thread', () => {
  it('goes only to a mail site over https, whatever the mail or the page claimed', () => {
    expect(threadLink('https://mail.google.com/mail/u/0/#inbox/abc')).toContain('#inbox/abc');
    expect(threadLink('https://outlook.office.com/mail/id/AAQ')).toContain('/mail/id/AAQ');
    expect(threadLink('https://calendar.google.com/calendar/u/0/r')).toContain('/calendar/u/0/r');
    for (const url of [
      'http://mail.google.com/mail/',
      'https://mail.google.com.evil.example/',
      'https://mail.google.com@evil.example/',
      'javascript:alert(1)',
      'mailto:a@b.example',
      'https://evil.example/mail.google.com',
      '',
    ])
      expect(threadLink(url), url).toBeNull();
  });
});

describe('the never-log list and own addresses', () => {
  it('takes what people paste', () => {
    expect(readEntry('address', ' Anna@Nordlicht.Example ', [])).toEqual({ value: 'anna@nordlicht.example' });
    expect(readEntry('domain', 'https://www.bank.example/login?x', [])).toEqual({
      value: 'www.bank.example',
    });
    expect(readEntry('domain', 'somebody@bank.example', [])).toEqual({ value: 'bank.example' });
    expect(readEntry('word', ' Payslip ', [])).toEqual({ value: 'payslip' });
  });

  it('says what is wrong instead of keeping a line that matches nothing', () => {
    expect(readEntry('address', 'anna', [])).toEqual({ problem: 'badAddress' });
    expect(readEntry('domain', 'bank', [])).toEqual({ problem: 'badDomain' });
    expect(readEntry('word', 'a', [])).toEqual({ problem: 'badWord' });
    expect(readEntry('word', 'payslip', ['payslip'])).toEqual({ problem: 'twice' });
  });
});

describe('which book the popup shows', () => {
  const open = { tabId: 7, site: 'gmail', account: null, threadIds: [], messages: [], earlier: [], at: 1 };

  it('is practice over the practice mailbox and real anywhere else', () => {
    const tab = { id: 7, loading: false };
    expect(bookOfTab(tab, { 7: { ...open, book: 'practice' } })).toBe('practice');
    expect(bookOfTab(tab, { 7: open })).toBe('real');
    expect(bookOfTab(tab, { 8: { ...open, tabId: 8, book: 'practice' } })).toBe('real');
    expect(bookOfTab({ ...tab, url: 'chrome-extension://sidelog/practice.html#inbox' }, undefined)).toBe(
      'practice',
    );
    expect(bookOfTab({ ...tab, url: 'https://evil.example/practice.html' }, { 7: 'nonsense' })).toBe('real');
    expect(bookOfTab(null, undefined)).toBe('real');
  });

  it('takes the day in the rep’s own zone', () => {
    expect(calendarDay(at(21, 0, 1))).toBe('2026-11-21');
    expect(calendarDay(at(21, 23, 59))).toBe('2026-11-21');
  });
});
