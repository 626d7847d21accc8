import { signal } from '@preact/signals';
import { type BackupFound, MOST_BACKUP_BYTES } from '@/utils/model/backup';
import type { Intent, IntentAnswer } from '@/utils/model/messages';
import { pack, unpack } from '@/utils/platform/pack';
import type { Problem } from '@/utils/view/commands';
import { saveFile } from '@/utils/view/save-file';

/** Where saving everything, or bringing a file in, stands. `name`: the file's. */
export type BackupState =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved'; name: string }
  | { state: 'reading'; name: string }
  | { state: 'found'; name: string; found: BackupFound }
  | { state: 'taking'; name: string; found: BackupFound }
  | { state: 'taken'; name: string; found: BackupFound }
  | { state: 'failed'; problem: Problem };

/** Saving everything to a file, and bringing one in: first what is in it, then, on the rep's word, taking it in. */
export function createBackup(request: (intent: Intent) => Promise<IntentAnswer>) {
  const backup = signal<BackupState>({ state: 'idle' });
  /** The file that was looked at last, as the worker gets it. */
  let packed = '';
  /** Only the last of several files that were chosen counts. */
  let turn = 0;
  const fail = (problem: Problem) => {
    backup.value = { state: 'failed', problem };
  };
  return {
    model: { backup },
    actions: {
      /** True where the browser has the file. */
      saveBackup: async (): Promise<boolean> => {
        backup.value = { state: 'saving' };
        const answer = await request({ type: 'export-everything' });
        const file = answer.ok ? answer.packedFile : undefined;
        const content = file ? await unpack(file.content, Number.POSITIVE_INFINITY) : null;
        if (!answer.ok) fail(answer.problem);
        else if (!file || content === null) fail({ code: 'storage-failed', args: [] });
        else {
          saveFile({ ...file, content });
          backup.value = { state: 'saved', name: file.name };
          return true;
        }
        return false;
      },
      readBackup: async (file: File): Promise<void> => {
        turn += 1;
        const mine = turn;
        const { name } = file;
        if (file.size > MOST_BACKUP_BYTES)
          return fail({ code: 'backup-too-large', args: [String(MOST_BACKUP_BYTES)] });
        backup.value = { state: 'reading', name };
        const read = await file
          .text()
          .then(pack)
          .catch(() => null);
        if (mine !== turn) return;
        if (read === null) return fail({ code: 'backup-unreadable', args: [] });
        const answer = await request({ type: 'import-everything', packed: read, how: 'look' });
        if (mine !== turn) return;
        packed = read;
        if (!answer.ok) fail(answer.problem);
        else if (answer.found) backup.value = { state: 'found', name, found: answer.found };
      },
      takeBackup: async (): Promise<void> => {
        const now = backup.value;
        if (now.state !== 'found') return;
        backup.value = { ...now, state: 'taking' };
        const answer = await request({ type: 'import-everything', packed, how: 'take' });
        packed = '';
        if (!answer.ok) fail(answer.problem);
        else backup.value = { state: 'taken', name: now.name, found: answer.found ?? now.found };
      },
      leaveBackup: (): void => {
        turn += 1;
        packed = '';
        backup.value = { state: 'idle' };
      },
    },
  };
}
