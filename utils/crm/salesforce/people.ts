import { companyDomains } from '@/utils/crm/company-domains';
import type { Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { CompanyRow, PersonRow, PhonesRow } from '@/utils/crm/salesforce/answers';
import type { SalesforceCompany, SalesforceContact } from '@/utils/crm/salesforce/describe';
import { faultOf } from '@/utils/crm/salesforce/faults';
import { quote, quoteContains } from '@/utils/crm/salesforce/soql';
import { rowsOf, type Values, type Wire } from '@/utils/crm/salesforce/wire';
import { splitName } from '@/utils/crm/split-name';
import type { ContactChange } from '@/utils/model/contact';

/**
 * Creates a contact, unless a live contact or open lead has that address. Nothing is unique here but what the org's
 * duplicate rules say, so it is read back, and where somebody else was faster, ours is removed again.
 */
export async function createContact(wire: Wire, draft: SalesforceContact): Promise<Logged> {
  const address = draft.address.trim().toLowerCase();
  const [there] = await personsWith(wire, address);
  if (there !== undefined) return { remoteId: there, created: false };
  const account = draft.company ? await accountOf(wire, draft.company) : undefined;
  const [first, second] = [draft.phone, ...(draft.otherPhones ?? [])].filter((phone) => phone);
  const values: Values = {
    ...draft.own,
    ...nameFields(draft.name),
    Email: address,
    ...(account === undefined ? {} : { AccountId: account }),
    ...(first ? { Phone: first.slice(0, 40) } : {}),
    ...(draft.mobile ? { MobilePhone: draft.mobile.slice(0, 40) } : {}),
    ...(second ? { OtherPhone: second.slice(0, 40) } : {}),
    ...(draft.title ? { Title: draft.title.slice(0, 128) } : {}),
    // Nothing is guessed and nothing lost: which part is a town differs from country to country.
    ...(draft.postalAddress ? { MailingStreet: draft.postalAddress.slice(0, 255) } : {}),
  };
  const id = await create(wire, values, address);
  if (id === undefined) {
    const [other] = await personsWith(wire, address);
    return other === undefined ? fail({ kind: 'offline' }) : { remoteId: other, created: false };
  }
  const [winner] = await readBack(wire, address);
  if (winner === undefined || winner === id) return { remoteId: id, created: true };
  await wire.remove('remove', [id]);
  return { remoteId: winner, created: false };
}

/** Undefined: a duplicate rule stopped it, and somebody with that address is there now. */
async function create(wire: Wire, values: Values, address: string): Promise<string | undefined> {
  try {
    return await wire.create('create-contact', 'Contact', values);
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'refused') throw error;
    const [other] = await personsWith(wire, address);
    // A rule that compares names may stop a different person: then Salesforce's own sentence stands.
    if (other === undefined) throw error;
    return undefined;
  }
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

/** Live contacts, then open leads, with this address; oldest first. Salesforce compares addresses without case. */
async function personsWith(wire: Wire, address: string): Promise<string[]> {
  const where = `Email = ${quote(address)}`;
  const [contacts, leads] = await wire.queries(
    'find',
    [
      `SELECT Id, CreatedDate, Email FROM Contact WHERE ${where} ORDER BY CreatedDate, Id LIMIT 50`,
      `SELECT Id, CreatedDate, Email FROM Lead WHERE ${where} AND IsConverted = false ORDER BY CreatedDate, Id LIMIT 50`,
    ],
    PersonRow,
  );
  // Somebody without access to leads has none.
  const open = leads && 'rows' in leads ? leads.rows : [];
  return [...rowsOf(contacts, 'Contact query'), ...open].map(({ Id }) => Id);
}

/** The account meant by a draft: by id, by domain, by its whole name; else a new one. */
async function accountOf(wire: Wire, wanted: NonNullable<SalesforceContact['company']>): Promise<string> {
  return 'id' in wanted ? wanted.id : (await createCompany(wire, wanted)).remoteId;
}

/** Creates an account, unless a live one has that domain or name. */
export async function createCompany(wire: Wire, draft: SalesforceCompany): Promise<Logged> {
  const name = draft.name.trim().slice(0, 255);
  const domain = companyDomains([draft.domain])[0];
  const like = domain ? ` OR Website LIKE ${quoteContains(domain)}` : '';
  const { rows } = await wire.query(
    'find',
    `SELECT Id, CreatedDate, Name, Website FROM Account WHERE Name = ${quote(name)}${like} ORDER BY CreatedDate, Id LIMIT 100`,
    CompanyRow,
  );
  const byDomain = rows.find(
    ({ Website }) => domain !== undefined && companyDomains([Website ?? undefined]).includes(domain),
  );
  const known = byDomain ?? rows.find(({ Name }) => Name?.trim().toLowerCase() === name.toLowerCase());
  if (known) return { remoteId: known.Id, created: false };
  const values = { ...draft.own, Name: name, ...(domain ? { Website: `https://${domain}` } : {}) };
  return { remoteId: await wire.create('create-contact', 'Account', values), created: true };
}

const places = { phone: 'Phone', mobile: 'MobilePhone', title: 'Title' } as const;

/** Writes one field. A number takes the place of the one that the change names or of none, never of another. */
export async function updateContact(wire: Wire, change: ContactChange): Promise<void> {
  const object = isLead(change.contactId) ? 'Lead' : 'Contact';
  const soql = `SELECT Id, Phone, MobilePhone, Title FROM ${object} WHERE Id = ${quote(change.contactId)}`;
  const [row] = await rowsOrNone(wire, soql);
  if (!row) return fail({ kind: 'gone' });
  const place = places[change.field];
  const now = row[place]?.trim() ?? '';
  if (now === change.new) return;
  if (now !== '' && now !== change.old && change.field !== 'title') {
    return fail({ kind: 'refused', reason: 'no-field', field: change.field });
  }
  const most = place === 'Title' ? 128 : 40;
  await wire.update('update-contact', object, row.Id, { [place]: change.new.slice(0, most) });
}

async function rowsOrNone(wire: Wire, soql: string) {
  const [answer] = await wire.queries('find', [soql], PhonesRow);
  if (answer && 'complaint' in answer && faultOf('', answer.complaint).kind === 'gone') return [];
  return rowsOf(answer, 'Contact query');
}

/** Salesforce's ids begin with their object's. A task about a lead may have no account or deal besides. */
export function isLead(id: string): boolean {
  return id.startsWith('00Q');
}

function nameFields(name: string): Values {
  const { first, last } = splitName(name, { first: 40, last: 80 });
  return { ...(first ? { FirstName: first } : {}), LastName: last };
}
