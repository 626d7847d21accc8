import { begun, leaving } from './first';
import '@/components/popup/popup.css';
import { render } from 'preact';
import { createPopupKeys } from '@/components/popup/popup-keys';
import { Today } from '@/components/popup/today';
import { dressPage, t } from '@/utils/i18n/t';
import { send } from '@/utils/platform/send';
import { createCommands } from '@/utils/view/commands';
import { listenForKeys } from '@/utils/view/keyboard';
import { createPopupActions } from '@/utils/view/popup-actions';

dressPage(document, t.popup.title);

const root = document.querySelector('#root');
void begun.then((state) => {
  const commands = createCommands(state.book, send);
  const popup = { ...state, ...commands };
  const actions = createPopupActions(commands, popup, t.popup.noPanel);
  const { helpOpen: help, act } = createPopupKeys(popup, actions);
  listenForKeys(act, leaving.signal);
  if (root) render(<Today popup={popup} actions={actions} help={help} />, root);
});
