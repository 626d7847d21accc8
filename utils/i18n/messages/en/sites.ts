import type { Formats } from '@/utils/i18n/formats';

/** Which sites are read: the one decision of the welcome page, and its place in the settings and in the panel. */
export const sites = (f: Formats) => ({
  title: 'Which pages may Sidelog read?',
  hint: 'Choose what you work in, one by one or all of them. Your browser asks for each one’s address next. You can take it back at any time, here or in the settings.',
  anew: 'What Sidelog reads has changed since you agreed. Until you agree anew, nothing is read.',
  hostMissing: 'You agreed, but the browser took the permission back. Nothing is read there.',
  what: {
    gmail: 'Mail that you open and send',
    'google-calendar': 'Meetings with customers',
    outlook: 'Mail that you open and send',
    'outlook-calendar': 'Meetings with customers',
  },
  /** What the browser is asked for. */
  where: {
    gmail: 'mail.google.com',
    'google-calendar': 'calendar.google.com',
    outlook: 'outlook.office.com and its three other addresses',
    'outlook-calendar': 'the same addresses as Outlook',
  },
  unconfirmed: 'Built from documented shapes, not yet confirmed on a live account',
  open: (site: string) => `Open ${site}`,
  read: (site: string) => `Read ${site}`,
  allow: (site: string) => `Allow ${site} again`,
  asking: 'Waiting for your answer…',
  on: 'Being read',
  stop: 'Stop',
  stopNamed: (site: string) => `Stop reading ${site}`,
  stopAll: 'Switch reading off',
  said: (site: string) => `${site} is being read from now on.`,
  hereTitle: (site: string) => `You have ${site} open`,
  here: 'Sidelog does not read it. Turn it on, and what you open from now on is proposed here.',
  /** Where the browser does not tell us which page is open. */
  others: 'Turn on another page',
  lost: (names: readonly string[]) => `Switched off in the browser: ${f.list(names)}`,
  lostHint: 'The browser took the permission back. What was logged is safe; nothing new is read there.',
});
