import { asMeetings } from '@/utils/actions/as-meetings';
import type { Context } from '@/utils/actions/context';
import { readDriver } from '@/utils/actions/driver';
import { learnOwnAddresses, mayRead } from '@/utils/actions/gate-settings';
import { type How, keepMail } from '@/utils/actions/keep-mail';
import { readThreads, threadIdsOf } from '@/utils/actions/match-mail';
import { bySender, readMail, toMeeting } from '@/utils/actions/read-capture';
import { rematchNow } from '@/utils/actions/rematch-now';
import { readShownAnyway } from '@/utils/actions/show-anyway';
import type { Captured, PageCapture } from '@/utils/model/captured';
import type { Settings } from '@/utils/model/settings';
import type { Database } from '@/utils/store/database';
import { proposalsOnThreads, putProposal } from '@/utils/store/proposals';
import { getSettings } from '@/utils/store/settings';

/**
 * Takes in what a page showed: joins it with what is known, asks the gate's second step in memory, matches, proposes
 * and stores, several mails in one transaction. Resolves when it is stored. `heldId`: a held send whose undo window
 * is over. `handedOver`: the rep gave us these themselves, each on purpose.
 */
export async function receiveCapture(
  context: Context,
  captures: PageCapture[],
  { heldId, handedOver = false }: { heldId?: string; handedOver?: boolean } = {},
): Promise<void> {
  const { db, book } = context;
  const settings = await getSettings(db, book);
  const { gateOff } = await readDriver(context);
  const anyway = await readShownAnyway(context);
  const readable: PageCapture[] = [];
  for (const capture of captures) {
    if (await mayRead(context, settings, capture.source.site))
      readable.push(...(await asMeetings(db, capture)));
  }
  const accounts = readable.flatMap((capture) => capture.source.account ?? []);
  await learnOwnAddresses(context, [...new Set(accounts)]);
  const own = new Set([...settings.ownAddresses, ...accounts.map((account) => account.toLowerCase())]);
  const mails: Captured[] = [];
  // The gate sees the whole body once, layout and footer too; it is never stored.
  const bodies = new Map<Captured, string>();
  for (const capture of readable) {
    const mail =
      capture.kind === 'meeting'
        ? toMeeting(capture, context.now())
        : await readMail(db, bySender(capture, own));
    bodies.set(mail, capture.body.content);
    mails.push(mail);
  }
  mails.sort((a, b) => a.sentAt - b.sentAt);

  // A strict transaction costs a write to the disk, so a mail has none of its own; and a click that arrives meanwhile
  // does not wait for a whole thread.
  const keep = (part: Captured[], round: How['round'], last: boolean): Promise<Captured[]> =>
    db.transaction('rw', db.tables, async () => {
      const settingsNow = await getSettings(db, book);
      if (heldId !== undefined) await db.heldSends.delete(heldId);
      const again: Captured[] = [];
      const threads = readThreads(db);
      for (const mail of part) {
        const shownAnyway = mail.source.ids.some((id) => anyway.has(id));
        const wholeText = bodies.get(mail) ?? mail.text;
        const how = { gateOff, shownAnyway, handedOver, round, wholeText, threads };
        const kept = await keepMail(context, settingsNow, mail, how);
        if (kept === 'again') again.push(mail);
      }
      if (last) await reweighThreads(db, settingsNow, [...new Set(mails.flatMap(threadIdsOf))]);
      return again;
    });
  const again: Captured[] = [];
  for (let at = 0; at < mails.length; at += AT_ONCE) {
    const part = mails.slice(at, at + AT_ONCE);
    again.push(...(await keep(part, 'first', again.length === 0 && at + AT_ONCE >= mails.length)));
  }
  if (again.length > 0) await keep(again, 'last', true);
  // A meeting is proposed when it has ended: somebody has to look at the clock.
  if (mails.some(({ kind }) => kind === 'meeting')) context.nudge();
}

/** Mails of one transaction. */
const AT_ONCE = 10;

/** A later mail shows whose thread it is: quiet rows of the same thread then count. */
async function reweighThreads(db: Database, settings: Settings, threadIds: string[]): Promise<void> {
  if (threadIds.length === 0) return;
  const threads = readThreads(db);
  for (const proposal of await proposalsOnThreads(db, threadIds)) {
    if (proposal.weight !== 'quiet' || proposal.status.state !== 'open') continue;
    const now = await rematchNow(db, settings, proposal, threads);
    if (now.weight === 'counted') await putProposal(db, now);
  }
}
