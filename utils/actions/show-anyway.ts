import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import type { RefusalReason } from '@/utils/model/because';
import type { IntentAnswer } from '@/utils/model/messages';
import { z } from '@/utils/model/zod';
import { withOverruled } from '@/utils/privacy/overrule';
import { refusedWithIds } from '@/utils/store/refused';
import { updateSettings } from '@/utils/store/settings';

const KEY = 'shown-anyway';
/** How long a page may take to capture again. */
const VALID_MS = 5 * 60_000;
const MOST = 2_000;

const ShownAnyway = z.array(z.object({ id: z.string(), until: z.int() }));

/** Ids of messages that the rep asked for in spite of a refusal, a moment ago. */
export async function readShownAnyway(context: Context): Promise<ReadonlySet<string>> {
  return new Set((await stillValid(context)).map(({ id }) => id));
}

/**
 * Asks the page for these messages again. Those that were refused pass the gate this time; collapsed ones that were
 * merely not shown are judged like any other.
 */
export async function showAnyway(context: Context, tabId: number, ids: string[]): Promise<IntentAnswer> {
  const refused = await refusedWithIds(context.db, ids);
  const all = [...new Set([...refused.flatMap((row) => row.ids)])];
  const until = context.now() + VALID_MS;
  const kept = [...(await stillValid(context)), ...all.map((id) => ({ id, until }))].slice(-MOST);
  await context.browser.writeSession(KEY, kept);
  const heard = await context.browser.tellTab(tabId, { type: 'capture-again', ids });
  return heard === undefined ? problem('tab-gone') : { ok: true };
}

/** What was asked for in spite of a hold came: the same hold does not come again for these people. Inside a transaction. */
export async function rememberOverruled(
  { db, book }: Context,
  reason: RefusalReason,
  addresses: readonly string[],
): Promise<void> {
  await updateSettings(db, book, (settings) => {
    const before = settings.overruled ?? [];
    const after = withOverruled(before, reason, addresses);
    return after === before ? settings : { ...settings, overruled: [...after] };
  });
}

async function stillValid(context: Context): Promise<{ id: string; until: number }[]> {
  const parsed = ShownAnyway.safeParse(await context.browser.readSession(KEY));
  return parsed.success ? parsed.data.filter(({ until }) => until > context.now()) : [];
}
