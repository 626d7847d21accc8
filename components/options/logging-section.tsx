import type { JSX } from 'preact';
import { Checkbox, Choice } from '@/components/design/checkbox';
import { NotesTemplate } from '@/components/options/notes-template';
import type { OptionsActions } from '@/components/options/options-props';
import { Section, Setting, SettingRows } from '@/components/options/section';
import { pageWords } from '@/utils/i18n/page-words';
import type { Settings } from '@/utils/model/settings';

interface Props {
  settings: Settings;
  actions: Pick<OptionsActions, 'change'>;
}

/** How much of a mail is logged, when, and what shows it. */
export function LoggingSection({ settings, actions }: Props): JSX.Element {
  const { logging } = pageWords.options;
  return (
    <Section id="logging" title={pageWords.options.sections.logging}>
      <SettingRows>
        <Setting id="logText">
          <Choice
            legend={logging.text}
            name="log-text"
            value={settings.logText}
            options={[
              { value: 'none', label: logging.none },
              { value: 'summary', label: logging.summary },
              { value: 'own-words', label: logging.ownWords },
            ]}
            onChange={(logText) => void actions.change({ logText })}
          />
        </Setting>
        <Setting id="undo">
          <Choice
            legend={logging.undo}
            name="undo"
            value={String(settings.undoSeconds)}
            options={[...new Set([0, 5, 10, 20, 30, settings.undoSeconds])]
              .sort((a, b) => a - b)
              .map((seconds) => ({
                value: String(seconds),
                label: seconds === 0 ? logging.undoNone : logging.undoSeconds(seconds),
              }))}
            onChange={(seconds) => void actions.change({ undoSeconds: Number(seconds) })}
          />
          <p class="note">{logging.undoHint}</p>
        </Setting>
        <Setting id="mark">
          <Checkbox
            checked={settings.mark !== false}
            onChange={(mark) => void actions.change({ mark })}
            hint={logging.markHint}
          >
            {logging.mark}
          </Checkbox>
        </Setting>
        <Setting id="notes">
          <NotesTemplate settings={settings} change={actions.change} />
        </Setting>
      </SettingRows>
    </Section>
  );
}
