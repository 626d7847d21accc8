import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '@/components/design/icons';
import { t } from '@/utils/i18n/t';

export interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  error?: string;
  /** Which keyboard a touch screen shows. */
  keyboard?: 'url' | 'email' | 'search' | 'tel' | 'numeric';
  /** A calendar day, `YYYY-MM-DD` or empty. */
  date?: boolean;
  /** A local time, `YYYY-MM-DDTHH:mm`. */
  moment?: boolean;
  /** A time of the day, `HH:mm`. */
  time?: boolean;
  lines?: number;
  /** Said beside the label. Neither this nor `required`: a field that stands for itself, like a search. */
  optional?: boolean;
  required?: boolean;
  maxLength?: number;
  secret?: boolean;
  readOnly?: boolean;
  onEnter?: () => void;
}

/** A labelled field. Hint and error are read out with it; an error says what to do and is not said by colour alone. */
export function Field(props: FieldProps): JSX.Element {
  const id = useId();
  const described = [props.error ? `${id}-error` : '', props.hint ? `${id}-hint` : '']
    .filter(Boolean)
    .join(' ');
  const shared = {
    id,
    class: 'input',
    value: props.value,
    readOnly: props.readOnly,
    maxLength: props.maxLength,
    'aria-describedby': described || undefined,
    'aria-invalid': props.error ? true : undefined,
    'aria-required': props.required ? true : undefined,
  };
  const line = {
    ...shared,
    onInput: (event: { currentTarget: HTMLInputElement }) => props.onInput(event.currentTarget.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !props.onEnter) return;
      event.preventDefault();
      props.onEnter();
    },
  };
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {props.label} {props.optional && <i>{t.optional}</i>}
      </label>
      {props.secret ? (
        <input {...line} type="password" autocomplete="new-password" />
      ) : props.date ? (
        <input {...line} type="date" />
      ) : props.moment ? (
        <input {...line} type="datetime-local" />
      ) : props.time ? (
        <input {...line} type="time" />
      ) : props.lines ? (
        <textarea
          {...shared}
          rows={props.lines}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          {...line}
          type="text"
          inputMode={props.keyboard}
          spellcheck={!props.keyboard}
          autocomplete="off"
        />
      )}
      {props.error && (
        <p class="field__error" id={`${id}-error`}>
          <Icon name="warning" size={14} />
          <span>{props.error}</span>
        </p>
      )}
      {props.hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
