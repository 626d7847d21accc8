/**
 * Record numbers as short text, so that a cursor can remember which records were handed out where a CRM lists no
 * deletions. Differences of sorted ids in base 36, and how many follow without a gap: `5.2*3` is 5, 7, 8, 9, 10.
 */
export function packIds(ids: Iterable<number>): string {
  let last = 0;
  let step = 0;
  let run = 0;
  const parts: string[] = [];
  const write = () => {
    if (step > 0) parts.push(step.toString(36) + (run > 0 ? `*${run.toString(36)}` : ''));
  };
  for (const id of Float64Array.from(ids).sort()) {
    if (id === last) continue;
    if (step > 0 && id === last + 1) run += 1;
    else {
      write();
      [step, run] = [id - last, 0];
    }
    last = id;
  }
  write();
  return parts.join('.');
}

/** More than any CRM's mirror holds: a cursor that was tampered with must not fill the memory. */
const MOST = 5_000_000;

/** The ids of `packIds`; null where the text is none of its making. */
export function unpackIds(text: string): Set<number> | null {
  const ids = new Set<number>();
  let last = 0;
  for (const part of text === '' ? [] : text.split('.')) {
    const [, step = '0', run = '0'] = /^([0-9a-z]{1,11})(?:\*([0-9a-z]{1,5}))?$/.exec(part) ?? [];
    const [by, more] = [Number.parseInt(step, 36), Number.parseInt(run, 36)];
    if (by <= 0 || ids.size + more > MOST || last + by + more > Number.MAX_SAFE_INTEGER) return null;
    last += by;
    ids.add(last);
    for (const end = last + more; last < end; ) ids.add(++last);
  }
  return ids;
}
