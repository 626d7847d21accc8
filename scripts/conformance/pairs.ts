import type { ActivityToLog, CrmSession, Logged } from '@/utils/crm/connector';
import type { ActivityKind } from '@/utils/model/activity';
import { call, type Harness, mail, meeting } from '../../tests/crm/contract';

const entryOf = { email: mail, meeting, call } as const;

/** What became of pairs: two people who log the same entry at the same moment. */
interface Pairs {
  kind: ActivityKind;
  pairs: number;
  /** Entries for which the CRM holds another number of records than one, once nobody tries any more. */
  doubled: number;
  /** Entries that the two know under different records, or that both or neither made. */
  disagreed: number;
  /** Pairs in which an answer was lost and somebody came back. */
  cameBack: number;
  /** Milliseconds a pair. */
  ms: number;
}

/**
 * Every second pair loses an answer; whoever did not hear comes back as the engine does: looks what stands, and logs
 * where nothing does.
 */
export async function racePairs(
  h: Harness,
  contactId: string,
  kind: ActivityKind,
  pairs: number,
): Promise<Pairs> {
  const people = [h.session(), h.colleague()] as const;
  await Promise.all(people.map((session) => session.whoAmI()));
  const result: Pairs = { kind, pairs, doubled: 0, disagreed: 0, cameBack: 0, ms: 0 };
  const began = performance.now();
  for (let pair = 0; pair < pairs; pair += 1) {
    const entry = entryOf[kind](h, contactId);
    if (pair % 2 === 1) h.trouble?.loseAnswer();
    const heard = await Promise.all(people.map((session) => logOnce(session, entry)));
    h.trouble?.calm();
    const known: Logged[] = [];
    for (const [index, logged] of heard.entries()) {
      if (!logged) result.cameBack += 1;
      const back = index === 0 ? h.session() : h.colleague();
      const settled = logged ?? (await comeBack(back, entry));
      if (settled) known.push(settled);
    }
    if ((await h.count(entry)) !== 1) result.doubled += 1;
    const one = known.length === 2 && known[0]?.remoteId === known[1]?.remoteId;
    if (!one || known.filter(({ created }) => created).length !== 1) result.disagreed += 1;
  }
  return { ...result, ms: Math.round((performance.now() - began) / pairs) };
}

async function logOnce(session: CrmSession, entry: ActivityToLog): Promise<Logged | undefined> {
  const [answer] = await session.activities.log([entry]).catch(() => []);
  return answer && 'remoteId' in answer ? answer : undefined;
}

async function comeBack(session: CrmSession, entry: ActivityToLog): Promise<Logged | undefined> {
  const there = (await session.activities.readBack?.([entry]))?.get(entry.key);
  if (there) return there;
  const found = (await session.activities.findByAliases([entry])).get(entry.key);
  return found === undefined ? logOnce(session, entry) : { remoteId: found, created: false };
}
