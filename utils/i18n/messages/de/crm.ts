export const crm = () => ({
  notebook: {
    summary:
      'Ein Verzeichnis in diesem Browser. Läuft sofort, sendet nichts, lässt sich als CSV und JSON sichern.',
    duplicates: 'Das Notizbuch hält je E-Mail einen Eintrag, an seinem eigenen Schlüssel erkannt.',
    fields: {},
  },
  odoo: {
    summary: 'Odoo ab Version 17, online oder auf Ihrem eigenen Server.',
    duplicates:
      'Vor dem Eintragen sucht Sidelog in Odoo nach der Message-ID der E-Mail oder dem Kennzeichen des Termins. Tragen zwei im selben Augenblick dasselbe ein, können trotzdem zwei Einträge entstehen.',
    fields: {
      url: {
        label: 'Adresse von Odoo',
        hint: 'Wie in der Adresszeile des Browsers, wenn Sie Odoo benutzen, bis zum ersten Schrägstrich.',
      },
      database: {
        label: 'Datenbank',
        hint: 'Meist der erste Teil der Adresse. Odoos eigene Seite /web/database/selector zeigt sie.',
      },
      login: {
        label: 'Ihre Anmeldung',
        hint: 'Die E-Mail-Adresse oder der Name, mit dem Sie sich bei Odoo anmelden.',
      },
      key: {
        label: 'API-Schlüssel',
        hint: 'In Odoo: Ihr Bild, Mein Profil, Kontosicherheit, Neuer API-Schlüssel. Er bleibt in diesem Browser.',
      },
    },
  },
  espocrm: {
    summary: 'EspoCRM ab Version 9, in der Cloud oder auf Ihrem eigenen Server.',
    duplicates:
      'EspoCRM hält zu jeder Message-ID eine E-Mail: Eine zweite wird abgelehnt. Ein Termin oder Anruf wird an einem Kennzeichen in seiner Beschreibung erkannt; tragen zwei im selben Augenblick dasselbe ein, können trotzdem zwei entstehen.',
    fields: {
      url: {
        label: 'Adresse von EspoCRM',
        hint: 'Wie in der Adresszeile des Browsers, wenn Sie EspoCRM benutzen.',
      },
      login: {
        label: 'Ihr Benutzername',
        hint: 'Der Name, mit dem Sie sich bei EspoCRM anmelden. Mit einem API-Schlüssel bleibt das Feld leer.',
      },
      key: {
        label: 'Passwort oder API-Schlüssel',
        hint: 'Ihr Passwort in EspoCRM; bei Anmeldung in zwei Schritten ein API-Schlüssel, den Ihre Administration unter Administration, API-Benutzer anlegt. Um E-Mails einzutragen, braucht Ihre Rolle Zugriff auf den Import. Er bleibt in diesem Browser.',
      },
    },
  },
  twenty: {
    summary: 'Twenty in der Cloud oder auf Ihrem eigenen Server. E-Mails, Termine und Anrufe werden Notizen.',
    duplicates:
      'Jede Notiz hat eine Kennung aus der Message-ID der E-Mail oder der UID des Termins: Eine zweite lehnt Twenty ab. Eine Notiz im Papierkorb von Twenty wird zurückgeholt.',
    fields: {
      url: {
        label: 'Adresse von Twenty',
        hint: 'Die Adresse Ihres Arbeitsbereichs wie in der Adresszeile, bis zum ersten Schrägstrich.',
      },
      key: {
        label: 'API-Schlüssel',
        hint: 'In Twenty: Settings, APIs & Webhooks, Create API key. Er bleibt in diesem Browser.',
      },
      email: {
        label: 'Ihre E-Mail-Adresse in Twenty',
        hint: 'Ein API-Schlüssel gehört niemandem: So weiß Sidelog, welche Aufgaben Ihre sind. Nicht nötig, wenn Sie das einzige Mitglied sind.',
      },
    },
  },
  hubspot: {
    summary: 'HubSpot, jeder Tarif, in dem Sie ein Zugriffstoken anlegen können.',
    duplicates:
      'Vor dem Eintragen liest Sidelog, was am Kontakt hängt, und sieht danach noch einmal nach. Tragen zwei im selben Moment dieselbe E-Mail ein, können trotzdem zwei Einträge entstehen.',
    fields: {
      token: {
        label: 'Zugriffstoken',
        hint: 'In HubSpot: Einstellungen, Integrationen, Private Apps (neu auch „Legacy-Apps“); legen Sie eine an mit Lesen und Schreiben für Kontakte und Unternehmen, Lesen für Deals und Zuständige, sales-email-read; dann Auth, Token anzeigen. Es bleibt in diesem Browser.',
      },
      email: {
        label: 'Ihre Adresse in HubSpot',
        hint: 'Die E-Mail-Adresse, mit der Sie sich bei HubSpot anmelden. Ein Token gehört dem Konto: So ist klar, wer Sie sind.',
      },
    },
  },
  salesforce: {
    summary:
      'Salesforce-Editionen mit REST-API. Sie melden sich auf der Seite Ihrer eigenen Organisation an.',
    duplicates:
      'Vor dem Eintragen sucht Sidelog in Salesforce nach der Message-ID der E-Mail und sieht danach noch einmal nach. Tragen zwei in derselben Sekunde dieselbe E-Mail ein, können trotzdem zwei Datensätze entstehen.',
    fields: {
      url: {
        label: 'Ihre Salesforce-Adresse',
        hint: 'Wie in der Adresszeile, wenn Sie Salesforce benutzen, zum Beispiel acme.lightning.force.com.',
      },
      clientId: {
        label: 'Consumer Key',
        hint: 'Ihre Administration legt in Setup eine External Client App an, mit OAuth, vorgeschriebenem PKCE, ohne Geheimnis, den Scopes api und refresh_token und der hier gezeigten Weiterleitungsadresse; ihre Einstellungen zeigen den Consumer Key. Die App muss in Ihrer Organisation installiert sein.',
      },
    },
  },
  pipedrive: {
    summary: 'Pipedrive, jeder Tarif. E-Mails, Termine und Anrufe werden erledigte Aktivitäten.',
    duplicates:
      'Vor dem Eintragen sieht Sidelog die neuesten Aktivitäten und die des Kontakts durch und danach noch einmal nach. Tragen zwei im selben Moment dieselbe E-Mail ein, können trotzdem zwei Einträge entstehen.',
    fields: {
      company: {
        label: 'Adresse Ihrer Firma',
        hint: 'Wie in der Adresszeile, wenn Sie Pipedrive benutzen, z. B. acme.pipedrive.com.',
      },
      token: {
        label: 'API-Token',
        hint: 'In Pipedrive: Ihr Bild, Persönliche Einstellungen, API. Fehlt diese Seite, hat die Administration sie abgeschaltet. Es bleibt in diesem Browser.',
      },
    },
  },
  zoho: {
    summary:
      'Zoho CRM in jedem Rechenzentrum. Sie melden sich auf Zohos eigener Seite an; E-Mails werden erledigte Aufgaben.',
    duplicates:
      'Vor dem Eintragen liest Sidelog, was am Kontakt hängt, und sieht danach noch einmal nach; eine E-Mail, die Zohos eigenes Postfach schon hat, gilt als eingetragen. Tragen zwei in derselben Sekunde dieselbe E-Mail ein, können trotzdem zwei Einträge entstehen.',
    fields: {
      url: {
        label: 'Ihre Adresse von Zoho CRM',
        hint: 'Wie in der Adresszeile, wenn Sie Zoho CRM benutzen, zum Beispiel crm.zoho.eu: Die Endung sagt, wo Ihre Daten liegen.',
      },
      clientId: {
        label: 'Client-ID',
        hint: 'Sie oder Ihre Administration legen in Zohos API-Konsole einen Client der Art „Mobile/Desktop“ an, mit der hier gezeigten Weiterleitungsadresse. Dort steht die Client-ID; das Geheimnis wird nicht gebraucht.',
      },
    },
  },
  dynamics: {
    summary: 'Dynamics 365 Sales online. Sie melden sich mit Ihrem Arbeitskonto an, etwa einmal am Tag.',
    duplicates:
      'Die Kennung jedes Datensatzes entsteht aus der Message-ID der E-Mail oder der UID des Termins: Einen zweiten lehnt Dynamics selbst ab.',
    fields: {
      url: {
        label: 'Ihre Dynamics-Adresse',
        hint: 'Wie in der Adresszeile, wenn Sie Dynamics benutzen, zum Beispiel acme.crm4.dynamics.com.',
      },
      clientId: {
        label: 'Anwendungs-ID (Client)',
        hint: 'Ihre Administration registriert in Entra eine App mit der Plattform „Single-Page-Anwendung“, der hier gezeigten Weiterleitungsadresse und der Berechtigung „Dynamics CRM, user_impersonation“. Deren Übersicht zeigt die ID.',
      },
      tenant: {
        label: 'Mandant',
        hint: 'Nur, wenn die App für einen einzigen Mandanten ist: die Domain oder die Verzeichnis-ID Ihrer Organisation.',
      },
    },
  },
});
