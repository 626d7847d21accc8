import type { Http, Request } from '@/utils/crm/http';
import { Associated, Batch, Found, Page, type Row } from '@/utils/crm/hubspot/answers';
import { explainHubspot } from '@/utils/crm/hubspot/faults';
import type { z } from '@/utils/model/zod';

/** One host for all data centres. */
export const HUBSPOT = 'https://api.hubapi.com';
/** How many records one batch request reads or creates. */
export const BATCH = 100;
/** How many a search gives at most. */
export const SEARCH = 200;

export type Purpose = Request<z.core.$ZodType>['purpose'];
export type ObjectType = 'contacts' | 'companies' | 'deals' | 'emails' | 'meetings' | 'calls' | 'tasks';

/** A condition on a property. Values are JSON, never text put together: nothing from a mail can change the question. */
export type Filter =
  | { propertyName: string; operator: 'EQ' | 'NEQ' | 'GT' | 'GTE'; value: string }
  | { propertyName: string; operator: 'IN'; values: string[] };

export interface Call<T extends z.core.$ZodType> {
  step: string;
  purpose: Purpose;
  method: Request<T>['method'];
  /** From the first slash, with its query. */
  path: string;
  body?: unknown;
  fields?: string[];
  answer: T;
  alsoOk?: number[];
}

export interface Wire {
  /** When the last answer came, milliseconds since 1970; 0 before the first. A connector has no clock of its own. */
  lastAnswerAt(): number;
  call<T extends z.core.$ZodType>(call: Call<T>): Promise<z.output<T>>;
}

export function openWire(token: string, http: Http): Wire {
  let lastAnswerAt = 0;
  return {
    lastAnswerAt: () => lastAnswerAt,
    call: ({ path, ...call }) =>
      http({
        ...call,
        url: `${HUBSPOT}${path}`,
        headers: { authorization: `Bearer ${token}` },
        explain: (status, json, now) => {
          lastAnswerAt = now;
          return call.alsoOk?.includes(status) ? undefined : explainHubspot(status, json, now);
        },
      }),
  };
}

/** A page of all records there are, in no order of time. Sees everything at once; `after` is HubSpot's own. */
export async function listPage(
  wire: Wire,
  type: ObjectType,
  properties: string[],
  archived: boolean,
  after?: string,
): Promise<{ rows: Row[]; after?: string }> {
  const query = new URLSearchParams({
    limit: String(BATCH),
    ...(properties.length > 0 ? { properties: properties.join(',') } : {}),
    archived: String(archived),
    ...(after === undefined ? {} : { after }),
  });
  const { results, paging } = await wire.call({
    step: `${type} list`,
    purpose: 'sync',
    method: 'GET',
    path: `/crm/v3/objects/${type}?${query}`,
    answer: Page,
  });
  const next = paging?.next?.after;
  return { rows: results, ...(next === undefined ? {} : { after: next }) };
}

export interface Search {
  purpose: Purpose;
  /** All of one group and any of the groups. */
  groups: Filter[][];
  sort: { propertyName: string; direction: 'ASCENDING' | 'DESCENDING' };
  properties: string[];
  limit?: number;
}

/** Searches. HubSpot's index lags behind by seconds, now and then by minutes: never ask it for what was just written. */
export function search(wire: Wire, type: ObjectType, ask: Search): Promise<z.output<typeof Found>> {
  return wire.call({
    step: `${type} search`,
    purpose: ask.purpose,
    method: 'POST',
    path: `/crm/v3/objects/${type}/search`,
    body: {
      filterGroups: ask.groups.map((filters) => ({ filters })),
      // Text in text: that is how HubSpot's own client sends it.
      sorts: [JSON.stringify(ask.sort)],
      properties: ask.properties,
      limit: ask.limit ?? SEARCH,
    },
    fields: [...new Set(ask.groups.flat().map(({ propertyName }) => propertyName))],
    answer: Found,
  });
}

/** The live ones of these records, read as they are now, in batches. `idProperty`: by that unique property. */
export async function readMany(
  wire: Wire,
  type: ObjectType,
  ask: { purpose: Purpose; ids: string[]; properties: string[]; idProperty?: string },
): Promise<Row[]> {
  const rows: Row[] = [];
  const ids = [...new Set(ask.ids)];
  for (let at = 0; at < ids.length; at += BATCH) {
    const { results } = await wire.call({
      step: `${type} read`,
      purpose: ask.purpose,
      method: 'POST',
      path: `/crm/v3/objects/${type}/batch/read?archived=false`,
      body: {
        inputs: ids.slice(at, at + BATCH).map((id) => ({ id })),
        properties: ask.properties,
        propertiesWithHistory: [],
        ...(ask.idProperty === undefined ? {} : { idProperty: ask.idProperty }),
      },
      fields: [ask.idProperty ?? 'id'],
      answer: Batch,
    });
    rows.push(...results.filter((row) => row.archived !== true));
  }
  return rows;
}

/** Of each record those of another kind that hang on it. Sees at once what was written. */
export async function associated(
  wire: Wire,
  purpose: Purpose,
  from: ObjectType,
  to: ObjectType,
  ids: string[],
): Promise<Map<string, string[]>> {
  const of = new Map<string, string[]>();
  let open: { id: string; after?: string }[] = [...new Set(ids)].map((id) => ({ id }));
  while (open.length > 0) {
    const { results } = await wire.call({
      step: `${from} ${to}`,
      purpose,
      method: 'POST',
      path: `/crm/v4/associations/${from}/${to}/batch/read`,
      body: { inputs: open.slice(0, BATCH) },
      fields: ['id'],
      answer: Associated,
    });
    open = open.slice(BATCH);
    for (const { from: record, to: others, paging } of results) {
      of.set(record.id, [...(of.get(record.id) ?? []), ...others.map((each) => each.toObjectId)]);
      const after = paging?.next?.after;
      if (after !== undefined && others.length > 0) open.push({ id: record.id, after });
    }
  }
  return of;
}

/** HubSpot's ids are numbers as text. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && /^[1-9]\d{0,15}$/.test(text);
}
