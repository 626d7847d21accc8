import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { filled, fillFields, noteSchema, refilled } from '@/utils/actions/crm-schema';
import { firstLogSeen, readBackFirst } from '@/utils/actions/read-back-first';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { continueTransfer, offerTransfer, transferNotebook } from '@/utils/actions/transfer-notebook';
import type { CrmSession } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { openNotebook, wipe } from '@/utils/crm/notebook/book';
import { connectNotebook } from '@/utils/crm/notebook/notebook';
import type { Activity, CallActivity } from '@/utils/model/activity';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { CrmConnection, FieldFill } from '@/utils/model/settings';
import { getSettings, updateSettings } from '@/utils/store/settings';
import { mail } from '../sync/mails';
import { ACCOUNT, makeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';

const at = Date.UTC(2026, 10, 1);
const activity = (address: string, subject: string): Activity => ({
  kind: 'email',
  direction: 'received',
  subject,
  at,
  participants: [{ address, role: 'from', contactId: 'of the notebook' }],
  summary: subject,
  ownWords: '',
  attachmentNames: [],
  contactIds: ['of the notebook'],
  companyId: 'of the notebook, too',
});

/** What the notebook holds: from Anna, whom the CRM knows, and from somebody whom it does not. */
async function fillNotebook(from: readonly string[]): Promise<void> {
  const book = connectNotebook(openNotebook('real'), 'real');
  await book.activities.log(
    from.map((address, n) => ({
      key: `note-${n}`,
      aliases: [`<n${n}@kunde.example>`],
      activity: activity(address, `Mail ${n}`),
    })),
  );
}

const emptyConnection: CrmConnection = {
  connector: 'espocrm',
  account: ACCOUNT,
  settings: {},
  userName: '',
  connectedAt: at,
};

const transferOf = async (engine: TestEngine) => (await getSettings(engine.db, 'real')).transfer;
const contactsRead = (engine: TestEngine) =>
  engine.db.cursors.put({ crm: ACCOUNT, kind: 'contacts', cursor: '1', completeAt: at });

describe('the notebook’s entries, after a CRM was connected', () => {
  let engine: TestEngine;
  beforeEach(async () => {
    await wipe('real');
    engine = await makeEngine();
    await contactsRead(engine);
  });

  it('are offered, and nothing goes anywhere before the rep says so', async () => {
    await fillNotebook(['anna@kunde.example']);
    await offerTransfer(engine);
    await engine.later(60_000);
    expect(await transferOf(engine)).toMatchObject({ state: 'offered', total: 1, queued: 0 });
    expect(engine.crm.records.size).toBe(0);
  });

  it('are not offered where the notebook is empty', async () => {
    await offerTransfer(engine);
    expect(await transferOf(engine)).toBeUndefined();
  });

  it('go there once each, on the CRM’s own contacts; who is unknown there stays', async () => {
    await fillNotebook([...Array(130).fill('anna@kunde.example'), 'nobody@elsewhere.example']);
    await offerTransfer(engine);
    await transferNotebook(engine, 'start');
    await engine.later(120_000);
    expect(await transferOf(engine)).toMatchObject({ state: 'done', queued: 130, skipped: 1 });
    const records = [...engine.crm.records.values()];
    expect(records).toHaveLength(130);
    expect(new Set(records.map(({ activity: each }) => each.subject)).size).toBe(130);
    expect(records[0]?.activity).toMatchObject({
      contactIds: ['c-anna'],
      participants: [{ contactId: 'c-anna' }],
    });
    expect(records[0]?.activity.companyId).toBeUndefined();

    await transferNotebook(engine, 'start');
    await engine.later(120_000);
    expect(engine.crm.records.size, 'asked for again, nothing is there twice').toBe(130);
  });

  it('wait until it is known who is who in the CRM', async () => {
    await engine.db.cursors.clear();
    await fillNotebook(['anna@kunde.example']);
    await transferNotebook(engine, 'start');
    await continueTransfer(engine);
    expect(await engine.db.outbox.count()).toBe(0);
    await contactsRead(engine);
    await continueTransfer(engine);
    expect(await engine.db.outbox.count()).toBe(1);
  });

  it('go on where a worker died, without taking any twice', async () => {
    await fillNotebook(Array(250).fill('anna@kunde.example'));
    await updateSettings(engine.db, 'real', (settings) => ({
      ...settings,
      transfer: { account: ACCOUNT, state: 'running', total: 250, queued: 0, skipped: 0, after: 0 },
    }));
    await Promise.all([continueTransfer(engine), continueTransfer(engine)]);
    expect(await transferOf(engine)).toMatchObject({ state: 'done', queued: 250 });
    expect(await engine.db.outbox.count()).toBe(250);
  });

  it('stay where they are, if the rep says so', async () => {
    await fillNotebook(['anna@kunde.example']);
    await transferNotebook(engine, 'leave');
    await engine.later(60_000);
    expect(await transferOf(engine)).toMatchObject({ state: 'left' });
    expect(await engine.db.outbox.count()).toBe(0);
    expect(await openNotebook('real').activities.count()).toBe(1);
  });
});

describe('what the CRM asks of its records', () => {
  const schema = {
    email: {
      record: 'Email',
      label: 'E-mail',
      fields: [{ name: 'reason', label: 'Reason', required: true, kind: 'choice' as const, choices: [] }],
    },
  };
  const describing = (engine: TestEngine, answer: () => Promise<typeof schema>): CrmSession => ({
    ...engine.crm.session(),
    describe: answer,
  });

  it('is asked once a day, and a CRM that does not say is used all the same', async () => {
    const engine = await makeEngine();
    const { crm } = await getSettings(engine.db, 'real');
    let asked = 0;
    const session = describing(engine, async () => {
      asked += 1;
      if (asked === 1) throw new CrmFault({ kind: 'not-permitted' });
      return schema;
    });
    for (let n = 0; n < 4; n += 1) await noteSchema(engine, crm, session);
    expect(asked).toBe(2);
    expect((await engine.db.schemas.get(ACCOUNT))?.schema).toEqual(schema);
  });

  it('what the rep said once is filled in, and what they wrote into this one goes before it', async () => {
    const engine = await makeEngine();
    await fillFields(engine, [
      { kind: 'email', field: 'reason', value: 'Sales' },
      { kind: 'email', field: 'team', value: 'North' },
      { kind: 'call', field: 'reason', value: 'Support' },
    ]);
    await receiveCapture(engine, [mail(1)]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id], { fields: { team: 'South' } });
    await engine.later(60_000);
    expect([...engine.crm.records.values()][0]?.activity.fields).toEqual({ reason: 'Sales', team: 'South' });
  });
});

