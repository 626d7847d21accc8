import { useEffect, useRef } from 'preact/hooks';
import { pageWords } from '@/utils/i18n/page-words';
import { isDraft, type PracticeThread } from '@/utils/practice/mailbox';
import type { PracticeState } from '@/utils/practice/state';

/** A small compose form below the thread. The hidden fields are those that Gmail's own form has. */
export function ReplyBox({ state, thread }: { state: PracticeState; thread: PracticeThread }) {
  const draft = state.draft.value?.thread.id === thread.id ? state.draft.value : null;
  const field = useRef<HTMLTextAreaElement>(null);
  const draftId = draft?.id;
  useEffect(() => {
    if (draftId) field.current?.focus();
  }, [draftId]);
  if (!draft)
    return (
      <button type="button" class="pm-button" onClick={() => state.startReply()}>
        {pageWords.practice.reply}
      </button>
    );
  const last = thread.mails.filter((mail) => !isDraft(mail) && mail.from !== state.mailbox.me).at(-1);
  return (
    <form
      class="ip pm-reply"
      aria-label={pageWords.practice.replyTo(last?.from.name ?? '')}
      onSubmit={(event) => {
        event.preventDefault();
        state.send();
      }}
    >
      <input type="hidden" name="composeid" value={draft.id} />
      <input type="hidden" name="draft" value={`#${draft.id}`} />
      <input type="hidden" name="lts" value={thread.legacyId} />
      <textarea
        ref={field}
        rows={5}
        aria-label={pageWords.practice.replyText}
        value={draft.text}
        onInput={(event) => state.type(event.currentTarget.value)}
      />
      <div class="pm-actions">
        <button type="submit" class="pm-button pm-main">
          {pageWords.practice.send}
        </button>
        <button type="button" class="pm-button" onClick={() => state.discard()}>
          {pageWords.practice.discard}
        </button>
        <span class="pm-quiet" role="status">
          {draft.saved ? pageWords.practice.draftSaved : ''}
        </span>
      </div>
    </form>
  );
}
