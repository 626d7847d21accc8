import type { Because } from '@/utils/model/because';
import type { Captured, Person } from '@/utils/model/captured';
import type { Match, Proposal } from '@/utils/model/proposal';
import { type OwnSide, ownTest } from '@/utils/privacy/own-side';
import { domainOf } from '@/utils/understand/address';
import { isFreemail } from '@/utils/understand/is-freemail';
import { registrableDomain } from '@/utils/understand/registrable-domain';
import { saysNothing } from '@/utils/understand/says-nothing';

/** What, besides the match, decides whether a mail is worth the rep's attention. */
export interface Circumstances {
  /** Another mail of this thread was proposed for, or logged with, a known contact. */
  customerThread: boolean;
  /** The rep wrote to one of these people before, or agreed to meet them. */
  wroteToThem: boolean;
  /** With the notebook there is no CRM to know people: somebody at a company's domain counts as known. */
  businessStrangersAreKnown: boolean;
  /** The rep asked for this mail in spite of a refusal. */
  shownAnyway?: boolean;
  /** Known already: the mail says nothing that a record needs. Else its text is asked. */
  nothingToLog?: boolean;
  own: OwnSide;
}

/** Everybody on the mail who is not on the rep's side, sender first, each address once. */
export function externalPeople(
  mail: Pick<Captured, 'from' | 'to' | 'cc' | 'bcc' | 'direction'>,
  own: OwnSide,
): Person[] {
  const test = ownTest(own);
  const everybody = [...(mail.direction === 'sent' ? [] : [mail.from]), ...mail.to, ...mail.cc, ...mail.bcc];
  const seen = new Set<string>();
  return everybody.filter((person) => {
    const sender = mail.direction === 'sent' && person.address === mail.from.address;
    if (sender || domainOf(person.address) === '' || test.isOurs(person.address)) return false;
    if (seen.has(person.address)) return false;
    seen.add(person.address);
    return true;
  });
}

/** What the rep did to have to do with a stranger. */
function closeness(captured: Captured): Because['code'] {
  if (captured.kind !== 'meeting') return 'you-wrote-to-them';
  return captured.direction === 'sent' ? 'you-invited-them' : 'you-accepted';
}

/**
 * Whether a mail is counted or a quiet row, and why. Counted: a known contact, a stranger at a known company or on a
 * customer's thread, somebody the rep wrote to, with the notebook anybody at a company's domain, and what the rep asked
 * for. What says nothing but thanks is quiet whoever wrote it, unless the rep asked for it. Args: as `matchContacts` gives them; `you-wrote-to-them` the address; `business-domain` the domain.
 */
export function weigh(
  captured: Captured,
  match: Match,
  circumstances: Circumstances,
): Pick<Proposal, 'weight' | 'because'> {
  const because: Because[] = [];
  const add = (code: Because['code'], ...args: string[]) => {
    if (!because.some((each) => each.code === code && each.args[0] === args[0])) because.push({ code, args });
  };
  for (const contact of match.contacts) for (const each of contact.because) add(each.code, ...each.args);
  for (const each of match.company?.because ?? []) add(each.code, ...each.args);
  if (circumstances.customerThread && match.contacts.length === 0) add('customer-thread');

  const others = externalPeople(captured, circumstances.own);
  const [first] = others;
  if (match.contacts.length === 0 && (circumstances.wroteToThem || captured.direction === 'sent') && first) {
    add(closeness(captured), first.address);
  }
  if (circumstances.businessStrangersAreKnown && match.contacts.length === 0 && !match.company) {
    const business = others
      .map((person) => person.address)
      .find((address) => !isFreemail(address) && registrableDomain(address));
    const domain = business ? registrableDomain(business) : null;
    if (domain) add('business-domain', domain);
  }
  if (circumstances.shownAnyway) add('show-anyway');
  const mail = captured.kind === 'email';
  const nothing =
    mail && (circumstances.nothingToLog || (captured.attachments.length === 0 && saysNothing(captured.text)));
  const counted = because.length > 0 && (!nothing || circumstances.shownAnyway === true);
  // No reason to count it: a page that names nobody may show a colleague's meeting, or the dentist's.
  if (captured.kind === 'meeting' && captured.meeting.guestsUnknown) add('guests-unknown');
  if (!nothing) return { weight: counted ? 'counted' : 'quiet', because: because.slice(0, 10) };
  return {
    weight: counted ? 'counted' : 'quiet',
    because: [...because.slice(0, 9), { code: 'nothing-to-log', args: [] }],
  };
}
