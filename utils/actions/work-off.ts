import type { Context } from '@/utils/actions/context';
import { wakeSnoozed } from '@/utils/actions/dismiss-proposal';
import { releaseHeld } from '@/utils/actions/hold-send';
import { jobDone } from '@/utils/actions/job-done';
import { continueTransfer } from '@/utils/actions/transfer-notebook';
import type { Clock } from '@/utils/platform/clock';
import { getSettings } from '@/utils/store/settings';
import { drain } from '@/utils/sync/drain';

/**
 * Does what is due in one book: held mail is released, snoozed proposals wake, a transfer goes on, the outbox drains.
 * Evaluated when the worker first looks for work, which is after its first answer.
 */
export async function workOff(
  context: Context,
  { random, every }: { random(): number; every: Clock['every'] },
): Promise<void> {
  const { db, book, browser, now, newId } = context;
  await releaseHeld(context);
  await wakeSnoozed(context);
  await continueTransfer(context);
  const { crm } = await getSettings(db, book);
  await drain({
    db,
    crmAccount: crm.account,
    session: () => context.sessionOf(crm),
    now,
    random,
    newId,
    every,
    done: (entry, logged) => jobDone(context, entry, logged),
    bug: (error) => browser.bug('sending failed', error),
  });
}
