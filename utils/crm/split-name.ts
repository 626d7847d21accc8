/**
 * A name as two fields. A particle in small letters begins the last name: `Anna von der Au`. Where it does not fit, all
 * of it goes into the last name, which every CRM requires.
 */
export function splitName(
  name: string,
  most: { first: number; last: number },
): { first: string; last: string } {
  const words = name.trim().split(/\s+/);
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const at = particle > 0 ? particle : words.length - 1;
  const first = words.slice(0, at).join(' ');
  const last = words.slice(at).join(' ');
  if (first.length > most.first || last.length > most.last) {
    return { first: '', last: name.trim().slice(0, most.last) };
  }
  return { first, last };
}
