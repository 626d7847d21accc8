import { render } from 'preact';
import { dressPage, t } from '@/utils/i18n/t';
import { practiceBegan } from '@/utils/practice/began';
import { createMailbox } from '@/utils/practice/mailbox';
import { createPanelOpener } from '@/utils/practice/panel-opener';
import { PracticePage } from '@/utils/practice/practice-page';
import { createServer } from '@/utils/practice/server';
import { startPracticeCapture } from '@/utils/practice/start-capture';
import { createPracticeState } from '@/utils/practice/state';
import { replaceXhr } from '@/utils/practice/xhr-double';

const root = document.getElementById('page');
if (root) {
  dressPage(document, t.practice.frame);
  const mailbox = createMailbox(practiceBegan(localStorage, Date.now()));
  // The order is Gmail's: the page's own XMLHttpRequest first, then our tap on it, then the page's code.
  replaceXhr(window, createServer(mailbox));
  startPracticeCapture(window);
  const state = createPracticeState(mailbox);
  const follow = () => state.follow(location.hash);
  window.addEventListener('hashchange', follow);
  follow();
  render(<PracticePage state={state} openPanel={createPanelOpener(window)} />, root);
}
