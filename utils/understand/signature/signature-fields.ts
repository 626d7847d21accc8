import type { Hints } from '@/utils/understand/signature/block-features';
import type { Block } from '@/utils/understand/signature/block-tokens';
import type { ChainModel } from '@/utils/understand/signature/chain';
import { firstNames } from '@/utils/understand/signature/first-names';
import { departments, fold } from '@/utils/understand/signature/gazetteer';
import { isJapanese, readJapanese } from '@/utils/understand/signature/japanese';
import type { FoundNumber } from '@/utils/understand/signature/phone-numbers';
import { readStretches, type Stretch } from '@/utils/understand/signature/read-block';

/** What a signature says of its sender, as it is written there. */
export interface SignatureFields {
  name: string[];
  title: string[];
  company: string[];
  phones: string[];
  fax: string[];
  emails: string[];
  urls: string[];
  address: string[];
}

/** `parseSignature` with a model of the caller's (training tries others), and the numbers with what they are for. */
export function readFields(
  model: ChainModel,
  text: string,
  hints: Hints = {},
): { fields: SignatureFields; numbers: FoundNumber[] } {
  const { block, stretches } = readStretches(model, text, hints);
  const of = (part: Stretch['part']) => stretches.filter((stretch) => stretch.part === part);
  const names = unique(of('N').map((stretch) => whole(stretch, block.lines).replace(/\n/g, ' ')));
  const numbers = block.tokens.flatMap((token) => (token.number ? [token.number] : []));
  const common = {
    phones: unique(
      numbers
        .filter(({ kinds }) => kinds.length === 0 || kinds.some((kind) => kind !== 'fax'))
        .map((number) => number.text),
    ),
    fax: unique(numbers.filter(({ kinds }) => kinds.includes('fax')).map((number) => number.text)),
    emails: unique(textsOf(block, 'email')),
    urls: unique(textsOf(block, 'url')),
  };
  if (isJapanese(text)) {
    const fields = readJapanese(block.lines, hints.name);
    return { fields: { ...common, ...fields }, numbers };
  }
  const name = names.length > 0 ? names : nameByOthers(block, hints);
  const others = (values: string[]) => unique(values).filter((value) => !name.includes(value));
  const fields = {
    ...common,
    name,
    title: others(of('T').map(({ text: value }) => value.replace(/\n/g, ' '))),
    company: others(joined(of('C'))),
    address: unique(of('A').map(({ text: value }) => value.replace(/,?\n/g, ', '))),
  };
  return { fields, numbers };
}

/**
 * A name that the chain has not seen: "Connie Albright" where Connie signed above it; or "Mark" above a title, a single
 * first name on the first line that the address or the header has too.
 */
function nameByOthers(block: Block, hints: Hints): string[] {
  for (let i = 0; i + 1 < block.lines.length && i < 6; i++) {
    const above = (block.lines[i] ?? '').replace(/[,.!]$/, '');
    if (!/^\p{Lu}[\p{L}'’-]{1,20}$/u.test(above)) continue;
    const full = block.lines.slice(i + 1, i + 4).find((line) => line.startsWith(`${above} `));
    if (full && full.length <= 40 && /^(\p{Lu}[\p{L}.'’-]*\s?){2,4}$/u.test(full)) return [full];
  }
  const line = (block.lines[0] ?? '').replace(/[,.]$/, '');
  if (!/^\p{Lu}[\p{L}'’-]{1,20}$/u.test(line)) return [];
  const known = [
    hints.name ?? '',
    hints.email?.split('@')[0] ?? '',
    ...textsOf(block, 'email').map((each) => each.split('@')[0] ?? ''),
  ];
  return known.some((each) => fold(each).includes(fold(line))) && firstNames.has(fold(line)) ? [line] : [];
}

function textsOf(block: Block, kind: 'email' | 'url'): string[] {
  return block.tokens.filter((token) => token.kind === kind).map((token) => token.text);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}

/** "E. Paul Rowan, Jr.": what stands directly beside a name and belongs to it. */
function whole({ text, from }: Stretch, lines: readonly string[]): string {
  const line = (lines[from] ?? '').slice(0, 400);
  const at = line.indexOf(text);
  if (at < 0) return text;
  const before = /(?:^|\s)(\p{Lu}\.\s)$/u.exec(line.slice(Math.max(0, at - 4), at));
  const after = /^,?\s(?:Jr|Sr|II|III|IV)\b\.?/.exec(line.slice(at + text.length, at + text.length + 8));
  return `${before?.[1] ?? ''}${text}${after?.[0] ?? ''}`;
}

/** A department and the institution on the next line are one company: "Finance Department", "Baylor University". */
function joined(stretches: readonly Stretch[]): string[] {
  const result: string[] = [];
  let last: Stretch | undefined;
  for (const stretch of stretches) {
    const rows = apart(stretch.text.split('\n'));
    const department = last?.text.split(/[\s-]+/).some((word) => departments.has(fold(word))) ?? false;
    if (last && department && stretch.from === last.to + 1)
      result.push(`${result.pop() ?? ''} ${rows.join(' ')}`);
    else result.push(...rows);
    last = stretch;
  }
  return result;
}

const institution =
  /^(the )?(university|universit\S{1,3}|school|college|faculty)\b|\b(university|institute|college)\b/i;

/** One company over several lines is joined, two institutions one below the other are not. */
function apart(rows: readonly string[]): string[] {
  const result: string[] = [];
  for (const row of rows) {
    const above = result.at(-1);
    if (above !== undefined && !(institution.test(above) && institution.test(row)))
      result[result.length - 1] = `${above} ${row}`;
    else result.push(row);
  }
  return result;
}
