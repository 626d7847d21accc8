import type { ComponentChildren, JSX } from 'preact';

/** A part of the settings page that can be linked to. */
export function Section(props: { id: string; title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="section" id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`} tabIndex={-1}>
        {props.title}
      </h2>
      <div class="section__in">{props.children}</div>
    </section>
  );
}
