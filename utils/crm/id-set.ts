/**
 * Record numbers as short text, so that a cursor can remember which records were handed out where a CRM lists no
 * deletions. Differences of sorted ids in base 36: `1.1.2` is 1, 2, 4; two or three characters each.
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

/** The ids of `packIds`; null where the text is none of its making. */
export function unpackIds(text: string): Set<number> | null {
  const ids = new Set<number>();
  let last = 0;
  for (const part of text === '' ? [] : text.split('.')) {
    const step = /^[0-9a-z]{1,11}$/.test(part) ? Number.parseInt(part, 36) : 0;
    last += step;
    if (step <= 0 || last > Number.MAX_SAFE_INTEGER) return null;
    ids.add(last);
  }
  return ids;
}
