import type { Phones } from '@/utils/crm/twenty/answers';
import { textOf } from '@/utils/crm/twenty/values';

/** The numbers of a person, the main one first, with their calling codes: `+49` and `301234567` are `+49301234567`. */
export function phonesOf(phones: Phones | null | undefined): string[] {
  const all = [
    numberOf(phones?.primaryPhoneCallingCode, phones?.primaryPhoneNumber),
    ...(phones?.additionalPhones ?? []).map(({ callingCode, number }) => numberOf(callingCode, number)),
  ];
  return [...new Set(all)]
    .filter((number) => number !== '')
    .slice(0, 20)
    .map((number) => number.slice(0, 60));
}

/** As stored in two parts. A number that bears its calling code already keeps it. */
export function numberOf(callingCode: string | null | undefined, number: string | null | undefined): string {
  const digits = textOf(number);
  if (digits === '' || digits.startsWith('+')) return digits;
  return `${textOf(callingCode)}${digits}`;
}

/** Two numbers are the same however they are spaced. */
export function sameNumber(a: string, b: string): boolean {
  return a.replaceAll(/[^+\d]/g, '') === b.replaceAll(/[^+\d]/g, '');
}
