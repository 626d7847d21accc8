import type { JSX } from 'preact';
import { Banner } from '@/components/design/blocks';
import { Checkbox, Choice } from '@/components/design/checkbox';
import type { OptionsActions } from '@/components/options/options-props';
import { Section, Setting, SettingRows } from '@/components/options/section';
import { Holidays, WorkingTimes } from '@/components/options/working-times';
import { pageWords } from '@/utils/i18n/page-words';
import { QUIET_DAYS, type Settings, USUAL_HOURS } from '@/utils/model/settings';

interface Props {
  settings: Pick<Settings, 'workingHours' | 'holidays' | 'quietDays' | 'morningNote'>;
  /** Whether the browser lets us notify. */
  mayNotify: boolean;
  actions: Pick<OptionsActions, 'change' | 'morningNote'>;
}

/** When the rep works, and what the day's list makes of it. */
export function DaySection({ settings, mayNotify, actions }: Props): JSX.Element {
  const words = pageWords.options.day;
  const hours = settings.workingHours ?? USUAL_HOURS;
  const { holidays = [], quietDays = QUIET_DAYS[0] } = settings;
  return (
    <Section id="day" title={pageWords.options.sections.day}>
      <SettingRows>
        <Setting id="hours">
          <p class="note">{words.hint}</p>
          <WorkingTimes hours={hours} onChange={(workingHours) => void actions.change({ workingHours })} />
        </Setting>
        <Setting id="holidays">
          <Holidays holidays={holidays} onChange={(days) => void actions.change({ holidays: days })} />
        </Setting>
        <Setting id="quiet">
          <Choice
            legend={words.quiet}
            name="quiet"
            value={String(quietDays)}
            options={QUIET_DAYS.map((days) => ({ value: String(days), label: words.quietDays(days) }))}
            onChange={(value) => {
              const days = QUIET_DAYS.find((each) => String(each) === value);
              if (days) void actions.change({ quietDays: days });
            }}
          />
        </Setting>
        <Setting id="morning">
          <Checkbox
            checked={settings.morningNote === true}
            onChange={(on) => actions.morningNote(on)}
            hint={words.morningHint}
          >
            {words.morning}
          </Checkbox>
          {settings.morningNote === true && !mayNotify && <Banner title={words.morningMissing} />}
        </Setting>
      </SettingRows>
    </Section>
  );
}
