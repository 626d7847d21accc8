import { fail } from '@/utils/crm/errors';
import { isDuplicate } from '@/utils/crm/twenty/faults';
import { isUuid, uuidOf } from '@/utils/crm/twenty/uuid-of';
import { attempt, inParts, type TargetColumns, type Wire } from '@/utils/crm/twenty/wire';
import { z } from '@/utils/model/zod';

/** Whom a note or a task is about. */
export interface Target {
  column: keyof TargetColumns;
  id: string;
}

/** People that one note is tied to. A mail to hundreds is logged on the first of them. */
const MOST_PEOPLE = 20;

/** Everybody and everything that it is about: people, company, deal. What is no id of Twenty's is left out. */
export function tiesOf(about: { contactIds: string[]; companyId?: string; dealId?: string }): Target[] {
  const people = about.contactIds.filter(isUuid).slice(0, MOST_PEOPLE);
  return [
    ...[...new Set(people)].map((id): Target => ({ column: 'person', id })),
    ...(isUuid(about.companyId) ? [{ column: 'company' as const, id: about.companyId }] : []),
    ...(isUuid(about.dealId) ? [{ column: 'opportunity' as const, id: about.dealId }] : []),
  ];
}

/** A row of `noteTargets` or `taskTargets`. Its id is made from both ends: a second one is refused. */
export interface Tie extends Record<string, string> {
  id: string;
}

export function tieRows(
  what: 'note' | 'task',
  columns: TargetColumns,
  records: { id: string; targets: Target[] }[],
): Promise<Tie[]> {
  return Promise.all(
    records.flatMap(({ id, targets }) =>
      targets.map(async (target) => ({
        id: await uuidOf('tie', what, id, target.id),
        [`${what}Id`]: id,
        [columns[target.column]]: target.id,
      })),
    ),
  );
}

/**
 * Ties notes or tasks to their records; what is tied already stays so. Not by `upsert`: Twenty's fails on targets that
 * are there ("Missing createdBy field metadata", tried on 2025-09's).
 */
export async function tie(wire: Wire, what: 'note' | 'task', rows: Tie[]): Promise<void> {
  await inParts(rows, async (part) => {
    const together = await attempt(insert(wire, what, part));
    if (!('fault' in together)) return [];
    if (!isDuplicate(together.fault)) return fail(together.fault);
    for (const row of part) {
      const alone = await attempt(insert(wire, what, [row]));
      if (!('fault' in alone)) continue;
      if (!isDuplicate(alone.fault)) return fail(alone.fault);
      await retie(wire, what, row);
    }
    return [];
  });
}

async function insert(wire: Wire, what: 'note' | 'task', ties: Tie[]): Promise<void> {
  const name = nameOf(what);
  await wire.ask({
    step: `${what} targets`,
    purpose: what === 'note' ? 'log' : 'task',
    query: `mutation Tie($ties: [${name}CreateInput!]!) { create${name}s(data: $ties) { id } }`,
    variables: { ties },
    fields: [`${what}Id`],
    answer: z.unknown(),
  });
}

/** A tie that is there: live already, in the trash, or left over from a note that somebody destroyed. */
async function retie(wire: Wire, what: 'note' | 'task', { id, ...data }: Tie): Promise<void> {
  const name = nameOf(what);
  await wire.ask({
    step: `${what} target again`,
    purpose: what === 'note' ? 'log' : 'task',
    query: `mutation Retie($id: UUID!, $data: ${name}UpdateInput!) {
  restore${name}(id: $id) { id }
  update${name}(id: $id, data: $data) { id }
}`,
    variables: { id, data },
    fields: [`${what}Id`],
    answer: z.unknown(),
  });
}

function nameOf(what: 'note' | 'task'): 'NoteTarget' | 'TaskTarget' {
  return what === 'note' ? 'NoteTarget' : 'TaskTarget';
}
