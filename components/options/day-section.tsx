import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Checkbox, Choice } from '@/components/design/checkbox';
import { Field } from '@/components/design/field';
import type { OptionsActions } from '@/components/options/options-props';
import { Pills } from '@/components/options/pills';
import { Section } from '@/components/options/section';
import { form, t } from '@/utils/i18n/t';
import { QUIET_DAYS, type Settings, USUAL_HOURS, type WorkingHours } from '@/utils/model/settings';

interface Props {
  settings: Pick<Settings, 'workingHours' | 'holidays' | 'quietDays' | 'morningNote'>;
  actions: Pick<OptionsActions, 'change' | 'morningNote'>;
}

/** When the rep works, and what the day's list makes of it. */
export function DaySection({ settings, actions }: Props): JSX.Element {
  const words = t.options.day;
  const hours = settings.workingHours ?? USUAL_HOURS;
  const { holidays = [], quietDays = QUIET_DAYS[0] } = settings;
  const change = (workingHours: WorkingHours) => void actions.change({ workingHours });
  return (
    <Section id="day" title={t.options.sections.day}>
      <p class="note">{words.hint}</p>
      <fieldset class="choice choice--days">
        <legend class="field__label">{words.days}</legend>
        {[1, 2, 3, 4, 5, 6, 0].map((day) => (
          <Checkbox
            key={day}
            checked={hours.days.includes(day)}
            onChange={(on) =>
              change({
                ...hours,
                days: on ? [...hours.days, day].sort() : hours.days.filter((each) => each !== day),
              })
            }
          >
            {form.weekday(day)}
          </Checkbox>
        ))}
      </fieldset>
      <Hours key={`${hours.from} ${hours.to}`} hours={hours} onChange={change} />
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

/** Stored when both times make a day; else it says why not. */
function Hours(props: { hours: WorkingHours; onChange: (hours: WorkingHours) => void }): JSX.Element {
  const { hours, onChange } = props;
  const [from, setFrom] = useState(clockTime(hours.from));
  const [to, setTo] = useState(clockTime(hours.to));
  const take = (first: string, last: string) => {
    const next = { ...hours, from: minutesOf(first), to: minutesOf(last) };
    if (next.from < next.to) onChange(next);
  };
  const wrong = !(minutesOf(from) < minutesOf(to));
  return (
    <div class="fields">
      <Field
        time
        label={t.options.day.from}
        value={from}
        onInput={(value) => {
          setFrom(value);
          take(value, to);
        }}
      />
      <Field
        time
        label={t.options.day.to}
        value={to}
        error={wrong ? t.options.day.order : undefined}
        onInput={(value) => {
          setTo(value);
          take(from, value);
        }}
      />
    </div>
  );
}

function Holidays(props: { holidays: readonly string[]; onChange: (days: string[]) => void }): JSX.Element {
  const { holidays, onChange } = props;
  const words = t.options.day;
  const [typed, setTyped] = useState('');
  const add = () => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return;
    onChange([...new Set([...holidays, typed])].sort());
    setTyped('');
  };
  return (
    <div class="entries">
      <h3>{words.holidays}</h3>
      <p class="note">{words.holidaysHint}</p>
      <Pills
        items={holidays.map((day) => ({ id: day, label: form.exactDay(day) }))}
        offLabel={t.options.own.remove}
        onOff={(day) => onChange(holidays.filter((each) => each !== day))}
      />
      <div class="entries__add">
        <Field date label={words.addHoliday} value={typed} onInput={setTyped} onEnter={add} />
        <Button look="outline" label={`${t.options.own.add}: ${words.holidays}`} onPress={add}>
          {t.options.own.add}
        </Button>
      </div>
    </div>
  );
}

/** Minutes since midnight as `HH:mm`; the day's last minute for its end. */
function clockTime(minutes: number): string {
  const shown = Math.min(minutes, 1439);
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** NaN where no time stands there. */
function minutesOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return time === '' ? Number.NaN : (hour ?? 0) * 60 + (minute ?? 0);
}
