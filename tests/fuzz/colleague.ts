import { confirmProposals } from '@/utils/actions/confirm-proposal';
import type { ActivityToLog } from '@/utils/crm/connector';
import { settle } from '../sync/fake-clock';
import type { Random } from './seeded';
import { entryOf } from './verdict';
import type { World } from './world';

/** When the colleague writes, beside the rep's own request; the last two where what is written can be seen late. */
const moments = ['before', 'after', 'within', 'around'] as const;

/** What a colleague did meanwhile. */
export interface Colleague {
  /** Logged by the colleague, whose record it is: it stays, whatever the rep does. */
  logged: Set<string>;
  /** Written by a browser of the colleague's that died before it heard what became of it. */
  unheard: Map<string, ActivityToLog>;
  /** Logged by the colleague while a record of the rep's could not be seen: their mirror tells them to look again. */
  looksAgain: Map<string, ActivityToLog>;
  /** Logged by the colleague where the CRM does not tell whose a record is: it may stay, and it may go. */
  either: Set<string>;
}

/**
 * The rep's worker and a colleague's log at the same moment, and either may die, or never hear the answer, between
 * creating its record and looking for the other's.
 */
export async function raceWith(
  world: World,
  colleague: Colleague,
  id: string,
  random: Random,
): Promise<void> {
  const [worker] = world.workers;
  if (worker && !worker.life.dead && !world.disk.full)
    await confirmProposals(worker.engine, [id]).catch(() => undefined);
  // The undo time is over: both look for it now.
  await world.clock.advance(11_000, async () => {});
  const dies = random.next() < 0.3;
  const entry = await colleagueLooks(world, colleague, id);
  if (!entry) return;
  const write = () => colleagueLogs(world, colleague, id, entry, dies);
  world.racing = true;
  world.raced = entry;
  // Both have looked and seen nothing: the colleague writes just before us, just after us, within ours, around it, or by
  // itself.
  const { network, crm } = world;
  const when = random.pick(crm.begin ? moments : moments.slice(0, 2));
  const sendOurs = async () => {
    for (const { engine } of world.workers) engine.nudge();
    await settle(20 + random.below(150));
  };
  if (when === 'around') {
    network.withinColleague = async () => {
      // Whose answer is lost looks anyhow: this is for who heard it.
      world.calm = true;
      await sendOurs();
      world.calm = false;
    };
    await write();
    network.withinColleague = undefined;
  } else if (crm.server) network.meanwhile = { when, run: write };
  await sendOurs();
  if (world.network.meanwhile || !world.crm.server) {
    world.network.meanwhile = undefined;
    await write();
  }
  world.racing = false;
}

/** What the colleague is about to log on a device of their own, by the same connector; undefined: it is there. */
async function colleagueLooks(
  world: World,
  colleague: Colleague,
  id: string,
): Promise<ActivityToLog | undefined> {
  const proposal = await world.looker.proposals.get(id);
  if (proposal?.status.state !== 'open' && proposal?.status.state !== 'confirmed') return;
  if (colleague.logged.has(id) || colleague.unheard.has(id) || colleague.either.has(id)) return;
  const entry = entryOf(world, proposal);
  return (await world.colleague.activities.findByAliases([entry])).size > 0 ? undefined : entry;
}

async function colleagueLogs(
  world: World,
  colleague: Colleague,
  id: string,
  entry: ActivityToLog,
  dies: boolean,
): Promise<void> {
  const work = () => world.colleague.activities.log([entry]).catch(() => []);
  const [answer] = await world.network.asColleague(dies, work);
  world.history.push(`the colleague, of ${world.proposalIds.indexOf(id)}: ${JSON.stringify(answer)}`);
  if (!answer || 'fault' in answer) {
    colleague.unheard.set(id, entry);
    if (world.crm.saysWhose === false) colleague.either.add(id);
    return;
  }
  if (!answer.created) world.happenings.saw('colleague-logs-too');
  else {
    if (world.crm.saysWhose === false) colleague.either.add(id);
    else {
      colleague.logged.add(id);
      if (world.crm.begin) colleague.looksAgain.set(id, entry);
    }
    world.happenings.saw('colleague-logs');
  }
  if ((await world.crm.count(entry)) > 1) world.happenings.saw('two-records');
}

/** What a dead browser of the colleague's sent is looked for by the next one, as the engine does it. */
export async function colleagueComesBack(
  { colleague: session, crm, history }: World,
  colleague: Colleague,
): Promise<void> {
  const { activities } = session;
  for (const [id, entry] of colleague.unheard) {
    // A CRM that takes one alone needs no looking back.
    const there = (await activities.readBack?.([entry]))?.get(entry.key);
    history.push(`the colleague comes back to ${entry.activity.subject}: ${JSON.stringify(there)}`);
    // Where the CRM does not tell whose it is, "created" may be said of the rep's, who may take it back.
    if (there?.created && crm.saysWhose !== false) colleague.logged.add(id);
  }
  colleague.unheard.clear();
  for (const [id, entry] of colleague.looksAgain) {
    const there = (await activities.readBack?.([entry]))?.get(entry.key);
    history.push(`the colleague looks again for ${entry.activity.subject}: ${JSON.stringify(there)}`);
    if (there?.created === false) colleague.logged.delete(id);
  }
  colleague.looksAgain.clear();
}
