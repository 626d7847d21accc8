import Dexie from 'dexie';
import type { BrowserSide } from '@/utils/actions/context';
import { learntOf } from '@/utils/actions/crm-learnt';
import { type Engine, makeContext } from '@/utils/actions/make-context';
import { receiveCapture } from '@/utils/actions/receive-capture';
import type { ActivityToLog, CrmSession } from '@/utils/crm/connector';
import { createHttp, unreachableHttp } from '@/utils/crm/http';
import type { Clock } from '@/utils/platform/clock';
import { Database } from '@/utils/store/database';
import { ledgerOf } from '@/utils/store/ledger';
import { updateSettings } from '@/utils/store/settings';
import type { FuzzedCrm, FuzzedWorld } from '../crm/fakes/registry';
import { FakeBrowser } from '../sync/fake-browser';
import { FakeClock, settle } from '../sync/fake-clock';
import { asking, mail } from '../sync/mails';
import { meeting, START } from '../sync/meetings';
import { Happenings } from './happenings';
import { Network } from './network';
import type { Random } from './seeded';
import type { Trouble } from './troubles';
import { type Disk, WorkerLife } from './worker-life';

/** The first of them have no Message-ID: they were read off the page alone. */
const MAILS = 8;
const PAGE_ALONE = 2;
const MEETINGS = 2;
/** A late request arrives before the lease of its dead worker runs out. */
const LATEST_MS = 45_000;

export interface Worker {
  life: WorkerLife;
  engine: Engine;
}

/** One rep's browser with two workers at once, a colleague's, and the CRM of both. */
export interface World {
  crm: FuzzedCrm;
  network: Network;
  clock: FakeClock;
  disk: Disk;
  /** Bugs that living workers said aloud. */
  bugs: unknown[];
  workers: Worker[];
  /** For looking: it never dies, and its disk is never full. */
  looker: Database;
  /** A session with a quiet line, for asking the CRM in the end. */
  quiet: CrmSession;
  colleague: CrmSession;
  account: string;
  proposalIds: string[];
  kills: number;
  happenings: Happenings;
  /** What happened, in words. */
  history: string[];
  /** Nothing goes wrong any more. */
  calm: boolean;
  /** Two people log the same mail now. */
  racing: boolean;
  /** What two people logged last. */
  raced: ActivityToLog | undefined;
  /** What the rep's calendar shows of a meeting, so many hours ago. */
  meetingSeen(number: number, hours: number): ReturnType<typeof meeting>;
  meetings: number;
  /** Another worker in the place of each dead one. */
  bury(): void;
  rest(): Promise<void>;
  idle(): Promise<void>;
  close(): Promise<void>;
}

let made = 0;

export async function makeWorld(
  make: (world: FuzzedWorld) => FuzzedCrm,
  random: Random,
  nextTrouble: (write: boolean, halvable: boolean) => Trouble,
): Promise<World> {
  made += 1;
  const name = `fuzz-${made}`;
  const clock = new FakeClock();
  const crm = make({ now: clock.now });
  const allowedOrigins = crm.server ? [`${crm.server.origin}/*`] : [];
  const happenings = new Happenings();
  const disk: Disk = { full: false, refused: () => happenings.saw('storage-full') };
  const bugs: unknown[] = [];
  const network = new Network({
    crm,
    clock,
    trouble: (write, halvable) => (world.calm ? 'none' : nextTrouble(write, halvable)),
    wrote: async () => {
      if (world.raced && (await crm.count(world.raced)) > 1) happenings.saw('two-records');
    },
    saw: (what) => happenings.saw(what),
    travel: () => settle(random.below(6)),
    note: (line) => world.history.push(line),
    lateness: () => 1_000 + random.below(LATEST_MS),
  });

  const lives: WorkerLife[] = [];
  const bear = (): Worker => {
    const life = new WorkerLife(`worker ${lives.length + 1}`, disk, () => {
      world.kills += 1;
      happenings.saw('worker-killed');
      world.history.push(`${life.name} dies`);
    });
    lives.push(life);
    const db = life.mortal(new Database(name));
    const http = (newId: () => string) =>
      crm.server
        ? createHttp({
            ledger: ledgerOf(db, newId),
            allowedOrigins,
            now: clock.now,
            fetch: network.fetchOf(life),
          })
        : unreachableHttp;
    const engine: Engine = makeContext({
      book: 'real',
      db,
      browser: browserOf(life, bugs),
      clock: clockOf(life, clock),
      random: random.next,
      wakeAt: () => {},
      changed: () => {},
      open: async (connection) =>
        crm.connect(http(engine.newId), 'rep', {
          mortal: (one) => life.mortal(one),
          learnt: learntOf({ db, book: 'real', now: clock.now }, connection),
        }),
    });
    return { life, engine };
  };

  const ours = new WorkerLife('nobody', { full: false });
  const silent = { begin: async () => 'line', end: async () => {} };
  const session = (who: 'rep' | 'colleague', fetchOf: typeof fetch | undefined) => {
    const http = crm.server
      ? createHttp({ ledger: silent, allowedOrigins, now: clock.now, ...(fetchOf ? { fetch: fetchOf } : {}) })
      : unreachableHttp;
    return crm.connect(http, who, ours);
  };
  const quiet = session('rep', crm.server?.fetch);
  const { account } = await quiet.whoAmI();
  const world: World = {
    crm,
    network,
    clock,
    disk,
    bugs,
    workers: [],
    looker: new Database(name),
    quiet,
    colleague: session('colleague', network.colleague),
    account,
    proposalIds: [],
    kills: 0,
    happenings,
    history: [],
    calm: true,
    racing: false,
    raced: undefined,
    meetings: 0,
    /** As an invitation in the mailbox shows it. */
    meetingSeen(number, hours) {
      const seen = meeting(number, { sentAt: START - hours * 3_600_000 });
      return { ...seen, source: { ...seen.source, site: 'gmail' as const } };
    },
    bury() {
      for (const [at, worker] of this.workers.entries()) if (worker.life.dead) this.workers[at] = bear();
    },
    rest: () => settle(4),
    async idle() {
      await Promise.all(this.workers.map(({ engine, life }) => Promise.race([engine.idle(), life.death])));
    },
    async close() {
      for (const life of lives) life.close();
      ours.close();
      this.looker.close();
      await Dexie.delete(name);
      await crm.close?.();
    },
  };
  world.workers.push(bear());
  await furnish(world);
  world.workers.push(bear());
  world.calm = false;
  return world;
}

