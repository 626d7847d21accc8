import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Checkbox } from '@/components/design/checkbox';
import { Dialog } from '@/components/design/dialog';
import { Kbd } from '@/components/design/kbd';
import { type KeySurface, keyList } from '@/components/design/key-list';
import { HelpTopics } from '@/components/help/help-topics';
import { t } from '@/utils/i18n/t';

export interface HelpDialogProps {
  surface: KeySurface;
  onClose: () => void;
  /** Opens the panel from anywhere; empty where nothing is set. */
  panelKeys?: string;
  keys: { enabled(): boolean; enable(on: boolean): void };
}

/** Every key, and the switch that turns single keys off. */
export function HelpDialog({ surface, onClose, panelKeys, keys }: HelpDialogProps): JSX.Element {
  const [enabled, setEnabled] = useState(keys.enabled());
  const rows = keyList(surface);
  if (panelKeys) rows.push({ caps: panelKeys.split('+'), what: t.keys.panel });
  return (
    <Dialog title={t.keys.title} onClose={onClose}>
      <dl class="keys">
        {rows.map(({ caps, what }) => (
          <div key={what}>
            <dt>
              {caps.map((cap) => (
                <Kbd key={cap} big>
                  {cap}
                </Kbd>
              ))}
              <span class="visually-hidden">{caps.join(' ')}</span>
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
      <HelpTopics apart />
    </Dialog>
  );
}
