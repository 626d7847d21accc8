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
  const marks = await Promise.all(
    asked.map((ids) => (ids.every((id) => open.has(id)) ? markOf(context, ids) : null)),
  );
  return { marks };
}

/** Tells each mail tab of this book whose open messages' marks are not what they were. */
export async function tellMarks(context: Context): Promise<void> {
  const { mark } = await getSettings(context.db, context.book);
  const tabs = (await readOpenTabs(context)).filter(({ book }) => (book ?? 'real') === context.book);
  for (const { tabId, site, messages } of tabs) {
    if (mark === false || messages.length === 0) continue;
    const states = await Promise.all(messages.map((ids) => markOf(context, ids)));
    const [key, now] = [`${tabId} ${site}`, JSON.stringify([messages, states])];
    if (told.get(key) === now) continue;
    told.set(key, now);
    for (const old of told.keys()) if (told.size > 200) told.delete(old);
    await context.browser.tellTab(tabId, { type: 'marks-changed' });
  }
}

async function markOf({ db, book }: Context, ids: string[]): Promise<MessageMark> {
  const [proposal] = await proposalsWithIds(db, ids);
  if (proposal) return markOfProposal(db, proposal);
  const [refused] = await refusedWithIds(db, ids);
  if (refused) {
    const reason = RefusalReason.safeParse(refused.reason);
    return { state: 'not', label: words.refused(reason.success ? refusal[reason.data] : '') };
  }
  if ((await heldWithIds(db, ids)).length > 0) return { state: 'none', label: words.held };
  const { crm } = await getSettings(db, book);
  if ((await loggedIn(db, crm.account, ids)) !== undefined) return { state: 'logged', label: words.logged };
  return { state: 'none', label: words.none };
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
