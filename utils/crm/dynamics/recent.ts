import type { Changes } from '@/utils/crm/connector';
import { IdRow, LoggedRow, ModifiedRow } from '@/utils/crm/dynamics/answers';
import { isGuid, oneOf } from '@/utils/crm/dynamics/ids';
import { type ActivityTable, tableOf, toRemoteId } from '@/utils/crm/dynamics/records';
import type { Wire } from '@/utils/crm/dynamics/wire';
import { inTurn } from '@/utils/crm/in-turn';
import { MESSAGE_ID, readMarks } from '@/utils/crm/marked-note';
import { readPlainMarks } from '@/utils/crm/plain-note';
import type { ActivityKind } from '@/utils/model/activity';
import type { LoggedActivity } from '@/utils/model/contact';
import { z } from '@/utils/model/zod';

/*
 * Change tracking would begin with every activity that there ever was, so what was logged is read by time. It tells no
 * deletions: each run looks after some of those that were handed out.
 */

const PAGE = 500;
const LOOKED_AFTER = 50;
const MOST_KNOWN = 2000;
const DAYS_30 = 30 * 24 * 3_600_000;
/** Times are those of a transaction's beginning: a long one appears late. */
const OVERLAP_MS = 120_000;
const LOOKUP = 'odata.include-annotations="Microsoft.Dynamics.CRM.lookuplogicalname"';

/** `since`: what the run reads from; `at`, `id`: the last that was read of it. `known`: handed out, the oldest first. */
const Cursor = z.object({
  since: z.optional(z.string()),
  at: z.optional(z.string()),
  id: z.optional(z.string()),
  known: z.array(z.string()),
});
type Cursor = z.infer<typeof Cursor>;

const columns = {
  emails: ['subject', 'description', 'messageid', 'actualend'],
  appointments: ['subject', 'description', 'scheduledstart'],
  phonecalls: ['subject', 'description', 'actualstart'],
} as const satisfies Record<ActivityTable, readonly string[]>;

/** Mails, appointments and calls of the last 30 days, and since: ours and colleagues', and synchronised mail. */
export function recentActivities(wire: Wire, cursor: string | null): Promise<Changes<LoggedActivity>> {
  const kinds = ['email', 'meeting', 'call'] as const;
  return inTurn<LoggedActivity>(
    kinds.map((kind) => (from: string | null) => changesOf(wire, kind, from)),
    cursor,
  );
}

async function changesOf(
  wire: Wire,
  kind: ActivityKind,
  cursorText: string | null,
): Promise<Changes<LoggedActivity>> {
  const table = tableOf[kind];
  const cursor = readCursor(cursorText);
  const since = cursor.since ?? (await firstOf(wire, table));
  // Nothing is there yet.
  if (since === undefined) return { items: [], gone: [], cursor: JSON.stringify(cursor), complete: true };
  const { at, id } = cursor;
  const where =
    at !== undefined && id !== undefined
      ? `(modifiedon gt ${at} or (modifiedon eq ${at} and activityid gt ${id}))`
      : `modifiedon ge ${since}`;
  const rows = await wire.list(
    `${table} changes`,
    'sync',
    table,
    {
      $select: [...columns[table], 'activityid', 'statecode', '_regardingobjectid_value', 'modifiedon'].join(
        ',',
      ),
      $filter: where,
      $orderby: 'modifiedon asc,activityid asc',
      $top: String(PAGE),
    },
    LoggedRow,
    LOOKUP,
  );
  const items = rows.flatMap((row) => toLogged(kind, row) ?? []);
  const handed = items.map((item) => item.id.slice(table.length + 1));
  const known = [...new Set([...cursor.known.filter((each) => !handed.includes(each)), ...handed])];
  const last = rows.at(-1);
  if (last && rows.length === PAGE) {
    const next = { since, at: last.modifiedon, id: last.activityid, known: known.slice(-MOST_KNOWN) };
    return { items, gone: [], cursor: JSON.stringify(next), complete: false };
  }
  const { gone, rest } = await lookAfter(wire, table, known);
  const newest = last?.modifiedon ?? at;
  const next = {
    since:
      newest === undefined ? since : stampOf(Math.max(Date.parse(newest) - OVERLAP_MS, Date.parse(since))),
    known: rest.slice(-MOST_KNOWN),
  };
  return {
    items,
    gone: gone.map((each) => toRemoteId(table, each)),
    cursor: JSON.stringify(next),
    complete: true,
  };
}

async function firstOf(wire: Wire, table: ActivityTable): Promise<string | undefined> {
  const [row] = await wire.list(
    `${table} newest`,
    'sync',
    table,
    { $select: 'modifiedon', $orderby: 'modifiedon desc', $top: '1' },
    ModifiedRow,
  );
  return row && stampOf(Date.parse(row.modifiedon) - DAYS_30);
}

/** Which of the longest not looked after are no more; the others go to the end of the line. */
async function lookAfter(
  wire: Wire,
  table: ActivityTable,
  known: readonly string[],
): Promise<{ gone: string[]; rest: string[] }> {
  const some = known.slice(0, LOOKED_AFTER);
  if (some.length === 0) return { gone: [], rest: [] };
  const rows = await wire.list(
    `${table} live`,
    'sync',
    table,
    { $select: 'activityid', $filter: oneOf('activityid', some) },
    IdRow,
  );
  const live = new Set(rows.map(({ activityid }) => activityid.toLowerCase()));
  const here = some.filter((id) => live.has(id.toLowerCase()));
  return {
    gone: some.filter((id) => !live.has(id.toLowerCase())),
    rest: [...known.slice(some.length), ...here],
  };
}

/** Undefined: still open, or nothing says what it stands for. */
function toLogged(kind: ActivityKind, row: LoggedRow): LoggedActivity | undefined {
  if (row.statecode === 0) return undefined;
  const marks = kind === 'email' ? readMarks(row.description) : readPlainMarks(row.description);
  const messageId = row.messageid?.trim() ?? '';
  const aliases = [
    ...(MESSAGE_ID.test(messageId) ? [messageId] : []),
    ...(marks ? [marks.key, ...marks.ids] : []),
  ].filter((alias) => alias !== '');
  if (aliases.length === 0) return undefined;
  const at = Date.parse(row.scheduledstart ?? row.actualstart ?? row.actualend ?? '');
  const isContact = row['_regardingobjectid_value@Microsoft.Dynamics.CRM.lookuplogicalname'] === 'contact';
  return {
    id: toRemoteId(tableOf[kind], row.activityid),
    aliases: [...new Set(aliases)],
    updatedAt: Date.parse(row.modifiedon),
    kind,
    subject: (row.subject ?? '').slice(0, 1000),
    ...(Number.isNaN(at) ? {} : { at }),
    contactIds: isContact && row._regardingobjectid_value ? [row._regardingobjectid_value] : [],
  };
}

function stampOf(at: number): string {
  return new Date(at).toISOString();
}

/** What would not be ours to put into a filter starts from the beginning. */
function readCursor(text: string | null): Cursor {
  const fresh: Cursor = { known: [] };
  try {
    const parsed = z.safeParse(Cursor, JSON.parse(text ?? ''));
    if (!parsed.success) return fresh;
    const { since, at, id, known } = parsed.data;
    const times = [since, at].every((each) => each === undefined || /^[\dT:.Z-]{20,35}$/.test(each));
    return times && [...known, ...(id === undefined ? [] : [id])].every(isGuid) ? parsed.data : fresh;
  } catch {
    return fresh;
  }
}
