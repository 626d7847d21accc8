import { type Block, hostOf, type Token } from '@/utils/understand/signature/block-tokens';
import type { Position } from '@/utils/understand/signature/chain';
import { firstNames } from '@/utils/understand/signature/first-names';
import * as words from '@/utils/understand/signature/gazetteer';
import { labelOf } from '@/utils/understand/signature/phone-labels';
import { isDisclaimer, isMobileNote, isSignOff } from '@/utils/understand/signature-marks';

/** Whom the mail's header names; helps to know the name and the company among the lines. */
export interface Hints {
  email?: string;
  name?: string;
}

/** Lists a word can be in; the features' names. */
const lists: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['job', words.jobs],
  ['part', words.jobParts],
  ['dept', words.departments],
  ['legal', words.legalForms],
  ['firm', words.companyWords],
  ['street', words.streets],
  ['place', words.addressWords],
  ['land', words.countries],
  ['region', words.regions],
  ['city', words.cities],
  ['hon', words.honorifics],
  ['degree', words.degrees],
  ['of', words.connectors],
  ['first', firstNames],
];
const emailLabels = /^(e|e-?mail|mail|mel|courriel|correo|mailto|email|internet|correio)$/;
const webLabels = /^(web|website|site|www|url|http|homepage|internet|sitio|sito|page|blog)$/;
const socials =
  /^(twitter|linkedin|facebook|skype|xing|instagram|youtube|blog|xmpp|jabber|icq|msn|whatsapp)$/;

/** A mark's name in a feature; the weight files use spaces and bars themselves. */
function markName(mark: string): string {
  return mark === '|' ? 'bar' : ',-–—/()&:@•·*_"[]<>'.includes(mark) ? mark : 'other';
}

