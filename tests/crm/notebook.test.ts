import 'fake-indexeddb/auto';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unreachableHttp } from '@/utils/crm/http';
import { openNotebook, wipe } from '@/utils/crm/notebook/book';
import { exportNotebook } from '@/utils/crm/notebook/export';
import { notebook } from '@/utils/crm/notebook/notebook';
import { contactTimeline, notebookContacts } from '@/utils/crm/notebook/timeline';
import { addTask } from '@/utils/crm/notebook/write-tasks';
import { call, type Harness, mail, meeting } from './contract';
import { runContract } from './run-contract';

const real = () => notebook.connect({ book: 'real' }, unreachableHttp);

function notebookHarness(): Harness {
  const database = openNotebook('real');
  return {
    run: 'kunde',
    session: real,
    colleague: real,
    checksTargets: false,
    scopes: notebook.scopes,
    count: async (entry) => {
      const rows = await database.activities.toArray();
      return rows.filter(
        (row) => row.key === entry.key || row.aliases.some((alias) => entry.aliases.includes(alias)),
      ).length;
    },
    read: async (remoteId) => {
      const row = await database.activities.get(remoteId);
      if (!row) throw new Error('not there');
      const { subject, ownWords, summary, at } = row.activity;
      const endsAt = row.activity.kind === 'meeting' ? { endsAt: row.activity.meeting.endsAt } : {};
      return { subject, body: ownWords || summary, at, html: false, ...endsAt };
    },
    renameContact: (id, name) =>
      database.transaction('rw', database.tables, async () => {
        await database.contacts.update(id, { name, change: await database.nextChange() });
      }),
    deleteContact: (id) => database.transaction('rw', database.tables, () => database.bury('contacts', id)),
    addTask: (title, dueDate, contactId) =>
      addTask(database, { title, dueDate, contactIds: [contactId] }, Date.now()),
  };
}

beforeEach(async () => {
  await wipe('real');
  await wipe('practice');
});
afterEach(() => vi.useRealTimers());

runContract('a mail logged to the notebook', notebookHarness);

describe('the notebook', () => {
  it('of practice and the real one know nothing of each other', async () => {
    const practice = notebook.connect({ book: 'practice' }, unreachableHttp);
    await practice.contacts.create({ name: 'Pia Practice', address: 'pia@uebung.example' }, 'k1');
    expect((await real().contacts.changedSince(null)).items).toEqual([]);
    expect((await practice.whoAmI()).account).not.toBe((await real().whoAmI()).account);
  });

  it('gives a mirror everything it holds, page by page, and each record once', async () => {
    const session = real();
    for (let i = 0; i < 1003; i++) {
      await openNotebook('real').contacts.add({
        id: `c${i}`,
        name: `C ${i}`,
        addresses: [`c${i}@kunde.example`],
        phones: [],
        updatedAt: Date.now(),
        change: i + 1,
      });
    }
    await openNotebook('real').counters.put({ name: 'change', value: 1003 });
    const ids: string[] = [];
    let cursor: string | null = null;
    for (;;) {
      const page = await session.contacts.changedSince(cursor);
      ids.push(...page.items.map((item) => item.id));
      cursor = page.cursor;
      if (page.complete) break;
    }
    expect(new Set(ids).size).toBe(1003);
    expect(ids).toHaveLength(1003);
  });

  it('shows a change also where the clock was set back', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 21), toFake: ['Date'] });
    const session = real();
    await session.contacts.create({ name: 'First', address: 'first@kunde.example' }, 'k1');
    const { cursor } = await session.contacts.changedSince(null);
    vi.setSystemTime(Date.UTC(2026, 10, 1));
    await session.contacts.create({ name: 'Second', address: 'second@kunde.example' }, 'k2');
    expect((await session.contacts.changedSince(cursor)).items.map((item) => item.name)).toEqual(['Second']);
  });

  it('has a contact created with the same key once, and says that it was this key', async () => {
    const draft = { name: 'Mia', address: 'mia@kunde.example' };
    expect(await real().contacts.create(draft, 'k1')).toEqual({ remoteId: 'k1', created: true });
    expect(await real().contacts.create(draft, 'k1')).toEqual({ remoteId: 'k1', created: true });
    expect((await real().contacts.changedSince(null)).items).toHaveLength(1);
  });

  it('tells a full disk from a database that is only closing', async () => {
    const database = openNotebook('real');
    const entry = mail(notebookHarness(), '1');
    const add = vi.spyOn(database.activities, 'add');
    add.mockImplementation(() => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    });
    expect(await real().activities.log([entry])).toEqual([
      { fault: { kind: 'refused', reason: 'storage-full' } },
    ]);
    add.mockImplementation(() => {
      throw Object.assign(new Error('closed'), { name: 'DatabaseClosedError' });
    });
    expect(await real().activities.log([entry])).toEqual([{ fault: { kind: 'offline' } }]);
    add.mockRestore();
    expect(await database.activities.count()).toBe(0);
  });

  it('shows what was logged with a contact, newest first, and finds contacts by any part', async () => {
    const session = real();
    const { remoteId } = await session.contacts.create(
      {
        name: 'Mia Berg',
        address: 'mia@kunde.example',
        company: { name: 'Kunde AG', domain: 'kunde.example' },
      },
      'k1',
    );
    const old = mail(notebookHarness(), remoteId, { at: Date.UTC(2026, 9, 1) });
    const recent = mail(notebookHarness(), remoteId, { at: Date.UTC(2026, 10, 1) });
    await session.activities.log([old, recent]);
    expect((await contactTimeline('real', remoteId)).map((entry) => entry.key)).toEqual([
      recent.key,
      old.key,
    ]);
    for (const search of ['berg', 'MIA@', 'kunde ag', '']) {
      expect((await notebookContacts('real', search)).map((contact) => contact.id)).toEqual([remoteId]);
    }
    expect(await notebookContacts('real', 'nobody')).toEqual([]);
    const companies = await openNotebook('real').companies.toArray();
    expect(companies.map(({ domains }) => domains)).toEqual([['kunde.example']]);
  });
});

