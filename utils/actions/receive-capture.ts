import { asMeetings } from '@/utils/actions/as-meetings';
import type { Context } from '@/utils/actions/context';
import { readDriver } from '@/utils/actions/driver';
import { learnOwnAddresses, mayRead } from '@/utils/actions/gate-settings';
import { joinMail } from '@/utils/actions/join-mail';
import { joinMeeting } from '@/utils/actions/join-meeting';
import { type Judged, judge, readThreads, type Threads, threadIdsOf } from '@/utils/actions/match-mail';
import { keepRefused } from '@/utils/actions/receive-refused';
import { rematchNow } from '@/utils/actions/rematch-now';
import { readShownAnyway, rememberOverruled } from '@/utils/actions/show-anyway';
import { signatureOf } from '@/utils/contacts/signature-of';
import { mergeTurn, turnFromCapture } from '@/utils/follow-ups/waiting';
import type {
  Captured,
  CapturedMeeting,
  PageCapture,
  PageEmail,
  PageMeeting,
  Site,
} from '@/utils/model/captured';
import type { Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { mayKeep } from '@/utils/privacy/may-keep';
import { heldAddresses } from '@/utils/privacy/overrule';
import { propose } from '@/utils/proposals/propose';
import { withoutJoining } from '@/utils/proposals/read-meeting';
import { loggedIn } from '@/utils/store/contacts';
import type { Database } from '@/utils/store/database';
import { heldWithIds } from '@/utils/store/held-sends';
import { doneLogOf } from '@/utils/store/outbox';
import { proposalsOnThreads, proposalsWithIds, putProposal } from '@/utils/store/proposals';
import { dropRefused } from '@/utils/store/refused';
import { getSettings } from '@/utils/store/settings';
import { replaceTurns, turnsOfThreads } from '@/utils/store/turns';
import { recordAliases } from '@/utils/sync/key';
import { withoutSeries } from '@/utils/understand/meeting-id';
import { readOwnWords, wholeText } from '@/utils/understand/own-words';

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
  const keep = (part: Captured[], round: Round['round'], last: boolean): Promise<Captured[]> =>
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

/** Free mail is asked twice: a later mail of the same batch may show that its thread is a customer's. */
interface Round {
  round: 'first' | 'last';
}

/** In the copy of a second account the rep's own mail looks like one received: a page knows its own account alone. */
function bySender(capture: PageEmail, own: ReadonlySet<string>): PageEmail {
  return own.has(capture.from.address) ? { ...capture, direction: 'sent' } : capture;
}

/** What the worker keeps of a mail: its sender's own words, not its markup, and what their signature says of them. */
export function toCaptured(capture: PageCapture): Captured {
  const { body, ...rest } = capture;
  const signature = rest.direction === 'received' ? signatureOf(body, rest.from) : null;
  const { text, replies } = readOwnWords(body);
  return {
    ...rest,
    text,
    ...(signature ? { signature } : {}),
    ...(replies.length > 0 ? { replies } : {}),
  };
}

/** Calendars show a meeting as it is now; mails and files as somebody wrote it down. */
const calendars = new Set<Site>(['google-calendar', 'outlook-calendar']);

/** What the worker keeps of a meeting: its description without how to join it. */
export function toMeeting(capture: PageMeeting, now: number): CapturedMeeting {
  const { body, meeting, source, ...rest } = capture;
  const asOf = meeting.asOf ?? (calendars.has(source.site) ? now : undefined);
  return {
    ...rest,
    source: { ...source, ids: withoutSeries(source.ids) },
    meeting: { ...meeting, ...(asOf === undefined ? {} : { asOf }) },
    text: withoutJoining(wholeText(body)),
  };
}

async function readMail(db: Database, capture: PageEmail): Promise<Captured> {
  return (await knownMail(db, capture)) ?? toCaptured(capture);
}

/** A thread is opened again and again: what is known from the wire already is not read out of its markup anew. */
async function knownMail(db: Database, capture: PageEmail): Promise<Captured | undefined> {
  const [known] = await proposalsWithIds(db, capture.source.ids);
  if (!known || (known.captured.via === 'page' && capture.via === 'wire')) return undefined;
  if (known.captured.direction !== capture.direction) return undefined;
  return { ...known.captured, source: capture.source };
}

async function keepMail(
  context: Context,
  settings: Settings,
  mail: Captured,
  how: Round & {
    gateOff: boolean;
    shownAnyway: boolean;
    handedOver: boolean;
    wholeText: string;
    threads: Threads;
  },
): Promise<'kept' | 'again'> {
  const { db } = context;
  // Gmail shows a reply while it can still be taken back: it waits for its release.
  if ((await heldWithIds(db, mail.source.ids)).length > 0) return 'kept';

  const { threads } = how;
  const judged = await judge(db, settings, mail, threads);
  const known = await proposalsWithIds(db, mail.source.ids);
  const joined = known.filter(({ captured }) => captured.kind === mail.kind);
  const gate = (captured: Captured, handedOver = false) =>
    mayKeep(captured, {
      handedOver,
      knownAddresses: judged.knownAddresses,
      customerThread: judged.circumstances.customerThread,
      own: judged.own,
      neverLog: settings.neverLog,
      overruled: settings.overruled ?? [],
      wholeText: how.wholeText,
      now: context.now(),
    });
  if (mail.kind === 'meeting' && joined.length > 0) {
    await joinMeeting(context, settings, {
      joined,
      captured: mail,
      circumstances: judged.circumstances,
      shownAnyway: how.shownAnyway,
      gate: (captured) => (how.gateOff ? null : gate(captured)),
    });
    threads.changed(mail);
    return 'kept';
  }
  if (joined.length > 0) {
    const proposal = await joinMail(context, settings, joined, judged, threads);
    threads.changed(mail);
    await keepTurn(context, judged, proposal);
    return 'kept';
  }

  if (!how.gateOff) {
    const refusal = gate(mail, how.handedOver);
    if (refusal && how.shownAnyway) {
      await rememberOverruled(context, refusal.reason, heldAddresses(mail, judged.own));
    } else if (refusal?.reason === 'free-mail' && how.round === 'first') {
      return 'again';
    } else if (refusal) {
      await keepRefused(context, mail.source.site, mail.source.ids, refusal);
      return 'kept';
    }
  }

  const proposal = propose({
    id: context.newId(),
    captured: mail,
    match: judged.match,
    logText: settings.logText,
    now: context.now(),
    timeZone: context.timeZone(),
    contactUpdates: judged.contactUpdates,
    ...judged.circumstances,
    ...(how.shownAnyway || how.handedOver ? { shownAnyway: true } : {}),
  });
  const kept = await markLogged(context, settings, proposal);
  await putProposal(db, kept);
  threads.added(kept);
  await dropRefused(db, mail.source.ids);
  await keepTurn(context, judged, proposal);
  return 'kept';
}

/** Already in the CRM, by this entry's own earlier log or by somebody else's: shown as logged, not proposed again. */
async function markLogged(context: Context, settings: Settings, proposal: Proposal): Promise<Proposal> {
  const crm = settings.crm.account;
  const names = recordAliases(proposal.activity.kind, proposal.aliases);
  const ours = await doneLogOf(context.db, crm, names);
  const theirs = ours ? undefined : await loggedIn(context.db, crm, names);
  if (!ours && theirs === undefined) return proposal;
  const remoteId = ours?.status.state === 'done' ? ours.status.remoteId : theirs;
  return {
    ...proposal,
    because: [...proposal.because.slice(0, 9), { code: 'already-logged', args: [] }],
    status: {
      state: 'logged',
      loggedAt: context.now(),
      ...(ours ? { outboxId: ours.id } : {}),
      ...(remoteId === undefined ? {} : { remoteId }),
    },
  };
}

async function keepTurn(context: Context, judged: Judged, proposal: Proposal): Promise<void> {
  const { db } = context;
  const counted = proposal.weight === 'counted';
  const seen = turnFromCapture(judged.captured, judged.own, judged.match, { counted, asOf: context.now() });
  if (!seen) return;
  // Who only says thanks waits for nothing.
  const nothing = proposal.because.some(({ code }) => code === 'nothing-to-log');
  const turn = nothing ? { ...seen, doneAt: seen.lastAt } : seen;
  const old = await turnsOfThreads(db, threadIdsOf(judged.captured));
  const merged = old.reduce((so, next) => mergeTurn(next, so), turn);
  if (merged.customer) await replaceTurns(db, old, merged);
}

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
