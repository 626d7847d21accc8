import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { makeContext } from '@/utils/actions/make-context';
import { espocrm } from '@/utils/crm/espocrm/espocrm';
import type { OutboxEntry } from '@/utils/model/outbox';
import { Database } from '@/utils/store/database';
import { getEntry, putEntry } from '@/utils/store/outbox';
import { updateSettings } from '@/utils/store/settings';
import { mail } from '../crm/contract';
import { espoHarness, rep } from '../crm/espocrm-harness';
import { fakeHttp } from '../crm/fake-session';
import { FakeBrowser } from './fake-browser';
import { FakeClock, settle } from './fake-clock';

/*
 * EspoCRM's import takes a mail alone; what the rep filled in besides follows in a second request. Here the whole outbox
 * is at work: what is written down, what a worker that comes after finds, and what the rep sees meanwhile.
 */

const ACCOUNT = 'espocrm|espo.example|/crm';
const ID = 'entry-1';
const NINE = Date.UTC(2026, 10, 21, 9, 0);
const never = () => new Promise<Response>(() => {});
const offline = async () => {
  throw new TypeError('fetch failed');
};

let opened: Database | undefined;
afterEach(async () => {
  opened?.close();
  if (opened) await Dexie.delete(opened.name);
});

/** A book with one confirmed mail that has a field of the company's, and workers of it one after the other. */
async function makeWorld() {
  const harness = espoHarness();
  const { server } = harness;
  const access = { url: server.base, login: rep.login, key: rep.key };
  const db = new Database(`second-request-${Math.random()}`);
  opened = db;
  const { remoteId: contact } = await harness
    .session()
    .contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
  const told = await harness.watched?.(contact);
  const { activity, aliases, key } = mail(harness, contact, { fields: { cRegion: 'North' } });
  await updateSettings(db, 'real', (settings) => ({
    ...settings,
    crm: { connector: 'espocrm', account: ACCOUNT, settings: access, userName: 'Rita', connectedAt: NINE },
  }));
  const confirmed: OutboxEntry = {
    id: ID,
    key,
    aliases,
    crmAccount: ACCOUNT,
    job: { op: 'log-activity', proposalId: 'proposal-1', activity },
    createdAt: NINE - 60_000,
    attempts: 0,
    status: { state: 'queued', notBefore: NINE - 1_000 },
  };
  await putEntry(db, confirmed);
  const asked: string[] = [];
  /** A worker that begins at this time; `meets` takes the place of the answers to second requests. */
  const worker = (at: number, meets?: () => Promise<Response>) => {
    const clock = new FakeClock();
    clock.time = at;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = `${init?.method} ${new URL(String(input)).pathname}`;
      asked.push(request.replace(/\/6b02\w+$/, '/ID').replace('/crm/api/v1', ''));
      return meets && /^PATCH .*\/Email\//.test(request) ? meets() : server.fetch(input, init);
    };
    const browser = new FakeBrowser();
    browser.granted.add('https://espo.example/*');
    const engine = makeContext({
      book: 'real',
      db,
      browser,
      clock,
      random: () => 0.5,
      wakeAt: () => {},
      changed: () => {},
      open: async () => espocrm.connect(access, fakeHttp({ fetch }, ['https://espo.example/*'])),
    });
    return { clock, engine };
  };
  const entry = { key, aliases, activity };
  return {
    worker,
    asked,
    told,
    state: async () => (await getEntry(db, ID))?.status,
    count: () => harness.count(entry),
    row: () => [...server.records.table('Email').values()][0],
  };
}

const imports = (asked: string[]) => asked.filter((each) => each === 'POST /Email/importEml').length;

describe('a mail with fields of the company’s, on its way to EspoCRM', () => {
  it('whose worker is killed between the two requests has its fields from the next worker, once', {
    timeout: 30_000,
  }, async () => {
    const world = await makeWorld();
    const first = world.worker(NINE, never);
    first.engine.nudge();
    await expect.poll(() => world.asked.at(-1), { timeout: 20_000 }).toBe('PATCH /Email/ID');
    // Its clock stands still from here on: nothing of it runs any more.
    expect(await world.state()).toMatchObject({ state: 'sending' });
    expect(world.row()).not.toHaveProperty('cRegion');

    const early = world.worker(NINE + 30_000);
    early.engine.nudge();
    await early.engine.idle();
    expect(await world.state(), 'the other may still be at it').toMatchObject({ state: 'sending' });

    const next = world.worker(NINE + 120_000);
    next.engine.nudge();
    await next.engine.idle();
    expect(await world.state()).toMatchObject({ state: 'done', created: true });
    expect(world.row()).toMatchObject({ cRegion: 'North', parentType: 'Contact' });
    expect(await world.count()).toBe(1);
    expect(imports(world.asked)).toBe(1);
    expect(await world.told?.()).toBe(0);
  });

  it('that is offline for the second waits for all to see, and has its fields when there is a way again', async () => {
    const world = await makeWorld();
    let away = true;
    const { engine, clock } = world.worker(NINE, async () => (away ? offline() : new Response('{}')));
    engine.nudge();
    await engine.idle();
    expect(await world.state()).toMatchObject({ state: 'unconfirmed' });
    expect(await world.count()).toBe(1);
    // Again and again, and never a second mail.
    await clock.advance(10 * 60_000, async () => {
      await settle();
      await engine.idle();
    });
    expect(await world.state()).toMatchObject({ state: 'unconfirmed' });
    expect(world.asked.filter((each) => each === 'PATCH /Email/ID').length).toBeGreaterThan(2);
    expect(world.row()).not.toHaveProperty('cRegion');

    away = false;
    const next = world.worker(NINE + 3_600_000);
    next.engine.nudge();
    await next.engine.idle();
    expect(await world.state()).toMatchObject({ state: 'done', created: true });
    expect(world.row()).toMatchObject({ cRegion: 'North' });
    expect(await world.count()).toBe(1);
    expect(imports(world.asked)).toBe(1);
    const written = world.asked.length;
    next.engine.nudge();
    await next.engine.idle();
    expect(world.asked.length, 'nothing is left to do').toBe(written);
  });
});