describe("the notebook's export", () => {
  const nasty = ['=HYPERLINK("https://evil.example")', '+1+1', '-2', '@SUM(A1)', '\tx', '\rx', '\uFF1D1'];

  it('holds no cell that a spreadsheet would run', async () => {
    const session = real();
    for (const [index, name] of nasty.entries()) {
      const { remoteId } = await session.contacts.create(
        {
          name,
          address: `a${index}@kunde.example`,
          phone: name,
          title: name,
          company: { name: `${name}${index}` },
        },
        `k${index}`,
      );
      await session.activities.log([
        mail(notebookHarness(), remoteId, {
          subject: name,
          summary: name,
          ownWords: `${name}, "quoted"\nsecond line`,
          attachmentNames: [name],
          participants: [{ address: `=cmd${index}@kunde.example`, name, role: 'from' }],
        }),
      ]);
    }
    await addTask(openNotebook('real'), { title: '=1+1', contactIds: [] }, Date.now());
    const csv = await exportNotebook('real');
    expect(csv.map((file) => file.name)).toEqual([
      'contacts.csv',
      'companies.csv',
      'activities.csv',
      'tasks.csv',
    ]);
    let cells = 0;
    for (const { content } of csv) {
      const { data, errors } = Papa.parse<string[]>(content, { skipEmptyLines: true });
      expect(errors).toEqual([]);
      expect(new Set(data.map((row) => row.length)).size).toBe(1);
      for (const cell of data.flat()) {
        cells += 1;
        expect(cell).not.toMatch(/^[=+\-@\t\r\uFF1D]/);
      }
    }
    expect(cells).toBeGreaterThan(100);
    const activities = Papa.parse<Record<string, string>>(csv[2]?.content ?? '', { header: true }).data;
    expect(
      activities.some((row) => row.text === `'=HYPERLINK("https://evil.example"), "quoted"\nsecond line`),
    ).toBe(true);
  });

  it('tells a spreadsheet when a meeting ended, where it was and who came, and how long a call took', async () => {
    const session = real();
    const { remoteId } = await session.contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k1');
    const h = notebookHarness();
    await session.activities.log([call(h, remoteId), meeting(h, remoteId)]);
    const csv = await exportNotebook('real');
    const rows = Papa.parse<Record<string, string>>(csv[2]?.content ?? '', { header: true }).data;
    expect(rows.slice(0, 2)).toMatchObject([
      { kind: 'call', minutes: '12', endsAt: '', place: '', answers: '' },
      {
        kind: 'meeting',
        minutes: '',
        endsAt: '2026-11-20T13:45:00.000Z',
        place: 'Hall 3',
        conference: 'https://meet.example/abc',
        status: 'confirmed',
        answers: 'rep@own.example: organizer; mia@kunde.example: accepted',
      },
    ]);
  });

  it('has nothing left after everything was forgotten', async () => {
    const session = real();
    const { remoteId } = await session.contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k1');
    const removed = mail(notebookHarness(), remoteId);
    await session.activities.log([removed, mail(notebookHarness(), remoteId)]);
    await session.activities.remove(removed.key);
    await wipe('real');
    for (const table of openNotebook('real').tables) expect(await table.count(), table.name).toBe(0);
  });
});
