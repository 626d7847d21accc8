import 'fake-indexeddb/auto';
import type { DBCore } from 'dexie';
import { describe, expect, it } from 'vitest';
import { receiveMessage } from '@/utils/actions/receive-message';
import type { Sender } from '@/utils/actions/who-speaks';
import { mail } from '../sync/mails';
import { makeEngine, onlyProposal } from '../sync/make-engine';

const own = { id: 'sidelog', root: 'chrome-extension://sidelog/' };
const gmailTab: Sender = {
  id: 'sidelog',
  url: 'https://mail.google.com/mail/u/0/',
  frameId: 0,
  tab: { id: 7 },
};
const captured = (number: number) => ({ type: 'captured', held: false, captures: [mail(number)] });

/** A worker whose disk takes nothing while `disk.error` is set. */
async function onFailingDisk() {
  const engine = await makeEngine();
  const disk: { error: DOMException | null } = { error: null };
  engine.db.close({ disableAutoOpen: false });
  engine.db.use({
    stack: 'dbcore',
    name: 'failing',
    create: (down: DBCore) => ({
      ...down,
      table: (name) => {
        const table = down.table(name);
        return {
          ...table,
          mutate: (request) => (disk.error ? Promise.reject(disk.error) : table.mutate(request)),
        };
      },
    }),
  });
  await engine.db.open();
  const say = (message: unknown) => receiveMessage(() => engine, own, message, gmailTab);
  return { engine, disk, say, told: () => engine.side.session.get('not-kept') };
}

describe('mail that the disk does not take', () => {
  it.each([
    ['QuotaExceededError', 'storage-full'],
    ['UnknownError', 'storage-failed'],
  ])('is told to the rep (%s) until a mail is kept again', async (name, code) => {
    const { engine, disk, say, told } = await onFailingDisk();
    disk.error = new DOMException('no', name);
    await expect(say(captured(1))).rejects.toThrow();
    expect(told()).toEqual({ real: code });
    expect(await engine.db.proposals.count()).toBe(0);
    disk.error = null;
    await say({ type: 'gate-settings', site: 'gmail', account: null });
    expect(told(), 'nothing was kept yet').toEqual({ real: code });
    expect(await say(captured(1))).toEqual({ ok: true });
    await onlyProposal(engine);
    expect(told()).toEqual({});
  });

  it('is told too of a sent mail that waited, which then stays where it is', async () => {
    const { engine, disk, say, told } = await onFailingDisk();
    const sent = mail(1, {
      direction: 'sent',
      from: { address: 'rosa@nordlicht.example' },
      to: [{ address: 'anna@kunde.example' }],
    });
    await say({ type: 'captured', held: true, captures: [sent] });
    disk.error = new DOMException('no', 'QuotaExceededError');
    await engine.later(40_000);
    expect(told()).toEqual({ real: 'storage-full' });
    expect(await engine.db.heldSends.count()).toBe(1);
    disk.error = null;
    await engine.later(120_000);
    await onlyProposal(engine);
    expect(told()).toEqual({});
  });

  it('is not told where something else went wrong', async () => {
    const { engine, say, told } = await onFailingDisk();
    engine.db.transaction = () => {
      throw new TypeError('a bug');
    };
    await expect(say(captured(1))).rejects.toThrow('a bug');
    expect(told()).toBeUndefined();
  });
});
