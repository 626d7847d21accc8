import { decideChange } from '@/utils/actions/change-logged';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { dismissProposals, restoreProposals } from '@/utils/actions/dismiss-proposal';
import { editProposal } from '@/utils/actions/edit-proposal';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { retryEntry } from '@/utils/actions/retry-entry';
import { undoLog } from '@/utils/actions/undo-log';
import type { IntentAnswer } from '@/utils/model/messages';
import type { FuzzedCrm, FuzzedWorld } from '../crm/fakes/registry';
import { settle } from '../sync/fake-clock';
import { type Colleague, colleagueComesBack, raceWith } from './colleague';
import { type Happening, type Happenings, mustHappen } from './happenings';
import { type Random, seeded } from './seeded';
import { troubles, unheard } from './troubles';
import { type Counts, judge } from './verdict';
import { isFull, makeWorld, type Worker } from './world';

const STEPS = 80;
const HOUR = 3_600_000;

export interface Outcome extends Counts {
  /** Entries that stood in the outbox. */
  entries: number;
  /** Workers that died. */
  kills: number;
  /** Answers lost to what the server had carried out. */
  lostAnswers: number;
  /** How often each thing happened. */
  happened: Happenings['counts'];
  /** What must have happened in a hundred seeds. */
  must: Happening[];
  /** What is wrong in the end, in words. Empty where all is well. */
  wrong: string[];
  /** What happened, in words. */
  history: string[];
}

/**
 * Confirms, edits, dismisses, undoes, drains and dies at random, with two workers, a colleague and a CRM on a bad day;
 * then all is calm. Everything on the way is real: engine, ledger, `http`, connector; only the server is a fake.
 */
