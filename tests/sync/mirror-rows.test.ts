import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import type { Changes } from '@/utils/crm/connector';
import type { Contact } from '@/utils/model/contact';
import { addContact } from '@/utils/store/contacts';
import { Database } from '@/utils/store/database';
import { updateSettings } from '@/utils/store/settings';
import { refreshMirror } from '@/utils/sync/refresh-mirror';
import { countReads } from '../tools/count-reads';
import { FakeCrm } from './fake-crm';

const ACCOUNT = 'fake|crm.example|rows';

function person(index: number): Contact {
  return {
    id: `c${index}`,
    name: `Person ${index}`,
    addresses: [],
    phones: [],
    updatedAt: 1_700_000_000_000,
  };
}

function page(items: Contact[], complete: boolean, gone: string[] = []): Changes<Contact> {
  return { items, gone, cursor: `${items.at(-1)?.id}${complete}`, complete };
}

describe('how many contacts the mirror has', () => {
  it('is known page by page the first time, and right after changes, new ones and deletions', async () => {
    const db = new Database('mirror-rows');
    const seen: (number | undefined)[] = [];
    const refresh = async (pages: Changes<Contact>[]) => {
      const session = new FakeCrm().session();
      let next = 0;
      await refreshMirror({
        db,
        crmAccount: ACCOUNT,
        session: async () => ({
          ...session,
          contacts: {
            ...session.contacts,
            changedSince: async () => {
              seen.push((await db.cursors.get([ACCOUNT, 'contacts']))?.rows);
              return pages[next++] ?? page([], true);
            },
          },
        }),
        now: () => 1_700_000_000_000,
        brought: async () => {},
      });
      return (await db.cursors.get([ACCOUNT, 'contacts']))?.rows;
    };
    expect(await refresh([page([person(1), person(2)], false), page([person(3)], true)])).toBe(3);
    expect(seen).toEqual([undefined, 2]);
    expect(await refresh([page([{ ...person(1), name: 'Renamed' }], true)])).toBe(3);
    expect(await refresh([page([person(4)], true, ['c2', 'c3'])])).toBe(2);
    expect(await refresh([page([], true)])).toBe(2);
    // Gone that was never there, brought twice, brought and taken back by one page.
    expect(await refresh([page([person(5), person(5), person(6)], true, ['c6', 'c9'])])).toBe(3);
    await db.transaction('rw', db.tables, () => addContact(db, ACCOUNT, person(7)));
    expect(await refresh([page([person(7)], true)])).toBe(4);
    const many = Array.from({ length: 600 }, (_, index) => person(index));
    expect(await refresh([page(many, true, ['c599'])])).toBe(599);
    expect(await db.contacts.count()).toBe(599);
    db.close();
  });

  it('is right after a first time that brought one contact twice', async () => {
    const db = new Database('mirror-rows-twice');
    const pages = [page([person(1), person(2)], false), page([person(2), person(3)], true)];
    const session = new FakeCrm().session();
    await refreshMirror({
      db,
      crmAccount: ACCOUNT,
      session: async () => ({
        ...session,
        contacts: { ...session.contacts, changedSince: async () => pages.shift() ?? page([], true) },
      }),
      now: () => 1_700_000_000_000,
      brought: async () => {},
    });
    expect(await db.cursors.get([ACCOUNT, 'contacts'])).toMatchObject({ rows: 3 });
    db.close();
  });

  it('is not counted anew for a small change', async () => {
    const db = new Database('mirror-rows-reads');
    const reads = countReads(db);
    const all = Array.from({ length: 1_000 }, (_, index) => person(index));
    const pages = [page(all, true), page([person(3), person(1_000)], true)];
    const refresh = () => {
      const session = new FakeCrm().session();
      return refreshMirror({
        db,
        crmAccount: ACCOUNT,
        session: async () => ({
          ...session,
          contacts: { ...session.contacts, changedSince: async () => pages.shift() ?? page([], true) },
        }),
        now: () => 1_700_000_000_000,
        brought: async () => {},
      });
    };
    await refresh();
    reads.reset();
    await refresh();
    expect(await db.cursors.get([ACCOUNT, 'contacts'])).toMatchObject({ rows: 1_001 });
    expect((reads.rows.contacts ?? 0) + (reads.keys.contacts ?? 0)).toBeLessThan(10);
    db.close();
  });
});

describe('a page that is stored in slices', () => {
  it('is read again where the worker died between them, and leaves each contact once and nothing unheard', async () => {
    const db = new Database('mirror-slices');
    const all = Array.from({ length: 1_000 }, (_, index) => person(index));
    const asked: (string | null)[] = [];
    const heard: number[] = [];
    const refresh = () =>
      refreshMirror({
        db,
        crmAccount: ACCOUNT,
        session: async () => {
          const session = new FakeCrm().session();
          const changedSince = async (cursor: string | null) => {
            asked.push(cursor);
            return { ...page(all, true, ['c-old']), cursor: 'end' };
          };
          return { ...session, contacts: { ...session.contacts, changedSince } };
        },
        now: () => 1_700_000_000_000,
        brought: async ({ contacts, gone }) => {
          if (contacts.length > 0) heard.push(contacts.length + gone.length);
        },
      });
    await db.contacts.put({ ...person(0), crm: ACCOUNT, id: 'c-old', lookup: [] });

    const die = (_key: unknown, { id }: Contact) => {
      if (id === 'c600') throw new Error('killed');
    };
    db.contacts.hook('creating', die);
    await expect(refresh()).rejects.toThrow('killed');
    const kept = await db.contacts.count();
    expect(kept).toBeGreaterThan(1);
    expect(kept).toBeLessThan(600);
    expect(await db.cursors.get([ACCOUNT, 'contacts'])).toBeUndefined();
    expect(heard).toEqual([]);

    db.contacts.hook('creating').unsubscribe(die);
    expect(await refresh()).toBeNull();
    expect(asked).toEqual([null, null]);
    expect(await db.contacts.count()).toBe(1_000);
    expect(await db.contacts.get([ACCOUNT, 'c-old'])).toBeUndefined();
    expect(await db.cursors.get([ACCOUNT, 'contacts'])).toMatchObject({ cursor: 'end', rows: 1_000 });
    expect(heard).toEqual([1_001]);
    db.close();
  });

  it('is stored no further for an account that was disconnected between them', async () => {
    const db = new Database('mirror-left');
    const connectTo = (account: string) =>
      updateSettings(db, 'real', (settings) => ({ ...settings, crm: { ...settings.crm, account } }));
    await connectTo(ACCOUNT);
    const session = new FakeCrm().session();
    const all = Array.from({ length: 1_000 }, (_, index) => person(index));
    let left: Promise<unknown> | undefined;
    db.contacts.hook('creating', (_key, { id }) => {
      if (id === 'c10') left ??= Dexie.ignoreTransaction(() => connectTo('another'));
    });
    await refreshMirror({
      db,
      crmAccount: ACCOUNT,
      session: async () => ({
        ...session,
        contacts: { ...session.contacts, changedSince: async () => page(all, true) },
      }),
      now: () => 1_700_000_000_000,
      brought: async () => {},
    });
    await left;
    expect(await db.contacts.count()).toBeLessThan(1_000);
    expect(await db.cursors.get([ACCOUNT, 'contacts'])).toBeUndefined();
    db.close();
  });
});
