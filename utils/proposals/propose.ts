import type { Activity, ActivityEdit, Participant } from '@/utils/model/activity';
import type { Captured } from '@/utils/model/captured';
import type { Match, Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { type Circumstances, weigh } from '@/utils/proposals/why';
import { normalAddress, withoutTag } from '@/utils/understand/address';
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
      if (seen.has(address) || participants.length >= 500) continue;
      seen.add(address);
      const contactId = ids.get(withoutTag(address));
      participants.push({ ...person, role, ...(contactId === undefined ? {} : { contactId }) });
    }
  };
  add('from', [captured.from]);
  add('to', captured.to);
  add('cc', captured.cc);
  return participants;
}

function activityOf(captured: Captured, match: Match, logText: Settings['logText']): Activity {
  const contactIds = contactIdsOf(match);
  return {
    kind: 'email',
    direction: captured.direction,
    subject: cleanSubject(captured.subject),
    at: captured.sentAt,
    participants: participantsOf(captured, match, contactIds),
    summary: logText === 'none' ? '' : summarise(captured.text),
    ownWords: logText === 'own-words' ? captured.text : '',
    attachmentNames: captured.attachments.map((attachment) => attachment.name).slice(0, 100),
    contactIds,
    ...(match.company ? { companyId: match.company.companyId } : {}),
  };
}

/** A new, open proposal for a mail that passed the gate. `captured.text` holds the sender's own words; `now` in milliseconds. */
export function propose(
  input: {
    id: string;
    captured: Captured;
    match: Match;
    logText: Settings['logText'];
    now: number;
  } & Circumstances,
): Proposal {
  const { id, captured, match, logText, now } = input;
  return {
    id,
    aliases: [...captured.source.ids],
    threadIds: [...new Set([captured.source.threadId, ...captured.source.threadIds])].slice(0, 10),
    account: captured.source.account,
    sentAt: captured.sentAt,
    capturedAt: now,
    ...weigh(captured, match, input),
    captured,
    activity: activityOf(captured, match, logText),
    match,
    status: { state: 'open' },
  };
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
export function rematch(proposal: Proposal, match: Match, circumstances: Circumstances): Proposal {
  if (proposal.status.state === 'confirmed' || proposal.status.state === 'logged') return proposal;
  const { activity, captured } = proposal;
  const before = contactIdsOf(proposal.match);
  const after = contactIdsOf(match);
  const removed = before.filter((id) => !activity.contactIds.includes(id));
  const added = activity.contactIds.filter((id) => !before.includes(id));
  const contactIds = [...new Set([...after.filter((id) => !removed.includes(id)), ...added])].slice(0, 50);
  const companyUntouched = activity.companyId === proposal.match.company?.companyId;
  const companyId = companyUntouched ? match.company?.companyId : activity.companyId;
  const { companyId: _, ...rest } = activity;
  const shownAnyway = proposal.because.some((each) => each.code === 'show-anyway');
  return {
    ...proposal,
    ...weigh(captured, match, { ...circumstances, shownAnyway: circumstances.shownAnyway ?? shownAnyway }),
    match,
    activity: {
      ...rest,
      contactIds: sameMembers(contactIds, activity.contactIds) ? activity.contactIds : contactIds,
      participants: participantsOf(captured, match, contactIds),
      ...(companyId === undefined ? {} : { companyId }),
    },
  };
}

/**
 * The proposal with the rep's edit: only the fields named change, and who counts as a participant follows the contacts.
 * `companyId` present but undefined takes the company off.
 */
export function applyEdit(proposal: Proposal, edit: ActivityEdit): Proposal {
  const { companyId: old, ...rest } = proposal.activity;
  const companyId = 'companyId' in edit ? edit.companyId : old;
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
    },
  };
}
