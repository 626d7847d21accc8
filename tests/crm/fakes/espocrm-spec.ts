import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * EspoCRM's own description of its API (OpenAPI 3.1), and what a body may not be according to it. Stricter than the
 * description: a key that it does not name is wrong, and so is one that it calls read-only.
 */

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  maxLength?: number;
  readOnly?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema;
}

interface Description {
  paths: Record<
    string,
    Record<string, { requestBody?: { content: { 'application/json': { schema: Schema } } } }>
  >;
  components: { schemas: Record<string, Schema> };
}

const file = join(process.env.CRM_SPECS_DIR ?? '../shared/crm-specs', 'espocrm.json');

export const hasSpec = existsSync(file);

let kept: Description | undefined;

/** What is wrong with this request; empty where nothing is. `undefined`: the description has no such path. */
export function complaints(method: string, path: string, body: unknown): string[] | undefined {
  kept ??= JSON.parse(readFileSync(file, 'utf8')) as Description;
  const description = kept;
  const template = path.replace(/^(\/[A-Z][a-z]+)\/[0-9a-f]+$/, '$1/{id}');
  const operation = description.paths[template]?.[method.toLowerCase()];
  if (!operation) return undefined;
  const schema = operation.requestBody?.content['application/json'].schema;
  return schema ? wrongs(description, schema, body, '') : [];
}

function wrongs(description: Description, schema: Schema, value: unknown, at: string): string[] {
  const base = schema.$ref ? description.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : undefined;
  const all = { ...base, ...schema };
  if (base?.$ref) {
    return wrongs(
      description,
      {
        ...description.components.schemas[base.$ref.split('/').at(-1) ?? ''],
        ...base,
        $ref: undefined,
      } as Schema,
      value,
      at,
    );
  }
  const found: string[] = [];
  const types = [all.type ?? []].flat();
  if (
    types.length > 0 &&
    !types.includes(typeOf(value)) &&
    !(types.includes('number') && typeOf(value) === 'integer')
  ) {
    return [`${at}: ${typeOf(value)} is not ${types.join(' or ')}`];
  }
  if (all.enum && !all.enum.includes(value))
    found.push(`${at}: ${String(value)} is not among ${all.enum.join(', ')}`);
  if (typeof value === 'string') {
    if (all.pattern && !new RegExp(all.pattern, 'u').test(value)) found.push(`${at}: not ${all.pattern}`);
    if (all.maxLength !== undefined && value.length > all.maxLength) found.push(`${at}: too long`);
  }
  if (Array.isArray(value)) {
    for (const each of value) if (all.items) found.push(...wrongs(description, all.items, each, `${at}[]`));
  } else if (typeof value === 'object' && value !== null) {
    for (const name of all.required ?? []) if (!(name in value)) found.push(`${at}.${name} is required`);
    for (const [name, each] of Object.entries(value)) {
      const property = all.properties?.[name] ?? all.additionalProperties;
      if (!property) found.push(`${at}.${name} is not described`);
      else if (property.readOnly) found.push(`${at}.${name} is read-only`);
      else found.push(...wrongs(description, property, each, `${at}.${name}`));
    }
  }
  return found;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
