import assert from 'node:assert/strict';
import type { ActivityToLog, CrmField, CrmSession } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { noonOf } from '@/utils/crm/own-fields';
import { LoggedActivity } from '@/utils/model/contact';
import { isFillable } from '@/utils/model/crm-schema';
import { z } from '@/utils/model/zod';
import { type ContractCase, call, type Harness, mail, meeting } from './contract';

/*
 * The contract's cases on what a CRM says of itself: the fields that it has besides, and what was logged in it lately.
 */

const entryOf = { email: mail, meeting, call } as const;
const days = ['2026-12-01', '2026-12-02'];
let counter = 0;

async function contactOf(h: Harness): Promise<string> {
  const who = `${Date.now().toString(36)}${(counter++).toString(36)}`;
  const draft = { name: 'Mia Own', address: `own.${who}@${h.run}.example` };
  return (await h.session().contacts.create(draft, `00000000-0000-5000-9000-${who.padStart(12, '0')}`))
    .remoteId;
}

async function logOne(session: CrmSession, entry: ActivityToLog): Promise<string> {
  const [answer] = await session.activities.log([entry]);
  assert.ok(answer && 'remoteId' in answer, `logged, not ${JSON.stringify(answer)}`);
  return answer.remoteId;
}

/** What a rep could say there, the first time and the second. */
function said({ kind, choices, max = 300 }: CrmField, round: 0 | 1): string {
  switch (kind) {
    case 'number':
      return String(40 + round);
    case 'date':
      return days[round] ?? '';
    case 'boolean':
      return String(round === 0);
    case 'choice':
      return choices?.at(round === 0 ? -1 : 0)?.value ?? '';
    default:
      return `Round ${round + 1} & "so on"\\ %_ 見積`.slice(0, max);
  }
}

/** Whether the record holds it; each CRM has its own way to write a choice of several, a day and an instant. */
function holds({ kind, type }: CrmField, text: string, raw: unknown): boolean {
  const values = [raw].flat(9).map(String);
  switch (kind) {
    case 'number':
      return Number(raw) === Number(text);
    case 'date': {
      const stamp = String(raw).replace(' ', 'T');
      const at = Date.parse(/[Z+]|T.*-/.test(stamp) ? stamp : `${stamp}Z`);
      return stamp.startsWith(text) && (!/time/i.test(type ?? '') || at === noonOf(text));
    }
    case 'choice':
      // A choice that is a tie to a record of the CRM's own is told with its name.
      return values.includes(text);
    case 'boolean':
      return String(raw) === text;
    default:
      return String(raw).replaceAll('&amp;', '&').replaceAll('&quot;', '"').includes(text);
  }
}

export const ownCases: ContractCase[] = [
  {
    name: 'every field that it says a rep may fill takes what a rep says, on logging and on changing',
    needs: 'row',
    async run(h) {
      const session = h.session();
      const schema = await session.describe?.();
      if (!schema) return;
      const contact = await contactOf(h);
      for (const kind of session.activities.kinds) {
        const fillable = (schema[kind]?.fields ?? []).filter(
          (field) => isFillable(field) && said(field, 0) !== '',
        );
        if (fillable.length === 0) continue;
        const fields = (round: 0 | 1) =>
          Object.fromEntries(fillable.map((field) => [field.name, said(field, round)]));
        const stands = async (remoteId: string, round: 0 | 1) => {
          const row = await h.row!(
            remoteId,
            fillable.map(({ name }) => name),
          );
          for (const field of fillable)
            assert.ok(
              holds(field, said(field, round), row[field.name]),
              `${kind}: ${field.name} (${field.type ?? field.kind}) is ${JSON.stringify(row[field.name])}, not ${said(field, round)}`,
            );
        };
        const entry = entryOf[kind](h, contact, { fields: fields(0) });
        const remoteId = await logOne(session, entry);
        await stands(remoteId, 0);
        const { update } = session.activities;
        if (!update) continue;
        const changeTo = async (change: { fields?: Record<string, string> }): Promise<boolean> => {
          const activity = { ...entryOf[kind](h, contact).activity, ...change };
          try {
            await update.call(session.activities, remoteId, { ...entry, activity });
            return true;
          } catch (error) {
            // What is completed is read-only in some.
            if (!(error instanceof CrmFault)) throw error;
            assert.equal(error.fault.kind === 'refused' && error.fault.reason, 'read-only');
            return false;
          }
        };
        if (!(await changeTo({ fields: fields(1) }))) continue;
        await stands(remoteId, 1);
        await changeTo({});
        await stands(remoteId, 1);
      }
    },
  },
  {
    name: 'what was logged lately says to colleagues what it was, when and with whom, under an id that they have for it',
    async run(h) {
      const session = h.session();
      const contact = await contactOf(h);
      const kinds = session.activities.kinds.filter((kind) => !h.unlisted?.includes(kind));
      const entries = kinds.map((kind) => entryOf[kind](h, contact));
      const ids: string[] = [];
      for (const entry of entries) ids.push(await logOne(session, entry));
      await h.settled?.();
      const first = await allRecent(h.colleague(), null);
      if (!first) return;
      for (const [index, entry] of entries.entries()) {
        const item: LoggedActivity = z.parse(
          LoggedActivity,
          first.items.find(({ id }) => id === ids[index]),
        );
        assert.equal(item.kind, entry.activity.kind);
        assert.equal(item.subject, entry.activity.subject);
        assert.ok(item.contactIds?.includes(contact), `${item.kind}: with whom`);
        // Some know whole seconds, none less.
        assert.ok(Math.abs((item.at ?? 0) - entry.activity.at) < 1000, `${item.kind}: when`);
        const known = [entry.key, ...entry.aliases];
        assert.ok(
          item.aliases.some((alias) => known.includes(alias)),
          `${item.kind}: under its id`,
        );
      }
      const then = await allRecent(h.colleague(), first.cursor);
      assert.deepEqual(
        then?.gone.filter((id) => ids.includes(id)),
        [],
      );
    },
  },
];

async function allRecent(session: CrmSession, from: string | null) {
  if (!session.activities.changedSince) return null;
  const items: LoggedActivity[] = [];
  const gone: string[] = [];
  let cursor = from;
  for (let page = 0; page < 1000; page++) {
    const read = await session.activities.changedSince(cursor);
    items.push(...read.items);
    gone.push(...read.gone);
    cursor = read.cursor;
    if (read.complete) return { items, gone, cursor };
  }
  throw new Error('the delta never ends');
}
