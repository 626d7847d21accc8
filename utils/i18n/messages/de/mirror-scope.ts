import type { Formats } from '@/utils/i18n/formats';

/** Whose contacts are kept in this browser (components/options/mirror-scope.tsx). */
export const mirrorScope = (f: Formats) => ({
  label: 'Kontakte in diesem Browser',
  choice: {
    all: 'Alle, die Sie sehen dürfen',
    mine: 'Ihre eigenen',
    team: 'Die Ihres Teams',
    active: 'In den letzten zwei Jahren geändert',
  },
  counted: (choice: string, count: number) =>
    f.plural(count, { one: `${choice}: # Kontakt`, other: `${choice}: # Kontakte` }),
  holds: {
    all: (crm: string) => `Sidelog erkennt alle, die ${crm} Ihnen zeigt.`,
    mine: (crm: string) => `Kontakte, Firmen und offene Deals, die in ${crm} Ihnen gehören.`,
    active: (crm: string) =>
      `Kontakte, Firmen und offene Deals, die sich in ${crm} in den letzten zwei Jahren geändert haben.`,
  },
  /** What a team is there. */
  team: {
    espocrm: 'Kontakte, Firmen und offene Deals der Teams, in denen Sie in EspoCRM sind.',
    hubspot: 'Kontakte, Firmen und offene Deals, deren Besitzer in HubSpot mit Ihnen in einem Team ist.',
    salesforce: 'Kontakte, Firmen und offene Deals aller, die in Salesforce Ihre Rolle haben.',
    dynamics: 'Kontakte, Firmen und offene Deals, die in Dynamics 365 Ihnen oder einem Ihrer Teams gehören.',
  },
  /** Why a choice is missing. */
  lacks: {
    odoo: 'Kontakte gehören in Odoo zu einer Person im Vertrieb, nicht zu einem Team. Darum fehlt hier „Die Ihres Teams“.',
    twenty: 'Kontakte gehören in Twenty niemandem. Darum fehlen hier „Ihre eigenen“ und „Die Ihres Teams“.',
    pipedrive:
      'Pipedrive gibt Kontakte nur nach einem einzelnen Besitzer heraus. Darum fehlt hier „Die Ihres Teams“.',
    zoho: 'Zoho CRM gibt Kontakte nur nach einem einzelnen Besitzer heraus. Darum fehlt hier „Die Ihres Teams“.',
  },
  others: (crm: string) =>
    `Wer Ihnen sonst schreibt, gilt zunächst als unbekannt. Legen Sie die Person als Kontakt an, wird ${crm} gefragt: Wer schon da ist, wird nicht ein zweites Mal angelegt.`,
  again: 'Die Kontakte werden neu gelesen. Bis das fertig ist, bleiben die bisherigen.',
});
