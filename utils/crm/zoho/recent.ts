import type { Changes } from '@/utils/crm/connector';
import { inTurn } from '@/utils/crm/in-turn';
import { readPlainMarks, timeIn } from '@/utils/crm/plain-note';
import { LoggedRow } from '@/utils/crm/zoho/answers';
import { changes, type Source } from '@/utils/crm/zoho/delta';
import { moduleOf, toRemoteId } from '@/utils/crm/zoho/records';
import type { Wire } from '@/utils/crm/zoho/wire';
import type { ActivityKind } from '@/utils/model/activity';
import type { LoggedActivity } from '@/utils/model/contact';

const DAYS_30 = 30 * 24 * 3_600_000;
const fields = {
  email: ['Subject', 'Due_Date', 'Description', 'Who_Id'],
  meeting: ['Event_Title', 'Start_DateTime', 'Description', 'Who_Id'],
  call: ['Subject', 'Call_Start_Time', 'Description', 'Who_Id'],
} as const satisfies Record<ActivityKind, readonly string[]>;

/** Records of one module that bear our line, colleagues' too. COQL cannot look into a description: they are read. */
function sourceOf(kind: ActivityKind): Source<LoggedRow, LoggedActivity> {
  const module = moduleOf[kind];
  return {
    module,
    fields: fields[kind],
    row: LoggedRow,
    firstMs: DAYS_30,
    idOf: (id) => toRemoteId(module, id),
    toItem(row) {
      const marks = readPlainMarks(row.Description);
      if (!marks) return undefined;
      // A task knows the day alone; our own text the time.
      const day = row.Due_Date ? `${row.Due_Date}T12:00:00Z` : undefined;
      const at =
        timeIn(row.Description ?? '') ?? Date.parse(row.Start_DateTime ?? row.Call_Start_Time ?? day ?? '');
      return {
        id: toRemoteId(module, row.id),
        aliases: [marks.key, ...marks.ids].filter((alias) => alias !== ''),
        updatedAt: Date.parse(row.Modified_Time),
        kind,
        subject: (row.Subject ?? row.Event_Title ?? '').slice(0, 1000),
        ...(Number.isNaN(at) ? {} : { at }),
        contactIds: row.Who_Id ? [row.Who_Id.id] : [],
      };
    },
  };
}

const kinds = ['email', 'meeting', 'call'] as const;

/** What was logged in the last 30 days, and since. */
export function recentActivities(wire: Wire, cursor: string | null): Promise<Changes<LoggedActivity>> {
  return inTurn<LoggedActivity>(
    kinds.map((kind) => (from: string | null) => changes(wire, sourceOf(kind), from)),
    cursor,
  );
}
