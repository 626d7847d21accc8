import { Activity } from '@/utils/model/activity';
import { Company, Contact, CrmAccountId, Task } from '@/utils/model/contact';
import { ThreadTurn } from '@/utils/model/follow-up';
import { LedgerLine } from '@/utils/model/ledger';
import { MirrorScope } from '@/utils/model/mirror-scope';
import { DeclinedUpdate, FieldFill, Settings } from '@/utils/model/settings';
import { instant, list, someText, text, z } from '@/utils/model/zod';

/*
 * The one file that takes everything of the rep's along. It is a door: what is brought in may come from anywhere. Every
 * part is picked by name, so that a key, a token or a consent cannot slip in with something new.
 */

export const BACKUP_FORMAT = 'sidelog';
/** Bump when the shape changes in a way that an older Sidelog would read wrongly. */
export const BACKUP_VERSION = 1;
/** The largest file that is read, in bytes: some ten years of a busy notebook. */
export const MOST_BACKUP_BYTES = 100_000_000;

/** What is read first, of a file of any version. */
export const BackupHead = z.object({ format: z.literal(BACKUP_FORMAT), version: z.int() });

/** The settings that belong to the rep and not to this browser or to its connection. */
export const PortableSettings = z.pick(Settings, {
  ownAddresses: true,
  ownDomains: true,
  neverLog: true,
  overruled: true,
  logText: true,
  undoSeconds: true,
  notesTemplate: true,
  mark: true,
  workingHours: true,
  holidays: true,
  quietDays: true,
  morningNote: true,
});
export type PortableSettings = z.infer<typeof PortableSettings>;

/** An entry of the notebook. */
export const BackupActivity = z.object({
  key: someText(200),
  aliases: list(someText(1000), 40),
  activity: Activity,
  loggedAt: instant,
});
export type BackupActivity = z.infer<typeof BackupActivity>;

const MOST_ROWS = 500_000;

export const Backup = z.object({
  ...BackupHead.shape,
  exportedAt: instant,
  settings: PortableSettings,
  /** What was said of one CRM account's fields and contacts: for this account alone. */
  crm: z.object({
    account: CrmAccountId,
    fills: list(FieldFill, 200),
    declinedUpdates: list(DeclinedUpdate, 2000),
    /** Absent: all. */
    scope: z.optional(MirrorScope),
  }),
  notebook: z.object({
    contacts: list(Contact, MOST_ROWS),
    companies: list(Company, MOST_ROWS),
    activities: list(BackupActivity, MOST_ROWS),
    tasks: list(Task, MOST_ROWS),
  }),
  corrections: list(
    z.object({
      id: someText(600),
      crm: CrmAccountId,
      kind: z.enum(['contact', 'company', 'deal']),
      chosenId: z.nullable(someText(200)),
      chosenName: text(300),
      at: instant,
    }),
    MOST_ROWS,
  ),
  turns: list(ThreadTurn, MOST_ROWS),
  ledger: list(LedgerLine, MOST_ROWS),
  counts: list(z.object({ id: someText(200), count: z.int().check(z.gte(0)) }), MOST_ROWS),
});
export type Backup = z.infer<typeof Backup>;

/** Parts of the file, as the preview counts them. `lists`: lines of the settings' own lists. */
export const BackupKind = z.enum([
  'contacts',
  'companies',
  'activities',
  'tasks',
  'turns',
  'corrections',
  'ledger',
  'counts',
  'lists',
]);
export type BackupKind = z.infer<typeof BackupKind>;

/** Settings with one value, which the file's takes the place of. */
export const singleSettings = [
  'logText',
  'undoSeconds',
  'notesTemplate',
  'mark',
  'workingHours',
  'quietDays',
  'morningNote',
] as const;
/** `scope`: the CRM connection's own. */
export const BackupSetting = z.enum([...singleSettings, 'scope']);
export type BackupSetting = z.infer<typeof BackupSetting>;

/** What a file holds, beside what is here. */
export const BackupFound = z.object({
  exportedAt: instant,
  parts: list(z.object({ kind: BackupKind, inFile: z.int(), here: z.int() }), 20),
  changes: list(BackupSetting, 20),
  /** It is of another CRM account than the one that is connected, and holds something said about that one. */
  elsewhere: z.boolean(),
});
export type BackupFound = z.infer<typeof BackupFound>;
