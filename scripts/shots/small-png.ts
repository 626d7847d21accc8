import { deflateSync, inflateSync } from 'node:zlib';

/** A screenshot with at most 256 colours: a fifth of its size, and nobody sees the difference on flat surfaces. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const { palette, indexOf } = choose(counts);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = indexOf.get(pixels[y * width + x] ?? 0) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const channels = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** Eight bits a channel, RGB or RGBA, not interlaced: what Chromium writes. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const bytes = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * bytes;
  const lines = Buffer.alloc(stride * height);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= bytes ? (lines[y * stride + x - bytes] ?? 0) : 0;
      const up = y > 0 ? (lines[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= bytes && y > 0 ? (lines[(y - 1) * stride + x - bytes] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      lines[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = lines.readUIntBE(y * stride + x * bytes, 3);
  }
  return { width, height, pixels };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The commonest colours as they are (surfaces, text), the rest by halving the box that is widest and fullest. */
function choose(counts: Map<number, number>): { palette: number[]; indexOf: Map<number, number> } {
  const byCount = [...counts].sort((a, b) => b[1] - a[1]);
  const exact = byCount.slice(0, byCount.length <= 256 ? 256 : 64);
  const boxes = byCount.length > exact.length ? [byCount.slice(exact.length)] : [];
  while (boxes.length > 0 && boxes.length < 256 - exact.length) {
    const best = boxes.reduce((a, b) => (weight(b) > weight(a) ? b : a));
    if (best.length < 2) break;
    const channel = widest(best).channel;
    best.sort((a, b) => (channels(a[0])[channel] ?? 0) - (channels(b[0])[channel] ?? 0));
    boxes.push(best.splice(best.length >> 1));
  }
  const palette = exact.map(([colour]) => colour);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  for (const box of boxes) {
    for (const [colour] of box) indexOf.set(colour, palette.length);
    palette.push(mean(box));
  }
  return { palette, indexOf };
}

type Box = [colour: number, count: number][];

function widest(box: Box): { channel: number; range: number } {
  const ranges = [0, 1, 2].map((channel) => {
    const values = box.map(([colour]) => channels(colour)[channel] ?? 0);
    return { channel, range: Math.max(...values) - Math.min(...values) };
  });
  return ranges.reduce((a, b) => (b.range > a.range ? b : a));
}

const weight = (box: Box) => widest(box).range * Math.sqrt(box.reduce((sum, [, count]) => sum + count, 0));

function mean(box: Box): number {
  const total = box.reduce((sum, [, count]) => sum + count, 0);
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) =>
    Math.round(
      box.reduce((sum, [colour, count]) => sum + (channels(colour)[channel] ?? 0) * count, 0) / total,
    ),
  );
  return (red << 16) | (green << 8) | blue;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(data: Buffer): number {
  let value = 0xffffffff;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
