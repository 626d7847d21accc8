import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { learntOf } from '@/utils/actions/crm-learnt';
import { getSettings, updateSettings } from '@/utils/store/settings';
import { closeEngine, makeEngine, type TestEngine } from '../sync/make-engine';

const HOUR = 60 * 60_000;
const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});

async function connected() {
  const engine = await makeEngine();
  engines.push(engine);
  const { crm } = await getSettings(engine.db, 'real');
  return { engine, crm, learnt: learntOf(engine, crm) };
}

describe('what a session learnt of its server', () => {
  it('is there for the next worker, for a day from when it was first asked', async () => {
    const { engine, crm, learnt } = await connected();
    await learnt.keep('one');
    engine.clock.time += 20 * HOUR;
    await learnt.keep('one and two');
    expect(await learntOf(engine, crm).read()).toBe('one and two');
    engine.clock.time += 5 * HOUR;
    expect(await learnt.read()).toBeNull();
    await learnt.keep('anew');
    expect(await learnt.read()).toBe('anew');
    await learnt.keep(null);
    expect((await getSettings(engine.db, 'real')).crm.learnt).toBeUndefined();
  });

  it('is no other connection’s: not one that was made since, nor a draft of one', async () => {
    const { engine, crm, learnt } = await connected();
    await learnt.keep('of the old key');
    const { learnt: _, ...anew } = { ...crm, connectedAt: crm.connectedAt + 1 };
    await updateSettings(engine.db, 'real', (settings) => ({ ...settings, crm: anew }));
    expect(await learntOf(engine, anew).read()).toBeNull();
    await learnt.keep('too late');
    await learntOf(engine, { account: 'odoo', connectedAt: 1 }).keep('a draft');
    expect((await getSettings(engine.db, 'real')).crm).toEqual(anew);
  });
});
