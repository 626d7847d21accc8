import type { Formats } from '@/utils/i18n/formats';

export const pick = (f: Formats) => ({
  wrong: {
    contact: 'Faux ? Choisir un autre contact',
    company: 'Faux ? Choisir une autre société',
    deal: 'Faux ? Choisir une autre affaire',
  },
  wrongOf: (name: string) => `${name} : faux ? Choisir autrement`,
  choose: 'Choisir',
  chooseOf: {
    contact: 'Choisir un contact',
    company: 'Choisir une société',
    deal: 'Choisir l’affaire de cette conversation',
  },
  known: 'Déjà un contact ?',
  field: { contact: 'Contact', company: 'Société', deal: 'Affaire' },
  placeholder: {
    contact: 'Nom, société ou adresse',
    company: 'Nom ou domaine',
    deal: 'Titre d’une affaire',
  },
  none: { contact: 'Aucune de ces personnes', company: 'Aucune', deal: 'Aucune affaire' },
  again: 'Laisser Sidelog choisir de nouveau',
  nothing: (typed: string) => `Rien trouvé pour « ${typed} »`,
  count: (count: number) => f.plural(count, { zero: 'Rien à montrer', one: '# choix', other: '# choix' }),
  said: {
    contact: (name: string, address: string) => `${address} est désormais ${name}.`,
    notContact: (address: string) => `${address} n’est aucun de vos contacts. C’est retenu.`,
    company: (name: string) => `Société : ${name}. Retenu pour ces personnes.`,
    noCompany: 'Aucune société. Retenu pour ces personnes.',
    deal: (title: string) => `Affaire : ${title}. Retenu pour cette conversation.`,
    noDeal: 'Aucune affaire. Retenu pour cette conversation.',
    again: 'Oublié. Sidelog choisit de nouveau.',
  },
  deal: 'Affaire',
  openDeals: (count: number) =>
    f.plural(count, { one: '# affaire ouverte', other: '# affaires ouvertes, aucune choisie' }),
  noDeal: 'aucune',
});

export const around = (f: Formats) => ({
  title: (name: string) => `À propos de ${name}`,
  deals: 'Affaires ouvertes',
  last: 'Derniers échanges',
  people: 'Aussi dans cette conversation',
  moreDeals: (count: number) => f.plural(count, { one: '# autre affaire', other: '# autres affaires' }),
  kind: { email: 'E-mail', meeting: 'Réunion', call: 'Appel' },
});
