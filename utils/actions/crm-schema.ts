import type { Context } from '@/utils/actions/context';
import type { CrmSession } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { Activity } from '@/utils/model/activity';
import { CrmSchema, type WrittenKind } from '@/utils/model/crm-schema';
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

/** What this account said within the last day, so that a new worker need not ask again before it writes. */
export async function keptSchema(
  { db, now }: Pick<Context, 'db' | 'now'>,
  account: CrmConnection['account'],
): Promise<CrmSchema | null> {
  const there = await db.schemas.get(account);
  return there && Math.abs(now() - there.at) < FRESH_MS ? there.schema : null;
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

/** What the rep said once for every record of a kind that is no activity, and what they wrote into this one before it. */
export function saidOnce(
  kind: WrittenKind,
  fields: Readonly<Record<string, string>> | undefined,
  { fills = [] }: Pick<CrmConnection, 'fills'>,
): { fields?: Record<string, string> } {
  const always = fills.filter((fill) => fill.kind === kind && fill.from === undefined && fill.value !== '');
  const all = { ...Object.fromEntries(always.map(({ field, value }) => [field, value])), ...fields };
  return Object.keys(all).length > 0 ? { fields: all } : {};
}

/** The activity with what the rep said once for every one of its kind; what they wrote into this one goes before it. */
export function filled(activity: Activity, { fills = [] }: CrmConnection): Activity {
  return withFills(activity, fills);
}

/** The same for one that is logged already: what never changes is the CRM's by now, what follows from it is said anew. */
export function refilled(activity: Activity, { fills = [] }: CrmConnection): Activity {
  return withFills(
    activity,
    fills.filter(({ from }) => from !== undefined),
  );
}

function withFills(activity: Activity, fills: readonly FieldFill[]): Activity {
  const said = fills.flatMap((fill): [string, string][] => {
    const value = fill.kind === activity.kind ? saidBy(fill, activity) : '';
    return value === '' ? [] : [[fill.field, value]];
  });
  if (said.length === 0) return activity;
  return { ...activity, fields: { ...Object.fromEntries(said), ...activity.fields } };
}

function saidBy({ from, value, words = {} }: FieldFill, activity: Activity): string {
  const { summary, nextStep, outcome, direction } = activity;
  switch (from) {
    case undefined:
      return value;
    case 'ask':
      return '';
    case 'summary':
      return summary.trim();
    case 'nextStep':
      return nextStep?.text ?? '';
    case 'nextStepDue':
      return nextStep?.due ?? '';
    case 'outcome':
      return outcome === undefined ? '' : (words[outcome] ?? '');
    case 'direction':
      return words[direction] ?? '';
  }
}
