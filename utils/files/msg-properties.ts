import type { CfbStorage } from '@/utils/files/cfb';

/*
 * The properties of an item, a recipient or an attachment inside a .msg ([MS-OXMSG]): short ones in one stream, the
 * others each in a stream of its own, named by id and type.
 */

/** The properties of one object, by id (`0x0037` is the subject). Empty, null or false where there is none. */
export interface Properties {
  text(id: number): string;
  bytes(id: number): Uint8Array | null;
  number(id: number): number | null;
  yes(id: number): boolean;
  /** Milliseconds since 1970. */
  time(id: number): number | null;
}

/** Bytes before the first property: of the item itself, of a recipient or an attachment. */
export const ITEM_HEADER = 32;
export const PART_HEADER = 8;

const LARGEST_TEXT = 4_000_000;

export function propertiesOf(storage: CfbStorage, header: number, codePage = 1252): Properties {
  const fixed = fixedOf(storage.streams.get('__properties_version1.0')?.() ?? new Uint8Array(), header);
  const stream = (id: number, type: string) =>
    storage.streams.get(`__substg1.0_${id.toString(16).toUpperCase().padStart(4, '0')}${type}`)?.();
  const number = (id: number) => {
    const value = fixed.get(id);
    return value && (value.type === 0x0003 || value.type === 0x0002) ? value.low : null;
  };
  return {
    text(id) {
      const wide = stream(id, '001F');
      if (wide) return decoded(wide, 'utf-16le');
      const narrow = stream(id, '001E');
      return narrow ? decoded(narrow, encodingOf(codePage)) : '';
    },
    bytes: (id) => stream(id, '0102') ?? null,
    number,
    yes: (id) => ((fixed.get(id)?.low ?? 0) & 0xff) !== 0,
    time(id) {
      const value = fixed.get(id);
      if (value?.type !== 0x0040) return null;
      // FILETIME: steps of 100 ns since 1601.
      const at = Math.round((value.high * 2 ** 32 + value.low) / 10_000 - 11_644_473_600_000);
      return at > 0 ? at : null;
    },
  };
}

function fixedOf(
  bytes: Uint8Array,
  header: number,
): Map<number, { type: number; low: number; high: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Map<number, { type: number; low: number; high: number }>();
  for (let at = header; at + 16 <= bytes.length && values.size < 5_000; at += 16) {
    const [type, id] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    values.set(id, { type, low: view.getUint32(at + 8, true), high: view.getUint32(at + 12, true) });
  }
  return values;
}

function decoded(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, LARGEST_TEXT));
  const end = text.indexOf('\u0000');
  return end < 0 ? text : text.slice(0, end);
}

/** The encodings that Windows' numbers stand for. */
const encodings = new Map([
  [65001, 'utf-8'],
  [20127, 'windows-1252'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [54936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [20866, 'koi8-r'],
  [21866, 'koi8-u'],
  [50220, 'iso-2022-jp'],
  [51932, 'euc-jp'],
  [874, 'windows-874'],
]);

export function encodingOf(codePage: number): string {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  if (codePage >= 28591 && codePage <= 28606 && codePage !== 28602) return `iso-8859-${codePage - 28590}`;
  return encodings.get(codePage) ?? 'windows-1252';
}

/** Property sets by GUID, as they stand in the file. */
export const MEETING_SET = '90dad86e0b451b1098da00aa003f1305';
export const APPOINTMENT_SET = '0220060000000000c000000000000046';

/**
 * Ids under which this file keeps properties that have a name: `key` gives `setGuid:number`, as in
 * `90dad86e…:3` for the meeting's global id.
 */
export function namedIds(root: CfbStorage): Map<string, number> {
  const names = root.storages.get('__nameid_version1.0');
  const found = new Map<string, number>();
  const guids = names?.streams.get('__substg1.0_00020102')?.() ?? new Uint8Array();
  const entries = names?.streams.get('__substg1.0_00030102')?.() ?? new Uint8Array();
  const view = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
  for (let at = 0; at + 8 <= entries.length && found.size < 5_000; at += 8) {
    const kind = view.getUint16(at + 4, true);
    // By number, of a set that the file lists (the first three are Outlook's own, without mail or meetings in them).
    const set = (kind >> 1) - 3;
    if ((kind & 1) !== 0 || set < 0) continue;
    const guid = Array.from(guids.subarray(set * 16, set * 16 + 16), (byte) =>
      byte.toString(16).padStart(2, '0'),
    );
    found.set(`${guid.join('')}:${view.getUint32(at, true)}`, 0x8000 + view.getUint16(at + 6, true));
  }
  return found;
}
