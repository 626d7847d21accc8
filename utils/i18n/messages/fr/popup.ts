import type { Formats } from '@/utils/i18n/formats';

export const popup = (f: Formats) => ({
  title: 'Aujourd’hui',
  waiting: 'Attend votre réponse',
  waitingHint:
    'La plus longue attente d’abord, comptée dans vos heures de travail ; à attente presque égale, par la valeur de l’affaire. Une réponse efface sa ligne d’elle-même.',
  promised: 'Vous avez promis',
  promisedHint: 'Tiré d’e-mails envoyés et pas encore consignés. Une fois consignés, ce sont des tâches.',
  tasks: 'Tâches',
  notes: 'Réunions sans notes',
  notesHint: 'Elles sont finies et pas encore consignées. Écrivez ce qui a été dit tant que vous le savez.',
  writeNotes: 'Ouvrir le panneau et écrire des notes',
  logWithout: (title: string) => `Consigner sans notes : ${title}`,
  asOf: (at: number, now: number) => `à ${f.shortMoment(at, now)}`,
  waited: (ms: number, at: number, now: number) => (ms > 0 ? f.hours(ms) : f.shortMoment(at, now)),
  waitedLong: (ms: number) =>
    ms > 0
      ? `attend depuis ${f.hours(ms)} de votre temps de travail`
      : 'a écrit en dehors de vos heures de travail',
  stake: (value: number, currency: string | undefined) => f.money(value, currency),
  stakeOf: (title: string) => `Affaire : ${title}`,
  quiet: 'Devenu silencieux',
  quietHint: 'Vous avez écrit en dernier, et personne n’a répondu.',
  quietDays: (days: number) => f.plural(days, { one: '# jour', other: '# jours' }),
  quietLong: (days: number) =>
    f.plural(days, { one: 'silencieux depuis # jour', other: 'silencieux depuis # jours' }),
  atLeast: (count: number) => `${f.number(count)}+`,
  showMore: 'Afficher la suite',
  showMoreOf: (title: string) => `Afficher la suite : ${title}`,
  call: (name: string) => `Appeler ${name}`,
  log: (subject: string) => `Consigner : ${subject}`,
  logInPanel: (subject: string, crm: string) =>
    `Consigner dans le panneau, où ${crm} demande autre chose encore : ${subject}`,
  move: (title: string) => `Reporter à un autre jour : ${title}`,
  moveTo: {
    tomorrow: 'Demain',
    inThreeDays: 'Dans trois jours',
    nextWeek: 'Lundi prochain',
    inTwoWeeks: 'Dans deux semaines',
  },
  movedTo: (day: string) => `Reporté : ${day}`,
  undo: 'Annuler',
  keys: {
    open: 'Ouvrir la conversation ou le panneau',
    later: 'Plus tard, ou reporter une tâche',
    done: 'Fait',
    call: 'Appeler',
    log: 'Consigner',
  },
  wrote: (at: number, now: number) => `a écrit ${f.moment(at, now)}`,
  overdue: (days: number) => f.plural(days, { one: '# jour de retard', other: '# jours de retard' }),
  openThread: 'Ouvrir la conversation',
  done: 'Fait',
  doneNamed: (name: string) => `Fait : ${name}`,
  snoozed: (until: number, now: number) => `De retour ${f.moment(until, now)}`,
  doneSaid: 'Fait.',
  proposals: (count: number) =>
    f.plural(count, {
      one: '# entrée attend d’être consignée',
      other: '# entrées attendent d’être consignées',
    }),
  noProposals: 'Rien n’attend d’être consigné',
  openPanel: 'Ouvrir le panneau',
  emptyTitle: 'Personne ne vous attend',
  empty: 'Quand un client a écrit en dernier, il figure ici, la plus longue attente d’abord.',
  noConsentTitle: 'Sidelog n’est pas encore configuré',
  noConsent: 'Il ne lit rien tant que vous ne l’avez pas permis.',
  setUp: 'Configurer',
  noPanel:
    'Le panneau ne s’est pas ouvert. Utilisez les touches, ou un clic droit sur le bouton de la barre d’outils.',
});
