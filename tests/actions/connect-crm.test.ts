import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { connectCrm, disconnectCrm } from '@/utils/actions/connect-crm';
import { openSession } from '@/utils/actions/crm-session';
import { handleIntent } from '@/utils/actions/handle-intent';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { CrmFault } from '@/utils/crm/errors';
import { getSettings, notebookConnection } from '@/utils/store/settings';
import { mail } from '../sync/mails';
import { ACCOUNT, makeEngine, onlyProposal } from '../sync/make-engine';

describe('connecting a CRM', () => {
  it('stores nothing before the CRM has said who we are', async () => {
    const engine = await makeEngine();
    const faults = [
      [{ kind: 'signed-out' }, { code: 'crm-fault', args: ['signed-out'] }],
      [{ kind: 'offline' }, { code: 'crm-fault', args: ['offline'] }],
      [
        { kind: 'not-permitted', what: 'contacts' },
        { code: 'crm-fault', args: ['not-permitted', 'contacts'] },
      ],
      [
        { kind: 'not-understood', step: 'login' },
        { code: 'not-that-crm', args: ['Notebook'] },
      ],
    ] as const;
    for (const [fault, problem] of faults) {
      engine.sessionOf = async () => {
        throw new CrmFault(fault);
      };
      expect(await connectCrm(engine, 'notebook', {})).toEqual({ ok: false, problem });
    }
    expect((await getSettings(engine.db, 'real')).crm.account).toBe(ACCOUNT);
  });

  it('of an unknown kind is malformed', async () => {
    expect(await connectCrm(await makeEngine(), 'carrier-pigeon', {})).toMatchObject({
      problem: { code: 'malformed' },
    });
  });

  it('opens again what was confirmed for the one before and never sent, and asks the new one about the people', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(1)]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    engine.sessionOf = async () => ({
      ...engine.crm.session(),
      whoAmI: async () => ({
        account: 'fake|other.example|sales',
        userName: 'Rosa',
        address: 'Rosa.R@nordlicht.example',
      }),
    });
    expect(await connectCrm(engine, 'notebook', {})).toEqual({ ok: true, userName: 'Rosa' });
    const proposal = await onlyProposal(engine);
    expect(proposal.status.state).toBe('open');
    expect(proposal.match.contacts, "the old CRM's ids mean nothing in the new one").toEqual([]);
    expect(await engine.db.outbox.count()).toBe(0);
    expect(await engine.db.contacts.where('crm').equals(ACCOUNT).count()).toBe(0);
    expect((await getSettings(engine.db, 'real')).ownAddresses).toContain('rosa.r@nordlicht.example');
  });

  it('disconnecting goes back to the notebook, forgets the key and the mirror', async () => {
    const engine = await makeEngine();
    expect(await disconnectCrm(engine)).toEqual({ ok: true });
    expect((await getSettings(engine.db, 'real')).crm).toEqual(notebookConnection('real'));
    expect(await engine.db.contacts.count()).toBe(0);
    expect(await disconnectCrm(engine), 'twice does no harm').toEqual({ ok: true });
  });
});

describe('practice', () => {
  const world = { book: 'practice', newId: () => 'x', now: () => 0, hasCrmAccess: async () => true } as const;

  it('reaches nothing but its notebook, whatever its settings say', async () => {
    const { db } = await makeEngine('practice');
    const odoo = { ...notebookConnection('practice'), connector: 'odoo' };
    await expect(openSession(odoo, { ...world, db })).rejects.toBeInstanceOf(CrmFault);
  });

  it('writes into its own notebook, and leaving it wipes book and notebook', async () => {
    const engine = await makeEngine('practice', false);
    const real = await makeEngine('real', false);
    await receiveCapture(engine, [mail(1)]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    await engine.later(11_000);
    expect((await onlyProposal(engine)).status.state).toBe('logged');
    const book = async (which: 'real' | 'practice') => {
      const answer = await handleIntent(() => (which === 'real' ? real : engine), {
        type: 'export-notebook',
        book: which,
      });
      const sheet = answer.ok && answer.files?.find(({ name }) => name === 'sidelog-activities.csv');
      return sheet ? sheet.content.trim().split('\r\n').length - 1 : -1;
    };
    expect(await book('practice')).toBe(1);
    expect(await book('real')).toBe(0);
    await handleIntent(() => engine, { type: 'leave-practice' });
    expect(await Dexie.exists('sidelog-practice-notebook')).toBe(false);
    expect(await Dexie.exists(engine.db.name)).toBe(false);
  });
});
