import { companyDomains } from '@/utils/crm/company-domains';
import { AccountRow, ContactRow, DealRow } from '@/utils/crm/zoho/answers';
import type { Source } from '@/utils/crm/zoho/delta';
import type { Company, Contact, Deal } from '@/utils/model/contact';

/*
 * What is mirrored: which fields of which modules, and what we make of them.
 */

export const contacts: Source<ContactRow, Contact> = {
  module: 'Contacts',
  fields: [
    'Full_Name',
    'Email',
    'Secondary_Email',
    'Phone',
    'Mobile',
    'Title',
    'Account_Name',
    'Account_Name.Account_Name',
  ],
  row: ContactRow,
  toItem(row) {
    const addresses = [
      ...new Set([row.Email, row.Secondary_Email].flatMap((each) => each?.trim().toLowerCase() || [])),
    ];
    const name = row.Full_Name?.trim() || addresses[0];
    if (!name) return undefined;
    const mobile = row.Mobile?.trim().slice(0, 60);
    const company = row.Account_Name;
    const companyName = row['Account_Name.Account_Name'] ?? company?.name;
    return {
      id: row.id,
      name: name.slice(0, 300),
      addresses,
      phones: [...new Set([row.Phone?.trim().slice(0, 60), mobile].flatMap((each) => each || []))],
      ...(mobile ? { mobile } : {}),
      ...(row.Title ? { title: row.Title.slice(0, 200) } : {}),
      ...(company ? { companyId: company.id } : {}),
      ...(companyName ? { companyName: companyName.slice(0, 300) } : {}),
      updatedAt: Date.parse(row.Modified_Time),
    };
  },
};

export const companies: Source<AccountRow, Company> = {
  module: 'Accounts',
  fields: ['Account_Name', 'Website'],
  row: AccountRow,
  toItem: (row) => ({
    id: row.id,
    name: (row.Account_Name ?? '').slice(0, 300),
    domains: companyDomains([row.Website ?? undefined]),
    updatedAt: Date.parse(row.Modified_Time),
  }),
};

/** A stage whose name begins with "Closed" is closed, as in every pipeline that Zoho makes. Currency: the organisation's. */
export const deals: Source<DealRow, Deal> = {
  module: 'Deals',
  fields: ['Deal_Name', 'Account_Name', 'Contact_Name', 'Amount', 'Stage'],
  row: DealRow,
  toItem: (row) =>
    row.Stage?.startsWith('Closed')
      ? undefined
      : {
          id: row.id,
          title: (row.Deal_Name ?? '').slice(0, 300),
          ...(row.Account_Name ? { companyId: row.Account_Name.id } : {}),
          contactIds: row.Contact_Name ? [row.Contact_Name.id] : [],
          ...(typeof row.Amount === 'number' ? { value: row.Amount } : {}),
          ...(row.Stage ? { stage: row.Stage.slice(0, 200) } : {}),
          updatedAt: Date.parse(row.Modified_Time),
        },
};
