import { computed, effect, signal } from '@preact/signals';
import { pageWords } from '@/utils/i18n/page-words';
import type { PracticeTask } from '@/utils/model/practice';
import { currentWindowId } from '@/utils/platform/follow-tab';
import { openDay } from '@/utils/platform/open-day';
import { openOwnPage } from '@/utils/platform/open-tab';
import { openPanel } from '@/utils/platform/side-panel';
import { openDatabase } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';
import type { Commands, Problem } from '@/utils/view/commands';
import { watch } from '@/utils/view/live';

/** Where a practice page goes when practice is over, whoever ended it. */
const AFTER = '/welcome.html#left-practice';

/**
 * What stands around practice's invented pages: the tasks, live from practice's own book, and the ways out of it.
 * `began` resolves when the book is there, with the instant that mails and meetings date back from; never where it
 * cannot be made (`problem`).
 */
export function createPractice(commands: Commands, abort: AbortSignal) {
  const problem = signal<Problem | null>(null);
  const leaving = signal(false);
  const said = signal('');
  const db = openDatabase('practice');
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) location.replace(AFTER);
  });
  const settings = watch(() => getSettings(db, 'practice'), abort);
  const progress = computed(() =>
    settings.value.state === 'ready' ? (settings.value.value.practice ?? null) : null,
  );
  const begin = async () => {
    const answer = await commands.request({ type: 'start-practice' });
    if (!answer.ok) {
      problem.value = answer.problem;
      return new Promise<never>(() => undefined);
    }
    const { practice } = await getSettings(db, 'practice');
    return practice?.began ?? Date.now();
  };

  let before: readonly PracticeTask[] | null = null;
  effect(() => {
    const done = progress.value?.done ?? null;
    const fresh = before && done?.filter((task) => !before?.includes(task));
    if (done) before = done;
    if (fresh?.length) said.value = fresh.map((task) => pageWords.practice.tasks[task].done).join(' ');
  });

  // The window's id must be known before the press: both browsers refuse the panel after an await.
  let windowId: number | undefined;
  const learn = () => void currentWindowId().then((id) => (windowId = id));
  learn();
  window.addEventListener('focus', learn, { signal: abort });

  return {
    began: begin(),
    problem,
    leaving,
    said,
    done: computed(() => progress.value?.done ?? null),
    openPanel: () => {
      // The toolbar button and the keyboard command stay where this is refused.
      openPanel(windowId).catch(() => undefined);
    },
    openDay: () => void openDay('practice'),
    leave: () => {
      leaving.value = true;
      void commands.request({ type: 'leave-practice' }).then((answer) => {
        leaving.value = false;
        if (answer.ok) location.replace(AFTER);
        else problem.value = answer.problem;
      });
    },
    ownMail: () => void openOwnPage('/welcome.html#you'),
  };
}
