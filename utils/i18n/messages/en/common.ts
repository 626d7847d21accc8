import type { Formats } from '@/utils/i18n/formats';

/** Words that every page shares. */
export const common = (f: Formats) => ({
  productName: 'Sidelog',
  loading: 'Loading',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved',
  optional: 'optional',
  more: 'More',
  /** What a control does, and to what: the name that a screen reader says. */
  named: (what: string, of: string) => `${what}: ${of}`,
  /** A control with its key, on hover. */
  withKey: (label: string, key: string) => `${label} (${key})`,
  noSubject: '(no subject)',
  notebook: 'Notebook',
  copyReport: 'Copy report',
  copied: 'Copied',
  settings: 'Settings',
  /** What a site is called. */
  site: {
    gmail: 'Gmail',
    'google-calendar': 'Google Calendar',
    outlook: 'Outlook',
    'outlook-calendar': 'Outlook Calendar',
    'by-hand': 'Added by hand',
  },
  snooze: {
    button: 'Later',
    laterToday: 'Later today',
    tomorrow: 'Tomorrow',
    nextWeek: 'Next week',
    /** Beside its name: when exactly. */
    until: (at: number, now: number) => f.soon(at, now),
  },
  keys: {
    title: 'Keyboard',
    show: 'Show keyboard shortcuts',
    next: 'Next entry',
    previous: 'Previous entry',
    chooseNext: 'Choose, and the next too',
    choosePrevious: 'Choose, and the previous too',
    chooseNone: 'Choose none',
    confirm: 'Log it',
    edit: 'Edit',
    dismiss: 'Not this',
    snooze: 'Later',
    open: 'Back to the open mail',
    undo: 'Undo the last step',
    help: 'This list',
    panel: 'Open the panel from anywhere',
    hint: 'Keys work wherever you are not typing.',
    enabled: 'Single-key shortcuts',
    enabledHint: 'Switch off if you use speech input or often press keys by accident.',
  },
});
