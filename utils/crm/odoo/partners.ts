import { companyDomains } from '@/utils/crm/company-domains';
import type { Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { Anything, Ids, PARTNER_FIELDS, type Partner, Partners } from '@/utils/crm/odoo/answers';
import type { OdooCompany, OdooContact } from '@/utils/crm/odoo/describe';
import { addressesIn, escapeLike, fromStamp, idOf, textOf } from '@/utils/crm/odoo/values';
import { hasMobile, type Wire } from '@/utils/crm/odoo/wire';
import type { Company, Contact } from '@/utils/model/contact';

/** Odoo keeps persons and companies in one table, `res.partner`. */
const model = 'res.partner';

/** A person as we mirror them; undefined where there is nothing to know them by. */
export function toContact(partner: Partner): Contact | undefined {
  const addresses = addressesIn(partner.email_normalized, partner.email);
  const name = textOf(partner.name) || addresses[0];
  if (!name) return undefined;
  // The commercial partner is the company above a person, however deep; a person of nobody's is their own.
  const company = partner.commercial_partner_id || undefined;
  const title = textOf(partner.function).slice(0, 200);
  return {
    id: String(partner.id),
    name: name.slice(0, 300),
    addresses,
    phones: [...new Set([textOf(partner.phone), textOf(partner.mobile)])]
      .filter((phone) => phone !== '')
      .map((phone) => phone.slice(0, 60)),
    ...(textOf(partner.mobile) ? { mobile: textOf(partner.mobile).slice(0, 60) } : {}),
    ...(title ? { title } : {}),
    ...(company && company[0] !== partner.id
      ? { companyId: String(company[0]), companyName: company[1].slice(0, 300) }
      : {}),
    updatedAt: fromStamp(partner.write_date),
  };
}

/** A company as we mirror it: its domains are those of its website and addresses. */
export function toCompany(partner: Partner): Company | undefined {
  const name = textOf(partner.name);
  if (!name) return undefined;
  return {
    id: String(partner.id),
    name: name.slice(0, 300),
    domains: companyDomains([textOf(partner.website), ...addressesIn(partner.email)]),
    updatedAt: fromStamp(partner.write_date),
  };
}

/**
 * Creates a person, unless a live one has that address. Odoo has no unique key for it: after creating it is read back,
 * and where somebody else was faster, ours is removed again.
 */
export async function createContact(wire: Wire, draft: OdooContact): Promise<Logged> {
  const address = draft.address.trim().toLowerCase();
  const [there] = await personsWith(wire, address);
  if (there !== undefined) return { remoteId: String(there), created: false };

  const parent = draft.company ? await companyOf(wire, draft.company) : undefined;
  const values = {
    ...draft.own,
    name: draft.name,
    email: address,
    is_company: false,
    ...(parent === undefined ? {} : { parent_id: parent }),
    ...phonesFor(wire, draft),
    ...(draft.title ? { function: draft.title } : {}),
    ...(draft.website ? { website: draft.website } : {}),
    ...(draft.postalAddress ? addressFields(draft.postalAddress) : {}),
  };
  const id = await createPartner(wire, values);

  const all = await personsWith(wire, address);
  const first = all.find((each) => each < id);
  if (first === undefined) return { remoteId: String(id), created: true };
  await wire.call({ purpose: 'remove', model, method: 'unlink', ids: [id], answer: Anything });
  return { remoteId: String(first), created: false };
}

/** Odoo has a phone and, until 18, a mobile number; the others stay in the mail. */
function phonesFor(wire: Wire, { phone, otherPhones = [], mobile }: OdooContact): Record<string, string> {
  const [first, second] = [phone, ...otherPhones].filter((each) => each);
  if (!hasMobile(wire)) {
    const only = first ?? mobile;
    return only ? { phone: only } : {};
  }
  const other = mobile || second;
  return { ...(first ? { phone: first } : {}), ...(other ? { mobile: other } : {}) };
}

/**
 * `Hafenstr. 5, 20457 Hamburg, Germany` as Odoo's fields. Where no part is a postal code with its town, all of it
 * stands in the street: nothing is guessed and nothing lost.
 */
function addressFields(address: string): Record<string, string> {
  const parts = address.split(/\s*[,\n]\s*/).filter((part) => part !== '');
  const at = parts.findIndex((part) => /^(?:[A-Z]{1,2}-)?\d{4,5} \p{L}/u.test(part));
  const town = parts[at]?.split(' ') ?? [];
  const street = parts.slice(0, at).join(', ');
  if (at < 1 || town.length < 2) return { street: parts.join(', ') };
  const rest = parts.slice(at + 1).join(', ');
  return { street, zip: town[0] ?? '', city: town.slice(1).join(' '), ...(rest ? { street2: rest } : {}) };
}

/** Live persons with this address, also as a second one in the field; oldest first. */
async function personsWith(wire: Wire, address: string): Promise<number[]> {
  const rows = await wire.call({
    purpose: 'find',
    model,
    method: 'search_read',
    args: {
      domain: [
        ['is_company', '=', false],
        '|',
        ['email_normalized', '=', address],
        ['email', 'ilike', escapeLike(address)],
      ],
      fields: PARTNER_FIELDS,
      order: 'id',
      limit: 100,
    },
    fields: ['email'],
    answer: Partners,
  });
  // `ilike` also finds `joanna@…` for `anna@…`.
  return rows
    .filter((row) => addressesIn(row.email_normalized, row.email).includes(address))
    .map((row) => row.id);
}

/** The company meant by a draft: by id, by domain, by its whole name; else a new one. */
async function companyOf(wire: Wire, wanted: NonNullable<OdooContact['company']>): Promise<number> {
  if ('id' in wanted) return idOf(wanted.id) ?? fail({ kind: 'gone' });
  return Number((await createCompany(wire, wanted)).remoteId);
}

/** Creates a company, unless a live one has that domain or name; of two made at once the later removes itself. */
export async function createCompany(wire: Wire, draft: OdooCompany): Promise<Logged> {
  const name = draft.name.trim();
  const domain = companyDomains([draft.domain])[0];
  const there = await companyLike(wire, name, domain);
  if (there !== undefined) return { remoteId: String(there), created: false };
  const id = await createPartner(wire, {
    ...draft.own,
    name,
    is_company: true,
    ...(domain ? { website: `https://${domain}` } : {}),
  });
  const first = (await companyLike(wire, name, domain)) ?? id;
  if (first >= id) return { remoteId: String(id), created: true };
  await wire.call({ purpose: 'remove', model, method: 'unlink', ids: [id], answer: Anything });
  return { remoteId: String(first), created: false };
}

/** The live company with that domain, else the one with that whole name; the oldest of several. */
async function companyLike(
  wire: Wire,
  name: string,
  domain: string | undefined,
): Promise<number | undefined> {
  const rows = await wire.call({
    purpose: 'find',
    model,
    method: 'search_read',
    args: {
      domain: [
        ['is_company', '=', true],
        ...(domain ? ['|', ['website', 'ilike', escapeLike(domain)]] : []),
        ['name', '=ilike', escapeLike(name)],
      ],
      fields: PARTNER_FIELDS,
      order: 'id',
      limit: 100,
    },
    fields: ['name', 'website'],
    answer: Partners,
  });
  const byDomain = rows.find(
    (row) => domain !== undefined && companyDomains([textOf(row.website)]).includes(domain),
  );
  const byName = rows.find((row) => textOf(row.name).toLowerCase() === name.toLowerCase());
  return (byDomain ?? byName)?.id;
}

/**
 * The rep's own: a record without a salesperson would drop out of a mirror of the rep's. Odoo tells a salesperson of it
 * unless that is who creates it (mail/models/mail_thread.py, `_message_auto_subscribe_followers`).
 */
async function createPartner(wire: Wire, given: Record<string, unknown>): Promise<number> {
  const values = { user_id: wire.uid, ...given };
  const [id] = await wire.call({
    purpose: 'create-contact',
    model,
    method: 'create',
    args: { vals_list: [values] },
    fields: Object.keys(values),
    answer: Ids,
  });
  return id ?? fail({ kind: 'not-understood', step: `${model} create` });
}
