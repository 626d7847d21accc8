import type { Piece } from '@/utils/understand/company/segment';
import { styleWeights } from '@/utils/understand/company/style-weights';

export type Style = 'joined' | 'camel' | 'spaced';

const setOf = (text: string) => new Set(text.trim().split(/\s+/));

/** Words that companies put after their name, as a word of its own. */
const trades = setOf(`
group systems system consulting consultants consult advisors advisory partners partner associates services service solutions software
technologies technology engineering industries industrial manufacturing holdings holding capital ventures investments invest finance
financial insurance bank trust energy power solar logistics freight shipping motors motor automotive airlines airways terminals university
institute academy school college foundation project society association federation council alliance league club university studios studio
games interactive entertainment pictures media magazine news press radio design architects interiors construction properties realty estate
homes hotels hotel resorts travel tours foods beverages brewery bakery fashion jewelry furniture health healthcare medical pharma
pharmaceuticals therapeutics diagnostics sciences laboratories networks wireless telecom analytics robotics dynamics automation electronics
semiconductor aerospace defense security legal law accounting recruiting staffing training education research wallet terminal tools
logistik technik elektrotechnik medizintechnik maschinenbau anlagenbau bau hochbau tiefbau holzbau metallbau stahlbau verlag druckerei medien
beratung unternehmensberatung versicherung versicherungen immobilien verwaltung spedition transporte reisen gesundheit kliniken klinik
apotheke energie elektro elektronik automatisierung systeme systemtechnik gruppe stiftung akademie schule volksbank sparkasse
conseil conseils groupe immobilier assurances assurance transports batiment avocats editions informatique ingenierie industrie habitat
grupo consultores consultoria asesores abogados soluciones sistemas servicios construcciones seguros gruppo servizi sistemi soluzioni
consulenza costruzioni assicurazioni groep bouw techniek installatie advies adviseurs verzekeringen servicos solucoes engenharia post
airport linux france canada india america`);
/** Initials that stay so within a name. */
const initials = setOf(
  'ai api aws bi cad cd ci cms cpa crm css db erp gps hq hr io iq mq nas os pc pdf php pr ql seo sql ssl tv ui usa uk ux vpn vr xr',
);
/** Second halves of made-up words, `Coinbase`; and of names with an inner capital, `HubSpot`. */
const joiners = setOf(
  'base soft stack land box forge shot wise bit port ship cast gun craft smith house kick watch fox fish bird pal nest note mark table wave scape force fire burn verse view sight',
);
const callers = setOf(
  'me up pay rank code learn guard hub press cloud stars mind geek ocean dash buzz feed cap connect works daddy spot blue jet trails match scale pack rush desk share',
);
/** Before a name, as a word of its own. */
const openers = setOf('the le la les el der die das new saint san royal british american deutsche');
const small = setOf('of and the for to in at with und et de la by');

/** What decides the style of a name of several pieces, by name, 0 to 1; style-weights.ts has what was learnt. */
export function styleFeatures(pieces: readonly Piece[]): Record<string, number> {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return {};
  const strange = pieces.filter(({ level }) => level === null).length;
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return {
    one: 1,
    many: pieces.length > 2 ? 1 : 0,
    strangeFirst: first.level === null ? 1 : 0,
    strangeLast: last.level === null ? 1 : 0,
    rare: (pieces.reduce((sum, { level }) => sum + (level ?? 0), 0) / pieces.length) * 0.5,
    strange: strange / pieces.length,
    length: Math.min(length, 20) / 20,
    first: Math.min(first.text.length, 10) / 10,
    last: Math.min(last.text.length, 10) / 10,
    firstShort: first.text.length <= 3 ? 1 : 0,
    lastShort: last.text.length <= 3 ? 1 : 0,
    trade: trades.has(last.text) ? 1 : 0,
    opener: openers.has(first.text) ? 1 : 0,
    plural: last.level !== null && last.text.endsWith('s') ? 1 : 0,
    doer: /(er|or|ist|ing)$/.test(last.text) ? 1 : 0,
    initials: initials.has(last.text) ? 1 : 0,
    maker: joiners.has(last.text) ? 1 : 0,
    caller: callers.has(last.text) ? 1 : 0,
    long: length >= 11 ? 1 : 0,
    // Learnt only for words that several names share.
    [`first_${first.text}`]: 1,
    [`last_${last.text}`]: 1,
  };
}

const vowel = /[aeiouy]/;

export function chooseStyle(pieces: readonly Piece[]): Style {
  // A known word beside a few strange letters is one made-up word, but for initials before it.
  if (
    pieces.some(
      ({ text, level }, at) => level === null && text.length <= 3 && !(at === 0 && !vowel.test(text)),
    )
  ) {
    return 'joined';
  }
  // `rheinmetall`: a short word at the end of long strange letters is there by chance.
  const last = pieces.at(-1);
  if (
    last &&
    last.text.length <= 4 &&
    !trades.has(last.text) &&
    !initials.has(last.text) &&
    pieces.some(({ text, level }) => level === null && text.length >= 6)
  ) {
    return 'joined';
  }
  const seen = styleFeatures(pieces);
  let best: Style = 'joined';
  let most = Number.NEGATIVE_INFINITY;
  for (const style of ['joined', 'camel', 'spaced'] as const) {
    let score = 0;
    for (const [name, value] of Object.entries(seen)) score += value * (styleWeights[style][name] ?? 0);
    if (score > most) {
      best = style;
      most = score;
    }
  }
  return best;
}

/** `vpn` as `VPN`, `and` within a name as it is, everything else with a capital. */
export function capital(word: string, within: boolean): string {
  if (within && initials.has(word)) return word.toUpperCase();
  if (within && small.has(word)) return word;
  const start = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return start.toUpperCase() + word.slice(start.length);
}

/** The pieces put together again. */
export function joinPieces(pieces: readonly Piece[]): string {
  const [first] = pieces;
  if (!first) return '';
  if (pieces.length === 1) return capital(first.text, false);
  const script = pieces.at(-1)?.text === 'js';
  const named = script ? pieces.slice(0, -1) : pieces;
  const style = named.length > 1 ? chooseStyle(named) : 'joined';
  const words = named.map(({ text, level }, index) =>
    level === null && text.length <= 4 && !vowel.test(text)
      ? text.toUpperCase()
      : capital(text, index > 0 && (style === 'spaced' || initials.has(text))),
  );
  const name =
    style === 'spaced'
      ? words.join(' ')
      : style === 'camel'
        ? words.join('')
        : capital(named.map(({ text }) => text).join(''), false);
  return script ? `${name}.js` : name;
}
