import { pageWords } from '@/utils/i18n/page-words';
import { form } from '@/utils/i18n/t';
import { snippet } from '@/utils/practice/blocks';
import { lastAt, type PracticeThread } from '@/utils/practice/mailbox';
import type { PracticeState } from '@/utils/practice/state';
import { initials } from '@/utils/practice/thread-view';

/** The inbox, with the attributes of Gmail's list rows. */
export function ThreadList({ state }: { state: PracticeState }) {
  return (
    <table class="F cf zt" aria-label={pageWords.practice.inbox}>
      <tbody>
        {state.mailbox.threads.map((thread) => (
          <Row key={thread.id} thread={thread} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ thread }: { thread: PracticeThread }) {
  const last = thread.mails.at(-1);
  if (!last) return null;
  const href = `#inbox/${thread.legacyId}`;
  return (
    <tr
      class={`zA ${thread.unread ? 'zE' : 'yO'}`}
      onClick={() => {
        location.hash = href;
      }}
    >
      <td class="pm-face-cell">
        <span class="pm-face" aria-hidden="true">
          {initials(last.from.name)}
        </span>
      </td>
      <td class="yX">
        <span class={thread.unread ? 'zF' : 'yP'} {...{ email: last.from.address, name: last.from.name }}>
          {last.from.name}
        </span>
        {thread.mails.length > 1 && (
          <span class="bx0" title={pageWords.practice.mailsInThread(thread.mails.length)}>
            {form.number(thread.mails.length)}
          </span>
        )}
      </td>
      <td class="a4W">
        <a
          class="bog"
          href={href}
          aria-label={thread.unread ? `${pageWords.practice.unread}: ${thread.subject}` : undefined}
        >
          <span
            {...{
              'data-thread-id': `#${thread.id}`,
              'data-legacy-thread-id': thread.legacyId,
              'data-legacy-last-message-id': last.legacyId,
            }}
          >
            {thread.subject}
          </span>
        </a>
        <span class="y2">{snippet(last.blocks)}</span>
      </td>
      <td class="xW">
        <span title={form.exact(lastAt(thread))}>{form.day(lastAt(thread), Date.now())}</span>
      </td>
    </tr>
  );
}
