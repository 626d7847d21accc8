import type { Table } from 'dexie';
import type { Changes, CrmSession } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { Company, Contact, CrmAccountId, Deal, LoggedActivity } from '@/utils/model/contact';
import type { MirrorScope } from '@/utils/model/mirror-scope';
import type { Fault } from '@/utils/model/outbox';
import { mirrorCompany, mirrorContact, mirrorDeal } from '@/utils/store/contacts';
import type { Database, SyncCursor } from '@/utils/store/database';
import { beginRound, endRound, roundOf } from '@/utils/sync/mirror-round';
import { noteOthers } from '@/utils/sync/other-record';

/** What a page of changes brought, for whoever has to look at open proposals again. */
export interface Brought {
  contacts: Contact[];
  companies: Company[];
  deals: Deal[];
  activities: LoggedActivity[];
  /** Contacts, companies and open deals that no longer exist. */
  gone: string[];
  /** Contacts, companies and deals that the mirror holds no longer, though the CRM does. */
  outside: string[];
  /** Logged activities that no longer exist. */
  goneActivities: string[];
}

export const nothingBrought: Readonly<Brought> = {
  contacts: [],
  companies: [],
  deals: [],
  activities: [],
  gone: [],
  outside: [],
  goneActivities: [],
};

export interface MirrorDeps {
  db: Database;
  crmAccount: CrmAccountId;
  session(): Promise<CrmSession>;
  /** All unless told. */
  scope?: MirrorScope;
  now(): number;
  /**
   * Called inside the transaction that stores a page's end and its cursor, with all of the page, so that a worker that
   * dies never leaves a mirror that open proposals do not hear of. Only database work may be awaited in it.
   */
  brought(changes: Brought): Promise<void>;
}

/**
 * So many rows are written in one transaction: as long as it lasts, whoever looks something up among them waits. A page
 * of 2,000 kept the panel's search waiting for two seconds (2026-11).
 */
const SLICE = 250;

/** A CRM that never says "complete" is left after this many pages; the next run goes on from the cursor. */
const MOST_PAGES = 2_000;

/**
 * Brings the mirror up to date by time alone: it never asks for what a mail on the screen is about. A page is stored in
 * slices, its cursor with the last of them, so a run that dies goes on where it was: at worst it reads one page again,
 * whose rows then replace themselves. Gives the fault that ended it, or null.
 */
export async function refreshMirror(deps: MirrorDeps): Promise<Fault | null> {
  try {
    const session = await deps.session();
    const { db, crmAccount: crm } = deps;
    const left = (outside: string[]) => deps.brought({ ...nothingBrought, outside });
    const companiesRound = await beginRound(deps, 'companies');
    await pull(
      deps,
      'companies',
      (cursor) => session.companies.changedSince(cursor, companiesRound.scope),
      db.companies,
      async (items) => {
        await db.companies.bulkPut(
          items.map((company) => ({ ...mirrorCompany(crm, company), ...companiesRound.mark })),
        );
      },
      (companies) => ({ companies }),
    );
    await endRound(deps, 'companies', left);
    const contactsRound = await beginRound(deps, 'contacts');
    await pull(
      deps,
      'contacts',
      (cursor) => session.contacts.changedSince(cursor, contactsRound.scope),
      db.contacts,
      async (items) => {
        await db.contacts.bulkPut(
          items.map((contact) => ({ ...mirrorContact(crm, contact), ...contactsRound.mark })),
        );
      },
      (contacts) => ({ contacts }),
    );
    await endRound(deps, 'contacts', left);
    const { deals, tasks } = session;
    if (deals) {
      const dealsRound = await beginRound(deps, 'deals');
      await pull(
        deps,
        'deals',
        (cursor) => deals.changedSince(cursor, dealsRound.scope),
        db.deals,
        async (items) => {
          await db.deals.bulkPut(items.map((deal) => ({ ...mirrorDeal(crm, deal), ...dealsRound.mark })));
        },
        (deals) => ({ deals }),
      );
      await endRound(deps, 'deals', left);
    }
    if (tasks) {
      await pull(
        deps,
        'tasks',
        (cursor) => tasks.changedSince(cursor),
        db.tasks,
        async (items) => {
          await db.tasks.bulkPut(items.map((task) => ({ ...task, crm })));
        },
        () => ({}),
      );
    }
    const logged = session.activities.changedSince?.bind(session.activities);
    if (logged) {
      await pull(
        deps,
        'activities',
        logged,
        db.loggedActivities,
        async (items) => {
          await db.loggedActivities.bulkPut(items.map((activity) => ({ ...activity, crm })));
        },
        (activities) => ({ activities }),
      );
    }
    return null;
  } catch (error) {
    if (error instanceof CrmFault) return error.fault;
    throw error;
  }
}