export async function fuzz(seed: number, make: (world: FuzzedWorld) => FuzzedCrm): Promise<Outcome> {
  const random = seeded(seed);
  // Mostly where it hurts.
  const trouble = (write: boolean, halvable: boolean) => {
    if (halvable && random.next() < 0.2) return 'half-then-fail';
    if (world.racing && write) return random.next() < 0.6 ? random.pick(unheard) : 'none';
    return random.next() < (write ? 0.5 : 0.1) ? random.pick(troubles) : 'none';
  };
  const world = await makeWorld(make, random, trouble);
  const colleague: Colleague = {
    logged: new Set(),
    unheard: new Map(),
    looksAgain: new Map(),
    either: new Set(),
  };
  const saw = (what: Happening) => world.happenings.saw(what);
  const entries = new Set<string>();
  const note = (line: string) => world.history.push(line);
  /** What a worker does until it dies; its last words are not heard. */
  const lifeOf = ({ life }: Worker, work: Promise<unknown>): Promise<unknown> =>
    work.catch((error) => {
      if (!life.dead && !isFull(error)) world.bugs.push(['act', error]);
    });
  const askRep = async (worker: Worker) => {
    for (const entry of await world.looker.outbox.where('status.state').equals('needs-person').toArray())
      await lifeOf(worker, retryEntry(worker.engine, entry.id));
  };
  const noteEntries = async () => {
    for (const id of await world.looker.outbox.toCollection().primaryKeys()) entries.add(String(id));
  };
  const settled = async () => {
    for (let turn = 0; turn < 500 && world.network.inFlight > 0; turn += 1) await settle(1);
  };

  const done = async (what: Happening, doing: Promise<IntentAnswer>) => {
    if ('ok' in (await doing)) saw(what);
  };
  const act = ({ engine }: Worker): Promise<unknown> => {
    const id = random.pick(world.proposalIds);
    const on = (doing: string) => note(`the rep ${doing} ${world.proposalIds.indexOf(id)}`);
    const text = `Step ${world.proposalIds.indexOf(id)}-${random.below(100)}`;
    switch (random.below(world.meetings > 0 ? 13 : 10)) {
      case 0:
      case 1:
      case 2:
        on('confirms');
        return done(
          'confirm',
          confirmProposals(engine, random.next() < 0.7 ? [id] : [id, ...some(random, world.proposalIds)]),
        );
      case 3:
      case 4:
        on('takes back');
        return done('undo', undoLog(engine, [id]));
      case 5:
        on('edits');
        return done('edit', editProposal(engine, id, { subject: `Edited ${random.below(100)}` }));
      case 6:
        on('sets the next step of');
        return done(
          'next-step',
          editProposal(engine, id, {
            nextStep: world.quiet.tasks && random.next() < 0.7 ? { text, due: '2026-12-01' } : null,
          }),
        );
      case 7:
        on('dismisses');
        return done('dismiss', dismissProposals(engine, [id]));
      case 8:
      case 9:
        on('restores');
        return done('restore', restoreProposals(engine, [id]));
      case 10:
        return done(
          'meeting-moves',
          decideChange(engine, world.proposalIds, random.pick(['take', 'take', 'leave', 'undo'])),
        );
      default:
        return receiveCapture(engine, [
          world.meetingSeen(random.below(world.meetings), 2 + random.below(30)),
        ]);
    }
  };

  for (let step = 0; step < STEPS; step += 1) {
    world.bury();
    const worker = random.pick(world.workers);
    const what = random.below(14);
    note(`step ${step} at ${new Date(world.clock.now()).toISOString()}`);
    // Neither lasts: somebody makes room, somebody signs in again.
    if (random.next() < 0.4) world.disk.full = false;
    if (random.next() < 0.4) world.network.signedOut = false;
    if (what <= 5) {
      // Not waited for to the end: the next step may overtake it.
      const acting = lifeOf(worker, act(worker));
      await (random.next() < 0.3 ? settle(random.below(6)) : acting);
    } else if (what === 6) worker.life.killAfter = random.below(60);
    else if (what === 7) await world.clock.advance(random.below(15_000), world.rest);
    else if (what === 8 || what === 9) {
      await world.clock.advance(random.below(120_000), world.rest);
      if (random.next() < 0.5) await askRep(worker);
      for (const { engine } of world.workers) engine.nudge();
      saw('two-workers');
      await settle(random.below(150));
    } else if (what === 10) {
      world.network.signedOut = random.next() < 0.5;
      await askRep(worker);
    } else if (what === 11) world.disk.full = true;
    else if (what === 12) {
      if (random.next() < 0.4) {
        // A clock is set by hand, or a machine wakes up: nothing is on its way at that moment.
        await settled();
        for (const late of [...world.network.later]) await late();
        const hours = random.pick([-26, -2, 2, 50]);
        world.clock.time += hours * HOUR;
        saw(hours < 0 ? 'clock-back' : 'clock-forward');
      }
      for (const { engine } of world.workers) engine.nudge();
    } else {
      await raceWith(world, colleague, random.pick(world.proposalIds), random);
    }
    await noteEntries();
  }

  world.calm = true;
  world.network.signedOut = false;
  world.disk.full = false;
  for (const late of [...world.network.later]) await late();
  // The one comes back before the other, or after.
  const first = random.next() < 0.5;
  if (first) await colleagueComesBack(world, colleague);
  let mirrored = false;
  // Longer than any clock was set back: a CRM's "not before" is kept, however wrong the clock made it.
  for (let round = 0; round < 40; round += 1) {
    world.bury();
    for (const { life } of world.workers) life.killAfter = undefined;
    const [worker] = world.workers;
    if (!worker) break;
    await askRep(worker);
    await world.idle();
    await world.clock.advance(HOUR, async () => {
      await world.rest();
      await world.idle();
    });
    for (const { engine } of world.workers) engine.nudge();
    await world.idle();
    const open = await world.looker.outbox.filter((entry) => entry.status.state !== 'done').count();
    if (open > 0) continue;
    if (mirrored) break;
    // The mirror's next delta shows what could be seen only late.
    worker.engine.syncSoon();
    await world.idle();
    mirrored = true;
  }
  await noteEntries();
  if (!first) await colleagueComesBack(world, colleague);

  world.crm.catchUp?.();
  const { wrong, ...counts } = await judge(world, colleague);
  const { kills, network } = world;
  await world.close();
  return {
    entries: entries.size,
    kills,
    lostAnswers: network.lostAnswers,
    ...counts,
    happened: world.happenings.counts,
    must: mustHappen(world.crm, { tasks: world.quiet.tasks !== undefined, meetings: world.meetings > 0 }),
    wrong,
    history: world.history,
  };
}

function some(random: Random, ids: string[]): string[] {
  return Array.from({ length: 1 + random.below(3) }, () => random.pick(ids));
}
