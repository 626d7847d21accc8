import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createContact } from '@/utils/actions/create-contact';
import { fillFields, keptSchema } from '@/utils/actions/crm-schema';
import { logCall } from '@/utils/actions/log-call';
import type { ContactDraft } from '@/utils/model/contact';
import { ACCOUNT, closeEngine, makeEngine, type TestEngine } from '../sync/make-engine';
import { START } from '../sync/meetings';

/* What the rep says once for every new contact, new company and task is part of what is handed to the CRM. */

const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});
async function start() {
  const engine = await makeEngine();
  engines.push(engine);
  await fillFields(engine, [
    { kind: 'contact', field: 'source', value: 'Mail' },
    { kind: 'contact', field: 'each', value: '', from: 'ask' },
    { kind: 'company', field: 'industry', value: 'Trade' },
    { kind: 'task', field: 'type', value: 'Visit' },
    { kind: 'call', field: 'reason', value: 'Sales' },
  ]);
  return engine;
}
const person: ContactDraft = { name: 'Uwe Neu', address: 'uwe@neu.example' };

async function drafted(engine: TestEngine, draft: ContactDraft): Promise<ContactDraft | undefined> {
  await createContact(engine, draft);
  const jobs = (await engine.db.outbox.toArray()).map(({ job }) => job);
  return jobs.flatMap((job) => (job.op === 'create-contact' ? [job.draft] : []))[0];
}

describe('what was said once', () => {
  it('goes into a new contact and into its new company; what this one says goes before it', async () => {
    const draft = { ...person, company: { name: 'Neu' }, fields: { each: 'x', source: 'Fair' } };
    expect(await drafted(await start(), draft)).toEqual({
      ...draft,
      company: { name: 'Neu', fields: { industry: 'Trade' } },
      fields: { source: 'Fair', each: 'x' },
    });
  });

  it('says nothing about a company that is there already', async () => {
    const draft = { ...person, company: { id: 'k-1', name: 'Kunde' } };
    expect(await drafted(await start(), draft)).toEqual({ ...draft, fields: { source: 'Mail' } });
  });

  it('goes into the task of a next step', async () => {
    const engine = await start();
    await logCall(engine, {
      id: 'note-1',
      contactId: 'c-anna',
      at: START - 600_000,
      minutes: 8,
      direction: 'sent',
      subject: 'Call',
      notes: '',
      nextStep: { text: 'Send the offer', due: '2026-11-27' },
    });
    const jobs = (await engine.db.outbox.toArray()).map(({ job }) => job);
    expect(jobs.flatMap((job) => (job.op === 'create-task' ? [job.draft.fields] : []))).toEqual([
      { type: 'Visit' },
    ]);
    expect(jobs.flatMap((job) => (job.op === 'log-activity' ? [job.activity.fields] : []))).toEqual([
      { reason: 'Sales' },
    ]);
  });
});

describe('what the CRM said of its fields', () => {
  it('is kept for a day, for a worker that never asked', async () => {
    const engine = await start();
    expect(await keptSchema(engine, ACCOUNT)).toBeNull();
    const schema = { contact: { record: 'Contact', label: 'Contact', fields: [] } };
    await engine.db.schemas.put({ crm: ACCOUNT, at: engine.now(), schema });
    expect(await keptSchema(engine, ACCOUNT)).toEqual(schema);
    expect(await keptSchema({ db: engine.db, now: () => engine.now() + 25 * 3_600_000 }, ACCOUNT)).toBeNull();
  });
});