/** Pulls page after page of one kind; `put` stores items of a page, `saysOf` says what of the page others must hear. */
async function pull<T extends { id: string }>(
  deps: MirrorDeps,
  kind: SyncCursor['kind'],
  changedSince: (cursor: string | null) => Promise<Changes<T>>,
  table: Table<{ crm: CrmAccountId }, [CrmAccountId, string]>,
  put: (items: T[]) => Promise<void>,
  saysOf: (items: T[]) => Partial<Brought>,
): Promise<void> {
  const { db, crmAccount: crm } = deps;
  const rowsOf = async (
    { items, gone, complete }: Changes<T>,
    before: SyncCursor | undefined,
    known: number,
  ) => {
    // The first time each page brings others.
    if (before?.completeAt === undefined && !complete) return (before?.rows ?? 0) + items.length;
    // Counting goes through all of them, which a small change must not wait for.
    if (before?.completeAt === undefined || before.rows === undefined || items.length > SLICE)
      return table.where('crm').equals(crm).count();
    const left = new Set(gone);
    return before.rows + new Set(items.map(({ id }) => id).filter((id) => !left.has(id))).size - known;
  };
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const before = await db.cursors.get([crm, kind]);
    const changes = await changedSince(before?.cursor ?? null);
    // Disconnected meanwhile: the answer belongs to nobody any more.
    const isOurs = async () => ((await db.settings.get('settings'))?.value.crm.account ?? crm) === crm;
    const { items } = changes;
    const last = Math.max(0, Math.ceil(items.length / SLICE) - 1) * SLICE;
    for (let from = 0; from < last; from += SLICE)
      await db.transaction('rw', table, db.settings, async () => {
        if (await isOurs()) await put(items.slice(from, from + SLICE));
      });
    await db.transaction('rw', db.tables, async () => {
      if (!(await isOurs())) return;
      const named = items.length > SLICE ? [] : [...new Set([...items.map(({ id }) => id), ...changes.gone])];
      const known = (await table.bulkGet(named.map((id): [CrmAccountId, string] => [crm, id]))).filter(
        Boolean,
      );
      await put(items.slice(last));
      await table.bulkDelete(changes.gone.map((id): [CrmAccountId, string] => [crm, id]));
      const completeAt = changes.complete ? deps.now() : before?.completeAt;
      await db.cursors.put({
        crm,
        kind,
        ...roundOf(before),
        cursor: changes.cursor,
        rows: await rowsOf(changes, before, known.length),
        ...(completeAt === undefined ? {} : { completeAt }),
      });
      const gone = kind === 'contacts' || kind === 'companies' || kind === 'deals' ? changes.gone : [];
      const goneActivities = kind === 'activities' ? changes.gone : [];
      await noteOthers(db, crm, saysOf(items).activities ?? [], deps.now());
      if (kind !== 'tasks' && changes.items.length + changes.gone.length > 0) {
        await deps.brought({
          ...nothingBrought,
          ...saysOf(items),
          gone,
          goneActivities,
        });
      }
    });
    // Not complete and no step further: asking again would ask for ever.
    if (changes.complete || before?.cursor === changes.cursor) return;
  }
}
