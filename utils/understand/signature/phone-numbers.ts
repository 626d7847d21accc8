import type { CountryCode } from 'libphonenumber-js/min';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { labelOf, type PhoneKind } from '@/utils/understand/signature/phone-labels';

/** A number in a line, as it is written there. */
export interface FoundNumber {
  text: string;
  start: number;
  end: number;
  kinds: readonly PhoneKind[];
  /** Something says that this is a phone number: a label, a country code, a usual grouping. */
  labelled: boolean;
}

/** Characters that may stand within a number. */
const within = /[\d\s().+\-–/\u2010-\u2012[\]]/;
/** Numbers that an office gave out. */
const registers =
  /(siret|siren|rcs|hrb|hra|ust|vat|tva|iban|bic|swift|steuer|tax|abn|acn|nif|cif|nit|p\.? ?iva|c\.?f\.?|kvk|btw|cnpj|cpf|reg\b|registr|company no|no\.? ?registre|handelsregister|amtsgericht|capital|kapital|konto|account no|sort code|blz|order|invoice|rechnung|commande|n°|pgp|key id|fingerprint|code|id|pin|passcode|icq|#)[\s:.#a-z]{0,12}$/i;

/** The country whose numbers are written without its code, from the ends of addresses and links in the text; or none. */
export function countryOf(hosts: readonly string[]): CountryCode | undefined {
  for (const host of hosts) {
    const country = countries.get(host.slice(host.lastIndexOf('.') + 1).toLowerCase());
    if (country) return country;
  }
  return undefined;
}
const countries: ReadonlyMap<string, CountryCode> = new Map([
  ['de', 'DE'],
  ['at', 'AT'],
  ['ch', 'CH'],
  ['fr', 'FR'],
  ['es', 'ES'],
  ['pt', 'PT'],
  ['br', 'BR'],
  ['it', 'IT'],
  ['nl', 'NL'],
  ['be', 'BE'],
  ['uk', 'GB'],
  ['ie', 'IE'],
  ['jp', 'JP'],
  ['us', 'US'],
  ['ca', 'CA'],
  ['mx', 'MX'],
  ['au', 'AU'],
]);

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** Where one run of digits and signs holds two numbers: "… / …", "… - …", or a wide gap. */
function split(run: string, start: number): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  const between = /\s*\/+\s*|\s+[-–]{1,2}\s+|\s{2,}|\t/g;
  let from = 0;
  for (let gap = between.exec(run); gap; gap = between.exec(run)) {
    const left = digitsOf(run.slice(from, gap.index));
    const right = digitsOf(run.slice(gap.index + gap[0].length, gap.index + gap[0].length + 30));
    if (left.length < 7 || right.length < 7) continue;
    parts.push({ text: run.slice(from, gap.index), start: start + from });
    from = gap.index + gap[0].length;
  }
  parts.push({ text: run.slice(from), start: start + from });
  return parts;
}

