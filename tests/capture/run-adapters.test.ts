import { afterEach, describe, expect, it } from 'vitest';
import { gmail } from '@/utils/capture/gmail/gmail';
import { outlookCalendar } from '@/utils/capture/outlook-calendar/outlook-calendar';
import type { PageAdapter } from '@/utils/capture/page-adapter';
import { runAdapters } from '@/utils/capture/run-adapters';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import type { PageMessage, ToPage } from '@/utils/model/messages';
import { htmlOf, wireOf } from './outlook-calendar-support';
import { isVisible, openDocument, openGate, until, wait } from './support';

/** Stands for the mail of the same document: its own pages, and nothing open on them. */
const mail: PageAdapter = {
  ...gmail,
  site: 'outlook',
  detect: ({ location }) => location.href.includes('/mail/'),
};

let life = new AbortController();
afterEach(() => life.abort());

function run(url: string) {
  life = new AbortController();
  const dom = openDocument(htmlOf('view-alone'), url);
  const told: PageMessage[] = [];
  const hears: ((message: ToPage) => unknown)[] = [];
  let push: (event: TapEvent) => void = () => undefined;
  runAdapters([mail, outlookCalendar], {
    document: dom.window.document,
    location: dom.window.location,
    isVisible,
    tell: async (message) => {
      told.push(message);
      return message.type === 'gate-settings' ? openGate : { ok: true };
    },
    tapEvents: (listener) => {
      push = listener;
    },
    onMessage: (listener) => {
      hears.push(listener);
    },
    signal: life.signal,
  });
  return { dom, told, hears, push: (event: TapEvent) => push(event) };
}

const sites = (told: readonly PageMessage[]) =>
  told.flatMap((each) => (each.type === 'gate-settings' ? [each.site] : []));
const captured = (told: readonly PageMessage[]) =>
  told.flatMap((each) => (each.type === 'captured' ? each.captures : []));

describe('a page that is mail and calendar in one document', () => {
  it('asks for what the rep may see first only, and for the other when the rep goes there', async () => {
    const { dom, told, push } = run('https://outlook.office.com/mail/inbox');
    await until(() => told.length > 0);
    expect(sites(told)).toEqual(['outlook']);
    // The calendar's answers come before its address is asked for again.
    dom.reconfigure({ url: 'https://outlook.office.com/calendar/view/week' });
    for (const event of wireOf('peek-with-details')) push(event);
    await until(() => captured(told).length > 0);
    expect(sites(told)).toEqual(['outlook', 'outlook-calendar']);
    expect(captured(told).map(({ kind, source }) => [kind, source.site])).toEqual([
      ['meeting', 'outlook-calendar'],
    ]);
    await wait(300);
    expect(captured(told)).toHaveLength(1);
  });

  it('reads nothing on its other pages, and says that it is alive', async () => {
    const { told, hears, push } = run('https://outlook.office.com/people/');
    for (const event of wireOf('peek-with-details')) push(event);
    await wait(1300);
    expect(told).toEqual([]);
    expect(hears.map((hear) => hear({ type: 'ping' }))).toEqual([{ ok: true }]);
  });
});
