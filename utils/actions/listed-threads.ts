import type { Context } from '@/utils/actions/context';
import { receiveCapture } from '@/utils/actions/receive-capture';
import type { PageCapture, PageSite } from '@/utils/model/captured';
import { type ListedThread, ListedThreads } from '@/utils/model/listed';
import type { IntentAnswer } from '@/utils/model/messages';
import { proposalsWithIds } from '@/utils/store/proposals';
import { getSettings, updateSettings } from '@/utils/store/settings';

const KEY = 'listed-threads';
const MOST = 300;

/** Writes follow one another: two pages of a list that come at once must not overwrite each other. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Keeps what a list showed, for the one review that the panel offers. Who of them is a contact is asked when it is
 * shown: at first start the contacts may come later than the list. Nothing is kept once the rep has reviewed.
 */
export function noteListed(context: Context, threads: readonly ListedThread[]): Promise<void> {
  const next = last.then(async () => {
    const { listReviewed } = await getSettings(context.db, context.book);
    if (listReviewed || context.book === 'practice' || threads.length === 0) return;
    const byId = new Map((await readListed(context)).map((each) => [each.head.threadId, each]));
    for (const each of threads) byId.set(each.head.threadId, each);
    const newest = [...byId.values()].sort((a, b) => b.head.lastAt - a.head.lastAt);
    await context.browser.writeSession(KEY, newest.slice(0, MOST));
  });
  last = next.catch(() => undefined);
  return next;
}

/**
 * Proposes the newest message of each of these threads, from its head alone, and remembers that the list was reviewed.
 * None chosen: only that. What the gate refuses stays refused.
 */
export async function proposeListed(context: Context, threadIds: readonly string[]): Promise<IntentAnswer> {
  const wanted = new Set(threadIds);
  const chosen = (await readListed(context)).filter(({ head }) => wanted.has(head.threadId));
  if (chosen.length > 0) await receiveCapture(context, chosen.flatMap(captureOf));
  await updateSettings(context.db, context.book, (settings) => ({ ...settings, listReviewed: true }));
  await context.browser.writeSession(KEY, []);
  const ids = chosen.flatMap(({ head }) => head.lastIds);
  const proposals = ids.length === 0 ? [] : await proposalsWithIds(context.db, ids);
  return { ok: true, proposalIds: proposals.map(({ id }) => id).slice(0, 500) };
}

/** Reading these sites was switched off: what their lists showed goes with it. */
export function forgetListed(context: Context, sites: readonly PageSite[]): Promise<void> {
  const gone = new Set<string>(sites);
  const next = last.then(async () => {
    const kept = (await readListed(context)).filter(({ site }) => !gone.has(site));
    await context.browser.writeSession(KEY, kept);
  });
  last = next.catch(() => undefined);
  return next;
}

async function readListed(context: Context): Promise<ListedThread[]> {
  const parsed = ListedThreads.safeParse(await context.browser.readSession(KEY));
  return parsed.success ? parsed.data : [];
}

/** The head as the mail that it is of: its text comes when the rep opens it. */
function captureOf({ site, account, url, head }: ListedThread): PageCapture[] {
  if (head.lastIds.length === 0) return [];
  const others = head.others.filter(({ address }) => address !== head.lastFrom.address);
  const me = account ? [{ address: account }] : [];
  const capture: PageCapture = {
    kind: 'email',
    via: 'page',
    direction: head.lastFromMe ? 'sent' : 'received',
    from: head.lastFrom,
    to: head.lastFromMe ? others : me,
    cc: head.lastFromMe ? [] : others,
    bcc: [],
    subject: head.subject,
    sentAt: head.lastAt,
    sentAtApproximate: false,
    attachments: [],
    source: { site, ids: head.lastIds, threadId: head.threadId, threadIds: head.threadIds, account, url },
    body: { type: 'text', content: '', clipped: false },
  };
  return [capture];
}
