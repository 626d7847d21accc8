import type { ComponentChildren, JSX } from 'preact';

export interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children?: ComponentChildren;
  hint?: string | undefined;
  disabled?: boolean;
  /** Where no visible text names it. */
  label?: string;
}

export function Checkbox(props: CheckboxProps): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        aria-label={props.label}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.children !== undefined && (
        <span>
          {props.children}
          {props.hint && <small>{props.hint}</small>}
        </span>
      )}
    </label>
  );
}

export interface ChoiceProps<T extends string> {
  legend: string;
  name: string;
  value: T;
  options: readonly { value: T; label: string; hint?: string }[];
  onChange: (value: T) => void;
}

/** One of several, all visible. */
export function Choice<T extends string>(props: ChoiceProps<T>): JSX.Element {
  return (
    <fieldset class="choice">
      <legend class="field__label">{props.legend}</legend>
      {props.options.map((option) => (
        <label class="check" key={option.value}>
          <input
            type="radio"
            name={props.name}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
