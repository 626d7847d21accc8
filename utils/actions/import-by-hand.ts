import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { readText } from '@/utils/files/pasted-text';
import type { ReadFile } from '@/utils/model/by-hand';
import type { PageCapture, Person } from '@/utils/model/captured';
import type { ImportProblem, IntentAnswer } from '@/utils/model/messages';
import type { Database } from '@/utils/store/database';
import { proposalsWithIds } from '@/utils/store/proposals';
import { refusedWithIds } from '@/utils/store/refused';
import { getSettings } from '@/utils/store/settings';

/**
 * Proposes what is in files that the rep handed over. What they gave us alone (one mail, one meeting) is proposed
 * whatever the gate holds of it, except for their own never-log list. Answers with the proposals, new and known ones, and
 * says which files gave none; where no file gave any, with the first one's problem.
 */
export async function importFiles(context: Context, files: readonly ReadFile[]): Promise<IntentAnswer> {
  const proposalIds = new Set<string>();
  const notImported: { name: string; problem: ImportProblem }[] = [];
  for (const { name, captures, problem: unread, onPurpose } of files) {
    const taken = unread ? { code: unread, args: [] } : await take(context, captures, onPurpose);
    if (Array.isArray(taken)) for (const id of taken) proposalIds.add(id);
    else notImported.push({ name, problem: taken });
  }
  const [first] = notImported;
  if (proposalIds.size === 0 && first) return { ok: false, problem: first.problem };
  return {
    ok: true,
    proposalIds: [...proposalIds].slice(0, 500),
    ...(notImported.length > 0 ? { notImported: notImported.slice(0, 10) } : {}),
  };
}

/** Proposes the mail whose text the rep pasted or selected; `from`: whom they named when nobody was found in it. */
export async function importText(context: Context, text: string, from?: Person): Promise<IntentAnswer> {
  const { ownAddresses } = await getSettings(context.db, context.book);
  const situation = { own: ownAddresses, timeZone: context.timeZone(), now: context.now() };
  const read = await readText(text, situation, from);
  if (!read.ok) return problem(read.problem);
  const taken = await take(context, read.captures, read.onPurpose);
  return Array.isArray(taken) ? { ok: true, proposalIds: taken } : { ok: false, problem: taken };
}

async function take(
  context: Context,
  captures: readonly PageCapture[],
  onPurpose: boolean,
): Promise<string[] | ImportProblem> {
  const { db } = context;
  // A file's own words about where it comes from count for nothing here.
  const ours = captures.filter(({ source }) => source.site === 'by-hand');
  if (ours.length === 0) return { code: 'file-empty', args: [] };
  const placed = await Promise.all(ours.map((capture) => onKnownThreads(db, capture)));
  await receiveCapture(context, placed, { handedOver: onPurpose });
  const ids = placed.flatMap(({ source }) => source.ids);
  const found = await proposalsWithIds(db, ids);
  if (found.length > 0) return found.map(({ id }) => id).slice(0, 500);
  const [refused] = await refusedWithIds(db, ids);
  return { code: 'import-refused', args: refused ? [refused.reason] : [] };
}

/** A saved mail names the mails before it; where one of them is known from a page, it is on that one's thread. */
async function onKnownThreads(db: Database, capture: PageCapture): Promise<PageCapture> {
  if (capture.kind !== 'email') return capture;
  const { source } = capture;
  const known = await proposalsWithIds(db, [source.threadId, ...source.threadIds]);
  const threadIds = [...new Set([...known.flatMap((proposal) => proposal.threadIds), ...source.threadIds])];
  return { ...capture, source: { ...source, threadIds: threadIds.slice(0, 10) } };
}
