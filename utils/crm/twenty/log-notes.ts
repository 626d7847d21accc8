import type { Logged } from '@/utils/crm/connector';
import { Row } from '@/utils/crm/twenty/answers';
import { isDuplicate } from '@/utils/crm/twenty/faults';
import { noteBody, storable } from '@/utils/crm/twenty/note-body';
import { noteIdsOf } from '@/utils/crm/twenty/note-ids';
import { liveAmong, type NoteThere, notesUnder, removeNote } from '@/utils/crm/twenty/notes';
import type { TwentyEntry } from '@/utils/crm/twenty/schema';
import { type Target, tie, tieRows, tiesOf } from '@/utils/crm/twenty/targets';
import { isUuid } from '@/utils/crm/twenty/uuid-of';
import { attempt, PAGE, type TargetColumns, type Wire } from '@/utils/crm/twenty/wire';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

type Answer = Logged | { fault: Fault };

/** A note to be written. */
interface Draft {
  id: string;
  title: string;
  bodyV2: { blocknote: string; markdown: null };
  targets: Target[];
  /** What the rep filled in besides. */
  own: TwentyEntry['own'];
}

/**
 * Creates each note with its targets. Four requests for up to twenty: the columns (once a session), whom they are about,
 * whether they are there, and the notes with their targets. Twenty takes all or none of a list, so where it takes none
 * each is tried alone.
 */
export async function logNotes(wire: Wire, entries: TwentyEntry[]): Promise<Answer[]> {
  const columns = await wire.targets();
  const live = await liveTargets(wire, entries);
  const idsOf = await Promise.all(entries.map(noteIdsOf));
  const there = await notesUnder(wire, idsOf.flat());

  const answers: (Answer | Draft)[] = [];
  const fresh = new Map<string, Draft>();
  for (const [index, entry] of entries.entries()) {
    const draft = draftOf(entry, idsOf[index]?.[0] ?? '', live);
    const note = idsOf[index]?.map((id) => there.get(id)).find((each) => each?.live);
    if ('fault' in draft) {
      // An earlier request ended halfway, and now there is nobody left to tie it to.
      if (note && !note.tied) await attempt(removeNote(wire, note.id));
      answers.push(draft);
    } else if (note?.tied) answers.push({ remoteId: note.id, created: false });
    else if (note || there.has(draft.id)) answers.push(await logOne(wire, columns, draft, note));
    else {
      answers.push(draft);
      fresh.set(draft.id, draft);
    }
  }
  return createFresh(wire, columns, answers, fresh);
}

/** Creates what is left of a batch, together where that goes. The same mail twice in one batch is one note. */
async function createFresh(
  wire: Wire,
  columns: TargetColumns,
  answers: (Answer | Draft)[],
  fresh: Map<string, Draft>,
): Promise<Answer[]> {
  const together = fresh.size > 1 ? await createAll(wire, columns, [...fresh.values()]) : null;
  const said = new Set<string>();
  const result: Answer[] = [];
  for (const answer of answers) {
    if (!('targets' in answer)) result.push(answer);
    else if (typeof together === 'object' && together !== null) result.push(together);
    else if (said.has(answer.id)) result.push({ remoteId: answer.id, created: false });
    else {
      const one = together
        ? { remoteId: answer.id, created: true }
        : await logOne(wire, columns, answer, undefined);
      if (!('fault' in one)) said.add(answer.id);
      result.push(one);
    }
  }
  return result;
}

/** The records that entries name and that are live: what lies in the trash cannot be logged on. */
async function liveTargets(wire: Wire, entries: TwentyEntry[]): Promise<Set<string>> {
  const ids = (pick: (entry: TwentyEntry) => (string | undefined)[]) => entries.flatMap(pick).filter(isUuid);
  const people = ids(({ activity }) => activity.contactIds);
  const companies = ids(({ activity }) => [activity.companyId]);
  const deals = ids(({ activity }) => [activity.dealId]);
  return new Set([
    ...(await liveAmong(wire, 'people', people)),
    ...(await liveAmong(wire, 'companies', companies)),
    ...(await liveAmong(wire, 'opportunities', deals)),
  ]);
}

