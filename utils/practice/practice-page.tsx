import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/utils/i18n/t';
import type { PracticeState } from '@/utils/practice/state';
import { ThreadList } from '@/utils/practice/thread-list';
import { ThreadView } from '@/utils/practice/thread-view';

/** The practice mailbox: a frame that says what it is, a short guide, and a mailbox shaped like Gmail's. */
export function PracticePage({ state, openPanel }: { state: PracticeState; openPanel: () => void }) {
  state.revision.value;
  const thread = state.open.value;
  const account = state.mailbox.me.address;
  const main = useRef<HTMLDivElement>(null);
  const threadId = thread?.id;
  useEffect(() => {
    document.title = thread
      ? t.practice.threadTitle(thread.subject, account)
      : t.practice.documentTitle(account);
  }, [thread, account]);
  useEffect(() => {
    if (threadId) main.current?.querySelector<HTMLElement>('h2.hP')?.focus();
  }, [threadId]);
  return (
    <div class="pm-page">
      <header class="pm-frame">
        <strong>{t.practice.frame}</strong>
        <span>{t.practice.frameText}</span>
        <span class="pm-account">{account}</span>
      </header>
      <div class="pm-columns">
        {/* Gmail's page has the role as an attribute, and adapters ask for it. */}
        <div ref={main} class="nH pm-main-column" aria-busy={state.loading.value} {...{ role: 'main' }}>
          {thread && state.loading.value && <p class="pm-quiet">{t.practice.loading}</p>}
          {thread && !state.loading.value && <ThreadView state={state} thread={thread} />}
          {!thread && <ThreadList state={state} />}
        </div>
        <aside class="pm-guide" aria-label={t.practice.guideTitle}>
          <h2>{t.practice.guideTitle}</h2>
          <ol>
            {t.practice.guide.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <button type="button" class="pm-button pm-main" onClick={openPanel}>
            {t.practice.openPanel}
          </button>
        </aside>
      </div>
      <Toast state={state} />
    </div>
  );
}

/** Gmail's own ids, so that an adapter that looks for them finds them. */
function Toast({ state }: { state: PracticeState }) {
  const toast = state.toast.value;
  return (
    <div class="b8 pm-toast" role="alert" hidden={toast === null}>
      <span class="vh">
        {toast === 'sent' ? t.practice.sent : t.practice.undone}{' '}
        {toast === 'sent' && (
          <button type="button" id="link_undo" class="pm-link-button" onClick={() => state.undo()}>
            {t.practice.undo}
          </button>
        )}
      </span>
    </div>
  );
}
