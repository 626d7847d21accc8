import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportEverything, inBackup, readBackup } from '@/utils/actions/export-everything';
import { forgetEverything } from '@/utils/actions/forget-everything';
import { importEverything } from '@/utils/actions/import-everything';
import { openNotebook, wipe } from '@/utils/crm/notebook/book';
import { connectNotebook } from '@/utils/crm/notebook/notebook';
import type { Activity } from '@/utils/model/activity';
import { BACKUP_VERSION, type BackupFound, MOST_BACKUP_BYTES } from '@/utils/model/backup';
import type { ThreadTurn } from '@/utils/model/follow-up';
import type { LedgerLine } from '@/utils/model/ledger';
import { type Settings, USUAL_HOURS } from '@/utils/model/settings';
import { pack, unpack } from '@/utils/platform/pack';
import { getSettings, updateSettings } from '@/utils/store/settings';
import { mail } from '../sync/mails';
import { makeEngine, type TestEngine } from '../sync/make-engine';

const at = Date.UTC(2026, 10, 1);
const notebookAccount = 'notebook|local|real';
const PLANTED = 'planted-secret';

const activity = (contactId: string, address: string, subject: string): Activity => ({
  kind: 'email',
  direction: 'received',
  subject,
  at,
  participants: [{ address, role: 'from', contactId }],
  summary: subject,
  ownWords: `Own words of ${subject}`,
  attachmentNames: ['offer.pdf'],
  contactIds: [contactId],
});
const turn = (threadId: string, asOf = at): ThreadTurn => ({
  threadId,
  threadIds: [threadId],
  account: null,
  subject: 'Renewal',
  lastAt: at,
  lastFrom: { address: 'anna@kunde.example' },
  lastFromMe: false,
  url: 'https://mail.google.com/mail/u/0/#inbox/t1',
  asOf,
  snoozedUntil: at + 86_400_000,
});
const line = (id: string): LedgerLine => ({
  id,
  at,
  purpose: 'log',
  method: 'POST',
  origin: 'https://crm.example',
  path: '/api/notes',
  fields: ['subject'],
  bytes: 812,
  answer: { at, outcome: 'ok', status: 200 },
});
const ownSettings = {
  ownAddresses: ['rosa@nordlicht.example'],
  ownDomains: ['nordlicht.example'],
  neverLog: { addresses: ['mum@home.example'], domains: ['clinic.example'], words: ['salary'] },
  overruled: [{ address: 'bot@kunde.example', reason: 'automated' }],
  logText: 'summary',
  undoSeconds: 20,
  notesTemplate: 'Goal:\nNext:',
  mark: false,
  workingHours: { ...USUAL_HOURS, from: 480 },
  holidays: ['2026-12-25'],
  quietDays: 7,
  morningNote: true,
} satisfies Partial<Settings>;

/** Anna of Kunde, two mails of hers, a task, a snoozed thread, a decision, a request that left, and own settings. */
async function fill({ db }: TestEngine, id = 'anna-here', n = 0): Promise<void> {
  const notebook = openNotebook('real');
  await notebook.companies.put({
    id: `firm-${id}`,
    name: 'Kunde',
    domains: ['kunde.example'],
    updatedAt: at,
    change: 1,
  });
  await notebook.contacts.put({
    id,
    name: 'Anna Kunde',
    addresses: ['anna@kunde.example'],
    phones: ['+49 30 1'],
    companyId: `firm-${id}`,
    companyName: 'Kunde',
    updatedAt: at,
    change: 2,
  });
  await notebook.counters.put({ name: 'change', value: 2 });
  await connectNotebook(notebook, 'real').activities.log(
    [n, n + 1].map((each) => ({
      key: `note-${each}`,
      aliases: [`<n${each}@kunde.example>`],
      activity: activity(id, 'anna@kunde.example', `Mail ${each}`),
    })),
  );
  await notebook.tasks.put({
    id: `task-${n}`,
    title: 'Send the offer',
    dueDate: '2026-12-01',
    done: false,
    contactIds: [id],
    updatedAt: at,
    change: 9,
  });
  await notebook.counters.put({ name: 'change', value: 9 });
  await db.turns.put({ ...turn(`t${n}`), customer: { name: 'Anna Kunde', contactId: id } });
  await db.corrections.put({
    id: `contact|${notebookAccount}|info${n}@kunde.example`,
    crm: notebookAccount,
    kind: 'contact',
    chosenId: id,
    chosenName: 'Anna Kunde',
    at,
  });
  await db.ledger.put(line(`l${n}`));
  await db.counts.put({ id: '2026-11-01|refused|automated', count: 3 + n });
  await updateSettings(db, 'real', (settings) => ({ ...settings, ...ownSettings }));
}

