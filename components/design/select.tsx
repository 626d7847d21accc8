import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '@/components/design/icons';

export interface SelectProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** A labelled choice of few; the browser's own, so that every keyboard and reader knows it. */
export function Select({ label, value, options, onChange, error }: SelectProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="input"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      {error && (
        <p class="field__error" id={`${id}-error`}>
          <Icon name="warning" size={14} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
