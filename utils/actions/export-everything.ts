import type { Context } from '@/utils/actions/context';
import { openNotebook } from '@/utils/crm/notebook/book';
import { readWhole } from '@/utils/crm/notebook/whole';
import { BACKUP_FORMAT, BACKUP_VERSION, Backup, PortableSettings } from '@/utils/model/backup';
import type { IntentAnswer } from '@/utils/model/messages';
import { pack } from '@/utils/platform/pack';
import type { Database, TableName } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';

/** What the file says of each table. Does not compile while one has no rule. */
export const inBackup: Record<TableName, { in: true } | { in: false; because: string }> = {
  settings: { in: true },
  corrections: { in: true },
  turns: { in: true },
  ledger: { in: true },
  counts: { in: true },
  proposals: { in: false, because: 'unconfirmed mail is kept for days; a file would keep it for ever' },
  outbox: { in: false, because: 'what is on its way is sent from here; sent from two places it would race' },
  heldSends: { in: false, because: 'half a minute old at most' },
  refused: { in: false, because: 'about mail that was not to be kept' },
  contacts: { in: false, because: 'the CRM’s, read again; the notebook’s own are taken from the notebook' },
  companies: { in: false, because: 'the CRM’s, read again' },
  deals: { in: false, because: 'the CRM’s, read again' },
  tasks: { in: false, because: 'the CRM’s, read again' },
  loggedActivities: { in: false, because: 'the CRM’s, read again' },
  cursors: { in: false, because: 'where this browser’s reading of the CRM stands' },
  schemas: { in: false, because: 'the CRM’s, read again' },
  drift: { in: false, because: 'about this browser’s pages; copied one by one in the settings' },
};

/** Everything of the rep's as it goes into the file. `now`: when, in milliseconds. */
export async function readBackup(db: Database, now: number): Promise<Backup> {
  const notebook = await readWhole(openNotebook('real'));
  return db.transaction('r', db.tables, async () => {
    const settings = await getSettings(db, 'real');
    const { account, fills = [], scope } = settings.crm;
    // Parsed on the way out too: what the schema does not name, a key above all, is not in the file.
    return Backup.parse({
      format: BACKUP_FORMAT,
      version: BACKUP_VERSION,
      exportedAt: now,
      settings: PortableSettings.parse(settings),
      crm: {
        account,
        fills,
        declinedUpdates: settings.declinedUpdates ?? [],
        ...(scope ? { scope } : {}),
      },
      notebook,
      corrections: await db.corrections.toArray(),
      turns: await db.turns.toArray(),
      ledger: await db.ledger.toArray(),
      counts: await db.counts.toArray(),
    });
  });
}

/** Everything of the rep's as one file, packed for the way (utils/platform/pack.ts). */
export async function exportEverything({ db, now }: Context): Promise<IntentAnswer> {
  const content = await pack(JSON.stringify(await readBackup(db, now()), null, 1));
  return {
    ok: true,
    packedFile: { name: `sidelog-${day(now())}.json`, mime: 'application/json', content },
  };
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);
