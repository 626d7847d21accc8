import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from '@/components/design/icons';
import { Kbd } from '@/components/design/kbd';
import { t } from '@/utils/i18n/t';

export interface ButtonProps {
  children: ComponentChildren;
  onPress: () => void;
  look?: 'primary' | 'outline' | 'danger' | 'link' | 'quiet';
  big?: boolean;
  icon?: IconName;
  /** The key that does the same, shown on hover and focus. */
  hint?: string;
  /** Stays focusable, so that focus is never lost while something is under way. */
  busy?: boolean;
  /** Where the visible words alone do not say what this acts on. */
  label?: string;
  title?: string;
  /** In a dialog: has the focus when it opens, so that Enter does it. */
  first?: boolean;
}

export function Button(props: ButtonProps): JSX.Element {
  const look = props.look ?? 'quiet';
  return (
    <button
      type="button"
      class={`button button--${look}${props.big ? ' button--big' : ''}`}
      aria-disabled={props.busy ? 'true' : undefined}
      aria-label={props.label}
      aria-keyshortcuts={props.hint}
      title={props.title}
      data-first={props.first ? '' : undefined}
      onClick={() => {
        if (!props.busy) props.onPress();
      }}
    >
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
      {props.hint && <Kbd>{props.hint}</Kbd>}
    </button>
  );
}

export interface IconButtonProps {
  icon: IconName;
  label: string;
  onPress: () => void;
  busy?: boolean;
  hint?: string;
  class?: string;
}

/** A button that is only a picture: its name is required and shows on hover. */
export function IconButton(props: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`button button--icon ${props.class ?? ''}`}
      aria-label={props.label}
      aria-disabled={props.busy ? 'true' : undefined}
      aria-keyshortcuts={props.hint}
      title={props.hint ? t.withKey(props.label, props.hint) : props.label}
      onClick={() => {
        if (!props.busy) props.onPress();
      }}
    >
      <Icon name={props.icon} />
    </button>
  );
}
