import type { JSX } from 'preact';
import { Select } from '@/components/design/select';
import type { FillView, WrittenFieldView } from '@/components/options/options-props';
import { CrmFieldInput } from '@/components/panel/crm-field';
import { pageWords } from '@/utils/i18n/page-words';
import { t } from '@/utils/i18n/t';
import { Outcome } from '@/utils/model/activity';

export interface MappedFieldProps {
  kind: FillView['kind'];
  field: WrittenFieldView;
  fill: FillView | undefined;
  /** Null: nothing goes there by itself. */
  onChange: (fill: FillView | null) => void;
}

type Source = NonNullable<FillView['from']>;

/** One field of the CRM's: what goes into it, with every entry, or from which part of it. */
export function MappedField({ kind, field, fill, onChange }: MappedFieldProps): JSX.Element {
  const words = pageWords.written.mapping;
  const { name, label } = field;
  if (field.ours === 'kind') {
    return (
      <CrmFieldInput
        field={field}
        label={label}
        none={words.typeOurs}
        value={fill?.value ?? ''}
        onChange={(value) => onChange(value === '' ? null : { kind, field: name, value })}
      />
    );
  }
  const way = fill ? (fill.from ?? 'always') : '';
  const choose = (next: string) => {
    const source = sourcesOf(kind, field).find((each) => each === next);
    if (next === 'always') onChange({ kind, field: name, value: '' });
    else if (source) onChange({ kind, field: name, value: '', from: source, ...wordsFor(field, source) });
    else onChange(null);
  };
  return (
    <>
      <Select
        label={field.required ? words.requiredField(label) : label}
        value={way}
        options={[
          { value: '', label: field.required ? pageWords.written.each : words.leave },
          ...sourcesOf(kind, field).map((source) => ({
            value: source,
            label: source === 'ask' ? pageWords.written.each : (pageWords.written.place[source] ?? source),
          })),
          { value: 'always', label: words.always },
        ]}
        onChange={choose}
      />
      {way === 'always' && (
        <CrmFieldInput
          field={field}
          label={words.value(label)}
          none={t.asked.choose}
          value={fill?.value ?? ''}
          onChange={(value) => onChange({ kind, field: name, value })}
        />
      )}
      {field.choices && fill && (fill.from === 'outcome' || fill.from === 'direction') && (
        <div class="mapping__words">
          {oursOf(fill.from).map(({ value: ours, label: ourLabel }) => (
            <Select
              key={ours}
              label={words.means(label, ourLabel)}
              value={fill.words?.[ours] ?? ''}
              options={[{ value: '', label: words.leave }, ...(field.choices ?? [])]}
              onChange={(value) => onChange({ ...fill, words: { ...fill.words, [ours]: value } })}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** What fits into it. Into a required one only what each entry has. */
function sourcesOf(record: FillView['kind'], { kind, required }: WrittenFieldView): Source[] {
  // A person, a company and a task have nothing of a mail's.
  if (record === 'contact' || record === 'company' || record === 'task') return required ? [] : ['ask'];
  if (required) return kind === 'choice' || kind === 'text' ? ['direction'] : [];
  switch (kind) {
    case 'text':
      return ['ask', 'summary', 'nextStep', 'outcome', 'direction'];
    case 'choice':
      return ['ask', 'outcome', 'direction'];
    case 'date':
      return ['ask', 'nextStepDue'];
    default:
      return ['ask'];
  }
}

function oursOf(source: 'outcome' | 'direction'): { value: string; label: string }[] {
  return source === 'outcome'
    ? Outcome.options.map((value) => ({ value, label: t.proposal.outcome[value] }))
    : (['received', 'sent'] as const).map((value) => ({ value, label: t.proposal.kind[value] }));
}

/** Into plain text our own words go, in the rep's language; a choice's are for the rep to say. */
function wordsFor({ choices }: WrittenFieldView, source: Source): { words?: Record<string, string> } {
  if (source !== 'outcome' && source !== 'direction') return {};
  if (choices) return { words: {} };
  return { words: Object.fromEntries(oursOf(source).map(({ value, label }) => [value, label])) };
}
