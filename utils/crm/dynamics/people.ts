import { companyDomains } from '@/utils/crm/company-domains';
import type { Logged } from '@/utils/crm/connector';
import { CompanyRow, PersonRow, PhonesRow } from '@/utils/crm/dynamics/answers';
import type { DynamicsCompany, DynamicsContact } from '@/utils/crm/dynamics/describe';
import { guidOf, isGuid, quote } from '@/utils/crm/dynamics/ids';
import type { Values, Wire } from '@/utils/crm/dynamics/wire';
import { fail } from '@/utils/crm/errors';
import { splitName } from '@/utils/crm/split-name';
import type { ContactChange } from '@/utils/model/contact';

/**
 * Creates a contact under an id made from its address, unless a live one has that address: of two at the same time
 * Dataverse refuses the second.
 */
export async function createContact(wire: Wire, draft: DynamicsContact, key: string): Promise<Logged> {
  const address = draft.address.trim().toLowerCase();
  const there = await personWith(wire, address);
  if (there !== undefined) return { remoteId: there, created: false };
  const account = draft.company ? await accountOf(wire, draft.company) : undefined;
  const { first, last } = splitName(draft.name, { first: 50, last: 50 });
  const second = draft.otherPhones?.[0];
  const values: Values = {
    ...draft.own,
    ...(first ? { firstname: first } : {}),
    lastname: last,
    emailaddress1: address.slice(0, 100),
    ...(account === undefined ? {} : { 'parentcustomerid_account@odata.bind': `/accounts(${account})` }),
    ...(draft.phone ? { telephone1: draft.phone.slice(0, 50) } : {}),
    ...(second ? { telephone2: second.slice(0, 50) } : {}),
    ...(draft.mobile ? { mobilephone: draft.mobile.slice(0, 50) } : {}),
    ...(draft.title ? { jobtitle: draft.title.slice(0, 100) } : {}),
    ...(draft.website ? { websiteurl: draft.website.slice(0, 200) } : {}),
    ...(draft.postalAddress ? { address1_line1: draft.postalAddress.slice(0, 250) } : {}),
  };
  const id = await guidOf(`contact ${address}`);
  if (await wire.create('create-contact', 'contacts', id, values)) return { remoteId: id, created: true };
  const quicker = await personWith(wire, address);
  if (quicker !== undefined) return { remoteId: quicker, created: false };
  // Made by us once, and given another address since: a person of their own now.
  const other = await guidOf(`contact ${address} ${key}`);
  return { remoteId: other, created: await wire.create('create-contact', 'contacts', other, values) };
}

async function personWith(wire: Wire, address: string): Promise<string | undefined> {
  const places = ['emailaddress1', 'emailaddress2', 'emailaddress3'];
  const rows = await wire.list(
    'contact find',
    'find',
    'contacts',
    {
      $select: 'contactid',
      $filter: `statecode eq 0 and (${places.map((place) => `${place} eq ${quote(address)}`).join(' or ')})`,
      $orderby: 'createdon asc',
      $top: '10',
    },
    PersonRow,
  );
  return rows[0]?.contactid;
}

async function accountOf(wire: Wire, wanted: NonNullable<DynamicsContact['company']>): Promise<string> {
  if (!('id' in wanted)) return (await createCompany(wire, wanted)).remoteId;
  return isGuid(wanted.id) ? wanted.id : fail({ kind: 'gone' });
}

/** Creates an account under an id made from its domain or name, unless a live one has either. */
export async function createCompany(wire: Wire, draft: DynamicsCompany): Promise<Logged> {
  const name = draft.name.trim().slice(0, 160);
  const domain = companyDomains([draft.domain])[0];
  const byDomain = domain ? ` or contains(websiteurl,${quote(domain)})` : '';
  const rows = await wire.list(
    'account find',
    'find',
    'accounts',
    {
      $select: 'accountid,name,websiteurl',
      $filter: `statecode eq 0 and (name eq ${quote(name)}${byDomain})`,
      $orderby: 'createdon asc',
      $top: '100',
    },
    CompanyRow,
  );
  const known =
    rows.find(
      ({ websiteurl }) => domain !== undefined && companyDomains([websiteurl ?? undefined]).includes(domain),
    ) ?? rows.find((row) => row.name?.trim().toLowerCase() === name.toLowerCase());
  if (known) return { remoteId: known.accountid, created: false };
  const id = await guidOf(`account ${domain ?? name.toLowerCase()}`);
  const values = { ...draft.own, name, ...(domain ? { websiteurl: `https://${domain}` } : {}) };
  return { remoteId: id, created: await wire.create('create-contact', 'accounts', id, values) };
}

const places = { phone: 'telephone1', mobile: 'mobilephone', title: 'jobtitle' } as const;

/** Writes one field. A number takes the place of the one that the change names or of none, never of another. */
export async function updateContact(wire: Wire, change: ContactChange): Promise<void> {
  if (!isGuid(change.contactId)) return fail({ kind: 'gone' });
  const path = `/contacts(${change.contactId})?$select=telephone1,mobilephone,jobtitle`;
  const row = await wire.get('contact find', 'find', path, PhonesRow);
  const place = places[change.field];
  const now = row[place]?.trim() ?? '';
  if (now === change.new) return;
  if (now !== '' && now !== change.old && change.field !== 'title') {
    return fail({ kind: 'refused', reason: 'no-field', field: change.field });
  }
  const most = place === 'jobtitle' ? 100 : 50;
  await wire.update('update-contact', 'contacts', change.contactId, { [place]: change.new.slice(0, most) });
}
