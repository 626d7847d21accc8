import type { Formats } from '@/utils/i18n/formats';

/** Whose contacts are kept in this browser (components/options/mirror-scope.tsx). */
export const mirrorScope = (f: Formats) => ({
  label: 'Contacts kept in this browser',
  choice: {
    all: 'All that you may see',
    mine: 'Yours',
    team: 'Your team’s',
    active: 'Changed in the last two years',
  },
  /** Once the CRM was asked. */
  counted: (choice: string, count: number) =>
    f.plural(count, { one: `${choice}: # contact`, other: `${choice}: # contacts` }),
  holds: {
    all: (crm: string) => `Sidelog recognises everybody whom ${crm} shows you.`,
    mine: (crm: string) => `Contacts, companies and open deals that are yours in ${crm}.`,
    active: (crm: string) =>
      `Contacts, companies and open deals that changed in ${crm} in the last two years.`,
  },
  /** What a team is there. */
  team: {
    espocrm: 'Contacts, companies and open deals of the teams that you are in in EspoCRM.',
    hubspot: 'Contacts, companies and open deals whose owner shares a team with you in HubSpot.',
    salesforce: 'Contacts, companies and open deals of everybody with your role in Salesforce.',
    dynamics: 'Contacts, companies and open deals that you or one of your teams owns in Dynamics 365.',
  },
  /** Why a choice is missing. */
  lacks: {
    odoo: 'Odoo’s contacts belong to a salesperson, not to a team, so “your team’s” is missing here.',
    twenty: 'Twenty’s contacts belong to nobody, so “yours” and “your team’s” are missing here.',
    pipedrive: 'Pipedrive can be asked for one owner’s contacts only, so “your team’s” is missing here.',
    zoho: 'Zoho CRM can be asked for one owner’s contacts only, so “your team’s” is missing here.',
  },
  others: (crm: string) =>
    `Whoever else writes to you is taken for a stranger at first. If you create them as a contact, ${crm} is asked: somebody who is there is not made a second time.`,
  again: 'Contacts are being read anew. Until that is done, those from before stay.',
});
