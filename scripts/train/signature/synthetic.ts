/*
 * Signatures put together from made-up names, firms and addresses in usual layouts, so that the chain sees more of them
 * than the few labelled ones: law firms, universities, American and European addresses, one-liners. Always the same ones.
 */
import { blockPositions } from '@/utils/understand/signature/block-features';
import { blockOf } from '@/utils/understand/signature/block-tokens';
import { firstNames } from '@/utils/understand/signature/first-names';
import { blockLabels } from '@/utils/understand/signature/read-block';
import type { Example } from './learn-chain';
import { type Country, countries } from './synthetic-words';

/** Any label. */
const ANY = (1 << blockLabels.length) - 1;

let state = 20260721;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
};
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const chance = (share: number) => random() < share;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const first = [...firstNames];
const heads =
  'ba be bo bra bri car cha co dal dar del don du fa fer fil gar gil gor gra ha hen hol hu jar ka kel ken kir la lar lin lo mac mal mar mer mo na nor o pa pel per pra qui ra rei ro ru sa sel sha sor sta ta tel tho tor ul va ver wal wen wi ya za'.split(
    ' ',
  );
const tails =
  'bert by court croft da dale den der din do ford gan ges ham hart hoff ier ing iver ko la lan ler ley lin lis lo lov man mann mer mont more nard neau ner nez ni rick ridge rini ro sen ser shaw son stad stein ster sto ta ton tti vale van ver vic ville ward well wick win worth zer'.split(
    ' ',
  );
