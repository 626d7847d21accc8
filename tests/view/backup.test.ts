import { afterEach, describe, expect, it, vi } from 'vitest';
import { type BackupFound, MOST_BACKUP_BYTES } from '@/utils/model/backup';
import type { Intent, IntentAnswer } from '@/utils/model/messages';
import { pack, unpack } from '@/utils/platform/pack';

const saved: { name: string; content: string }[] = [];
vi.mock('@/utils/view/save-file', () => ({
  saveFile: (file: { name: string; content: string }) => saved.push(file),
}));

import { createBackup } from '@/utils/view/backup';

const found: BackupFound = {
  exportedAt: Date.UTC(2026, 10, 21),
  parts: [{ kind: 'contacts', inFile: 312, here: 3 }],
  changes: [],
  elsewhere: false,
};
const file = (text: string, name = 'sidelog.json') => new File([text], name);

afterEach(() => {
  saved.length = 0;
});

function door(answer: (intent: Intent) => IntentAnswer | Promise<IntentAnswer>) {
  const asked: Intent[] = [];
  const backup = createBackup(async (intent) => {
    asked.push(intent);
    return answer(intent);
  });
  return { asked, ...backup, state: () => backup.model.backup.value };
}

describe('saving everything', () => {
  it('hands the unpacked file to the browser and says its name', async () => {
    const content = await pack('{"all":"Grüße"}');
    const { actions, state } = door(() => ({
      ok: true,
      packedFile: { name: 'sidelog-2026-11-21.json', mime: 'application/json', content },
    }));
    expect(await actions.saveBackup()).toBe(true);
    expect(saved).toMatchObject([{ name: 'sidelog-2026-11-21.json', content: '{"all":"Grüße"}' }]);
    expect(state()).toEqual({ state: 'saved', name: 'sidelog-2026-11-21.json' });
  });

  it('says what went wrong and saves nothing then', async () => {
    const { actions, state } = door(() => ({ ok: false, problem: { code: 'storage-failed', args: [] } }));
    expect(await actions.saveBackup()).toBe(false);
    expect(saved).toEqual([]);
    expect(state()).toEqual({ state: 'failed', problem: { code: 'storage-failed', args: [] } });
  });
});

describe('bringing a file in', () => {
  it('looks first, and takes in what was looked at when the rep says so', async () => {
    const { actions, asked, state } = door(() => ({ ok: true, found }));
    await actions.readBackup(file('the file'));
    expect(state()).toEqual({ state: 'found', name: 'sidelog.json', found });
    await actions.takeBackup();
    expect(state()).toEqual({ state: 'taken', name: 'sidelog.json', found });
    expect(asked.map((intent) => intent.type === 'import-everything' && intent.how)).toEqual([
      'look',
      'take',
    ]);
    for (const intent of asked)
      expect(intent.type === 'import-everything' && (await unpack(intent.packed, 100))).toBe('the file');
  });

  it('takes nothing in twice, nor after the rep left it', async () => {
    const { actions, asked, state } = door(() => ({ ok: true, found }));
    await actions.readBackup(file('one'));
    await Promise.all([actions.takeBackup(), actions.takeBackup()]);
    await actions.takeBackup();
    expect(asked).toHaveLength(2);
    await actions.readBackup(file('two'));
    actions.leaveBackup();
    await actions.takeBackup();
    expect(asked).toHaveLength(3);
    expect(state()).toEqual({ state: 'idle' });
  });

  it('goes by the last of two files that were chosen, whichever is read first', async () => {
    const answers: ((answer: IntentAnswer) => void)[] = [];
    const { actions, asked, state } = door(() => new Promise((done) => answers.push(done)));
    const first = actions.readBackup(file('first', 'first.json'));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    const second = actions.readBackup(file('second', 'second.json'));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    answers[1]?.({ ok: true, found });
    await second;
    answers[0]?.({ ok: false, problem: { code: 'backup-unreadable', args: [] } });
    await first;
    expect(state()).toEqual({ state: 'found', name: 'second.json', found });
  });

  it('does not even read a file that is too large', async () => {
    const { actions, asked, state } = door(() => ({ ok: true, found }));
    const large = file('x');
    Object.defineProperty(large, 'size', { value: MOST_BACKUP_BYTES + 1 });
    await actions.readBackup(large);
    expect(asked).toEqual([]);
    expect(state()).toEqual({
      state: 'failed',
      problem: { code: 'backup-too-large', args: [String(MOST_BACKUP_BYTES)] },
    });
  });
});
