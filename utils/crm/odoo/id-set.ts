/**
 * Record ids as short text, so that a cursor can remember which records were handed out and deletions can be found
 * (Odoo lists no deletions). Differences of sorted ids in base 36: `1.1.2` is 1, 2, 4; about two characters each.
 */
export function packIds(ids: Iterable<number>): string {
  let last = 0;
  const parts: string[] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    if (id === last) continue;
    parts.push((id - last).toString(36));
    last = id;
  }
  return parts.join('.');
}

/** The ids of `packIds`. Text that is none of its making gives an empty set. */
export function unpackIds(text: string): Set<number> {
  const ids = new Set<number>();
  let last = 0;
  for (const part of text === '' ? [] : text.split('.')) {
    const step = Number.parseInt(part, 36);
    if (!Number.isSafeInteger(step) || step <= 0) return new Set();
    last += step;
    ids.add(last);
  }
  return ids;
}
