import type { Context } from '@/utils/actions/context';
import { readOpenTabs } from '@/utils/actions/now-open';
import { refusal, mark as words } from '@/utils/i18n/worker-words';
import { RefusalReason } from '@/utils/model/because';
import type { Site } from '@/utils/model/captured';
import type { MarksAnswer, MessageMark } from '@/utils/model/mark';
import type { Proposal } from '@/utils/model/proposal';
import { loggedIn } from '@/utils/store/contacts';
import type { Database } from '@/utils/store/database';
import { heldWithIds } from '@/utils/store/held-sends';
import { proposalsWithIds } from '@/utils/store/proposals';
import { refusedWithIds } from '@/utils/store/refused';
import { getSettings } from '@/utils/store/settings';

/** What each tab was told last, by tab and site: the same is not told again. Lost with the worker: told once more. */
const told = new Map<string, string>();

/**
 * What the marks of these messages show. A mail page learns nothing of messages that it does not have open: for those
 * it gets null.
 */
export async function marksOf(
  context: Context,
  from: { tabId: number | undefined; site: Site },
  asked: readonly string[][],
): Promise<MarksAnswer> {
  const nothing = { marks: asked.map(() => null) };
  const { mark } = await getSettings(context.db, context.book);
  if (mark === false || from.tabId === undefined) return nothing;
  const tabs = await readOpenTabs(context);
  const tab = tabs.find(
    ({ tabId, site, book }) =>
      tabId === from.tabId && site === from.site && (book ?? 'real') === context.book,
  );
  if (!tab) return nothing;
  const open = new Set(tab.messages.flat());
  const isOpen = asked.map((ids) => ids.every((id) => open.has(id)));
  const known = await marksFor(
    context,
    asked.filter((_, i) => isOpen[i]),
  );
  return { marks: isOpen.map((shown) => (shown ? (known.shift() ?? null) : null)) };
}

/** Tells each mail tab of this book whose open messages' marks are not what they were. */
export async function tellMarks(context: Context): Promise<void> {
  const { mark } = await getSettings(context.db, context.book);
  const tabs = (await readOpenTabs(context)).filter(({ book }) => (book ?? 'real') === context.book);
  for (const { tabId, site, messages } of tabs) {
    if (mark === false || messages.length === 0) continue;
    const states = await marksFor(context, messages);
    const [key, now] = [`${tabId} ${site}`, JSON.stringify([messages, states])];
    if (told.get(key) === now) continue;
    told.set(key, now);
    for (const old of told.keys()) if (told.size > 200) told.delete(old);
    await context.browser.tellTab(tabId, { type: 'marks-changed' });
  }
}

/** The marks of these messages, in their order: each table is asked once, however long the thread. */
async function marksFor({ db, book }: Context, messages: readonly string[][]): Promise<MessageMark[]> {
  if (messages.length === 0) return [];
  const all = [...new Set(messages.flat())];
  const proposals = byId(await proposalsWithIds(db, all), ({ aliases }) => aliases);
  const refusals = byId(await refusedWithIds(db, all), ({ ids }) => ids);
  const held = byId(await heldWithIds(db, all), ({ ids }) => ids);
  const { crm } = await getSettings(db, book);
  const marks: MessageMark[] = [];
  for (const ids of messages) {
    const first = <T>(of: ReadonlyMap<string, T>) =>
      ids.map((id) => of.get(id)).find((row) => row !== undefined);
    const [proposal, refused] = [first(proposals), first(refusals)];
    if (proposal) marks.push(await markOfProposal(db, proposal));
    else if (refused) {
      const reason = RefusalReason.safeParse(refused.reason);
      marks.push({ state: 'not', label: words.refused(reason.success ? refusal[reason.data] : '') });
    } else if (first(held)) marks.push({ state: 'none', label: words.held });
    else if ((await loggedIn(db, crm.account, ids)) !== undefined)
      marks.push({ state: 'logged', label: words.logged });
    else marks.push({ state: 'none', label: words.none });
  }
  return marks;
}

/** The first row of each id. */
function byId<T>(rows: readonly T[], idsOf: (row: T) => readonly string[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const row of rows) for (const id of idsOf(row)) if (!found.has(id)) found.set(id, row);
  return found;
}

async function markOfProposal(db: Database, { status, weight }: Proposal): Promise<MessageMark> {
  switch (status.state) {
    case 'open':
    case 'upcoming':
      return weight === 'counted'
        ? { state: 'waiting', label: words.waiting }
        : { state: 'none', label: words.quiet };
    case 'snoozed':
      return { state: 'waiting', label: words.snoozed };
    case 'dismissed':
      return { state: 'not', label: words.dismissed };
    case 'logged':
      return { state: 'logged', label: words.logged };
    case 'confirmed': {
      const entry = await db.outbox.get(status.outboxId);
      return entry?.status.state === 'needs-person'
        ? { state: 'waiting', label: words.stuck }
        : { state: 'confirmed', label: words.confirmed };
    }
  }
}