async function saved(engine: TestEngine): Promise<string> {
  const answer = await exportEverything(engine);
  if (!answer.ok || !answer.packedFile) throw new Error('nothing was saved');
  const text = await unpack(answer.packedFile.content, MOST_BACKUP_BYTES);
  if (text === null) throw new Error('packed wrongly');
  return text;
}
const bringIn = async (engine: TestEngine, text: string, how: 'look' | 'take' = 'take') =>
  importEverything(engine, await pack(text), how);
async function found(engine: TestEngine, text: string, how: 'look' | 'take'): Promise<BackupFound> {
  const answer = await bringIn(engine, text, how);
  if (!answer.ok || !answer.found) throw new Error(JSON.stringify(answer));
  return answer.found;
}
const whole = async ({ db }: TestEngine) => readBackup(db, 1_000_000_000_000);
const forget = async (engine: TestEngine) => {
  const practice = await makeEngine('practice', false);
  await forgetEverything(engine, practice);
};

describe('everything in one file', () => {
  let engine: TestEngine;
  beforeEach(async () => {
    vi.restoreAllMocks();
    await wipe('real');
    engine = await makeEngine('real', false);
  });

  it('comes back whole after everything was forgotten', async () => {
    await fill(engine);
    const before = await whole(engine);
    const text = await saved(engine);
    await forget(engine);
    const nothing = await whole(engine);
    expect(nothing.notebook.contacts).toEqual([]);
    expect(nothing.settings.neverLog.addresses).toEqual([]);
    await bringIn(engine, text);
    expect(await whole(engine)).toEqual(before);
    await engine.later(1000);
    expect(await engine.db.contacts.count(), 'the mirror has read the notebook again').toBe(1);
  });

  it('brought in twice changes nothing the second time', async () => {
    await fill(engine);
    const text = await saved(engine);
    await forget(engine);
    await bringIn(engine, text);
    const once = await whole(engine);
    const changes = await openNotebook('real').counters.get('change');
    const second = await found(engine, text, 'take');
    expect(second.parts.every(({ inFile, here }) => inFile === here)).toBe(true);
    expect(second.changes).toEqual([]);
    expect(await whole(engine)).toEqual(once);
    expect(await openNotebook('real').counters.get('change')).toEqual(changes);
  });

  it('is counted before anything is taken in, beside what is here', async () => {
    await fill(engine);
    const text = await saved(engine);
    await openNotebook('real').activities.delete('note-1');
    await updateSettings(engine.db, 'real', (settings) => ({ ...settings, undoSeconds: 5 }));
    const before = await whole(engine);
    const looked = await found(engine, text, 'look');
    expect(await whole(engine), 'looking changes nothing').toEqual(before);
    expect(looked.parts).toEqual([
      { kind: 'contacts', inFile: 1, here: 1 },
      { kind: 'companies', inFile: 1, here: 1 },
      { kind: 'activities', inFile: 2, here: 1 },
      { kind: 'tasks', inFile: 1, here: 1 },
      { kind: 'turns', inFile: 1, here: 1 },
      { kind: 'corrections', inFile: 1, here: 1 },
      { kind: 'lists', inFile: 7, here: 7 },
      { kind: 'ledger', inFile: 1, here: 1 },
      { kind: 'counts', inFile: 1, here: 1 },
    ]);
    expect(looked.changes).toEqual(['undoSeconds']);
  });

  it('of another computer makes one book of two: the same person once, with the mails of both', async () => {
    await fill(engine, 'anna-there', 5);
    await openNotebook('real').contacts.update('anna-there', {
      phones: ['+49 30 2'],
      addresses: ['anna@kunde.example', 'a.kunde@kunde.example'],
      title: 'Head of Purchasing',
    });
    const there = await saved(engine);
    await forget(engine);
    await fill(engine);
    await bringIn(engine, there);
    const { notebook, corrections, turns, counts } = await whole(engine);
    expect(notebook.companies.map(({ id }) => id)).toEqual(['firm-anna-here']);
    expect(notebook.contacts).toEqual([
      {
        id: 'anna-here',
        name: 'Anna Kunde',
        addresses: ['anna@kunde.example', 'a.kunde@kunde.example'],
        phones: ['+49 30 1', '+49 30 2'],
        title: 'Head of Purchasing',
        companyId: 'firm-anna-here',
        companyName: 'Kunde',
        updatedAt: at,
      },
    ]);
    expect(notebook.activities).toHaveLength(4);
    for (const { activity: entry } of notebook.activities) {
      expect(entry.contactIds).toEqual(['anna-here']);
      expect(entry.participants[0]?.contactId).toBe('anna-here');
    }
    expect(notebook.tasks.map(({ contactIds }) => contactIds)).toEqual([['anna-here'], ['anna-here']]);
    expect(corrections.map(({ chosenId }) => chosenId)).toEqual(['anna-here', 'anna-here']);
    expect(turns.map(({ customer }) => customer?.contactId)).toEqual(['anna-here', 'anna-here']);
    expect(counts, 'days are not counted twice').toEqual([{ id: '2026-11-01|refused|automated', count: 8 }]);
    const merged = await whole(engine);
    await bringIn(engine, there);
    expect(await whole(engine), 'and again it changes nothing').toEqual(merged);
  });

  it('knows a mail that is here under another of its ids', async () => {
    await fill(engine);
    const text = await saved(engine);
    const notebook = openNotebook('real');
    const one = await notebook.activities.get('note-0');
    if (!one) throw new Error('no entry');
    await notebook.activities.delete('note-0');
    await notebook.activities.put({ ...one, key: 'as-this-computer-named-it' });
    await bringIn(engine, text);
    expect(await notebook.activities.count()).toBe(2);
  });

  it('leaves a follow-up that was seen later here as it is', async () => {
    await fill(engine);
    const text = await saved(engine);
    await engine.db.turns.put(turn('t0', at + 1000));
    await bringIn(engine, text);
    expect((await engine.db.turns.get('t0'))?.asOf).toBe(at + 1000);
  });

  it('holds no key, no token, no consent and no text of mail that is not confirmed', async () => {
    const connected = await makeEngine();
    await fill(connected);
    await updateSettings(connected.db, 'real', (settings) => ({
      ...settings,
      crm: {
        ...settings.crm,
        settings: { url: `https://${PLANTED}.example`, login: PLANTED, key: PLANTED },
        tokens: { access: PLANTED, refresh: PLANTED, said: { instance: PLANTED } },
        userName: PLANTED,
        firstLog: { at, subject: PLANTED, found: true, link: `https://${PLANTED}.example`, seen: false },
      },
    }));
    const { receiveCapture } = await import('@/utils/actions/receive-capture');
    await receiveCapture(connected, [
      mail(1, { body: { type: 'text', content: `We decided. ${PLANTED}`, clipped: false } }),
    ]);
    expect(await connected.db.proposals.count()).toBe(1);
    await connected.db.drift.put({ id: 'd', site: 'gmail', step: PLANTED, shape: PLANTED, at, times: 1 });
    const text = await saved(connected);
    expect(text).not.toContain(PLANTED);
    expect(text).not.toMatch(/"(key|token|access|refresh|secret|password|consent)"\s*:\s*"(?!note-)/i);
    expect(JSON.parse(text)).not.toHaveProperty('settings.consent');
  });

  it('of another CRM account brings everything but what was said of that CRM’s fields, and says so', async () => {
    const connected = await makeEngine();
    await fill(connected);
    const fill1 = { kind: 'email', field: 'cReason', value: 'sales' } as const;
    await updateSettings(connected.db, 'real', (settings) => ({
      ...settings,
      crm: { ...settings.crm, fills: [fill1], scope: 'mine' },
      declinedUpdates: [{ contactId: 'c-anna', field: 'phone', new: '+49 1', name: 'Anna' }],
    }));
    const text = await saved(connected);
    await updateSettings(connected.db, 'real', ({ declinedUpdates: _, ...settings }) => {
      const { fills: _fills, scope: _scope, ...crm } = settings.crm;
      return { ...settings, crm };
    });
    expect((await found(connected, text, 'take')).elsewhere).toBe(false);
    expect((await getSettings(connected.db, 'real')).crm).toMatchObject({ fills: [fill1], scope: 'mine' });
    expect((await getSettings(connected.db, 'real')).declinedUpdates).toHaveLength(1);
    expect((await found(engine, text, 'take')).elsewhere).toBe(true);
    expect((await getSettings(engine.db, 'real')).crm.fills).toBeUndefined();
    expect((await getSettings(engine.db, 'real')).crm.scope).toBeUndefined();
    expect((await getSettings(engine.db, 'real')).neverLog.words).toEqual(['salary']);
  });

  it.each([
    ['no JSON', 'not a backup', 'backup-unreadable'],
    ['other JSON', '{"format":"other","version":1}', 'backup-unreadable'],
    ['half a file', '{"format":"sidelog","version":1,"settings":{', 'backup-unreadable'],
    ['a file with a part missing', '{"format":"sidelog","version":1}', 'backup-unreadable'],
    ['a newer Sidelog’s', '{"format":"sidelog","version":2,"all":"new"}', 'backup-newer'],
    ['deeply nested', `${'['.repeat(200_000)}`, 'backup-unreadable'],
  ])('%s is refused with a reason, and nothing changes', async (_, text, code) => {
    await fill(engine);
    const before = await whole(engine);
    for (const how of ['look', 'take'] as const)
      expect(await bringIn(engine, text, how)).toMatchObject({ ok: false, problem: { code } });
    expect(await whole(engine)).toEqual(before);
  });

  it('with one field that does not fit is refused as a whole', async () => {
    await fill(engine);
    const file = JSON.parse(await saved(engine));
    const before = await whole(engine);
    for (const spoil of [
      () => ({ ...file, settings: { ...file.settings, undoSeconds: 1e9 } }),
      () => ({ ...file, turns: [{ ...file.turns[0], asOf: 'today' }] }),
      () => ({ ...file, ledger: [{ ...file.ledger[0], purpose: 'spy' }] }),
      () => ({
        ...file,
        notebook: { ...file.notebook, contacts: [{ ...file.notebook.contacts[0], name: 'x'.repeat(9999) }] },
      }),
    ])
      expect(await bringIn(engine, JSON.stringify(spoil()))).toMatchObject({
        ok: false,
        problem: { code: 'backup-unreadable' },
      });
    expect(await whole(engine)).toEqual(before);
  });

  it('is not unpacked beyond what may be read', async () => {
    expect(await unpack(await pack('x'.repeat(10_000)), 9_999)).toBeNull();
    expect(await unpack(await pack('Grüße 日本'), 100)).toBe('Grüße 日本');
    expect(await unpack('no such thing', 100)).toBeNull();
  });

  it.each(['ledger', 'turns', 'settings'] as const)(
    'that cannot be stored to the end (%s) leaves both databases as they were',
    async (table) => {
      await fill(engine);
      const text = await saved(engine);
      await forget(engine);
      const before = await whole(engine);
      const broken = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
      const spy =
        table === 'settings'
          ? vi.spyOn(engine.db.settings, 'put').mockImplementation(broken as never)
          : vi.spyOn(engine.db[table], 'bulkPut').mockImplementation(broken as never);
      await expect(bringIn(engine, text)).rejects.toThrow();
      expect(spy).toHaveBeenCalled();
      expect(await whole(engine)).toEqual(before);
      vi.restoreAllMocks();
      await bringIn(engine, text);
      expect((await whole(engine)).notebook.activities).toHaveLength(2);
    },
  );

  it('whose notebook cannot be stored changes nothing else either', async () => {
    await fill(engine);
    const text = await saved(engine);
    await forget(engine);
    const before = await whole(engine);
    vi.spyOn(openNotebook('real').activities, 'bulkPut').mockRejectedValue(new Error('no'));
    await expect(bringIn(engine, text)).rejects.toThrow();
    expect(await whole(engine)).toEqual(before);
  });

  it('has a rule for each table, and what is in it is in the file', async () => {
    expect(Object.keys(inBackup).sort()).toEqual(engine.db.tables.map(({ name }) => name).sort());
    await fill(engine);
    const file = JSON.parse(await saved(engine));
    for (const [name, rule] of Object.entries(inBackup))
      if (rule.in) expect(Object.keys(file[name]).length, name).toBeGreaterThan(0);
    expect(file.version).toBe(BACKUP_VERSION);
  });
});

describe('forgetting everything', () => {
  it('empties every table of every database, also one that is added later', async () => {
    await wipe('real');
    const engine = await makeEngine('real', false);
    const practice = await makeEngine('practice', false);
    const books = [engine.db, practice.db, openNotebook('real'), openNotebook('practice')];
    const parts = (keyPath: string | string[] | undefined | null) => [keyPath ?? []].flat();
    for (const db of books)
      for (const table of db.tables) {
        const row = Object.fromEntries(parts(table.schema.primKey.keyPath).map((key) => [key, 'x']));
        await table.put(row);
        expect(await table.count(), `${db.name} ${table.name}`).toBe(1);
      }
    await forgetEverything(engine, practice);
    for (const db of books) {
      // Practice closes its own.
      if (!db.isOpen()) await db.open();
      for (const table of db.tables) expect(await table.count(), `${db.name} ${table.name}`).toBe(0);
    }
  });
});
