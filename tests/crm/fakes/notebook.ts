import Dexie from 'dexie';
import { NotebookDatabase } from '@/utils/crm/notebook/book';
import { connectNotebook } from '@/utils/crm/notebook/notebook';
import type { FuzzedCrm } from './registry';

let made = 0;

/** The notebook has no server: every worker opens the same database, as on a rep's machine. */
export function fuzzedNotebook(): FuzzedCrm {
  made += 1;
  const name = `fuzzed-notebook-${made}`;
  const looker = new NotebookDatabase(name);
  return {
    connect: (_http, _who, life) => connectNotebook(life.mortal(new NotebookDatabase(name)), 'real'),
    count: (entry) =>
      looker.activities
        .filter(({ aliases }) => aliases.some((alias) => entry.aliases.includes(alias)))
        .count(),
    read: async (remoteId) => {
      const row = await looker.activities.get(remoteId);
      if (!row) throw new Error(`no ${remoteId}`);
      return { subject: row.activity.subject, at: row.activity.at };
    },
    // One rep's alone.
    saysWhose: false,
    writes: () => false,
    close: async () => {
      looker.close();
      await Dexie.delete(name);
    },
  };
}
