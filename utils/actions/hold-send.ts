import type { Context } from '@/utils/actions/context';
import { readDriver } from '@/utils/actions/driver';
import { mayRead } from '@/utils/actions/gate-settings';
import { judge } from '@/utils/actions/match-mail';
import { toCaptured } from '@/utils/actions/read-capture';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { keepRefused } from '@/utils/actions/receive-refused';
import { tellStorage } from '@/utils/actions/tell-storage';
import type { PageCapture } from '@/utils/model/captured';
import { mayKeep } from '@/utils/privacy/may-keep';
import { heldUntil, heldWithIds } from '@/utils/store/held-sends';
import { proposalsWithIds } from '@/utils/store/proposals';
import { getSettings } from '@/utils/store/settings';

/**
 * Keeps mail that was sent a moment ago until its writer can no longer take it back, in the database: a worker that
 * dies or a tab that closes loses nothing. Refused mail is not even held.
 */
export async function holdSends(context: Context, captures: PageCapture[]): Promise<void> {
  const { holdMs } = await readDriver(context);
  if (holdMs === 0) return receiveCapture(context, captures);
  for (const capture of captures) await holdSend(context, capture, holdMs);
  context.nudge();
}

async function holdSend(context: Context, capture: PageCapture, holdMs: number): Promise<void> {
  const { db, book } = context;
  const settings = await getSettings(db, book);
  if (!(await mayRead(context, settings, capture.source.site))) return;
  const { ids } = capture.source;
  const { gateOff } = await readDriver(context);
  const captured = toCaptured(capture);
  const isKnown = await db.transaction('rw', db.tables, async () => {
    // Released already, or its copy was seen elsewhere: it was sent, and cannot be taken back any more.
    if ((await proposalsWithIds(db, ids)).length > 0) return true;
    const judged = await judge(db, settings, captured);
    const refusal = gateOff
      ? null
      : mayKeep(captured, {
          knownAddresses: judged.knownAddresses,
          customerThread: judged.circumstances.customerThread,
          own: judged.own,
          neverLog: settings.neverLog,
          overruled: settings.overruled ?? [],
          now: context.now(),
        });
    if (refusal) {
      await keepRefused(context, capture.source.site, ids, refusal);
      return false;
    }
    const held = await heldWithIds(db, ids);
    await db.heldSends.bulkDelete(held.map((row) => row.id));
    // The same send told twice keeps its time; one that was taken back unseen and sent again starts anew.
    const same = held.find((row) => row.capture.sentAt === capture.sentAt);
    await db.heldSends.put({
      id: held[0]?.id ?? context.newId(),
      ids: [...new Set([...ids, ...held.flatMap((row) => row.ids)])].slice(0, 40),
      capture,
      notBefore: same?.notBefore ?? context.now() + holdMs,
    });
    return false;
  });
  if (isKnown) await receiveCapture(context, [capture]);
}

/** Hands on what can no longer be taken back, by the way any capture takes. */
export async function releaseHeld(context: Context): Promise<void> {
  for (const held of await heldUntil(context.db, context.now())) {
    const { capture } = held;
    const ids = [...new Set([...capture.source.ids, ...held.ids])].slice(0, 20);
    const whole = { ...capture, source: { ...capture.source, ids } };
    await tellStorage(context, () => receiveCapture(context, [whole], { heldId: held.id }));
    // Consent withdrawn meanwhile: then nothing was taken in, and nothing is kept.
    await context.db.heldSends.delete(held.id);
  }
}

/** The writer took it back: it was never sent, so nothing of it stays. */
export async function undoSend(context: Context, ids: string[]): Promise<void> {
  const { db } = context;
  await db.transaction('rw', db.heldSends, db.proposals, async () => {
    await db.heldSends.where('ids').anyOf(ids).delete();
    for (const proposal of await proposalsWithIds(db, ids)) {
      const { state } = proposal.status;
      if (proposal.captured.direction === 'sent' && (state === 'open' || state === 'snoozed')) {
        await db.proposals.delete(proposal.id);
      }
    }
  });
}
