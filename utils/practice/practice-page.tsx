import { useEffect, useRef } from 'preact/hooks';
import { pageWords } from '@/utils/i18n/page-words';
import type { PracticeDesk } from '@/utils/practice/desk';
import { PracticeFrame } from '@/utils/practice/practice-frame';
import type { PracticeState } from '@/utils/practice/state';
import { ThreadList } from '@/utils/practice/thread-list';
import { ThreadView } from '@/utils/practice/thread-view';

/** The practice mailbox, shaped like Gmail's, in the frame that says what it is. */
export function PracticePage({ state, desk }: { state: PracticeState; desk: PracticeDesk }) {
  state.revision.value;
  const thread = state.open.value;
  const account = state.mailbox.me.address;
  const main = useRef<HTMLDivElement>(null);
  const threadId = thread?.id;
  useEffect(() => {
    document.title = thread
      ? pageWords.practice.threadTitle(thread.subject, account)
      : pageWords.practice.documentTitle(account);
  }, [thread, account]);
  const here = !state.loading.value;
  useEffect(() => {
    if (threadId && here) main.current?.querySelector<HTMLElement>('h2.hP')?.focus();
  }, [threadId, here]);
  return (
    <PracticeFrame desk={desk} here="mail" mailbox={state.mailbox}>
      {/* Gmail's page has the role as an attribute, and adapters ask for it. */}
      <div ref={main} class="nH pm-main-column" aria-busy={state.loading.value} {...{ role: 'main' }}>
        {thread && state.loading.value && <p class="pm-quiet">{pageWords.practice.loading}</p>}
        {thread && !state.loading.value && <ThreadView state={state} thread={thread} />}
        {!thread && <ThreadList state={state} />}
      </div>
      <Toast state={state} />
    </PracticeFrame>
  );
}

/** Gmail's own ids, so that an adapter that looks for them finds them. */
function Toast({ state }: { state: PracticeState }) {
  const toast = state.toast.value;
  return (
    <div class="b8 pm-toast" role="alert" hidden={toast === null}>
      <span class="vh">
        {toast === 'sent' ? pageWords.practice.sent : pageWords.practice.undone}{' '}
        {toast === 'sent' && (
          <button type="button" id="link_undo" class="pm-link-button" onClick={() => state.undo()}>
            {pageWords.practice.undo}
          </button>
        )}
      </span>
    </div>
  );
}
