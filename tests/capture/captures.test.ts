import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gmail } from '@/utils/capture/gmail/gmail';
import { captures, event, haveCaptures, list, openGate, pageOf, read, readAll, run } from './support';

/*
 * The recordings of other projects, read where they are (CAPTURES_DIR, default ../shared/captures).
 */

const gate = { ...openGate, gateOff: true };
const empty =
  '<!doctype html><title>Inbox (1) - owner@nordlicht.example - Mail</title><div role="main"></div>';
const title = haveCaptures
  ? 'every recording of Gmail gives exactly what it should'
  : 'SKIPPED, no recordings at CAPTURES_DIR: every recording of Gmail gives exactly what it should';

describe.skipIf(!haveCaptures)(title, () => {
  const wire2022 = join(captures, 'wire-2022');
  const older = join(captures, 'wire-older');
  const domPage = () => read(captures, 'dom', 'thread-open-2026-10.html');
  const pairs = haveCaptures
    ? list(wire2022)
        .filter((name) => name.endsWith('_request.json'))
        .map((name) => name.slice(0, -'_request.json'.length))
    : [];
  const send = (name: string) => {
    const pair = `2022-09-09-${name}`;
    return run(
      empty,
      [event('s', read(wire2022, `${pair}_response.json`), read(wire2022, `${pair}_request.json`))],
      {
        gate,
        until: (got) => got.captured.length > 0,
        settle: 200,
      },
    );
  };

  it('a new mail gives one record, its subject from the request because the answer has none', async () => {
    const { captured, drift } = await send('cvOnSend');
    expect(drift).toEqual([]);
    expect(captured).toHaveLength(1);
    expect(captured[0]).toMatchObject({
      held: true,
      via: 'wire',
      direction: 'sent',
      from: { address: expect.stringMatching(/^test@/), name: 'Test Test' },
      to: [{ address: expect.stringMatching(/^test\+1@/), name: 'Test Test' }],
      cc: [],
      bcc: [],
      subject: 'subject_111',
      sentAt: 1662744701660,
      sentAtApproximate: false,
      body: { type: 'html', content: '<div dir="ltr">ab</div>', clipped: false },
      source: {
        ids: ['msg-a:r8190137112111191537', '183234eaadcf41e5', expect.stringMatching(/^<CAFsK.*>$/)],
        threadId: 'thread-a:r263523620390330024',
        threadIds: ['thread-a:r263523620390330024', '183234ce86ffa010'],
        account: 'owner@nordlicht.example',
      },
    });
  });

  it('a new mail with copies keeps To, Cc and Bcc apart', async () => {
    const { captured } = await send('cvOnSend_3');
    expect(captured).toHaveLength(1);
    expect(captured[0]).toMatchObject({
      to: [{ address: expect.stringMatching(/^test\+to@/) }],
      cc: [{ address: expect.stringMatching(/^test\+cc@/) }],
      bcc: [{ address: expect.stringMatching(/^test\+bcc@/) }],
      subject: 'test subject',
      sentAt: 1666393164803,
    });
    expect(captured[0]?.source.ids[1]).toBe('183fcc5cc03fea78');
  });

  const replies = [
    ['cvOnReplySend', 1663008634614, '1833309f6f6ac78f', 'Re: tracking test', 'foo2 (no tracking)'],
    ['cvOnReplySend_3', 1666393032543, '183fcc3c75f0255e', 'Re: test subject', 'test reply body'],
    ['cvOnReplySend_4', 1673983701683, '185c13432b3eb04b', 'Re: test_subject', 'b2'],
  ] as const;
  for (const [name, sentAt, hex, subject, words] of replies) {
    it(`a reply gives one record without the quoted history (${name})`, async () => {
      const { captured, drift } = await send(name);
      expect(drift).toEqual([]);
      expect(captured).toHaveLength(1);
      expect(captured[0]).toMatchObject({ sentAt, subject, direction: 'sent' });
      expect(captured[0]?.source.ids[1]).toBe(hex);
      expect(captured[0]?.body.content).toContain(words);
      expect(captured[0]?.body.content).not.toContain('gmail_quote');
    });
  }

  for (const pair of pairs.filter((name) => name.includes('Draft'))) {
    it(`a saved draft gives nothing (${pair})`, async () => {
      const got = await run(
        empty,
        [event('s', read(wire2022, `${pair}_response.json`), read(wire2022, `${pair}_request.json`))],
        { gate, settle: 300 },
      );
      expect(got.captured).toEqual([]);
      expect(got.drift).toEqual([]);
      expect(got.undone).toEqual([]);
    });
  }

  it('answers without the page give no record and no drift, whatever their form', async () => {
    const events = list(older).map((name) => {
      const endpoint = name.includes('fd') ? 'fd' : name.includes('send') ? 's' : 'bv';
      const kind = name.includes('embedded') ? 'embedded' : endpoint;
      return name.includes('derived-send')
        ? event('s', [[], [0]], read(older, name))
        : event(kind, read(older, name));
    });
    events.push(event('embedded', read(wire2022, 'embedded-threads-2022-09-13.json')));
    const got = await run(empty, events, {
      gate,
      until: (outcome) => outcome.heads.length > 10,
      settle: 500,
    });
    expect(got.captured).toEqual([]);
    expect(got.drift.map((each) => each.step)).toEqual(['s-acknowledgement']);
    expect(got.heads.length).toBeGreaterThan(10);
  });

  for (const name of ['fd-response-20180709.json', 'derived-fd-2018-07-09.json']) {
    it(`a thread of ${name} joins the page that shows its message`, async () => {
      const html = `<!doctype html><title>x - cora@example.com - Mail</title><div role="main"><h2 class="hP" data-legacy-thread-id="1636109e7816ac5d">x</h2>
        <div class="adn" data-message-id="#msg-f:1600484990382419037"><div class="ii gt"><div class="a3s">words</div></div></div></div>`;
      const { captured, drift } = await run(html, [event('fd', read(older, name))], {
        gate,
        until: (got) => got.captured.length > 0,
      });
      expect(drift).toEqual([]);
      expect(captured).toHaveLength(1);
      expect(captured[0]).toMatchObject({
        via: 'wire',
        direction: 'received',
        from: { address: 'notifications@example.com', name: 'Example' },
        to: [{ address: 'cora@example.com' }],
        sentAt: 1526341429121,
        source: {
          ids: [
            'msg-f:1600484990382419037',
            '1636109e7816ac5d',
            '<ZM_yAQABY2EJ3So5UyDXQ2R2M2S6.1526341426@example.com>',
          ],
          threadIds: ['thread-f:1600484990382419037', '1636109e7816ac5d'],
          account: 'cora@example.com',
        },
      });
      expect(captured[0]?.body.content.length).toBeGreaterThan(4000);
    });
  }

  it('of a thread that an answer holds twice, as draft and as sent, the sent one counts', async () => {
    const page = pageOf(empty);
    const wire = gmail.openWire();
    readAll(wire, event('fd', read(older, 'fd-2021-10-01.json')), page);
    expect(wire.messagesOf(['thread-a:r-4872725344334517560'])).toEqual([
      ['msg-a:r-4871072856822866136', '17c3d9364dec527d', expect.stringMatching(/^<CAMiVxa2V12.*>$/)],
    ]);
  });

  it('the threads that Gmail writes into its page are read, with attachments and reply', () => {
    const page = pageOf(empty);
    const wire = gmail.openWire();
    const whole = JSON.stringify([[null, null, read(wire2022, 'embedded-threads-2022-09-13.json')]]);
    const news = readAll(wire, event('embedded', whole), page);
    expect(news.heads).toHaveLength(5);
    expect(news.own).toEqual(['ola@example.com']);
    const result = gmail.captureUnseen(page, wire, ['18335a7dcae04a59']);
    expect(result?.ok && result.mail.capture).toMatchObject({
      from: { address: 'ola2@example.net' },
      to: [{ address: 'ola@example.com' }],
      subject: 'Test email 4',
      sentAt: 1663052537006,
      attachments: [{ name: 'invite.ics', mime: 'application/ics', size: 1564 }],
      source: { threadIds: ['thread-f:1743836977043622489', '18335a7dcae04a59'] },
    });
  });

  it('all signed-in accounts are own addresses', () => {
    const news = readAll(
      gmail.openWire(),
      event('embedded', read(wire2022, 'signed-in-accounts-2022-07-24.json')),
      pageOf(empty),
    );
    expect(news.own).toHaveLength(4);
    expect(news.own).toContainEqual(expect.stringMatching(/^jack\.sparrow@/));
  });

  it('the open message alone gives one record, its placeholder id passed over for the logged one', async () => {
    const { captured, drift } = await run(domPage(), [], { gate, until: (got) => got.captured.length > 0 });
    expect(drift).toEqual([]);
    expect(captured).toHaveLength(1);
    expect(captured[0]).toMatchObject({
      via: 'page',
      sentAtApproximate: false,
      sentAt: Number(1878029276965107881n >> 20n),
      from: { address: 'daily@contoh-news.example', name: 'Contoh News' },
      to: [{ address: 'me@example.com', name: 'saya' }],
      body: { type: 'text', content: 'Isi pesan contoh.' },
      source: {
        ids: ['msg-f:1878029276965107881', '1a1019ad5b49f8a9'],
        threadIds: ['thread-f:1878029276965107881', '1a1019ad5b49f8a9'],
      },
    });
  });

  for (const name of haveCaptures
    ? list(join(captures, 'dom')).filter((each) => !each.startsWith('thread'))
    : []) {
    it(`a piece of page without a message gives nothing (${name})`, async () => {
      const got = await run(read(captures, 'dom', name), [], { gate, settle: 300 });
      expect([got.captured, got.drift, got.refused]).toEqual([[], [], []]);
    });
  }
});
