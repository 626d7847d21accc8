import { signal } from '@preact/signals';
import { actOnRow, stepRow } from '@/components/panel/rows';
import type { PopupActions, PopupModel } from '@/components/popup/popup-props';
import type { KeyCommand } from '@/utils/model/key-command';

/** What the keys do in the popup. `act` tells whether there was anything to do. */
export function createPopupKeys(
  popup: Pick<PopupModel, 'taken'>,
  actions: Pick<PopupActions, 'takeBackFollowUp'>,
) {
  const help = signal(false);
  const act = (command: KeyCommand): boolean => {
    switch (command) {
      case 'next':
        return stepRow(1);
      case 'previous':
        return stepRow(-1);
      case 'help':
        help.value = true;
        return true;
      case 'undo':
        if (!popup.taken.value) return false;
        void actions.takeBackFollowUp();
        return true;
      case 'edit':
      case 'to-open-mail':
        return false;
      default:
        return actOnRow(command);
    }
  };
  return { help, act };
}
