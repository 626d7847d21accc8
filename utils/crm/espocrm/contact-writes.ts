import { companyDomains } from '@/utils/crm/company-domains';
import type { Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { AccountRow, Anything, IdRow } from '@/utils/crm/espocrm/answers';
import type { EspoCompany, EspoContact } from '@/utils/crm/espocrm/describe';
import { idOf, textOf, toTitle } from '@/utils/crm/espocrm/values';
import type { Where, Wire } from '@/utils/crm/espocrm/wire';

/** EspoCRM's own check finds a namesake as well as the same address: we have asked for the address, and mean it. */
const skipCheck = { 'x-skip-duplicate-check': 'true' };

/**
 * Creates a person, unless a live one has that address, also as a further one. EspoCRM has no unique key for it: after
 * creating it is read back, and where somebody else was faster, ours is removed again.
 */
export async function createContact(wire: Wire, draft: EspoContact): Promise<Logged> {
  const address = draft.address.trim().toLowerCase();
  const [there] = await withAddress(wire, address);
  if (there !== undefined) return { remoteId: there, created: false };
  const accountId = draft.company ? await companyOf(wire, draft.company) : undefined;
  const values = {
    ...draft.own,
    ...nameOf(draft.name),
    emailAddress: address,
    ...(draft.postalAddress ? addressFields(draft.postalAddress) : {}),
    ...(accountId ? { accountId } : {}),
    ...(draft.title && accountId ? { title: draft.title.slice(0, 100) } : {}),
  };
  const id = await createWithPhones(wire, values, draft);
  const first = (await readBack(wire, address)).find((each) => each < id);
  if (first === undefined) return { remoteId: id, created: true };
  await wire.ask({ purpose: 'remove', method: 'DELETE', path: `Contact/${id}`, answer: Anything });
  return { remoteId: first, created: false };
}

/**
 * EspoCRM takes international numbers only, unless somebody turned that off. What it refuses, a website, for which a
 * person has no field, and a title without a company, which it would forget, stand in the description: nothing is lost.
 */
async function createWithPhones(
  wire: Wire,
  values: Record<string, unknown>,
  { phone, otherPhones = [], mobile, website, title }: EspoContact,
): Promise<string> {
  const numbers = [
    ...[phone, ...otherPhones].map((number) => ({ number: number ?? '', type: 'Office' })),
    { number: mobile ?? '', type: 'Mobile' },
  ].filter(
    ({ number }, index, all) => number !== '' && all.findIndex((each) => each.number === number) === index,
  );
  const phoneNumberData = numbers.map(({ number, type }, index) => ({
    phoneNumber: number,
    type,
    primary: index === 0,
  }));
  const about = (lines: string[]) => (lines.length > 0 ? { description: lines.join('\n') } : {});
  const site = [...(title && !('title' in values) ? [title] : []), ...(website ? [website] : [])];
  if (numbers.length === 0) return create(wire, 'Contact', { ...values, ...about(site) });
  try {
    return await create(wire, 'Contact', { ...values, phoneNumberData, ...about(site) });
  } catch (error) {
    if (
      !(error instanceof CrmFault) ||
      error.fault.kind !== 'refused' ||
      error.fault.field !== 'phoneNumber'
    ) {
      throw error;
    }
    const written = numbers.map(({ number }) => number);
    return create(wire, 'Contact', { ...values, ...about([...written, ...site]) });
  }
}

/** `Dr. Ada King-Lovelace` as EspoCRM's two fields, of which the last name is required. */
function nameOf(name: string): { firstName?: string; lastName: string } {
  const words = toTitle(name).split(' ');
  const lastName = (words.at(-1) ?? '').slice(0, 100);
  const firstName = words.slice(0, -1).join(' ').slice(0, 100);
  return { ...(firstName ? { firstName } : {}), lastName };
}

/**
 * `Hafenstr. 5, 20457 Hamburg, Germany` as EspoCRM's fields. Where no part is a postal code with its town, all of it
 * stands in the street: nothing is guessed and nothing lost.
 */
function addressFields(address: string): Record<string, string> {
  const parts = address.split(/[,\n]/).flatMap((part) => part.trim() || []);
  const at = parts.findIndex((part) => /^(?:[A-Z]{1,2}-)?\d{4,5} \p{L}/u.test(part));
  const town = parts[at]?.split(' ') ?? [];
  if (at < 1 || town.length < 2) return { addressStreet: parts.join(', ').slice(0, 255) };
  const rest = parts.slice(at + 1).join(', ');
  return {
    addressStreet: parts.slice(0, at).join(', ').slice(0, 255),
    addressPostalCode: (town[0] ?? '').slice(0, 40),
    addressCity: town.slice(1).join(' ').slice(0, 100),
    ...(rest ? { addressCountry: rest.slice(0, 100) } : {}),
  };
}

/** Live persons with this address, oldest first: EspoCRM's ids begin with the time. */
async function withAddress(wire: Wire, address: string): Promise<string[]> {
  const { list } = await wire.list(
    'find',
    'Contact',
    {
      select: ['id'],
      where: [{ type: 'equals', attribute: 'emailAddress', value: address }],
      orderBy: 'id',
      maxSize: 20,
    },
    IdRow,
  );
  return list.map(({ id }) => id);
}

async function readBack(wire: Wire, address: string): Promise<string[]> {
  try {
    return await withAddress(wire, address);
  } catch (error) {
    // That ours was created is known; forgetting it for a missing second look would make another.
    if (!(error instanceof CrmFault)) throw error;
    return [];
  }
}

async function companyOf(wire: Wire, wanted: NonNullable<EspoContact['company']>): Promise<string> {
  if ('id' in wanted) return idOf(wanted.id) ?? fail({ kind: 'gone' });
  return (await createCompany(wire, wanted)).remoteId;
}

/** Creates a company, unless there is one of this domain, or of this whole name. */
export async function createCompany(wire: Wire, draft: EspoCompany): Promise<Logged> {
  const name = toTitle(draft.name);
  const domain = companyDomains([draft.domain])[0];
  const alike: Where[] = [
    { type: 'equals', attribute: 'name', value: name },
    ...(domain ? [{ type: 'contains', attribute: 'website', value: domain } as const] : []),
  ];
  const { list } = await wire.list(
    'find',
    'Account',
    {
      select: ['name', 'website', 'emailAddress', 'modifiedAt'],
      where: [{ type: 'or', value: alike }],
      orderBy: 'id',
      maxSize: 50,
    },
    AccountRow,
  );
  const byDomain = list.find(
    (row) => domain !== undefined && companyDomains([textOf(row.website)]).includes(domain),
  );
  const byName = list.find((row) => textOf(row.name).toLowerCase() === name.toLowerCase());
  const there = byDomain ?? byName;
  if (there) return { remoteId: there.id, created: false };
  const values = { ...draft.own, name, ...(domain ? { website: `https://${domain}` } : {}) };
  return { remoteId: await create(wire, 'Account', values), created: true };
}

/**
 * What the rep creates is the rep's own and their default team's, as in EspoCRM's own form: EspoCRM tells nobody of what
 * one assigns to oneself. A role that may read no users refuses an owner, one that does not have the team refuses the
 * team, both before anything is created: then the record goes without.
 */
async function create(
  wire: Wire,
  entity: 'Contact' | 'Account',
  values: Record<string, unknown>,
): Promise<string> {
  const { id: me, defaultTeamId: team } = wire.user;
  const mine = { assignedUserId: me };
  let fault: CrmFault | undefined;
  for (const owned of [...(team ? [{ ...mine, teamsIds: [team] }] : []), mine, {}]) {
    try {
      const { id } = await wire.ask({
        purpose: 'create-contact',
        method: 'POST',
        path: entity,
        headers: skipCheck,
        body: { ...values, ...owned },
        answer: IdRow,
      });
      return id;
    } catch (error) {
      if (!(error instanceof CrmFault) || error.fault.kind !== 'not-permitted') throw error;
      fault = error;
    }
  }
  throw fault;
}
