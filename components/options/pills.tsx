import type { JSX } from 'preact';
import { Icon } from '@/components/design/icons';
import { pageWords } from '@/utils/i18n/page-words';

export interface PillsProps {
  items: readonly { id: string; label: string }[];
  /** The name of the button that takes this one off. */
  offLabel: (label: string) => string;
  onOff: (id: string) => void;
}

/** What is on a list, each with the button that takes it off. */
export function Pills({ items, offLabel, onOff }: PillsProps): JSX.Element {
  if (items.length === 0) return <p class="note">{pageWords.options.own.none}</p>;
  return (
    <ul>
      {items.map(({ id, label }) => (
        <li class="pill" key={id}>
          <span dir="auto">{label}</span>
          <button
            type="button"
            class="pill__off"
            aria-label={offLabel(label)}
            title={offLabel(label)}
            onClick={() => onOff(id)}
          >
            <Icon name="cross" size={10} />
          </button>
        </li>
      ))}
    </ul>
  );
}
