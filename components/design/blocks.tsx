import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from '@/components/design/icons';
import type { Trouble } from '@/utils/i18n/messages/en/troubles';
import { t } from '@/utils/i18n/t';

/** Up to two letters of a name. A picture is never loaded: it would tell somebody which mail is open. */
export function initials(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}\s'-]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words[words.length - 1] ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

export function Avatar({ name, small = false }: { name: string; small?: boolean }): JSX.Element {
  return (
    <span class={small ? 'avatar avatar--small' : 'avatar'} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

export function Pill({ children, title }: { children: ComponentChildren; title?: string }): JSX.Element {
  return (
    <span class="pill" title={title}>
      <span>{children}</span>
    </span>
  );
}

export interface BannerProps {
  tone?: 'warn' | 'bad' | 'calm';
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

/** Something the reader should know before going on. Not a live region: what is urgent is also said by the status line. */
export function Banner(props: BannerProps): JSX.Element {
  return (
    <div class={`banner banner--${props.tone ?? 'warn'}`}>
      <Icon name={props.icon ?? 'warning'} />
      <div class="banner__body">
        <strong class="banner__title">{props.title}</strong>
        {props.children && <p>{props.children}</p>}
        {props.actions && <div class="banner__act">{props.actions}</div>}
      </div>
    </div>
  );
}

export interface EmptyStateProps {
  icon: IconName;
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

export function EmptyState(props: EmptyStateProps): JSX.Element {
  return (
    <div class="empty">
      <Icon name={props.icon} size={22} />
      <strong>{props.title}</strong>
      {props.children && <p>{props.children}</p>}
      {props.actions && <div class="empty__act">{props.actions}</div>}
    </div>
  );
}

export interface DisclosureProps {
  summary: ComponentChildren;
  children: ComponentChildren;
  open?: boolean;
  onToggle?: (open: boolean) => void;
}

export function Disclosure(props: DisclosureProps): JSX.Element {
  const { onToggle } = props;
  return (
    <details
      class="disclosure"
      open={props.open}
      onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
    >
      <summary>
        <Icon name="chevron" size={12} />
        {props.summary}
      </summary>
      {props.children}
    </details>
  );
}

/** A card-shaped pause while the book opens. */
export function Skeleton(): JSX.Element {
  return (
    <div role="status">
      <span class="visually-hidden">{t.loading}</span>
      <span class="skeleton skeleton--third" />
      <span class="skeleton skeleton--most" />
      <span class="skeleton skeleton--half" />
    </div>
  );
}

/** What happened, what is safe, what to do. */
export function TroubleText({ trouble }: { trouble: Trouble }): JSX.Element {
  return (
    <div class="trouble">
      <strong>{trouble.what}</strong>
      <span>
        {trouble.safe} {trouble.todo}
      </span>
    </div>
  );
}
