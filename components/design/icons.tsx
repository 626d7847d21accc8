import type { JSX } from 'preact';

/** The few pictures we use, drawn on a grid of 16 with strokes of 1.5. They decorate: a name stands beside each. */
const paths = {
  received: 'M3 3.5v6h6M3.3 9.2 12.5 3',
  sent: 'M13 9.5v-6H7M12.7 3.8 3.5 13',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  edit: 'M9.8 3.7 12.3 6.2 6 12.5l-3 .5.5-3zM2.8 14.5h10',
  clock: 'M8 4.5V8l2.4 1.6M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Z',
  cross: 'm4 4 8 8M12 4l-8 8',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  chevron: 'm6 3.5 4.5 4.5L6 12.5',
  undo: 'M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  warning: 'M8 2.5 14.2 13H1.8zM8 6.5v3M8 11.4h.01',
  offline:
    'M2 2l12 12M4.6 6.2A6 6 0 0 0 2 7.8M7 5.1A7.6 7.6 0 0 1 14 7.8M5.4 10.4a3.6 3.6 0 0 1 4-.7M8 13h.01',
  key: 'M10.2 9.6a3.4 3.4 0 1 0-3.8-3.8L2.5 9.7v3.8h3.2v-1.8h1.8v-1.5zM10.9 5.1h.01',
  reload: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.8h-2.8',
  help: 'M6 6a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1v.4M8 11.6h.01M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z',
  settings: 'M2.5 4.8h5M11.5 4.8h2M2.5 11.2h2M8.5 11.2h5M9.5 2.8v4M6.5 9.2v4',
  mail: 'M2.2 4.2h11.6v7.6H2.2zM2.5 4.6 8 9l5.5-4.4',
  inbox: 'M2.2 9h3l1 2h3.6l1-2h3M2.2 9v3.8h11.6V9l-2-5.8H4.2z',
  plus: 'M8 3v10M3 8h10',
  book: 'M3 3.2c2-.6 3.6-.4 5 .6 1.4-1 3-1.2 5-.6v9c-2-.6-3.6-.4-5 .6-1.4-1-3-1.2-5-.6zM8 3.8v9',
  lock: 'M4 7.2h8v6H4zM5.6 7V5a2.4 2.4 0 0 1 4.8 0v2',
  eye: 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8ZM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  away: 'M6 3.5H3v9.5h9.5v-3M9 2.8h4.2V7M13 3 7.5 8.5',
  panel: 'M2.2 3h11.6v10H2.2zM10 3v10',
  shield: 'M8 2 13 3.8v4c0 3-2 5.2-5 6.2-3-1-5-3.2-5-6.2v-4zM5.8 8l1.6 1.6 3-3.2',
  calendar: 'M2.5 3.8h11v9.4h-11zM2.5 6.8h11M5.5 2.2v2.6M10.5 2.2v2.6',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.4 10.4 13.8 13.8',
  phone: 'M3 3h2.6l1.2 3-1.5 1.3a8 8 0 0 0 3.4 3.4L10 9.2l3 1.2V13c-5.6.6-10.6-4.4-10-10Z',
  person: 'M8 7.8a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM3 13.5c.4-2.4 2.4-3.8 5-3.8s4.6 1.4 5 3.8',
} as const;

export type IconName = keyof typeof paths;

/** They point along the line or against it, so where lines run from right to left they are turned around. */
const pointing: ReadonlySet<IconName> = new Set(['received', 'sent', 'chevron', 'undo', 'away', 'panel']);

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg
      class={pointing.has(name) ? 'pointing' : undefined}
      // Grows with the text.
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 2 : 1.5}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** Sidelog's mark: a page, its side panel, and the tick that logs. */
export function Mark({ size = 18 }: { size?: number }): JSX.Element {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="M22.5 6.5v19"
        stroke="var(--accent-ink)"
        stroke-opacity=".5"
        stroke-width="3"
        stroke-linecap="round"
      />
      <path
        d="m6.5 16.5 4 4.5 7-10"
        fill="none"
        stroke="var(--accent-ink)"
        stroke-width="3.2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
