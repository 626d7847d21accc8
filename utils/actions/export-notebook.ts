import type { Context } from '@/utils/actions/context';
import { exportNotebook } from '@/utils/crm/notebook/export';
import type { IntentAnswer } from '@/utils/model/messages';

/** The notebook's own book as sheets, one CSV a table. */
export async function exportBook({ book }: Context): Promise<IntentAnswer> {
  const sheets = await exportNotebook(book);
  return {
    ok: true,
    files: sheets.map(({ name, content }) => ({ name: `sidelog-${name}`, mime: 'text/csv', content })),
  };
}
