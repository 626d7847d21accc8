import type { Formats } from '@/utils/i18n/formats';
import type { Trouble } from '@/utils/i18n/messages/en/troubles';

const reasons: Record<string, string> = {
  'no-meeting': 'il n’a pas de place pour les réunions ici',
  'no-call': 'il n’a pas de place pour les appels ici',
  'no-update': 'ce qui est consigné ne peut pas y être modifié',
  'read-only': 'un e-mail consigné ne peut pas y être modifié',
  'no-field': 'il n’a pas de place pour ceci sans perdre une autre valeur',
  'unknown-field': 'il n’a pas ce champ pour ce genre d’entrée, ou on ne peut pas le remplir d’ici',
  'not-a-choice': 'ce n’est aucun de ses choix',
  'not-a-number': 'ce n’est pas un nombre',
  'not-a-day': 'ce n’est pas un jour',
  'not-yes-or-no': 'ce n’est ni oui ni non',
  'key-needed':
    'il demande une deuxième étape de connexion ; utilisez une clé API de son administrateur à la place de votre mot de passe',
  'owner-unknown': 'personne n’y a cette adresse',
};

const kept = 'Votre entrée est gardée ici et rien n’est consigné deux fois.';

export const troubles = (f: Formats) => ({
  crmReasons: reasons,
  fault: {
    offline: (crm: string): Trouble => ({
      what: `${crm} est injoignable.`,
      safe: kept,
      todo: 'Elle part d’elle-même quand la connexion revient.',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} n’accepte plus votre clé.`,
      safe: kept,
      todo: 'Reconnectez-vous avec une nouvelle clé ; tout ce qui attend est alors envoyé.',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `Vous n’avez pas le droit de faire ceci dans ${crm} : ${what}`
        : `Votre utilisateur ${crm} n’a pas le droit d’écrire ce genre d’entrée.`,
      safe: kept,
      todo: `Demandez ce droit à qui gère ${crm}, puis réessayez.`,
    }),
    'slow-down': (crm: string, retryAt: number | null): Trouble => ({
      what: `${crm} a demandé d’attendre.`,
      safe: kept,
      todo:
        retryAt === null
          ? 'Un nouvel essai se fait de lui-même.'
          : `Un nouvel essai se fait à ${f.time(retryAt)}.`,
    }),
    refused: (crm: string, reason: string, field: string): Trouble => ({
      what: field
        ? `${crm} a refusé « ${field} » : ${reasons[reason] ?? reason}`
        : `${crm} a refusé : ${reasons[reason] ?? reason}`,
      safe: kept,
      todo: 'Modifiez l’entrée ou la règle dans le CRM, puis réessayez. Ou reprenez-la.',
    }),
    gone: (crm: string): Trouble => ({
      what: `Ce à quoi ceci appartient n’existe plus dans ${crm}.`,
      safe: kept,
      todo: 'Choisissez un autre contact et réessayez, ou reprenez-la.',
    }),
    'not-understood': (crm: string, step: string): Trouble => ({
      what: step
        ? `${crm} a répondu quelque chose d’inattendu (${step}).`
        : `${crm} a répondu quelque chose d’inattendu.`,
      safe: kept,
      todo: 'Vérifiez l’adresse dans les paramètres : une page de connexion ou un proxy répond peut-être. Puis réessayez.',
    }),
  },
  connecting: {
    offline: (crm: string): Trouble => ({
      what: `Rien ne répond à cette adresse, on ne peut donc pas interroger ${crm}.`,
      safe: 'Rien n’a été enregistré.',
      todo: 'Vérifiez l’adresse et votre connexion, puis réessayez.',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} n’accepte pas cet identifiant avec cette clé.`,
      safe: 'Rien n’a été enregistré.',
      todo: 'Vérifiez l’identifiant et la base de données. S’ils sont bons, créez une nouvelle clé API et collez-la ici.',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `${crm} ne vous laisse pas entrer : ${what}`
        : `Votre utilisateur ${crm} ne peut pas être employé ainsi.`,
      safe: 'Rien n’a été enregistré.',
      todo: `Demandez à qui gère ${crm} de vous autoriser l’accès à l’API.`,
    }),
  },
  problem: {
    'not-open': (): Trouble => ({
      what: 'Cette entrée a déjà été décidée, ici ou dans une autre fenêtre.',
      safe: 'Rien n’a été changé ni consigné deux fois.',
      todo: 'La liste montre où elle en est.',
    }),
    'not-found': (): Trouble => ({
      what: 'Cette entrée n’est plus ici.',
      safe: 'Rien n’a été envoyé.',
      todo: 'Rouvrez l’e-mail pour la retrouver.',
    }),
    'storage-full': (): Trouble => ({
      what: 'Le disque est plein, rien n’a pu être enregistré.',
      safe: 'Ce qui était enregistré avant est encore là. Cette action n’a pas été faite.',
      todo: 'Libérez de la place sur cet ordinateur, puis réessayez.',
    }),
    'storage-failed': (): Trouble => ({
      what: 'Le navigateur n’a pas pu enregistrer ceci.',
      safe: 'Ce qui était enregistré avant est encore là. Cette action n’a pas été faite.',
      todo: 'Réessayez. Si cela persiste, redémarrez le navigateur.',
    }),
    malformed: (): Trouble => ({
      what: 'Sidelog n’a pas pu lire cette demande.',
      safe: 'Rien n’a été changé.',
      todo: 'Fermez cette page et rouvrez-la : elle est peut-être plus ancienne que l’extension.',
    }),
    'no-permission': (host: string): Trouble => ({
      what: host
        ? `Le navigateur ne laisse pas Sidelog joindre ${host}.`
        : 'L’autorisation du navigateur manque.',
      safe: 'Rien n’a été envoyé.',
      todo: 'Appuyez de nouveau sur le bouton et choisissez « Autoriser ».',
    }),
    'insecure-address': (): Trouble => ({
      what: 'Cette adresse commence par http:// : tout le monde peut lire en chemin.',
      safe: 'Rien n’a été envoyé, votre clé non plus.',
      todo: 'Prenez l’adresse en https://. Seul un CRM sur cet ordinateur peut utiliser http.',
    }),
    'not-a-url': (): Trouble => ({
      what: 'Ce n’est pas une adresse web.',
      safe: 'Rien n’a été envoyé.',
      todo: 'Copiez l’adresse de la barre du navigateur quand votre CRM est ouvert, par exemple https://crm.example.com.',
    }),
    'sign-in-closed': (name: string): Trouble => ({
      what: `La page de connexion de ${name} a été fermée avant la fin.`,
      safe: 'Rien n’a été connecté, et rien n’a été perdu.',
      todo: 'Appuyez de nouveau sur Connecter quand vous voudrez vous identifier.',
    }),
    'not-that-crm': (name: string): Trouble => ({
      what: name ? `Aucun ${name} ne répond à cette adresse.` : 'Un autre programme répond à cette adresse.',
      safe: 'Rien de vos e-mails n’a été envoyé.',
      todo: 'Vérifiez l’adresse : c’est celle que vous voyez en utilisant le CRM, sans ce qui suit la première barre oblique.',
    }),
    'already-exists': (name: string): Trouble => ({
      what: name ? `${name} est déjà un contact.` : 'Ce contact existe déjà.',
      safe: 'Aucun second n’a été créé.',
      todo: 'Rien : l’e-mail est rattaché au contact existant.',
    }),
    'crm-fault': (): Trouble => ({
      what: 'Votre CRM ne l’a pas fait.',
      safe: kept,
      todo: 'Réessayez dans un instant.',
    }),
    'tab-gone': (): Trouble => ({
      what: 'L’onglet de l’e-mail est fermé.',
      safe: 'Rien n’a été changé.',
      todo: 'Rouvrez l’e-mail.',
    }),
    'no-such-kind': (kind: string): Trouble => ({
      what:
        kind === 'call'
          ? 'Votre CRM n’a pas de place pour les appels ici.'
          : kind === 'meeting'
            ? 'Votre CRM n’a pas de place pour les réunions ici.'
            : 'Votre CRM n’a pas de place pour ce genre d’entrée.',
      safe: 'Rien n’a été envoyé. L’entrée reste dans la liste.',
      todo: 'Connectez un autre CRM dans les paramètres, ou dites « Pas celui-ci ».',
    }),
    'on-never-log': (): Trouble => ({
      what: 'Cette personne figure sur votre liste « Ne jamais consigner ».',
      safe: 'Rien n’a été changé.',
      todo: 'Retirez-la d’abord de la liste dans les paramètres, si c’est ce que vous voulez.',
    }),
    'file-too-large': (): Trouble => ({
      what: 'Ce fichier dépasse 10 Mo.',
      safe: 'Rien n’en a été lu, et rien n’a quitté ce navigateur.',
      todo: 'Enregistrez l’e-mail sans ses pièces jointes, ou une partie plus courte de l’agenda.',
    }),
    'file-unknown': (): Trouble => ({
      what: 'Sidelog ne connaît pas ce genre de fichier.',
      safe: 'Rien n’a été enregistré, et rien n’a quitté ce navigateur.',
      todo: 'Prenez un e-mail enregistré en .eml ou .msg, ou une réunion enregistrée en .ics.',
    }),
    'file-broken': (): Trouble => ({
      what: 'Ce fichier est abîmé ou incomplet, il n’a pas pu être lu.',
      safe: 'Rien n’a été enregistré.',
      todo: 'Enregistrez-le de nouveau dans votre messagerie, ou sélectionnez le texte et collez-le ici.',
    }),
    'file-empty': (): Trouble => ({
      what: 'Il ne contient ni e-mail ni réunion.',
      safe: 'Rien n’a été enregistré.',
      todo: 'Prenez un e-mail enregistré, une invitation ou le texte d’un e-mail.',
    }),
    'series-too-long': (): Trouble => ({
      what: 'Cet agenda répète une réunion sans fin raisonnable.',
      safe: 'Rien n’a été enregistré.',
      todo: 'Ouvrez la réunion dans votre agenda et enregistrez ce jour-là seulement.',
    }),
    'nothing-near': (): Trouble => ({
      what: 'Aucune réunion ne se situe dans les 30 derniers ou les 45 prochains jours.',
      safe: 'Rien n’a été enregistré.',
      todo: 'Pour consigner une réunion plus ancienne, enregistrez-la seule.',
    }),
    'private-event': (): Trouble => ({
      what: 'Cette réunion est marquée comme privée.',
      safe: 'Rien n’en a été enregistré.',
      todo: 'Si elle a sa place dans votre CRM, changez cela dans votre agenda et enregistrez-la de nouveau.',
    }),
    'nobody-found': (): Trouble => ({
      what: 'Aucune adresse de client n’y figure.',
      safe: 'Rien n’a été enregistré ni deviné.',
      todo: 'Dites de qui il s’agit.',
    }),
    'import-refused': (reason: string): Trouble => ({
      what: reason ? `Ceci n’est pas proposé : ${reason}` : 'Ceci n’est pas proposé.',
      safe: 'Rien n’en a été enregistré, seulement que ce fut écarté.',
      todo: 'Rien. La liste « Ne jamais consigner » se change dans les paramètres.',
    }),
    'backup-unreadable': (): Trouble => ({
      what: 'Ce fichier est abîmé, ou il n’a pas été enregistré par Sidelog.',
      safe: 'Rien n’a été changé.',
      todo: 'Choisissez le fichier que « Tout enregistrer dans un fichier » vous a donné.',
    }),
    'backup-newer': (version: string): Trouble => ({
      what: `Ce fichier vient d’un Sidelog plus récent (format ${version}).`,
      safe: 'Rien n’a été changé.',
      todo: 'Mettez à jour Sidelog dans ce navigateur, puis importez le fichier.',
    }),
    'backup-too-large': (most: string): Trouble => ({
      what: `Ce fichier dépasse ${f.bytes(Number(most))}, il n’a donc pas été lu.`,
      safe: 'Rien n’a été changé.',
      todo: 'Choisissez le fichier que « Tout enregistrer dans un fichier » vous a donné.',
    }),
    'undo-too-late': (): Trouble => ({
      what: 'Ceci ne pouvait plus être repris.',
      safe: 'L’entrée de votre CRM est telle qu’elle a été consignée.',
      todo: 'Supprimez-la dans le CRM lui-même.',
    }),
  },
  unreachable: {
    what: 'La partie de Sidelog en arrière-plan ne répond pas.',
    safe: 'Votre action est gardée sur cette page et pas encore faite.',
    todo: 'Un nouvel essai se fait de lui-même. Laissez cette page ouverte.',
  } satisfies Trouble,
  notKept: {
    'storage-full': {
      what: 'Le disque est plein : Sidelog n’a pas pu garder un e-mail.',
      safe: 'L’e-mail est en sûreté dans votre messagerie, et ce que vous avez consigné est encore ici.',
      todo: 'Libérez de la place sur cet ordinateur, puis rouvrez l’e-mail.',
    } satisfies Trouble,
    'storage-failed': {
      what: 'Le navigateur n’a pas enregistré un e-mail pour Sidelog.',
      safe: 'L’e-mail est en sûreté dans votre messagerie, et ce que vous avez consigné est encore ici.',
      todo: 'Rouvrez l’e-mail. Si cela persiste, redémarrez le navigateur.',
    } satisfies Trouble,
  },
  storageBroken: {
    what: 'Le navigateur n’ouvre pas l’espace de stockage de Sidelog.',
    safe: 'Ce qui était enregistré n’est pas touché.',
    todo: 'Redémarrez le navigateur. Si le disque est plein, libérez d’abord de la place.',
  } satisfies Trouble,
});
