import type { ActivityToLog, Changes, Found, Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { listOf, Note, NoteState, RecentNote, Rows } from '@/utils/crm/twenty/answers';
import { changes } from '@/utils/crm/twenty/delta';
import { aliasesOf, factsIn, OURS, storable, updatedBody } from '@/utils/crm/twenty/note-body';
import { noteIdsOf } from '@/utils/crm/twenty/note-ids';
import type { TwentyEntry } from '@/utils/crm/twenty/schema';
import { isUuid } from '@/utils/crm/twenty/uuid-of';
import { attempt, inParts, LIVE_OR_TRASHED, type Wire } from '@/utils/crm/twenty/wire';
import type { LoggedActivity } from '@/utils/model/contact';
import { z } from '@/utils/model/zod';

/** How many entries one find asks for, each under up to three ids, and how many one log creates with their targets. */
export const batch = { find: 60, log: 20 };

/** A note under one of our ids. `tied`: it hangs on somebody; one that does not was left behind halfway. */
export interface NoteThere {
  id: string;
  live: boolean;
  tied: boolean;
}

const states = z.object({ notes: listOf(NoteState) });

/** The notes under these ids, those in the trash too. */
export async function notesUnder(wire: Wire, ids: string[]): Promise<Map<string, NoteThere>> {
  const rows = await inParts([...new Set(ids)], async (part) => {
    const { notes } = await wire.ask({
      step: 'note find',
      purpose: 'find',
      query: `query Find($filter: NoteFilterInput, $first: Int) {
  notes(filter: $filter, first: $first) {
    edges { node { id deletedAt noteTargets { edges { node { id } } } } }
  }
}`,
      variables: { filter: { and: [{ id: { in: part } }, LIVE_OR_TRASHED] }, first: part.length },
      fields: ['id'],
      answer: states,
    });
    return notes.edges.map(({ node }) => node);
  });
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, live: !row.deletedAt, tied: (row.noteTargets?.edges.length ?? 0) > 0 },
    ]),
  );
}

/** The entries that are in Twenty, live, and tied to somebody. */
export async function findLogged(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const idsOf = await Promise.all(entries.map(noteIdsOf));
  const there = await notesUnder(wire, idsOf.flat());
  const found: Found = new Map();
  for (const [index, entry] of entries.entries()) {
    const note = idsOf[index]?.map((id) => there.get(id)).find((each) => each?.live && each.tied);
    if (note) found.set(entry.key, note.id);
  }
  return found;
}

/**
 * The same for entries that were handed over without an answer. A note that hangs on nobody is what is left of a request
 * that ended halfway: it goes, or an entry that was taken back meanwhile would leave it behind. Whose a note is Twenty
 * does not tell where members share a key.
 */
export async function readBack(wire: Wire, entries: ActivityToLog[]): Promise<Map<string, Logged>> {
  const idsOf = await Promise.all(entries.map(noteIdsOf));
  const there = await notesUnder(wire, idsOf.flat());
  const found = new Map<string, Logged>();
  for (const [index, { key }] of entries.entries()) {
    for (const note of (idsOf[index] ?? []).flatMap((id) => there.get(id) ?? [])) {
      if (!note.live) continue;
      if (!note.tied) await removeNote(wire, note.id);
      else if (!found.has(key)) found.set(key, { remoteId: note.id, created: true });
    }
  }
  return found;
}

const bodies = z.object({ notes: listOf(Note) });

/** Makes a note say what the activity says now. */
export async function updateNote(wire: Wire, remoteId: string, entry: TwentyEntry): Promise<void> {
  if (!isUuid(remoteId)) return fail({ kind: 'gone' });
  // An update would also write into the trash and not say so.
  const { notes } = await wire.ask({
    step: 'note read',
    purpose: 'find',
    query: `query Read($filter: NoteFilterInput) {
  notes(filter: $filter, first: 1) { edges { node { id updatedAt deletedAt bodyV2 { blocknote } } } }
}`,
    variables: { filter: { id: { eq: remoteId } } },
    answer: bodies,
  });
  const note = notes.edges[0]?.node;
  if (!note) return fail({ kind: 'gone' });
  const { activity, aliases } = entry;
  const data = {
    ...entry.own,
    ...(activity.subject.trim() === '' ? {} : { title: storable(activity.subject) }),
    bodyV2: { blocknote: updatedBody(note.bodyV2?.blocknote, activity, aliases), markdown: null },
  };
  await wire.ask({
    step: 'note update',
    purpose: 'log',
    query: 'mutation Update($id: UUID!, $data: NoteUpdateInput!) { updateNote(id: $id, data: $data) { id } }',
    variables: { id: remoteId, data },
    fields: Object.keys(data),
    answer: z.unknown(),
  });
}

