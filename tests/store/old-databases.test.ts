import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { PageCapture } from '@/utils/model/captured';
import { Company, Contact, Deal, LoggedActivity, Task } from '@/utils/model/contact';
import { CrmSchema } from '@/utils/model/crm-schema';
import { ThreadTurn } from '@/utils/model/follow-up';
import { LedgerLine } from '@/utils/model/ledger';
import { OutboxEntry } from '@/utils/model/outbox';
import { Proposal } from '@/utils/model/proposal';
import { Settings } from '@/utils/model/settings';
import { instant, list, someText, text, z } from '@/utils/model/zod';
import { Database } from '@/utils/store/database';

const folder = join(import.meta.dirname, 'old-databases');
const mirrored = { crm: someText(200) };
const words = list(someText(80), 16);

/** What each table's rows must be today. A table without a schema here fails. */
const rows: Record<string, z.core.$ZodType> = {
  proposals: Proposal,
  outbox: OutboxEntry,
  heldSends: z.object({
    id: someText(60),
    ids: list(someText(1000), 40),
    capture: PageCapture,
    notBefore: instant,
  }),
  refused: z.object({
    id: someText(60),
    ids: list(someText(1000), 20),
    site: someText(40),
    reason: someText(40),
    detail: z.optional(text(100)),
    at: instant,
  }),
  contacts: z.object({ ...Contact.shape, ...mirrored, lookup: list(someText(320), 100), words }),
  companies: z.object({ ...Company.shape, ...mirrored, words }),
  deals: z.object({ ...Deal.shape, ...mirrored, words }),
  corrections: z.object({
    id: someText(600),
    ...mirrored,
    kind: z.enum(['contact', 'company', 'deal']),
    chosenId: z.nullable(someText(200)),
    chosenName: text(300),
    at: instant,
  }),
  tasks: z.object({ ...Task.shape, ...mirrored }),
  loggedActivities: z.object({ ...LoggedActivity.shape, ...mirrored }),
  cursors: z.object({
    ...mirrored,
    kind: z.enum(['contacts', 'companies', 'deals', 'tasks', 'activities']),
    cursor: z.string(),
    completeAt: z.optional(instant),
    rows: z.optional(z.int()),
  }),
  turns: z.extend(ThreadTurn, { awaits: z.literal('rep') }),
  ledger: LedgerLine,
  drift: z.object({
    id: someText(60),
    site: someText(40),
    step: someText(100),
    shape: text(4000),
    at: instant,
    times: z.int(),
  }),
  counts: z.object({ id: someText(100), count: z.int() }),
  schemas: z.object({ ...mirrored, at: instant, schema: CrmSchema }),
  settings: z.object({ key: z.literal('settings'), value: Settings }),
};

interface Dump {
  version: number;
  stores: Record<string, string>;
  rows: Record<string, unknown[]>;
}

describe('a database of every version that ever shipped', () => {
  const dumps = readdirSync(folder).filter((name) => name.endsWith('.json'));

  it('has a dump for the version of today', async () => {
    const db = new Database('today');
    await db.open();
    expect(dumps).toContain(`${db.verno}.json`);
    expect(Object.keys(rows).sort()).toEqual(db.tables.map(({ name }) => name).sort());
    db.close();
  });

  it.each(dumps)('%s opens today, keeps its rows, and each of them is valid', async (file) => {
    const dump: Dump = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const name = `old-${dump.version}`;
    const old = new Dexie(name);
    old.version(dump.version).stores(dump.stores);
    await old.open();
    for (const [table, records] of Object.entries(dump.rows)) await old.table(table).bulkPut(records);
    old.close();

    const db = new Database(name);
    for (const table of db.tables) {
      const found = await table.toArray();
      const before = dump.rows[table.name];
      if (before) expect(found.length, table.name).toBe(before.length);
      if (dump.version === db.verno)
        expect(found.length, `the dump has rows in ${table.name}`).toBeGreaterThan(0);
      for (const row of found) {
        const parsed = z.safeParse(rows[table.name] ?? z.never(), row);
        expect(parsed.success ? [] : [table.name, parsed.error.issues]).toEqual([]);
      }
    }
    db.close();
  });
});
