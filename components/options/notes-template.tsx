import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Field } from '@/components/design/field';
import type { OptionsActions } from '@/components/options/options-props';
import { t } from '@/utils/i18n/t';
import type { Settings } from '@/utils/model/settings';

interface Props {
  settings: Pick<Settings, 'notesTemplate'>;
  change: OptionsActions['change'];
}

/** The lines that one press puts into a meeting's notes. Emptied, ours come back. */
export function NotesTemplate({ settings, change }: Props): JSX.Element {
  const stored = settings.notesTemplate || t.meeting.template;
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? stored;
  return (
    <div class="template">
      <Field
        label={t.meeting.setting.label}
        hint={t.meeting.setting.hint}
        value={value}
        lines={4}
        maxLength={1000}
        onInput={setTyped}
      />
      <Button
        look="outline"
        busy={typed === null || value === stored}
        onPress={() => {
          const own = value.trim() === t.meeting.template ? '' : value.trim();
          void Promise.resolve(change({ notesTemplate: own })).then(() => setTyped(null));
        }}
      >
        {t.save}
      </Button>
    </div>
  );
}
