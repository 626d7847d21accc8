import type { Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { Anything, CreatedOrTaken, type Row } from '@/utils/crm/hubspot/answers';
import { type Kind, timeOf } from '@/utils/crm/hubspot/changes';
import { type Companies, linkTypes } from '@/utils/crm/hubspot/companies';
import type { HubspotContact } from '@/utils/crm/hubspot/describe';
import type { Owned } from '@/utils/crm/hubspot/owner';
import { isId, readMany, type Wire } from '@/utils/crm/hubspot/wire';
import type { Contact, ContactChange } from '@/utils/model/contact';

const PROPERTIES = [
  'firstname',
  'lastname',
  'email',
  'hs_additional_emails',
  'phone',
  'mobilephone',
  'jobtitle',
  'company',
  'associatedcompanyid',
  'lastmodifieddate',
];

export const contacts: Kind<Contact> = {
  type: 'contacts',
  properties: PROPERTIES,
  modified: 'lastmodifieddate',
  toItems: async (rows) => rows.map(toContact),
};

/** A person as we mirror them; undefined where there is nothing to know them by. */
export function toContact({ id, properties, updatedAt }: Row): Contact | undefined {
  const text = (name: string) => (properties[name] ?? '').trim();
  const addresses = [
    ...new Set(
      [text('email'), ...text('hs_additional_emails').slice(0, 20_000).split(';')]
        .map((address) => address.trim().toLowerCase())
        .filter((address) => address.includes('@') && address.length <= 320),
    ),
  ].slice(0, 50);
  const name = `${text('firstname')} ${text('lastname')}`.trim() || addresses[0];
  if (!name) return undefined;
  const mobile = text('mobilephone').slice(0, 60);
  const title = text('jobtitle').slice(0, 200);
  const company = text('company').slice(0, 300);
  const companyId = text('associatedcompanyid');
  return {
    id,
    name: name.slice(0, 300),
    addresses,
    phones: [...new Set([text('phone').slice(0, 60), mobile])].filter((phone) => phone !== ''),
    ...(mobile ? { mobile } : {}),
    ...(title ? { title } : {}),
    ...(isId(companyId) ? { companyId, ...(company ? { companyName: company } : {}) } : {}),
    updatedAt: timeOf(properties.lastmodifieddate) ?? timeOf(updatedAt) ?? 0,
  };
}

/**
 * Creates a person of the rep's, unless a live one has that address. HubSpot keeps addresses unique: who was faster is
 * named in its "409", and reading by address sees at once what was written. `owned`: see `owner.ts`.
 */
export async function createContact(
  wire: Wire,
  companies: Companies,
  owned: Owned,
  draft: HubspotContact,
): Promise<Logged> {
  const address = draft.address.trim().toLowerCase();
  const [there] = await readMany(wire, 'contacts', {
    purpose: 'find',
    ids: [address],
    properties: ['email'],
    idProperty: 'email',
  });
  if (there) return { remoteId: there.id, created: false };

  const company = draft.company ? await companies.idOf(draft.company) : undefined;
  const properties = {
    ...draft.own,
    ...(await owned()),
    ...nameParts(draft.name),
    email: address,
    ...phonesOf(draft),
    ...(draft.title ? { jobtitle: draft.title } : {}),
    ...(draft.website ? { website: draft.website } : {}),
    ...(draft.postalAddress ? { address: draft.postalAddress } : {}),
    ...(draft.company ? { company: draft.company.name } : {}),
  };
  const answer = await wire.call({
    step: 'contacts create',
    purpose: 'create-contact',
    method: 'POST',
    path: '/crm/v3/objects/contacts',
    body: {
      properties,
      associations:
        company === undefined ? [] : [{ to: { id: company }, types: linkTypes('contacts', 'companies') }],
    },
    fields: Object.keys(properties),
    answer: CreatedOrTaken,
    alsoOk: [409],
  });
  if ('id' in answer) return { remoteId: answer.id, created: true };
  const taken = /Existing ID:\s{0,5}(\d{1,16})/i.exec((answer.message ?? '').slice(0, 2000))?.[1];
  if (taken === undefined)
    return fail({ kind: 'refused', reason: answer.message?.slice(0, 500) || 'HTTP 409' });
  return { remoteId: taken, created: false };
}

/** The last word is the family name, as HubSpot's own form asks for both. */
function nameParts(name: string): Record<string, string> {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.pop() : undefined;
  return { firstname: words.join(' '), ...(last === undefined ? {} : { lastname: last }) };
}

function phonesOf({ phone, otherPhones = [], mobile }: HubspotContact): Record<string, string> {
  const [first, second] = [phone, ...otherPhones].filter((each) => each);
  const other = mobile || second;
  return { ...(first ? { phone: first } : {}), ...(other ? { mobilephone: other } : {}) };
}

const fields = { phone: 'phone', mobile: 'mobilephone', title: 'jobtitle' } as const;

/** Writes one field of a person: in the place of what the rep was shown or of nothing, never of another number. */
export async function updateContact(wire: Wire, change: ContactChange): Promise<void> {
  if (!isId(change.contactId)) return fail({ kind: 'gone' });
  const [row] = await readMany(wire, 'contacts', {
    purpose: 'find',
    ids: [change.contactId],
    properties: Object.values(fields),
  });
  if (!row) return fail({ kind: 'gone' });
  const current = (name: string) => (row.properties[name] ?? '').trim();
  const numbers = [fields.phone, fields.mobile];
  const usual = fields[change.field];
  if (current(usual) === change.new) return;
  // A phone that the rep was shown may stand in the other of the two fields.
  const shown = change.old === undefined ? undefined : numbers.find((name) => current(name) === change.old);
  const field = change.field === 'title' ? usual : (shown ?? usual);
  if (change.field !== 'title' && shown === undefined && current(field) !== '') {
    return fail({ kind: 'refused', reason: 'no-field', field });
  }
  await wire.call({
    step: 'contacts update',
    purpose: 'update-contact',
    method: 'PATCH',
    path: `/crm/v3/objects/contacts/${change.contactId}`,
    body: { properties: { [field]: change.new } },
    fields: [field],
    answer: Anything,
  });
}
