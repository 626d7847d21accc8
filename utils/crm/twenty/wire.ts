import { CrmFault } from '@/utils/crm/errors';
import type { Http, Request } from '@/utils/crm/http';
import { keepAnswer } from '@/utils/crm/keep-answer';
import { dataOf, InputType, type OpenApi } from '@/utils/crm/twenty/answers';
import { explainTwenty } from '@/utils/crm/twenty/faults';
import { makePace } from '@/utils/crm/twenty/pace';
import { z } from '@/utils/model/zod';

/** One request in Twenty's GraphQL. What comes from a mail goes into `variables`, never into `query`. */
export interface Ask<T extends z.core.$ZodType> {
  step: string;
  purpose: Request<T>['purpose'];
  query: string;
  variables?: Record<string, unknown>;
  /** Names of the fields that carry data, for the ledger. */
  fields?: string[];
  /** Of `data`. */
  answer: T;
  /** The field of a mutation that decides: done, it is no fault that another one after it was refused. */
  decides?: string;
}

/** Names of the columns that tie a note or a task to its record; they changed in 1.17. */
export interface TargetColumns {
  person: string;
  company: string;
  opportunity: string;
}

export interface Wire {
  ask<T extends z.core.$ZodType>(request: Ask<T>): Promise<z.output<T>>;
  /** The description of this workspace's own records: 0.8 MB. */
  openApi(answer: typeof OpenApi): Promise<z.output<typeof OpenApi>>;
  targets(): Promise<TargetColumns>;
}

/** The largest list that one request gives or takes. */
export const PAGE = 60;

export function openWire(api: string, key: string, http: Http): Wire {
  const pace = makePace();
  const headers = { authorization: `Bearer ${key}` };
  const explain = (step: string, decides?: string) => (status: number, json: unknown, now: number) => {
    pace.saw(now);
    if (status === 200 && decides !== undefined && isDone(json, decides)) return undefined;
    return explainTwenty(step, status, json, now);
  };

  const ask: Wire['ask'] = async ({ step, purpose, query, variables, fields, answer, decides }) => {
    pace.step();
    return http({
      step,
      purpose,
      method: 'POST',
      url: `${api}/graphql`,
      headers,
      body: { query, variables: variables ?? {} },
      ...(fields ? { fields } : {}),
      answer: dataOf(answer),
      explain: explain(step, decides),
    });
  };

  const targets = keepAnswer(async (): Promise<TargetColumns> => {
    const { note } = await ask({
      step: 'note target columns',
      purpose: 'connect',
      query: 'query Columns { note: __type(name: "NoteTargetCreateInput") { inputFields { name } } }',
      answer: columnsAnswer,
    });
    const names = new Set(note?.inputFields?.map(({ name }) => name));
    return names.has('targetPersonId')
      ? { person: 'targetPersonId', company: 'targetCompanyId', opportunity: 'targetOpportunityId' }
      : { person: 'personId', company: 'companyId', opportunity: 'opportunityId' };
  });

  return {
    ask,
    targets,
    openApi: async (answer) => {
      pace.step();
      return http({
        step: 'open-api',
        purpose: 'connect',
        method: 'GET',
        url: `${api}/rest/open-api/core`,
        headers,
        answer,
        explain: explain('open-api'),
      });
    },
  };
}

const someData = z.object({ data: z.record(z.string(), z.unknown()) });

function isDone(json: unknown, field: string): boolean {
  const parsed = z.safeParse(someData, json);
  return parsed.success && (parsed.data.data[field] ?? null) !== null;
}

/** What it gives, or the fault that it ended with. Anything else is a bug of ours and goes through. */
export async function attempt<T>(work: Promise<T>): Promise<{ value: T } | { fault: CrmFault['fault'] }> {
  try {
    return { value: await work };
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return { fault: error.fault };
  }
}

/** Asks for a list part by part, as many at once as one request takes. */
export async function inParts<T, R>(items: T[], ask: (part: T[]) => Promise<R[]>): Promise<R[]> {
  const all: R[] = [];
  for (let at = 0; at < items.length; at += PAGE) all.push(...(await ask(items.slice(at, at + PAGE))));
  return all;
}

const columnsAnswer = z.object({ note: InputType });

/** A filter's part that also lets in what lies in the trash: without one, Twenty gives only what is live. */
export const LIVE_OR_TRASHED = {
  or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }],
};
