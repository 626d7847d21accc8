import { companyDomains } from '@/utils/crm/company-domains';
import {
  ACCOUNT_FIELDS,
  AccountRow,
  CONTACT_FIELDS,
  ContactRow,
  OPPORTUNITY_FIELDS,
  OpportunityRow,
} from '@/utils/crm/espocrm/answers';
import type { Mirrored } from '@/utils/crm/espocrm/changes';
import { fromStamp, fromTitle, isPlainAddress, textOf } from '@/utils/crm/espocrm/values';
import type { Company, Contact, Deal } from '@/utils/model/contact';

/** A person as we mirror them: lists hold the main address and number only. */
function toContact(row: ContactRow): Contact | undefined {
  const address = textOf(row.emailAddress).toLowerCase();
  const name = textOf(row.name) || address;
  if (!name) return undefined;
  const phone = textOf(row.phoneNumber).slice(0, 60);
  const title = textOf(row.title).slice(0, 200);
  const companyId = textOf(row.accountId);
  return {
    id: row.id,
    name: name.slice(0, 300),
    addresses: isPlainAddress(address) ? [address] : [],
    phones: phone ? [phone] : [],
    ...(title ? { title } : {}),
    ...(companyId ? { companyId, companyName: textOf(row.accountName).slice(0, 300) } : {}),
    updatedAt: fromStamp(row.modifiedAt),
  };
}

function toCompany(row: AccountRow): Company | undefined {
  const name = textOf(row.name);
  if (!name) return undefined;
  return {
    id: row.id,
    name: name.slice(0, 300),
    domains: companyDomains([textOf(row.website), textOf(row.emailAddress)]),
    updatedAt: fromStamp(row.modifiedAt),
  };
}

function toDeal(row: OpportunityRow): Deal {
  const companyId = textOf(row.accountId);
  const stage = textOf(row.stage).slice(0, 200);
  const currency = textOf(row.amountCurrency).slice(0, 3);
  return {
    id: row.id,
    title: fromTitle(textOf(row.name)).slice(0, 300),
    ...(companyId ? { companyId } : {}),
    contactIds: (row.contactsIds ?? []).slice(0, 50),
    ...(typeof row.amount === 'number' ? { value: row.amount } : {}),
    ...(currency ? { currency } : {}),
    ...(stage ? { stage } : {}),
    updatedAt: fromStamp(row.modifiedAt),
  };
}

export const contacts: Mirrored<ContactRow, Contact> = {
  entity: 'Contact',
  select: CONTACT_FIELDS,
  row: ContactRow,
  toItem: toContact,
};

export const companies: Mirrored<AccountRow, Company> = {
  entity: 'Account',
  select: ACCOUNT_FIELDS,
  row: AccountRow,
  toItem: toCompany,
};

/** Neither won nor lost: EspoCRM knows by the stage's probability. */
export const openDeals: Mirrored<OpportunityRow, Deal> = {
  entity: 'Opportunity',
  select: OPPORTUNITY_FIELDS,
  row: OpportunityRow,
  filter: { primaryFilter: 'open' },
  toItem: toDeal,
};
