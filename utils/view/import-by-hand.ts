import { LARGEST_FILE } from '@/utils/files/file-read';
import type { ReadFile } from '@/utils/model/by-hand';
import type { Book } from '@/utils/model/messages';
import { openDatabase } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';

/** What a drop or a file picker gives. */
export type HandedFile = Pick<File, 'name' | 'type' | 'size' | 'arrayBuffer'>;

/** Files of one drop; more are not read. */
export const MOST_FILES = 10;

/**
 * Reads files that the rep dropped, for the intent `import-files`. The libraries are loaded now, and run in this page: a
 * service worker cannot load them later, and what a hostile file could stop is this page at most.
 */
export async function readHandedFiles(book: Book, files: readonly HandedFile[]): Promise<ReadFile[]> {
  const { readFile } = await import('@/utils/files/read-file');
  const { ownAddresses } = await getSettings(openDatabase(book), book);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const situation = { own: ownAddresses, timeZone, now: Date.now() };
  const read: ReadFile[] = [];
  for (const file of files.slice(0, MOST_FILES)) {
    const name = file.name.slice(0, 300);
    const nothing = { name, captures: [], onPurpose: false };
    if (file.size > LARGEST_FILE) {
      read.push({ ...nothing, problem: 'file-too-large' });
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const result = await readFile({ name, mime: file.type, bytes }, situation);
    read.push(
      result.ok
        ? { name, captures: result.captures, onPurpose: result.onPurpose }
        : { ...nothing, problem: result.problem },
    );
  }
  return read;
}
