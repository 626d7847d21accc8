import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** What a row does on its keys. */
export interface RowKeys {
  confirm?: () => void;
  edit?: () => void;
  dismiss?: () => void;
  snooze?: () => void;
  call?: () => void;
  log?: () => void;
}

const ROW = '[data-row]';
const handlers = new WeakMap<Element, RowKeys>();

/** Makes an element a row that j and k reach. Give the ref to an element with `data-row` and `tabIndex={-1}`. */
export function useRow(keys: RowKeys) {
  const row = useRef<HTMLLIElement>(null);
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
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** The first row, the open mail's where one is open. */
export function toFirstRow(): boolean {
  const first = rowsOf(document)[0];
  first?.focus();
  first?.scrollIntoView({ block: 'nearest' });
  return first !== undefined;
}

/** Does this on the row that has the focus; where nothing has it, on the open mail's row alone. */
export function actOnRow(command: keyof RowKeys): boolean {
  const nowhere = document.activeElement === document.body || document.activeElement === null;
  const row = currentRow() ?? (nowhere ? document.querySelector<HTMLElement>('[data-row="open"]') : null);
  const act = row && handlers.get(row)?.[command];
  if (!act) return false;
  act();
  return true;
}

/**
 * Keeps the reader's place: when the row that has the focus goes away, the row that took its place gets it, else the
 * one before, else the list's heading.
 */
export function useKeptPlace() {
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let last: { row: HTMLElement; at: number } | null = null;
    const remember = () => {
      const row = currentRow();
      last = row ? { row, at: rowsOf(element).indexOf(row) } : null;
    };
    const observer = new MutationObserver(() => {
      if (!last || last.row.isConnected) return;
      const lost = document.activeElement === document.body || document.activeElement === null;
      const rows = rowsOf(element);
      const next = rows[Math.min(last.at, rows.length - 1)] ?? element.querySelector<HTMLElement>('h2');
      last = null;
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
