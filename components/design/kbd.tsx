import type { JSX } from 'preact';

/** How a key is drawn. Names are those of `KeyboardEvent.key`. */
const drawn: Record<string, string> = { Enter: '↵', Escape: 'esc' };

export function Kbd({ children, big = false }: { children: string; big?: boolean }): JSX.Element {
  return (
    <span class={big ? 'kbd kbd--big' : 'kbd'} aria-hidden="true">
      {drawn[children] ?? children}
    </span>
  );
}
