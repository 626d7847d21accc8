import { normalAddress } from '@/utils/understand/address';

/** Name particles that stay small inside a name: `Ludwig van der Berg`. */
const particles = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'la',
  'le',
  'du',
  'di',
  'da',
  'dos',
  'del',
  'zu',
  'zur',
  'ten',
  'ter',
  'bin',
  'al',
  'y',
  'e',
]);

function capitalised(word: string): string {
  return word
    .split('-')
    .map((part) => {
      const first = String.fromCodePoint(part.codePointAt(0) ?? 0x20);
      return part === '' ? part : first.toUpperCase() + part.slice(first.length);
    })
    .join('-');
}

/** A header's name without what is no name: quotes, brackets, emoji, control and bidi characters, an address. */
function cleaned(raw: string): string {
  return raw
    .slice(0, 1000)
    .replace(/[\p{Cf}\p{Cc}\p{Co}\p{Cn}]/gu, ' ')
    .replace(/[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}\uFE0F\u20E3]/gu, ' ')
    .replace(/["“”„«»<>`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(.*)'$/, '$1')
    .trim();
}

/** `Berger, Anna` is Anna Berger; `Berger GmbH, Anna` or `Anna Berger, PhD` stay as they are. */
function unreversed(name: string): string {
  const [last, first, more] = name.split(',').map((part) => part.trim());
  if (!last || !first || more !== undefined) return name;
  if (
    /^(ph\.?d|m\.?d|mba|m\.?a|b\.?a|b\.?sc|m\.?sc|llm|jr\.?|sr\.?|esq\.?|cpa|gmbh|ag|inc\.?|llc|ltd\.?|ii|iii)\.?$/i.test(
      first,
    )
  )
    return name;
  if (last.split(' ').length > 3 || first.split(' ').length > 3 || /\d/.test(name)) return name;
  if (/\b(gmbh|ag|kg|inc|llc|ltd|se|sas|sarl|bv)\b/i.test(last)) return name;
  return `${first} ${last}`;
}

/** `anna.berger` gives `Anna Berger`; `info` gives `Info`; digits at the end go. */
function fromLocalPart(local: string): string {
  const plain = local.split('+')[0] ?? local;
  const words = plain
    .replace(/["']/g, '')
    .split(/[._]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word !== '');
  if (words.length === 0) return local;
  return words
    .map((word, index) =>
      index > 0 && index < words.length - 1 && particles.has(word) ? word : capitalised(word),
    )
    .join(' ');
}

/**
 * A person's name to show and to create a contact with: the header's, set right (`"Berger, Anna"` gives `Anna Berger`,
 * shouted names are calmed), else read from the address (`anna.berger@…`). At most 300 characters, never empty.
 */
export function personName(person: { address: string; name?: string | undefined }): string {
  const address = normalAddress(person.address);
  const at = address.lastIndexOf('@');
  const local = at > 0 ? address.slice(0, at) : address;
  let name = cleaned(person.name ?? '');
  // "Anna Berger (Nordlicht)" and "Anna Berger via DocuShare": the tail is not hers.
  name = name
    .replace(/\s*[([][^()[\]]{0,200}[)\]]\s*$/, '')
    .replace(/\s(via|über)\s.{1,100}$/i, '')
    .trim();
  if (name === '' || name.includes('@') || !/\p{L}/u.test(name))
    return fromLocalPart(local).slice(0, 300) || address.slice(0, 300);
  name = unreversed(name);
  const words = name.split(' ');
  const shouted = words.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase();
  const whispered = words.length > 1 && name === name.toLowerCase() && name !== name.toUpperCase();
  if (shouted || whispered) {
    name = words
      .map((word, index) => {
        const small = word.toLowerCase();
        return index > 0 && index < words.length - 1 && particles.has(small) ? small : capitalised(small);
      })
      .join(' ');
  }
  return name.slice(0, 300);
}
