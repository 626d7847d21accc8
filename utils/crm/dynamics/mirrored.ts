import { companyDomains } from '@/utils/crm/company-domains';
import { AccountRow, ContactRow, OpportunityRow } from '@/utils/crm/dynamics/answers';
import type { Source } from '@/utils/crm/dynamics/delta';
import type { Company, Contact, Deal } from '@/utils/model/contact';

/*
 * What is mirrored: which columns of which tables, and what we make of them.
 */

export const contacts: Source<ContactRow, Contact> = {
  table: 'contacts',
  select: [
    'fullname',
    'emailaddress1',
    'emailaddress2',
    'emailaddress3',
    'telephone1',
    'mobilephone',
    'jobtitle',
    '_parentcustomerid_value',
    'statecode',
    'modifiedon',
  ],
  row: ContactRow,
  idOf: (row) => row.contactid,
  toItem(row) {
    const addresses = [row.emailaddress1, row.emailaddress2, row.emailaddress3].flatMap(
      (each) => each?.trim().toLowerCase() || [],
    );
    const name = row.fullname?.trim() || addresses[0];
    if (!name || row.statecode !== 0) return undefined;
    const mobile = row.mobilephone?.trim().slice(0, 60);
    const companyName = row['_parentcustomerid_value@OData.Community.Display.V1.FormattedValue'];
    // A contact can also belong to a contact.
    const isAccount = row['_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname'] === 'account';
    return {
      id: row.contactid,
      name: name.slice(0, 300),
      addresses: [...new Set(addresses)],
      phones: [...new Set([row.telephone1?.trim().slice(0, 60), mobile].flatMap((each) => each || []))],
      ...(mobile ? { mobile } : {}),
      ...(row.jobtitle ? { title: row.jobtitle.slice(0, 200) } : {}),
      ...(row._parentcustomerid_value && isAccount ? { companyId: row._parentcustomerid_value } : {}),
      ...(companyName && isAccount ? { companyName: companyName.slice(0, 300) } : {}),
      updatedAt: Date.parse(row.modifiedon),
    };
  },
};

export const companies: Source<AccountRow, Company> = {
  table: 'accounts',
  select: ['name', 'websiteurl', 'statecode', 'modifiedon'],
  row: AccountRow,
  idOf: (row) => row.accountid,
  toItem: (row) =>
    row.statecode === 0
      ? {
          id: row.accountid,
          name: (row.name ?? '').slice(0, 300),
          domains: companyDomains([row.websiteurl ?? undefined]),
          updatedAt: Date.parse(row.modifiedon),
        }
      : undefined,
};

export const deals: Source<OpportunityRow, Deal> = {
  table: 'opportunities',
  select: [
    'name',
    '_parentaccountid_value',
    '_parentcontactid_value',
    'estimatedvalue',
    'stepname',
    'statecode',
    'modifiedon',
  ],
  row: OpportunityRow,
  idOf: (row) => row.opportunityid,
  toItem: (row) =>
    row.statecode === 0
      ? {
          id: row.opportunityid,
          title: (row.name ?? '').slice(0, 300),
          ...(row._parentaccountid_value ? { companyId: row._parentaccountid_value } : {}),
          contactIds: row._parentcontactid_value ? [row._parentcontactid_value] : [],
          ...(typeof row.estimatedvalue === 'number' ? { value: row.estimatedvalue } : {}),
          ...(row.stepname ? { stage: row.stepname.slice(0, 200) } : {}),
          updatedAt: Date.parse(row.modifiedon),
        }
      : undefined,
};
