import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Banner, Disclosure } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Icon } from '@/components/design/icons';
import type { FillView, WrittenFieldView, WrittenView } from '@/components/options/options-props';
import { CrmFieldInput } from '@/components/panel/crm-field';
import { t } from '@/utils/i18n/t';

export interface WrittenFieldsProps {
  written: WrittenView;
  crm: string;
  fills: readonly FillView[];
  /** Just connected: it is open. */
  open: boolean;
  onFill: (fills: FillView[]) => void;
}

/** What goes into which of the CRM's fields, with a real example; what it asks for besides is said before the first log. */
export function WrittenFields(props: WrittenFieldsProps): JSX.Element {
  const { written, crm } = props;
  const words = t.written;
  const asked = written.records.flatMap((record) =>
    record.fields.filter(isOpen).map((field) => ({ kind: record.kind, field })),
  );
  return (
    <Disclosure summary={words.title} open={props.open}>
      <div class="written">
        <p class="note">{written.checked ? words.checked(crm) : words.unchecked(crm)}</p>
        <p class="note">{written.example ? words.example(written.example) : words.noExample}</p>
        {asked.length > 0 ? (
          <Asked {...props} asked={asked} />
        ) : (
          written.checked && (
            <p class="said">
              <Icon name="check" size={14} /> {words.fits}
            </p>
          )
        )}
        {written.records.map((record) => (
          <Disclosure
            key={record.kind}
            summary={words.record(words.kind[record.kind], record.record)}
            open={record.kind === 'email'}
          >
            <table class="written__table">
              <thead>
                <tr>
                  <th scope="col">{words.field}</th>
                  <th scope="col">{words.gets}</th>
                  <th scope="col">{words.exampleTitle}</th>
                </tr>
              </thead>
              <tbody>
                {record.fields
                  .filter((field) => field.ours || field.required || field.fill)
                  .map((field) => (
                    <tr key={field.name}>
                      <th scope="row">
                        {field.label} {field.required && <small>{words.required}</small>}
                      </th>
                      <td>{getsWords(field)}</td>
                      <td dir="auto">{field.example}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </Disclosure>
        ))}
      </div>
    </Disclosure>
  );
}

/** Required, and nothing of ours goes there. */
function isOpen(field: WrittenFieldView): boolean {
  return field.required && !field.ours;
}

function getsWords(field: WrittenFieldView): string {
  const words = t.written;
  if (field.ours) return words.place[field.ours] ?? field.ours;
  if (!field.fill) return field.required ? words.ask : words.nothing;
  return words.always(field.choices?.find(({ value }) => value === field.fill)?.label ?? field.fill);
}

type AskedProps = WrittenFieldsProps & { asked: { kind: FillView['kind']; field: WrittenFieldView }[] };

/** One answer for all entries, or none: then each entry asks. */
function Asked({ asked, fills, onFill }: AskedProps): JSX.Element {
  const [values, setValues] = useState<Record<string, string>>({});
  const idOf = (kind: string, name: string) => `${kind} ${name}`;
  const words = t.written;
  const open = asked.filter(({ field }) => !field.fill).length;
  const save = () => {
    const said = asked.map(({ kind, field }) => ({
      kind,
      field: field.name,
      value: values[idOf(kind, field.name)] ?? field.fill ?? '',
    }));
    const others = fills.filter(
      (fill) => !said.some(({ kind, field }) => kind === fill.kind && field === fill.field),
    );
    onFill([...others, ...said.filter(({ value }) => value !== '')]);
  };
  return (
    <>
      {open > 0 && <Banner title={words.missing(open)}>{words.missingHint}</Banner>}
      {asked.map(({ kind, field }) => (
        <CrmFieldInput
          key={idOf(kind, field.name)}
          field={field}
          label={words.fill(words.kind[kind], field.label)}
          none={words.each}
          value={values[idOf(kind, field.name)] ?? field.fill ?? ''}
          onChange={(value) => setValues({ ...values, [idOf(kind, field.name)]: value })}
        />
      ))}
      <div class="buttons">
        <Button look="outline" onPress={save}>
          {words.save}
        </Button>
      </div>
    </>
  );
}
