/*
 * How long each table keeps what, and what *forget everything* does to it: data, applied daily by
 * utils/actions/apply-retention.ts, which does not compile while a table of the database is missing here.
 */

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** Ages are in milliseconds, counted from the instant that `from` names. */
export interface Retention {
  /** Which instant of a row its age is counted from. */
  from: string;
  /** After this age the text is dropped (own words, summary, attachments' names) and the row stays. */
  text?: number;
  /** After this age the row goes; absent: it stays until it is forgotten, for the reason given. */
  row?: number;
  because: string;
  /** Every table is emptied by *forget everything*. */
  forget: 'emptied';
}

/** By table; `proposals` and `outbox` have two lives, before and after they are logged. */
export const retention = {
  proposals: {
    from: 'capturedAt',
    text: 14 * DAY,
    row: 30 * DAY,
    because: 'undecided mail; what is confirmed and not yet in the CRM is never touched',
    forget: 'emptied',
  },
  outbox: {
    from: 'status.at',
    text: DAY,
    because:
      'key and remote id stay, so that the same mail is not logged twice; what is not done is never touched',
    forget: 'emptied',
  },
  heldSends: {
    from: 'notBefore',
    row: DAY,
    because: 'released after half a minute; a day later nobody waits for it',
    forget: 'emptied',
  },
  refused: { from: 'at', row: 2 * DAY, because: 'then only counts by reason', forget: 'emptied' },
  contacts: {
    from: 'updatedAt',
    because: 'mirror of the CRM, dropped when it is disconnected',
    forget: 'emptied',
  },
  companies: {
    from: 'updatedAt',
    because: 'mirror of the CRM, dropped when it is disconnected',
    forget: 'emptied',
  },
  deals: {
    from: 'updatedAt',
    because: 'mirror of the CRM, dropped when it is disconnected',
    forget: 'emptied',
  },
  corrections: {
    from: 'at',
    because:
      'the rep’s own choices, each to be forgotten in the settings; dropped when the CRM is disconnected',
    forget: 'emptied',
  },
  tasks: {
    from: 'updatedAt',
    because: 'mirror of the CRM, dropped when it is disconnected',
    forget: 'emptied',
  },
  loggedActivities: {
    from: 'updatedAt',
    because: 'mirror of the CRM: ids, subject and people, dropped when it is disconnected',
    forget: 'emptied',
  },
  cursors: { from: 'completeAt', because: 'where the mirror stands, dropped with it', forget: 'emptied' },
  turns: {
    from: 'lastAt',
    row: 60 * DAY,
    because: 'a thread gone quiet is no longer waiting',
    forget: 'emptied',
  },
  ledger: { from: 'at', row: 365 * DAY, because: 'a year of what left, without content', forget: 'emptied' },
  drift: { from: 'at', row: 30 * DAY, because: 'an adapter is mended by then', forget: 'emptied' },
  counts: {
    from: 'id',
    row: 365 * DAY,
    because: 'counts by day and name, without content',
    forget: 'emptied',
  },
  schemas: {
    from: 'at',
    because: 'which fields the CRM has, dropped when it is disconnected',
    forget: 'emptied',
  },
  settings: { from: 'key', because: "the rep's own choices", forget: 'emptied' },
} as const satisfies Record<string, Retention>;

/** A proposal that is logged: text a day, row as any proposal's. */
export const loggedRetention = { from: 'status.loggedAt', text: DAY, row: 30 * DAY } as const;

/**
 * A meeting that has not ended keeps its text until then, and is dropped where it never seems to; once it has ended its
 * ages are counted from its end.
 */
export const upcomingRetention = { from: 'capturedAt', row: 60 * DAY } as const;

/** A done entry keeps subject and people as long as its proposal's row, then its key and ids alone. */
export const doneEntryPeople = 30 * DAY;
