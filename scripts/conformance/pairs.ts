import type { ActivityToLog, CrmSession, Logged } from '@/utils/crm/connector';
import type { ActivityKind } from '@/utils/model/activity';
import type { LoggedActivity } from '@/utils/model/contact';
import { call, type Harness, mail, meeting } from '../../tests/crm/contract';

const entryOf = { email: mail, meeting, call } as const;

/** What became of pairs: two people who log the same entry at the same moment. */
interface Pairs {
  kind: ActivityKind;
  pairs: number;
  /** Entries for which the CRM held another number of records than one, when both had been told that theirs is logged. */
  atFirst: number;
  /** The same once both have read their mirrors' delta and done what it asks for. */
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
  const result: Pairs = { kind, pairs, atFirst: 0, doubled: 0, disagreed: 0, cameBack: 0, ms: 0 };
  const cursors = await Promise.all(people.map(async (session) => (await recent(session, null)).cursor));
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
    if ((await h.count(entry)) !== 1) {
      result.atFirst += 1;
      for (const [index, logged] of known.entries()) {
        const session = index === 0 ? h.session() : h.colleague();
        known[index] = (await lookAgain(session, entry, logged, cursors[index] ?? null)) ?? logged;
      }
      if ((await h.count(entry)) !== 1) result.doubled += 1;
    }
    const one = known.length === 2 && known[0]?.remoteId === known[1]?.remoteId;
    if (!one || known.filter(({ created }) => created).length !== 1) result.disagreed += 1;
  }
  return { ...result, ms: Math.round((performance.now() - began) / pairs) };
}

/** As the engine does (utils/sync/other-record.ts): where the delta shows another record of what is ours, one more look. */
async function lookAgain(
  session: CrmSession,
  entry: ActivityToLog,
  { remoteId, created }: Logged,
  cursor: string | null,
): Promise<Logged | undefined> {
  const names = [entry.key, ...entry.aliases];
  const { items } = await recent(session, cursor);
  const others = items.filter(
    ({ id, aliases }) => id !== remoteId && aliases.some((each) => names.includes(each)),
  );
  if (!created || others.length === 0) return undefined;
  return (await session.activities.readBack?.([entry]))?.get(entry.key);
}

/** What was logged lately, and since `from`. */
async function recent({ activities }: CrmSession, from: string | null) {
  const items: LoggedActivity[] = [];
  let cursor = from;
  for (let page = 0; page < 1000; page += 1) {
    const changes = await activities.changedSince?.(cursor);
    if (!changes) break;
    items.push(...changes.items);
    cursor = changes.cursor;
    if (changes.complete) break;
  }
  return { items, cursor };
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
