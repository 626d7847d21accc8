import * as menu from '@zag-js/menu';
import { normalizeProps, useMachine } from '@zag-js/preact';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { MenuFace, type MenuProps } from '@/components/design/menu';

export type LiveMenuProps = MenuProps;

/** A menu that was opened once; it opens with its first appearance. */
export function LiveMenu(props: LiveMenuProps): JSX.Element {
  const service = useMachine(menu.machine, {
    id: useId(),
    'aria-label': props.label,
    defaultOpen: true,
    // Enter takes the first: a key opened it, mostly.
    defaultHighlightedValue: props.items[0]?.id ?? null,
    positioning: { placement: 'bottom-start', gutter: 4, overflowPadding: 8 },
    onSelect: ({ value }: { value: string }) => props.onChoose(value),
  });
  const api = menu.connect(service, normalizeProps);
  const seen = useRef(props.openSignal ?? 0);
  useEffect(() => {
    if ((props.openSignal ?? 0) === seen.current) return;
    seen.current = props.openSignal ?? 0;
    api.setOpen(true);
    api.setHighlightedValue(props.items[0]?.id ?? '');
  });
  return (
    <>
      <button
        {...api.getTriggerProps()}
        class={`button button--quiet${props.icon ? ' button--icon' : ''}`}
        aria-label={props.icon ? props.label : undefined}
        aria-keyshortcuts={props.hint}
        title={props.icon ? props.label : undefined}
      >
        <MenuFace {...props} />
      </button>
      {api.open && (
        <div {...api.getPositionerProps()} class="menu__positioner">
          <div {...api.getContentProps()} class="menu">
            {props.items.map((item) => (
              <div key={item.id} {...api.getItemProps({ value: item.id })} class="menu__item">
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
