import type { Context } from '@/utils/actions/context';
import { tellGateChangedSoon } from '@/utils/actions/gate-settings';
import { judge } from '@/utils/actions/match-mail';
import { dropCovered } from '@/utils/actions/never-log';
import { refillProposal } from '@/utils/actions/refill-proposal';
import { rematchAll } from '@/utils/actions/rematch-proposals';
import type { Intent, IntentAnswer } from '@/utils/model/messages';
import type { Settings } from '@/utils/model/settings';
import { putProposal, undecidedProposals } from '@/utils/store/proposals';
import { updateSettings } from '@/utils/store/settings';

type Change = Extract<Intent, { type: 'change-settings' }>['change'];

/** Changes settings, and what follows from them: the gate in open tabs, covered proposals, how much text is logged. */
export async function changeSettings(context: Context, change: Change): Promise<IntentAnswer> {
  const { db, book } = context;
  let before: Settings | undefined;
  const after = await updateSettings(db, book, (settings) => {
    before = settings;
    const { neverLog } = change;
    const lower = (list: string[]) => [
      ...new Set(list.map((value) => value.trim().toLowerCase()).filter(Boolean)),
    ];
    return {
      ...settings,
      ...change,
      ...(change.ownAddresses ? { ownAddresses: lower(change.ownAddresses) } : {}),
      ...(change.ownDomains ? { ownDomains: lower(change.ownDomains) } : {}),
      ...(neverLog
        ? {
            neverLog: {
              addresses: lower(neverLog.addresses),
              domains: lower(neverLog.domains),
              words: lower(neverLog.words),
            },
          }
        : {}),
    };
  });
  if (before && before.logText !== after.logText) await refillAll(context, before.logText, after);
  if (change.neverLog) await dropCovered(context);
  // What is no longer declined is offered again.
  if (change.declinedUpdates) await rematchAll(context);
  if (change.neverLog || change.ownAddresses || change.ownDomains || change.mark !== undefined)
    tellGateChangedSoon(context);
  return { ok: true };
}

async function refillAll(
  { db, timeZone: zone }: Context,
  before: Settings['logText'],
  after: Settings,
): Promise<void> {
  const timeZone = zone();
  await db.transaction('rw', db.tables, async () => {
    for (const proposal of await undecidedProposals(db)) {
      const { captured } = proposal;
      const { circumstances } = await judge(db, after, captured);
      const from = { captured, logText: before };
      await putProposal(
        db,
        refillProposal(proposal, from, { captured, logText: after.logText }, circumstances, timeZone),
      );
    }
  });
}
