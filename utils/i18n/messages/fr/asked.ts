import type { Formats } from '@/utils/i18n/formats';

export const asked = (f: Formats) => ({
  asksFor: (crm: string) => `${crm} demande`,
  asksForTask: (crm: string) => `Pour la tâche, ${crm} demande`,
  asksForCompany: (crm: string) => `Pour la nouvelle société, ${crm} demande`,
  asksForThis: (names: readonly string[], crm: string) => `${crm} demande ${f.list(names)}.`,
  yes: 'Oui',
  no: 'Non',
  choose: 'Choisir…',
  empty: (label: string) => `Dites ce qui va dans ${label}.`,
});

export const firstLog = () => ({
  title: (crm: string) => `Votre première entrée dans ${crm}`,
  found: (subject: string, crm: string) => `« ${subject} » a été relu dans ${crm} : il y est.`,
  notFound: (subject: string, crm: string) =>
    `${crm} a pris « ${subject} », mais ne le trouve pas encore. Certains CRM ont besoin d’un moment.`,
  look: (crm: string) =>
    `Personne n’a pu essayer ${crm} sur un compte réel avant vous, regardez donc si c’est comme vous le voulez.`,
  open: (crm: string) => `Ouvrir dans ${crm}`,
  right: 'C’est bon',
});