/** Without what does not belong to it: spaces, a bracket that is not closed, signs at the ends. */
function tidy(part: { text: string; start: number }): { text: string; start: number; end: number } | null {
  let { text, start } = part;
  const drop = (count: number) => {
    text = text.slice(count);
    start += count;
  };
  const lead = text.search(/[\d(+]/);
  if (lead < 0) return null;
  drop(lead);
  const end = text.search(/\d[^\d]*$/);
  if (end < 0) return null;
  text = text.slice(0, end + 1);
  // "(+33 1 …" and ") (0)3": an opening bracket needs its closing one.
  if (text.startsWith('(') && !text.includes(')')) drop(1 + text.slice(1).search(/[\d+]/));
  // What follows ten digits in French pairs is the number of a house.
  const french = /^(?:\(?0\)?\s?\d|(?:\+|00)33[ .]?(?:\(0\)|0)?[ .]?\d)(?:[ .-]?\d\d){4}(?=\s\d)/.exec(text);
  if (french) text = french[0];
  return { text, start, end: start + text.length };
}

/** Whether the digits could be dialled; `certain` where something but the digits says so. */
function looksDialled(text: string, label: boolean, country: CountryCode | undefined): boolean {
  const digits = digitsOf(text);
  const international = /^\(?\s*\+|^00\d/.test(text);
  if (digits.length > 16 || digits.length < (label && /^\d[-. ]?\d{4}$/.test(text) ? 5 : label ? 6 : 7))
    return false;
  // Postal codes, one after the other or beside a room.
  if (!international && /^\(?\d{4,5}\)?\s?[-–(]*\s?\(?\d{5}\)?$/.test(text)) return false;
  // Dates, ZIP+4, years.
  if (/^\d{5}[-–]\d{4}$/.test(text)) return false;
  if (/^(0?[1-9]|[12]\d|3[01])[./-](0?[1-9]|1[012])[./-](19|20)?\d\d$/.test(text)) return false;
  if (/^(19|20)\d\d\s?[-–/]\s?(19|20)\d\d$/.test(text)) return false;
  if (/^\d{4}-\d\d-\d\d/.test(text)) return false;
  if (label || international) return true;
  if (/[^\s]*\d\.\d{3}\.\d{3}$/.test(text) && digits.length < 9) return false;
  const groups = text.split(/\D+/).filter((group) => group !== '').length;
  if (groups === 1) return parsePhoneNumberFromString(text, country ?? 'US')?.isPossible() ?? false;
  return digits.length >= (/^\(?\d{3}\)?[-. /]\s?\d{4}$/.test(text) ? 7 : 8);
}

/**
 * The phone and fax numbers of one line, in order. `taken` are stretches that are something else (addresses, links).
 * `before` is the line above, where it may hold the label. Linear in the line.
 */
export function phoneNumbersOf(
  line: string,
  taken: readonly (readonly [number, number])[],
  country: CountryCode | undefined,
  before = '',
): FoundNumber[] {
  const runs: { text: string; start: number; end: number }[] = [];
  const free = (at: number) => !taken.some(([from, to]) => at >= from && at < to);
  for (let i = 0; i < line.length; i++) {
    if (!/[\d(+[]/.test(line.charAt(i)) || !free(i)) continue;
    const start = i;
    while (i < line.length && within.test(line.charAt(i)) && free(i)) i++;
    if (/\p{L}/u.test(line.charAt(start - 1)) && !/[tfmpe]/i.test(line.charAt(start - 1))) continue;
    if (
      start > 1 &&
      /[\p{L}]{2}$/u.test(line.slice(start - 2, start)) &&
      !/(tel|fon|fax|mob|cel)$/i.test(line.slice(start - 3, start))
    )
      continue;
    for (const part of split(line.slice(start, i), start)) {
      const tidied = tidy(part);
      if (tidied && /\d/.test(tidied.text)) runs.push(tidied);
    }
  }
  const found: FoundNumber[] = [];
  let inHouse: readonly PhoneKind[] = [];
  const dialled = runs.filter(({ text }) => digitsOf(text).length >= 5);
  // "Tel. 1 Fax 2" or "1 Tel. 2 Fax": the first number of the line tells.
  const first = dialled[0];
  const final = dialled.at(-1);
  const labelsAfter =
    first !== undefined &&
    labelOf(line.slice(0, first.start), 'end').length === 0 &&
    labelOf(line.slice(final?.end ?? 0), 'start').length > 0;
  dialled.forEach((run, index) => {
    const previous = dialled[index - 1];
    const next = dialled[index + 1];
    const left = line.slice(previous?.end ?? 0, run.start);
    const right = line.slice(run.end, next?.start ?? run.end + 24);
    // "Fax  8*235-5466   (518) …": the number within the house stands between the label and the one to dial.
    inHouse = /\d\*$/.test(left) ? labelOf(left.slice(-60).replace(/\d+\*$/, ''), 'end') : inHouse;
    if (registers.test(left.slice(-40)) || /[*〒]\s*$/.test(left)) return;
    if (/^\p{L}/u.test(right) && !/^(x|ext)/i.test(right)) return;
    let kinds: readonly PhoneKind[] = labelOf(left, 'end');
    if ((kinds.length === 0 && !next) || labelsAfter) {
      const after = labelOf(right, 'start');
      if (after.length > 0) kinds = after;
    }
    if (kinds.length === 0 && left.trim() === '' && /[:.]\s*$/.test(before.slice(-60)) && !/\d/.test(before))
      kinds = labelOf(before, 'end');
    // "Fon/Fax: 1 / 2"? The second of two bare numbers after one label is of the same kind.
    if (kinds.length === 0 && previous && /^[\s/|,;-]*$/.test(left)) kinds = found.at(-1)?.kinds ?? inHouse;
    if (!looksDialled(run.text, kinds.length > 0, country)) return;
    found.push({ ...run, kinds, labelled: kinds.length > 0 });
  });
  return found;
}

/** The number in the one form that all its spellings share (E.164), or null where its country is not known. */
export function phoneKey(text: string, country?: CountryCode): string | null {
  const number = parsePhoneNumberFromString(text.slice(0, 60).replace(/\(0\)/g, ''), country);
  return number?.isPossible() ? number.number : null;
}

/** Digits after the country's code with which mobile numbers begin. */
const mobileStarts: ReadonlyMap<string, RegExp> = new Map([
  ['33', /^[67]/],
  ['34', /^[67]/],
  ['44', /^7[1-9]/],
  ['49', /^1[567]/],
  ['43', /^6[5-9]/],
  ['41', /^7[5-9]/],
  ['31', /^6[1-5]/],
  ['32', /^4[5-9]/],
  ['39', /^3/],
  ['351', /^9[1236]/],
  ['55', /^\d\d9\d{8}$/],
  ['81', /^[789]0/],
]);

/** Whether a number can only be a mobile one: by its country's plan, or by a grouping that only one country uses. */
export function isMobileNumber(text: string, address = ''): boolean {
  const number = parsePhoneNumberFromString(text.slice(0, 60).replace(/\(0\)/g, ''), countryOf([address]));
  if (number) return mobileStarts.get(number.countryCallingCode)?.test(number.nationalNumber) ?? false;
  return /^0[67]([ .-]?\d\d){4}$|^[67]\d\d \d{3} \d{3}$|^07\d{3} \d{6}$|^01[567]\d[ /-]/.test(text);
}
