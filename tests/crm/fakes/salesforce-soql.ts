/*
 * As much of SOQL as a connector needs, read strictly: a quote that was not escaped is a broken query here too.
 */

export type Cell = string | number | boolean | null | string[];
export type Row = Record<string, Cell>;

export class QueryError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Query {
  fields: string[];
  from: string;
  where: ((row: Row) => boolean) | null;
  orderBy: { field: string; down: boolean }[];
  limit: number;
  /** Fields that the conditions name. */
  filtered: string[];
}

type Token = { kind: 'word' | 'text' | 'sign'; value: string };

function tokens(soql: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < soql.length) {
    const rest = soql.slice(at);
    const space = /^\s+/.exec(rest);
    const word = /^[A-Za-z0-9_.:+-]+/.exec(rest);
    const sign = /^(?:>=|<=|!=|[()=<>,])/.exec(rest);
    if (space) at += space[0].length;
    else if (rest[0] === "'") {
      let value = '';
      at += 1;
      for (;;) {
        const character = soql[at];
        if (character === undefined) throw new QueryError('MALFORMED_QUERY', 'unterminated string');
        at += 1;
        if (character === "'") break;
        if (character === '\n') throw new QueryError('MALFORMED_QUERY', 'line break in a string');
        if (character === '\\') {
          const next = soql[at];
          at += 1;
          const known: Record<string, string> = { n: '\n', r: '\r', t: '\t', f: '\f', b: '\b' };
          // `\%` and `\_` stay escaped for LIKE.
          if (next === '%' || next === '_') value += `\\${next}`;
          else if (next === "'" || next === '\\' || next === '"') value += next === '\\' ? '\\\\' : next;
          else if (next && known[next]) value += known[next];
          else throw new QueryError('MALFORMED_QUERY', `unknown escape \\${next}`);
        } else value += character;
      }
      found.push({ kind: 'text', value });
    } else if (word) {
      found.push({ kind: 'word', value: word[0] });
      at += word[0].length;
    } else if (sign) {
      found.push({ kind: 'sign', value: sign[0] });
      at += sign[0].length;
    } else throw new QueryError('MALFORMED_QUERY', `unexpected ${rest[0]}`);
  }
  return found;
}

/** A literal outside LIKE: `\\` is one backslash. */
const plain = (text: string) => text.replaceAll('\\\\', '\\').replaceAll('\\%', '%').replaceAll('\\_', '_');

export function parseQuery(soql: string, now: number): Query {
  const list = tokens(soql);
  let at = 0;
  const peek = () => list[at];
  const is = (value: string) => peek()?.kind !== 'text' && peek()?.value.toUpperCase() === value;
  const take = (value?: string): Token => {
    const token = list[at];
    if (!token || (value !== undefined && !is(value))) {
      throw new QueryError('MALFORMED_QUERY', `expected ${value ?? 'more'}`);
    }
    at += 1;
    return token;
  };
  const fields: string[] = [];
  const filtered: string[] = [];
  take('SELECT');
  do {
    if (is('(')) {
      // A subquery; its rows are asked for by the relation's name.
      let depth = 0;
      let relation = '';
      do {
        const token = take();
        if (token.value === '(') depth += 1;
        if (token.value === ')') depth -= 1;
        if (token.value.toUpperCase() === 'FROM') relation = peek()?.value ?? '';
      } while (depth > 0);
      fields.push(relation);
      continue;
    }
    let field = take().value;
    if (is('(')) {
      take('(');
      field = `${field}(${take().value})`;
      take(')');
      if (!is(',') && !is('FROM')) field = `${field} ${take().value}`;
    }
    fields.push(field);
  } while (is(',') && take(','));
  take('FROM');
  const from = take().value;

  const value = (): { text: string; like: string; isText: boolean } => {
    const token = take();
    return { text: plain(token.value), like: token.value, isText: token.kind === 'text' };
  };
  const comparable = (cell: Cell | undefined, literal: { text: string; isText: boolean }) => {
    if (!literal.isText && literal.text.toUpperCase().startsWith('LAST_N_DAYS:')) {
      return [Date.parse(String(cell)), now - Number(literal.text.slice(12)) * 86_400_000];
    }
    if (!literal.isText && /^\d{4}-\d{2}-\d{2}T/.test(literal.text)) {
      return [Date.parse(String(cell).replace('+0000', 'Z')), Date.parse(literal.text)];
    }
    if (!literal.isText && literal.text === 'null') return [cell ?? 'null', 'null'];
    if (!literal.isText && /^(true|false)$/.test(literal.text)) return [String(cell ?? false), literal.text];
    if (literal.isText) return [String(cell ?? '').toLowerCase(), literal.text.toLowerCase()];
    return [String(cell ?? ''), literal.text];
  };
  const condition = (): ((row: Row) => boolean) => {
    if (is('(')) {
      take('(');
      const inner = either();
      take(')');
      return inner;
    }
    const field = take().value;
    filtered.push(field);
    const operator = take().value.toUpperCase();
    if (operator === 'IN') {
      take('(');
      const values = [value()];
      while (is(',')) {
        take(',');
        values.push(value());
      }
      take(')');
      return (row) =>
        values.some((literal) => {
          const [a, b] = comparable(row[field], literal);
          return row[field] !== null && row[field] !== undefined && a === b;
        });
    }
    const literal = value();
    if (operator === 'LIKE') {
      const pattern = literal.like.replaceAll(/\\.|[%_]|[.*+?^${}()|[\]]/gs, (part) => {
        if (part === '%') return '[\\s\\S]*';
        if (part === '_') return '[\\s\\S]';
        const bare = part.startsWith('\\') ? part.slice(1) : part;
        return bare.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      });
      return (row) => new RegExp(`^${pattern}$`, 'i').test(String(row[field] ?? ''));
    }
    return (row) => {
      const [a, b] = comparable(row[field], literal) as [string | number, string | number];
      switch (operator) {
        case '=':
          return a === b;
        case '!=':
          return a !== b;
        case '>':
          return a > b;
        case '>=':
          return a >= b;
        case '<':
          return a < b;
        case '<=':
          return a <= b;
        default:
          throw new QueryError('MALFORMED_QUERY', `unknown operator ${operator}`);
      }
    };
  };
  /** As Salesforce, no mixing of AND and OR without brackets. */
  const either = (): ((row: Row) => boolean) => {
    const parts = [condition()];
    const word = is('AND') ? 'AND' : is('OR') ? 'OR' : null;
    while (word && is(word)) {
      take(word);
      parts.push(condition());
    }
    if (is('AND') || is('OR')) throw new QueryError('MALFORMED_QUERY', 'AND and OR need brackets');
    return (row) => (word === 'OR' ? parts.some((part) => part(row)) : parts.every((part) => part(row)));
  };

  const where = is('WHERE') && take('WHERE') ? either() : null;
  const orderBy: Query['orderBy'] = [];
  if (is('ORDER')) {
    take('ORDER');
    take('BY');
    do {
      const field = take().value;
      const down = is('DESC');
      if (down || is('ASC')) take();
      orderBy.push({ field, down });
    } while (is(',') && take(','));
  }
  const limit = is('LIMIT') && take('LIMIT') ? Number(take().value) : 50_000;
  if (peek()) throw new QueryError('MALFORMED_QUERY', `unexpected ${peek()?.value}`);
  return { fields, from, where, orderBy, limit, filtered };
}
