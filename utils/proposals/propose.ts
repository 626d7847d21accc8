import type { Activity, ActivityEdit, Participant } from '@/utils/model/activity';
import type { Because } from '@/utils/model/because';
import type { Captured } from '@/utils/model/captured';
import type { ContactUpdate, Match, Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { meetingOf, meetingStatus, withAnswers } from '@/utils/proposals/meeting-change';
import { type Reading, readMail } from '@/utils/proposals/read-mail';
import { meetingSummary } from '@/utils/proposals/read-meeting';
import { type Circumstances, weigh } from '@/utils/proposals/why';
import { domainOf, normalAddress, withoutTag } from '@/utils/understand/address';
import { unitsOf } from '@/utils/understand/asks/units';
import { cleanSubject } from '@/utils/understand/clean-subject';
import { summarise } from '@/utils/understand/summarise';

function contactIdsOf(match: Match): string[] {
  return [...new Set(match.contacts.map((contact) => contact.contactId))].slice(0, 50);
}

/**
 * The people as they are logged, each once: sender, recipients, copies. Blind copies are left out: the record may be
 * read by those who were not meant to see them. `chosen` are the contacts that count; others get no id.
 */
function participantsOf(captured: Captured, match: Match, chosen: readonly string[]): Participant[] {
  const ids = new Map<string, string>();
  for (const contact of match.contacts) {
    if (!chosen.includes(contact.contactId)) continue;
    ids.set(withoutTag(contact.address), contact.contactId);
    // Several addresses of one contact on one mail: the reasons name the others.
    for (const { args } of contact.because) if (args[0]) ids.set(withoutTag(args[0]), contact.contactId);
  }
  const seen = new Set<string>();
  const participants: Participant[] = [];
  const add = (role: Participant['role'], people: Captured['to']) => {
    for (const person of people) {
      const address = normalAddress(person.address);
      // Somebody named without an address is nobody yet: the panel asks for them.
      if (domainOf(address) === '' || seen.has(address) || participants.length >= 500) continue;
      seen.add(address);
      const contactId = ids.get(withoutTag(address));
      participants.push({ ...person, role, ...(contactId === undefined ? {} : { contactId }) });
    }
  };
  add('from', [captured.from]);
  add('to', captured.to);
  add('cc', captured.cc);
  return withAnswers(participants, captured);
}

function activityOf(
  captured: Captured,
  match: Match,
  logText: Settings['logText'],
  { nextStep, outcome }: Reading,
): Activity {
  const contactIds = contactIdsOf(match);
  const common = {
    direction: captured.direction,
    subject: cleanSubject(captured.subject),
    at: captured.sentAt,
    participants: participantsOf(captured, match, contactIds),
    summary: logText === 'none' ? '' : summaryOf(captured),
    // A meeting's description is its agenda, not what was said there.
    ownWords: logText === 'own-words' && captured.kind === 'email' ? captured.text : '',
    attachmentNames: captured.attachments.map((attachment) => attachment.name).slice(0, 100),
    contactIds,
    ...(match.company ? { companyId: match.company.companyId } : {}),
    ...(match.deal ? { dealId: match.deal.dealId } : {}),
    // A next step is the mail's own sentence: where no text may be logged, it is not either.
    ...(nextStep && logText !== 'none' ? { nextStep } : {}),
    ...(outcome ? { outcome: outcome.outcome } : {}),
  };
  switch (captured.kind) {
    case 'email':
      return { kind: 'email', ...common };
    case 'meeting':
      return { kind: 'meeting', ...common, meeting: meetingOf(captured) };
    case 'call':
      return { kind: 'call', ...common, minutes: captured.minutes };
  }
}

function summaryOf({ kind, text }: Captured): string {
  if (kind === 'call') return text.slice(0, 2000);
  return kind === 'meeting' ? meetingSummary(text) : summarise(text);
}

/**
 * A new proposal for a mail or a meeting that passed the gate: open, or upcoming where the meeting has not ended. `captured.text` holds the sender's own words; `now` in
 * milliseconds; `timeZone` is the rep's (IANA). A mail that says nothing is proposed all the same, as a quiet row.
 */
export function propose(
  input: {
    id: string;
    captured: Captured;
    match: Match;
    logText: Settings['logText'];
    now: number;
    timeZone: string;
    contactUpdates?: ContactUpdate[];
  } & Circumstances,
): Proposal {
  const { id, captured, match, logText, now } = input;
  const weighed = weigh(captured, match, input);
  const nothing = weighed.because.some((each) => each.code === 'nothing-to-log');
  const reading = nothing ? {} : readMail(captured, input);
  const activity = activityOf(captured, match, logText, reading);
  return {
    id,
    aliases: [...captured.source.ids],
    threadIds: [...new Set([captured.source.threadId, ...captured.source.threadIds])].slice(0, 10),
    account: captured.source.account,
    sentAt: captured.sentAt,
    capturedAt: now,
    ...weighed,
    captured,
    activity,
    match,
    ...evidenceOf(captured, activity, reading),
    ...offered(input.contactUpdates),
    status: captured.kind === 'meeting' ? meetingStatus(captured, now) : { state: 'open' },
  };
}

/** Where what was read stands, and which quoted lines it answers: for the rep to see, never logged. */
function evidenceOf(
  { replies = [] }: Captured,
  { summary, nextStep }: Activity,
  { outcome }: Reading,
): Pick<Proposal, 'evidence'> {
  const says = (answer: string, words: string) => unitsOf(answer).some(({ text }) => words.includes(text));
  const step = nextStep && replies.find(({ answer }) => says(answer, nextStep.sentence));
  const answering = replies.filter(({ answer }) => summary !== '' && says(answer, summary));
  const inSummary = [...new Set(answering.map(({ quoted }) => quoted))].slice(0, 3);
  if (!outcome && !step && inSummary.length === 0) return {};
  return {
    evidence: {
      ...(outcome ? { outcome: outcome.sentence } : {}),
      ...(step ? { stepAnswers: step.quoted } : {}),
      ...(inSummary.length > 0 ? { summaryAnswers: inSummary } : {}),
    },
  };
}

function offered(updates: ContactUpdate[] | undefined): Pick<Proposal, 'contactUpdates'> {
  return updates && updates.length > 0 ? { contactUpdates: updates.slice(0, 10) } : {};
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

/**
 * The proposal after the CRM's contacts changed: new match, reasons and weight.
 * The rep's edits stay: contacts and company are filled anew only where they still are what the old match had filled
 * in; a contact that the rep removed stays out, one that they added stays in. Texts are never touched.
 * What is confirmed or logged already is given back as it is: it is on its way, or there.
 */
export function rematch(
  proposal: Proposal,
  match: Match,
  circumstances: Circumstances,
  contactUpdates?: ContactUpdate[],
): Proposal {
  if (proposal.status.state === 'confirmed' || proposal.status.state === 'logged') return proposal;
  const { activity, captured } = proposal;
  const before = contactIdsOf(proposal.match);
  const after = contactIdsOf(match);
  const removed = before.filter((id) => !activity.contactIds.includes(id));
  const added = activity.contactIds.filter((id) => !before.includes(id));
  const contactIds = [...new Set([...after.filter((id) => !removed.includes(id)), ...added])].slice(0, 50);
  const companyUntouched = activity.companyId === proposal.match.company?.companyId;
  const companyId = companyUntouched ? match.company?.companyId : activity.companyId;
  const dealUntouched = activity.dealId === proposal.match.deal?.dealId;
  const dealId = dealUntouched ? match.deal?.dealId : activity.dealId;
  const { companyId: _, dealId: __, ...rest } = activity;
  const said = (code: Because['code']) => proposal.because.some((each) => each.code === code);
  const { contactUpdates: _old, ...kept } = proposal;
  return {
    ...kept,
    ...weigh(captured, match, {
      ...circumstances,
      shownAnyway: circumstances.shownAnyway ?? said('show-anyway'),
      // Its text may have been dropped meanwhile.
      nothingToLog: said('nothing-to-log'),
    }),
    match,
    ...offered(contactUpdates),
    activity: {
      ...rest,
      contactIds: sameMembers(contactIds, activity.contactIds) ? activity.contactIds : contactIds,
      participants: participantsOf(captured, match, contactIds),
      ...(companyId === undefined ? {} : { companyId }),
      ...(dealId === undefined ? {} : { dealId }),
    },
  };
}

/** Null takes it off; undefined leaves it as it is. */
function edited<T>(field: T | null | undefined, old: T | undefined): T | undefined {
  return field === undefined ? old : (field ?? undefined);
}

/**
 * The proposal with the rep's edit: only the fields named change, and who counts as a participant follows the contacts.
 * Null takes company, deal, next step or outcome off. A next step that the rep writes where none was found is theirs to do.
 */
export function applyEdit(proposal: Proposal, edit: ActivityEdit): Proposal {
  const { nextStep: oldStep, outcome: oldOutcome, ...old } = proposal.activity;
  const { companyId: oldCompany, dealId: oldDeal, ...rest } = old;
  const dealId = edited(edit.dealId, oldDeal);
  const companyId = edited(edit.companyId, oldCompany);
  const outcome = edited(edit.outcome, oldOutcome);
  const step = edited(edit.nextStep, oldStep);
  const kind = oldStep?.kind ?? (rest.direction === 'sent' ? 'promised-by-me' : 'asked-of-me');
  const contactIds = edit.contactIds ? [...new Set(edit.contactIds)] : rest.contactIds;
  return {
    ...proposal,
    activity: {
      ...rest,
      subject: edit.subject ?? rest.subject,
      summary: edit.summary ?? rest.summary,
      ownWords: edit.ownWords ?? rest.ownWords,
      contactIds,
      participants: participantsOf(proposal.captured, proposal.match, contactIds),
      ...(companyId === undefined ? {} : { companyId }),
      ...(dealId === undefined ? {} : { dealId }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(edit.fields ? { fields: edit.fields } : {}),
      ...(edit.taskFields ? { taskFields: edit.taskFields } : {}),
      ...(step === undefined ? {} : { nextStep: { kind, sentence: oldStep?.sentence ?? '', ...step } }),
    },
  };
}