function draftOf(entry: TwentyEntry, id: string, live: Set<string>): Draft | { fault: Fault } {
  const { activity } = entry;
  const wanted = tiesOf(activity);
  const targets = wanted.filter((target) => live.has(target.id));
  if (wanted.length === 0) return { fault: { kind: 'refused', reason: 'no-contact', field: 'contactIds' } };
  if (targets.length === 0) return { fault: { kind: 'gone' } };
  return {
    id,
    title: storable(activity.subject),
    bodyV2: { blocknote: noteBody(activity, entry.aliases), markdown: null },
    targets,
    own: entry.own,
  };
}

/** Null where each has to be tried alone; a fault where it is one that each would get. */
async function createAll(
  wire: Wire,
  columns: TargetColumns,
  drafts: Draft[],
): Promise<'created' | null | { fault: Fault }> {
  const made = await attempt(create(wire, columns, drafts));
  if (!('fault' in made)) return 'created';
  const { fault } = made;
  const aboutOne = fault.kind === 'refused' || fault.kind === 'not-permitted' || fault.kind === 'gone';
  return aboutOne ? null : { fault };
}

/** One note: created; or brought back from the trash; or, where it was left without targets, tied. */
async function logOne(
  wire: Wire,
  columns: TargetColumns,
  draft: Draft,
  there: NoteThere | undefined,
): Promise<Answer> {
  if (there) return halfway(wire, columns, { ...draft, id: there.id }, true);
  const made = await attempt(create(wire, columns, [draft]));
  if (!('fault' in made)) return { remoteId: draft.id, created: true };
  if (!isDuplicate(made.fault)) return made;
  // Somebody was faster, or it lies in the trash.
  const read = await attempt(notesUnder(wire, [draft.id]));
  if ('fault' in read) return read;
  const note = read.value.get(draft.id);
  if (!note) return made;
  return note.live ? halfway(wire, columns, draft, false) : restore(wire, columns, draft);
}

/** A note that is live gets its ties: an earlier request may have ended before them. */
async function halfway(wire: Wire, columns: TargetColumns, draft: Draft, created: boolean): Promise<Answer> {
  const tied = await attempt(tieRows('note', columns, [draft]).then((ties) => tie(wire, 'note', ties)));
  return 'fault' in tied ? tied : { remoteId: draft.id, created };
}

async function restore(wire: Wire, columns: TargetColumns, draft: Draft): Promise<Answer> {
  const { id, title, bodyV2, own } = draft;
  const restored = await attempt(
    wire.ask({
      step: 'note restore',
      purpose: 'log',
      query: `mutation Restore($id: UUID!, $data: NoteUpdateInput!) {
  restoreNote(id: $id) { id }
  updateNote(id: $id, data: $data) { id }
}`,
      variables: { id, data: { ...own, title, bodyV2 } },
      fields: [...Object.keys(own), 'title', 'bodyV2'],
      answer: z.unknown(),
    }),
  );
  return 'fault' in restored ? restored : halfway(wire, columns, draft, true);
}

/**
 * Inserts notes, all or none, and their ties, in one request: an answer that is lost leaves nothing half done. An id
 * that is taken is refused; ties that are there, or that do not fit into one request, follow.
 */
async function create(wire: Wire, columns: TargetColumns, drafts: Draft[]): Promise<void> {
  const ties = await tieRows('note', columns, drafts);
  const { createNoteTargets: tied } = await wire.ask({
    step: 'note create',
    purpose: 'log',
    query: `mutation Log($notes: [NoteCreateInput!]!, $ties: [NoteTargetCreateInput!]!) {
  createNotes(data: $notes) { id }
  createNoteTargets(data: $ties) { id }
}`,
    variables: {
      notes: drafts.map(({ id, title, bodyV2, own }) => ({ ...own, id, title, bodyV2 })),
      ties: ties.slice(0, PAGE),
    },
    fields: [...new Set(drafts.flatMap(({ own }) => Object.keys(own))), 'title', 'bodyV2', 'noteId'],
    answer: created,
    decides: 'createNotes',
  });
  await tie(wire, 'note', tied ? ties.slice(PAGE) : ties);
}

const created = z.object({ createNoteTargets: z.nullish(z.array(Row)) });
