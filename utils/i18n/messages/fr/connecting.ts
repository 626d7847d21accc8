import type { Formats } from '@/utils/i18n/formats';

export const transfer = (f: Formats) => ({
  title: (count: number) =>
    f.plural(count, {
      one: '# entrée du carnet pourrait y aller aussi',
      other: '# entrées du carnet pourraient y aller aussi',
    }),
  text: (crm: string) =>
    `Chacune va une fois dans ${crm} : ce qui y est déjà est trouvé et n’est pas refait. Le carnet garde les siennes.`,
  start: (count: number) => f.plural(count, { one: 'Reprendre # entrée', other: 'Reprendre # entrées' }),
  leave: 'Les laisser ici',
  waiting: 'En attente de la lecture des contacts du CRM…',
  progress: (done: number, total: number) => `${f.number(done)} sur ${f.number(total)} reprises`,
  hint: 'Cela continue de soi-même, même après un redémarrage.',
  done: (count: number) =>
    f.plural(count, { one: '# entrée a été reprise.', other: '# entrées ont été reprises.' }),
  skipped: (count: number, crm: string) =>
    f.plural(count, {
      one: `# reste dans le carnet : personne n’y est encore un contact dans ${crm}.`,
      other: `# restent dans le carnet : personne n’y est encore un contact dans ${crm}.`,
    }),
  again: 'Réessayer les autres',
});

export const signIn = () => ({
  button: (crm: string) => `Se connecter avec ${crm}`,
  redirect: 'Adresse de redirection de ce navigateur',
  redirectHint: 'Qui gère le CRM saisit une fois exactement cette adresse, là où l’application est inscrite.',
  copy: 'Copier',
  copied: 'Copié',
  opens: 'La page de connexion du CRM s’ouvre. Sidelog ne voit jamais votre mot de passe.',
});
