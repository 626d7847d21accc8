import type { ComponentChildren, JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { SectionId, SettingId } from '@/components/options/settings-map';
import { ShownContext, showsSection, showsSetting } from '@/components/options/shown';

export interface SectionProps {
  id: SectionId;
  title: string;
  /** One sentence on what this is about. */
  hint?: string;
  /** What cannot be taken back stands apart. */
  danger?: boolean;
  children: ComponentChildren;
}

/** A part of the settings page that can be linked to. */
export function Section(props: SectionProps): JSX.Element {
  const shown = useContext(ShownContext);
  return (
    <section
      class={props.danger ? 'section section--danger' : 'section'}
      id={props.id}
      hidden={!showsSection(shown, props.id)}
      aria-labelledby={`${props.id}-title`}
    >
      <h2 id={`${props.id}-title`} tabIndex={-1}>
        {props.title}
      </h2>
      {props.hint && <p class="note section__hint">{props.hint}</p>}
      <div class="section__in">{props.children}</div>
    </section>
  );
}

/** The settings of a section, one under the other. */
export function SettingRows({ children }: { children: ComponentChildren }): JSX.Element {
  return <div class="rows">{children}</div>;
}

/** One setting: found by itself, and with an address of its own. */
export function Setting(props: { id: SettingId; children: ComponentChildren }): JSX.Element {
  const shown = useContext(ShownContext);
  return (
    <div class="setting" id={`setting-${props.id}`} hidden={!showsSetting(shown, props.id)}>
      {props.children}
    </div>
  );
}
