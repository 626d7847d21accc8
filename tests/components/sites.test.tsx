// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ReadingSection } from '@/components/options/reading-section';
import { OtherPage } from '@/components/panel/other-page';
import type { ConsentModel, SiteView } from '@/components/welcome/consent-props';
import { Welcome } from '@/components/welcome/welcome';
import { allSites, siteShown, unconfirmedSites } from '@/utils/model/site-hosts';
import { setup } from './setup';

type Phase = ConsentModel['phase']['value'];

function model(phase: Phase, states: Partial<Record<SiteView['site'], SiteView['state']>> = {}) {
  const sites = signal<SiteView[]>(
    allSites.map((site) => ({
      site,
      state: states[site] ?? 'off',
      confirmedLive: !unconfirmedSites.has(site),
    })),
  );
  return {
    phase: signal<Phase>(phase),
    sites,
    problem: signal(null),
    panelKeys: signal(''),
    consentAt: signal(Date.UTC(2026, 10, 1)),
    unreachable: signal(0),
    read: vi.fn(),
    stop: vi.fn(),
    withdraw: vi.fn(),
    openPage: vi.fn(),
  } satisfies ConsentModel;
}

const draw = (what: preact.ComponentChild) => act(() => render(what, document.body));
const named = (button: Element) => button.getAttribute('aria-label') ?? button.textContent?.trim() ?? '';
const buttons = () => [...document.querySelectorAll('button')];
const press = (name: string) => {
  const found = buttons().find((each) => named(each) === name);
  if (!found) throw new Error(`no button ${name} among ${buttons().map(named).join(', ')}`);
  act(() => found.click());
};

describe('the welcome page', () => {
  it('lets the rep choose each site by itself, and chooses none for them', () => {
    const consent = model('ask');
    draw(<Welcome consent={consent} setup={setup('reading')} />);
    expect(consent.read).not.toHaveBeenCalled();
    for (const [site, name] of [
      ['gmail', 'Gmail'],
      ['google-calendar', 'Google Calendar'],
      ['outlook', 'Outlook'],
      ['outlook-calendar', 'Outlook Calendar'],
    ]) {
      press(`Read ${name}`);
      expect(consent.read).toHaveBeenLastCalledWith(site);
    }
  });

  it('says of Outlook, and of nothing else, that no live account confirmed it', () => {
    draw(<Welcome consent={model('ask')} setup={setup('reading')} />);
    const unsure = [...document.querySelectorAll('.site')]
      .filter((row) => /not yet confirmed on a live account/.test(row.textContent ?? ''))
      .map((row) => row.querySelector('strong')?.textContent);
    expect(unsure).toEqual(['Outlook', 'Outlook Calendar']);
  });

  it('stops a site that is read, and offers the others still', () => {
    const consent = model('ready', { 'google-calendar': 'on', outlook: 'asking' });
    draw(<Welcome consent={consent} setup={setup('reading')} />);
    press('Stop reading Google Calendar');
    expect(consent.stop).toHaveBeenCalledWith('google-calendar');
    // The browser's prompt is open: a second press asks nothing.
    press('Waiting for your answer…');
    expect(consent.read).not.toHaveBeenCalled();
    press('Read Gmail');
    expect(consent.read).toHaveBeenCalledWith('gmail');
  });

  it.each([
    ['refused', 'You said no, and that holds'],
    ['withdrawn', 'Reading is switched off'],
    ['agree-anew', 'What Sidelog reads has changed since you agreed'],
    ['host-missing', 'the browser took the permission back'],
  ] as const)('has words for %s, and the way on', (phase, words) => {
    const consent = model(phase, phase === 'host-missing' ? { gmail: 'host-missing' } : {});
    draw(<Welcome consent={consent} setup={setup('reading')} />);
    expect(document.body.textContent).toContain(words);
    press(phase === 'host-missing' ? 'Allow Gmail again' : 'Read Gmail');
    expect(consent.read).toHaveBeenCalledWith('gmail');
  });
});

describe('the settings', () => {
  it('turn one site on or off, or all of them off', () => {
    const consent = model('ready', { gmail: 'on' });
    draw(<ReadingSection consent={consent} />);
    press('Read Outlook Calendar');
    expect(consent.read).toHaveBeenCalledWith('outlook-calendar');
    press('Stop reading Gmail');
    expect(consent.stop).toHaveBeenCalledWith('gmail');
    press('Switch reading off');
    expect(consent.withdraw).toHaveBeenCalledOnce();
  });
});

describe('a tab that is not read', () => {
  const actions = { readSite: vi.fn(async () => true), openPage: vi.fn() };

  it('is named where the browser tells which it is, and one press turns it on', () => {
    draw(<OtherPage here="outlook" off={['outlook', 'outlook-calendar']} actions={actions} />);
    expect(document.body.textContent).toContain('You have Outlook open');
    expect(document.body.textContent).toContain('Sidelog does not read it');
    expect(document.body.textContent).toContain('not yet confirmed on a live account');
    press('Read Outlook');
    expect(actions.readSite).toHaveBeenCalledWith('outlook');
  });

  it('is not guessed where it does not: what is off can be turned on, what is on can be opened', () => {
    draw(<OtherPage here={null} off={['google-calendar']} actions={actions} />);
    expect(document.body.textContent).not.toContain('You have');
    press('Read Google Calendar');
    expect(actions.readSite).toHaveBeenLastCalledWith('google-calendar');
    press('Open Gmail');
    expect(actions.openPage).toHaveBeenCalledWith('gmail');
  });

  it('tells mail and calendar of Outlook apart by their addresses', () => {
    expect(siteShown('https://outlook.office.com/mail/inbox')).toBe('outlook');
    expect(siteShown('https://outlook.live.com/calendar/0/view/week')).toBe('outlook-calendar');
    expect(siteShown('https://calendar.google.com/calendar/u/0/r')).toBe('google-calendar');
    expect(siteShown('https://mail.google.com/mail/u/0/')).toBe('gmail');
    for (const url of ['', 'https://outlook.office.com.evil.example/mail/', 'chrome://newtab'])
      expect(siteShown(url)).toBeNull();
  });
});
