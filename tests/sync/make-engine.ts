import Dexie from 'dexie';
import { type Engine, makeContext } from '@/utils/actions/make-context';
import type { Book } from '@/utils/model/messages';
import { Database } from '@/utils/store/database';
import { updateSettings } from '@/utils/store/settings';
import { FakeBrowser } from './fake-browser';
import { FakeClock, settle } from './fake-clock';
import { FakeCrm } from './fake-crm';

export const ACCOUNT = 'fake|crm.example|sales';

export interface TestEngine extends Engine {
  clock: FakeClock;
  side: FakeBrowser;
  crm: FakeCrm;
  /** Turns the clock and waits until all that this brought is done. */
  later(ms: number): Promise<void>;
}

let made = 0;

/** A worker with a database of its own, a CRM that is connected, Anna known to it, and consent to Gmail. */
export async function makeEngine(book: Book = 'real', connected = true): Promise<TestEngine> {
  made += 1;
  const clock = new FakeClock();
  const side = new FakeBrowser();
  const crm = new FakeCrm();
  const db = new Database(`engine-${made}`);
  let cancelAlarm = () => {};
  const engine: Engine = makeContext({
    book,
    db,
    browser: side,
    clock,
    random: () => 0.5,
    wakeAt: (when) => {
      cancelAlarm();
      cancelAlarm = clock.after(Math.max(when - clock.now(), 30_000), () => engine.nudge());
    },
    changed: () => {},
    ...(connected ? { open: async () => crm.session() } : {}),
  });
  if (connected) {
    await updateSettings(db, book, (settings) => ({
      ...settings,
      consent: { version: 1, at: clock.now(), sites: ['gmail'] },
      ownAddresses: ['rosa@nordlicht.example'],
      crm: { connector: 'fake', account: ACCOUNT, settings: {}, userName: 'Rosa', connectedAt: clock.now() },
    }));
    await db.contacts.put({
      crm: ACCOUNT,
      id: 'c-anna',
      name: 'Anna Kunde',
      addresses: ['anna@kunde.example'],
      lookup: ['anna@kunde.example'],
      phones: [],
      updatedAt: clock.now(),
    });
  }
  const rest = async () => {
    await settle();
    await engine.idle();
  };
  return {
    ...engine,
    clock,
    side,
    crm,
    async later(ms) {
      await rest();
      await clock.advance(ms, rest);
    },
  };
}

/** The only proposal there is. */
export async function onlyProposal({ db }: TestEngine) {
  const all = await db.proposals.toArray();
  if (all.length !== 1 || !all[0]) throw new Error(`${all.length} proposals`);
  return all[0];
}

export async function closeEngine({ db }: TestEngine): Promise<void> {
  db.close();
  await Dexie.delete(db.name);
}
