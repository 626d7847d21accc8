import type { Formats } from '@/utils/i18n/formats';

/** The search of the settings page. */
export const findSettings = (f: Formats) => ({
  label: 'Find a setting',
  found: (count: number) => f.plural(count, { one: '# setting found', other: '# settings found' }),
  results: (typed: string) => `Settings for “${typed}”`,
  clear: 'Clear the search',
  nothing: (typed: string) => `No setting is called “${typed}”`,
  nothingHint: 'Try one word, such as “undo”, “holiday” or “export”. The help may know more.',
  showAll: 'Show all settings',
  /** Other words for each setting, besides those that it shows: what people type who do not know ours. */
  words: {
    sites:
      'gmail outlook calendar mail mailbox inbox consent permission agree allow privacy capture turn off disable enable switch',
    crm: 'connect connection account sign in login log in key token api password server database integration sync custom fields mapping disconnect salesforce hubspot odoo pipedrive zoho dynamics espocrm twenty',
    ownAddresses: 'my email e-mail alias identity sender account me',
    ownDomains: 'company internal colleagues organisation team coworkers exclude',
    neverPeople: 'block ignore exclude blacklist private skip hide mute ban person contact',
    neverDomains: 'block ignore exclude blacklist private skip hide mute ban company website',
    neverWords: 'block ignore exclude blacklist private skip keyword filter confidential subject',
    choices: 'corrections matches matching wrong contact company deal forget remember memory assigned',
    overruled: 'personal automated held hidden show anyway exceptions whitelist allow',
    declined: 'signature phone title updates suggestions dismissed contact details',
    logText: 'body content summary privacy how much message text full short',
    undo: 'delay seconds send wait take back cancel time hold',
    mark: 'icon badge inbox mailbox indicator status hide show',
    notes: 'template meeting minutes agenda boilerplate notes',
    hours: 'working hours workday weekend schedule time office business start end week',
    holidays: 'holiday vacation days off leave absence calendar',
    quiet: 'follow up reminder silent no answer threads days nudge',
    morning: 'notification alert reminder morning daily digest notify push',
    notebook: 'export contacts entries people history timeline book csv spreadsheet excel download',
    save: 'export backup back up download json copy move computer device migrate save data portability',
    bring: 'import restore backup upload load json move computer device migrate file merge',
    ledger: 'log requests network traffic audit privacy sent data bytes history',
    drift: 'broken error report page changed site unreadable bug problem',
    check: 'diagnose test status sample debug troubleshoot problem support',
    help: 'support question how keyboard shortcuts keys hotkeys stuck problem bug report about states meaning',
    forget: 'delete erase remove wipe reset clear uninstall gdpr data everything start over',
  },
});
