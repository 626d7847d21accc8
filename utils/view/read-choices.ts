import { correctionId } from '@/utils/store/corrections';
import type { Correction, Database } from '@/utils/store/database';

/** One press of the rep: whom or what they chose, and for whom. */
export interface Choice {
  /** Of any of its corrections: they are forgotten together. */
  id: string;
  kind: Correction['kind'];
  /** Addresses; of a deal the thread's subject, where a proposal of it is still there. */
  about: string[];
  chosen: string;
  at: number;
}

const MOST = 200;

/** The rep's choices, newest first. To be called in a live query. */
export async function readChoices(db: Database): Promise<Choice[]> {
  const rows = await db.corrections.orderBy('at').reverse().limit(MOST).toArray();
  const presses = new Map<string, { first: Correction; about: string[] }>();
  for (const row of rows) {
    const press = `${row.at} ${row.kind} ${row.chosenId}`;
    const there = presses.get(press) ?? { first: row, about: [] };
    there.about.push(row.id.slice(correctionId(row.kind, row.crm, '').length));
    presses.set(press, there);
  }
  return Promise.all(
    [...presses.values()].map(async ({ first, about }) => {
      const { id, kind, chosenName, at } = first;
      return {
        id,
        kind,
        chosen: chosenName,
        at,
        about: kind === 'deal' ? await subjectOf(db, about) : about,
      };
    }),
  );
}

async function subjectOf(db: Database, threadIds: string[]): Promise<string[]> {
  const proposal = await db.proposals.where('threadIds').anyOf(threadIds).first();
  return proposal?.activity.subject ? [proposal.activity.subject] : [];
}
