import { knownName, lettersOf } from '@/utils/understand/company/known-names';
import { decodeLabel } from '@/utils/understand/company/punycode';
import { levelOf, type Piece, segment } from '@/utils/understand/company/segment';
import { capital, joinPieces } from '@/utils/understand/company/style';
import { registrableDomain } from '@/utils/understand/registrable-domain';

/** Legal forms and the like, as they are written. */
const fixedWords = new Map(
  'GmbH AG KG OHG SE UG eG LLC LLP Ltd Inc SA SAS SARL BV NV AB ApS AS Oy SpA Srl SL Lda KK USA UK EU IT HR TV AI und and et of the de du der van von'
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);
/** Endings that are companies' own words: `weber.consulting` is Weber Consulting. */
const tradeEndings = new Set(
  'agency bank capital consulting engineering finance gmbh group health holdings insurance legal partners software solutions studio studios systems ventures university restaurant hotel versicherung immobilien'.split(
    ' ',
  ),
);
/** Put before a name because the name alone was taken. */
const callsFirst = ['get', 'join', 'try', 'use'];
const addedLast = ['hq', 'app', 'inc', 'corp', 'official'];

/** Letters nobody can pronounce are initials: `bmw`, `dhl`. `y` counts as a vowel. */
const vowels = /[aeiouyäöüàâéèêëîïôûùáíóúãõåæø]/;

/** No German, English or Romance word begins so: then what stands before is no word of its own. */
const oddStart = /^([bcdfgjkmnpqrtvxz][bcdfgkmpqtvxz]|[lrn][^aeiouy]|[^a-z])/;

/** A company's own name inside a label: `getpostbox` and `postboxhq` are Postbox. */
function withoutCalls(label: string): string {
  if (levelOf(label) !== null) return label;
  for (const call of callsFirst) {
    const rest = label.slice(call.length);
    if (!label.startsWith(call) || rest.length < 5 || oddStart.test(rest)) continue;
    // "use" begins too many words to be trusted before letters that are none.
    if (call === 'get' || call === 'join' || segment(rest).every(({ level }) => level !== null)) return rest;
  }
  for (const added of addedLast) {
    const rest = label.slice(0, -added.length);
    if (label.endsWith(added) && rest.length >= 4 && vowels.test(rest)) return rest;
  }
  return label;
}

function wordOf(raw: string, first: boolean, alone: boolean): string {
  const fixed = fixedWords.get(raw);
  if (fixed && !(first && (alone || fixed === raw))) return fixed;
  const known = knownName(raw);
  if (known !== undefined) return known;
  const numbered = /^(\d+)([a-z]{4,})$/.exec(raw);
  if (numbered) return `${numbered[1]}${capital(numbered[2] ?? '', false)}`;
  if (!/^[a-z]+$/.test(raw)) return isInitials(raw) ? raw.toUpperCase() : capital(raw, false);
  if (isInitials(raw)) return raw.toUpperCase();
  return alone ? joinPieces(segment(raw)) : capital(raw, !first);
}

function isInitials(raw: string): boolean {
  if (levelOf(raw) !== null) return false;
  if (raw.length <= 5 && /[a-z]/.test(raw) && !vowels.test(raw)) return raw.length <= 4 || !/\d/.test(raw);
  // Three letters that cannot be said as a syllable: `ibm`, `aok`, `gnu`.
  return /^(?!.*\d)(?:[aeiouy][^aeiouy]{2}|[^aeiouy]{2}[aeiouy]|[aeiou]{2}[^aeiouy])$/.test(raw);
}

/** `linktr.ee`, `frame.work`: a name that runs on into its ending. */
function runsOn(label: string, ending: string): Piece[] | null {
  if (!/^[a-z]{3,}$/.test(label) || !/^[a-z]{2,4}$/.test(ending)) return null;
  const both = segment(label + ending);
  if (both.some(({ level }) => level === null) || both.length > 2) return null;
  if (both.at(-1)?.text === ending) return null;
  return segment(label).some(({ level }) => level === null) ? both : null;
}

/**
 * A company's probable name from its domain: `nordlicht-gmbh.example` gives `Nordlicht GmbH`, `bergmannlogistik.example`
 * gives `Bergmann Logistik`. Empty where the domain says nothing. A guess to be corrected, never compared by machine.
 */
export function companyFromDomain(domain: string): string {
  const registered = registrableDomain(domain);
  if (!registered) return '';
  const dot = registered.indexOf('.');
  const label = decodeLabel(registered.slice(0, dot)).slice(0, 63);
  const ending = registered.slice(dot + 1);
  const known = knownName(label);
  if (known !== undefined) return known;
  const both = runsOn(label, ending);
  if (both) return joinPieces(both);
  const words = withoutCalls(label)
    .split(/[-_]+/)
    .filter((word) => word !== '');
  // `t-mobile`, `e-plus`: one letter holds on to its hyphen.
  const letter = words.length === 2 && words[0]?.length === 1;
  const name = words
    .map((word, index) => wordOf(word, index === 0, words.length === 1))
    .join(letter ? '-' : ' ');
  if (name === '' || lettersOf(name) === '') return name;
  return tradeEndings.has(ending) && words.length < 3 ? `${name} ${capital(ending, false)}` : name;
}
