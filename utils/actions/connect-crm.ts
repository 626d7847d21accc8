import { faultProblem, problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { noteSchema } from '@/utils/actions/crm-schema';
import { learnOwnAddresses } from '@/utils/actions/gate-settings';
import { rematchAll } from '@/utils/actions/rematch-proposals';
import { reopenUnsent, resumeAccount } from '@/utils/actions/retry-entry';
import { signInTo } from '@/utils/actions/sign-in-crm';
import { offerTransfer } from '@/utils/actions/transfer-notebook';
import { SettingsProblem } from '@/utils/crm/connector';
import { connectorById } from '@/utils/crm/connector-by-id';
import { CrmFault } from '@/utils/crm/errors';
import type { IntentAnswer } from '@/utils/model/messages';
import type { CrmConnection } from '@/utils/model/settings';
import { forgetMirror } from '@/utils/store/contacts';
import { getSettings, notebookConnection, updateSettings } from '@/utils/store/settings';

/**
 * Connects a CRM: asks it who we are, and only then stores the connection. The browser's permission for its host was
 * asked for by the page, in the click (`requestCrmAccess`); here it is only checked.
 */
export async function connectCrm(
  context: Context,
  connectorId: string,
  settings: Record<string, string>,
): Promise<IntentAnswer> {
  const connector = await connectorById(connectorId);
  if (!connector) return problem('malformed');
  try {
    const origins = connector.origins(settings);
    if (!(await context.browser.hasCrmAccess(origins))) return problem('no-permission', ...origins);
    const { db, book, newId, now, browser } = context;
    const world = { db, book, newId, now, browser, hasCrmAccess: browser.hasCrmAccess };
    const tokens = await signInTo(connector, settings, world);
    if (tokens === null) return problem('sign-in-closed', connector.name);
    const draft: CrmConnection = {
      connector: connectorId,
      account: connectorId,
      settings,
      ...(tokens ? { tokens } : {}),
      userName: '',
      connectedAt: context.now(),
    };
    const session = await context.sessionOf(draft);
    const { account, userName, address } = await session.whoAmI();
    const kinds = [...session.activities.kinds];
    const connection = { ...draft, account, userName: userName.slice(0, 300), kinds };
    await useConnection(context, connection);
    await noteSchema(context, connection, session);
    await offerTransfer(context);
    if (address) await learnOwnAddresses(context, [address]);
    return { ok: true, userName: userName.slice(0, 300) };
  } catch (error) {
    if (error instanceof SettingsProblem) return problem(error.code);
    if (!(error instanceof CrmFault)) throw error;
    return error.fault.kind === 'not-understood'
      ? problem('not-that-crm', connector.name)
      : faultProblem(error.fault);
  }
}

/** Goes back to the notebook. The key is forgotten with the connection, the mirror with it, and its host given back. */
export async function disconnectCrm(context: Context): Promise<IntentAnswer> {
  const { crm } = await getSettings(context.db, context.book);
  if (crm.connector === 'notebook') return { ok: true };
  await useConnection(context, notebookConnection(context.book));
  const origins = (await connectorById(crm.connector))?.origins(crm.settings) ?? [];
  await context.browser.giveBackOrigins(origins);
  return { ok: true };
}

function kept({ fills, firstLog, scope }: CrmConnection): Partial<CrmConnection> {
  return {
    ...(fills ? { fills } : {}),
    ...(firstLog ? { firstLog } : {}),
    ...(scope ? { scope } : {}),
  };
}

/**
 * What was confirmed for another account and never sent there is open again: the rep said "into that CRM", not into
 * this one. What may have arrived there waits until that account is back.
 */
async function useConnection(context: Context, connection: CrmConnection): Promise<void> {
  const { db, book } = context;
  const before = (await getSettings(db, book)).crm;
  await updateSettings(db, book, ({ declinedUpdates, ...settings }) => ({
    ...settings,
    // The same account again: what the rep said of its fields holds.
    crm: settings.crm.account === connection.account ? { ...kept(settings.crm), ...connection } : connection,
    // Another account has other contacts.
    ...(declinedUpdates && settings.crm.account === connection.account ? { declinedUpdates } : {}),
  }));
  if (before.account !== connection.account) {
    await reopenUnsent(db, before.account, context.now());
    await forgetMirror(db, before.account);
    await rematchAll(context);
  }
  await resumeAccount(db, connection.account, context.now());
  context.nudge();
  context.syncSoon();
}
