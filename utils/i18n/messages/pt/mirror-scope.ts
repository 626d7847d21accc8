import type { Formats } from '@/utils/i18n/formats';

/** Whose contacts are kept in this browser (components/options/mirror-scope.tsx). */
export const mirrorScope = (f: Formats) => ({
  label: 'Contatos guardados neste navegador',
  choice: {
    all: 'Todos os que você pode ver',
    mine: 'Os seus',
    team: 'Os da sua equipe',
    active: 'Alterados nos últimos dois anos',
  },
  counted: (choice: string, count: number) =>
    f.plural(count, { one: `${choice}: # contato`, other: `${choice}: # contatos` }),
  holds: {
    all: (crm: string) => `O Sidelog reconhece todas as pessoas que ${crm} mostra a você.`,
    mine: (crm: string) => `Contatos, empresas e negócios abertos que são seus em ${crm}.`,
    active: (crm: string) =>
      `Contatos, empresas e negócios abertos que mudaram em ${crm} nos últimos dois anos.`,
  },
  /** What a team is there. */
  team: {
    espocrm: 'Contatos, empresas e negócios abertos das equipes de que você faz parte no EspoCRM.',
    hubspot:
      'Contatos, empresas e negócios abertos cujo proprietário está em uma equipe com você no HubSpot.',
    salesforce:
      'Contatos, empresas e negócios abertos de todas as pessoas que têm a sua função no Salesforce.',
    dynamics:
      'Contatos, empresas e negócios abertos que são seus ou de uma das suas equipes no Dynamics 365.',
  },
  /** Why a choice is missing. */
  lacks: {
    odoo: 'No Odoo os contatos são de um vendedor e não de uma equipe; por isso “Os da sua equipe” não aparece aqui.',
    twenty:
      'No Twenty os contatos não são de ninguém; por isso “Os seus” e “Os da sua equipe” não aparecem aqui.',
    pipedrive:
      'O Pipedrive só fornece os contatos de um proprietário; por isso “Os da sua equipe” não aparece aqui.',
    zoho: 'O Zoho CRM só fornece os contatos de um proprietário; por isso “Os da sua equipe” não aparece aqui.',
  },
  others: (crm: string) =>
    `Qualquer outra pessoa que escrever é tratada primeiro como desconhecida. Ao criar o contato, ${crm} é consultado: quem já está lá não é criado uma segunda vez.`,
  again: 'Os contatos estão sendo lidos de novo. Até terminar, ficam os anteriores.',
});
