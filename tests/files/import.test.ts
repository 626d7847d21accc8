import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { handleIntent } from '@/utils/actions/handle-intent';
import { neverLog } from '@/utils/actions/never-log';
import { receiveCapture } from '@/utils/actions/receive-capture';
import type { FileRead } from '@/utils/files/file-read';
import { readIcs } from '@/utils/files/ics';
import { readFile } from '@/utils/files/read-file';
import type { ReadFile } from '@/utils/model/by-hand';
import type { PageMeeting } from '@/utils/model/captured';
import { Intent, IntentAnswer } from '@/utils/model/messages';
import { mail } from '../sync/mails';
import { makeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';
import { makeMeetingEngine } from '../sync/meetings';
import { invitationMail, uidOfGoogle } from '../understand/invitation-mail';
import { calendar, event, meetingsIn, situation } from './situation';

const asFile = (read: FileRead, name = 'x'): ReadFile =>
  read.ok
    ? { name, captures: read.captures, onPurpose: read.onPurpose }
    : { name, captures: [], problem: read.problem, onPurpose: false };

/** Hands it to the worker as a page of ours does: through both doors. */
async function hand(engine: TestEngine, intent: unknown) {
  const parsed = Intent.parse(intent);
  return IntentAnswer.parse(await handleIntent(() => engine, parsed));
}
const files = (engine: TestEngine, ...reads: FileRead[]) =>
  hand(engine, { type: 'import-files', book: 'real', files: reads.map((read) => asFile(read)) });

const eml = (from = 'anna@kunde.example', ...more: string[]) =>
  readFile(
    {
      name: 'mail.eml',
      mime: '',
      bytes: new Uint8Array(
        Buffer.from(
          [
            `From: Anna Kunde <${from}>`,
            'To: rosa@nordlicht.example',
            'Subject: Offer 1',
            'Date: Fri, 20 Nov 2026 09:00:01 +0000',
            'Message-ID: <m1@kunde.example>',
            ...more,
            '',
            'We have received offer 1.',
          ].join('\r\n'),
        ),
      ),
    },
    situation,
  );

describe('a mail handed over as a file', () => {
  it('is one proposal with the same mail seen on a page, whichever came first', async () => {
    for (const fileFirst of [true, false]) {
      const engine = await makeEngine();
      const fromPage = () => receiveCapture(engine, [mail(1)]);
      const fromFile = async () => expect(await files(engine, await eml())).toMatchObject({ ok: true });
      for (const step of fileFirst ? [fromFile, fromPage] : [fromPage, fromFile]) await step();
      const proposal = await onlyProposal(engine);
      expect([...proposal.aliases].sort()).toEqual(['<m1@kunde.example>', 'msg-f:1001']);
    }
  });

  it('is proposed though the gate would hold it, and counts; what the rep never logs is not', async () => {
    const engine = await makeEngine();
    const stranger = await eml('uwe@example.com', 'Auto-Submitted: auto-generated');
    const answer = await files(engine, stranger);
    const proposal = await onlyProposal(engine);
    expect(answer).toEqual({ ok: true, proposalIds: [proposal.id] });
    expect(proposal).toMatchObject({ weight: 'counted', because: [{ code: 'show-anyway' }] });

    const strict = await makeEngine();
    await neverLog(strict, 'word', 'received');
    expect(await files(strict, await eml('kim@nordlicht.example'))).toEqual({
      ok: false,
      problem: { code: 'import-refused', args: ['never-log'] },
    });
    expect(await strict.db.proposals.count()).toBe(0);
  });

  it('joins the thread of the mail that it answers', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(2)]);
    await files(engine, await eml('anna@kunde.example', 'References: <m2@kunde.example>'));
    const answer = (await engine.db.proposals.toArray()).find(({ aliases }) =>
      aliases.includes('<m1@kunde.example>'),
    );
    expect(answer?.threadIds).toContain('thread-f:2');
  });

  it('beside a file that cannot be read is taken in, and the other one is named', async () => {
    const engine = await makeEngine();
    const answer = await files(engine, { ok: false, problem: 'file-unknown' }, await eml());
    expect(answer).toMatchObject({
      ok: true,
      proposalIds: [(await onlyProposal(engine)).id],
      notImported: [{ name: 'x', problem: { code: 'file-unknown', args: [] } }],
    });
    expect(await files(engine, { ok: false, problem: 'private-event' })).toEqual({
      ok: false,
      problem: { code: 'private-event', args: [] },
    });
  });

  it('cannot pass for a page’s', async () => {
    const engine = await makeEngine();
    const answer = await hand(engine, {
      type: 'import-files',
      book: 'real',
      files: [{ name: 'x', captures: [mail(1)], onPurpose: true }],
    });
    expect(answer).toMatchObject({ ok: false });
    expect(await engine.db.proposals.count()).toBe(0);
  });
});

