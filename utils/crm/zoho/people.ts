import { companyDomains } from '@/utils/crm/company-domains';
import type { Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { splitName } from '@/utils/crm/split-name';
import { AccountRow, ContactRow, PersonRow } from '@/utils/crm/zoho/answers';
import { quote, quoteContains } from '@/utils/crm/zoho/coql';
import type { ZohoCompany, ZohoContact } from '@/utils/crm/zoho/describe';
import type { Module, Values, Wire } from '@/utils/crm/zoho/wire';
import type { ContactChange } from '@/utils/model/contact';

/** Creates a contact, unless a live one has that address, also as its second one. Zoho's upsert settles a tie. */
export async function createContact(wire: Wire, draft: ZohoContact): Promise<Logged> {
  const address = draft.address.trim().toLowerCase();
  const [there] = await personsWith(wire, address);
  if (there !== undefined) return { remoteId: there, created: false };
  const account = draft.company ? await accountOf(wire, draft.company) : undefined;
  const { first, last } = splitName(draft.name, { first: 40, last: 80 });
  const made = await create(
    wire,
    'Contacts',
    {
      ...draft.own,
      ...(first ? { First_Name: first } : {}),
      Last_Name: last,
      Email: address,
      ...(account === undefined ? {} : { Account_Name: { id: account } }),
      ...(draft.phone ? { Phone: draft.phone.slice(0, 30) } : {}),
      ...(draft.otherPhones?.[0] ? { Other_Phone: draft.otherPhones[0].slice(0, 30) } : {}),
      ...(draft.mobile ? { Mobile: draft.mobile.slice(0, 30) } : {}),
      ...(draft.title ? { Title: draft.title.slice(0, 100) } : {}),
      ...(draft.postalAddress ? { Mailing_Street: draft.postalAddress.slice(0, 250) } : {}),
    },
    'Email',
  );
  if (!made.created) return made;
  const [winner] = await readBack(wire, address);
  if (winner === undefined || winner === made.remoteId) return made;
  await wire.remove('remove', 'Contacts', made.remoteId);
  return { remoteId: winner, created: false };
}

/** That ours was created is known; a missing second look must not lose it. */
async function readBack(wire: Wire, address: string): Promise<string[]> {
  try {
    return await personsWith(wire, address);
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return [];
  }
}

async function create(wire: Wire, module: Module, values: Values, sameBy: string): Promise<Logged> {
  const [wrote] = await wire.create('create-contact', module, [values], sameBy);
  if (!wrote) return fail({ kind: 'not-understood', step: `${module} create` });
  return 'fault' in wrote ? fail(wrote.fault) : { remoteId: wrote.id, created: wrote.action === 'insert' };
}

/** By query, not by search: that has an index with a lag. */
async function personsWith(wire: Wire, address: string): Promise<string[]> {
  const { rows } = await wire.coql(
    'contact find',
    'find',
    `select id, Created_Time from Contacts where (Email = ${quote(address)} or Secondary_Email = ${quote(address)}) order by Created_Time asc, id asc limit 50`,
    PersonRow,
  );
  return rows.map(({ id }) => id);
}

async function accountOf(wire: Wire, wanted: NonNullable<ZohoContact['company']>): Promise<string> {
  return 'id' in wanted ? wanted.id : (await createCompany(wire, wanted)).remoteId;
}

/** Creates an account, unless a live one has that domain or name. */
export async function createCompany(wire: Wire, draft: ZohoCompany): Promise<Logged> {
  const name = draft.name.trim().slice(0, 200);
  const domain = companyDomains([draft.domain])[0];
  const byName = `Account_Name = ${quote(name)}`;
  const where = domain ? `(${byName} or Website like ${quoteContains(domain)})` : byName;
  const { rows } = await wire.coql(
    'account find',
    'find',
    `select id, Modified_Time, Account_Name, Website from Accounts where ${where} order by id asc limit 100`,
    AccountRow,
  );
  const known =
    rows.find(
      ({ Website }) => domain !== undefined && companyDomains([Website ?? undefined]).includes(domain),
    ) ?? rows.find(({ Account_Name }) => Account_Name?.trim().toLowerCase() === name.toLowerCase());
  if (known) return { remoteId: known.id, created: false };
  const values = { ...draft.own, Account_Name: name, ...(domain ? { Website: `https://${domain}` } : {}) };
  return create(wire, 'Accounts', values, 'Account_Name');
}

const places = { phone: 'Phone', mobile: 'Mobile', title: 'Title' } as const;

/** Writes one field. A number takes the place of the one that the change names or of none, never of another. */
export async function updateContact(wire: Wire, change: ContactChange): Promise<void> {
  const { rows } = await wire.coql(
    'contact find',
    'find',
    `select id, Modified_Time, Phone, Mobile, Title from Contacts where id = ${quote(change.contactId)} limit 1`,
    ContactRow,
  );
  const [row] = rows;
  if (!row) return fail({ kind: 'gone' });
  const place = places[change.field];
  const now = row[place]?.trim() ?? '';
  if (now === change.new) return;
  if (now !== '' && now !== change.old && change.field !== 'title') {
    return fail({ kind: 'refused', reason: 'no-field', field: change.field });
  }
  await wire.update('update-contact', 'Contacts', row.id, {
    [place]: change.new.slice(0, place === 'Title' ? 100 : 30),
  });
}