function shapeOf(token: Token): string {
  const { text } = token;
  if (token.kind !== 'word') return token.kind === 'mark' ? `mark${markName(text)}` : token.kind;
  if (/^\d+$/.test(text)) return text.length > 6 ? 'd7' : `d${text.length}`;
  if (/\d/.test(text))
    return /^\p{Lu}{1,2}\d[\p{Lu}\d]?$/u.test(text) || /^\d\p{Lu}{2}$/u.test(text) ? 'zip-uk' : 'alnum';
  if (/^\p{Lu}\.?$/u.test(text)) return 'initial';
  if (/^[\p{Lu}\p{M}.&’'-]+$/u.test(text)) return text.length <= 4 ? 'CAP4' : 'CAPS';
  if (/^\p{Lu}\p{Ll}+\p{Lu}/u.test(text)) return 'Camel';
  if (/^\p{Lu}/u.test(text)) return 'Cap';
  return text.length <= 3 ? 'low3' : 'low';
}

const bare = (text: string) => words.fold(text).replace(/[^\p{L}\p{N}]/gu, '');
const freeHosts =
  /^(gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|gmx|web|t-online|freenet|icloud|me|orange|wanadoo|free|laposte|sfr|libero|mail|proton|protonmail|hotmail)\./;

/** What is known about a line, once for all its words. */
interface LineFacts {
  has: Set<string>;
  same: boolean;
  words: number;
}

function factsOf(block: Block, gazed: readonly (readonly string[])[]): LineFacts[] {
  const seen = new Map<string, number>();
  const keys = block.lines.map(bare);
  for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  const facts: LineFacts[] = block.lines.map((_, at) => ({
    has: new Set<string>(),
    same: (seen.get(keys[at] ?? '') ?? 0) > 1,
    words: 0,
  }));
  block.lines.forEach((line, at) => {
    const has = facts[at]?.has;
    if (isSignOff(line)) has?.add('signoff');
    if (isDisclaimer(line) || isMobileNote(line)) has?.add('legal');
  });
  block.tokens.forEach((token, i) => {
    const fact = facts[token.line];
    if (!fact) return;
    if (token.kind === 'word') fact.words++;
    else if (token.text === '&') fact.has.add('and');
    else if (token.kind !== 'mark') fact.has.add(token.kind);
    for (const list of gazed[i] ?? []) fact.has.add(list);
    if (/^\d{4,5}$/.test(token.text)) fact.has.add('zip');
    if (/^\d{1,4}$/.test(token.text)) fact.has.add('number');
    if (shapeOf(token) === 'zip-uk') fact.has.add('zip');
  });
  return facts;
}

/** The lists that a word is in, by itself or by its parts around a hyphen. */
function gaze(token: Token): string[] {
  if (token.kind !== 'word') return [];
  const folded = words.fold(token.text);
  const result = lists.filter(([, list]) => list.has(folded)).map(([name]) => name);
  if (words.streetEnding.test(folded)) result.push('street');
  if (folded.includes('-') && result.length === 0) {
    for (const part of folded.split('-')) {
      for (const [name, list] of lists) {
        if (name !== 'of' && name !== 'region' && list.has(part) && !result.includes(`${name}-`))
          result.push(`${name}-`);
      }
    }
  }
  if (
    result.length === 0 &&
    /(leiter|leiterin|chef|ingenieur|berater|meister|beauftragte|beauftragter|manager|assistent|leitung)$/.test(
      folded,
    )
  )
    result.push('job');
  if (
    result.length === 0 &&
    /.(abteilung|einkauf|vertrieb|buchhaltung|verwaltung|dezernat|referat)$/.test(folded)
  )
    result.push('dept');
  if (/^[tf]el|^fax|^mob/.test(folded) || labelOf(token.text, 'end').length > 0) result.push('dial');
  if (emailLabels.test(folded)) result.push('mailto');
  if (webLabels.test(folded)) result.push('weblabel');
  if (socials.test(folded)) result.push('social');
  return result;
}

/** One position for each token: what it is, where it stands, and what stands around it. */
export function blockPositions(block: Block, hints: Hints = {}): Position[] {
  const { tokens, lines } = block;
  const gazed = tokens.map(gaze);
  const facts = factsOf(block, gazed);
  const addresses = tokens.filter((token) => token.kind === 'email').map((token) => token.text);
  if (hints.email) addresses.push(hints.email);
  const locals = addresses.map((address) => bare(address.split('@')[0] ?? ''));
  const hosts = [...addresses, ...tokens.filter((token) => token.kind === 'url').map((token) => token.text)]
    .map(hostOf)
    .filter((host) => !freeHosts.test(host))
    .map((host) => bare(host.split('.').slice(0, -1).join('')));
  const called = (hints.name ?? '')
    .split(/[\s,.]+/)
    .map(bare)
    .filter((part) => part.length > 1);

  const own = tokens.map((token, i) => {
    const features: string[] = [];
    const shape = shapeOf(token);
    const key = bare(token.text);
    features.push(`s=${shape}`);
    for (const list of gazed[i] ?? []) features.push(`g=${list}`);
    if ((gazed[i] ?? []).length === 0 && token.kind === 'word' && !/\d/.test(token.text))
      features.push('g=none');
    if (token.kind === 'word' && key.length > 2) {
      if (locals.some((local) => local.includes(key))) features.push('local');
      if (
        hosts.some((host) => host.includes(key) || (key.length > 4 && key.includes(host) && host.length > 3))
      )
        features.push('host');
    }
    if (called.includes(key)) features.push('called');
    return features;
  });
  let lineStart = 0;
  return tokens.map((token, i) => {
    const first = i === 0 || tokens[i - 1]?.line !== token.line;
    const last = tokens[i + 1]?.line !== token.line;
    if (first) lineStart = i;
    const fact = facts[token.line];
    const fromEnd = lines.length - 1 - token.line;
    const node = ['b', ...(own[i] ?? [])];
    const shape = own[i]?.[0] ?? '';
    const at = i - lineStart;
    const place = `l${Math.min(token.line, 4)}`;
    node.push(
      place,
      `e${Math.min(fromEnd, 3)}`,
      `${place}&${shape}`,
      `at${Math.min(at, 5)}`,
      `n${Math.min(fact?.words ?? 0, 7)}`,
      `w${Math.min(3, Math.floor((fact?.words ?? 0) / 8))}`,
    );
    node.push(`${place}&n${Math.min(fact?.words ?? 0, 5)}`);
    if (first) node.push('first', `first&${shape}`);
    if (last) node.push('last');
    if (fact?.same) node.push('same');
    for (const has of fact?.has ?? []) {
      node.push(`h=${has}`);
      if (token.kind === 'word') node.push(`h=${has}&${shape}`);
    }
    for (const [name, offset] of [
      ['p', -1],
      ['q', -2],
      ['n', 1],
      ['m', 2],
    ] as const) {
      const other = tokens[i + offset];
      if (other && other.line === token.line)
        for (const feature of own[i + offset] ?? []) node.push(`${name}:${feature}`);
      else node.push(`${name}:end`);
    }
    for (const [name, offset] of [
      ['u', -1],
      ['d', 1],
    ] as const) {
      const near = facts[token.line + offset];
      if (!near) node.push(`${name}:none`);
      else for (const has of near.has) node.push(`${name}:${has}`);
    }
    return { node, edge: edgesOf(tokens[i - 1], token, block, own[i] ?? []) };
  });
}

/** How a token follows the one before it: on a new line, after a mark, a wide gap, or plainly; and what it is. */
function edgesOf(previous: Token | undefined, token: Token, block: Block, own: readonly string[]): string[] {
  if (!previous) return ['e'];
  if (previous.line !== token.line) return ['nl', ...(token.line - previous.line > 1 ? ['nl2'] : [])];
  const gap = (block.lines[token.line] ?? '').slice(previous.end, token.start);
  const how =
    gap.length > 2
      ? 'wide'
      : previous.kind === 'mark'
        ? `after${markName(previous.text)}`
        : token.kind === 'mark'
          ? 'to'
          : 'plain';
  const edges = ['e', how, ...own.slice(0, 4).map((feature) => `${how}&${feature}`)];
  if (token.kind === 'mark') edges.push(`to${markName(token.text)}`);
  return edges;
}
