import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part that no page's first picture needs: it comes by itself when it is drawn for the first time, or once the page is
 * at rest (`bring`).
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  let Loaded: ComponentType<P> | null = null;
  const bring = async () => {
    Loaded ??= await load();
    return Loaded;
  };
  function Later(props: P): JSX.Element | null {
    const [Part, setPart] = useState<ComponentType<P> | null>(() => Loaded);
    useEffect(() => {
      if (!Part) void bring().then((part) => setPart(() => part));
    }, [Part]);
    return Part ? <Part {...props} /> : null;
  }
  return Object.assign(Later, { bring });
}

/** Brings these parts when the page has nothing better to do. */
export function useBroughtAtRest(parts: readonly { bring: () => Promise<unknown> }[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of parts) void part.bring();
    }, 1000);
    return () => clearTimeout(timer);
  }, []);
}
