import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { handlePageMessage } from '@/utils/actions/handle-page-message';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { readFile } from '@/utils/files/read-file';
import type { PageCapture, PageEmail } from '@/utils/model/captured';
import { siteHosts } from '@/utils/model/site-hosts';
import { updateSettings } from '@/utils/store/settings';
import { makeMsg } from '../files/make-msg';
import { situation } from '../files/situation';
import { mail } from '../sync/mails';
import { closeEngine, makeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';

/*
 * One mail, from Rosa to Anna with a copy to Rosa's second account, on every way on which it can come.
 */

const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});

async function start(): Promise<TestEngine> {
  const engine = await makeEngine();
  engines.push(engine);
  for (const host of siteHosts.outlook) engine.side.granted.add(host);
  await updateSettings(engine.db, 'real', (settings) => ({
    ...settings,
    consent: { version: 1, at: engine.now(), sites: ['gmail', 'outlook'] },
    ownAddresses: ['rosa@nordlicht.example', 'rosa@nebenan.example'],
  }));
  return engine;
}

const RFC = '<m1@nordlicht.example>';
const SENT = Date.UTC(2026, 10, 20, 9, 0, 1);
const offer = (source: Partial<PageEmail['source']>, change: Partial<PageEmail> = {}): PageEmail => {
  const base = mail(1, {
    direction: 'sent',
    from: { address: 'rosa@nordlicht.example', name: 'Rosa' },
    to: [{ address: 'anna@kunde.example', name: 'Anna Kunde' }],
    cc: [{ address: 'rosa@nebenan.example' }],
    subject: 'The offer',
    sentAt: SENT,
    ...change,
  });
  return { ...base, source: { ...base.source, threadIds: [], ...source } };
};
const guid = '5a'.repeat(16);
const threadIndex = Buffer.from(`01db01020304${guid}`, 'hex');

const eml = async () => {
  const text = [
    'From: Rosa <rosa@nordlicht.example>',
    'To: Anna Kunde <anna@kunde.example>',
    'Cc: rosa@nebenan.example',
    'Subject: The offer',
    'Date: Fri, 20 Nov 2026 10:00:01 +0100',
    `Message-ID: ${RFC}`,
    `Thread-Index: ${threadIndex.toString('base64')}`,
    '',
    'Could you look at it by Friday?',
  ].join('\r\n');
  return captureIn({ name: 'offer.eml', mime: '', bytes: new Uint8Array(Buffer.from(text)) });
};
const msg = () =>
  captureIn({
    name: 'offer.msg',
    mime: '',
    bytes: makeMsg({
      properties: {
        26: 'IPM.Note',
        55: 'The offer',
        57: new Date(SENT),
        66: 'Rosa',
        23810: 'rosa@nordlicht.example',
        4096: 'Could you look at it by Friday?',
        4149: RFC,
      },
      recipients: [{ 3093: 1, 12289: 'Anna Kunde', 14846: 'anna@kunde.example' }],
    }),
  });
async function captureIn(file: Parameters<typeof readFile>[0]): Promise<PageCapture> {
  const own = ['rosa@nordlicht.example', 'rosa@nebenan.example'];
  const read = await readFile(file, { ...situation, own });
  const [capture] = read.ok ? read.captures : [];
  if (!capture) throw new Error(`${file.name} was not read`);
  return capture;
}

const OUTLOOK = 'https://outlook.office.com/mail/inbox';
const inOutlook = (ids: string[], account: string): Partial<PageEmail['source']> => ({
  site: 'outlook',
  ids,
  threadId: `thread-index:${guid}`,
  account,
  url: OUTLOOK,
});

interface Way {
  name: string;
  account: string | null;
  come(engine: TestEngine): Promise<void>;
}
const shows = (name: string, capture: PageEmail): Way => ({
  name,
  account: capture.source.account,
  come: (engine) => receiveCapture(engine, [capture]),
});
const byHand = (name: string, read: () => Promise<PageCapture>): Way => ({
  name,
  account: 'rosa@nordlicht.example',
  come: async (engine) => receiveCapture(engine, [await read()], { handedOver: true }),
});
/** Sent from the page: held first, then released. */
const sends = (name: string, capture: PageEmail): Way => ({
  name,
  account: capture.source.account,
  async come(engine) {
    const from = { tabId: 7, url: capture.source.url };
    await handlePageMessage(engine, { type: 'captured', held: true, captures: [capture] }, from);
    await engine.later(40_000);
  },
});
const first = 'rosa@nordlicht.example';
const second = 'rosa@nebenan.example';

