import { t } from '@/utils/i18n/t';

/** Product names, the same in every language, by connector id. Here, because a page need not load the connectors for them. */
const names: Readonly<Record<string, string>> = {
  odoo: 'Odoo',
  espocrm: 'EspoCRM',
  twenty: 'Twenty',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
  zoho: 'Zoho CRM',
  dynamics: 'Dynamics 365',
};

/** What a connector is called; its id stands in where nothing is said. */
export function crmName(connector: string): string {
  return connector === 'notebook' ? t.notebook : (names[connector] ?? connector);
}
