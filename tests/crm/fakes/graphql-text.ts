/** One field of a GraphQL request: `alias: name(argument: value) { fields }`. */
export interface Field {
  alias: string;
  name: string;
  args: Record<string, unknown>;
  fields: Field[];
}

export interface Operation {
  kind: 'query' | 'mutation';
  /** Declared variables and their types, e.g. `filter` and `NoteFilterInput`. */
  declared: Record<string, string>;
  fields: Field[];
}

/** Reads as much of GraphQL as a connector's requests need, and throws on the rest. */
export function parseGraphql(text: string, variables: Record<string, unknown>): Operation {
  const tokens = text.match(/"[^"]*"|[_A-Za-z][_0-9A-Za-z]*|-?\d+|\$|[{}()[\]:!,]/g) ?? [];
  let at = 0;
  const peek = () => tokens[at];
  const take = (wanted?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (wanted !== undefined && token !== wanted)) {
      throw new Error(`Syntax Error: Expected ${wanted ?? 'more'}, found ${token ?? '<EOF>'}.`);
    }
    return token;
  };
  const skipCommas = () => {
    while (peek() === ',') at++;
  };

  const value = (): unknown => {
    const token = take();
    if (token === '$') {
      const name = take();
      if (!(name in declared)) throw new Error(`Variable "$${name}" is not defined.`);
      return variables[name];
    }
    if (token === '[') {
      const items: unknown[] = [];
      for (skipCommas(); peek() !== ']'; skipCommas()) items.push(value());
      take(']');
      return items;
    }
    if (token === '{') {
      const object: Record<string, unknown> = {};
      for (skipCommas(); peek() !== '}'; skipCommas()) {
        const name = take();
        take(':');
        object[name] = value();
      }
      take('}');
      return object;
    }
    if (token.startsWith('"')) return token.slice(1, -1);
    return /^-?\d+$/.test(token) ? Number(token) : token;
  };

  const selection = (): Field[] => {
    const fields: Field[] = [];
    take('{');
    while (peek() !== '}') {
      let name = take();
      const alias = name;
      if (peek() === ':') {
        take(':');
        name = take();
      }
      const args: Record<string, unknown> = {};
      if (peek() === '(') {
        take('(');
        for (skipCommas(); peek() !== ')'; skipCommas()) {
          const argument = take();
          take(':');
          args[argument] = value();
        }
        take(')');
      }
      fields.push({ alias, name, args, fields: peek() === '{' ? selection() : [] });
    }
    take('}');
    return fields;
  };

  const declared: Record<string, string> = {};
  const kind = take();
  if (kind !== 'query' && kind !== 'mutation') throw new Error(`Syntax Error: Unexpected Name "${kind}".`);
  if (peek() !== '{') take();
  if (peek() === '(') {
    take('(');
    for (skipCommas(); peek() !== ')'; skipCommas()) {
      take('$');
      const name = take();
      take(':');
      let type = '';
      while (peek() !== ',' && peek() !== ')' && peek() !== '$') type += take();
      declared[name] = type;
    }
    take(')');
  }
  const fields = selection();
  if (at < tokens.length) throw new Error('Syntax Error: Expected <EOF>.');
  const used = new Set([...text.matchAll(/\$([_A-Za-z]\w*)/g)].map((match) => match[1]));
  for (const name of Object.keys(variables)) {
    // A server ignores what is not declared; here it is a slip.
    if (!used.has(name)) throw new Error(`Variable "$${name}" is never used.`);
  }
  return { kind, declared, fields };
}
