import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { forgetListed } from '@/utils/actions/listed-threads';
import { patternsOf } from '@/utils/actions/mail-sites';
import { readSites } from '@/utils/actions/read-sites';
import type { PageSite } from '@/utils/model/captured';
import type { IntentAnswer } from '@/utils/model/messages';
import { CONSENT_VERSION } from '@/utils/model/settings';
import { updateSettings } from '@/utils/store/settings';

/** The rep agreed to our reading these sites; their hosts were asked for by the page, in the click. */
export async function consentTo(context: Context, sites: PageSite[]): Promise<IntentAnswer> {
  const patterns = patternsOf(sites);
  if (!(await context.browser.hasOrigins(patterns))) return problem('no-permission', ...patterns);
  await updateSettings(context.db, context.book, (settings) => ({
    ...settings,
    consent: { version: CONSENT_VERSION, at: context.now(), sites },
  }));
  await readSites(context);
  return { ok: true };
}

/**
 * Nothing is read from now on: scripts are unregistered, open tabs told, hosts given back, and mail that was held is
 * dropped. What was proposed stays until it is dismissed or forgotten.
 */
export async function withdrawConsent(context: Context): Promise<IntentAnswer> {
  const { db, book, browser } = context;
  const sites: PageSite[] = [];
  await updateSettings(db, book, (settings) => {
    sites.push(...(settings.consent?.sites ?? []));
    return { ...settings, consent: null };
  });
  await db.heldSends.clear();
  await forgetListed(context);
  await readSites(context);
  await browser.giveBackOrigins(patternsOf(sites));
  return { ok: true };
}
