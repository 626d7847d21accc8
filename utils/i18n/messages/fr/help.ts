export const help = () => ({
  title: 'Aide',
  hint: 'Tout ceci fait partie de Sidelog ; aucune page n’est chargée d’ailleurs.',
  states: {
    title: 'Ce que veut dire chaque état',
    open: {
      name: 'Vous attend',
      means: 'Sidelog a écrit l’entrée. Rien n’est envoyé avant que vous ne la consigniez.',
    },
    confirmed: {
      name: 'En route',
      means:
        'Vous l’avez confirmée. Elle part quand le temps d’annuler est passé, et attend en sûreté tant que vous êtes hors ligne.',
    },
    unconfirmed: {
      name: 'Pas encore de réponse',
      means:
        'Le CRM n’a pas dit si elle est arrivée. Sidelog y regarde avant de renvoyer, pour que rien ne soit consigné deux fois.',
    },
    stuck: {
      name: 'A besoin de vous',
      means:
        'Le CRM a dit non, ou ne connaît plus votre clé. La ligne dit pourquoi, ce qui est sûr et que faire.',
    },
    logged: {
      name: 'Consigné',
      means: 'C’est dans votre CRM ou votre carnet. Vous pouvez encore le retirer.',
    },
    snoozed: {
      name: 'Plus tard',
      means: 'Remis. Cela revient de soi-même au moment que vous avez choisi.',
    },
    quiet: {
      name: 'D’un inconnu',
      means:
        'Pas un contact, et vous ne lui avez pas écrit. Non compté ; vous pouvez quand même le consigner.',
    },
    refused: {
      name: 'Non proposé',
      means:
        'Interne, écrit par une machine, personnel ou sur votre liste « Ne jamais consigner ». Le panneau dit lequel, et peut le montrer quand même.',
    },
  },
  stuck: {
    title: 'Quand quelque chose est bloqué',
    unread: {
      name: 'Un e-mail est ouvert et rien n’apparaît',
      todo: 'Vérifiez que son site est activé, puis rechargez l’onglet une fois.',
    },
    changed: {
      name: 'Rien n’apparaît toujours',
      todo: 'Le site a peut-être changé. Déposez ou collez l’e-mail dans le panneau : cela donne la même entrée.',
    },
    unsent: {
      name: 'Une entrée ne part pas',
      todo: 'Ouvrez « A besoin de vous » dans le panneau. « Réessayer » est sûr autant de fois que vous voulez : rien n’est consigné deux fois.',
    },
    wrong: {
      name: 'Il nomme la mauvaise personne ou affaire',
      todo: 'Appuyez sur « Faux ? » dans l’entrée et choisissez. Sidelog s’y tient, et vous pouvez le lui faire oublier.',
    },
    unwanted: {
      name: 'Ceci ne doit jamais être consigné',
      todo: 'Mettez la personne, le domaine ou un mot sur votre liste « Ne jamais consigner ».',
    },
    lost: {
      name: 'Un nouvel ordinateur ou navigateur',
      todo: 'Enregistrez tout dans un fichier là-bas, et importez-le ici.',
    },
  },
  open: (section: string) => `Paramètres : ${section}`,
  report: {
    title: 'Signaler un problème',
    text: 'Le rapport contient des versions, des nombres et des noms d’étapes : aucun nom, aucune adresse, aucun objet, aucune phrase. Lisez-le, puis envoyez-le à qui s’occupe de Sidelog chez vous.',
    copy: 'Copier le rapport',
    copied: 'Copié',
    shape: 'Ce que contient le rapport',
  },
  privacy: {
    title: 'La confidentialité en bref',
    reads: 'Sidelog ne lit que les sites que vous avez activés, et seulement ce que la page a d’ouvert.',
    sends:
      'Rien de votre messagerie ne quitte le navigateur avant que vous ne le confirmiez, et cela ne va alors qu’à votre CRM.',
    keeps: 'Le texte non confirmé est effacé après 14 jours, le texte consigné après 24 heures.',
    shows:
      'Chaque requête partie est listée. Il n’y a pas de serveur Sidelog et rien n’est mesuré pour nous.',
  },
});
