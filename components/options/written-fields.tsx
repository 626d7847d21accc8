import type { JSX } from 'preact';
import { Disclosure } from '@/components/design/blocks';
import { Icon } from '@/components/design/icons';
import { FieldMapping } from '@/components/options/field-mapping';
import type { FillView, WrittenFieldView, WrittenView } from '@/components/options/options-props';
import { pageWords } from '@/utils/i18n/page-words';

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
  const words = pageWords.written;
  const fits = written.records.every(({ fields }) => fields.every(({ required, ours }) => !required || ours));
  return (
    <Disclosure summary={words.title} open={props.open}>
      <div class="written">
        <p class="note">{written.checked ? words.checked(crm) : words.unchecked(crm)}</p>
        <p class="note">{written.example ? words.example(written.example) : words.noExample}</p>
        {written.checked && fits && (
          <p class="said">
            <Icon name="check" size={14} /> {words.fits}
          </p>
        )}
        {written.checked && (
          <FieldMapping records={written.records} crm={crm} fills={props.fills} onFill={props.onFill} />
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

function getsWords(field: WrittenFieldView): string {
  const words = pageWords.written;
  const { ours, fill } = field;
  if (fill?.from === 'ask') return words.ask;
  if (fill?.from) return words.place[fill.from] ?? fill.from;
  if (fill)
    return words.always(field.choices?.find(({ value }) => value === fill.value)?.label ?? fill.value);
  if (ours) return words.place[ours] ?? ours;
  return field.required ? words.ask : words.nothing;
}
