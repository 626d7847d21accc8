import type { IntentAnswer } from '@/utils/model/messages';
import type { Fault } from '@/utils/model/outbox';

type Problem = Extract<IntentAnswer, { ok: false }>;

/** Why an intent was not carried out; its sentence is made in utils/i18n. */
export function problem(code: Problem['problem']['code'], ...args: string[]): Problem {
  return { ok: false, problem: { code, args: args.slice(0, 6).map((arg) => arg.slice(0, 500)) } };
}

/** Args: the fault's kind, then what the CRM said, if it said anything. */
export function faultProblem(fault: Fault): Problem {
  switch (fault.kind) {
    case 'not-permitted':
      return problem('crm-fault', fault.kind, ...(fault.what === undefined ? [] : [fault.what]));
    case 'slow-down':
      return problem(
        'crm-fault',
        fault.kind,
        ...(fault.retryAt === undefined ? [] : [String(fault.retryAt)]),
      );
    case 'refused':
      return problem(
        'crm-fault',
        fault.kind,
        fault.reason,
        ...(fault.field === undefined ? [] : [fault.field]),
      );
    case 'not-understood':
      return problem('crm-fault', fault.kind, fault.step);
    case 'offline':
    case 'signed-out':
    case 'gone':
      return problem('crm-fault', fault.kind);
  }
}

/** What a database error means for the rep; null where the error is none of the database's. */
export function storageProblem(error: unknown): Problem | null {
  const names = [nameOf(error), nameOf(innerOf(error))];
  if (names.includes('QuotaExceededError')) return problem('storage-full');
  return names.some((name) => storageErrors.has(name)) ? problem('storage-failed') : null;
}

/** Names that Dexie and the browsers give to writes and openings that failed. */
const storageErrors = new Set([
  'AbortError',
  'DatabaseClosedError',
  'DataError',
  'InvalidStateError',
  'MissingAPIError',
  'NotFoundError',
  'OpenFailedError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'UpgradeError',
  'VersionError',
  'BulkError',
  'ModifyError',
]);

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

function innerOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
}
