/**
 * Record ids as short text, so that a cursor can remember which records were handed out (EspoCRM lists no deletions).
 * Sorted and front-coded: each is the number of leading characters that it shares with the one before (base 36, one
 * character), then the rest. EspoCRM's own ids begin with the time, so that neighbours share much.
 */
export function packIds(ids: Iterable<string>): string {
  let last = '';
  const parts: string[] = [];
  for (const id of [...ids].sort()) {
    if (id === last) continue;
    let shared = 0;
    while (shared < 35 && shared < last.length && id[shared] === last[shared]) shared++;
    parts.push(`${shared.toString(36)}${id.slice(shared)}`);
    last = id;
  }
  return parts.join('.');
}

/** The ids of `packIds`; null where the text is none of its making. */
export function unpackIds(text: string): Set<string> | null {
  const ids = new Set<string>();
  let last = '';
  for (const part of text === '' ? [] : text.split('.')) {
    if (!/^[0-9a-z][A-Za-z0-9-]{0,36}$/.test(part)) return null;
    const shared = Number.parseInt(part[0] ?? '', 36);
    if (shared > last.length) return null;
    last = last.slice(0, shared) + part.slice(1);
    ids.add(last);
  }
  return ids;
}
