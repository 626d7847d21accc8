import type { JSX } from 'preact';
import { Checkbox, Choice } from '@/components/design/checkbox';
import type { OptionsActions } from '@/components/options/options-props';
import { Section } from '@/components/options/section';
import { Holidays, WorkingTimes } from '@/components/options/working-times';
import { t } from '@/utils/i18n/t';
import { QUIET_DAYS, type Settings, USUAL_HOURS } from '@/utils/model/settings';

interface Props {
  settings: Pick<Settings, 'workingHours' | 'holidays' | 'quietDays' | 'morningNote'>;
  actions: Pick<OptionsActions, 'change' | 'morningNote'>;
}

/** When the rep works, and what the day's list makes of it. */
export function DaySection({ settings, actions }: Props): JSX.Element {
  const words = t.options.day;
  const hours = settings.workingHours ?? USUAL_HOURS;
  const { holidays = [], quietDays = QUIET_DAYS[0] } = settings;
  return (
    <Section id="day" title={t.options.sections.day}>
      <p class="note">{words.hint}</p>
      <WorkingTimes hours={hours} onChange={(workingHours) => void actions.change({ workingHours })} />
      <Holidays holidays={holidays} onChange={(days) => void actions.change({ holidays: days })} />
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
      <Checkbox
        checked={settings.morningNote === true}
        onChange={(on) => actions.morningNote(on)}
        hint={words.morningHint}
      >
        {words.morning}
      </Checkbox>
    </Section>
  );
}