/** A connected CRM, Anna known to it, and her mails and meetings proposed. */
async function furnish(world: World): Promise<void> {
  const { quiet, account, clock, workers } = world;
  const [first] = workers;
  if (!first) throw new Error('no worker');
  const { db } = first.engine;
  const anna = { name: 'Anna Kunde', address: 'anna@kunde.example' };
  const { remoteId } = await quiet.contacts.create(anna, '00000000-0000-5000-9000-00000000a77a');
  await updateSettings(db, 'real', (settings) => ({
    ...settings,
    consent: { version: 1, at: clock.now(), sites: ['gmail'] },
    ownAddresses: ['rosa@nordlicht.example'],
    crm: { connector: 'fuzzed', account, settings: {}, userName: '', connectedAt: clock.now() },
  }));
  await db.contacts.put({
    crm: account,
    id: remoteId,
    name: anna.name,
    addresses: [anna.address],
    lookup: [anna.address],
    phones: [],
    updatedAt: clock.now(),
  });
  const mails = Array.from({ length: MAILS }, (_, index) => {
    // Where the CRM has no tasks, no next step is proposed to it.
    const one = mail(index, quiet.tasks ? { body: asking(index) } : {});
    const { source } = one;
    return index < PAGE_ALONE
      ? { ...one, via: 'page' as const, source: { ...source, ids: source.ids.slice(0, 1) } }
      : one;
  });
  await receiveCapture(first.engine, mails);
  const meets = quiet.activities.kinds.includes('meeting') && quiet.activities.update !== undefined;
  world.meetings = meets ? MEETINGS : 0;
  if (meets) {
    const shown = Array.from({ length: MEETINGS }, (_, index) => world.meetingSeen(index, 5));
    await receiveCapture(first.engine, shown);
  }
  world.proposalIds = (await world.looker.proposals.toArray()).map(({ id }) => id);
  if (world.proposalIds.length !== MAILS + world.meetings)
    throw new Error(`only ${world.proposalIds.length} proposals`);
}

/** What a dead worker would have said nobody hears; that a disk is full is no bug of ours. */
function browserOf(life: WorkerLife, bugs: unknown[]): BrowserSide {
  const browser = new FakeBrowser();
  browser.bug = (what, error) => {
    if (!life.dead && !isFull(error)) bugs.push([what, error]);
  };
  return browser;
}

/** A dead worker's timers are dead too. */
function clockOf(life: WorkerLife, clock: FakeClock): Clock {
  const own = (cancel: () => void) => {
    life.death.then(cancel);
    return cancel;
  };
  const living = (run: () => void) => () => {
    if (!life.dead) run();
  };
  return {
    now: clock.now,
    timeZone: clock.timeZone,
    after: (ms, run) => own(clock.after(ms, living(run))),
    every: (ms, run) => own(clock.every(ms, living(run))),
  };
}

export function isFull(error: unknown): boolean {
  return error instanceof Error && /QuotaExceeded|disk is full/.test(`${error.name} ${error.message}`);
}
