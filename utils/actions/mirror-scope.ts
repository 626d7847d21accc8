import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { connectorById } from '@/utils/crm/connector-by-id';
import type { IntentAnswer } from '@/utils/model/messages';
import type { MirrorScope } from '@/utils/model/mirror-scope';
import type { CrmConnection } from '@/utils/model/settings';
import { getSettings, updateSettings } from '@/utils/store/settings';

/** Whose contacts are mirrored from this CRM: what the rep chose, where the CRM can be asked so; else all. */
export async function scopeOf({ connector, scope = 'all' }: CrmConnection): Promise<MirrorScope> {
  return (await connectorById(connector))?.scopes.includes(scope) ? scope : 'all';
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
