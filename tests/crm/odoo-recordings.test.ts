import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CrmFault } from '@/utils/crm/errors';
import { createHttp } from '@/utils/crm/http';
import * as answers from '@/utils/crm/odoo/answers';
import { explainOdoo } from '@/utils/crm/odoo/faults';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';
import { silentLedger } from './fake-session';

const directory = process.env.CRM_RECORDINGS_DIR ?? '../shared/crm-recordings';

type Expected = { answer: z.core.$ZodType; value?: unknown } | { fault: Fault };

const somePartners = z.array(z.partial(answers.PartnerRow));
const someLeads = z.array(z.partial(answers.LeadRow));
const someEvents = z.array(z.partial(answers.EventRow));
const someActivities = z.array(z.partial(answers.MailActivityRow));
const rpc = (answer: z.core.$ZodType, value?: unknown): Expected => ({
  answer: answers.rpcResult(answer),
  ...(value === undefined ? {} : { value }),
});
const refused = (reason: string): Expected => ({ fault: { kind: 'refused', reason } });
const notUnderstood: Expected = { fault: { kind: 'not-understood', step: 'recorded' } };
const notPermitted = (what: string): Expected => ({ fault: { kind: 'not-permitted', what } });

/** What Odoo says on both wires' older half. */
const jsonRpc: Record<string, Expected> = {
  '01-version': rpc(answers.Version),
  '02-authenticate-ok': rpc(answers.Uid, 2),
  '03-authenticate-bad-password': rpc(answers.Uid, false),
  '04-authenticate-bad-db': { fault: { kind: 'refused', reason: 'database-unknown', field: 'database' } },
  '05-execute-bad-password': { fault: { kind: 'signed-out' } },
  '08-partner-write-parent': rpc(answers.Anything, true),
  '09-partner-search-by-email': rpc(somePartners),
  '10-partner-search-none': rpc(answers.Partners, []),
  '13-message-list': rpc(answers.Messages),
  '15-lead-list': rpc(someLeads),
  '17-event-list': rpc(someEvents),
  '21-activity-list': rpc(someActivities),
  '22-activity-done': rpc(answers.Anything),
  '23-fields-get': rpc(answers.FieldDefs),
  '24-error-validation': refused('The operation cannot be completed: Contacts require a name'),
  '26-error-missing-record': rpc(answers.Users, []),
  '27-error-missing-write': { fault: { kind: 'gone' } },
  '28-error-unknown-model': refused("Object x.nope doesn't exist"),
  '29-error-unknown-field': notUnderstood,
  '31-error-404': notUnderstood,
  '32-error-malformed-json': notUnderstood,
  '34-cors-post': rpc(answers.Version),
  '37-web-call-kw-no-session': { fault: { kind: 'signed-out' } },
  '60-lowrights-crm.leadcreatenamex': notPermitted('crm.lead'),
  '60-lowrights-crm.leadsearch_read': notPermitted('crm.lead'),
  '60-lowrights-mail.activitysearch_read': rpc(answers.MailActivities, []),
  '60-lowrights-res.partnercreatenamex': notPermitted('res.partner'),
};

const json2: Record<string, Expected> = {
  '38-json2-partner-search': { answer: somePartners },
  '39-json2-partner-create': { answer: answers.Ids, value: [14] },
  '40-json2-context-get': { answer: answers.Context, value: { uid: 2 } },
  '42-json2-bad-key': { fault: { kind: 'signed-out' } },
  '43-json2-no-key': { fault: { kind: 'signed-out' } },
  '44-json2-validation': refused('The operation cannot be completed: Contacts require a name'),
  '45-json2-unknown-model': refused("the model 'x.nope' does not exist"),
  '46-json2-unknown-arg': notUnderstood,
  '47-json2-missing-record': { fault: { kind: 'gone' } },
  '49-json2-get-404': refused('Did you mean POST /json/2/<model>/<method>?'),
};

/** Calls that Sidelog does not make: one record by value, cookies, preflights; and a meeting that ends too early. */
const notOurs = [/^0[67]-/, /^1[124689]-/, /^25-/, /^20-/, /^30-/, /^33-/, /^3[56]-/, /^41-/, /^48-/];

const recorded = z.object({
  response: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.unknown() }),
});

async function replay(file: string, expected: Expected): Promise<unknown> {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const parsed = z.safeParse(recorded, content);
  // The low-rights files hold the answer's body alone.
  const { status, headers, body } = parsed.success
    ? parsed.data.response
    : { status: 200, headers: { 'content-type': 'application/json' }, body: content };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const http = createHttp({
    ledger: silentLedger,
    allowedOrigins: ['https://odoo.example/*'],
    now: () => 0,
    fetch: async () =>
      new Response(text, { status, headers: { 'content-type': headers['content-type'] ?? '' } }),
  });
  return http({
    step: 'recorded',
    purpose: 'find',
    method: 'POST',
    url: 'https://odoo.example/jsonrpc',
    answer: 'answer' in expected ? expected.answer : z.never(),
    explain: (code, json, now) => explainOdoo('recorded', code, json, now),
  });
}

for (const [version, table] of [
  ['odoo17', jsonRpc],
  ['odoo19', { ...jsonRpc, ...json2 }],
] as const) {
  const folder = join(directory, version);
  const there = existsSync(folder);
  describe.skipIf(!there)(
    `what a real ${version} answered${there ? '' : ` (skipped: no recordings in ${folder})`}`,
    () => {
      const names = there ? readdirSync(folder).map((name) => name.replace(/\.json$/, '')) : [];

      it('every recording is either a call of ours or known not to be one', () => {
        const unknown = names.filter((name) => !(name in table) && !notOurs.some((each) => each.test(name)));
        expect(unknown).toEqual([]);
      });

      it.each(names.filter((name) => name in table))('%s is read as what it says', async (name) => {
        const expected = table[name]!;
        const file = join(folder, `${name}.json`);
        if ('fault' in expected) {
          const error = await replay(file, expected).catch((caught: unknown) => caught);
          expect(error).toBeInstanceOf(CrmFault);
          expect((error as CrmFault).fault).toEqual(expected.fault);
        } else {
          const value = await replay(file, expected);
          if ('value' in expected) expect(value).toEqual(expected.value);
          else expect(value).toBeTruthy();
        }
      });
    },
  );
}
