import { describe, expect, it } from 'vitest';
import type { ActivityToLog, CrmSession, Logged } from '@/utils/crm/connector';
import { espocrm } from '@/utils/crm/espocrm/espocrm';
import { mail } from './contract';
import { espoHarness, rep } from './espocrm-harness';
import { fakeHttp } from './fake-session';

/*
 * EspoCRM's import takes a mail and nothing else; what the rep filled in besides follows in a second request. What
 * happens between the two must not leave a mail without its fields that nobody hears of.
 */

/** A session whose second request meets this, once; what the server was asked to change. */
function openSession(meets: (go: () => Promise<Response>) => Promise<Response>) {
  const harness = espoHarness();
  const { server } = harness;
  const changed: string[] = [];
  let met = false;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (init?.method === 'PATCH' && String(input).includes('/Email/')) {
      changed.push(String(init.body));
      if (!met) {
        met = true;
        return meets(() => server.fetch(input, init));
      }
    }
    return server.fetch(input, init);
  };
  const open = (way: typeof globalThis.fetch): CrmSession =>
    espocrm.connect(
      { url: server.base, login: rep.login, key: rep.key },
      fakeHttp({ fetch: way }, ['https://espo.example/*']),
    );
  return { harness, changed, session: open(fetch), worker: () => open(fetch) };
}

async function entryOf(harness: ReturnType<typeof espoHarness>, session: CrmSession, name = 'cRegion') {
  const draft = { name: 'Mia', address: 'mia@kunde.example' };
  const { remoteId } = await session.contacts.create(draft, 'k');
  return mail(harness, remoteId, { fields: { [name]: 'North' } });
}

const troubles = {
  'the server says 500 and did nothing': async () => new Response('{}', { status: 500 }),
  'the server does it and its answer is lost': async (go: () => Promise<Response>) => {
    await go();
    throw new TypeError('fetch failed');
  },
  'the way is lost': async () => {
    throw new TypeError('fetch failed');
  },
  'it says to slow down': async () => new Response('{}', { status: 429, headers: { 'retry-after': '60' } }),
  'the user may not edit': async () => new Response('{}', { status: 403 }),
};

/** What the engine does with an entry that had no clear answer: it looks, and logs what is not there. */
async function nextTry(session: CrmSession, entry: ActivityToLog): Promise<Logged | undefined> {
  return (await session.activities.readBack?.([entry]))?.get(entry.key);
}

describe('a mail whose second request failed in EspoCRM', () => {
  it.each(Object.entries(troubles))(
    'gets its fields at the next try, and stays one: %s',
    async (_, meets) => {
      const { harness, session, worker, changed } = openSession(meets);
      const entry = await entryOf(harness, session);
      expect(await session.activities.log([entry])).toMatchObject([{ fault: {} }]);
      const there = await nextTry(worker(), entry);
      expect(there).toMatchObject({ created: true });
      const row = harness.server.records.existing('Email', there?.remoteId.split('/')[1] ?? '');
      expect(row).toMatchObject({ cRegion: 'North', parentType: 'Contact' });
      expect(await harness.count(entry)).toBe(1);
      expect(changed).toHaveLength(2);
    },
  );

  it('gets them, too, where the worker died between the two', async () => {
    const { harness, session, worker } = openSession(() => new Promise<Response>(() => {}));
    const entry = await entryOf(harness, session);
    void session.activities.log([entry]);
    await expect.poll(() => harness.count(entry), { timeout: 20_000 }).toBe(1);
    const fresh = worker();
    // The request that never ended is the first; a fresh worker's is answered.
    await expect
      .poll(async () => {
        const there = await nextTry(fresh, entry);
        return harness.server.records.existing('Email', there?.remoteId.split('/')[1] ?? '').cRegion;
      })
      .toBe('North');
    expect(await harness.count(entry)).toBe(1);
  });

  it('is removed where they are refused at the next try, so that logging it says why', async () => {
    const { harness, session, worker } = openSession(troubles['the way is lost']);
    const entry = await entryOf(harness, session);
    await session.activities.log([entry]);
    expect(await harness.count(entry)).toBe(1);
    await harness.deleteContact(entry.activity.contactIds[0] ?? '');
    const fresh = worker();
    expect(await nextTry(fresh, entry)).toBeUndefined();
    expect(await harness.count(entry)).toBe(0);
    expect(await fresh.activities.log([entry])).toMatchObject([{ fault: {} }]);
    expect(await harness.count(entry)).toBe(0);
  });

  it('is not touched where a colleague logged it, or where nothing is filled in', async () => {
    const { harness, session, changed } = openSession((go) => go());
    const entry = await entryOf(harness, session);
    await harness.colleague().activities.log([entry]);
    expect(await nextTry(session, entry)).toMatchObject({ created: false });
    const plain = mail(harness, entry.activity.contactIds[0] ?? '');
    await session.activities.log([plain]);
    expect(await nextTry(session, plain)).toMatchObject({ created: true });
    expect(changed).toEqual([]);
  });
});
