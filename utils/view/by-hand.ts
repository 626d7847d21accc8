import { type ReadonlySignal, signal } from '@preact/signals';
import { t } from '@/utils/i18n/t';
import type { Person } from '@/utils/model/captured';
import { HandedText } from '@/utils/model/handed-text';
import type { Book, ImportProblem, Intent, IntentAnswer } from '@/utils/model/messages';
import { currentWindowId } from '@/utils/platform/follow-tab';
import { writeSession } from '@/utils/platform/session-store';
import { watchSession } from '@/utils/platform/watch-session';
import type { Commands, Problem } from '@/utils/view/commands';
import { type HandedFile, readHandedFiles } from '@/utils/view/import-by-hand';
import { readEntry } from '@/utils/view/list-entry';

/** What became of what the rep handed over last. */
export interface HandedResult {
  /** How many proposals there are of it; 0 where `problem` says why. */
  proposed: number;
  problem: Problem | null;
  /** Files that gave nothing, where others did. */
  not: { name: string; problem: ImportProblem }[];
  /** The text in which nobody was found: the rep says whom it is about. */
  askWhom: string | null;
}

/** The longest text that is taken, in UTF-16 units. */
const LONGEST = 400_000;

/** What the rep hands over themselves: it is always there, whatever a page shows. */
export function createByHand(
  commands: Pick<Commands, 'request' | 'said'>,
  book: ReadonlySignal<Book>,
  abort: AbortSignal,
) {
  const open = signal(false);
  const busy = signal(false);
  const result = signal<HandedResult | null>(null);

  const settle = (answer: IntentAnswer, text: string | null) => {
    const proposed = answer.ok ? (answer.proposalIds?.length ?? 0) : 0;
    result.value = {
      proposed,
      problem: answer.ok ? null : answer.problem,
      not: answer.ok ? (answer.notImported ?? []) : [],
      askWhom: !answer.ok && answer.problem.code === 'nobody-found' ? text : null,
    };
    commands.said.value = proposed > 0 ? t.byHand.proposed(proposed) : '';
  };
  const handOver = async (make: () => Promise<Intent | null>, text: string | null) => {
    if (busy.value) return;
    open.value = true;
    busy.value = true;
    result.value = null;
    try {
      const intent = await make();
      if (intent) settle(await commands.request(intent), text);
    } catch {
      // A file that cannot be opened: gone since, or a folder.
      settle({ ok: false, problem: { code: 'file-broken', args: [] } }, null);
    } finally {
      busy.value = false;
    }
  };
  const addText = (text: string, from?: Person) => {
    const whole = text.trim().slice(0, LONGEST);
    if (whole === '') return;
    const intent: Intent = { type: 'import-text', book: book.value, text: whole, ...(from ? { from } : {}) };
    void handOver(async () => intent, whole);
  };

  // Text that the rep selected in a page and handed over by the context menu: the panel of that window takes it.
  const here = currentWindowId();
  watchSession(
    'handed-text',
    (value) => {
      const parsed = HandedText.safeParse(value);
      if (!parsed.success) return;
      const { text, windowId } = parsed.data;
      void here.then((own) => {
        if (own !== windowId) return;
        void writeSession('handed-text', null);
        addText(text);
      });
    },
    abort,
  );

  return {
    open,
    busy,
    result,
    show: () => {
      result.value = null;
      open.value = true;
    },
    close: () => {
      open.value = false;
    },
    addFiles: (files: readonly HandedFile[]) => {
      if (files.length === 0) return;
      void handOver(async () => {
        const read = await readHandedFiles(book.value, files);
        return read.length > 0 ? { type: 'import-files', book: book.value, files: read } : null;
      }, null);
    },
    addText,
    /** The person named for a text in which nobody was found; false where that is no address. */
    nameWhom: (text: string, address: string, name: string): boolean => {
      const read = readEntry('address', address, []);
      if (!('value' in read)) return false;
      addText(text, { address: read.value, ...(name.trim() ? { name: name.trim().slice(0, 200) } : {}) });
      return true;
    },
  };
}
