import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { forgetListed } from '@/utils/actions/listed-threads';
import { readSites } from '@/utils/actions/read-sites';
import type { PageSite } from '@/utils/model/captured';
import type { IntentAnswer } from '@/utils/model/messages';
import { CONSENT_VERSION, consentedSites } from '@/utils/model/settings';
import { patternsOf } from '@/utils/model/site-hosts';
import { getSettings, updateSettings } from '@/utils/store/settings';

/**
 * The rep lets us read exactly these sites, and no other. The hosts of those that are new were asked for by the page,
 * in the click; those of sites that are left out are given back. None left: consent is withdrawn.
 */
export async function consentTo(context: Context, sites: PageSite[]): Promise<IntentAnswer> {
  if (sites.length === 0) return withdrawConsent(context);
  const before = consentedSites(await getSettings(context.db, context.book));
  const added = patternsOf(sites.filter((site) => !before.includes(site)));
  if (added.length > 0 && !(await context.browser.hasOrigins(added)))
    return problem('no-permission', ...added);
  const left = before.filter((site) => !sites.includes(site));
  await updateSettings(context.db, context.book, (settings) => ({
    ...settings,
    consent: {
      version: CONSENT_VERSION,
      at: added.length > 0 ? context.now() : (settings.consent?.at ?? context.now()),
      sites: [...new Set(sites)],
    },
  }));
  await stopReading(context, left, sites);
  return { ok: true };
}

/**
 * Nothing is read from now on: scripts are unregistered, open tabs told, hosts given back, and mail that was held is
 * dropped. What was proposed stays until it is dismissed or forgotten.
 */
export async function withdrawConsent(context: Context): Promise<IntentAnswer> {
  const sites: PageSite[] = [];
  await updateSettings(context.db, context.book, (settings) => {
    sites.push(...(settings.consent?.sites ?? []));
    return { ...settings, consent: null };
  });
  await stopReading(context, sites, []);
  return { ok: true };
}

/** Drops what came from `left` and was not proposed yet, and gives back the hosts that none of `kept` needs. */
async function stopReading(context: Context, left: PageSite[], kept: PageSite[]): Promise<void> {
  const { db, browser } = context;
  const gone = new Set<string>(left);
  await db.heldSends.filter(({ capture }) => gone.has(capture.source.site)).delete();
  if (left.length > 0) await forgetListed(context, left);
  await readSites(context);
  const needed = new Set(patternsOf(kept));
  const surplus = patternsOf(left).filter((pattern) => !needed.has(pattern));
  if (surplus.length > 0) await browser.giveBackOrigins(surplus);
}
