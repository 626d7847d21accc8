import { render } from 'preact';
import { gmail } from '@/utils/capture/gmail/gmail';
import type { PracticeDesk } from '@/utils/practice/desk';
import { createMailbox } from '@/utils/practice/mailbox';
import { PracticePage } from '@/utils/practice/practice-page';
import { createServer } from '@/utils/practice/server';
import { startPracticeCapture } from '@/utils/practice/start-capture';
import { createPracticeState } from '@/utils/practice/state';
import { replaceXhr } from '@/utils/practice/xhr-double';

/** The practice mailbox, its mails dated back from `began` (ms since 1970). */
export function startMailbox(root: Element, began: number, desk: PracticeDesk): void {
  const mailbox = createMailbox(began);
  // The order is Gmail's: the page's own XMLHttpRequest first, then our tap on it, then the page's code.
  replaceXhr(window, createServer(mailbox));
  startPracticeCapture(window, gmail);
  const state = createPracticeState(mailbox);
  const follow = () => state.follow(location.hash);
  window.addEventListener('hashchange', follow);
  follow();
  render(<PracticePage state={state} desk={desk} />, root);
}
