import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CrmFault } from '@/utils/crm/errors';
import * as answers from '@/utils/crm/espocrm/answers';
import { explainEspo } from '@/utils/crm/espocrm/faults';
import { createHttp } from '@/utils/crm/http';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

const directory = join(process.env.CRM_RECORDINGS_DIR ?? '../shared/crm-recordings', 'espocrm');

type Expected = { answer: z.core.$ZodType } | { fault: Fault };

const record: Expected = { answer: answers.IdRow };
/** What was recorded asked for other attributes than we do, and not for `modifiedAt`. */
const some = (row: z.core.$ZodType): Expected => ({ answer: answers.listOf(row) });
const someContact = z.extend(z.partial(answers.ContactRow), { id: z.string() });
const someTask = z.extend(z.partial(answers.TaskRow), { id: z.string() });
const invalid = (field: string, type: string): Expected => ({
  fault: { kind: 'refused', reason: `validationFailure · ${field} · ${type}`, field },
});
const gone: Expected = { fault: { kind: 'gone' } };
const signedOut: Expected = { fault: { kind: 'signed-out' } };
const notPermitted: Expected = { fault: { kind: 'not-permitted' } };
const notUnderstood: Expected = { fault: { kind: 'not-understood', step: 'recorded' } };

const recorded: Record<string, Expected> = {
  '01-app-user': { answer: answers.AppUser },
  '02-role-create': record,
  '03-api-user-create': record,
  '04-app-user-apikey': { answer: answers.AppUser },
  '05-account-create': { answer: answers.AccountRow },
  '06-contact-create': { answer: answers.ContactRow },
  '07-contact-search-by-email': some(someContact),
  '08-contact-search-none': { answer: answers.listOf(answers.ContactRow) },
  '09-emailaddress-search': { answer: answers.Anything },
  '10-global-search': { answer: answers.listOf(answers.IdRow) },
  '11-contact-get': { answer: answers.ContactRecord },
  '12-contact-put': { answer: answers.ContactRecord },
  '13-stream-post': record,
  '14-stream-list': { answer: answers.listOf(answers.IdRow) },
  '15-call-create': record,
  '16-meeting-create': record,
  '17-error-email-from': notPermitted,
  '18-email-archive': { answer: answers.EmailRow },
  '19-task-create': { answer: answers.TaskRow },
  '20-task-list': some(someTask),
  '21-contact-tasks': { answer: answers.listOf(answers.IdRow) },
  '22-contact-activities': { answer: answers.listOf(answers.IdRow) },
  '23-task-done': { answer: answers.TaskRow },
  '24-opportunity-create': { answer: answers.OpportunityRow },
  '25-contact-opportunities': { answer: answers.listOf(answers.IdRow) },
  '26-metadata': { answer: z.object({ type: z.string() }) },
  '27-list-offset': some(someContact),
  '28-error-maxsize': notPermitted,
  '29-error-bad-key': signedOut,
  '30-error-no-key': signedOut,
  '31-error-forbidden': { answer: answers.listOf(answers.IdRow) },
  '32-error-duplicate': { fault: { kind: 'refused', reason: 'HTTP 409' } },
  '33-duplicate-skip': record,
  '34-error-validation-required': invalid('lastName', 'required'),
  '35-error-validation-email': invalid('emailAddress', 'emailAddress'),
  '36-error-validation-enum': invalid('status', 'valid'),
  '37-error-validation-date': record,
  '38-error-404-record': gone,
  '39-error-404-entity': gone,
  '40-error-404-route': notUnderstood,
  '41-error-malformed-json': { fault: { kind: 'offline' } },
  '42-error-method': notUnderstood,
  '43-cors-preflight': notUnderstood,
  '44-contact-delete': { answer: z.literal(true) },
  '56-error-failed-logins': notPermitted,
};

interface Recording {
  response: { status: number; headers: Record<string, string>; body: unknown };
}

/** The recorded answer, read as a connector reads it. */
async function read({ response }: Recording, answer: z.core.$ZodType): Promise<unknown> {
  const { status, headers, body } = response;
  const http = createHttp({
    ledger: { begin: async () => '', end: async () => {} },
    allowedOrigins: ['https://espo.example/*'],
    now: Date.now,
    fetch: async () =>
      new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }),
  });
  return http({
    step: 'recorded',
    purpose: 'find',
    method: 'GET',
    url: 'https://espo.example/api/v1/x',
    answer,
    explain: explainEspo,
  });
}

const there = existsSync(directory);

describe.skipIf(!there)('what a real EspoCRM 9.1.7 answered (skipped: no CRM_RECORDINGS_DIR)', () => {
  const names = there ? readdirSync(directory).map((name) => name.replace('.json', '')) : [];

  it('is known here, each of it', () => {
    expect(names.filter((name) => !recorded[name])).toEqual([]);
  });

  it.each(Object.keys(recorded))('%s', async (name) => {
    const recording: Recording = JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8'));
    const expected = recorded[name]!;
    if ('answer' in expected) {
      await read(recording, expected.answer);
      return;
    }
    const error = await read(recording, answers.Anything).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CrmFault);
    expect((error as CrmFault).fault).toEqual(expected.fault);
  });
});
