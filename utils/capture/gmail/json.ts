/*
 * From an answer's text to plain arrays. Answers are hostile: bounded in size and depth, and walked with a stack of
 * our own, never by recursion.
 */

/** Real answers nest about 20 deep. */
const MAX_DEPTH = 200;
/** Real records have fewer than 100 fields. */
const MAX_FIELD = 600;

export type Parsed =
  | { ok: true; value: unknown }
  | { ok: false; why: 'too-deep' | 'not-json' | 'not-fields' };

/** So many brackets or strings are looked at in one go. */
const CHUNK = 4000;

/** Whether brackets nest deeper than we follow. Strings are skipped, so that a long body costs little. */
function* isTooDeep(text: string): Generator<void, boolean> {
  let depth = 0;
  let seen = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 34) {
      i = endOfString(text, i);
      seen += 1;
    } else if (unit === 91 || unit === 123) {
      depth += 1;
      seen += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (unit === 93 || unit === 125) depth -= 1;
    if (seen > CHUNK) {
      seen = 0;
      yield;
    }
  }
  return false;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

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

/** The value at this path of indexes, or undefined. */
export function at(value: unknown, ...path: number[]): unknown {
  let found = value;
  for (const index of path) {
    if (!Array.isArray(found)) return undefined;
    found = found[index];
  }
  return found;
}

export function listAt(value: unknown, ...path: number[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function textAt(value: unknown, ...path: number[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

/** A number; the older form writes large ones as strings. */
export function numberAt(value: unknown, ...path: number[]): number | null {
  const found = at(value, ...path);
  if (typeof found === 'number' && Number.isFinite(found)) return found;
  return typeof found === 'string' && /^\d{1,16}$/.test(found) ? Number(found) : null;
}
