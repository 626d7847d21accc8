/*
 * RFC 3492, decoding only: `xn--mller-kva` gives `müller`. Linear but for the insertions, and labels have at most 63
 * characters.
 */

const BASE = 36;

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  while (rest > 455) {
    rest = Math.floor(rest / 35);
    k += BASE;
  }
  return k + Math.floor((36 * rest) / (rest + 38));
}

/** A label as people write it; what is no valid punycode is given back as it is. */
export function decodeLabel(label: string): string {
  if (!label.startsWith('xn--') || label.length > 63) return label;
  const code = label.slice(4);
  if (code === '') return label;
  const dash = code.lastIndexOf('-');
  const output = dash > 0 ? [...code.slice(0, dash)] : [];
  let n = 128;
  let i = 0;
  let bias = 72;
  for (let at = dash > 0 ? dash + 1 : 0; at < code.length; ) {
    const before = i;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = Number.parseInt(code[at] ?? '', 10);
      const letter = (code.charCodeAt(at) | 32) - 97;
      const value = Number.isNaN(digit) ? letter : digit + 26;
      at++;
      if (at > code.length || value < 0 || value >= BASE) return label;
      i += value * weight;
      const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (value < threshold) break;
      weight *= BASE - threshold;
      if (weight > 0x7fffffff) return label;
    }
    const size = output.length + 1;
    bias = adapt(i - before, size, before === 0);
    n += Math.floor(i / size);
    i %= size;
    if (n > 0x10ffff || (n >= 0xd800 && n < 0xe000)) return label;
    output.splice(i++, 0, String.fromCodePoint(n));
  }
  return output.join('');
}
