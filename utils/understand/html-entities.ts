/*
 * HTML's named characters, as far as mail uses them: those of HTML 4, letters with accents by rule, and signs that
 * newsletters write by name. The whole table of HTML 5 (arrows, formulas) would weigh more than all else that reads HTML.
 */

/** `first code:names in order`; `-` leaves one out. */
const runs = [
  '160:nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest',
  '198:AElig',
  '208:ETH',
  '215:times Oslash',
  '222:THORN szlig',
  '230:aelig',
  '240:eth',
  '247:divide oslash',
  '254:thorn',
  '272:Dstrok dstrok',
  '294:Hstrok hstrok',
  '305:imath IJlig ijlig',
  '321:Lstrok lstrok',
  '330:ENG eng',
  '338:OElig oelig',
  '358:Tstrok tstrok',
  '402:fnof',
  '710:circ caron',
  '728:breve dot ring ogon tilde dblac',
  '913:Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega',
  '945:alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega',
  '977:thetasym upsih - - - piv',
  '1040:Acy Bcy Vcy Gcy Dcy IEcy ZHcy Zcy Icy Jcy Kcy Lcy Mcy Ncy Ocy Pcy Rcy Scy Tcy Ucy Fcy KHcy TScy CHcy SHcy SHCHcy HARDcy Ycy SOFTcy Ecy YUcy YAcy acy bcy vcy gcy dcy iecy zhcy zcy icy jcy kcy lcy mcy ncy ocy pcy rcy scy tcy ucy fcy khcy tscy chcy shcy shchcy hardcy ycy softcy ecy yucy yacy',
  '8194:ensp emsp emsp13 emsp14 - numsp puncsp thinsp hairsp ZeroWidthSpace zwnj zwj lrm rlm hyphen - - ndash mdash horbar Vert - lsquo rsquo sbquo - ldquo rdquo bdquo - dagger Dagger bull - - nldr hellip',
  '8240:permil - prime Prime',
  '8249:lsaquo rsaquo',
  '8254:oline',
  '8260:frasl',
  '8288:NoBreak',
  '8364:euro',
  '8465:image',
  '8470:numero copysr weierp',
  '8476:real - rx - - - trade',
  '8501:alefsym',
  '8531:frac13 frac23',
  '8592:larr uarr rarr darr harr',
  '8629:crarr',
  '8656:lArr uArr rArr dArr hArr',
  '8704:forall - part exist - empty - nabla isin notin - ni - - - prod - sum minus - - - - lowast - - radic - - prop infin - ang - - - - - - and or cap cup int',
  '8756:there4',
  '8764:sim',
  '8773:cong',
  '8776:asymp',
  '8800:ne equiv',
  '8804:le ge',
  '8834:sub sup nsub - sube supe',
  '8853:oplus - otimes',
  '8869:perp',
  '8901:sdot',
  '8968:lceil rceil lfloor rfloor',
  '10216:lang rang',
  '9642:squf',
  '9674:loz',
  '9733:starf star',
  '9742:phone',
  '9824:spades - - clubs - hearts diams',
  '10003:check',
  '64256:fflig filig fllig ffilig ffllig',
  '9:Tab NewLine',
  '33:excl quot num dollar percnt amp apos lpar rpar ast plus comma - period sol',
  '58:colon semi lt equals gt quest commat',
  '91:lsqb bsol rsqb Hat lowbar grave',
  '123:lbrace verbar rbrace',
];
/** Also under another name. */
const others =
  'AMP=& LT=< GT=> QUOT=" COPY=© REG=® TRADE=™ lbrack=[ rbrack=] lcub={ rcub=} vert=| NonBreakingSpace=\u00A0 dash=‐ bullet=• mldr=… middot=· centerdot=· die=¨ half=½ epsi=ε';

/** What can stand without its semicolon, as in old pages: Latin letters and a few signs. */
const oldest = new Set(
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest AElig ETH times Oslash THORN szlig aelig eth divide oslash thorn amp lt gt quot AMP LT GT QUOT COPY REG'.split(
    ' ',
  ),
);
const LONGEST_OLD = 6;

/** Letters with an accent are named after both. */
const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  cedil: '\u0327',
  caron: '\u030C',
  macr: '\u0304',
  breve: '\u0306',
  ogon: '\u0328',
  dot: '\u0307',
  dblac: '\u030B',
};

/** Built on first use. */
let table: Map<string, string> | null = null;

function named(): Map<string, string> {
  if (table) return table;
  const made = new Map<string, string>();
  for (const run of runs) {
    const colon = run.indexOf(':');
    const first = Number(run.slice(0, colon));
    run
      .slice(colon + 1)
      .split(' ')
      .forEach((name, at) => {
        if (name !== '-') made.set(name, String.fromCharCode(first + at));
      });
  }
  for (const each of others.split(' '))
    made.set(each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1));
  table = made;
  return made;
}

function accented(name: string): string | undefined {
  const accent = accents[name.slice(1)];
  if (accent === undefined || !/^[A-Za-z]/.test(name)) return undefined;
  const letter = `${name.charAt(0)}${accent}`.normalize('NFC');
  return letter.length === 1 ? letter : undefined;
}

function characterOf(name: string): string | undefined {
  return named().get(name) ?? accented(name);
}

/** Latin letters that old pages write without a semicolon are in the first 256. */
function oldCharacterOf(name: string): string | undefined {
  if (oldest.has(name)) return characterOf(name);
  const letter = accented(name);
  return letter !== undefined && letter < '\u0100' ? letter : undefined;
}

/** Numbers in the range of control characters mean what Windows made of them. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function numbered(digits: string, base: 10 | 16): string {
  const code = Number.parseInt(digits, base);
  if (!(code > 0) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
  return code >= 0x80 && code <= 0x9f ? windows.charAt(code - 0x80) : String.fromCodePoint(code);
}

const entity = /&(?:#(?:[xX]([\da-fA-F]+)|(\d+));?|([A-Za-z][A-Za-z\d]{1,31})(;?))/g;

/**
 * Text with its entities as the characters that they stand for; those nobody knows stay as written. In an attribute a
 * name without a semicolon is one only where no letter, digit or `=` follows: `?a=1&copy=2` is a link.
 */
export function decodeEntities(text: string, inAttribute = false): string {
  if (!text.includes('&')) return text;
  return text.replace(
    entity,
    (
      whole: string,
      hex: string | undefined,
      decimal: string | undefined,
      name: string | undefined,
      end: string | undefined,
      at: number,
    ) => {
      if (hex !== undefined) return numbered(hex, 16);
      if (decimal !== undefined) return numbered(decimal, 10);
      if (name === undefined) return whole;
      if (end === ';') {
        const known = characterOf(name);
        if (known !== undefined) return known;
      }
      if (inAttribute) {
        if (end === ';' || /[A-Za-z\d=]/.test(text.charAt(at + whole.length))) return whole;
        return oldCharacterOf(name) ?? whole;
      }
      for (let length = Math.min(name.length, LONGEST_OLD); length >= 2; length--) {
        const known = oldCharacterOf(name.slice(0, length));
        if (known !== undefined) return `${known}${name.slice(length)}${end ?? ''}`;
      }
      return whole;
    },
  );
}
