import { describe, expect, it } from 'vitest';
import { outlook } from '@/utils/capture/outlook/outlook';
import { expectedOf, htmlOf, outlookPage, plainIds, wireOf } from './outlook-support';
import { event, openDocument, openGate, readAll, run, start, until, wait } from './support';

const { url } = expectedOf('page-alone');
const NONE = 'https://outlook.office.com/mail/';
const [joined] = wireOf('joined');
const joinedAgain = () => event('GetConversationItems', joined?.response);
const begin = (html: string, at = url) => start(html, { adapter: outlook, url: at });

describe("a mail that Outlook's page shows", () => {
  it("is read again when the wire brings it, with the page's id among its own", async () => {
    const running = begin(htmlOf('joined'));
    await until(() => running.outcome().captured.length > 0);
    running.push(joinedAgain());
    await until(() => running.outcome().captured.length > 1);
    await wait(500);
    running.stop();
    const [page, wire] = running.outcome().captured;
    expect(running.outcome().captured.map((each) => [each.via, each.sentAtApproximate])).toEqual([
      ['page', true],
      ['wire', false],
    ]);
    expect(wire?.source.ids).toEqual(expect.arrayContaining(page?.source.ids ?? ['none']));
  });

  it('loses the names it asked for when the wire tells the addresses', async () => {
    const html = htmlOf('page-alone')
      .replaceAll('"Ada Rep"', '"Lee, Kim"')
      .replaceAll('>Ada Rep<', '>Lee, Kim<')
      .replaceAll('To: Ada Rep', 'To: Lee, Kim');
    const running = begin(html);
    await until(() => running.outcome().captured.length > 0);
    running.push(joinedAgain());
    await until(() => running.outcome().captured.length > 1);
    running.stop();
    const [page, wire] = running.outcome().captured;
    expect(page).toMatchObject({ unnamed: ['Lee, Kim'], to: [] });
    expect(wire).toMatchObject({ to: [{ address: 'ada@nordlicht.example' }] });
    expect(wire).not.toHaveProperty('unnamed');
  });

  it('keeps its name while the address already says the next one', async () => {
    const single = expectedOf('single-view').url;
    const running = begin(htmlOf('single-view'), single);
    await until(() => running.outcome().captured.length > 0);
    const { window } = running.dom;
    window.history.pushState(null, '', '/mail/inbox/id/AAMkAGNkbmV4dC1tZXNzYWdlLWlk');
    window.document.body.click();
    await wait(1500);
    running.stop();
    const { captured } = running.outcome();
    expect(captured).toHaveLength(1);
    const opened = running.outcome().all.filter((each) => each.type === 'now-open');
    for (const each of opened) expect(JSON.stringify(each.messages)).not.toContain('AAMkAGNkbmV4dC1t');
  });

  it('is handed over once, however often the page churns', async () => {
    const running = begin(htmlOf('page-alone'));
    await until(() => running.outcome().captured.length > 0);
    const { document } = running.dom.window;
    const view = document.getElementById('ConversationReadingPaneContainer');
    for (let i = 0; i < 5; i += 1) {
      // React replaces nodes: no element keeps its identity.
      const card = document.querySelector('[aria-label="Email message"]');
      card?.replaceWith(card.cloneNode(true));
      view?.append(document.createElement('i'));
      await wait(250);
    }
    await wait(1200);
    running.stop();
    expect(running.outcome().captured).toHaveLength(1);
    expect(running.outcome().drift).toEqual([]);
  });

  it('that comes late, long after the page was loaded, is seen', async () => {
    const running = begin(htmlOf('wire-alone'), NONE);
    await wait(1200);
    const fresh = openDocument(htmlOf('page-alone')).window.document.getElementById('ReadingPaneContainerId');
    const { document, history } = running.dom.window;
    history.pushState(null, '', new URL(url).pathname);
    if (fresh)
      document.getElementById('ReadingPaneContainerId')?.replaceWith(document.importNode(fresh, true));
    await until(() => running.outcome().captured.length > 0);
    running.stop();
    expect(running.outcome().captured).toHaveLength(1);
  });

  it('is left when the rep moves to the calendar, and nothing is said of the calendar', async () => {
    const running = begin(htmlOf('page-alone'));
    await until(() => running.outcome().captured.length > 0);
    running.dom.window.history.pushState(null, '', '/calendar/view/week');
    running.dom.window.document.body.click();
    const said = () => running.outcome().all.filter((each) => each.type === 'now-open');
    await until(() => said().length > 1);
    await wait(300);
    running.stop();
    expect(said()).toHaveLength(2);
    expect(said()[1]).toMatchObject({ leaves: true, messages: [] });
  });

  it('is on no page of another site, nor on the calendar', () => {
    const at = (where: string) => outlook.detect(outlookPage('<p>x</p>', where));
    expect(at(url)).toBe(true);
    expect(at('https://outlook.cloud.microsoft/mail/')).toBe(true);
    expect(at('https://outlook.live.com/mail/0/')).toBe(true);
    expect(at('https://outlook.office365.com/owa/?ItemID=AAMkAGNk&viewmodel=ReadMessageItem')).toBe(true);
    expect(at('https://outlook.office.com/calendar/view/week')).toBe(false);
    expect(at('https://outlook.office365.com/owa/?itemid=AAMkAGNk&path=/calendar/item')).toBe(false);
    expect(at('https://mail.google.com/mail/u/0/')).toBe(false);
    expect(at('https://outlook.office.com.evil.example/mail/')).toBe(false);
  });

  it('without consent is neither read nor told', async () => {
    const running = start(htmlOf('joined'), { adapter: outlook, url, gate: { ...openGate, capture: false } });
    running.push(joinedAgain());
    await wait(1300);
    running.stop();
    expect(running.outcome().all.map((each) => each.type)).toEqual(['gate-settings']);
  });

  it("listens to its own site's consent, not to the calendar's on the same page", async () => {
    const running = begin(htmlOf('page-alone'));
    await until(() => running.outcome().captured.length > 0);
    running.toPage({ type: 'gate-changed', site: 'outlook-calendar', gate: { ...openGate, capture: false } });
    running.push(joinedAgain());
    await until(() => running.outcome().captured.length > 1);
    running.stop();
    expect(running.outcome().captured).toHaveLength(2);
  });
});

