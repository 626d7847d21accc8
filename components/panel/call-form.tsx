import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Field } from '@/components/design/field';
import { Select } from '@/components/design/select';
import { AskedFields, allSaid } from '@/components/panel/asked-fields';
import type { CallActions, PersonView } from '@/components/panel/panel-props';
import { plain } from '@/utils/i18n/isolate';
import { form, t } from '@/utils/i18n/t';
import { type CallNote, Outcome } from '@/utils/model/activity';

export interface CallFormProps {
  /** Whom the open mail is with: the call was probably with them. */
  people: readonly PersonView[];
  actions: CallActions;
  now: number;
  onClose: () => void;
}

const MINUTES = 5;

/** `YYYY-MM-DDTHH:mm` in the reader's zone, as the browser's field has it. */
function localMoment(at: number): string {
  const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 16);
}

/** What is noted of a call; one press logs it. */
export function CallForm({ people, actions, now, onClose }: CallFormProps): JSX.Element {
  const words = t.meeting.logCall;
  const [first] = people;
  const [id] = useState(() => crypto.randomUUID());
  const [person, setPerson] = useState<PersonView | undefined>(first);
  const [who, setWho] = useState(first?.name ?? '');
  const [found, setFound] = useState<PersonView[]>([]);
  const [number, setNumber] = useState(first?.phone ?? '');
  const [direction, setDirection] = useState('sent');
  const [start, setStart] = useState(() => localMoment(now - MINUTES * 60_000));
  const [minutes, setMinutes] = useState(String(MINUTES));
  const [subject, setSubject] = useState<string | null>(null);
  const [notes, setNotes] = useState('');
  const [outcome, setOutcome] = useState('');
  const [step, setStep] = useState('');
  const [due, setDue] = useState('');
  const [fields, setFields] = useState<Record<string, string>>({});
  const [taskFields, setTaskFields] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector(first ? 'textarea' : 'input')?.focus(), []);

  const name = who.trim();
  const suggested = plain(words.subjectFor(name || number.trim()));
  const at = new Date(start).getTime();
  const length = /^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) : Number.NaN;
  const right = {
    who: name !== '' || number.trim() !== '',
    // Minutes of the field have no seconds.
    start: Number.isFinite(at) && at <= Date.now() + 30_000,
    minutes: length <= 1440,
  };
  const asked = actions.asks('call');
  const ofTask = { crm: asked.crm, fields: step.trim() === '' ? [] : (asked.task ?? []) };
  const log = () => {
    setTried(true);
    if (busy || !right.who || !right.start || !right.minutes) return;
    const parts = [
      { fields: asked.fields, values: fields },
      { fields: ofTask.fields, values: taskFields },
    ];
    if (!allSaid(place.current, parts)) return;
    setBusy(true);
    const note: CallNote = {
      id,
      ...(person ? { contactId: person.contactId } : name ? { who: name } : {}),
      ...(number.trim() ? { number: number.trim() } : {}),
      at,
      minutes: length,
      direction: direction === 'received' ? 'received' : 'sent',
      subject: (subject ?? suggested).trim(),
      notes,
      ...outcomeOf(outcome),
      ...(step.trim() ? { nextStep: { text: step.trim(), due: due || null } } : {}),
      ...(asked.fields.length > 0 ? { fields } : {}),
      ...(ofTask.fields.length > 0 ? { taskFields } : {}),
    };
    void actions.logCall(note, name || number.trim()).then((ok) => {
      setBusy(false);
      if (ok) onClose();
    });
  };
  const type = (value: string) => {
    setWho(value);
    setPerson(undefined);
    void actions.findPeople(value).then(setFound);
  };
  const choose = (chosen: PersonView) => {
    setPerson(chosen);
    setWho(chosen.name);
    setFound([]);
    if (chosen.phone) setNumber(chosen.phone);
  };
  return (
    <form
      class="form card call-form"
      ref={place}
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        log();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) log();
      }}
    >
      <Field
        label={words.who}
        value={who}
        required
        maxLength={300}
        onInput={type}
        onEnter={log}
        hint={person ? words.chosen(form.series([person.name, person.companyName])) : words.whoHint}
        error={tried && !right.who ? words.whoMissing : undefined}
      />
      {found.length > 0 && (
        <ul class="found" aria-label={words.found}>
          {found.map((each) => (
            <li key={each.contactId}>
              <Button look="outline" onPress={() => choose(each)}>
                {form.facts([each.name, each.companyName])}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class="form__two">
        <Select
          label={words.direction}
          value={direction}
          onChange={setDirection}
          options={[
            { value: 'sent', label: words.sent },
            { value: 'received', label: words.received },
          ]}
        />
        <Field
          label={words.minutes}
          value={minutes}
          keyboard="numeric"
          required
          maxLength={4}
          onInput={setMinutes}
          onEnter={log}
          error={tried && !right.minutes ? words.minutesWrong : undefined}
        />
      </div>
      <Field
        label={words.start}
        value={start}
        moment
        required
        onInput={setStart}
        error={tried && !right.start ? words.startWrong : undefined}
      />
      <Field label={t.meeting.notes} value={notes} lines={4} optional maxLength={2000} onInput={setNotes} />
      <Field label={words.number} value={number} keyboard="tel" optional maxLength={60} onInput={setNumber} />
      <Field
        label={words.subject}
        value={subject ?? suggested}
        maxLength={1000}
        onInput={setSubject}
        onEnter={log}
      />
      <Field
        label={t.proposal.step.label}
        value={step}
        onInput={setStep}
        maxLength={500}
        optional
        hint={t.proposal.step.labelHint}
        onEnter={log}
      />
      <div class="form__two">
        <Field label={t.proposal.step.dueLabel} value={due} onInput={setDue} date optional />
        <Select
          label={t.proposal.outcome.label}
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: '', label: t.proposal.outcome.none },
            ...Outcome.options.map((each) => ({ value: each, label: t.proposal.outcome[each] })),
          ]}
        />
      </div>
      <AskedFields asked={asked} values={fields} onChange={setFields} tried={tried} />
      <AskedFields asked={ofTask} of="task" values={taskFields} onChange={setTaskFields} tried={tried} />
      <div class="actions actions--form">
        <Button look="primary" busy={busy} onPress={log}>
          {busy ? t.proposal.logging : words.log}
        </Button>
        <Button onPress={onClose}>{t.cancel}</Button>
      </div>
    </form>
  );
}

function outcomeOf(chosen: string): Pick<CallNote, 'outcome'> {
  const outcome = Outcome.options.find((each) => each === chosen);
  return outcome ? { outcome } : {};
}
