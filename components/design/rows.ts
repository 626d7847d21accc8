import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** What a row does on its keys. */
export interface RowKeys {
  confirm?: () => void;
  edit?: () => void;
  dismiss?: () => void;
  snooze?: () => void;
  call?: () => void;
  log?: () => void;
  /** Takes the row into the chosen ones: as the first, or with all between it and the first. */
  choose?: (how: 'first' | 'to-here') => void;
  /** Lets all chosen rows go; tells whether there were any. */
  letGo?: () => boolean;
}

const ROW = '[data-row]';
const handlers = new WeakMap<Element, RowKeys>();

/** Makes an element a row that j and k reach. Give the ref to an element with `data-row` and `tabIndex={-1}`. */
export function useRow(keys: RowKeys) {
  const row = useRef<HTMLLIElement | null>(null);
  // Before it is painted: a row that can be seen must hear its keys.
  useLayoutEffect(() => {
    if (row.current) handlers.set(row.current, keys);
  });
  return row;
}

function rowsOf(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(ROW)];
}

function currentRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(ROW) ?? null;
}

/** Moves the focus by so many rows; from nowhere, to the first. */
export function stepRow(by: 1 | -1): boolean {
  const rows = rowsOf(document);
  const current = currentRow();
  const at = current ? rows.indexOf(current) + by : 0;
  const next = rows[Math.min(rows.length - 1, Math.max(0, at))];
  if (!next) return false;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Chooses the row that has the focus and the one beside it, which gets the focus; back again lets go of the last. */
export function chooseRow(by: 1 | -1): boolean {
  const from = currentRow();
  const choose = from && handlers.get(from)?.choose;
  if (!choose) return stepRow(by);
  choose('first');
  stepRow(by);
  const to = currentRow();
  if (to) handlers.get(to)?.choose?.('to-here');
  return true;
}

/** Lets go of what is chosen. */
export function letGoOfRows(): boolean {
  return rowsOf(document).some((row) => handlers.get(row)?.letGo?.() === true);
}

/** The first row, the open mail's where one is open. */
export function toFirstRow(): boolean {
  const first = rowsOf(document)[0];
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: 'nearest' });
  return first !== undefined;
}

/** Does this on the row that has the focus; where nothing has it, on the open mail's row alone. */
export function actOnRow(command: Exclude<keyof RowKeys, 'choose' | 'letGo'>): boolean {
  const nowhere = document.activeElement === document.body || document.activeElement === null;
  const row = currentRow() ?? (nowhere ? document.querySelector<HTMLElement>('[data-row="open"]') : null);
  const act = row && handlers.get(row)?.[command];
  if (!act) return false;
  act();
  return true;
}

/**
 * Keeps the reader's place: when the row that has the focus goes away, the row below it gets it, else the one above,
 * else the list's heading.
 */
export function useKeptPlace() {
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let row: HTMLElement | null = null;
    /** Where to go from it: below it, then above, the nearest first. */
    let ways: HTMLElement[] = [];
    const remember = () => {
      row = currentRow();
      const rows = rowsOf(element);
      const at = row ? rows.indexOf(row) : -1;
      ways = at === -1 ? [] : [...rows.slice(at + 1), ...rows.slice(0, at).reverse()];
    };
    const observer = new MutationObserver(() => {
      if (!row) return;
      if (row.isConnected) return remember();
      row = null;
      const lost = document.activeElement === document.body || document.activeElement === null;
      const next = ways.find((way) => way.isConnected) ?? element.querySelector<HTMLElement>('h2');
      if (lost) next?.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', remember);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
  return root;
}
