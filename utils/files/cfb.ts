/*
 * The compound file that Outlook's .msg is: a small file system of sectors ([MS-CFB]). Read only. Every chain is
 * followed for as many sectors as the file has at most, the tree without recursion.
 */

export interface CfbStorage {
  /** By name; read when asked for. */
  streams: Map<string, () => Uint8Array>;
  storages: Map<string, CfbStorage>;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Above these are marks: free, end of chain, FAT, DIFAT. */
const LAST_SECTOR = 0xfffffffa;
const NONE = 0xffffffff;
const MOST_ENTRIES = 50_000;

export function isCfb(bytes: Uint8Array): boolean {
  return bytes.length >= 1536 && SIGNATURE.every((byte, index) => bytes[index] === byte);
}

interface Entry {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/** The root storage, or null where this is no compound file or a broken one. */
export function openCfb(bytes: Uint8Array): CfbStorage | null {
  if (!isCfb(bytes)) return null;
  try {
    return readRoot(bytes);
  } catch {
    // Offsets outside the file.
    return null;
  }
}

function readRoot(bytes: Uint8Array): CfbStorage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if ((shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6) return null;
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size);
  const sector = (number: number) => bytes.subarray((number + 1) * size, (number + 2) * size);
  const numbersOf = (number: number) => {
    const from = (number + 1) * size;
    return Array.from({ length: size / 4 }, (_, index) => view.getUint32(from + index * 4, true));
  };

  const tables = Array.from({ length: 109 }, (_, index) => view.getUint32(76 + index * 4, true));
  let next = view.getUint32(68, true);
  for (let read = 0; next < LAST_SECTOR && read < sectors; read += 1) {
    const numbers = numbersOf(next);
    next = numbers.pop() ?? NONE;
    for (const number of numbers) tables.push(number);
  }
  const fat: number[] = [];
  for (const table of tables) {
    if (table >= LAST_SECTOR) continue;
    if (fat.length > sectors + size) break;
    for (const number of numbersOf(table)) fat.push(number);
  }
  const chain = (start: number, links: readonly number[]): number[] => {
    const numbers: number[] = [];
    for (let at = start; at < LAST_SECTOR && numbers.length <= links.length; at = links[at] ?? NONE)
      numbers.push(at);
    return numbers;
  };
  const joined = (parts: Uint8Array[], length: number): Uint8Array => {
    const whole = new Uint8Array(Math.min(length, bytes.length));
    let at = 0;
    for (const part of parts) {
      if (at >= whole.length) break;
      whole.set(part.subarray(0, whole.length - at), at);
      at += part.length;
    }
    return whole;
  };
  const whole = (start: number, length = bytes.length) => joined(chain(start, fat).map(sector), length);

  const directory = whole(view.getUint32(48, true));
  const entries = entriesOf(directory);
  const root = entries[0];
  if (root?.type !== 5) return null;
  const miniFat = numbersIn(whole(view.getUint32(60, true)));
  const mini = whole(root.start, root.size);
  const cutoff = view.getUint32(56, true);
  const contentOf = (entry: Entry): Uint8Array => {
    if (entry.size === 0) return new Uint8Array();
    if (entry.size >= cutoff) return whole(entry.start, entry.size);
    const parts = chain(entry.start, miniFat).map((number) => mini.subarray(number * 64, number * 64 + 64));
    return joined(parts, entry.size);
  };
  return treeOf(entries, root, contentOf);
}

function numbersIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const decoder = new TextDecoder('utf-16le');
  const count = Math.min(Math.floor(directory.length / 128), MOST_ENTRIES);
  return Array.from({ length: count }, (_, index) => {
    const at = index * 128;
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    return {
      name: decoder.decode(directory.subarray(at, at + length)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

function treeOf(entries: readonly Entry[], root: Entry, contentOf: (entry: Entry) => Uint8Array): CfbStorage {
  const empty = (): CfbStorage => ({ streams: new Map(), storages: new Map() });
  const top = empty();
  const todo: { index: number; into: CfbStorage }[] = [{ index: root.child, into: top }];
  const seen = new Set<number>([0]);
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { index, into } = next;
    const entry = entries[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    todo.push({ index: entry.left, into }, { index: entry.right, into });
    if (entry.type === 2) into.streams.set(entry.name, () => contentOf(entry));
    else if (entry.type === 1) {
      const storage = empty();
      into.storages.set(entry.name, storage);
      todo.push({ index: entry.child, into: storage });
    }
  }
  return top;
}
