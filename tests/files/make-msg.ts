/*
 * Writes a compound file ([MS-CFB], version 3) with the properties of an Outlook item, so that no recorded .msg with
 * somebody's mail is needed. Everything below 4096 bytes lies in the mini stream, as Outlook does it.
 */

type Value = string | number | boolean | Date | Uint8Array | { narrow: Uint8Array };

export interface Item {
  /** Values by property id. */
  properties: Record<number, Value>;
  recipients?: Record<number, Value>[];
  attachments?: Record<number, Value>[];
  /** Named properties: set and number, with their values. */
  named?: { set: string; number: number; value: Value }[];
}

interface Node {
  name: string;
  bytes?: Uint8Array;
  children?: Node[];
}

const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0');
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

function nodesOf(values: [number, Value][], header: number): Node[] {
  const fixed: Uint8Array[] = [];
  const nodes: Node[] = [];
  for (const [id, value] of values) {
    const row = new DataView(new ArrayBuffer(16));
    row.setUint16(2, id, true);
    if (typeof value === 'number') {
      row.setUint16(0, 0x0003, true);
      row.setUint32(8, value, true);
    } else if (typeof value === 'boolean') {
      row.setUint16(0, 0x000b, true);
      row.setUint32(8, Number(value), true);
    } else if (value instanceof Date) {
      row.setUint16(0, 0x0040, true);
      row.setBigUint64(8, BigInt(value.getTime() + 11_644_473_600_000) * 10_000n, true);
    } else {
      const type = typeof value === 'string' ? '001F' : value instanceof Uint8Array ? '0102' : '001E';
      const bytes =
        typeof value === 'string' ? utf16(value) : value instanceof Uint8Array ? value : value.narrow;
      row.setUint16(0, Number.parseInt(type, 16), true);
      row.setUint32(8, bytes.length, true);
      nodes.push({ name: `__substg1.0_${hex(id)}${type}`, bytes });
    }
    fixed.push(new Uint8Array(row.buffer));
  }
  const stream = new Uint8Array(header + fixed.length * 16);
  for (const [index, row] of fixed.entries()) stream.set(row, header + index * 16);
  return [...nodes, { name: '__properties_version1.0', bytes: stream }];
}

const numbered = (values: Record<number, Value>) =>
  Object.entries(values).map(([id, value]): [number, Value] => [Number(id), value]);

/** The bytes of a .msg. */
export function makeMsg({ properties, recipients = [], attachments = [], named = [] }: Item): Uint8Array {
  const sets = [...new Set(named.map(({ set }) => set))];
  const entries = new DataView(new ArrayBuffer(named.length * 8));
  named.forEach(({ set, number }, index) => {
    entries.setUint32(index * 8, number, true);
    entries.setUint16(index * 8 + 4, (sets.indexOf(set) + 3) << 1, true);
    entries.setUint16(index * 8 + 6, index, true);
  });
  const own = named.map(({ value }, index): [number, Value] => [0x8000 + index, value]);
  const part = (kind: string) => (values: Record<number, Value>, index: number) => ({
    name: `__${kind}_version1.0_#${index.toString(16).padStart(8, '0')}`,
    children: nodesOf(numbered(values), 8),
  });
  return compound([
    ...nodesOf([...numbered(properties), ...own], 32),
    ...recipients.map(part('recip')),
    ...attachments.map(part('attach')),
    {
      name: '__nameid_version1.0',
      children: [
        { name: '__substg1.0_00020102', bytes: new Uint8Array(Buffer.from(sets.join(''), 'hex')) },
        { name: '__substg1.0_00030102', bytes: new Uint8Array(entries.buffer) },
      ],
    },
  ]);
}

interface Entry {
  name: string;
  type: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

const NONE = 0xffffffff;
const END = 0xfffffffe;

function compound(children: Node[]): Uint8Array {
  const sectors: Uint8Array[] = [];
  const fat: number[] = [];
  const put = (bytes: Uint8Array): number => {
    const first = sectors.length;
    for (let at = 0; at < Math.max(bytes.length, 1); at += 512) {
      const sector = new Uint8Array(512);
      sector.set(bytes.subarray(at, at + 512));
      sectors.push(sector);
      fat.push(sectors.length);
    }
    fat[fat.length - 1] = END;
    return first;
  };
  const mini: number[] = [];
  const miniFat: number[] = [];
  const entries: Entry[] = [{ name: 'Root Entry', type: 5, right: NONE, child: NONE, start: END, size: 0 }];
  const add = (nodes: Node[], parent: number) => {
    let before: Entry | undefined;
    for (const node of nodes) {
      const index = entries.length;
      const bytes = node.bytes ?? new Uint8Array();
      const entry: Entry = {
        name: node.name,
        type: node.bytes ? 2 : 1,
        right: NONE,
        child: NONE,
        start: END,
        size: bytes.length,
      };
      entries.push(entry);
      if (before) before.right = index;
      else (entries[parent] as Entry).child = index;
      before = entry;
      if (node.bytes && bytes.length >= 4096) entry.start = put(bytes);
      else if (bytes.length > 0) {
        entry.start = miniFat.length;
        for (let at = 0; at < bytes.length; at += 64) {
          const piece = new Uint8Array(64);
          piece.set(bytes.subarray(at, at + 64));
          mini.push(...piece);
          miniFat.push(miniFat.length + 1);
        }
        miniFat[miniFat.length - 1] = END;
      }
      add(node.children ?? [], index);
    }
  };
  add(children, 0);
  const root = entries[0] as Entry;
  root.size = mini.length;
  root.start = put(new Uint8Array(mini));
  const miniFatStart = put(new Uint8Array(new Uint32Array(miniFat).buffer));
  const directory = new Uint8Array(Math.ceil(entries.length / 4) * 512);
  const view = new DataView(directory.buffer);
  entries.forEach((entry, index) => {
    const at = index * 128;
    const name = utf16(entry.name);
    directory.set(name, at);
    view.setUint16(at + 64, name.length + 2, true);
    view.setUint8(at + 66, entry.type);
    view.setUint32(at + 68, NONE, true);
    view.setUint32(at + 72, entry.right, true);
    view.setUint32(at + 76, entry.child, true);
    view.setUint32(at + 116, entry.start, true);
    view.setUint32(at + 120, entry.size, true);
  });
  const directoryStart = put(directory);
  const fatSectors = Math.ceil((fat.length + 20) / 128);
  const fatStart = sectors.length;
  const table = new Uint32Array(fatSectors * 128).fill(NONE);
  table.set(fat);
  for (let index = 0; index < fatSectors; index += 1) table[fatStart + index] = 0xfffffffd;
  put(new Uint8Array(table.buffer));

  const header = new Uint8Array(512);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const head = new DataView(header.buffer);
  head.setUint16(24, 0x3e, true);
  head.setUint16(26, 3, true);
  head.setUint16(28, 0xfffe, true);
  head.setUint16(30, 9, true);
  head.setUint16(32, 6, true);
  head.setUint32(44, fatSectors, true);
  head.setUint32(48, directoryStart, true);
  head.setUint32(56, 4096, true);
  head.setUint32(60, miniFatStart, true);
  head.setUint32(64, 1, true);
  head.setUint32(68, END, true);
  for (let index = 0; index < 109; index += 1)
    head.setUint32(76 + index * 4, index < fatSectors ? fatStart + index : NONE, true);
  const whole = new Uint8Array(512 * (sectors.length + 1));
  whole.set(header);
  for (const [index, sector] of sectors.entries()) whole.set(sector, 512 * (index + 1));
  return whole;
}
