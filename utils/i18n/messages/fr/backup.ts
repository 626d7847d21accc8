import type { Formats } from '@/utils/i18n/formats';

export const backup = (f: Formats) => ({
  hint: 'Tout ce qui est à vous dans un fichier : carnet, paramètres, décisions, relances et la liste de ce qui a été envoyé. N’y sont pas : la clé de votre CRM, votre accord et le texte des e-mails que vous n’avez pas confirmés.',
  save: 'Tout enregistrer dans un fichier',
  saveNow: 'Enregistrer le fichier',
  saveHint:
    'Il contient des noms et des textes que quiconque a le fichier peut lire. Gardez-le là où vous seul avez accès.',
  bring: 'Importer un fichier',
  bringHint: 'Vous voyez d’abord ce qu’il contient. Ce qui est ici reste, et rien n’est doublé.',
  choose: 'Choisir un fichier…',
  chooseOther: 'Choisir un autre fichier…',
  saving: 'Tout est rassemblé…',
  saved: (name: string) => `Enregistré sous ${name}, dans vos téléchargements.`,
  reading: 'Lecture du fichier…',
  savedAt: (at: number) => `Enregistré ${f.exact(at)}`,
  inFile: 'Ce qu’il contient',
  kind: {
    contacts: (count: number) => f.plural(count, { one: '# contact', other: '# contacts' }),
    companies: (count: number) => f.plural(count, { one: '# société', other: '# sociétés' }),
    activities: (count: number) => f.plural(count, { one: '# entrée', other: '# entrées' }),
    tasks: (count: number) => f.plural(count, { one: '# tâche', other: '# tâches' }),
    turns: (count: number) => f.plural(count, { one: '# relance', other: '# relances' }),
    corrections: (count: number) => f.plural(count, { one: '# décision', other: '# décisions' }),
    ledger: (count: number) => f.plural(count, { one: '# requête envoyée', other: '# requêtes envoyées' }),
    counts: (count: number) => f.plural(count, { one: '# chiffre du jour', other: '# chiffres du jour' }),
    lists: (count: number) =>
      f.plural(count, { one: '# ligne de vos listes', other: '# lignes de vos listes' }),
  },
  allNew: 'tout est nouveau',
  allHere: 'tout est déjà ici',
  someHere: (count: number) => f.plural(count, { one: '# déjà ici', other: '# déjà ici' }),
  changes: (names: readonly string[]) => `Ces paramètres deviennent ceux du fichier : ${f.list(names)}`,
  noChanges: 'Vos autres paramètres sont les mêmes que ceux du fichier.',
  setting: {
    logText: 'quantité de texte consignée',
    undoSeconds: 'temps pour annuler',
    notesTemplate: 'lignes des notes de réunion',
    mark: 'marque dans la messagerie',
    workingHours: 'heures de travail',
    quietDays: 'conversations devenues silencieuses',
    morningNote: 'notification du matin',
    scope: 'contacts gardés',
  },
  elsewhere: 'Le fichier vient d’un autre compte CRM. Ce que vous avez dit de ses champs est laissé de côté.',
  take: 'Importer',
  taking: 'Importation…',
  nothingNew: 'Tout ce que contient ce fichier est déjà ici.',
  done: (count: number) =>
    f.plural(count, {
      one: '# élément qui n’était pas ici a été importé. Tout est enregistré.',
      other: '# éléments qui n’étaient pas ici ont été importés. Tout est enregistré.',
    }),
});
