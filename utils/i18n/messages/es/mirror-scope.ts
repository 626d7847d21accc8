import type { Formats } from '@/utils/i18n/formats';

/** Whose contacts are kept in this browser (components/options/mirror-scope.tsx). */
export const mirrorScope = (f: Formats) => ({
  label: 'Contactos guardados en este navegador',
  choice: {
    all: 'Todos los que puede ver',
    mine: 'Los suyos',
    team: 'Los de su equipo',
    active: 'Modificados en los últimos dos años',
  },
  counted: (choice: string, count: number) =>
    f.plural(count, { one: `${choice}: # contacto`, other: `${choice}: # contactos` }),
  holds: {
    all: (crm: string) => `Sidelog reconoce a todas las personas que ${crm} le muestra.`,
    mine: (crm: string) => `Contactos, empresas y negocios abiertos que son suyos en ${crm}.`,
    active: (crm: string) =>
      `Contactos, empresas y negocios abiertos que cambiaron en ${crm} en los últimos dos años.`,
  },
  /** What a team is there. */
  team: {
    espocrm: 'Contactos, empresas y negocios abiertos de los equipos a los que pertenece en EspoCRM.',
    hubspot:
      'Contactos, empresas y negocios abiertos cuyo propietario comparte un equipo con usted en HubSpot.',
    salesforce:
      'Contactos, empresas y negocios abiertos de todas las personas que tienen su mismo rol en Salesforce.',
    dynamics:
      'Contactos, empresas y negocios abiertos que son de usted o de uno de sus equipos en Dynamics 365.',
  },
  /** Why a choice is missing. */
  lacks: {
    odoo: 'En Odoo los contactos son de un comercial y no de un equipo; por eso falta aquí «Los de su equipo».',
    twenty: 'En Twenty los contactos no son de nadie; por eso faltan aquí «Los suyos» y «Los de su equipo».',
    pipedrive: 'Pipedrive solo da los contactos de un propietario; por eso falta aquí «Los de su equipo».',
    zoho: 'Zoho CRM solo da los contactos de un propietario; por eso falta aquí «Los de su equipo».',
  },
  others: (crm: string) =>
    `Cualquier otra persona que le escriba se toma primero por desconocida. Si la crea como contacto, se pregunta a ${crm}: quien ya está no se crea por segunda vez.`,
  again: 'Los contactos se leen de nuevo. Hasta que termine, se mantienen los anteriores.',
});
