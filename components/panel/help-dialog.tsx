import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Checkbox } from '@/components/design/checkbox';
import { Dialog } from '@/components/design/dialog';
import { Kbd } from '@/components/design/kbd';
import { t } from '@/utils/i18n/t';

export interface HelpDialogProps {
  onClose: () => void;
  /** Opens the panel from anywhere; empty where nothing is set. */
  panelKeys?: string;
  /** Another page's keys in place of the panel's. */
  rows?: readonly [string[], string][];
  keys: { enabled(): boolean; enable(on: boolean): void };
}

function panelRows(panelKeys?: string): [string[], string][] {
  return [
    [['j'], t.keys.next],
    [['k'], t.keys.previous],
    [['Enter'], t.keys.confirm],
    [['e'], t.keys.edit],
    [['s'], t.keys.snooze],
    [['x'], t.keys.dismiss],
    [['z'], t.keys.undo],
    [['u'], t.keys.open],
    [['?'], t.keys.help],
    ...(panelKeys ? ([[panelKeys.split('+'), t.keys.panel]] satisfies [string[], string][]) : []),
  ];
}

/** Every key, and the switch that turns single keys off. */
export function HelpDialog({
  onClose,
  panelKeys,
  keys,
  rows = panelRows(panelKeys),
}: HelpDialogProps): JSX.Element {
  const [enabled, setEnabled] = useState(keys.enabled());
  return (
    <Dialog title={t.keys.title} onClose={onClose}>
      <dl class="keys">
        {rows.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <Kbd key={name} big>
                  {name}
                </Kbd>
              ))}
              <span class="visually-hidden">{names.join(' ')}</span>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        checked={enabled}
        onChange={(on) => {
          setEnabled(on);
          keys.enable(on);
        }}
        hint={t.keys.enabledHint}
      >
        {t.keys.enabled}
      </Checkbox>
    </Dialog>
  );
}
