import type { Formats } from '@/utils/i18n/formats';

export const panel = (f: Formats) => ({
  title: 'Panneau Sidelog',
  coverage: {
    logged: (count: number) =>
      f.plural(count, { one: '# consigné aujourd’hui', other: '# consignés aujourd’hui' }),
    waiting: (count: number) => f.plural(count, { one: '# en attente', other: '# en attente' }),
    onTheWay: (count: number) => f.plural(count, { one: '# en route', other: '# en route' }),
    stuck: (count: number) => f.plural(count, { one: '# a besoin de vous', other: '# ont besoin de vous' }),
    hint: 'Les e-mails confirmés et arrivés aujourd’hui ; ceux qui vous attendent plus bas.',
  },
  covered: {
    title: 'Les 30 derniers jours',
    seen: (count: number) =>
      f.plural(count, {
        one: '# e-mail ou réunion avec un client',
        other: '# e-mails et réunions avec des clients',
      }),
    logged: (count: number) => f.plural(count, { one: '# consigné', other: '# consignés' }),
    leftOut: (count: number) => f.plural(count, { one: '# écarté par vous', other: '# écartés par vous' }),
    lost: (count: number) => f.plural(count, { one: '# perdu', other: '# perdus' }),
    last: (at: number, now: number) => `Dernière entrée ${f.moment(at, now)}.`,
    never: 'Rien de consigné pour l’instant.',
    read: (crm: string, at: number, now: number) => f.sentence(`${crm} lu ${f.relative(at, now)}`),
  },
  practice: 'Entraînement : tout le monde est inventé et rien ne peut être envoyé.',
  openThread: (count: number) => f.plural(count, { one: 'E-mail ouvert', other: 'Conversation ouverte' }),
  queue: 'Vous attend',
  logAll: 'Tout consigner',
  showMore: (count: number) =>
    f.plural(count, { one: 'En montrer # de plus', other: 'En montrer # de plus' }),
  chosen: {
    count: (count: number) => f.plural(count, { one: '# choisi', other: '# choisis' }),
    log: (count: number) => f.plural(count, { one: 'En consigner #', other: 'En consigner #' }),
    none: 'Effacer',
    named: (row: string) => `${row}, choisi`,
    how: 'Maintenez Maj pour en choisir plusieurs',
  },
  arrived: (count: number) => f.plural(count, { one: '# nouveau', other: '# nouveaux' }),
  quiet: (count: number) => f.plural(count, { one: '# d’un inconnu', other: '# d’inconnus' }),
  quietHint: 'Pas des contacts, et vous ne leur avez pas écrit. Non comptés.',
  refusedHere: (count: number) =>
    f.plural(count, {
      one: '# e-mail ici n’est pas proposé',
      other: '# e-mails ici ne sont pas proposés',
    }),
  onTheWay: 'En route',
  stuck: 'A besoin de vous',
  recent: 'Consigné récemment',
  remove: 'Retirer',
  removeNamed: (subject: string) => `Retirer « ${subject} » du CRM`,
  removeHint: 'Retire l’entrée du CRM. L’e-mail est ensuite proposé de nouveau.',
  state: {
    held: (at: number, now: number) => `part ${f.relative(at, now)}`,
    queued: 'attend d’être envoyé',
    sending: 'en cours d’envoi',
    unconfirmed: 'pas encore de réponse ; Sidelog vérifie s’il est arrivé avant de renvoyer',
    created: (name: string) => `Nouveau contact ${name}`,
    removingPlain: 'Retrait d’une entrée',
    keepingFirst: 'Vérification : quelqu’un a-t-il consigné la même chose ?',
    task: 'Une tâche est terminée',
    taskDay: 'Une tâche est reportée',
    newTask: (title: string) => `Nouvelle tâche : ${title}`,
    removingTask: 'Retrait d’une tâche',
    updating: (subject: string) => `Modification : ${subject}`,
    updatingContact: (value: string) => `Modification d’un contact : ${value}`,
  },
  retry: 'Réessayer',
  giveUp: 'Reprendre',
  giveUpHint: 'L’entrée n’est pas envoyée ; l’e-mail attend de nouveau dans la liste.',
  reconnect: 'Reconnecter',
  waitsForKey: 'Attend que vous vous reconnectiez.',
  undo: {
    logged: (subject: string) => `Confirmé : ${subject}`,
    label: 'Confirmé',
    dismissed: 'Non consigné',
    snoozed: 'Plus tard',
    button: 'Annuler',
    left: (seconds: number) => `${f.number(seconds)} s`,
    undone: 'Repris. Rien n’a été envoyé.',
    broughtBack: 'De retour dans la liste.',
  },
  said: {
    logging: 'Consignation',
    confirmed: (subject: string) => `Confirmé : ${subject}. Appuyez sur Z pour annuler.`,
    confirmedMany: (count: number) =>
      f.plural(count, {
        one: '# e-mail confirmé. Appuyez sur Z pour annuler.',
        other: '# e-mails confirmés. Appuyez sur Z pour annuler.',
      }),
    removed: 'Il est en train d’être retiré du CRM.',
    dismissed: 'Non consigné. Appuyez sur Z pour le reprendre.',
    snoozed: (until: number, now: number) => `Revient ${f.moment(until, now)}.`,
    never: (value: string) =>
      `${value} figure désormais sur votre liste « Ne jamais consigner ». Elle se change dans les paramètres.`,
    retried: 'Nouvel essai.',
    givenUp: 'Repris. L’e-mail est de nouveau dans la liste.',
    shown: 'Sidelog le lit de nouveau.',
  },
  review: {
    title: (count: number) =>
      f.plural(count, { one: 'Consigner # e-mail ?', other: 'Consigner ces # e-mails ?' }),
    confirm: (count: number) => f.plural(count, { one: 'Consigner # e-mail', other: 'Consigner # e-mails' }),
    hint: 'Une ligne chacun. Écartez ce qui ne doit pas être consigné.',
  },
  empty: {
    noConsentTitle: 'La lecture est désactivée',
    noConsent:
      'Sidelog ne lit rien tant que vous ne l’avez pas permis. La configuration prend une minute, sans compte.',
    noConsentAction: 'Configurer Sidelog',
    nothingOpenTitle: 'Aucun e-mail ouvert',
    nothingOpen: 'Ouvrez l’e-mail d’un client et son entrée apparaît ici, prête à consigner.',
    otherPageTitle: 'Une page que Sidelog ne lit pas',
    otherPage: 'Votre liste est plus bas.',
    practice: 'Essayer dans la messagerie d’entraînement',
    nothingWaitingTitle: 'Tout est à jour',
    nothingWaiting: 'Chaque e-mail client que vous avez ouvert est consigné ou décidé.',
    nothingElse: 'Rien d’autre. Tout est à jour.',
    nothingToLogTitle: 'Rien à consigner ici',
    nothingToLog: 'Pas d’e-mail client dans cette conversation.',
    loading: 'Ouverture de votre carnet',
  },
  banner: {
    hostAction: 'Autoriser de nouveau',
    staleTitle: 'Cet onglet était ouvert avant Sidelog',
    stale:
      'Sidelog ne peut pas encore le lire. Rechargez-le une fois ; la messagerie garde le brouillon que vous écrivez.',
    staleAction: 'Recharger l’onglet',
    driftTitle: (site: string) => `${site} a changé aujourd’hui`,
    drift:
      'Sidelog n’a pas pu y lire quelque chose avec certitude, il n’a donc rien noté de faux. Votre liste, la consignation et les autres sites marchent toujours, et l’ajout à la main aussi : déposez ou collez l’e-mail ici.',
    driftAction: 'Voir le rapport',
    offlineTitle: 'Vous êtes hors ligne',
    offline: 'Continuez à confirmer. Tout est gardé ici et envoyé une fois, au retour de la connexion.',
    signedOutTitle: (crm: string) => `${crm} vous a déconnecté`,
    signedOut: (waiting: number) =>
      f.plural(waiting, {
        one: '# entrée attend, en sûreté. Reconnectez, et elle part.',
        other: '# entrées attendent, en sûreté. Reconnectez, et elles partent.',
      }),
    crmWaits: (count: number, since: number) =>
      f.plural(count, {
        one: `# entrée attend depuis ${f.exact(since)}, en sûreté et envoyée une fois.`,
        other: `# entrées attendent depuis ${f.exact(since)}, en sûreté et envoyées une fois.`,
      }),
    crmUnread: (since: number) =>
      `Ses contacts et affaires n’ont pas pu être relus le ${f.exact(since)}. Vous voyez l’état d’alors ; la consignation continue.`,
    readingTitle: (crm: string) => `Première lecture de ${crm}`,
    readSoFar: (count: number) =>
      f.plural(count, { one: '# contact lu jusqu’ici.', other: '# contacts lus jusqu’ici.' }),
    reading: 'La consignation continue pendant ce temps. Qui n’est pas encore lu apparaît comme nouveau.',
    dismiss: 'Masquer',
  },
});
