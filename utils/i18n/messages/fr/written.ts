import type { Formats } from '@/utils/i18n/formats';

const places: Readonly<Record<string, string>> = {
  subject: 'Objet',
  at: 'Heure',
  endsAt: 'Fin',
  minutes: 'Minutes',
  participants: 'Personnes concernées',
  contactIds: 'Contacts',
  companyId: 'Société',
  dealId: 'Affaire',
  summary: 'Résumé ou notes',
  ownWords: 'Les mots de l’expéditeur',
  attachmentNames: 'Noms des fichiers',
  direction: 'Reçu ou envoyé',
  place: 'Lieu',
  title: 'Titre',
  dueDate: 'Échéance',
  note: 'La phrase d’où cela vient',
  name: 'Nom',
  address: 'Adresse e-mail',
  phone: 'Téléphone',
  mobile: 'Mobile',
  company: 'Société',
  domain: 'Domaine du site web',
  postalAddress: 'Adresse postale',
  website: 'Site web',
  kind: 'Le type qui convient',
  nextStep: 'Prochaine étape',
  nextStepDue: 'Jour de la prochaine étape',
  outcome: 'Résultat',
};

export const written = (f: Formats) => ({
  title: 'Ce qui est écrit, champ par champ',
  checked: (crm: string) =>
    `${crm} dit lui-même quels champs il a. Vérifié à la connexion, puis une fois par jour.`,
  unchecked: (crm: string) =>
    `${crm} ne dit pas quels champs il demande, on ne peut donc pas le vérifier d’avance. Ce qu’il refuse vous attend avec sa raison.`,
  example: (subject: string) =>
    `Les exemples viennent de votre propre liste : « ${subject} ». Rien n’en a été envoyé.`,
  noExample: 'Dès qu’un e-mail attend dans votre liste, ses mots figurent ici en exemple.',
  kind: {
    email: 'E-mail',
    meeting: 'Réunion',
    call: 'Appel',
    task: 'Tâche',
    contact: 'Nouveau contact',
    company: 'Nouvelle société',
  },
  record: (kind: string, record: string) => (record ? `${kind} : « ${record} » dans le CRM` : kind),
  field: 'Champ',
  gets: 'Reçoit',
  exampleTitle: 'Exemple',
  required: 'obligatoire',
  nothing: 'laissé vide',
  always: (value: string) => `toujours « ${value} »`,
  ask: 'demandé à chaque entrée',
  missing: (count: number) =>
    f.plural(count, {
      one: '# champ est demandé que Sidelog ne peut pas connaître',
      other: '# champs sont demandés que Sidelog ne peut pas connaître',
    }),
  missingHint:
    'Dites une fois ce qui y va, ou laissez ouvert : alors l’entrée vous le demande avant d’être consignée, et rien n’est refusé.',
  fits: 'Tout ce que le CRM demande est rempli.',
  fill: (kind: string, label: string) => `${kind} : ${label}`,
  each: 'Me demander à chaque entrée',
  save: 'Enregistrer',
  place: places,
  mapping: {
    hint: (crm: string) =>
      `Choisissez quel type une entrée devient dans ${crm}, et ce qui va encore dans ses champs. Cela vaut pour ce que vous consignez désormais.`,
    typeOurs: 'Au choix de Sidelog',
    requiredField: (label: string) => `${label} (obligatoire)`,
    always: 'Toujours pareil',
    leave: 'Laisser vide',
    value: (label: string) => `Ce qui va toujours dans ${label}`,
    means: (label: string, ours: string) => `${label} quand c’est « ${ours} »`,
    add: 'Remplir un autre champ',
    choose: 'Choisir un champ…',
    beyond: (fields: readonly string[], crm: string) =>
      f.plural(fields.length, {
        one: `${crm} demande un champ qu’on ne peut pas remplir d’ici : ${f.list(fields)}`,
        other: `${crm} demande # champs qu’on ne peut pas remplir d’ici : ${f.list(fields)}`,
      }),
    beyondHint: (crm: string) =>
      `${crm} refuserait ces enregistrements. Demandez à qui le gère de rendre ce champ facultatif ou de lui donner une valeur.`,
    gone: (field: string, crm: string) => `${crm} n’a plus le champ « ${field} » que vous remplissez`,
    forget: 'Ne plus le remplir',
    saved: 'Enregistré',
  },
});
