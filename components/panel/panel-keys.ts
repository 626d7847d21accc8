import { signal } from '@preact/signals';
import type { OfferView, PanelActions, PanelModel } from '@/components/panel/panel-props';
import { actOnRow, stepRow, toFirstRow } from '@/components/panel/rows';
import type { KeyCommand } from '@/utils/model/key-command';

/** How long the key for taking back waits for something to take back, ms. */
const LONGEST_WAIT = 3000;

/** The way back of the last step, whatever it was. */
export function takeBackOffer({ kind, proposalIds }: OfferView, actions: PanelActions): void {
  if (kind === 'logged') void actions.undo(proposalIds, false);
  else if (kind === 'changed' || kind === 'left') void actions.undoChange(proposalIds);
  else void actions.restore(proposalIds);
}

/** What the keys do in the panel. `act` tells whether there was anything to do. */
export function createPanelKeys(panel: PanelModel, actions: PanelActions) {
  const helpOpen = signal(false);
  const takeBack = (offer: OfferView) => takeBackOffer(offer, actions);
  /** Pressed sooner than the worker answered: the key waits for what it is to take back. */
  const takeBackSoon = () => {
    const end = () => {
      clearTimeout(timer);
      stop();
    };
    const timer = setTimeout(() => end(), LONGEST_WAIT);
    const stop = panel.offer.subscribe((offer) => {
      if (!offer) return;
      // Not within the signal's own turn: taking back changes what is offered.
      queueMicrotask(() => {
        end();
        takeBack(offer);
      });
    });
  };
  const act = (command: KeyCommand): boolean => {
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
      case 'undo':
        if (panel.offer.value) takeBack(panel.offer.value);
        else if (panel.pending.value.size > 0) takeBackSoon();
        else return false;
        return true;
      default:
        return actOnRow(command);
    }
  };
  return { helpOpen, act };
}
