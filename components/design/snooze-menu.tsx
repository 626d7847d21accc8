import type { JSX } from 'preact';
import { Menu } from '@/components/design/menu';
import { t } from '@/utils/i18n/t';

export interface SnoozeMenuProps {
  times: readonly { id: 'laterToday' | 'tomorrow' | 'nextWeek'; at: number }[];
  now: number;
  onSnooze: (until: number) => void;
  /** What is put off, where the button is a picture among others like it. */
  of?: string;
  hint?: string;
  openSignal?: number;
}

/** Until when something is put off, each choice with its time. */
export function SnoozeMenu({ times, now, onSnooze, of, ...menu }: SnoozeMenuProps): JSX.Element {
  return (
    <Menu
      {...menu}
      label={of === undefined ? t.snooze.button : t.named(t.snooze.button, of)}
      icon={of === undefined ? undefined : 'clock'}
      items={times.map((time) => ({
        id: time.id,
        label: t.snooze[time.id],
        note: t.snooze.until(time.at, now),
      }))}
      onChoose={(id) => {
        const time = times.find((each) => each.id === id);
        if (time) onSnooze(time.at);
      }}
    />
  );
}
