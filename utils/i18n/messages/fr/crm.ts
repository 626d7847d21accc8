export const crm = () => ({
  notebook: {
    summary: 'Un journal dans ce navigateur. Prêt tout de suite, n’envoie rien, s’exporte en CSV et JSON.',
    duplicates: 'Le carnet garde une entrée par e-mail, reconnue à sa propre clé.',
    fields: {},
  },
  odoo: {
    summary: 'Odoo 17 et suivants, en ligne ou sur votre propre serveur.',
    duplicates:
      'Avant de consigner, Sidelog cherche dans Odoo le Message-ID de l’e-mail ou la marque de la réunion. Deux collègues qui consignent la même chose au même instant pourraient encore en faire deux.',
    fields: {
      url: {
        label: 'Adresse d’Odoo',
        hint: 'Comme dans la barre du navigateur quand vous utilisez Odoo, jusqu’à la première barre oblique.',
      },
      database: {
        label: 'Base de données',
        hint: 'Souvent la première partie de l’adresse. La page /web/database/selector d’Odoo l’indique.',
      },
      login: {
        label: 'Votre identifiant',
        hint: 'L’adresse e-mail ou le nom avec lequel vous vous connectez à Odoo.',
      },
      key: {
        label: 'Clé API',
        hint: 'Dans Odoo : votre image, Mon profil, Sécurité du compte, Nouvelle clé API. Elle reste dans ce navigateur.',
      },
    },
  },
  espocrm: {
    summary: 'EspoCRM 9 et suivants, dans le cloud ou sur votre propre serveur.',
    duplicates:
      'EspoCRM garde un e-mail par Message-ID : un second est refusé. Une réunion ou un appel se reconnaît à une marque dans sa description ; deux collègues qui consignent la même chose au même instant pourraient encore en faire deux.',
    fields: {
      url: {
        label: 'Adresse d’EspoCRM',
        hint: 'Comme dans la barre du navigateur quand vous utilisez EspoCRM.',
      },
      login: {
        label: 'Votre nom d’utilisateur',
        hint: 'Celui avec lequel vous vous connectez à EspoCRM. Laissez vide si vous avez une clé API.',
      },
      key: {
        label: 'Mot de passe ou clé API',
        hint: 'Votre mot de passe EspoCRM ; avec une connexion en deux étapes, une clé API que votre administrateur crée sous Administration, Utilisateurs API. Votre rôle doit avoir accès à Import pour consigner des e-mails. Elle reste dans ce navigateur.',
      },
    },
  },
  twenty: {
    summary:
      'Twenty dans le cloud ou sur votre propre serveur. E-mails, réunions et appels deviennent des notes.',
    duplicates:
      'Chaque note a un identifiant tiré du Message-ID de l’e-mail ou de l’UID de la réunion : Twenty en refuse une seconde. Une note qui est dans la corbeille de Twenty en est ressortie.',
    fields: {
      url: {
        label: 'Adresse de Twenty',
        hint: 'L’adresse de votre espace de travail comme dans la barre du navigateur, jusqu’à la première barre oblique.',
      },
      key: {
        label: 'Clé API',
        hint: 'Dans Twenty : Settings, APIs & Webhooks, Create API key. Elle reste dans ce navigateur.',
      },
      email: {
        label: 'Votre adresse e-mail dans Twenty',
        hint: 'Une clé API n’est à personne : ainsi Sidelog sait quelles tâches sont les vôtres. Inutile si vous êtes le seul membre.',
      },
    },
  },
  hubspot: {
    summary: 'HubSpot, toute offre qui permet de créer un jeton d’accès.',
    duplicates:
      'Avant de consigner, Sidelog lit ce qui est rattaché au contact, puis vérifie après. Deux collègues qui consignent le même e-mail au même moment pourraient encore en faire deux.',
    fields: {
      token: {
        label: 'Jeton d’accès',
        hint: 'Dans HubSpot : Paramètres, Intégrations, Applications privées (désormais aussi « Legacy apps ») ; créez-en une avec lecture et écriture des contacts et entreprises, lecture des transactions et propriétaires, sales-email-read ; puis Auth, Afficher le jeton. Il reste dans ce navigateur.',
      },
      email: {
        label: 'Votre adresse dans HubSpot',
        hint: 'L’adresse e-mail avec laquelle vous vous connectez à HubSpot. Un jeton appartient au compte : ceci dit qui vous êtes.',
      },
    },
  },
  salesforce: {
    summary:
      'Les éditions de Salesforce avec l’API REST. Vous vous connectez sur la page de votre propre organisation.',
    duplicates:
      'Avant de consigner, Sidelog cherche le Message-ID de l’e-mail dans Salesforce, puis regarde encore après. Deux collègues qui consignent le même e-mail dans la même seconde pourraient encore créer deux enregistrements.',
    fields: {
      url: {
        label: 'Votre adresse Salesforce',
        hint: 'Comme dans la barre du navigateur quand vous utilisez Salesforce, par exemple acme.lightning.force.com.',
      },
      clientId: {
        label: 'Consumer Key',
        hint: 'Votre administrateur crée une External Client App dans Setup, avec OAuth, PKCE obligatoire, sans secret, les portées api et refresh_token et l’adresse de redirection montrée ici ; ses paramètres affichent la Consumer Key. L’application doit être installée dans votre organisation.',
      },
    },
  },
  pipedrive: {
    summary: 'Pipedrive, toutes les offres. E-mails, réunions et appels deviennent des activités terminées.',
    duplicates:
      'Avant de consigner, Sidelog regarde les activités les plus récentes et celles du contact, puis vérifie après. Deux collègues qui consignent le même e-mail au même moment pourraient encore en faire deux.',
    fields: {
      company: {
        label: 'Adresse de votre société',
        hint: 'Comme dans la barre du navigateur quand vous utilisez Pipedrive, p. ex. acme.pipedrive.com.',
      },
      token: {
        label: 'Jeton API',
        hint: 'Dans Pipedrive : votre image, Préférences personnelles, API. Si cette page n’existe pas, un administrateur l’a désactivée. Il reste dans ce navigateur.',
      },
    },
  },
  zoho: {
    summary:
      'Zoho CRM dans tous ses centres de données. Vous vous connectez sur la page de Zoho ; les e-mails deviennent des tâches terminées.',
    duplicates:
      'Avant de consigner, Sidelog lit ce qui est rattaché au contact, puis regarde encore après ; un e-mail que la messagerie de Zoho a déjà compte comme consigné. Deux collègues qui consignent le même e-mail dans la même seconde pourraient encore en faire deux.',
    fields: {
      url: {
        label: 'Votre adresse Zoho CRM',
        hint: 'Comme dans la barre du navigateur quand vous utilisez Zoho CRM, par exemple crm.zoho.eu : sa fin dit où sont vos données.',
      },
      clientId: {
        label: 'Client ID',
        hint: 'Vous ou votre administrateur créez un client de type « Mobile/Desktop » dans la console API de Zoho, avec l’adresse de redirection montrée ici. Elle affiche le Client ID ; le secret n’est pas nécessaire.',
      },
    },
  },
  dynamics: {
    summary:
      'Dynamics 365 Sales en ligne. Vous vous connectez avec votre compte professionnel, environ une fois par jour.',
    duplicates:
      'L’identifiant de chaque enregistrement est tiré du Message-ID de l’e-mail ou de l’UID de la réunion : Dynamics lui-même en refuse un second.',
    fields: {
      url: {
        label: 'Votre adresse Dynamics',
        hint: 'Comme dans la barre du navigateur quand vous utilisez Dynamics, par exemple acme.crm4.dynamics.com.',
      },
      clientId: {
        label: 'ID d’application (client)',
        hint: 'Votre administrateur inscrit une application dans Entra avec la plateforme « Application monopage », l’adresse de redirection montrée ici et l’autorisation « Dynamics CRM, user_impersonation ». Sa vue d’ensemble affiche l’ID.',
      },
      tenant: {
        label: 'Locataire',
        hint: 'Seulement si l’application est pour un seul locataire : le domaine ou l’ID d’annuaire de votre organisation.',
      },
    },
  },
});
