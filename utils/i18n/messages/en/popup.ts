import type { Formats } from '@/utils/i18n/formats';

/** The toolbar popup: today. */
export const popup = (f: Formats) => ({
  title: 'Today',
  waiting: 'Waiting for your answer',
  waitingHint: 'Longest first. A reply clears its row by itself.',
  promised: 'You promised',
  promisedHint: 'From mail you sent that is not logged yet. Once logged, it is a task.',
  tasks: 'Tasks',
  asOf: (at: number, now: number) => `as of ${f.shortMoment(at, now)}`,
  waited: (ms: number) => f.span(ms),
  waitedLong: (ms: number) => `has waited ${f.span(ms)}`,
  wrote: (at: number, now: number) => `wrote ${f.moment(at, now)}`,
  overdue: (days: number) => f.plural(days, { one: '# day late', other: '# days late' }),
  openThread: 'Open thread',
  done: 'Done',
  doneNamed: (name: string) => `Done: ${name}`,
  snoozed: (until: number, now: number) => `Back ${f.moment(until, now)}`,
  doneSaid: 'Done.',
  proposals: (count: number) =>
    f.plural(count, { one: '# mail waits to be logged', other: '# mails wait to be logged' }),
  noProposals: 'Nothing waits to be logged',
  openPanel: 'Open panel',
  emptyTitle: 'Nobody is waiting for you',
  empty: 'When a customer wrote last, they stand here, longest wait first.',
  noConsentTitle: 'Sidelog is not set up yet',
  noConsent: 'It reads nothing until you say so.',
  setUp: 'Set up',
  noPanel: 'The panel did not open. Use the keys or right-click the toolbar button.',
});
