import type { ActivityToLog, CrmSession, Learnt } from '@/utils/crm/connector';
import type { Http } from '@/utils/crm/http';
import { fuzzedDynamics } from './dynamics-fuzzed';
import { fuzzedEspo } from './espocrm-fuzzed';
import { fuzzedHubspot } from './hubspot-fuzzed';
import { fuzzedNotebook } from './notebook';
import { fuzzedOdoo } from './odoo-fuzzed';
import { fuzzedPipedrive } from './pipedrive-fuzzed';
import { fuzzedSalesforce } from './salesforce-fuzzed';
import { fuzzedTwenty } from './twenty-fuzzed';
import { fuzzedZoho } from './zoho-fuzzed';

/*
 * The fakes that the fuzz and the benches can run a connector against. A new connector adds one line.
 */

/** A fake CRM of one connector, and what can be asked of it behind the connector's back. */
export interface FuzzedCrm {
  /**
   * The fake server; its `fetch` with no trouble planned (the fuzz makes its own between the two). Absent where nothing
   * leaves the browser (the notebook).
   */
  server?: { origin: string; fetch: typeof fetch };
  /** A session as a fresh worker opens it: `connector.connect(settings, http)`, behind `withToken` where it signs in. */
  connect(http: Http, who: 'rep' | 'colleague', life: Life): CrmSession;
  /** How many live records stand for this entry, asked from the fake's own tables. */
  count(entry: ActivityToLog): Promise<number>;
  /** A logged record as the CRM shows it. */
  read(remoteId: string): Promise<{ subject: string; at: number }>;
  /**
   * The body of a writing request cut to half of its entries, for a server that commits half a batch and fails; undefined
   * where this request is no batch. Absent where the CRM takes all or none of a request.
   */
  half?(url: string, body: string): string | undefined;
  /**
   * Carries out a writing request as a transaction that ends late: its record has its number at once, and nobody sees it
   * before `commit`, which gives the answer. Absent where what is written can be seen at once, or by its id alone.
   */
  begin?(url: string, init: RequestInit): Promise<{ commit(): Response }>;
  /** Its CRM would keep two records for one entry, so that one has to give way. */
  takesTwo?: true;
  /**
   * Whose a record is cannot be told, so that an undo after a lost answer takes away what a colleague made meanwhile.
   */
  saysWhose?: false;
  /** Whether a request changes something: an answer lost to it is a lost answer in earnest. */
  writes(url: string, method: string, body: string): boolean;
  /** Called when all is calm, before the CRM is asked what it holds: an index that lags catches up. */
  catchUp?(): void;
  /** Called when everything is over. */
  close?(): Promise<void>;
}

/** The life of the worker that a session belongs to: a connector with a database of its own hangs it on this. */
export interface Life {
  /** Wraps a database so that it dies with the worker and is full with its disk. */
  mortal<T extends import('dexie').Dexie>(db: T): T;
  /** What the connection's sessions learnt, as a worker before this one kept it. */
  learnt?: Learnt;
}

/** What a fake may need: the clock of the run, in milliseconds since 1970, so that its limits and lags follow it. */
export interface FuzzedWorld {
  now(): number;
}

/** By connector id. */
export const fuzzedCrms: Record<string, (world: FuzzedWorld) => FuzzedCrm> = {
  notebook: fuzzedNotebook,
  odoo: fuzzedOdoo,
  espocrm: fuzzedEspo,
  hubspot: fuzzedHubspot,
  salesforce: fuzzedSalesforce,
  twenty: fuzzedTwenty,
  pipedrive: fuzzedPipedrive,
  zoho: fuzzedZoho,
  dynamics: fuzzedDynamics,
};
