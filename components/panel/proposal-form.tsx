import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Checkbox } from '@/components/design/checkbox';
import { Field } from '@/components/design/field';
import { Select } from '@/components/design/select';
import { AskedFields, allSaid } from '@/components/panel/asked-fields';
import type { AskedView } from '@/components/panel/panel-props';
import { sayReasons } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';
import { type Activity, type ActivityEdit, Outcome } from '@/utils/model/activity';
import type { Proposal } from '@/utils/model/proposal';

export interface ProposalFormProps {
  proposal: Proposal;
  /** Lines that one press puts into a meeting's notes. */
  template: string;
  /** What this CRM asks for besides. */
  asked: AskedView;
  onLog: (edit: ActivityEdit) => void;
  onSave: (edit: ActivityEdit) => void;
  onCancel: () => void;
}

/** Editing in place: what the rep may change before it is logged. */
export function ProposalForm({
  proposal,
  template,
  asked,
  onLog,
  onSave,
  onCancel,
}: ProposalFormProps): JSX.Element {
  const { activity, match } = proposal;
  const [subject, setSubject] = useState(activity.subject);
  const [summary, setSummary] = useState(activity.summary);
  const [ownWords, setOwnWords] = useState(activity.ownWords);
  const [contactIds, setContactIds] = useState(activity.contactIds);
  const [step, setStep] = useState(activity.nextStep?.text ?? '');
  const [due, setDue] = useState(activity.nextStep?.due ?? '');
  const [outcome, setOutcome] = useState<string>(activity.outcome ?? '');
  const [fields, setFields] = useState<Record<string, string>>(activity.fields ?? {});
  const [taskFields, setTaskFields] = useState<Record<string, string>>(activity.taskFields ?? {});
  const [tried, setTried] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);

  const ofTask = { crm: asked.crm, fields: step.trim() === '' ? [] : (asked.task ?? []) };
  const missing = subject.trim() === '';
  const finish = (use: (edit: ActivityEdit) => void) => {
    setTried(true);
    if (missing) {
      place.current?.querySelector('input')?.focus();
      return;
    }
    const parts = [
      { fields: asked.fields, values: fields },
      { fields: ofTask.fields, values: taskFields },
    ];
    // What is only saved may lack them: they are asked for when it is logged.
    if (use === onLog && !allSaid(place.current, parts)) return;
    use({
      subject: subject.trim(),
      summary,
      contactIds,
      ...stepEdit(activity, step.trim(), due),
      ...outcomeEdit(activity, outcome),
      ...(asked.fields.length > 0 ? { fields } : {}),
      ...(ofTask.fields.length > 0 ? { taskFields } : {}),
      ...(ownWords === activity.ownWords ? {} : { ownWords }),
    });
  };
  return (
    <form
      class="form"
      ref={place}
      aria-label={t.proposal.form.title}
      onSubmit={(event) => {
        event.preventDefault();
        finish(onLog);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(onLog);
      }}
    >
      <Field
        label={t.proposal.form.subject}
        value={subject}
        required
        onInput={setSubject}
        maxLength={1000}
        onEnter={() => finish(onLog)}
        error={tried && missing ? t.proposal.form.subjectMissing : undefined}
      />
      {activity.kind === 'email' ? (
        <Field
          label={t.proposal.form.summary}
          value={summary}
          onInput={setSummary}
          lines={3}
          optional
          maxLength={2000}
          hint={t.proposal.form.summaryHint}
        />
      ) : (
        <Notes value={summary} onInput={setSummary} template={template} />
      )}
      {activity.ownWords !== '' && (
        <Field
          label={t.proposal.form.text}
          value={ownWords}
          onInput={setOwnWords}
          lines={4}
          optional
          maxLength={100_000}
          hint={t.proposal.form.textHint}
        />
      )}
      <Field
        label={t.proposal.step.label}
        value={step}
        onInput={setStep}
        maxLength={500}
        optional
        hint={t.proposal.step.labelHint}
        onEnter={() => finish(onLog)}
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
      {match.contacts.length > 0 && (
        <fieldset class="choice">
          <legend class="field__label">{t.proposal.form.contacts}</legend>
          {match.contacts.map((contact) => (
            <Checkbox
              key={contact.contactId}
              checked={contactIds.includes(contact.contactId)}
              onChange={(on) =>
                setContactIds(
                  on
                    ? [...contactIds, contact.contactId]
                    : contactIds.filter((id) => id !== contact.contactId),
                )
              }
              hint={sayReasons(contact.because)}
            >
              {contact.name || contact.address}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <div class="actions actions--form">
        <Button look="primary" onPress={() => finish(onLog)}>
          {t.proposal.log}
        </Button>
        <Button onPress={() => finish(onSave)}>{t.save}</Button>
        <Button onPress={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  );
}

interface NotesProps {
  value: string;
  onInput: (value: string) => void;
  template: string;
}

/** What was said, as the rep writes it down; one press puts the template's lines below what stands there. */
function Notes({ value, onInput, template }: NotesProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const there = value.includes(template);
  const insert = () => {
    onInput(value.trim() === '' ? template : `${value.trimEnd()}\n\n${template}`.slice(0, 2000));
    // To the end of its first line, once it is drawn.
    requestAnimationFrame(() => {
      const area = place.current?.querySelector('textarea');
      if (!area) return;
      const start = area.value.lastIndexOf(template) + (template.split('\n')[0] ?? '').length;
      area.focus();
      area.setSelectionRange(start, start);
    });
  };
  return (
    <div class="notes" ref={place}>
      <Field
        label={t.meeting.notes}
        value={value}
        onInput={onInput}
        lines={6}
        optional
        maxLength={2000}
        hint={t.meeting.notesHint}
      />
      <Button look="link" busy={there} onPress={insert}>
        {t.meeting.useTemplate}
      </Button>
    </div>
  );
}

/** Only what the rep changed; null where they emptied it. */
function stepEdit({ nextStep }: Activity, text: string, due: string): Pick<ActivityEdit, 'nextStep'> {
  if (text === '') return nextStep ? { nextStep: null } : {};
  const same = text === nextStep?.text && due === (nextStep.due ?? '');
  return same ? {} : { nextStep: { text, due: due || null } };
}

function outcomeEdit(activity: Activity, chosen: string): Pick<ActivityEdit, 'outcome'> {
  if (chosen === (activity.outcome ?? '')) return {};
  return { outcome: Outcome.options.find((each) => each === chosen) ?? null };
}
