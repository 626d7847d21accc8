import Dexie from 'dexie';
import { decideChange } from '@/utils/actions/change-logged';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { dismissProposals, restoreProposals } from '@/utils/actions/dismiss-proposal';
import { editProposal } from '@/utils/actions/edit-proposal';
import type { Engine, makeContext as MakeContext } from '@/utils/actions/make-context';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { retryEntry } from '@/utils/actions/retry-entry';
import { undoLog } from '@/utils/actions/undo-log';
import { updateSettings } from '@/utils/store/settings';
import { nextStepKey } from '@/utils/sync/key';
import { FakeBrowser } from './fake-browser';
import { FakeClock, settle } from './fake-clock';
import { FakeCrm, type Trouble } from './fake-crm';
import { asking, mail } from './mails';
import { meeting, START } from './meetings';
import { MortalDatabase } from './mortal-database';

const ACCOUNT = 'fake|crm.example|sales';
const MAILS = 6;
const MEETINGS = 2;
const STEPS = 70;

/** A small generator with a seed (mulberry32), so that a failing run can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Worker {
  name: string;
  mortal: MortalDatabase;
  engine: Engine;
}

/**
 * Confirms, edits, dismisses, undoes, drains and dies at random, with two workers and a CRM on a bad day; then all is
 * calm. Every mail has a next step, so every log has a task beside it. Gives what is wrong in the end, or an empty list.
 */
