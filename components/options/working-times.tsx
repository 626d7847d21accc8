import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Checkbox } from '@/components/design/checkbox';
import { Field } from '@/components/design/field';
import { Pills } from '@/components/options/pills';
import { pageWords } from '@/utils/i18n/page-words';
import { form, t } from '@/utils/i18n/t';
import type { WorkingHours } from '@/utils/model/settings';

interface Props {
  hours: WorkingHours;
  onChange: (hours: WorkingHours) => void;
}

/** On which days and from when to when the rep works; in the settings and on the welcome page. */
export function WorkingTimes({ hours, onChange }: Props): JSX.Element {
  return (
    <>
      <fieldset class="choice choice--days">
        <legend class="field__label">{pageWords.options.day.days}</legend>
        {[1, 2, 3, 4, 5, 6, 0].map((day) => (
          <Checkbox
            key={day}
            checked={hours.days.includes(day)}
            onChange={(on) =>
              onChange({
                ...hours,
                days: on ? [...hours.days, day].sort() : hours.days.filter((each) => each !== day),
              })
            }
          >
            {form.weekday(day)}
          </Checkbox>
        ))}
      </fieldset>
      <Hours key={`${hours.from} ${hours.to}`} hours={hours} onChange={onChange} />
    </>
  );
}

/** Stored when both times make a day; else it says why not. */
function Hours(props: Props): JSX.Element {
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
        label={pageWords.options.day.from}
        value={from}
        onInput={(value) => {
          setFrom(value);
          take(value, to);
        }}
      />
      <Field
        time
        label={pageWords.options.day.to}
        value={to}
        error={wrong ? pageWords.options.day.order : undefined}
        onInput={(value) => {
          setTo(value);
          take(from, value);
        }}
      />
    </div>
  );
}

/** Days off, each with the way to take it back. */
export function Holidays(props: {
  holidays: readonly string[];
  onChange: (days: string[]) => void;
}): JSX.Element {
  const { holidays, onChange } = props;
  const words = pageWords.options.day;
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
        offLabel={pageWords.options.own.remove}
        onOff={(day) => onChange(holidays.filter((each) => each !== day))}
      />
      <div class="entries__add">
        <Field date label={words.addHoliday} value={typed} onInput={setTyped} onEnter={add} />
        <Button look="outline" label={t.named(pageWords.options.own.add, words.holidays)} onPress={add}>
          {pageWords.options.own.add}
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