describe('what goes into a field of the CRM’s besides', () => {
  const call = (more: Partial<CallActivity>): Activity => ({
    ...activity('anna@kunde.example', 'Renewal'),
    kind: 'call',
    minutes: 5,
    ...more,
  });
  const fills: FieldFill[] = [
    { kind: 'call', field: 'type', value: 'Demo' },
    { kind: 'call', field: 'notes', value: '', from: 'summary' },
    { kind: 'call', field: 'todo', value: '', from: 'nextStep' },
    { kind: 'call', field: 'todo_on', value: '', from: 'nextStepDue' },
    { kind: 'call', field: 'result', value: '', from: 'outcome', words: { positive: 'won' } },
    { kind: 'call', field: 'way', value: '', from: 'direction', words: { received: 'in', sent: 'out' } },
    { kind: 'call', field: 'each', value: '', from: 'ask' },
    { kind: 'email', field: 'reason', value: 'Sales' },
  ];
  const crm = { ...emptyConnection, fills };
  const step = { kind: 'promised-by-me', text: 'Send the offer', due: '2026-12-01', sentence: '' } as const;

  it('is what that part of the entry says, by the CRM’s own words', () => {
    const said = call({ summary: ' Wants 40 seats ', outcome: 'positive', nextStep: step });
    expect(filled(said, crm).fields).toEqual({
      type: 'Demo',
      notes: 'Wants 40 seats',
      todo: 'Send the offer',
      todo_on: '2026-12-01',
      result: 'won',
      way: 'in',
    });
  });

  it('is left alone where the entry does not say it, or no word stands for it', () => {
    const said = call({ summary: '', outcome: 'info', direction: 'sent' });
    expect(filled(said, crm).fields).toEqual({ type: 'Demo', way: 'out' });
    expect(filled(activity('anna@kunde.example', 'Mail'), crm).fields).toEqual({ reason: 'Sales' });
  });

  it('gives way to what the rep wrote, and says anew on a change only what follows from the entry', () => {
    const said = call({ summary: 'New', outcome: 'positive', fields: { result: 'lost' } });
    expect(filled(said, crm).fields).toMatchObject({ type: 'Demo', result: 'lost', notes: 'New' });
    expect(refilled(said, crm).fields).toEqual({ notes: 'New', result: 'lost', way: 'in' });
  });
});

describe('the first entry of a connector that nobody could try live', () => {
  const done = (account = ACCOUNT): OutboxEntry => ({
    id: 'o1',
    key: 'k1',
    aliases: ['<n1@kunde.example>'],
    crmAccount: account,
    job: { op: 'log-activity', proposalId: 'p1', activity: activity('anna@kunde.example', 'Renewal') },
    createdAt: at,
    attempts: 1,
    status: { state: 'done', at, remoteId: 'r1', created: true },
  });
  const firstOf = async (engine: TestEngine) => (await getSettings(engine.db, 'real')).crm.firstLog;

  it('is read back once, with the way to it', async () => {
    const engine = await makeEngine();
    const settings = { url: 'https://espo.example', login: '', key: 'k' };
    await updateSettings(engine.db, 'real', (now) => ({
      ...now,
      crm: { ...now.crm, connector: 'hubspot', settings },
    }));
    const asked: string[][] = [];
    engine.sessionOf = async () => ({
      ...engine.crm.session(),
      activities: {
        ...engine.crm.session().activities,
        findByAliases: async (entries) => {
          asked.push(entries.map(({ key }) => key));
          return new Map([['k1', 'r1']]);
        },
      },
      linkTo: (kind, id) => `https://espo.example/#${kind}/${id}`,
    });
    await readBackFirst(engine, done('another'), 'r1');
    expect(await firstOf(engine)).toBeUndefined();
    await readBackFirst(engine, done(), 'r1');
    await readBackFirst(engine, done(), 'r2');
    expect(asked).toEqual([['k1']]);
    expect(await firstOf(engine)).toMatchObject({
      subject: 'Renewal',
      found: true,
      seen: false,
      link: 'https://espo.example/#activity/r1',
    });
    await firstLogSeen(engine);
    expect((await firstOf(engine))?.seen).toBe(true);
  });

  it('is nobody’s concern where the connector was tried', async () => {
    const engine = await makeEngine();
    await readBackFirst(engine, done(), 'r1');
    expect(await firstOf(engine)).toBeUndefined();
  });
});
