import type { CrmConnector } from '@/utils/crm/connector';
import { dynamics } from '@/utils/crm/dynamics/dynamics';
import { espocrm } from '@/utils/crm/espocrm/espocrm';
import { hubspot } from '@/utils/crm/hubspot/hubspot';
import { notebook } from '@/utils/crm/notebook/notebook';
import { odoo } from '@/utils/crm/odoo/odoo';
import { pipedrive } from '@/utils/crm/pipedrive/pipedrive';
import { salesforce } from '@/utils/crm/salesforce/salesforce';
import { twenty } from '@/utils/crm/twenty/twenty';
import { zoho } from '@/utils/crm/zoho/zoho';

/** Every CRM that Sidelog can write to; the embedded one first. */
export const connectors: readonly CrmConnector[] = [
  notebook,
  odoo,
  espocrm,
  twenty,
  hubspot,
  pipedrive,
  salesforce,
  zoho,
  dynamics,
];
