import { createPageKeys } from '@/components/design/page-keys';
import type { PopupActions, PopupModel } from '@/components/popup/popup-props';

/** What the keys do in the popup. */
export function createPopupKeys(
  popup: Pick<PopupModel, 'taken'>,
  actions: Pick<PopupActions, 'takeBackFollowUp'>,
) {
  return createPageKeys(() => {
    if (!popup.taken.value) return false;
    void actions.takeBackFollowUp();
    return true;
  });
}
