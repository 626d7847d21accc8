/*
 * What a record is found by as somebody types. A name is kept once from each of its words on, the words before it
 * behind: "anna maria berger", "maria berger anna", "berger anna maria". So what is typed, in either order, is the
 * beginning of one of them, and one look into an index finds it however many records there are.
 */

const MOST_WORDS = 6;
const MOST_KEYS = 16;
const LONGEST = 80;

/** Lower case, without accents and marks, words apart by one blank: "Krüger, Anne-Marie" is `kruger anne marie`. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The keys of a record with these names and addresses (or domains): at most 16, each at most 80 characters. */
export function searchKeys(names: readonly (string | undefined)[], addresses: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const name of names) {
    const words = plainWords((name ?? '').slice(0, 300)).split(' ');
    for (let from = 0; from < Math.min(words.length, MOST_WORDS); from += 1)
      keys.add([...words.slice(from), ...words.slice(0, from)].join(' ').slice(0, LONGEST));
  }
  for (const address of addresses.slice(0, 6)) keys.add(address.toLowerCase().slice(0, LONGEST));
  keys.delete('');
  return [...keys].slice(0, MOST_KEYS);
}

/** What is typed, as the keys have it: as a name, and as an address where it may be one. */
export function typedKeys(typed: string): string[] {
  const short = typed.trim().slice(0, LONGEST);
  const address = short.toLowerCase();
  const keys = new Set([plainWords(short)]);
  if (/^[^\s@]+(?:[@.][^\s@]*)+$/.test(address)) keys.add(address);
  keys.delete('');
  return [...keys];
}
