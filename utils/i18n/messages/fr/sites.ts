import type { Formats } from '@/utils/i18n/formats';

export const sites = (f: Formats) => ({
  title: 'Quelles pages Sidelog peut-il lire ?',
  hint: 'Choisissez ce avec quoi vous travaillez, une page après l’autre ou toutes. Votre navigateur demande ensuite pour chaque adresse. Vous pouvez revenir dessus à tout moment, ici ou dans les paramètres.',
  anew: 'Ce que Sidelog lit a changé depuis votre accord. Rien n’est lu tant que vous n’avez pas donné un nouvel accord.',
  hostMissing: 'Vous étiez d’accord, mais le navigateur a retiré l’autorisation. Rien n’y est lu.',
  what: {
    gmail: 'Les e-mails que vous ouvrez et envoyez',
    'google-calendar': 'Les réunions avec des clients',
    outlook: 'Les e-mails que vous ouvrez et envoyez',
    'outlook-calendar': 'Les réunions avec des clients',
  },
  where: {
    gmail: 'mail.google.com',
    'google-calendar': 'calendar.google.com',
    outlook: 'outlook.office.com et ses trois autres adresses',
    'outlook-calendar': 'les mêmes adresses qu’Outlook',
  },
  unconfirmed: 'Construit d’après des formats documentés, pas encore confirmé sur un compte réel',
  open: (site: string) => `Ouvrir ${site}`,
  read: (site: string) => `Lire ${site}`,
  allow: (site: string) => `Autoriser de nouveau ${site}`,
  asking: 'En attente de votre réponse…',
  on: 'Est lu',
  stop: 'Arrêter',
  stopNamed: (site: string) => `Arrêter de lire ${site}`,
  stopAll: 'Désactiver la lecture',
  said: (site: string) => `${site} est lu à partir de maintenant.`,
  hereTitle: (site: string) => `Vous avez ouvert ${site}`,
  here: 'Sidelog ne le lit pas. Activez-le, et ce que vous ouvrez désormais est proposé ici.',
  others: 'Activer une autre page',
  lost: (names: readonly string[]) => `Désactivé dans le navigateur : ${f.list(names)}`,
  lostHint:
    'Le navigateur a retiré l’autorisation. Ce qui a été consigné est en sûreté ; rien de nouveau n’y est lu.',
});
