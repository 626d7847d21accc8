import { activeTab } from '@/utils/platform/follow-tab';
import { readSession } from '@/utils/platform/session-store';
import { openDatabase } from '@/utils/store/database';
import { bookOfTab, createPopup } from '@/utils/view/popup-state';

// Begun while the words are still on their way: the build keeps this file and all that it imports apart from them.
export const leaving = new AbortController();
// Where it cannot be opened, whoever reads says so.
openDatabase('real')
  .open()
  .catch(() => {});
/** What the popup shows, as soon as it is known over which page it was opened. */
export const begun = Promise.all([activeTab(), readSession('open-tabs')]).then(([tab, openTabs]) =>
  createPopup(bookOfTab(tab, openTabs), leaving.signal),
);
