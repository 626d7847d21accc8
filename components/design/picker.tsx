import type { ComponentChildren, ComponentType, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/design/icons';
import type { LivePickerProps } from '@/components/design/live-picker';

export interface PickItem {
  id: string;
  label: string;
  /** What tells it from another of the same name. */
  note?: string;
  /** Why it may be the one. */
  why?: string;
}

export interface PickerProps {
  /** What the button that opens it says. */
  children: ComponentChildren;
  /** Its whole name; begins with those words. */
  label: string;
  /** `pill`: it shows what stands there now; `link`: nothing does. */
  look: 'pill' | 'link';
  /** Said on hover. */
  hint?: string;
  /** The field's name. */
  field: string;
  placeholder: string;
  /** What fits what is typed, best first; for nothing typed, what may be meant. */
  find: (typed: string) => Promise<PickItem[]>;
  /** Choices that are no record: always there, below the others. */
  others: readonly PickItem[];
  onChoose: (id: string) => void;
}

const load = () => import('@/components/design/live-picker');

/**
 * A button that becomes a field with a list to choose from. Nothing in the list is chosen beforehand. What makes it
 * work is Zag's and comes with the first pointer or focus, as the menu's does.
 */
export function Picker(props: PickerProps): JSX.Element {
  const [Live, setLive] = useState<ComponentType<LivePickerProps> | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  const leave = (focus: boolean) => {
    setLive(null);
    if (focus) requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
  };
  return (
    <span class={Live ? 'picker picker--open' : 'picker'} ref={place}>
      {Live ? (
        <Live
          {...props}
          onChoose={(id) => {
            leave(true);
            props.onChoose(id);
          }}
          onLeave={leave}
        />
      ) : (
        <button
          type="button"
          class={props.look === 'pill' ? 'pill pill--choose' : 'button button--link picker__link'}
          title={props.hint}
          aria-label={props.label}
          aria-haspopup="listbox"
          onPointerEnter={() => void load()}
          onFocus={() => void load()}
          onClick={() => void load().then(({ LivePicker }) => setLive(() => LivePicker))}
        >
          <span>{props.children}</span>
          {props.look === 'pill' && <Icon name="chevron" size={10} />}
        </button>
      )}
    </span>
  );
}
