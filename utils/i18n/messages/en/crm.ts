/** What the connectors' settings forms say. Keys: connector id, field name. */
export const crm = () => ({
  notebook: {
    name: 'Notebook',
    summary: 'A log in this browser. Works at once, sends nothing, exports to CSV and JSON.',
    duplicates: 'The notebook keeps one entry a mail by its own key.',
    fields: {},
  },
  odoo: {
    name: 'Odoo',
    summary: 'Odoo 17 and later, online or your own server.',
    duplicates:
      'Before logging, Sidelog looks for the mail’s Message-ID in Odoo. Two colleagues who log the same mail in the same second could still make two notes.',
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
  twenty: {
    name: 'Twenty',
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
});
