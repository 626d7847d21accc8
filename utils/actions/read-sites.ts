import type { Context } from '@/utils/actions/context';
import { tellGateChanged } from '@/utils/actions/gate-settings';
import { mailSites } from '@/utils/actions/mail-sites';
import { StaleTab } from '@/utils/model/messages';
import { consentedSites } from '@/utils/model/settings';
import { patternsOf } from '@/utils/model/site-hosts';
import { z } from '@/utils/model/zod';
import type { RunTimeScript } from '@/utils/platform/content-scripts';
import { getSettings } from '@/utils/store/settings';

const STALE = 'stale-tabs';

/**
 * Makes the browser's registered scripts what consent and granted hosts say: scripts where both are there, none
 * elsewhere. Then looks for open mail tabs in which none of them answers. Runs whenever one of the two may have
 * changed: consent, withdrawal, a host given or taken away, installing, updating, the browser's start.
 */
export function readSites(context: Context): Promise<void> {
  // One after the other: granting a host and consenting happen in one click, and each of them leads here.
  last = last.then(
    () => readSitesNow(context),
    () => readSitesNow(context),
  );
  return last;
}

let last: Promise<void> = Promise.resolve();

async function readSitesNow(context: Context): Promise<void> {
  const sites = consentedSites(await getSettings(context.db, context.book));
  const granted = [];
  for (const mailSite of mailSites) {
    if (sites.includes(mailSite.site) && (await context.browser.hasOrigins(mailSite.patterns))) {
      granted.push(mailSite);
    }
  }
  await context.browser.registerScripts(eachOnce(granted.flatMap(({ scripts }) => scripts)));
  await tellGateChanged(context);
  await findStaleTabs(context, patternsOf(granted.map(({ site }) => site)));
}

/** Two sites on one host share their scripts. */
function eachOnce(scripts: RunTimeScript[]): RunTimeScript[] {
  return [...new Map(scripts.map((script) => [script.id, script])).values()];
}

/**
 * Open mail tabs whose script does not answer: they were open before the install, or lost it to an update. Kept for
 * the panel in `storage.session` under `stale-tabs`, which offers to load them anew.
 */
async function findStaleTabs(context: Context, patterns: string[]): Promise<void> {
  const tabs = await context.browser.tabsShowing(patterns);
  const stale: StaleTab[] = [];
  await Promise.all(
    tabs.map(async ({ tabId, windowId, loading }) => {
      if (loading) return;
      const answer = await context.browser.tellTab(tabId, { type: 'ping' });
      if (answer === undefined) stale.push({ tabId, ...(windowId === undefined ? {} : { windowId }) });
    }),
  );
  await context.browser.writeSession(STALE, stale);
}

/** A tab spoke, closed or is loading: it is not stale, or not any more. */
export async function noteTabAlive(context: Context, tabId: number): Promise<void> {
  const parsed = z.array(StaleTab).safeParse(await context.browser.readSession(STALE));
  const stale = parsed.success ? parsed.data : [];
  const others = stale.filter((tab) => tab.tabId !== tabId);
  if (others.length < stale.length) await context.browser.writeSession(STALE, others);
}
