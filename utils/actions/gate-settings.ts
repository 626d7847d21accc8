import type { Context } from '@/utils/actions/context';
import { readDriver } from '@/utils/actions/driver';
import { mailSites } from '@/utils/actions/mail-sites';
import type { Site } from '@/utils/model/captured';
import { consentedSites, type GateSettings, type Settings } from '@/utils/model/settings';
import { patternsOf } from '@/utils/model/site-hosts';
import { ownDomainsOf } from '@/utils/privacy/own-domains';
import type { OwnSide } from '@/utils/privacy/own-side';
import { getSettings, updateSettings } from '@/utils/store/settings';

/** Whether the rep consented to reading this site, to what we read today, and the browser still lets us. */
export async function mayRead(context: Context, settings: Settings, site: Site): Promise<boolean> {
  // What the rep hands over themselves was not read off a page.
  if (site === 'by-hand') return true;
  if (!consentedSites(settings).includes(site)) return false;
  return context.book === 'practice' || context.browser.hasOrigins(patternsOf([site]));
}

/** Who is the rep's side; `account` is the mailbox at hand. */
export function ownSide(settings: Settings, account: string | null): OwnSide {
  const known = new Set(settings.ownAddresses);
  if (account) known.add(account.toLowerCase());
  const ownAddresses = [...known].slice(0, 200);
  return { ownAddresses, ownDomains: ownDomainsOf(ownAddresses, settings.ownDomains).slice(0, 400) };
}

/** What a content script may know, to refuse in the page what must not leave it. */
export async function gateSettings(
  context: Context,
  site: Site,
  account: string | null,
): Promise<GateSettings> {
  const settings = await getSettings(context.db, context.book);
  const [capture, { gateOff }] = await Promise.all([mayRead(context, settings, site), readDriver(context)]);
  const own = ownSide(settings, account);
  return {
    capture,
    ownAddresses: [...own.ownAddresses],
    ownDomains: [...own.ownDomains],
    neverLog: settings.neverLog,
    gateOff,
    mark: settings.mark !== false,
  };
}

/** Tells every open mail tab that the gate changed. A tab that does not listen is none of ours any more. */
export async function tellGateChanged(context: Context): Promise<void> {
  if (context.book === 'practice') return;
  await Promise.all(
    mailSites.map(async ({ site, patterns }) => {
      const gate = await gateSettings(context, site, null);
      const tabs = await context.browser.tabsShowing(patterns);
      await Promise.all(
        tabs.map(({ tabId }) => context.browser.tellTab(tabId, { type: 'gate-changed', site, gate })),
      );
    }),
  );
}

/** The same without waiting for tabs, which may be slow: what was asked for is stored already. */
export function tellGateChangedSoon(context: Context): void {
  tellGateChanged(context).catch((error) => context.browser.bug('telling tabs failed', error));
}

/** Keeps own addresses that a page showed. */
export async function learnOwnAddresses(context: Context, addresses: string[]): Promise<void> {
  const settings = await getSettings(context.db, context.book);
  const lower = addresses
    .map((address) => address.trim().toLowerCase())
    .filter((address) => address.includes('@'));
  if (lower.every((address) => settings.ownAddresses.includes(address))) return;
  await updateSettings(context.db, context.book, (now) => ({
    ...now,
    ownAddresses: [...new Set([...now.ownAddresses, ...lower])].slice(0, 200),
  }));
}