export async function fuzz(
  seed: number,
  makeContext: typeof MakeContext,
  change: (crm: FakeCrm) => void = () => {},
): Promise<string[]> {
  const random = seeded(seed);
  const below = (most: number) => Math.floor(random() * most);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const name = `fuzz-${seed}-${Math.floor(performance.now() * 1000)}`;
  const clock = new FakeClock();
  const browser = new FakeBrowser();
  const crm = new FakeCrm();
  const workers: Worker[] = [];
  let born = 0;
  let calm = false;
  const history: string[] = [];

  const bear = (): Worker => {
    born += 1;
    const mortal = new MortalDatabase(name);
    const own = `w${born}`;
    const seen = new FakeBrowser();
    seen.bug = (what, error) => {
      // What a dead worker would have said nobody hears.
      if (!mortal.dead) browser.bug(what, error);
    };
    const engine = makeContext({
      book: 'real',
      db: mortal.db,
      browser: seen,
      clock,
      random,
      wakeAt: () => {},
      changed: () => {},
      open: async () => crm.session(own, () => !mortal.dead),
    });
    return { name: own, mortal, engine };
  };
  const rest = async () => {
    await settle(4);
  };
  const idle = async () => {
    await Promise.all(workers.map(({ engine, mortal }) => Promise.race([engine.idle(), mortal.death])));
  };
  const lives = () => {
    for (const [at, worker] of workers.entries()) if (worker.mortal.dead) workers[at] = bear();
  };
  crm.kill = (dying) => workers.find((worker) => worker.name === dying)?.mortal.kill();
  crm.travel = async () => {
    await settle(calm ? 0 : below(8));
  };
  const troubles: Trouble[] = [
    'lose-answer',
    'commit-then-fail',
    'slow-down',
    'offline',
    'refused',
    'not-understood',
    'kill-before',
    'kill-after',
    'late',
  ];
  crm.trouble = (what) => {
    const trouble = calm || random() < 0.6 ? 'none' : pick(troubles);
    // A CRM that carries out an old change after a newer one cannot be told apart from one that was asked so.
    return trouble === 'late' && what === 'update' ? 'lose-answer' : trouble;
  };
  change(crm);

  workers.push(bear());
  const first = workers[0];
  if (!first) throw new Error('no worker');
  await updateSettings(first.mortal.db, 'real', (settings) => ({
    ...settings,
    consent: { version: 1, at: clock.now(), sites: ['gmail'] },
    crm: { connector: 'fake', account: ACCOUNT, settings: {}, userName: '', connectedAt: clock.now() },
  }));
  await first.mortal.db.contacts.put({
    crm: ACCOUNT,
    id: 'c-anna',
    name: 'Anna Kunde',
    addresses: ['anna@kunde.example'],
    lookup: ['anna@kunde.example'],
    phones: [],
    updatedAt: clock.now(),
  });
  await receiveCapture(
    first.engine,
    Array.from({ length: MAILS }, (_, index) => mail(index, { body: asking(index) })),
  );
  /** As an invitation in the mailbox shows it, this many hours ago. */
  const seen = (number: number, hours: number) => {
    const each = meeting(number, { sentAt: START - hours * 3_600_000 });
    return { ...each, source: { ...each.source, site: 'gmail' as const } };
  };
  await receiveCapture(
    first.engine,
    Array.from({ length: MEETINGS }, (_, index) => seen(index, 5)),
  );
  const looker = new MortalDatabase(name).db;
  const ids = (await looker.proposals.toArray()).map((proposal) => proposal.id);
  if (ids.length !== MAILS + MEETINGS) return [`only ${ids.length} proposals`];
  workers.push(bear());

  const colleagues = new Set<string>();
  const act = async ({ engine }: Worker): Promise<unknown> => {
    const id = pick(ids);
    switch (below(13)) {
      case 0:
      case 1:
      case 2:
        return confirmProposals(engine, random() < 0.8 ? [id] : [id, pick(ids)]);
      case 3:
      case 4:
        return undoLog(engine, [id]);
      case 5:
        return editProposal(engine, id, { subject: `Edited ${below(100)}` });
      case 6:
        return editProposal(engine, id, { nextStep: { text: `Step ${below(100)}`, due: '2026-12-01' } });
      case 7:
        return editProposal(engine, id, { nextStep: null });
      case 8:
        return dismissProposals(engine, [id]);
      case 9:
      case 10:
        return receiveCapture(engine, [seen(below(MEETINGS), 2 + below(30))]);
      case 11:
        return decideChange(engine, ids, pick(['take', 'take', 'leave', 'undo']));
      default:
        return restoreProposals(engine, [id]);
    }
  };
  const colleagueLogs = async () => {
    const proposal = await looker.proposals.get(pick(ids));
    if (proposal?.status.state !== 'open' || colleagues.has(proposal.id)) return;
    const waiting = await looker.outbox.filter((entry) => entry.status.state !== 'done').toArray();
    const busy = waiting.some((entry) => 'proposalId' in entry.job && entry.job.proposalId === proposal.id);
    if (busy || crm.find(proposal.aliases) || crm.later.length > 0) return;
    colleagues.add(proposal.id);
    crm.put(proposal, 'colleague');
  };
  /** What a worker does until it dies; its last words are not heard. */
  const lifeOf = ({ mortal }: Worker, doing: Promise<unknown>): Promise<unknown> =>
    doing.catch((error) => {
      if (!mortal.dead) browser.bug('act', error);
    });
  const askRep = async (worker: Worker) => {
    for (const entry of await looker.outbox.where('status.state').equals('needs-person').toArray()) {
      await lifeOf(worker, retryEntry(worker.engine, entry.id));
    }
  };

  for (let step = 0; step < STEPS; step += 1) {
    lives();
    const worker = pick(workers);
    const what = below(10);
    history.push(`${step}:${what}`);
    if (what <= 4) {
      // Not waited for to the end: the next step may overtake it.
      const acting = lifeOf(worker, act(worker));
      await (random() < 0.3 ? settle(below(6)) : acting);
    } else if (what === 5) worker.mortal.killAfter = below(40);
    else if (what === 6) await clock.advance(below(15_000), rest);
    else if (what === 7) {
      await clock.advance(below(120_000), rest);
      for (const late of crm.later.splice(0)) late();
      for (const { engine } of workers) engine.nudge();
    } else if (what === 8) {
      crm.signedOut = random() < 0.3;
      await askRep(worker);
    } else if (random() < 0.5) await colleagueLogs();
    else for (const { engine } of workers) engine.nudge();
  }

  calm = true;
  crm.signedOut = false;
  await clock.advance(1_000, rest);
  for (const late of crm.later.splice(0)) late();
  for (let round = 0; round < 20; round += 1) {
    lives();
    for (const { mortal } of workers) mortal.killAfter = undefined;
    const [worker] = workers;
    if (!worker) break;
    await askRep(worker);
    await idle();
    await clock.advance(40 * 60_000, async () => {
      await rest();
      await idle();
    });
    for (const { engine } of workers) engine.nudge();
    await idle();
    const open = await looker.outbox.filter((entry) => entry.status.state !== 'done').count();
    if (open === 0) break;
  }

  const wrong: string[] = [];
  let steps = 0;
  const left = await looker.outbox.filter((entry) => entry.status.state !== 'done').toArray();
  for (const entry of left) wrong.push(`still ${entry.status.state}: ${entry.job.op}`);
  for (const proposal of await looker.proposals.toArray()) {
    const { state } = proposal.status;
    const records = [...crm.records.values()].filter((record) =>
      record.aliases.some((alias) => proposal.aliases.includes(alias)),
    );
    const expected = state === 'logged' || colleagues.has(proposal.id) ? 1 : 0;
    if (records.length !== expected)
      wrong.push(`${proposal.captured.subject} ${state}: ${records.length} records`);
    if (state === 'confirmed') wrong.push(`${proposal.captured.subject} is not logged`);
    const [only] = records;
    if (state === 'logged' && only?.by === 'us' && only.activity.subject !== proposal.activity.subject) {
      wrong.push(`${proposal.captured.subject} was logged as "${only.activity.subject}"`);
    }
    if (state === 'logged' && only?.by === 'us' && only.activity.at !== proposal.activity.at) {
      wrong.push(`${proposal.captured.subject} is at ${only.activity.at}, not ${proposal.activity.at}`);
    }
    const entries = await looker.outbox.where('aliases').anyOf(proposal.aliases).toArray();
    const log = entries.find((entry) => entry.job.op === 'log-activity');
    const tasks = [...crm.tasks.values()].filter(
      (task) => log && crm.taskKeys.get(task.id) === nextStepKey(log.key),
    );
    const step = state === 'logged' && log ? proposal.activity.nextStep : undefined;
    if (
      tasks.map((task) => `${task.title} ${task.dueDate}`).join() !==
      (step ? `${step.text} ${step.due ?? undefined}` : '')
    )
      wrong.push(
        `${proposal.captured.subject} ${state}: ${tasks.length} task records, ${JSON.stringify(tasks)}`,
      );
    steps += tasks.length;
  }
  if (crm.tasks.size !== steps) wrong.push(`${crm.tasks.size} task records, ${steps} of them wanted`);
  if (crm.records.size > MAILS + MEETINGS) wrong.push(`${crm.records.size} records`);
  if (browser.bugs.length > 0) wrong.push(`bugs: ${JSON.stringify(browser.bugs.map(String)).slice(0, 600)}`);
  for (const { mortal } of workers) mortal.db.close();
  looker.close();
  await Dexie.delete(name);
  return wrong.length > 0 ? [...wrong, `workers born: ${born}`, history.join(' ')] : [];
}
