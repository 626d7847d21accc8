import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/*
 * Pipedrive's own description of v2 (OpenAPI 3.0, YAML), and what a request may not be according to it. Stricter than
 * the description: a key and a parameter that it does not name are wrong.
 */

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  enum?: unknown[];
  nullable?: boolean;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}
interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  'x-token-cost'?: number;
}
interface Description {
  paths: Record<string, Record<string, Operation> & { parameters?: Parameter[] }>;
}

const file = join(process.env.CRM_SPECS_DIR ?? '../shared/crm-specs', 'pipedrive-v2.yaml');

/** Undefined where the description or a reader of YAML is absent. */
function load(): Description | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { parseYAML } = createRequire(import.meta.url)('confbox/yaml');
    return parseYAML(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

export const spec = load();

/** What is wrong with this request, and what it costs in tokens. */
export function judge(method: string, url: URL, body: string): { wrong: string[]; cost: number } {
  const path = url.pathname.replace('/api/v2', '');
  const template = path.replace(/\/\d+$/, '/{id}');
  const item = spec?.paths[template];
  const operation = item?.[method.toLowerCase()];
  if (!item || !operation) return { wrong: [`${method} ${template}: not described`], cost: 0 };
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((each) =>
    resolve(each),
  );
  const wrong: string[] = [];
  for (const [name, value] of url.searchParams) {
    const parameter = parameters.find((each) => each.in === 'query' && each.name === name);
    if (!parameter) wrong.push(`${name}: unknown parameter`);
    else wrong.push(...ofText(parameter.schema, value, name));
  }
  for (const { in: where, required, name } of parameters) {
    if (where === 'query' && required && !url.searchParams.has(name)) wrong.push(`${name}: missing`);
  }
  const schema = operation.requestBody?.content['application/json'].schema;
  if (schema) wrong.push(...wrongs(schema, JSON.parse(body), 'body'));
  else if (body !== '') wrong.push('a body where none belongs');
  return {
    wrong: wrong.map((each) => `${method} ${template} ${each}`),
    cost: operation['x-token-cost'] ?? 0,
  };
}

function resolve<T extends { $ref?: string }>(value: T): T {
  if (!value.$ref) return value;
  let found: unknown = spec;
  for (const part of value.$ref.slice(2).split('/')) found = (found as Record<string, unknown>)[part];
  return resolve(found as T);
}

function ofText(schema: Schema, text: string, at: string): string[] {
  const { type, enum: choices } = resolve(schema);
  if (choices && !choices.includes(text)) return [`${at}: not one of the choices: ${text}`];
  if (type === 'integer' && !/^\d+$/.test(text)) return [`${at}: no integer`];
  if (type === 'boolean' && !/^(true|false)$/.test(text)) return [`${at}: no boolean`];
  return [];
}

function flat(schema: Schema): Schema {
  const all = { ...resolve(schema) };
  for (const part of all.allOf?.map(flat) ?? []) {
    all.type ??= part.type;
    all.properties = { ...all.properties, ...part.properties };
    all.required = [...(all.required ?? []), ...(part.required ?? [])];
  }
  return all;
}

function wrongs(given: Schema, value: unknown, at: string): string[] {
  const schema = flat(given);
  if (value === null) return schema.nullable ? [] : [`${at}: null`];
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: not one of the choices`];
  switch (schema.type) {
    case 'integer':
      return Number.isInteger(value) ? [] : [`${at}: no integer`];
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((each, index) => wrongs(schema.items ?? {}, each, `${at}[${index}]`))
        : [`${at}: no list`];
    case 'object': {
      if (typeof value !== 'object') return [`${at}: no object`];
      const missing = (schema.required ?? []).filter((name) => !(name in value));
      return [
        ...missing.map((name) => `${at}.${name}: missing`),
        ...Object.entries(value).flatMap(([name, each]) => {
          const known = schema.properties?.[name];
          return known ? wrongs(known, each, `${at}.${name}`) : [`${at}.${name}: unknown key`];
        }),
      ];
    }
    default:
      return schema.type === undefined || typeof value === schema.type ? [] : [`${at}: no ${schema.type}`];
  }
}