describe('a mail that is sent from Outlook', () => {
  const [sending] = wireOf('send-update');
  const { item } = (() => {
    const answer = JSON.parse(joined?.response ?? '{}');
    return { item: answer.Body.ResponseMessages.Items[0].Conversation.ConversationNodes[0].Items[0] };
  })();
  const copy = (more: object) => event('GetConversationItems', { Body: { Items: [{ ...item, ...more }] } });

  it("takes the server's Message-ID over as an alias when the sent copy shows up under another id", async () => {
    const running = begin(htmlOf('wire-alone'), NONE);
    running.push({ ...sending, startedAt: Date.now() } as typeof joined & object);
    await until(() => running.outcome().captured.length === 1);
    const at = new Date(Date.now() + 2000).toISOString();
    running.push(copy({ DateTimeSent: at, DateTimeReceived: at }));
    await until(() => running.outcome().captured.length === 2);
    running.stop();
    const [first, second] = running.outcome().captured;
    expect(second?.source.ids).toEqual(
      expect.arrayContaining([...(first?.source.ids ?? ['none']), '<m2@nordlicht.example>']),
    );
    expect([first?.held, second?.held]).toEqual([true, true]);
  });

  it('and where it shows up later it is no longer held back', () => {
    const page = outlookPage(htmlOf('wire-alone'), NONE);
    const wire = outlook.openWire();
    const startedAt = Date.now() - 50_000;
    expect(
      readAll(wire, { ...event('UpdateItem', sending?.response, sending?.request), startedAt }, page).sends,
    ).toHaveLength(1);
    const at = new Date(startedAt + 1000).toISOString();
    const news = readAll(wire, copy({ DateTimeSent: at, DateTimeReceived: at }), page);
    expect(news.sends).toEqual([]);
    const [known] = news.known ?? [];
    expect(known?.ok && plainIds(known.mail.capture.source.ids)).toContain('<m2@nordlicht.example>');
    expect(readAll(wire, copy({ DateTimeSent: at, DateTimeReceived: at }), page).known).toBeUndefined();
  });

  it('is not taken for another mail to the same people', () => {
    const page = outlookPage(htmlOf('wire-alone'), NONE);
    const wire = outlook.openWire();
    readAll(wire, event('UpdateItem', sending?.response, sending?.request), page);
    const at = new Date().toISOString();
    const now = { DateTimeSent: at, DateTimeReceived: at };
    for (const other of [
      { Subject: 'Something else' },
      { CcRecipients: [] },
      { DateTimeSent: '2026-01-01T00:00:00Z' },
    ]) {
      const news = readAll(wire, copy({ ...now, ...other }), page);
      expect([news.sends, news.known]).toEqual([[], undefined]);
    }
  });

  it('is not taken back by a draft that was saved before it and answered after it', () => {
    const page = outlookPage(htmlOf('wire-alone'), NONE);
    const wire = outlook.openWire();
    const [, draft] = wireOf('send-undone');
    const early = event('UpdateItem', draft?.response, draft?.request);
    const sent = event('UpdateItem', sending?.response, sending?.request);
    readAll(wire, sent, page);
    expect(readAll(wire, early, page).undone).toEqual([]);
    expect(readAll(wire, event('UpdateItem', draft?.response, draft?.request), page).undone).toHaveLength(1);
  });
});

