import { signal } from '@preact/signals';
import type { PanelActions, PanelModel } from '@/components/panel/panel-props';
import { actOnRow, stepRow, toFirstRow } from '@/components/panel/rows';

type Command =
  | 'next'
  | 'previous'
  | 'confirm'
  | 'edit'
  | 'dismiss'
  | 'snooze'
  | 'to-open-mail'
  | 'undo'
  | 'help';

/** What the keys do in the panel. `act` tells whether there was anything to do. */
export function createPanelKeys(panel: PanelModel, actions: PanelActions) {
  const helpOpen = signal(false);
  const act = (command: Command): boolean => {
    switch (command) {
      case 'next':
        return stepRow(1);
      case 'previous':
        return stepRow(-1);
      case 'to-open-mail':
        return toFirstRow();
      case 'help':
        helpOpen.value = true;
        return true;
      case 'undo': {
        const offer = panel.offer.value;
        if (!offer) return false;
        void (offer.kind === 'logged'
          ? actions.undo(offer.proposalIds, false)
          : actions.restore(offer.proposalIds));
        return true;
      }
      default:
        return actOnRow(command);
    }
  };
  return { helpOpen, act };
}
