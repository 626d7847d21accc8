import type { Formats } from '@/utils/i18n/formats';

/** Taking everything along, and bringing it in again. */
export const backup = (f: Formats) => ({
  hint: 'Everything of yours in one file: notebook, settings, decisions, follow-ups and the list of what was sent. Not in it: your CRM’s key, your consent, and the text of mail that you have not confirmed.',
  save: 'Save everything to a file',
  saveNow: 'Save the file',
  saveHint: 'It holds names and texts that anybody can read who has the file. Keep it where only you do.',
  bring: 'Bring a file in',
  bringHint: 'You see first what is in it. What is here stays, and nothing is doubled.',
  choose: 'Choose a file…',
  chooseOther: 'Choose another file…',
  saving: 'Collecting everything…',
  saved: (name: string) => `Saved as ${name}, in your downloads.`,
  reading: 'Reading the file…',
  savedAt: (at: number) => `Saved ${f.exact(at)}`,
  inFile: 'What is in it',
  kind: {
    contacts: (count: number) => f.plural(count, { one: '# contact', other: '# contacts' }),
    companies: (count: number) => f.plural(count, { one: '# company', other: '# companies' }),
    activities: (count: number) => f.plural(count, { one: '# entry', other: '# entries' }),
    tasks: (count: number) => f.plural(count, { one: '# task', other: '# tasks' }),
    turns: (count: number) => f.plural(count, { one: '# follow-up', other: '# follow-ups' }),
    corrections: (count: number) => f.plural(count, { one: '# decision', other: '# decisions' }),
    ledger: (count: number) => f.plural(count, { one: '# sent request', other: '# sent requests' }),
    counts: (count: number) => f.plural(count, { one: '# daily figure', other: '# daily figures' }),
    lists: (count: number) =>
      f.plural(count, { one: '# line of your own lists', other: '# lines of your own lists' }),
  },
  allNew: 'all new',
  allHere: 'all here already',
  someHere: (count: number) => f.plural(count, { one: '# here already', other: '# here already' }),
  changes: (names: readonly string[]) => `These settings become the file’s: ${f.list(names)}`,
  noChanges: 'Your other settings are the same as the file’s.',
  setting: {
    logText: 'how much text is logged',
    undoSeconds: 'time to undo',
    notesTemplate: 'lines for meeting notes',
    mark: 'mark in the mailbox',
    workingHours: 'working hours',
    quietDays: 'threads gone quiet',
    morningNote: 'morning notification',
    scope: 'which contacts are kept',
  },
  elsewhere: 'The file is of another CRM account. What you said about that CRM’s fields is left out.',
  take: 'Bring it in',
  taking: 'Bringing it in…',
  nothingNew: 'Everything in this file is here already.',
  done: (count: number) =>
    f.plural(count, {
      one: 'Brought in: # thing that was not here. It is all stored.',
      other: 'Brought in: # things that were not here. It is all stored.',
    }),
});
