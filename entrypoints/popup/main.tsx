import '@/components/popup/popup.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { createPopupKeys } from '@/components/popup/popup-keys';
import { Today } from '@/components/popup/today';
import { dressPage, t } from '@/utils/i18n/t';
import { activeTab } from '@/utils/platform/follow-tab';
import { send } from '@/utils/platform/send';
import { readSession } from '@/utils/platform/session-store';
import { createCommands } from '@/utils/view/commands';
import { listenForKeys } from '@/utils/view/keyboard';
import { createPopupActions } from '@/utils/view/popup-actions';
import { bookOfTab, createPopup } from '@/utils/view/popup-state';

dressPage(document, t.popup.title);

const leaving = new AbortController();
const root = document.querySelector('#root');
void Promise.all([activeTab(), readSession('open-tabs')]).then(([tab, openTabs]) => {
  const book = bookOfTab(tab, openTabs);
  const commands = createCommands(signal(book), send);
  const popup = { ...createPopup(book, leaving.signal), ...commands };
  const actions = createPopupActions(commands, popup, t.popup.noPanel);
  const { helpOpen: help, act } = createPopupKeys(popup, actions);
  listenForKeys(act, leaving.signal);
  if (root) render(<Today popup={popup} actions={actions} help={help} />, root);
});
