import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import type { OfferView } from '@/components/panel/panel-props';
import { t } from '@/utils/i18n/t';

export interface UndoBarProps {
  offer: OfferView | null;
  /** Whole seconds left. */
  seconds: number;
  onUndo: (offer: OfferView) => void;
}

/** The last step and the way back, counting down. The countdown is not read out: the status line said it once. */
export function UndoBar({ offer, seconds, onUndo }: UndoBarProps): JSX.Element | null {
  if (!offer) return null;
  const many = offer.proposalIds.length > 1;
  const labels: Record<OfferView['kind'], string> = {
    logged: t.panel.undo.label,
    dismissed: t.panel.undo.dismissed,
    snoozed: t.panel.undo.snoozed,
    changed: t.meeting.change.undoTaken,
    left: t.meeting.change.undoLeft,
  };
  const label = labels[offer.kind];
  const whole = Math.max(1, Math.round((offer.until - offer.from) / 1000));
  return (
    <div class="undo">
      <p class="clip">
        <b>{label}</b> {many ? t.proposal.mails(offer.proposalIds.length) : offer.subject || t.noSubject}
      </p>
      <Button look="link" hint="z" onPress={() => onUndo(offer)}>
        {t.panel.undo.button}{' '}
        <span class="undo__left" aria-hidden="true">
          {t.panel.undo.left(seconds)}
        </span>
      </Button>
      <progress class="undo__time" max={whole} value={Math.min(whole, seconds)} aria-hidden="true" />
    </div>
  );
}
