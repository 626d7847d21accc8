import type { Deal } from '@/utils/model/contact';
import type { Match } from '@/utils/model/proposal';

/**
 * The deal that a mail or meeting belongs to, or undefined: the one that this thread was given before; else the only
 * open one of its contacts; else the only open one of its company. `deals` are the open deals of the contacts and the
 * company found; `earlier` is the thread's choice: a deal's id, null where the rep chose none, undefined where nobody
 * chose. Several that would do are never decided between: the rep chooses.
 */
export function matchDeal(
  match: Pick<Match, 'contacts' | 'company'>,
  deals: readonly Deal[],
  earlier: string | null | undefined,
): Match['deal'] {
  if (earlier === null) return undefined;
  const chosen = deals.find((deal) => deal.id === earlier);
  if (chosen) return found(chosen, { code: 'thread-deal', args: [] });

  const people = new Map(match.contacts.map((contact) => [contact.contactId, contact.name]));
  const theirs = deals.filter((deal) => deal.contactIds.some((id) => people.has(id)));
  const companyId = match.company?.companyId;
  // A deal of the company that names other people is theirs; one that names nobody may be anybody's.
  const shared = deals.filter(
    (deal) => companyId !== undefined && deal.companyId === companyId && deal.contactIds.length === 0,
  );
  const [only, another] = theirs.length > 0 ? [...theirs, ...shared] : ofCompany(deals, companyId);
  if (!only || another) return undefined;
  const person = only.contactIds.map((id) => people.get(id)).find((name) => name !== undefined);
  return found(only, { code: 'only-open-deal', args: [person ?? match.company?.name ?? ''] });
}

function ofCompany(deals: readonly Deal[], companyId: string | undefined): Deal[] {
  return companyId === undefined ? [] : deals.filter((deal) => deal.companyId === companyId);
}

function found(deal: Deal, because: NonNullable<Match['deal']>['because'][number]): Match['deal'] {
  return { dealId: deal.id, title: deal.title, because: [because] };
}
