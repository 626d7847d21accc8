import { isTooDeep } from '@/utils/capture/json';

/*
 * From an answer's text to plain arrays. Answers are hostile: bounded in size and depth, and walked with a stack of
 * our own, never by recursion.
 */

/** Real records have fewer than 100 fields. */
const MAX_FIELD = 600;

export type Parsed =
  | { ok: true; value: unknown }
  | { ok: false; why: 'too-deep' | 'not-json' | 'not-fields' };

/** Parses one answer in tasks of their own: depth, JSON, and the older form. */
export function* parseWire(text: string): Generator<void, Parsed> {
  if (yield* isTooDeep(text)) return { ok: false, why: 'too-deep' };
  yield;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, why: 'not-json' };
  }
  yield;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? yield* toArrays(value)
    : { ok: true, value };
}

/**
 * Until September 2022 Gmail wrote records as `{"1": …, "3": …}`, since then as `[…, null, …]`: field n is index n-1.
 * Turns the older form into the newer, so that there is one reader.
 */
export function* toArrays(root: object): Generator<void, Parsed> {
  const holder: unknown[] = [];
  const stack: { value: unknown; into: unknown[]; at: number }[] = [{ value: root, into: holder, at: 0 }];
  for (let count = 1; ; count += 1) {
    const next = stack.pop();
    if (!next) break;
    if (count % 2000 === 0) yield;
    const { value, into, at } = next;
    if (typeof value !== 'object' || value === null) {
      into[at] = value;
      continue;
    }
    const made: unknown[] = [];
    into[at] = made;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i += 1) {
        made.push(null);
        stack.push({ value: value[i], into: made, at: i });
      }
      continue;
    }
    for (const [key, item] of Object.entries(value)) {
      const field = /^[1-9]\d{0,3}$/.test(key) ? Number(key) : 0;
      if (field === 0 || field > MAX_FIELD) return { ok: false, why: 'not-fields' };
      while (made.length < field) made.push(null);
      stack.push({ value: item, into: made, at: field - 1 });
    }
  }
  return { ok: true, value: holder[0] };
}
