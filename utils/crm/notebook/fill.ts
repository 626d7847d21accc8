import { openNotebook } from '@/utils/crm/notebook/book';
import type { Company, Contact, Task } from '@/utils/model/contact';
import type { Book } from '@/utils/model/messages';

/** Records with ids of their own, as another notebook would have them. */
export interface NotebookRecords {
  companies: readonly Company[];
  contacts: readonly Contact[];
  tasks: readonly Task[];
}

/** Writes these records down. One whose id is there already is written over, so that twice does no harm. */
export function fillNotebook(book: Book, records: NotebookRecords): Promise<void> {
  const database = openNotebook(book);
  const { companies, contacts, tasks, counters } = database;
  return database.transaction('rw', [companies, contacts, tasks, counters], async () => {
    for (const company of records.companies)
      await companies.put({ ...company, change: await database.nextChange() });
    for (const contact of records.contacts)
      await contacts.put({ ...contact, change: await database.nextChange() });
    for (const task of records.tasks) await tasks.put({ ...task, change: await database.nextChange() });
  });
}
