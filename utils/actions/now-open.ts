import type { Context } from '@/utils/actions/context';
import { learnOwnAddresses, mayRead } from '@/utils/actions/gate-settings';
import { OpenInTab, type PageMessage } from '@/utils/model/messages';
import { sitesAt } from '@/utils/model/site-hosts';
import { z } from '@/utils/model/zod';
import { getSettings } from '@/utils/store/settings';

const KEY = 'open-tabs';
const OpenTabs = z.record(z.string(), OpenInTab);
type OpenTabs = z.infer<typeof OpenTabs>;

/** Writes follow one another: two tabs that speak at once must not overwrite each other. */
let last: Promise<unknown> = Promise.resolve();

function change(context: Context, how: (tabs: OpenTabs) => boolean): Promise<void> {
  const next = last.then(async () => {
    const parsed = OpenTabs.safeParse(await context.browser.readSession(KEY));
    const tabs = parsed.success ? parsed.data : {};
    if (how(tabs)) await context.browser.writeSession(KEY, tabs);
  });
  last = next.catch(() => undefined);
  return next;
}

/** What mail tabs show now. */
export async function readOpenTabs(context: Context): Promise<OpenInTab[]> {
  const parsed = OpenTabs.safeParse(await context.browser.readSession(KEY));
  return parsed.success ? Object.values(parsed.data) : [];
}

/** What a tab shows now, for the panel. */
export async function noteOpen(
  context: Context,
  tabId: number,
  open: Extract<PageMessage, { type: 'now-open' }>,
): Promise<void> {
  const settings = await getSettings(context.db, context.book);
  if (!(await mayRead(context, settings, open.site))) return forgetTab(context, tabId);
  if (open.account) await learnOwnAddresses(context, [open.account]);
  const { type: _, leaves, ...shown } = open;
  await change(context, (tabs) => {
    if (leaves && tabs[String(tabId)]?.site !== open.site) return false;
    tabs[String(tabId)] = { ...shown, book: context.book, tabId, at: context.now() };
    return true;
  });
}

/** The tab is closed, or shows something else. */
export function forgetTab(context: Context, tabId: number): Promise<void> {
  return change(context, (tabs) => {
    const there = String(tabId) in tabs;
    delete tabs[String(tabId)];
    return there;
  });
}

/** No tab shows anything of this book any more. */
export function forgetOpenTabs(context: Context): Promise<void> {
  return change(context, (tabs) => {
    const theirs = Object.keys(tabs).filter((id) => (tabs[id]?.book ?? 'real') === context.book);
    for (const id of theirs) delete tabs[id];
    return theirs.length > 0;
  });
}

/**
 * The tab loads something: a mail site's own moves within itself count for nothing, it says itself what is open.
 * Resolves with whether the tab left for something else.
 */
export async function tabLoads(
  context: Context,
  tabId: number,
  practiceUrls: readonly string[],
): Promise<boolean> {
  const url = await context.browser.urlOfTab(tabId);
  const stays =
    url !== null && (sitesAt(url).length > 0 || practiceUrls.includes(url.split(/[?#]/)[0] ?? ''));
  if (!stays) await forgetTab(context, tabId);
  return !stays;
}
