/** What the connectors' settings forms say. Keys: connector id, field name. A CRM’s name is the same in every language (`crm-names.ts`). */
export const crm = () => ({
  notebook: {
    summary: 'A log in this browser. Works at once, sends nothing, exports to CSV and JSON.',
    duplicates: 'The notebook keeps one entry a mail by its own key.',
    fields: {},
  },
  odoo: {
    summary: 'Odoo 17 and later, online or your own server.',
    duplicates:
      'Before logging, Sidelog looks in Odoo for the mail’s Message-ID or the meeting’s own mark. Two colleagues who log the same one in the same instant could still make two.',
    fields: {
      url: {
        label: 'Odoo’s address',
        hint: 'As in the browser’s bar while you use Odoo, up to the first slash.',
      },
      database: {
        label: 'Database',
        hint: 'Usually the first part of the address. Odoo’s own page /web/database/selector lists it.',
      },
      login: { label: 'Your login', hint: 'The e-mail address or name you sign in to Odoo with.' },
      key: {
        label: 'API key',
        hint: 'In Odoo: your picture, My Profile, Account Security, New API Key. It stays in this browser.',
      },
    },
  },
  espocrm: {
    summary: 'EspoCRM 9 and later, in the cloud or on your own server.',
    duplicates:
      'EspoCRM keeps one e-mail for each Message-ID: a second one is refused. A meeting or call is found by a mark in its description; two colleagues who log the same one in the same instant could still make two.',
    fields: {
      url: {
        label: 'EspoCRM’s address',
        hint: 'As in the browser’s bar while you use EspoCRM.',
      },
      login: {
        label: 'Your user name',
        hint: 'The one you sign in to EspoCRM with. Leave it empty if you have an API key.',
      },
      key: {
        label: 'Password or API key',
        hint: 'Your password in EspoCRM; with two-step sign-in, an API key, which your administrator makes under Administration, API Users. Your role needs access to Import for logging mail. It stays in this browser.',
      },
    },
  },
  twenty: {
    summary: 'Twenty in the cloud or on your own server. Mails, meetings and calls become notes.',
    duplicates:
      'Each note has an id made from the mail’s Message-ID or the meeting’s UID: Twenty refuses a second one. A note that lies in Twenty’s trash is brought back.',
    fields: {
      url: {
        label: 'Twenty’s address',
        hint: 'Your workspace’s address as in the browser’s bar, up to the first slash.',
      },
      key: {
        label: 'API key',
        hint: 'In Twenty: Settings, APIs & Webhooks, Create API key. It stays in this browser.',
      },
      email: {
        label: 'Your e-mail address in Twenty',
        hint: 'An API key is nobody’s own: this tells Sidelog which tasks are yours. Not needed where you are the only member.',
      },
    },
  },
  hubspot: {
    summary: 'HubSpot, every plan that lets you make an access token.',
    duplicates:
      'Before logging, Sidelog reads what hangs on the contact, and reads back after. Two colleagues who log the same mail within the same moment could still make two.',
    fields: {
      token: {
        label: 'Access token',
        hint: 'In HubSpot: Settings, Integrations, Private Apps (now also “Legacy apps”), create one with read and write for contacts and companies, read for deals and owners, sales-email-read; then Auth, Show token. It stays in this browser.',
      },
      email: {
        label: 'Your address in HubSpot',
        hint: 'The e-mail address you sign in to HubSpot with. A token belongs to the account: this says who you are.',
      },
    },
  },
  salesforce: {
    summary: 'Salesforce editions with the REST API. You sign in on your own org’s page.',
    duplicates:
      'Before logging, Sidelog looks for the mail’s Message-ID in Salesforce, and looks again afterwards. Two colleagues who log the same mail in the same second could still make two records.',
    fields: {
      url: {
        label: 'Your Salesforce address',
        hint: 'As in the browser’s bar while you use Salesforce, for example acme.lightning.force.com.',
      },
      clientId: {
        label: 'Consumer key',
        hint: 'Your administrator makes an External Client App in Setup, with OAuth, PKCE required, no secret, the scopes api and refresh_token, and the redirect address shown here; its settings show the consumer key. The app must be installed in your org.',
      },
    },
  },
  pipedrive: {
    summary: 'Pipedrive, every plan. Mails, meetings and calls become done activities.',
    duplicates:
      'Before logging, Sidelog looks at the newest activities and at the contact’s, and reads back after. Two colleagues who log the same mail within the same moment could still make two.',
    fields: {
      company: {
        label: 'Your company’s address',
        hint: 'As in the browser’s bar while you use Pipedrive, e.g. acme.pipedrive.com.',
      },
      token: {
        label: 'API token',
        hint: 'In Pipedrive: your picture, Personal preferences, API. Where there is no such page, an administrator has switched it off. It stays in this browser.',
      },
    },
  },
  zoho: {
    summary: 'Zoho CRM in every data centre. You sign in on Zoho’s own page; mails become completed tasks.',
    duplicates:
      'Before logging, Sidelog reads what hangs on the contact, and looks again afterwards; a mail that Zoho’s own mailbox has counts as logged. Two colleagues who log the same mail in the same second could still make two.',
    fields: {
      url: {
        label: 'Your Zoho CRM address',
        hint: 'As in the browser’s bar while you use Zoho CRM, for example crm.zoho.eu: its ending tells where your data is.',
      },
      clientId: {
        label: 'Client ID',
        hint: 'You or your administrator make a client of the type “Mobile/Desktop” in Zoho’s API console, with the redirect address shown here. It shows the client ID; the secret is not needed.',
      },
    },
  },
  dynamics: {
    summary: 'Dynamics 365 Sales online. You sign in with your work account, about once a day.',
    duplicates:
      'Each record’s id is made from the mail’s Message-ID or the meeting’s UID: Dynamics itself refuses a second one.',
    fields: {
      url: {
        label: 'Your Dynamics address',
        hint: 'As in the browser’s bar while you use Dynamics, for example acme.crm4.dynamics.com.',
      },
      clientId: {
        label: 'Application (client) ID',
        hint: 'Your administrator registers an app in Entra with the platform “Single-page application”, the redirect address shown here and the permission “Dynamics CRM, user_impersonation”. Its overview shows the ID.',
      },
      tenant: {
        label: 'Tenant',
        hint: 'Only where the app is for one tenant: your organisation’s domain or directory ID.',
      },
    },
  },
});
