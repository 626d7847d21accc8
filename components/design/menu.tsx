import type { ComponentType, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '@/components/design/icons';
import { Kbd } from '@/components/design/kbd';
import type { LiveMenuProps } from '@/components/design/live-menu';

export interface MenuItem {
  id: string;
  label: string;
  /** Stands at the end of the line, e.g. when a snooze ends. */
  note?: string;
}

export interface MenuProps {
  /** The button's name; visible unless `icon` is given. */
  label: string;
  items: readonly MenuItem[];
  onChoose: (id: string) => void;
  icon?: IconName;
  hint?: string;
  /** Each change of this number opens the menu, so that a key can. */
  openSignal?: number;
}

const load = () => import('@/components/design/live-menu');

/**
 * A button with a menu. What makes the menu work (keys, type-ahead, focus, placing) is Zag's and comes with the first
 * pointer or focus: no page's first picture needs it.
 */
export function Menu(props: MenuProps): JSX.Element {
  const [Live, setLive] = useState<ComponentType<LiveMenuProps> | null>(null);
  const seen = useRef(0);
  const open = () => void load().then(({ LiveMenu }) => setLive(() => LiveMenu));
  useEffect(() => {
    if (Live || (props.openSignal ?? 0) === seen.current) return;
    seen.current = props.openSignal ?? 0;
    open();
  });
  if (Live) return <Live {...props} />;
  return (
    <button
      type="button"
      class={`button button--quiet${props.icon ? ' button--icon' : ''}`}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={props.icon ? props.label : undefined}
      aria-keyshortcuts={props.hint}
      title={props.icon ? props.label : undefined}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        open();
      }}
    >
      <MenuFace {...props} />
    </button>
  );
}

/** What the button shows, before and after. */
export function MenuFace({ label, icon, hint }: MenuProps): JSX.Element {
  if (icon) return <Icon name={icon} />;
  return (
    <>
      <span>{label}</span>
      {hint && <Kbd>{hint}</Kbd>}
    </>
  );
}
