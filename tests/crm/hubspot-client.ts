import { createRequire } from 'node:module';

/*
 * HubSpot's description may not be handed on, its published client may: the models of `@hubspot/api-client`
 * (ISC) say of each body which keys it has and of what type. Where it is not installed the test says so.
 */

interface Model {
  getAttributeTypeMap(): { baseName: string; type: string }[];
}

const load = createRequire(import.meta.url);

function loadClient(): { associationTypes: Record<string, number>; model(name: string): Model } | undefined {
  try {
    const { AssociationTypes } = load('@hubspot/api-client');
    const root = '@hubspot/api-client/lib/codegen/crm';
    const models = {
      ...load(`${root}/associations/v4/models/all`),
      ...load(`${root}/objects/emails/models/all`),
    };
    return { associationTypes: AssociationTypes, model: (name) => models[name] };
  } catch {
    return undefined;
  }
}

export const apiClient = loadClient();

const bodies: [RegExp, string][] = [
  [/\/objects\/[a-z]+\/batch\/create$/, 'BatchInputSimplePublicObjectBatchInputForCreate'],
  [/\/objects\/[a-z]+\/batch\/read$/, 'BatchReadInputSimplePublicObjectId'],
  [/\/objects\/[a-z]+\/search$/, 'PublicObjectSearchRequest'],
  [/\/objects\/[a-z]+$/, 'SimplePublicObjectInputForCreate'],
  [/\/objects\/[a-z]+\/\d+$/, 'SimplePublicObjectInput'],
  [/\/associations\/[a-z]+\/[a-z]+\/batch\/read$/, 'BatchInputPublicFetchAssociationsBatchRequest'],
  [
    /\/associations\/[a-z]+\/[a-z]+\/batch\/associate\/default$/,
    'BatchInputPublicDefaultAssociationMultiPost',
  ],
];

/** Where a request's body has a key or a type that the client's model has not; unknown keys are misses. */
export function clientMisses({ method, url, body }: { method: string; url: string; body: string }): string[] {
  if (body === '') return [];
  const path = new URL(url).pathname;
  const name = bodies.find(([pattern]) => pattern.test(path))?.[1];
  if (!name) return [`${method} ${path}: no model`];
  return misses(JSON.parse(body), name, name);
}

function misses(value: unknown, type: string, at: string): string[] {
  const list = /^Array<(.+)>$/.exec(type)?.[1];
  if (list) {
    return Array.isArray(value) ? value.flatMap((each) => misses(each, list, `${at}[]`)) : [`${at}: no list`];
  }
  if (/^\{ \[key: string\]: string; \}$/.test(type)) {
    return Object.entries(value as object).flatMap(([key, each]) => misses(each, 'string', `${at}.${key}`));
  }
  if (type === 'string' || type === 'number' || type === 'boolean') {
    return typeof value === type ? [] : [`${at}: no ${type}`];
  }
  if (type.endsWith('Enum')) return typeof value === 'string' ? [] : [`${at}: no word`];
  const map = apiClient?.model(type)?.getAttributeTypeMap();
  if (!map) return [`${at}: unknown model ${type}`];
  return Object.entries(value as object).flatMap(([key, each]) => {
    const known = map.find(({ baseName }) => baseName === key);
    return known ? misses(each, known.type, `${at}.${key}`) : [`${at}: unknown key ${key}`];
  });
}
