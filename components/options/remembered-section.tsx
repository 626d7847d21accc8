import type { JSX } from 'preact';
import type { ChoiceView, OptionsActions } from '@/components/options/options-props';
import { Pills } from '@/components/options/pills';
import { Section, Setting, SettingRows } from '@/components/options/section';
import { pageWords } from '@/utils/i18n/page-words';
import { form, t } from '@/utils/i18n/t';
import type { Settings } from '@/utils/model/settings';

export interface RememberedSectionProps {
  settings: Pick<Settings, 'overruled' | 'declinedUpdates'>;
  change: OptionsActions['change'];
  choices: readonly ChoiceView[];
  onForget: (id: string) => void;
  now: number;
}

/** What was chosen for whom, as one line. */
function choiceWords({ kind, about, chosen, at }: ChoiceView, now: number): string {
  const words = pageWords.options.remembered.choice;
  if (kind === 'deal') return words.deal(about[0] ?? words.thread(at, now), chosen);
  return words[kind](form.list(about.slice(0, 3)), chosen);
}

/** What the rep decided once and Sidelog keeps to: each can be forgotten. */
export function RememberedSection(props: RememberedSectionProps): JSX.Element {
  const { settings, change, choices, onForget, now } = props;
  const { overruled = [], declinedUpdates = [] } = settings;
  const words = pageWords.options.remembered;
  const without = <T,>(list: readonly T[], id: string) => list.filter((_, at) => String(at) !== id);
  return (
    <Section id="remembered" title={pageWords.options.sections.remembered} hint={words.hint}>
      <SettingRows>
        <Setting id="choices">
          <div class="entries">
            <h3>{words.choices}</h3>
            <p class="note">{words.choicesHint}</p>
            <Pills
              items={choices.map((choice) => ({ id: choice.id, label: choiceWords(choice, now) }))}
              offLabel={words.forget}
              onOff={onForget}
            />
          </div>
        </Setting>
        <Setting id="overruled">
          <div class="entries">
            <h3>{words.overruled}</h3>
            <p class="note">{words.overruledHint}</p>
            <Pills
              items={overruled.map(({ address, reason }, at) => ({
                id: String(at),
                label: words.held(address, words.reason[reason]),
              }))}
              offLabel={words.forget}
              onOff={(id) => void change({ overruled: without(overruled, id) })}
            />
          </div>
        </Setting>
        <Setting id="declined">
          <div class="entries">
            <h3>{words.declined}</h3>
            <p class="note">{words.declinedHint}</p>
            <Pills
              items={declinedUpdates.map(({ name, field, new: value }, at) => ({
                id: String(at),
                label: words.news(name, t.proposal.update.field[field], value),
              }))}
              offLabel={words.forget}
              onOff={(id) => void change({ declinedUpdates: without(declinedUpdates, id) })}
            />
          </div>
        </Setting>
      </SettingRows>
    </Section>
  );
}