const made = () => capital(pick(heads) + (chance(0.35) ? pick(heads) : '') + pick(tails));
const person = () => {
  const given = chance(0.75) ? capital(pick(first)).replace(/-\w/g, (x) => x.toUpperCase()) : made();
  const middle = chance(0.2) ? ` ${capital(pick(heads)).charAt(0)}.` : '';
  const family = made() + (chance(0.08) ? `-${made()}` : '');
  const lead = chance(0.03) ? `${capital(pick(heads)).charAt(0)}. ` : '';
  const name = `${lead}${given}${middle} ${family}${chance(0.03) ? ', Jr.' : ''}`;
  return { given, family, name: chance(0.07) ? name.toUpperCase() : name };
};
const n = (low: number, high: number) => String(Math.floor(low + random() * (high - low)));
const digits = (pattern: string) => pattern.replace(/#/g, () => n(0, 10)).replace(/%/g, () => n(2, 10));
const fill = (pattern: string, land: Country): string =>
  pattern.replace(/\{(\w+)\}/g, (_, what: string) => {
    if (what === 'made') return made();
    if (what === 'given') return capital(pick(first));
    if (what === 'num') return n(1, 200);
    if (what === 'big') return n(100, 9999);
    const list = land.words[what];
    return list ? fill(pick(list), land) : what;
  });

/** `⟦N…⟧` marks a name and so on, `⟦?…⟧` what may be read in more than one way. */
function block(): { text: string; name: string; email: string } {
  const land = chance(0.6) ? countries[0]! : pick(countries);
  const who = person();
  const firm = fill(pick(land.firms), land).replace(' ,', ',');
  const job = fill(pick(land.jobs), land);
  const stem =
    firm
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase()
      .slice(0, 14) || 'firm';
  const host = `${stem}.${land.end}`;
  const local = chance(0.5) ? `${who.given}.${who.family}` : who.given.charAt(0) + who.family;
  const email = `${local
    .normalize('NFKD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase()}@${host}`;
  const phone = () => digits(pick(land.phones));
  const degree = chance(0.1) ? pick([', PhD', ', MBA', ', CPA', ' MSc', ', PMP', ', Esq.', ', CFA']) : '';
  const hon = chance(0.06) ? `${pick(land.honorifics)} ` : '';
  const name = `${hon}⟦N${who.name}⟧${degree}`;
  const dept = chance(0.2) ? fill(pick(land.departments), land) : '';
  const lines: string[] = [];
  if (chance(0.25)) lines.push(fill(pick(land.closings), land));
  if (chance(0.15)) lines.push(who.given);
  const style = random();
  const sep = pick([', ', ', ', ' | ', ', ', ' - ', ' – ', ' / ', ' · ']);
  const hasJob = chance(0.75);
  const hasFirm = chance(0.85);
  if (chance(0.06)) {
    // An office rather than a person.
    if (hasFirm) lines.push(`⟦C${firm}⟧`);
  } else if (style < 0.6) {
    lines.push(name);
    if (hasJob) lines.push(`⟦T${job}⟧`);
    if (dept !== '') lines.push(hasJob ? `⟦?${dept}⟧` : `⟦T${dept}⟧`);
    if (hasFirm) lines.push(`⟦C${firm}⟧`);
    if (chance(0.05)) lines.push(`⟦C${fill(pick(land.firms), land)}⟧`);
  } else if (style < 0.72) {
    lines.push(name);
    const short = chance(0.4) ? made().slice(0, 4).toUpperCase() : firm;
    lines.push(hasJob ? `⟦T${job}⟧${sep}⟦C${short}⟧` : `⟦C${short}⟧`);
  } else if (style < 0.84) {
    lines.push(hasJob ? `${name}${sep}⟦T${job}⟧` : name);
    if (hasFirm) lines.push(`⟦C${firm}⟧`);
  } else if (style < 0.9) {
    lines.push(name);
    if (hasFirm) lines.push(`⟦C${firm}⟧`);
    if (hasJob) lines.push(`⟦T${job}⟧`);
  } else if (style < 0.95) {
    if (hasFirm) lines.push(`⟦C${firm}⟧`);
    if (chance(0.7)) lines.push(name);
    if (hasJob) lines.push(`⟦T${job}⟧`);
  } else lines.push(`${name}${sep}⟦T${job}⟧${sep}⟦C${firm}⟧`);
  const contact: string[] = [];
  if (chance(0.5)) {
    const rows = fill(pick(land.addresses), land)
      .split('\n')
      .map((row) => digits(row));
    // One line with a bar between, or a line each.
    const label = chance(0.05) ? `${pick(land.words.addressLabel ?? ['Address'])}: ` : '';
    contact.push(
      chance(0.2) ? `${label}⟦A${rows.join(pick([', ', ' - ', ' · ']))}⟧` : `${label}⟦A${rows.join('\n')}⟧`,
    );
  }
  const dials: string[] = [];
  if (chance(0.75)) dials.push(pick(land.dials).replace('{}', phone()));
  if (chance(0.35)) dials.push(pick(land.mobiles).replace('{}', phone()));
  if (chance(0.3)) dials.push(pick(land.faxes).replace('{}', phone()));
  if (chance(0.2)) contact.push(dials.join(pick([' | ', ' · ', '  ', ', '])));
  else contact.push(...dials);
  if (chance(0.5))
    contact.push(
      chance(0.5) ? email : `${pick(['E-mail: ', 'Email: ', 'Mail: ', 'e: ', 'E-Mail: '])}${email}`,
    );
  if (chance(0.3)) contact.push(chance(0.6) ? `www.${host}` : `https://${host}`);
  if (chance(0.25)) contact.sort(() => random() - 0.5);
  lines.push(...contact.filter((line) => line !== ''));
  if (chance(0.08)) lines.push(pick(land.slogans));
  if (chance(0.05)) return { text: lines.join(' ').replace(/\n/g, ' '), name: who.name, email };
  return { text: lines.join('\n'), name: who.name, email };
}

/** One example: the text without its marks, and the labels of its words. */
function exampleOf(marked: string, group: string): Example {
  const spans: { part: string; from: number; to: number }[] = [];
  let text = '';
  let open: { part: string; from: number } | null = null;
  for (let i = 0; i < marked.length; i++) {
    const char = marked.charAt(i);
    if (char === '⟦') {
      open = { part: marked.charAt(i + 1), from: text.length };
      i++;
    } else if (char === '⟧') {
      if (open) spans.push({ ...open, to: text.length });
      open = null;
    } else text += char;
  }
  const starts: number[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    starts.push(at);
    at += line.length + 1;
  }
  const parsed = blockOf(text);
  let lastSpan: (typeof spans)[number] | undefined;
  const gold = parsed.tokens.map((token) => {
    const offset = (starts[token.line] ?? 0) + token.start;
    const span = spans.find(({ from, to }) => offset >= from && offset < to);
    const begins = span !== lastSpan;
    lastSpan = span;
    if (!span) return 1;
    if (span.part === '?') return ANY;
    return 1 << blockLabels.indexOf(`${begins ? 'B' : 'I'}${span.part}`);
  });
  return { group, positions: blockPositions(parsed), gold };
}

export function syntheticExamples(count: number, weight: number): Example[] {
  state = 20260721;
  return Array.from({ length: count }, (_, i) => {
    const example = exampleOf(block().text, `synthetic ${i % 50}`);
    return { ...example, weight };
  });
}

/** Made-up signatures without their marks, and who signs. */
export function syntheticSignatures(count: number): { text: string; name: string; email: string }[] {
  state = 20260722;
  return Array.from({ length: count }, () => {
    const { text, name, email } = block();
    return { text: text.replace(/⟦./g, '').replace(/⟧/g, ''), name, email };
  });
}

/** For looking at them. */
export function syntheticTexts(count: number): string[] {
  state = 20260721;
  return Array.from({ length: count }, () => block().text);
}
