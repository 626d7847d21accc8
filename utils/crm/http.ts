import type { LedgerLine } from '@/utils/model/ledger';
import type { z } from '@/utils/model/zod';

/** A request to a CRM. `answer` is required: an answer that does not parse is `not-understood`. */
export interface Request<T extends z.core.$ZodType> {
  /** Names the request in errors and tests, e.g. `partner search`. */
  step: string;
  purpose: LedgerLine['purpose'];
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Names of the fields in the body that carry data, for the ledger. */
  fields?: string[];
  answer: T;
  /** Statuses besides 2xx whose body is read with `answer`. */
  alsoOk?: number[];
  /** Milliseconds; 30,000 unless told. */
  timeout?: number;
}

/** The only way to a CRM. Rejects with `CrmFault` and with nothing else. */
export type Http = <T extends z.core.$ZodType>(request: Request<T>) => Promise<z.output<T>>;

/** Where `http` writes its lines; handed in by whoever owns the store. */
export interface LedgerDoor {
  /** Commits the line before the request leaves; resolves with its id. */
  begin(line: Omit<LedgerLine, 'id' | 'answer'>): Promise<string>;
  end(id: string, answer: NonNullable<LedgerLine['answer']>): Promise<void>;
}
