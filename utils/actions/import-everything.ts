import Dexie from 'dexie';
import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { tellGateChangedSoon } from '@/utils/actions/gate-settings';
import { mergeSettings } from '@/utils/actions/merge-settings';
import { dropCovered } from '@/utils/actions/never-log';
import { rematchAll } from '@/utils/actions/rematch-proposals';
import { offerTransfer } from '@/utils/actions/transfer-notebook';
import { openNotebook } from '@/utils/crm/notebook/book';
import type { Merged } from '@/utils/crm/notebook/merge';
import { compareWhole, takeIn } from '@/utils/crm/notebook/whole';
import {
  BACKUP_VERSION,
  Backup,
  type BackupFound,
  BackupHead,
  type BackupKind,
  MOST_BACKUP_BYTES,
} from '@/utils/model/backup';
import type { IntentAnswer } from '@/utils/model/messages';
import { unpack } from '@/utils/platform/pack';
import type { Database } from '@/utils/store/database';
import { getSettings, updateSettings } from '@/utils/store/settings';
import { putTurns } from '@/utils/store/turns';

type Refused = Extract<IntentAnswer, { ok: false }>;

/**
 * Brings in what `exportEverything` gave, or only looks what that would change. All or nothing; the same file twice
 * changes nothing the second time.
 */
export async function importEverything(
  context: Context,
  packed: string,
  how: 'look' | 'take',
): Promise<IntentAnswer> {
  const text = await unpack(packed, MOST_BACKUP_BYTES);
  const backup = text === null ? problem('backup-unreadable') : parseBackup(text);
  if ('problem' in backup) return backup;
  if (how === 'look') return { ok: true, found: await look(context.db, backup) };
  const found = await take(context.db, backup);
  // As after any change of the settings, and of the notebook.
  await dropCovered(context);
  await offerTransfer(context);
  tellGateChangedSoon(context);
  await rematchAll(context);
  context.syncSoon();
  context.nudge();
  return { ok: true, found };
}

/** A file's text as a backup, or why it is none. */
export function parseBackup(text: string): Backup | Refused {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem('backup-unreadable');
  }
  const head = BackupHead.safeParse(json);
  if (!head.success || head.data.version < 1) return problem('backup-unreadable');
  if (head.data.version > BACKUP_VERSION) return problem('backup-newer', String(head.data.version));
  const backup = Backup.safeParse(json);
  return backup.success ? backup.data : problem('backup-unreadable');
}

async function look(db: Database, backup: Backup): Promise<BackupFound> {
  const merged = await compareWhole(openNotebook('real'), backup.notebook);
  return db.transaction('r', db.tables, () => compare(db, backup, merged));
}

/**
 * The notebook is a database of its own, and no transaction spans two. So the notebook's is held open, all its writes
 * made and none committed, until the other one is committed: where that fails, both are as before.
 */
async function take(db: Database, backup: Backup): Promise<BackupFound> {
  const notebook = openNotebook('real');
  return notebook.transaction('rw', notebook.tables, async () => {
    const merged = await takeIn(notebook, backup.notebook);
    return Dexie.waitFor(
      db.transaction('rw', db.tables, async () => {
        const found = await compare(db, backup, merged);
        await write(db, backup, merged.idOf);
        return found;
      }),
      // However long it takes on a slow machine.
      10 * 60_000,
    );
  });
}

async function compare(db: Database, backup: Backup, { here }: Merged): Promise<BackupFound> {
  const { notebook, corrections, turns, ledger, counts } = backup;
  const settings = await getSettings(db, 'real');
  const { lists, changes } = mergeSettings(settings, backup);
  const there = async (table: 'corrections' | 'turns' | 'ledger' | 'counts', ids: string[]) =>
    (await db.table(table).bulkGet(ids)).filter((row) => row !== undefined).length;
  const part = (kind: BackupKind, inFile: number, known: number) => ({ kind, inFile, here: known });
  const all = [
    part('contacts', notebook.contacts.length, here.contacts),
    part('companies', notebook.companies.length, here.companies),
    part('activities', notebook.activities.length, here.activities),
    part('tasks', notebook.tasks.length, here.tasks),
    part(
      'turns',
      turns.length,
      await there(
        'turns',
        turns.map(({ threadId }) => threadId),
      ),
    ),
    part(
      'corrections',
      corrections.length,
      await there(
        'corrections',
        corrections.map(({ id }) => id),
      ),
    ),
    part('lists', lists.inFile, lists.here),
    part(
      'ledger',
      ledger.length,
      await there(
        'ledger',
        ledger.map(({ id }) => id),
      ),
    ),
    part(
      'counts',
      counts.length,
      await there(
        'counts',
        counts.map(({ id }) => id),
      ),
    ),
  ];
  const { fills, declinedUpdates, scope } = backup.crm;
  const said = fills.length + declinedUpdates.length > 0 || scope !== undefined;
  return {
    exportedAt: backup.exportedAt,
    parts: all.filter(({ inFile }) => inFile > 0),
    changes,
    elsewhere: said && backup.crm.account !== settings.crm.account,
  };
}

/** `idOf`: the id here of one of the file's notebook records. Only inside a transaction over all tables. */
async function write(db: Database, backup: Backup, idOf: (id: string) => string): Promise<void> {
  const corrections = await db.corrections.bulkGet(backup.corrections.map(({ id }) => id));
  await db.corrections.bulkPut(
    backup.corrections.flatMap((row, at) => {
      if (corrections[at]) return [];
      return [{ ...row, chosenId: row.chosenId === null ? null : idOf(row.chosenId) }];
    }),
  );
  const turns = await db.turns.bulkGet(backup.turns.map(({ threadId }) => threadId));
  await putTurns(
    db,
    backup.turns.flatMap((row, at) => {
      // The thread as it was seen last.
      if ((turns[at]?.asOf ?? 0) >= row.asOf) return [];
      const { customer } = row;
      if (customer?.contactId === undefined) return [row];
      return [{ ...row, customer: { ...customer, contactId: idOf(customer.contactId) } }];
    }),
  );
  const ledger = await db.ledger.bulkGet(backup.ledger.map(({ id }) => id));
  await db.ledger.bulkPut(backup.ledger.filter((_, at) => !ledger[at]));
  const counts = await db.counts.bulkGet(backup.counts.map(({ id }) => id));
  // Not the sum: a file that is brought in twice must not count twice.
  await db.counts.bulkPut(backup.counts.filter(({ count }, at) => count > (counts[at]?.count ?? 0)));
  await updateSettings(db, 'real', (settings) => mergeSettings(settings, backup, idOf).settings);
}
