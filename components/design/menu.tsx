import * as menu from '@zag-js/menu';
import { normalizeProps, useMachine } from '@zag-js/preact';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon, type IconName } from '@/components/design/icons';
import { Kbd } from '@/components/design/kbd';

export interface MenuItem {
  id: string;
  label: string;
  /** Stands at the end of the line, e.g. when a snooze ends. */
  note?: string;
  icon?: IconName;
}

export interface MenuProps {
  /** The button's name; visible unless `icon` is given. */
  label: string;
  items: readonly MenuItem[];
  onChoose: (id: string) => void;
  icon?: IconName;
  hint?: string;
  look?: 'quiet' | 'outline';
  /** Each change of this number opens the menu, so that a key can. */
  openSignal?: number;
}

/** A button with a menu. Keys, type-ahead, focus and placing are Zag's. */
export function Menu(props: MenuProps): JSX.Element {
  const service = useMachine(menu.machine, {
    id: useId(),
    'aria-label': props.label,
    positioning: { placement: 'bottom-start', gutter: 4, overflowPadding: 8 },
    onSelect: ({ value }: { value: string }) => props.onChoose(value),
  });
  const api = menu.connect(service, normalizeProps);
  const seen = useRef(0);
  useEffect(() => {
    if ((props.openSignal ?? 0) === seen.current) return;
    seen.current = props.openSignal ?? 0;
    api.setOpen(true);
  });
  return (
    <>
      <button
        {...api.getTriggerProps()}
        class={`button button--${props.look ?? 'quiet'}${props.icon ? ' button--icon' : ''}`}
        aria-label={props.icon ? props.label : undefined}
        aria-keyshortcuts={props.hint}
        title={props.icon ? props.label : undefined}
      >
        {props.icon ? <Icon name={props.icon} /> : <span>{props.label}</span>}
        {props.hint && !props.icon && <Kbd>{props.hint}</Kbd>}
      </button>
      {api.open && (
        <div {...api.getPositionerProps()} class="menu__positioner">
          <div {...api.getContentProps()} class="menu">
            {props.items.map((item) => (
              <div key={item.id} {...api.getItemProps({ value: item.id })} class="menu__item">
                {item.icon && <Icon name={item.icon} />}
                <span>{item.label}</span>
                {item.note && <small>{item.note}</small>}
              </div>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
