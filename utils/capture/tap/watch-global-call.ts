import { type PageWindow, quietly, type Tap } from '@/utils/capture/tap/install-tap';

/**
 * Watches calls of a global function that the page's inline scripts will define (`_GM_setData`: the threads that
 * Gmail writes into the page, so that no request brings them). The page's function runs first, with its own `this`.
 * Where the page declares it with `function`, the declaration replaces our accessor and nothing is seen or broken.
 */
export function watchGlobalCall(page: PageWindow, name: string, tap: Tap): () => void {
  let theirs: unknown = Reflect.get(page, name);
  let ours: unknown;
  // Somebody else may have wrapped our wrapper: only the outermost call is handed over.
  let depth = 0;

  const wrap = (original: (...args: unknown[]) => unknown) =>
    function (this: unknown, ...args: unknown[]): unknown {
      depth += 1;
      try {
        return Reflect.apply(original, this, args);
      } finally {
        depth -= 1;
        if (depth === 0 && tap.running()) quietly(() => handOver(args[0], tap));
      }
    };
  const set = (value: unknown) => {
    theirs = value;
    ours = isFunction(value) ? wrap(value) : value;
  };
  set(theirs);
  Object.defineProperty(page, name, { configurable: true, enumerable: true, get: () => ours, set });

  return () => {
    const now = Object.getOwnPropertyDescriptor(page, name);
    if (now?.set !== set) return;
    Object.defineProperty(page, name, {
      value: theirs,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  };
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

function handOver(data: unknown, tap: Tap): void {
  if (typeof data !== 'object' || data === null) return;
  for (const value of Object.values(data)) {
    tap.later(() => {
      const text = JSON.stringify(value) ?? '';
      // Switches and counters are of no use to anybody.
      if (!tap.running() || text.length < 40) return;
      const note = text.length > tap.maxLength ? 'too-large' : '';
      const response = note ? '' : text;
      tap.hand({ endpoint: 'embedded', status: 200, request: '', response, note, order: 0, startedAt: 0 });
    });
  }
}