describe('hostile mail in Outlook', () => {
  it('markup in a body that looks like the page is neither message nor sender nor date', async () => {
    const fake =
      '<div aria-label="Email message"><span aria-label="From: Boss<boss@kunde.example>" id="z_FROM">Boss</span><div data-testid="SentReceivedSavedTime">Mon 1/5/2026 9:00 AM</div><div role="document">fake</div><span id="CONV_9_SUBJECT">Fake subject</span></div>';
    const got = await run(htmlOf('page-alone').replace('Please send', `${fake}Please send`), [], {
      adapter: outlook,
      url,
      until: ({ captured }) => captured.length > 0,
      settle: 300,
    });
    expect(got.captured.map((each) => [each.from.address, each.subject])).toEqual([
      ['pat@kunde.example', 'Offer for the hall'],
    ]);
  });

  it('an address in brackets twice, or a name that is one, is refused and never split', async () => {
    for (const name of ['Pat<a@kunde.example><b@other.example>', 'a@kunde.example b@other.example']) {
      const shown = name.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const html = htmlOf('page-alone').replaceAll('Pat Holm&lt;pat@kunde.example&gt;', shown);
      const got = await run(html, [], {
        adapter: outlook,
        url,
        until: ({ refused }) => refused.length > 0,
        settle: 200,
      });
      expect(got.captured).toEqual([]);
      expect(got.refused).toMatchObject([{ reason: 'malformed', detail: 'sender' }]);
    }
  });

  it('control and bidirectional characters are gone from names and subjects', async () => {
    const html = htmlOf('page-alone')
      .replaceAll('Offer for the hall', 'Of\u202efer')
      .replaceAll('Pat Holm', 'Pa\u0007t\u2066');
    const got = await run(html, [], { adapter: outlook, url, until: ({ captured }) => captured.length > 0 });
    expect(got.captured).toMatchObject([{ subject: 'Offer', from: { name: 'Pat' } }]);
  });

  it('a page of ten thousand messages and twenty megabytes is read within bounds', async () => {
    const running = begin(htmlOf('page-alone'));
    const { document } = running.dom.window;
    document
      .querySelector('[role="document"]')
      ?.prepend(document.createTextNode('lorem ipsum '.repeat(1_700_000)));
    const line = document.getElementById('MSG_1_TO');
    for (let i = 0; i < 3000; i += 1) {
      const pill = document.createElement('span');
      pill.setAttribute('data-lpc-hover-target-id', 'x');
      pill.textContent = `P${i}<p${i}@kunde.example>`;
      line?.append(pill);
    }
    const begun = performance.now();
    await until(() => running.outcome().captured.length > 0, 15_000);
    running.stop();
    expect(performance.now() - begun).toBeLessThan(15_000);
    const [mail] = running.outcome().captured;
    expect(mail?.body.clipped).toBe(true);
    expect(mail?.to.length).toBeLessThanOrEqual(500);
  });
});
