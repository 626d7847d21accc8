import type { Context } from '@/utils/actions/context';
import type { CrmSession } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { Activity } from '@/utils/model/activity';
import { CrmSchema } from '@/utils/model/crm-schema';
import type { IntentAnswer } from '@/utils/model/messages';
import type { CrmConnection, FieldFill } from '@/utils/model/settings';
import { updateSettings } from '@/utils/store/settings';

/*
 * What the connected CRM asks of what we write. Our pages cannot ask a session, so what it said last is stored: shown
 * field by field in the settings, and what must be filled in becomes part of the proposal.
 */

const FRESH_MS = 24 * 60 * 60_000;

/**
 * Asks the CRM for its fields where nothing is known yet, or what is known is older than a day. A CRM that does not
 * answer this is used all the same: then its refusals say what is missing.
 */
export async function noteSchema(
  { db, now }: Pick<Context, 'db' | 'now'>,
  connection: CrmConnection,
  session: CrmSession,
): Promise<void> {
  if (!session.describe) return;
  const there = await db.schemas.get(connection.account);
  if (there && Math.abs(now() - there.at) < FRESH_MS) return;
  try {
    const parsed = CrmSchema.safeParse(bounded(await session.describe()));
    if (parsed.success) await db.schemas.put({ crm: connection.account, at: now(), schema: parsed.data });
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
  }
}

/** Lists of thousands of choices are no use to anybody who has to choose. */
function bounded(schema: CrmSchema): CrmSchema {
  return Object.fromEntries(
    Object.entries(schema).map(([kind, record]) => [
      kind,
      {
        ...record,
        fields: record.fields
          .slice(0, 500)
          .map((field) => (field.choices ? { ...field, choices: field.choices.slice(0, 500) } : field)),
      },
    ]),
  );
}

/** What the rep says once goes into this field of every record of this kind. */
export async function fillFields({ db, book }: Context, fills: FieldFill[]): Promise<IntentAnswer> {
  await updateSettings(db, book, (settings) => ({ ...settings, crm: { ...settings.crm, fills } }));
  return { ok: true };
}

/** The activity with what the rep said once for every one of its kind; what they wrote into this one goes before it. */
export function filled(activity: Activity, { fills = [] }: CrmConnection): Activity {
  const ours = fills.filter(({ kind, value }) => kind === activity.kind && value !== '');
  if (ours.length === 0) return activity;
  const fields = Object.fromEntries(ours.map(({ field, value }) => [field, value]));
  return { ...activity, fields: { ...fields, ...activity.fields } };
}
