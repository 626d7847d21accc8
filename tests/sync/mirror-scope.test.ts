import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Changes } from '@/utils/crm/connector';
import type { Contact } from '@/utils/model/contact';
import type { MirrorScope, Scope } from '@/utils/model/mirror-scope';
import { Database } from '@/utils/store/database';
import { refreshMirror } from '@/utils/sync/refresh-mirror';
import { FakeCrm } from './fake-crm';

const ACCOUNT = 'fake|crm.example|scope';
const NOW = Date.UTC(2026, 10, 22, 9);

function person(id: string): Contact {
  return { id, name: id, addresses: [`${id}@kunde.example`], phones: [], updatedAt: NOW };
}

/** A mirror of a CRM that gives one contact a page. */
function mirror(name: string) {
  const db = new Database(name);
  const asked: [string | null, Scope | undefined][] = [];
  const outside: string[] = [];
  let there: Contact[] = [];
  let dieAt: number | undefined;
  const refresh = (scope: MirrorScope | undefined, now = NOW) =>
    refreshMirror({
      db,
      crmAccount: ACCOUNT,
      ...(scope ? { scope } : {}),
      session: async () => {
        const session = new FakeCrm().session();
        const changedSince = async (cursor: string | null, of?: Scope): Promise<Changes<Contact>> => {
          const at = cursor === null ? 0 : Number(cursor);
          if (dieAt === at) throw new Error('killed');
          asked.push([cursor, of]);
          return {
            items: there.slice(at, at + 1),
            gone: [],
            cursor: String(Math.min(at + 1, there.length)),
            complete: at + 1 >= there.length,
          };
        };
        return { ...session, contacts: { ...session.contacts, changedSince } };
      },
      now: () => now,
      brought: async (changes) => {
        outside.push(...changes.outside);
      },
    });
  return {
    db,
    asked,
    outside,
    refresh,
    holds: (...ids: string[]) => {
      there = ids.map(person);
    },
    dieAt: (page: number | undefined) => {
      dieAt = page;
    },
    ids: async () => (await db.contacts.toArray()).map(({ id }) => id).sort(),
    cursor: () => db.cursors.get([ACCOUNT, 'contacts']),
  };
}

describe('a mirror that is to hold others than before', () => {
  it('reads anew from the beginning and then takes out who is not among them', async () => {
    const m = mirror('scope-narrow');
    m.holds('anna', 'ben', 'carl');
    await m.refresh(undefined);
    expect(await m.ids()).toEqual(['anna', 'ben', 'carl']);
    m.holds('ben');
    m.asked.length = 0;
    expect(await m.refresh('mine')).toBeNull();
    expect(m.asked).toEqual([[null, { of: 'mine' }]]);
    expect(await m.ids()).toEqual(['ben']);
    expect(m.outside.sort()).toEqual(['anna', 'carl']);
    expect(await m.cursor()).toMatchObject({
      scope: { of: 'mine' },
      rows: 1,
      outside: false,
      completeAt: NOW,
    });
    // And only what changed from then on.
    m.asked.length = 0;
    await m.refresh('mine');
    expect(m.asked).toEqual([['1', { of: 'mine' }]]);
    m.db.close();
  });

  it('goes on where it was when its worker dies, and keeps everybody until it is through', async () => {
    const m = mirror('scope-killed');
    m.holds('anna', 'ben', 'carl');
    await m.refresh('all');
    m.holds('ben', 'dora', 'emil');
    m.dieAt(2);
    await expect(m.refresh('team')).rejects.toThrow('killed');
    expect(await m.ids()).toEqual(['anna', 'ben', 'carl', 'dora']);
    expect((await m.cursor())?.completeAt).toBeUndefined();
    m.dieAt(undefined);
    m.asked.length = 0;
    await m.refresh('team');
    expect(m.asked).toEqual([['2', { of: 'team' }]]);
    expect(await m.ids()).toEqual(['ben', 'dora', 'emil']);
    m.db.close();
  });

  it('still takes out who is outside when the worker died between the last page and that', async () => {
    const m = mirror('scope-sweep');
    m.holds('anna', 'ben');
    await m.refresh('all');
    m.holds('ben');
    const die = () => {
      throw new Error('killed');
    };
    m.db.contacts.hook('deleting', die);
    await expect(m.refresh('mine')).rejects.toThrow('killed');
    m.db.contacts.hook('deleting').unsubscribe(die);
    expect(await m.ids()).toEqual(['anna', 'ben']);
    await m.refresh('mine');
    expect(await m.ids()).toEqual(['ben']);
    m.db.close();
  });

  it('is read anew once more after it was changed back, whatever stands there', async () => {
    const m = mirror('scope-back');
    m.holds('anna', 'ben');
    await m.refresh('all');
    m.holds('ben');
    await m.refresh('mine');
    m.holds('anna', 'ben');
    await m.refresh('all');
    expect(await m.ids()).toEqual(['anna', 'ben']);
    expect((await m.cursor())?.round).toBe(2);
    m.db.close();
  });

  it('asks for two years from the beginning of a month, the same for a quarter, then anew', async () => {
    const m = mirror('scope-active');
    m.holds('anna');
    await m.refresh('active');
    const since = Date.UTC(2024, 10, 1);
    expect(m.asked.at(-1)).toEqual([null, { of: 'active', since }]);
    await m.refresh('active', Date.UTC(2027, 1, 28));
    expect(m.asked.at(-1)).toEqual(['1', { of: 'active', since }]);
    await m.refresh('active', Date.UTC(2027, 2, 1));
    expect(m.asked.at(-1)).toEqual([null, { of: 'active', since: Date.UTC(2025, 2, 1) }]);
    m.db.close();
  });
});
