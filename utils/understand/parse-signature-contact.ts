import { parseSignature } from '@/utils/understand/parse-signature';
import { fold, honorifics } from '@/utils/understand/signature/gazetteer';
import { isMobileNumber } from '@/utils/understand/signature/phone-numbers';
import type { SignatureFields } from '@/utils/understand/signature/signature-fields';

/** What a contact's form takes from a signature; every value as it is written there. */
export interface ContactFields {
  /** Without degrees and professions. */
  name?: string;
  /** The job; the department where no job is named. */
  title?: string;
  company?: string;
  /** Without fax, mobile and extensions. */
  phones: string[];
  /** The number marked as mobile, or that can only be one. */
  mobile?: string;
  website?: string;
  /** Its lines joined by ", ". */
  address?: string;
}

const socialHosts =
  /(^|\.|\/)(linkedin|twitter|x|facebook|instagram|youtube|xing|tiktok|calendly|github|medium|vimeo|aka|zoom|teams)\./i;

/**
 * One-click contact: the fields of the person who signed. `block` is what `findSignature` gives, `person` whom the
 * header names; where several people sign, the one of the header counts. Nothing is invented: what is not written is
 * not there.
 */
export function contactFields(block: string, person: { name?: string; address: string }): ContactFields {
  const { numbers, ...fields } = parseSignature(block, { name: person.name, email: person.address });
  const mobile =
    numbers.find(({ kinds }) => kinds.includes('mobile')) ??
    numbers.find(({ text, kinds }) => kinds.length === 0 && isMobileNumber(text, person.address));
  const phones = numbers
    .filter(({ kinds }) => !kinds.includes('fax') && !kinds.includes('mobile'))
    .filter((number) => number !== mobile)
    .map(({ text }) => text);
  const website = fields.urls.find((url) => !socialHosts.test(url));
  const result: ContactFields = { phones: [...new Set(phones)] };
  const name = nameOf(fields, person);
  if (name) result.name = name;
  if (fields.title[0]) result.title = fields.title[0];
  if (fields.company[0]) result.company = withoutAdditions(fields.company[0]);
  if (mobile) result.mobile = mobile.text;
  if (website) result.website = website;
  if (fields.address.length > 0) result.address = withCommas(fields.address.join(', '));
  return result;
}

function nameOf(fields: SignatureFields, person: { name?: string; address: string }): string | undefined {
  const known = fold(`${person.name ?? ''} ${person.address.split('@')[0] ?? ''}`);
  const share = (name: string) => name.split(/\s+/).filter((part) => known.includes(fold(part))).length;
  const names = fields.name.map(withoutTitles).filter((name) => name !== '');
  // The one that shares most with the header: "Anna" stands above "Anna Berger".
  const best = [...names].sort((a, b) => share(b) - share(a))[0];
  // "i. A. Anna Berger" and "Anna Berger MCIPS", where the header says Anna Berger.
  const called = withoutTitles(person.name ?? '');
  const inside = best && called.includes(' ') ? best.toLowerCase().indexOf(called.toLowerCase()) : -1;
  return best && inside >= 0 ? best.slice(inside, inside + called.length) : best;
}

/** "Dr. Ing. Anna Berger" is Anna Berger. */
function withoutTitles(name: string): string {
  const parts = name.split(/\s+/);
  while (parts.length > 1 && honorifics.has(fold(parts[0] ?? ''))) parts.shift();
  return parts.join(' ').replace(/,.*$/, '');
}

/** "Keller SAS au capital de …", "Keller Raumausstattung · Polsterei": the company without what is said of it. */
function withoutAdditions(company: string): string {
  return company.replace(/\s{1,3}(?:au capital\b|[·•]\s).{0,300}$/iu, '');
}

/** "Hauptstr. 4 · 25746 Heide": one sign between the parts of an address. */
function withCommas(address: string): string {
  return address.replace(/\s{1,3}[·•|–—]\s{1,3}/gu, ', ');
}
