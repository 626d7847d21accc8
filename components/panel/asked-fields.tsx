import type { JSX } from 'preact';
import { CrmFieldInput } from '@/components/panel/crm-field';
import type { AskedView } from '@/components/panel/panel-props';
import { crmName } from '@/utils/i18n/crm-names';
import { t } from '@/utils/i18n/t';
import type { Proposal } from '@/utils/model/proposal';

/** What these mails, and the tasks that follow from them, do not say yet of what the CRM asks for. */
export function missingFields(proposals: readonly Proposal[], asked: AskedView): AskedView['fields'] {
  const { fields, task } = missingParts(proposals, asked);
  return [...fields, ...task];
}

/** The same, apart. */
export function missingParts(proposals: readonly Proposal[], asked: AskedView): Required<AskedView> {
  const steps = proposals.filter(({ activity }) => activity.nextStep);
  return {
    crm: asked.crm,
    fields: asked.fields.filter(({ name }) => proposals.some(({ activity }) => !activity.fields?.[name])),
    task: (asked.task ?? []).filter(({ name }) => steps.some(({ activity }) => !activity.taskFields?.[name])),
  };
}

/**
 * Whether everything asked for is filled in; else the first empty one has the focus. `parts` in the order in which they
 * stand in `place`.
 */
export function allSaid(
  place: ParentNode | null,
  parts: readonly { fields: AskedView['fields']; values: Readonly<Record<string, string>> }[],
): boolean {
  const empty = parts
    .flatMap(({ fields, values }) => fields.map(({ name }) => values[name]))
    .findIndex((value) => !value);
  if (empty !== -1) place?.querySelectorAll<HTMLElement>('.asked .input')[empty]?.focus();
  return empty === -1;
}

export interface AskedFieldsProps {
  asked: AskedView;
  /** What asks: the record itself unless told. */
  of?: 'task' | 'company';
  values: Readonly<Record<string, string>>;
  onChange: (values: Record<string, string>) => void;
  /** Somebody tried to log it: what is empty says so. */
  tried: boolean;
}

const legends = { task: 'asksForTask', company: 'asksForCompany' } as const;

/** The fields that this CRM asks for, where the record is made: nothing is refused for them. */
export function AskedFields({ asked, of, values, onChange, tried }: AskedFieldsProps): JSX.Element | null {
  if (asked.fields.length === 0) return null;
  return (
    <fieldset class="asked">
      <legend class="field__label">{t.asked[of ? legends[of] : 'asksFor'](crmName(asked.crm))}</legend>
      {asked.fields.map((field) => (
        <CrmFieldInput
          key={field.name}
          field={field}
          label={field.label || field.name}
          none={t.asked.choose}
          required
          value={values[field.name] ?? ''}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
          error={tried && !values[field.name] ? t.asked.empty(field.label || field.name) : undefined}
        />
      ))}
    </fieldset>
  );
}
