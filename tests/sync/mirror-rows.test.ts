import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import type { Changes } from '@/utils/crm/connector';
import type { Contact } from '@/utils/model/contact';
import { Database } from '@/utils/store/database';
import { updateSettings } from '@/utils/store/settings';
import { refreshMirror } from '@/utils/sync/refresh-mirror';
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
