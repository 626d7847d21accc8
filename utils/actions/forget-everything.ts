import type { Context } from '@/utils/actions/context';
import { emptyBook, leavePractice } from '@/utils/actions/practice';
import { readSites } from '@/utils/actions/read-sites';
import { wipe } from '@/utils/crm/notebook/book';
import type { IntentAnswer } from '@/utils/model/messages';

/**
 * Forgets everything: both books with all their tables, both notebooks, keys, settings and consent, what the session
 * holds, registered scripts and granted hosts. Tables are emptied rather than deleted, so that open pages show it at
 * once. A request that is on its way finds no entry to write its answer to.
 */
export async function forgetEverything(context: Context, practice: Context): Promise<IntentAnswer> {
  await emptyBook(context.db);
  await wipe('real');
  await leavePractice(practice);
  await context.browser.clearSession();
  await readSites(context);
  const granted = await context.browser.grantedOrigins();
  // One by one: a host that the browser does not let go of must not keep the others.
  for (const origin of granted) await context.browser.giveBackOrigins([origin]);
  await context.browser.showBadge(0);
  return { ok: true };
}
