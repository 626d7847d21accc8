import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { t } from '@/utils/i18n/t';
import { type ListedThread, ListedThreads } from '@/utils/model/listed';
import type { Book } from '@/utils/model/messages';
import { watchSession } from '@/utils/platform/watch-session';
import { openDatabase } from '@/utils/store/database';
import type { Commands } from '@/utils/view/commands';
import type { ListedGroup } from '@/utils/view/listed-choices';
import { type Live, orElse, watch } from '@/utils/view/live';

/** The one review of what the mailbox's list shows; live, so that contacts that arrive later count. */
export function createListed(
  commands: Pick<Commands, 'request' | 'said'>,
  book: ReadonlySignal<Book>,
  abort: AbortSignal,
) {
  const db = openDatabase('real');
  const listed = signal<ListedThread[]>([]);
  watchSession(
    'listed-threads',
    (value) => {
      const parsed = ListedThreads.safeParse(value);
      listed.value = parsed.success ? parsed.data : [];
    },
    abort,
  );
  const source = signal<ReadonlySignal<Live<ListedGroup[]>> | null>(null);
  effect(() => {
    const all = listed.value;
    const running = new AbortController();
    abort.addEventListener('abort', () => running.abort(), { once: true, signal: running.signal });
    source.value = null;
    // Matching brings the list of public suffixes: not before there is something to match.
    if (all.length > 0) {
      void import('@/utils/view/listed-choices').then(({ readListedChoices }) => {
        if (running.signal.aborted) return;
        source.value = watch(() => readListedChoices(db, all), running.signal);
      });
    }
    return () => running.abort();
  });
  return {
    groups: computed<ListedGroup[]>(() => {
      const live = source.value?.value;
      return live && book.value === 'real' ? orElse(live, []) : [];
    }),
    /** None chosen: it is not offered again. */
    propose: async (threadIds: string[]) => {
      const answer = await commands.request({ type: 'propose-listed', book: 'real', threadIds });
      if (answer.ok)
        commands.said.value =
          threadIds.length === 0 ? t.listed.left : t.listed.done(answer.proposalIds?.length ?? 0);
      return answer.ok;
    },
  };
}
