import { isUuid, uuidOf } from '@/utils/crm/twenty/uuid-of';
import { inParts, type TargetColumns, type Wire } from '@/utils/crm/twenty/wire';
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

/** A row of `noteTargets` or `taskTargets`. Its id is made from both ends: to write it twice is no harm. */
export function tieRows(
  what: 'note' | 'task',
  columns: TargetColumns,
  records: { id: string; targets: Target[] }[],
): Promise<Record<string, string>[]> {
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

/** Ties notes or tasks to their records; what is tied already stays so (`upsert`). */
export async function tie(wire: Wire, what: 'note' | 'task', rows: Record<string, string>[]): Promise<void> {
  const name = what === 'note' ? 'NoteTarget' : 'TaskTarget';
  await inParts(rows, async (part) => {
    await wire.ask({
      step: `${what} targets`,
      purpose: what === 'note' ? 'log' : 'task',
      query: `mutation Tie($ties: [${name}CreateInput!]!) { create${name}s(data: $ties, upsert: true) { id } }`,
      variables: { ties: part },
      fields: [`${what}Id`],
      answer: z.unknown(),
    });
    return [];
  });
}
