import { createPageKeys } from '@/components/design/page-keys';
import type { OfferView, PanelActions, PanelModel } from '@/components/panel/panel-props';

/** How long the key for taking back waits for something to take back, ms. */
const LONGEST_WAIT = 3000;

/** The way back of the last step, whatever it was. */
export function takeBackOffer({ kind, proposalIds }: OfferView, actions: PanelActions): void {
  if (kind === 'logged') void actions.undo(proposalIds, false);
  else if (kind === 'changed' || kind === 'left') void actions.undoChange(proposalIds);
  else void actions.restore(proposalIds);
}

/** What the keys do in the panel. */
export function createPanelKeys(panel: PanelModel, actions: PanelActions) {
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
        takeBackOffer(offer, actions);
      });
    });
  };
  return createPageKeys(() => {
    if (panel.offer.value) takeBackOffer(panel.offer.value, actions);
    else if (panel.pending.value.size > 0) takeBackSoon();
    else return false;
    return true;
  });
}
