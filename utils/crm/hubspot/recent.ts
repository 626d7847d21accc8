import type { Changes } from '@/utils/crm/connector';
import { noteOf, type RecordType, recordTypes, remoteId } from '@/utils/crm/hubspot/activity-properties';
import type { Row } from '@/utils/crm/hubspot/answers';
import { changedPage, newestChange, timeOf } from '@/utils/crm/hubspot/changes';
import { messageIdOf } from '@/utils/crm/hubspot/find-records';
import { lookAfter } from '@/utils/crm/hubspot/look-after';
import { associated, type Wire } from '@/utils/crm/hubspot/wire';
import { packIds, unpackIds } from '@/utils/crm/id-set';
import { readMarks } from '@/utils/crm/marked-note';
import type { LoggedActivity } from '@/utils/model/contact';
import { z } from '@/utils/model/zod';

const MODIFIED = 'hs_lastmodifieddate';
const OVERLAP_MS = 5 * 60_000;
/** How far back the first run reaches: older mails are not offered. */
const FIRST_MS = 30 * 24 * 3_600_000;

/**
 * One kind after the other (`at`), each in the order of ids within what changed since. `known`: ids handed out;
 * `looked`: the last one of them that was looked after. HubSpot tells deletions by no time, so each run looks after the
 * next hundred.
 */
const Run = z.object({
  since: z.optional(z.int()),
  newest: z.optional(z.int()),
  after: z.optional(z.string()),
  looked: z.int(),
  known: z.string(),
});
const Cursor = z.object({ at: z.int(), runs: z.array(Run) });
type Cursor = z.infer<typeof Cursor>;

const types = Object.values(recordTypes);
const kindOf = { emails: 'email', meetings: 'meeting', calls: 'call' } as const;
const titleOf: Record<RecordType, string> = {
  emails: 'hs_email_subject',
  meetings: 'hs_meeting_title',
  calls: 'hs_call_title',
};
const startOf: Record<RecordType, string> = {
  emails: 'hs_timestamp',
  meetings: 'hs_meeting_start_time',
  calls: 'hs_timestamp',
};

/** Logged mails, meetings and calls that bear an id: ours, and what HubSpot's own mailbox sync brought. */
export async function recentRecords(wire: Wire, cursorText: string | null): Promise<Changes<LoggedActivity>> {
  const cursor = readCursor(cursorText);
  const type = types[cursor.at] ?? 'emails';
  const run = cursor.runs[cursor.at] ?? { looked: 0, known: '' };
  const known = unpackIds(run.known) ?? new Set<number>();
  const newest = run.newest ?? (await newestChange(wire, type, MODIFIED)).newest;
  const since = run.since ?? Math.max(newest - FIRST_MS, 0);
  const page = await changedPage(
    wire,
    type,
    [
      noteOf[type],
      titleOf[type],
      startOf[type],
      MODIFIED,
      ...(type === 'emails' ? ['hs_email_message_id'] : []),
    ],
    [{ propertyName: MODIFIED, operator: 'GTE', value: String(since) }],
    run.after,
  );
  const ours = page.rows.flatMap((row) => {
    const aliases = aliasesOf(row, noteOf[type]);
    return aliases.length > 0 ? [{ row, aliases }] : [];
  });
  const people =
    ours.length === 0
      ? new Map<string, string[]>()
      : await associated(
          wire,
          'sync',
          type,
          'contacts',
          ours.map(({ row }) => row.id),
        );
  const items = ours.map(({ row, aliases }): LoggedActivity => {
    known.add(Number(row.id));
    const at = timeOf(row.properties[startOf[type]]);
    return {
      id: remoteId(type, row.id),
      aliases,
      updatedAt: timeOf(row.properties[MODIFIED]) ?? since,
      kind: kindOf[type],
      subject: (row.properties[titleOf[type]] ?? '').slice(0, 1000),
      ...(at === undefined ? {} : { at }),
      contactIds: [...new Set(people.get(row.id))].slice(0, 50),
    };
  });
  if (page.after !== undefined) {
    const position = { ...run, since, newest, after: page.after, known: packIds(known) };
    return { items, gone: [], cursor: withRun(cursor, position, cursor.at), complete: false };
  }
  const { gone, looked } = await lookAfter(wire, type, known, run.looked);
  const last = cursor.at === types.length - 1;
  const next = {
    ...(newest > 0 ? { since: Math.max(newest - OVERLAP_MS, 0) } : {}),
    looked,
    known: packIds(known),
  };
  return {
    items,
    gone: gone.map((id) => remoteId(type, id)),
    cursor: withRun(cursor, next, last ? 0 : cursor.at + 1),
    complete: last,
  };
}

function aliasesOf(row: Row, note: string): string[] {
  const marks = readMarks(row.properties[note]);
  const messageId = messageIdOf(row);
  return [...new Set([...(messageId ? [messageId] : []), ...(marks ? [marks.key, ...marks.ids] : [])])];
}

function withRun(cursor: Cursor, run: z.infer<typeof Run>, at: number): string {
  const runs = types.map((_, index) =>
    index === cursor.at ? run : (cursor.runs[index] ?? { looked: 0, known: '' }),
  );
  return JSON.stringify({ at, runs });
}

function readCursor(text: string | null): Cursor {
  try {
    const parsed = z.safeParse(Cursor, JSON.parse(text ?? ''));
    if (parsed.success && types[parsed.data.at] !== undefined) return parsed.data;
  } catch {
    // Of another version or of nobody's making: from the beginning.
  }
  return { at: 0, runs: [] };
}
