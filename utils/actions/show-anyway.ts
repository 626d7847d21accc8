import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import type { IntentAnswer } from '@/utils/model/messages';
import { z } from '@/utils/model/zod';
import { refusedWithIds } from '@/utils/store/refused';

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

async function stillValid(context: Context): Promise<{ id: string; until: number }[]> {
  const parsed = ShownAnyway.safeParse(await context.browser.readSession(KEY));
  return parsed.success ? parsed.data.filter(({ until }) => until > context.now()) : [];
}
