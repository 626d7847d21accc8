import { useRef, useState } from 'preact/hooks';

/** Which rows of a list are chosen, to be decided together. */
export interface Choosing {
  chosen: ReadonlySet<string>;
  /**
   * `first`: begins with this row where none is chosen; `to-here`: all from the first to this, or where none is chosen
   * from the row `from`; `also`: this one besides, or no more.
   */
  choose(id: string, how: 'first' | 'to-here' | 'also', from?: string | null): void;
  /** Tells whether there were any. */
  letGo(): boolean;
}

/** `ids`: the rows in their order; what is no longer there is not chosen any more. */
export function useChoosing(ids: readonly string[]): Choosing {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  // Two calls may come in one press, before anything is drawn again.
  const latest = useRef<{ first: string | null; chosen: ReadonlySet<string> }>({ first: null, chosen: kept });
  const there = kept.size > 0 ? new Set(ids.filter((id) => kept.has(id))) : kept;
  const set = (first: string | null, chosen: ReadonlySet<string>) => {
    latest.current = { first, chosen };
    setKept(chosen);
  };
  const between = (one: string, other: string) => {
    const [from = 0, to = 0] = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b);
    return new Set(ids.slice(from, to + 1));
  };
  return {
    chosen: there,
    choose(id, how, from) {
      const { first, chosen } = latest.current;
      const begun = first !== null && ids.includes(first) && chosen.size > 0 ? first : null;
      if (how === 'also') {
        const next = new Set(begun === null ? [] : chosen);
        if (!next.delete(id)) next.add(id);
        set(begun ?? id, next);
      } else if (how === 'to-here') {
        const start = begun ?? (from && ids.includes(from) ? from : id);
        set(start, between(start, id));
      } else if (begun === null) set(id, new Set([id]));
    },
    letGo() {
      const any = latest.current.chosen.size > 0;
      if (any) set(null, new Set());
      return any;
    },
  };
}
