import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Banner } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Icon } from '@/components/design/icons';
import { Select } from '@/components/design/select';
import { MappedField } from '@/components/options/mapped-field';
import type { FillView, WrittenFieldView, WrittenView } from '@/components/options/options-props';
import { pageWords } from '@/utils/i18n/page-words';
import { isFillable } from '@/utils/model/crm-schema';

export interface FieldMappingProps {
  records: WrittenView['records'];
  crm: string;
  fills: readonly FillView[];
  onFill: (fills: FillView[]) => void;
}

type Record = WrittenView['records'][number];

/**
 * Which of the CRM's own types an entry becomes, and what goes into its fields besides. What it asks for, and nobody can
 * fill from here, is named before the first entry is refused for it.
 */
export function FieldMapping({ records, crm, fills, onFill }: FieldMappingProps): JSX.Element | null {
  const [draft, setDraft] = useState<readonly FillView[] | null>(null);
  const [saved, setSaved] = useState(false);
  const words = pageWords.written.mapping;
  const now = draft ?? fills;
  const change = (kind: FillView['kind'], field: string, fill: FillView | null) => {
    setSaved(false);
    setDraft([...now.filter((each) => each.kind !== kind || each.field !== field), ...(fill ? [fill] : [])]);
  };
  const open = records.flatMap((record) =>
    record.fields.filter((field) => isRequired(field) && isFillable(field) && !fillOf(now, record, field)),
  );
  const beyond = records.flatMap((record) =>
    record.fields
      .filter((field) => isRequired(field) && !isFillable(field))
      .map((field) => pageWords.written.fill(pageWords.written.kind[record.kind], field.label)),
  );
  const gone = now.filter(
    ({ kind, field }) =>
      !records.some((record) => record.kind === kind && record.fields.some(({ name }) => name === field)),
  );
  const shown = records.filter(({ fields }) => fields.some(isFillable));
  if (shown.length === 0 && beyond.length === 0 && gone.length === 0) return null;
  return (
    <div class="mapping">
      {open.length > 0 && (
        <Banner title={pageWords.written.missing(open.length)}>{pageWords.written.missingHint}</Banner>
      )}
      {beyond.length > 0 && <Banner title={words.beyond(beyond, crm)}>{words.beyondHint(crm)}</Banner>}
      {gone.map((fill) => (
        <Banner key={`${fill.kind} ${fill.field}`} title={words.gone(fill.field, crm)}>
          <Button look="outline" onPress={() => change(fill.kind, fill.field, null)}>
            {words.forget}
          </Button>
        </Banner>
      ))}
      {shown.length > 0 && <p class="note">{words.hint(crm)}</p>}
      {shown.map((record) => (
        <MappedRecord
          key={record.kind}
          record={record}
          fills={now}
          onChange={(field, fill) => change(record.kind, field, fill)}
        />
      ))}
      <div class="buttons" aria-live="polite">
        {draft && (
          <Button
            look="outline"
            onPress={() => {
              onFill(draft.filter(says));
              setDraft(null);
              setSaved(true);
            }}
          >
            {pageWords.written.save}
          </Button>
        )}
        {saved && !draft && (
          <span class="said">
            <Icon name="check" size={14} /> {words.saved}
          </span>
        )}
      </div>
    </div>
  );
}

interface MappedRecordProps {
  record: Record;
  fills: readonly FillView[];
  onChange: (field: string, fill: FillView | null) => void;
}

/** One kind of entry: its type, what is asked for, what was chosen before, and the way to another field. */
function MappedRecord({ record, fills, onChange }: MappedRecordProps): JSX.Element {
  const [added, setAdded] = useState<readonly string[]>([]);
  const words = pageWords.written.mapping;
  const fillable = record.fields.filter(isFillable);
  const stands = (field: WrittenFieldView) =>
    field.ours === 'kind' ||
    field.required ||
    added.includes(field.name) ||
    fillOf(fills, record, field) !== undefined;
  const others = fillable.filter((field) => !stands(field));
  return (
    <fieldset class="mapping__kind">
      <legend>{pageWords.written.kind[record.kind]}</legend>
      {fillable.filter(stands).map((field) => (
        <MappedField
          key={field.name}
          kind={record.kind}
          field={field}
          fill={fillOf(fills, record, field)}
          onChange={(fill) => onChange(field.name, fill)}
        />
      ))}
      {others.length > 0 && (
        <Select
          label={words.add}
          value=""
          options={[
            { value: '', label: words.choose },
            ...others.map(({ name, label }) => ({ value: name, label })),
          ]}
          onChange={(name) => setAdded([...added, name])}
        />
      )}
    </fieldset>
  );
}

function fillOf(fills: readonly FillView[], record: Record, field: WrittenFieldView): FillView | undefined {
  return fills.find((fill) => fill.kind === record.kind && fill.field === field.name);
}

/** Required, and nothing of ours goes there. */
function isRequired(field: WrittenFieldView): boolean {
  return field.required && !field.ours;
}

/** Whether anything ever goes there by it. */
function says({ from, value, words = {} }: FillView): boolean {
  if (from === undefined) return value.trim() !== '';
  return (from !== 'outcome' && from !== 'direction') || Object.values(words).some((word) => word !== '');
}
