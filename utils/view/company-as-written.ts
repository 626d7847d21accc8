/** How much of a mail is looked at, characters. */
const READ = 20_000;
/** A company's name has at most this many words. */
const WORDS = 5;

/** Legal forms that belong to the name where they follow it. */
const FORMS = /^(?:GmbH|AG|KG|OHG|SE|UG|LLC|LLP|Ltd|Inc|SA|SAS|SARL|BV|NV|AB|ApS|Oy|SpA|Srl|SL|Lda)$/i;
/** What may stand between two words of a name. */
const BETWEEN = /^(?: |-| & | \+ |')$/;

/**
 * A company's name as its people write it, found by its domain's letters: `ateliersato.example` is "Atelier Sato" where
 * the mail says so. Null where no text has it; then the domain is all there is.
 */
export function companyAsWritten(domain: string, texts: readonly string[]): string | null {
  const label = lettersOf(domain.split('.')[0] ?? '');
  if (label.length < 3) return null;
  for (const text of texts) {
    const found = findName(label, text.slice(0, READ));
    if (found) return found;
  }
  return null;
}

function findName(label: string, text: string): string | null {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const startOf = (index: number) => words[index]?.index ?? text.length;
  const endOf = (index: number) => startOf(index) + (words[index]?.[0].length ?? 0);
  const joins = (index: number) => BETWEEN.test(text.slice(endOf(index - 1), startOf(index)));
  for (let first = 0; first < words.length; first += 1) {
    let letters = '';
    for (let last = first; last < Math.min(words.length, first + WORDS); last += 1) {
      if (last > first && !joins(last)) break;
      letters += lettersOf(words[last]?.[0] ?? '');
      if (!label.startsWith(letters)) break;
      if (letters !== label) continue;
      const form = words[last + 1]?.[0];
      const whole = form && joins(last + 1) && FORMS.test(form) ? last + 1 : last;
      const name = text.slice(startOf(first), endOf(whole));
      // In lower case it is an address or a link, not a name.
      if (/^(?!\p{Ll})/u.test(name) && !/[@./]$/.test(text.slice(0, startOf(first)))) return name;
    }
  }
  return null;
}

/** Letters and digits alone, so that `Okafor-Supply` and `okaforsupply` are one name. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
