import type { Formats } from '@/utils/i18n/formats';

export const byHand = (f: Formats) => ({
  open: 'Ajouter à la main',
  title: 'Ajouter à la main',
  hint: 'Un e-mail ou une réunion enregistrés, ou leur texte, donnent la même proposition que si vous les aviez ouverts. Elle reste dans ce navigateur jusqu’à ce que vous la consigniez.',
  drop: 'Déposez ici des fichiers .eml, .msg ou .ics',
  choose: 'Choisir des fichiers',
  dropNow: 'Relâchez pour le donner à Sidelog',
  text: 'Ou collez le texte d’un e-mail',
  textHint: 'Avec ses lignes De, À, Date et Objet si vous les avez.',
  propose: 'Proposer',
  reading: 'Lecture…',
  proposed: (count: number) =>
    f.plural(count, {
      one: 'C’est proposé. Fermez ceci pour le voir.',
      other: '# entrées sont proposées. Fermez ceci pour les voir.',
    }),
  notThese: 'Ceux-ci n’ont rien donné :',
  whom: 'De qui s’agit-il ?',
  address: 'Son adresse e-mail',
  name: 'Son nom',
  badAddress: 'Ce n’est pas une adresse e-mail.',
});

export const listed = (f: Formats) => ({
  title: (count: number) =>
    f.plural(count, {
      one: '# conversation de votre liste est avec un contact connu',
      other: '# conversations de votre liste sont avec des contacts connus',
    }),
  text: 'Parcourez-les une fois et choisissez lesquelles proposer. On n’en connaît que qui, quand et l’objet.',
  review: 'Parcourir',
  no: 'Non merci',
  dialog: 'Ce que montre votre liste',
  hint: 'Rien n’est encore consigné : ce que vous choisissez attend dans la liste, sans son texte. Ouvrez un e-mail, et son texte s’ajoute.',
  all: 'Toutes',
  none: 'Aucune',
  confirm: (count: number) =>
    f.plural(count, { one: 'Proposer # conversation', other: 'Proposer # conversations' }),
  nothing: 'Choisissez-en au moins une',
  done: (count: number) =>
    f.plural(count, {
      one: '# conversation est proposée.',
      other: '# conversations sont proposées.',
    }),
  left: 'Laissé tel quel. Ce ne sera pas proposé de nouveau.',
});
