import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenInTab } from '@/utils/model/messages';
import { Database } from '@/utils/store/database';
import { watch } from '@/utils/view/live';
import { readOpenThread } from '@/utils/view/open-mail';
import { proposal } from './proposals';

const crm = 'notebook|local|notebook';
const now = Date.UTC(2026, 10, 21, 9, 30);
const day = 86_400_000;
const tab = (over: Partial<OpenInTab> = {}): OpenInTab => ({
  tabId: 1,
  site: 'gmail',
  account: null,
  threadIds: ['T'],
  messages: [['m1']],
  earlier: [],
  at: now,
  ...over,
});

let db: Database;
beforeEach(() => {
  db = new Database(`test-${Math.random()}`);
});
afterEach(async () => {
  await db.delete();
});

const mail = (id: string, over: Parameters<typeof proposal>[0] = {}) =>
  proposal({ id, aliases: [id], threadIds: ['T'], sentAt: now - day, ...over });

describe('the open thread', () => {
  it('offers its mails of the last thirty days together, oldest first, and older ones only when on screen', async () => {
    await db.proposals.bulkPut([
      mail('m3', { sentAt: now - day }),
      mail('m2', { sentAt: now - 2 * day }),
      mail('m1', { sentAt: now - 60 * day }),
      mail('m0', { sentAt: now - 90 * day }),
      mail('elsewhere', { threadIds: ['other'] }),
    ]);
    const open = await readOpenThread(db, crm, tab(), now);
    expect(open.offered.map((each) => each.id)).toEqual(['m1', 'm2', 'm3']);
  });

  it('shows of a series the day on screen, not the others', async () => {
    const day = (id: string) => {
      const each = mail(id);
      const meeting = {
        endsAt: now,
        allDay: false,
        place: '',
        conferenceUrl: '',
        status: 'confirmed',
      } as const;
      return { ...each, activity: { ...each.activity, kind: 'meeting' as const, meeting } };
    };
    await db.proposals.bulkPut([
      day('m1'),
      day('m2'),
      { ...day('m3'), status: { state: 'upcoming', until: now + 1000 } },
    ]);
    const open = await readOpenThread(db, crm, tab(), now);
    expect([...open.offered, ...open.decided].map((each) => each.id)).toEqual(['m1']);
  });

  it('keeps apart what was decided, and does not call refused what was shown after all', async () => {
    await db.proposals.bulkPut([
      mail('m1', { status: { state: 'dismissed', dismissedAt: now } }),
      mail('m2', { status: { state: 'logged', loggedAt: now } }),
      mail('m3'),
    ]);
    await db.refused.bulkPut([
      { id: 'r1', ids: ['m4'], site: 'gmail', reason: 'internal', at: now },
      { id: 'r2', ids: ['m3'], site: 'gmail', reason: 'automated', at: now },
      { id: 'r3', ids: ['m5'], site: 'gmail', reason: 'a reason of tomorrow', at: now },
    ]);
    const shown = tab({ messages: [['m1'], ['m2'], ['m3'], ['m4'], ['m5']] });
    const open = await readOpenThread(db, crm, shown, now);
    expect(open.decided.map((each) => each.id)).toEqual(['m1', 'm2']);
    expect(open.offered.map((each) => each.id)).toEqual(['m3']);
    expect(open.refused).toEqual([{ ids: ['m4'], reason: 'internal' }]);
  });

  it('offers to read folded messages that nothing is known of, and no others', async () => {
    await db.proposals.bulkPut([mail('m1'), mail('e1')]);
    await db.refused.put({ id: 'r', ids: ['e2'], site: 'gmail', reason: 'internal', at: now });
    const folded = tab({ earlier: [['e1'], ['e2'], ['e3', 'legacy3']] });
    expect((await readOpenThread(db, crm, folded, now)).earlier).toEqual([['e3', 'legacy3']]);
  });

  it('is about the contact as the CRM knows them, else about the stranger', async () => {
    await db.proposals.put(mail('m1'));
    await db.contacts.put({
      crm,
      id: 'c1',
      name: 'Dr. Anna Berger',
      addresses: ['anna.berger@nordlicht.example'],
      lookup: ['anna.berger@nordlicht.example'],
      phones: [],
      title: 'Head of Procurement',
      companyName: 'Nordlicht',
      updatedAt: now,
    });
    expect((await readOpenThread(db, crm, tab(), now)).head).toMatchObject({
      name: 'Dr. Anna Berger',
      title: 'Head of Procurement',
      companyName: 'Nordlicht',
    });
    const stranger = { address: 'ines@nordlicht.example', name: 'Ines Vogt' };
    await db.proposals.put(mail('m1', { match: { contacts: [], strangers: [stranger] } }));
    expect((await readOpenThread(db, crm, tab(), now)).head?.name).toBe('Ines Vogt');
  });

  it('says that it is still reading only for a moment after the mail came on screen', async () => {
    expect((await readOpenThread(db, crm, tab(), now + 1000)).reading).toBe(true);
    expect((await readOpenThread(db, crm, tab(), now + 60_000)).reading).toBe(false);
  });
});

describe('live reading', () => {
  it('shows a change without being asked again, and nothing more once the page has left', async () => {
    const leaving = new AbortController();
    const count = watch(() => db.proposals.count(), leaving.signal);
    expect(count.value).toEqual({ state: 'loading' });
    await expect.poll(() => count.value).toEqual({ state: 'ready', value: 0 });
    await db.proposals.put(mail('m1'));
    await expect.poll(() => count.value).toEqual({ state: 'ready', value: 1 });
    leaving.abort();
    await db.proposals.put(mail('m2'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(count.value).toEqual({ state: 'ready', value: 1 });
  });

  it('says that storage is broken instead of showing an empty list', async () => {
    const leaving = new AbortController();
    const broken = watch(() => Promise.reject(new Error('no storage')), leaving.signal);
    await expect.poll(() => broken.value).toEqual({ state: 'broken' });
    leaving.abort();
  });
});
