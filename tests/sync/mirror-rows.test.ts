import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Changes } from '@/utils/crm/connector';
import type { Contact } from '@/utils/model/contact';
import { Database } from '@/utils/store/database';
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