/**
 * Destroys a note that Sidelog created: what was taken back must not lie about in the trash. Where the key's role may
 * not destroy, it goes to the trash. What is gone already is fine.
 */
export async function removeNote(wire: Wire, remoteId: string): Promise<void> {
  await destroy(wire, 'note', remoteId);
}

/** The same for a note and a task. */
export async function destroy(wire: Wire, what: 'note' | 'task', id: string): Promise<void> {
  if (!isUuid(id)) return;
  const name = what === 'note' ? 'Note' : 'Task';
  const remove = (verb: 'destroy' | 'delete', ties: string) =>
    attempt(
      wire.ask({
        step: `${what} ${verb}`,
        purpose: 'remove',
        query: `mutation Remove($id: UUID!) { ${ties} ${verb}${name}(id: $id) { id } }`,
        variables: { id },
        answer: z.unknown(),
      }),
    );
  // Twenty leaves the ties of what is destroyed behind, tied to nothing.
  const ties = `destroy${name}Targets(filter: { ${what}Id: { eq: $id } }) { id }`;
  const destroyed = await remove('destroy', ties);
  if (!('fault' in destroyed) || destroyed.fault.kind === 'gone') return;
  if (destroyed.fault.kind !== 'not-permitted') return fail(destroyed.fault);
  const deleted = await remove('delete', '');
  if ('fault' in deleted && deleted.fault.kind !== 'gone') fail(deleted.fault);
}

/** Notes of Sidelog's making, by whomever, with the ids under which they were logged. */
export async function noteChanges(wire: Wire, cursor: string | null): Promise<Changes<LoggedActivity>> {
  const { person } = await wire.targets();
  return changes(
    wire,
    {
      list: 'notes',
      filterType: 'NoteFilterInput',
      fields: `id updatedAt deletedAt title bodyV2 { blocknote }
  noteTargets { edges { node { person: ${person} } } }`,
      row: RecentNote,
      only: { bodyV2: { blocknote: { ilike: OURS } } },
      toItem: ({ id, updatedAt, title, bodyV2, noteTargets }) => {
        const aliases = aliasesOf(bodyV2?.blocknote).filter((alias) => alias !== '' && alias.length <= 1000);
        if (aliases.length === 0) return undefined;
        const people = (noteTargets?.edges ?? []).flatMap(({ node }) => node.person ?? []);
        return {
          id,
          aliases,
          updatedAt: Date.parse(updatedAt),
          ...factsIn(bodyV2?.blocknote),
          subject: (title ?? '').slice(0, 1000),
          contactIds: [...new Set(people)].slice(0, 50),
        };
      },
    },
    cursor,
  );
}

/** Which of these records of one kind are live. */
export async function liveAmong(
  wire: Wire,
  list: 'people' | 'companies' | 'opportunities',
  ids: string[],
): Promise<Set<string>> {
  const type = { people: 'Person', companies: 'Company', opportunities: 'Opportunity' }[list];
  const answer = z.object({ list: Rows });
  const rows = await inParts([...new Set(ids)], async (part) => {
    const page = await wire.ask({
      step: `${list} exist`,
      purpose: 'find',
      query: `query Live($filter: ${type}FilterInput, $first: Int) {
  list: ${list}(filter: $filter, first: $first) { edges { node { id } } }
}`,
      variables: { filter: { id: { in: part } }, first: part.length },
      answer,
    });
    return page.list.edges.map(({ node }) => node.id);
  });
  return new Set(rows);
}
