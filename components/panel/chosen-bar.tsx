import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import { SnoozeMenu } from '@/components/design/snooze-menu';
import type { SnoozeView } from '@/components/panel/panel-props';
import { t } from '@/utils/i18n/t';

export interface ChosenBarProps {
  /** Mails and meetings, not rows. */
  count: number;
  times: readonly SnoozeView[];
  now: number;
  openSnooze: number;
  onLog: () => void;
  onDismiss: () => void;
  onSnooze: (until: number) => void;
  onNone: () => void;
}

/** What is done to the chosen rows together. At the lower edge, so that nothing moves when the first is chosen. */
export function ChosenBar(props: ChosenBarProps): JSX.Element {
  const words = t.panel.chosen;
  return (
    <fieldset class="chosen">
      <legend class="visually-hidden">{words.count(props.count)}</legend>
      <Button look="primary" hint="Enter" onPress={props.onLog}>
        {words.log(props.count)}
      </Button>
      <SnoozeMenu
        times={props.times}
        now={props.now}
        hint="s"
        openSignal={props.openSnooze}
        onSnooze={props.onSnooze}
      />
      <Button hint="x" onPress={props.onDismiss}>
        {t.proposal.dismiss}
      </Button>
      <span class="actions__gap" />
      <Button hint="Escape" onPress={props.onNone}>
        {words.none}
      </Button>
    </fieldset>
  );
}
