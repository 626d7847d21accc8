import { faultProblem, problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { connectorById } from '@/utils/crm/connector-by-id';
import { CrmFault } from '@/utils/crm/errors';
import type { IntentAnswer } from '@/utils/model/messages';
import type { MirrorScope } from '@/utils/model/mirror-scope';
import type { CrmConnection } from '@/utils/model/settings';
import { getSettings, updateSettings } from '@/utils/store/settings';
import { scopeNow } from '@/utils/sync/mirror-round';

/** Whose contacts are mirrored from this CRM: what the rep chose, where the CRM can be asked so; else all. */
export async function scopeOf({ connector, scope = 'all' }: CrmConnection): Promise<MirrorScope> {
  return (await connectorById(connector))?.scopes.includes(scope) ? scope : 'all';
}

/** How many contacts each choice would bring, where the CRM counts them; asked when the rep opens the choice. */
export async function countScopes(context: Context): Promise<IntentAnswer> {
  const { crm } = await getSettings(context.db, context.book);
  const { scopes } = (await connectorById(crm.connector)) ?? { scopes: [] };
  try {
    const { contacts } = await context.session();
    const contactCounts: { scope: MirrorScope; count: number }[] = [];
    // One after the other: a choice is no reason to ask a CRM faster than a mirror does.
    for (const scope of contacts.count ? scopes : []) {
      const count = await contacts.count?.(scopeNow({ scope, now: context.now }));
      if (count !== undefined) contactCounts.push({ scope, count });
    }
    return { ok: true, contactCounts };
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return faultProblem(error.fault);
  }
}

/** The rep wants others mirrored: all is read anew, and proposals are matched with what that brings and takes. */
export async function chooseScope(context: Context, scope: MirrorScope): Promise<IntentAnswer> {
  const { db, book } = context;
  const { crm } = await getSettings(db, book);
  if (!(await connectorById(crm.connector))?.scopes.includes(scope)) return problem('malformed');
  await updateSettings(db, book, (settings) => ({ ...settings, crm: { ...settings.crm, scope } }));
  context.syncSoon();
  return { ok: true };
}
