import type { JSX } from 'preact';
import { Field } from '@/components/design/field';
import { Select } from '@/components/design/select';
import { t } from '@/utils/i18n/t';
import type { CrmField } from '@/utils/model/crm-schema';

export interface CrmFieldInputProps {
  field: Pick<CrmField, 'kind' | 'choices' | 'max'>;
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What choosing nothing means. */
  none: string;
  required?: boolean;
  error?: string | undefined;
}

/** A field that the CRM asks for, in the form that it has there. */
export function CrmFieldInput(props: CrmFieldInputProps): JSX.Element {
  const { field, label, value, onChange, none, error } = props;
  const choices =
    field.kind === 'boolean'
      ? [
          { value: 'true', label: t.asked.yes },
          { value: 'false', label: t.asked.no },
        ]
      : field.choices;
  if (choices && choices.length > 0)
    return (
      <Select
        label={label}
        value={value}
        onChange={onChange}
        error={error}
        options={[{ value: '', label: none }, ...choices]}
      />
    );
  return (
    <Field
      label={label}
      value={value}
      onInput={onChange}
      date={field.kind === 'date'}
      keyboard={field.kind === 'number' ? 'numeric' : undefined}
      maxLength={Math.min(field.max ?? 4000, 4000)}
      required={props.required}
      optional={!props.required}
      error={error}
    />
  );
}