describe('a text handed over', () => {
  it('is proposed, asks where nobody was found, and takes whom the rep names', async () => {
    const engine = await makeEngine();
    const ask = (more: object = {}) =>
      hand(engine, {
        type: 'import-text',
        book: 'real',
        text: 'Please send us the offer by Friday.',
        ...more,
      });
    expect(await ask()).toEqual({ ok: false, problem: { code: 'nobody-found', args: [] } });
    expect(await ask({ from: { address: 'anna@kunde.example' } })).toMatchObject({ ok: true });
    expect(await onlyProposal(engine)).toMatchObject({
      captured: { via: 'page', sentAtApproximate: true },
      match: { contacts: [{ contactId: 'c-anna' }] },
    });
    await ask({ from: { address: 'anna@kunde.example' } });
    await onlyProposal(engine);
  });
});

/** The meeting as Google's calendar shows it. */
function shown(change: Partial<PageMeeting> = {}): PageMeeting {
  const uid = uidOfGoogle('7k3vabcdef');
  const ics = calendar(event(uid, 'DTSTART:20261126T090000Z', 'DURATION:PT1H'));
  const [meeting] = meetingsIn(readIcs(ics, situation));
  if (!meeting) throw new Error('No meeting');
  return {
    ...meeting,
    source: { ...meeting.source, site: 'google-calendar', url: 'https://calendar.google.com/' },
    ...change,
  };
}

describe('one meeting', () => {
  const uid = uidOfGoogle('7k3vabcdef');
  const ics = () =>
    readIcs(calendar('METHOD:REQUEST', event(uid, 'DTSTART:20261126T090000Z', 'DURATION:PT1H')), situation);

  it('from a file, a mail and a calendar is one proposal, in whichever order', async () => {
    const steps: ((engine: TestEngine) => Promise<unknown>)[] = [
      (engine) => files(engine, ics()),
      (engine) => receiveCapture(engine, [invitationMail()]),
      (engine) => receiveCapture(engine, [shown()]),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [1, 0, 2],
    ]) {
      const engine = await makeMeetingEngine();
      for (const index of order) await steps[index]?.(engine);
      const proposal = await onlyProposal(engine);
      expect(proposal).toMatchObject({
        captured: { kind: 'meeting', subject: expect.stringContaining('Rollout review') },
      });
      expect(proposal.aliases).toEqual(expect.arrayContaining([`event:${uid}`, 'msg-f:1']));
    }
  });

  it('of a series is one, though the invitation names the series and the calendar the occurrence', async () => {
    const occurrence = () => {
      const meeting = shown();
      meeting.source.ids = [`event:${uid}/20261126T090000Z`];
      meeting.meeting.recurring = true;
      return meeting;
    };
    for (const mailFirst of [true, false]) {
      const engine = await makeMeetingEngine();
      const steps = [
        () => receiveCapture(engine, [invitationMail()]),
        () => receiveCapture(engine, [occurrence()]),
      ];
      for (const step of mailFirst ? steps : steps.reverse()) await step();
      const proposal = await onlyProposal(engine);
      expect(proposal.aliases).toContain(`event:${uid}/20261126T090000Z`);
      // The next one of the series is another meeting.
      const next = occurrence();
      next.source.ids = [`event:${uid}/20261203T090000Z`];
      next.sentAt += 7 * 86_400_000;
      next.meeting.endsAt += 7 * 86_400_000;
      await receiveCapture(engine, [next]);
      expect(await engine.db.proposals.count()).toBe(2);
    }
  });

  it('that the rep hands over is proposed with colleagues only, a calendar’s many are judged like a page’s', async () => {
    const internal = (uids: string[]) =>
      readIcs(
        calendar(
          ...uids.map((each) =>
            event(each, 'DTSTART:20261120T090000Z', 'DURATION:PT1H').replace(
              'anna@kunde.example',
              'kim@nordlicht.example',
            ),
          ),
        ),
        situation,
      );
    const engine = await makeEngine();
    expect(await files(engine, internal(['i-1']))).toMatchObject({ ok: true });
    const other = await makeEngine();
    expect(await files(other, internal(['i-1', 'i-2']))).toEqual({
      ok: false,
      problem: { code: 'import-refused', args: ['internal'] },
    });
  });
});
