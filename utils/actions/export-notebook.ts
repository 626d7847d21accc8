import type { Context } from '@/utils/actions/context';
import { exportNotebook } from '@/utils/crm/notebook/export';
import type { IntentAnswer } from '@/utils/model/messages';

/** The notebook's own book, to take away. `file` is the JSON, or the activities' CSV; `files` all of the CSVs. */
export async function exportBook(context: Context, format: 'csv' | 'json'): Promise<IntentAnswer> {
  const { csv, json } = await exportNotebook(context.book, context.now());
  if (format === 'json') {
    return { ok: true, file: { name: 'sidelog-notebook.json', mime: 'application/json', content: json } };
  }
  const files = csv.map(({ name, content }) => ({ name: `sidelog-${name}`, mime: 'text/csv', content }));
  const activities = files.find(({ name }) => name === 'sidelog-activities.csv');
  return { ok: true, files, ...(activities ? { file: activities } : {}) };
}
