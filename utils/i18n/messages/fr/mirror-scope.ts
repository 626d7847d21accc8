import type { Formats } from '@/utils/i18n/formats';

/** Whose contacts are kept in this browser (components/options/mirror-scope.tsx). */
export const mirrorScope = (f: Formats) => ({
  label: 'Contacts gardés dans ce navigateur',
  choice: {
    all: 'Tous ceux que vous pouvez voir',
    mine: 'Les vôtres',
    team: 'Ceux de votre équipe',
    active: 'Modifiés au cours des deux dernières années',
  },
  counted: (choice: string, count: number) =>
    f.plural(count, { one: `${choice} : # contact`, other: `${choice} : # contacts` }),
  holds: {
    all: (crm: string) => `Sidelog reconnaît toutes les personnes que ${crm} vous montre.`,
    mine: (crm: string) =>
      `Les contacts, entreprises et affaires en cours qui vous appartiennent dans ${crm}.`,
    active: (crm: string) =>
      `Les contacts, entreprises et affaires en cours modifiés dans ${crm} au cours des deux dernières années.`,
  },
  /** What a team is there. */
  team: {
    espocrm:
      'Les contacts, entreprises et affaires en cours des équipes dont vous faites partie dans EspoCRM.',
    hubspot:
      'Les contacts, entreprises et affaires en cours dont le propriétaire partage une équipe avec vous dans HubSpot.',
    salesforce:
      'Les contacts, entreprises et affaires en cours de toutes les personnes qui ont votre rôle dans Salesforce.',
    dynamics:
      'Les contacts, entreprises et affaires en cours qui appartiennent à vous ou à l’une de vos équipes dans Dynamics 365.',
  },
  /** Why a choice is missing. */
  lacks: {
    odoo: 'Dans Odoo, un contact appartient à un vendeur et non à une équipe : « Ceux de votre équipe » manque donc ici.',
    twenty:
      'Dans Twenty, un contact n’appartient à personne : « Les vôtres » et « Ceux de votre équipe » manquent donc ici.',
    pipedrive:
      'Pipedrive ne donne les contacts que d’un seul propriétaire à la fois : « Ceux de votre équipe » manque donc ici.',
    zoho: 'Zoho CRM ne donne les contacts que d’un seul propriétaire à la fois : « Ceux de votre équipe » manque donc ici.',
  },
  others: (crm: string) =>
    `Toute autre personne qui vous écrit est d’abord considérée comme inconnue. Si vous créez le contact, ${crm} est interrogé : une personne qui s’y trouve déjà n’est pas créée une seconde fois.`,
  again: 'Les contacts sont relus. En attendant, les précédents restent.',
});
