import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { chooseScope, countScopes } from '@/utils/actions/mirror-scope';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { getSettings, updateSettings } from '@/utils/store/settings';
import { mail } from '../sync/mails';
import { ACCOUNT, makeEngine, onlyProposal } from '../sync/make-engine';

/** A worker that has read all of its CRM's contacts, Anna alone, and a mail of hers. */
async function withAnna() {
  const engine = await makeEngine();
  await updateSettings(engine.db, 'real', (settings) => ({
    ...settings,
    crm: { ...settings.crm, connector: 'odoo', settings: { url: 'https://odoo.example' } },
  }));
  const anna = await engine.db.contacts.get([ACCOUNT, 'c-anna']);
  if (!anna) throw new Error('no Anna');
  engine.crm.contacts.set('c-anna', anna);
  engine.syncSoon();
  await engine.later(0);
  await receiveCapture(engine, [mail(1)]);
  expect((await onlyProposal(engine)).activity.contactIds).toEqual(['c-anna']);
  return engine;
}

describe('whose contacts are mirrored', () => {
  it('is one of what the CRM can be asked for', async () => {
    const engine = await withAnna();
    expect(await chooseScope(engine, 'team')).toMatchObject({ ok: false, problem: { code: 'malformed' } });
    expect((await getSettings(engine.db, 'real')).crm.scope).toBeUndefined();
  });

  it('is counted on request, by the same questions that the mirror asks, and stored nowhere', async () => {
    const engine = await withAnna();
    const asked: unknown[] = [];
    const session = await engine.session();
    const count = async (scope: { of: string }) => {
      asked.push(scope);
      return asked.length;
    };
    const counting = {
      ...engine,
      session: async () => ({ ...session, contacts: { ...session.contacts, count } }),
    };
    expect(await countScopes(counting)).toEqual({
      ok: true,
      contactCounts: [
        { scope: 'all', count: 1 },
        { scope: 'mine', count: 2 },
        { scope: 'active', count: 3 },
      ],
    });
    expect(asked).toMatchObject([{ of: 'all' }, { of: 'mine' }, { of: 'active', since: expect.any(Number) }]);
    expect(await countScopes(engine), 'this CRM counts none').toEqual({ ok: true, contactCounts: [] });
  });

  it('takes who is outside out of the mirror, and out of what nobody decided yet', async () => {
    const engine = await withAnna();
    engine.crm.contacts.clear();
    expect(await chooseScope(engine, 'mine')).toEqual({ ok: true });
    await engine.later(0);
    expect(await engine.db.contacts.count()).toBe(0);
    expect((await onlyProposal(engine)).match.contacts).toEqual([]);
    expect((await engine.db.cursors.get([ACCOUNT, 'contacts']))?.scope).toEqual({ of: 'mine' });
  });

  it('leaves what the rep confirmed with whom they confirmed it for', async () => {
    const engine = await withAnna();
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    engine.crm.contacts.clear();
    await chooseScope(engine, 'mine');
    await engine.later(0);
    expect(await engine.db.contacts.count()).toBe(0);
    expect((await onlyProposal(engine)).activity.contactIds).toEqual(['c-anna']);
  });
});