const ways: Way[] = [
  shows('opened in Gmail', offer({ ids: ['msg-f:11', RFC], threadId: 'thread-f:1', account: first })),
  shows(
    'opened in Gmail, in the second account',
    offer({ ids: ['msg-f:22', RFC], threadId: 'thread-f:2', account: second }),
  ),
  sends(
    'sent from Gmail',
    offer({ ids: ['msg-a:r-1', '1a0c', RFC], threadId: 'thread-a:r-1', account: first }),
  ),
  shows('opened in Outlook', offer(inOutlook(['owa:AAMkOne', RFC, 'owa-page:1'], first))),
  shows('opened in Outlook, in the second account', offer(inOutlook(['owa:AAMkTwo', RFC], second))),
  sends('sent from Outlook, its name known', offer(inOutlook(['owa:AAMkThree', RFC], first))),
  byHand('dropped as .eml', eml),
  byHand('dropped as .msg', msg),
];

describe('one mail is one proposal', () => {
  for (const [i, one] of ways.entries())
    for (const other of ways.slice(i + 1))
      for (const [before, after] of [
        [one, other],
        [other, one],
      ] as const)
        it(`${before.name}, then ${after.name}`, async () => {
          const engine = await start();
          await before.come(engine);
          await after.come(engine);
          const all = await engine.db.proposals.toArray();
          expect(all.map(({ aliases }) => aliases)).toHaveLength(1);
          expect(all[0]?.aliases).toContain(RFC);
          expect(all[0]?.captured.direction).toBe('sent');
          expect(all[0]?.captured.source.account, 'the account it was first known in').toBe(before.account);
          expect(await engine.db.heldSends.count()).toBe(0);
        });

  it('is the rep’s own, though the second account’s page takes it for one received', async () => {
    const copy = offer(
      { ids: ['msg-f:22', RFC], threadId: 'thread-f:2', account: second },
      { direction: 'received' },
    );
    const engine = await start();
    await receiveCapture(engine, [copy]);
    expect((await onlyProposal(engine)).captured.direction).toBe('sent');

    // Where the first account is not known yet, its own page tells it later.
    const later = await start();
    await updateSettings(later.db, 'real', (settings) => ({ ...settings, ownAddresses: [second] }));
    await receiveCapture(later, [copy]);
    expect((await onlyProposal(later)).captured).toMatchObject({ direction: 'received' });
    await ways[2]?.come(later);
    const proposal = await onlyProposal(later);
    expect(proposal.captured).toMatchObject({ direction: 'sent', source: { account: first } });
    expect(proposal.activity.participants).toContainEqual(
      expect.objectContaining({ role: 'from', address: first }),
    );
    expect(proposal.match.strangers).toEqual([]);
  });

  it('two that share no name at first are one as soon as something names both', async () => {
    const engine = await start();
    const page = offer(inOutlook(['owa:AAMkThree', 'owa-page:1'], first), { via: 'page' });
    await sends('sent from Outlook', page).come(engine);
    await byHand('dropped', eml).come(engine);
    expect(await engine.db.proposals.count(), 'nothing says yet that they are one').toBe(2);
    await shows('its copy', offer(inOutlook(['owa:AAMkThree', RFC], first))).come(engine);
    const all = await engine.db.proposals.toArray();
    expect(all).toHaveLength(1);
    expect(all[0]?.aliases).toEqual(expect.arrayContaining(['owa:AAMkThree', 'owa-page:1', RFC]));
    expect(all[0]?.captured.via).toBe('wire');
  });

  describe('seen on a page alone, and dropped as a file that shares no id with it', () => {
    const MINUTE = 60_000;
    const text = (content: string) => ({ type: 'text' as const, content, clipped: false });
    const words = text('Could you look at it by Friday?');
    const shown = (number: number, change: Partial<PageEmail> = {}, ids = [`owa-page:${number}`]) =>
      offer(inOutlook(ids, first), {
        via: 'page',
        sentAt: Math.floor(SENT / MINUTE) * MINUTE,
        sentAtApproximate: true,
        cc: [],
        body: words,
        ...change,
      });
    const both = async (page: PageEmail, ...more: PageEmail[]) => {
      const engine = await start();
      await receiveCapture(engine, [page, ...more]);
      await byHand('dropped', eml).come(engine);
      return engine.db.proposals.toArray();
    };

    it('is one, exact and under both names, whichever came first', async () => {
      const [page, ...others] = await both(shown(1));
      const engine = await start();
      await byHand('dropped', eml).come(engine);
      await receiveCapture(engine, [shown(1)]);
      await receiveCapture(engine, [shown(1)]);
      const [file, ...more] = await engine.db.proposals.toArray();
      expect([others, more]).toEqual([[], []]);
      for (const one of [page, file])
        expect(one).toMatchObject({
          aliases: expect.arrayContaining([RFC, 'owa-page:1']),
          captured: { via: 'wire', sentAt: SENT, sentAtApproximate: false },
        });
    });

    it('is one where the page shows the minute of receiving, Re: and the sender’s name alone', async () => {
      const from = { address: 'unknown', name: 'Rosa' };
      expect(await both(shown(1, { sentAt: SENT + MINUTE, subject: 'RE: The offer' }))).toHaveLength(1);
      // Who has no address is not the rep: a mail received.
      const named = offer(inOutlook([RFC], second), { direction: 'received' });
      const page = shown(1, { from, direction: 'received', unnamed: ['Rosa'] });
      const engine = await start();
      await receiveCapture(engine, [page]);
      expect((await onlyProposal(engine)).captured.from).toEqual(from);
      const { isSameMail } = await import('@/utils/proposals/same-mail');
      const { toCaptured } = await import('@/utils/actions/read-capture');
      const file = toCaptured({ ...named, body: words });
      const own = new Set([first, second]);
      expect(isSameMail(toCaptured(page), file, own)).toBe(true);
      const other = { ...page, from: { ...from, name: 'Rosa Two' } };
      expect(isSameMail(toCaptured(other), file, own)).toBe(false);
    });

    it.each<[string, PageEmail]>([
      ['another minute', shown(1, { sentAt: SENT + 3 * MINUTE })],
      ['another subject', shown(1, { subject: 'The offer, again' })],
      ['somebody whom the file does not name', shown(1, { cc: [{ address: 'ben@kunde.example' }] })],
      ['other words', shown(1, { body: text('Never mind, we will call you.') })],
      ['no words', shown(1, { body: text('') })],
      [
        'another conversation',
        { ...shown(1), source: { ...shown(1).source, threadId: `thread-index:${'7b'.repeat(16)}` } },
      ],
      ['a name of the wire', shown(1, {}, ['owa:AAMkThree', 'owa-page:1'])],
    ])('stays two with %s', async (_what, page) => {
      expect(await both(page)).toHaveLength(2);
    });

    it('stays apart where two pages fit: nobody can say which', async () => {
      expect(await both(shown(1), shown(2))).toHaveLength(3);
    });
  });

  it('two of one thread, one of them a saved file of Exchange, are of one conversation', async () => {
    const engine = await start();
    await byHand('dropped', eml).come(engine);
    const reply = offer(inOutlook(['owa:AAMkNine', '<m9@kunde.example>'], first), {
      direction: 'received',
      from: { address: 'anna@kunde.example' },
      to: [{ address: first }],
      cc: [],
    });
    await receiveCapture(engine, [reply]);
    const all = await engine.db.proposals.toArray();
    expect(all).toHaveLength(2);
    for (const proposal of all) expect(proposal.threadIds).toContain(`thread-index:${guid}`);
    expect(await engine.db.turns.count(), 'and one turn').toBe(1);
  });
});
