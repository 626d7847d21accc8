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
});
