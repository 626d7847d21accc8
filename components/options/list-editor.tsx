import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Field } from '@/components/design/field';
import type { OptionsActions } from '@/components/options/options-props';
import { Pills } from '@/components/options/pills';
import { pageWords } from '@/utils/i18n/page-words';
import { t } from '@/utils/i18n/t';

export interface ListEditorProps {
  label: string;
  hint?: string;
  addLabel: string;
  kind: 'address' | 'domain' | 'word';
  values: readonly string[];
  readEntry: OptionsActions['readEntry'];
  onChange: (values: string[]) => void;
}

/** A list of addresses, domains or words: each can be taken off, one can be added. */
export function ListEditor(props: ListEditorProps): JSX.Element {
  const { values } = props;
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>();
  const add = () => {
    const read = props.readEntry(props.kind, typed, values);
    if ('problem' in read) {
      setError(pageWords.options.own[read.problem]);
      return;
    }
    setTyped('');
    setError(undefined);
    props.onChange([...values, read.value]);
  };
  return (
    <div class="entries">
      <h3>{props.label}</h3>
      {props.hint && <p class="note">{props.hint}</p>}
      <Pills
        items={values.map((value) => ({ id: value, label: value }))}
        offLabel={pageWords.options.own.remove}
        onOff={(value) => props.onChange(values.filter((each) => each !== value))}
      />
      <div class="entries__add">
        <Field
          label={props.addLabel}
          value={typed}
          onInput={(value) => {
            setTyped(value);
            setError(undefined);
          }}
          onEnter={add}
          error={error}
          maxLength={320}
        />
        <Button look="outline" label={t.named(pageWords.options.own.add, props.label)} onPress={add}>
          {pageWords.options.own.add}
        </Button>
      </div>
    </div>
  );
}
