import { companyDomains } from '@/utils/crm/company-domains';
import { AccountRow, ContactRow, LeadRow, OpportunityRow } from '@/utils/crm/salesforce/answers';
import { type Source, source } from '@/utils/crm/salesforce/delta';
import { fromStamp } from '@/utils/crm/salesforce/soql';
import type { Company, Contact, Deal } from '@/utils/model/contact';

/*
 * What is mirrored: which fields of which objects, and what we make of them.
 */

/** Contacts, and leads that are not converted yet: both are people to whom mail is logged. */
export const people: readonly Source<Contact>[] = [
  source({
    object: 'Contact',
    fields: ['Name', 'Email', 'Phone', 'MobilePhone', 'Title', 'AccountId', 'Account.Name'],
    row: ContactRow,
    toItem: (row) => toPerson(row, row.AccountId ?? undefined, row.Account?.Name ?? undefined),
  }),
  source({
    object: 'Lead',
    fields: ['Name', 'Email', 'Phone', 'MobilePhone', 'Title', 'Company', 'IsConverted'],
    row: LeadRow,
    first: 'IsConverted = false',
    optional: true,
    toItem: (row) => (row.IsConverted ? undefined : toPerson(row, undefined, row.Company ?? undefined)),
  }),
];

export const companies: readonly Source<Company>[] = [
  source({
    object: 'Account',
    fields: ['Name', 'Website'],
    row: AccountRow,
    toItem: ({ Id, Name, Website, SystemModstamp }) => ({
      id: Id,
      name: (Name ?? '').slice(0, 300),
      domains: companyDomains([Website ?? undefined]),
      updatedAt: fromStamp(SystemModstamp),
    }),
  }),
];

/** Amounts have no currency here: the field exists only in orgs with several, and asking for it fails elsewhere. */
export const deals: readonly Source<Deal>[] = [
  source({
    object: 'Opportunity',
    fields: [
      'Name',
      'AccountId',
      'Amount',
      'StageName',
      'IsClosed',
      '(SELECT ContactId FROM OpportunityContactRoles LIMIT 50)',
    ],
    row: OpportunityRow,
    first: 'IsClosed = false',
    toItem: (row) =>
      row.IsClosed
        ? undefined
        : {
            id: row.Id,
            title: (row.Name ?? '').slice(0, 300),
            ...(row.AccountId ? { companyId: row.AccountId } : {}),
            contactIds: [
              ...new Set(row.OpportunityContactRoles?.records.flatMap(({ ContactId }) => ContactId ?? [])),
            ].slice(0, 50),
            ...(typeof row.Amount === 'number' ? { value: row.Amount } : {}),
            ...(row.StageName ? { stage: row.StageName.slice(0, 200) } : {}),
            updatedAt: fromStamp(row.SystemModstamp),
          },
  }),
];

function toPerson(
  row: Pick<ContactRow, 'Id' | 'Name' | 'Email' | 'Phone' | 'MobilePhone' | 'Title' | 'SystemModstamp'>,
  companyId: string | undefined,
  companyName: string | undefined,
): Contact | undefined {
  const address = row.Email?.trim().toLowerCase();
  const name = row.Name?.trim() || address;
  if (!name) return undefined;
  const mobile = row.MobilePhone?.trim().slice(0, 60);
  const phones = [row.Phone?.trim().slice(0, 60), mobile].filter(
    (phone) => phone !== undefined && phone !== '',
  );
  return {
    id: row.Id,
    name: name.slice(0, 300),
    addresses: address ? [address.slice(0, 320)] : [],
    phones: [...new Set(phones)].flatMap((phone) => phone ?? []),
    ...(mobile ? { mobile } : {}),
    ...(row.Title ? { title: row.Title.slice(0, 200) } : {}),
    ...(companyId ? { companyId } : {}),
    ...(companyName ? { companyName: companyName.slice(0, 300) } : {}),
    updatedAt: fromStamp(row.SystemModstamp),
  };
}
