import { knownDomain } from '@/utils/understand/company/known-domains';
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
/** Endings that are spoken as a part of the name where a plain word stands before: `about.me`, `dev.to`. */
const spokenEndings = new Set('am as bg cc cv fm gd gg gl la ly me ms pm sc so st to vc ws chat'.split(' '));
/** Put before a name because the name alone was taken. */
const callsFirst = ['get', 'join', 'try', 'use'];
const addedLast = ['hq', 'app', 'inc', 'corp', 'official'];
/** Behind a hyphen, or joined to five letters or more, they say what it is; its name is without: `scala-lang`, `kohl-shop`. */
const saysWhat =
  /^(.{3,})-(?:lang|foundation|framework|project|dev|hub|app|online|shop|web|info|global)$|^(.{5,})(?:lang|framework)$/;

/** Letters nobody can pronounce are initials: `bmw`, `dhl`. `y` counts as a vowel. */
const vowels = /[aeiouyäöüàâéèêëîïôûùáíóúãõåæø]/;
/** Two consonants that begin no word: `lbbw`, `dvag`; `ql` and `ng` begin made-up ones. */
const oddPair = /^[bcdfghj-np-tvwxz]{2}/;
const saidPair =
  /^([bcfgkps]l|[bcdfgkptvw]r|[cgkprstwz]h|s[ckmnpqtvw]|[dkqstz]w|[gkm]n|ps|pf|pt|ts|cz|dj|dz|ll|mc|ng|q.|sr|sz|tz|vl|zl)/;

/** No German, English or Romance word begins so: then what stands before is no word of its own. */
const oddStart = /^([bcdfgjkmnpqrtvxz][bcdfgkmpqtvxz]|[lrn][^aeiouy]|[^a-z])/;

const germanEndings = new Set(['de', 'at', 'ch', 'li']);
const perhapsUmlaut = /(?<=[bcdfghj-np-tvwxz])[aou]e(?![aeiouy])/gi;
/** Words and names from abroad in which these are two vowels or a long one. */
const noUmlaut =
  /aero|air|blue|coe|euro|goethe|isra|joe|kloe|micha|noe|phoe|poe|rapha|manu|samu|soest|true|value|venue|[dqstx]uell|fluen|(?:oe|ue)$/i;
/** On the list of words beside the English ones. */
const germanWords = new Set('sued soehne gebrueder moebel kuechen baeckerei'.split(' '));

/** `Mueller` is Müller where German is written: domains had no umlauts for long. */
function withUmlauts(name: string): string {
  return name
    .split(' ')
    .map((word) =>
      noUmlaut.test(word) || (levelOf(word.toLowerCase()) !== null && !germanWords.has(word.toLowerCase()))
        ? word
        : word.replace(perhapsUmlaut, (pair) => (pair === 'ae' ? 'ä' : pair === 'oe' ? 'ö' : 'ü')),
    )
    .join(' ');
}

/** A company's own name inside a label: `getpostbox` and `postboxhq` are Postbox. */
function withoutCalls(label: string): string {
  if (levelOf(label) !== null) return label;
  const what = saysWhat.exec(label);
  if (what) return what[1] ?? what[2] ?? label;
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
  if (/^[a-z]{4,5}$/.test(raw) && oddPair.test(raw) && !saidPair.test(raw)) return true;
  // Three letters that cannot be said as a syllable: `ibm`, `aok`, `gnu`.
  return /^(?!.*\d)(?:[aeiouy][^aeiouy]{2}|[^aeiouy]{2}[aeiouy]|[aeiou]{2}[^aeiouy])$/.test(raw);
}

/** `linktr.ee`, `frame.work`: a name that runs on into its ending. */
function runsOn(label: string, ending: string): Piece[] | null {
  if (!/^[a-z]{3,}$/.test(label) || !/^[a-z]{2,4}$/.test(ending)) return null;
  const both = segment(label + ending);
  if (both.some(({ level }) => level === null) || both.length > 2) return null;
  if (both.at(-1)?.text === ending) return null;
  // `frame.work`: one word, though its first half is one too.
  if (both.length === 1 && label.length >= 4 && ending.length === 4) return both;
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
  const known = knownDomain(registered) ?? knownName(label);
  if (known !== undefined) return known;
  const both = runsOn(label, ending);
  if (both) return joinPieces(both);
  const spoken = spokenEndings.has(ending) && /^[a-z]{3,}$/.test(label) ? levelOf(label) : null;
  if (spoken === 0 || spoken === 1 || (spoken !== null && ending === 'chat')) {
    return `${wordOf(label, true, true)}.${ending === 'chat' ? capital(ending, false) : ending}`;
  }
  const words = withoutCalls(label)
    .split(/[-_]+/)
    .filter((word) => word !== '');
  // `t-mobile`, `e-plus`: one letter holds on to its hyphen.
  const letter = words.length === 2 && words[0]?.length === 1;
  const written = words
    .map((word, index) => wordOf(word, index === 0, words.length === 1))
    .join(letter ? '-' : ' ');
  const name = germanEndings.has(ending) ? withUmlauts(written) : written;
  if (name === '' || lettersOf(name) === '') return name;
  return tradeEndings.has(ending) && words.length < 3 ? `${name} ${capital(ending, false)}` : name;
}
