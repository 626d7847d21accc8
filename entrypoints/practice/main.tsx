import { render } from 'preact';
import { installTap } from '@/utils/capture/tap/install-tap';
import { practiceBegan } from '@/utils/practice/began';
import { createMailbox } from '@/utils/practice/mailbox';
import { PracticePage } from '@/utils/practice/practice-page';
import { createServer } from '@/utils/practice/server';
import { createPracticeState } from '@/utils/practice/state';
import { replaceXhr } from '@/utils/practice/xhr-double';

const root = document.getElementById('page');
if (root) {
  const mailbox = createMailbox(practiceBegan(localStorage, Date.now()));
  // The order is Gmail's: the page's own XMLHttpRequest first, then our tap on it, then the page's code.
  replaceXhr(window, createServer(mailbox));
  installTap(window, { endpoints: /\/sync(?:\/u\/\d+)?\/i\/(s|fd|bv)\b/ });
  const state = createPracticeState(mailbox);
  const follow = () => state.follow(location.hash);
  window.addEventListener('hashchange', follow);
  follow();
  render(<PracticePage state={state} openPanel={null} />, root);
}
