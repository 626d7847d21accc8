import type { Table } from 'dexie';
import type { Changes, CrmSession } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { Company, Contact, CrmAccountId, Deal, LoggedActivity } from '@/utils/model/contact';
import type { Fault } from '@/utils/model/outbox';
import { mirrorCompany, mirrorContact, mirrorDeal } from '@/utils/store/contacts';
import type { Database, SyncCursor } from '@/utils/store/database';

/** What a page of changes brought, for whoever has to look at open proposals again. */
export interface Brought {
  contacts: Contact[];
  companies: Company[];
  deals: Deal[];
  activities: LoggedActivity[];
  /** Contacts, companies and open deals that no longer exist. */
  gone: string[];
  /** Logged activities that no longer exist. */
  goneActivities: string[];
}

export const nothingBrought: Readonly<Brought> = {
  contacts: [],
  companies: [],
  deals: [],
  activities: [],
  gone: [],
  goneActivities: [],
};

export interface MirrorDeps {
  db: Database;
  crmAccount: CrmAccountId;
  session(): Promise<CrmSession>;
  now(): number;
  /**
   * Called inside the transaction that stores a page, so that a worker that dies never leaves a mirror that open
   * proposals do not know of. Only database work may be awaited in it.
   */
  brought(changes: Brought): Promise<void>;
}

/** A CRM that never says "complete" is left after this many pages; the next run goes on from the cursor. */
const MOST_PAGES = 2_000;

/**
 * Brings the mirror up to date by time alone: it never asks for what a mail on the screen is about. Each page is stored
 * with its cursor in one transaction, so a run that dies goes on where it was. Gives the fault that ended it, or null.
 */
export async function refreshMirror(deps: MirrorDeps): Promise<Fault | null> {
  try {
    const session = await deps.session();
    const { db, crmAccount: crm } = deps;
    await pull(
      deps,
      'companies',
      (cursor) => session.companies.changedSince(cursor),
      db.companies,
      async (items) => {
        await db.companies.bulkPut(items.map((company) => mirrorCompany(crm, company)));
        return { companies: items };
      },
    );
    await pull(
      deps,
      'contacts',
      (cursor) => session.contacts.changedSince(cursor),
      db.contacts,
      async (items) => {
        await db.contacts.bulkPut(items.map((contact) => mirrorContact(crm, contact)));
        return { contacts: items };
      },
    );
    const { deals, tasks } = session;
    if (deals) {
      await pull(
        deps,
        'deals',
        (cursor) => deals.changedSince(cursor),
        db.deals,
        async (items) => {
          await db.deals.bulkPut(items.map((deal) => mirrorDeal(crm, deal)));
          return { deals: items };
        },
      );
    }
    if (tasks) {
      await pull(
        deps,
        'tasks',
        (cursor) => tasks.changedSince(cursor),
        db.tasks,
        async (items) => {
          await db.tasks.bulkPut(items.map((task) => ({ ...task, crm })));
          return {};
        },
      );
    }
    const logged = session.activities.changedSince?.bind(session.activities);
    if (logged) {
      await pull(deps, 'activities', logged, db.loggedActivities, async (items) => {
        await db.loggedActivities.bulkPut(items.map((activity) => ({ ...activity, crm })));
        return { activities: items };
      });
    }
    return null;
  } catch (error) {
    if (error instanceof CrmFault) return error.fault;
    throw error;
  }
}

/** Pulls page after page of one kind; `put` stores a page's items and says what of it others must hear. */
async function pull<T>(
  deps: MirrorDeps,
  kind: SyncCursor['kind'],
  changedSince: (cursor: string | null) => Promise<Changes<T>>,
  table: Table<{ crm: CrmAccountId }, [CrmAccountId, string]>,
  put: (items: T[]) => Promise<Partial<Brought>>,
): Promise<void> {
  const { db, crmAccount: crm } = deps;
  // The first time each page brings others; later a change may be of what is there.
  const rowsOf = async ({ items, gone }: Changes<T>, before: SyncCursor | undefined) =>
    before?.completeAt === undefined
      ? (before?.rows ?? 0) + items.length
      : before.rows !== undefined && items.length + gone.length === 0
        ? before.rows
        : table.where('crm').equals(crm).count();
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const before = await db.cursors.get([crm, kind]);
    const changes = await changedSince(before?.cursor ?? null);
    await db.transaction('rw', db.tables, async () => {
      // Disconnected meanwhile: the answer belongs to nobody any more.
      const settings = await db.settings.get('settings');
      if (settings && settings.value.crm.account !== crm) return;
      const brought = await put(changes.items);
      await table.bulkDelete(changes.gone.map((id): [CrmAccountId, string] => [crm, id]));
      const completeAt = changes.complete ? deps.now() : before?.completeAt;
      await db.cursors.put({
        crm,
        kind,
        cursor: changes.cursor,
        rows: await rowsOf(changes, before),
        ...(completeAt === undefined ? {} : { completeAt }),
      });
      const gone = kind === 'contacts' || kind === 'companies' || kind === 'deals' ? changes.gone : [];
      const goneActivities = kind === 'activities' ? changes.gone : [];
      if (kind !== 'tasks' && changes.items.length + changes.gone.length > 0) {
        await deps.brought({
          ...nothingBrought,
          ...brought,
          gone,
          goneActivities,
        });
      }
    });
    // Not complete and no step further: asking again would ask for ever.
    if (changes.complete || before?.cursor === changes.cursor) return;
  }
}
