import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { readFile } from '@/utils/files/read-file';
import { IntentAnswer } from '@/utils/model/messages';
import { copyWithGrantedHosts, launchChromium } from '../../tests/tools/chromium.ts';
import { readTable, sendIntent, setDriver } from '../../tests/tools/extension-state.ts';
import { type Line, linesOf } from './lines.ts';

export interface ReplayFilesOptions {
  build: string;
  files: readonly string[];
  /** The rep's own address: it decides what was sent. */
  account: string | undefined;
  gate: boolean;
  /** The day on which the files are handed over, milliseconds: of a series, what lies around it is read. */
  now: number;
}

/**
 * Reads files as our pages read them when the rep drops them, hands what they hold to the worker of the built extension
 * and gives what it made of it. A file that gives nothing is a line that says why (`step: "file"`).
 */
export async function replayFiles({ build, files, account, gate, now }: ReplayFilesOptions): Promise<Line[]> {
  const own = account === undefined ? [] : [account.trim().toLowerCase()];
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const extension = await copyWithGrantedHosts(build, []);
  const sidelog = await launchChromium({ extension });
  try {
    const worker = await sidelog.worker();
    await setDriver(worker, { holdMs: 0, gateOff: !gate });
    const failed: Line[] = [];
    for (const path of files) {
      const bytes = new Uint8Array(readFileSync(path));
      const name = basename(path);
      const read = await readFile({ name, mime: '', bytes }, { own, timeZone, now });
      const file = read.ok
        ? { name, captures: read.captures, onPurpose: read.onPurpose }
        : { name, captures: [], onPurpose: false, problem: read.problem };
      const intent = { type: 'import-files', book: 'real', files: [file] };
      const answer = IntentAnswer.parse(await sendIntent(sidelog, intent));
      // What the gate refused has a line of its own.
      if (!answer.ok && answer.problem.code !== 'import-refused')
        failed.push({ ok: false, step: 'file', shape: answer.problem.code, file: name });
    }
    const stored = linesOf({
      proposals: await readTable(worker, 'proposals'),
      refused: await readTable(worker, 'refused'),
      drift: await readTable(worker, 'drift'),
    });
    return [...stored, ...failed];
  } finally {
    await sidelog.close();
    await rm(extension, { recursive: true, force: true });
  }
}
