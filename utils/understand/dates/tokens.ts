export interface Token {
  text: string;
  /** Lower case, without accents. */
  key: string;
  index: number;
  end: number;
  /** White space before it. */
  spaced: boolean;
  digits: boolean;
  letters: boolean;
}

const piece = /\p{L}[\p{L}\p{M}]*|\d+|\n[ \t\r]*\n|[^\s\p{L}\d]/gu;

/** Without accents there is nothing to take off. */
const ascii = /^[\0-_a-\x7F]*$/;

export function plain(word: string): string {
  const lower = word.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[–—−‐‑]/g, '-')
    .replace(/ß/g, 'ss');
}

/** Letters, digits and marks, each run a token: "15h30" is three. An empty line is one, so that nothing joins over it. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const found of text.matchAll(piece)) {
    const index = found.index;
    const raw = found[0];
    tokens.push({
      text: raw,
      key: raw.startsWith('\n') ? '\n' : plain(raw),
      index,
      end: index + raw.length,
      spaced: index > last,
      digits: /^\d/.test(raw),
      letters: /^\p{L}/u.test(raw),
    });
    last = index + raw.length;
  }
  return tokens;
}
