import type { Book } from '@/utils/model/messages';
import { CONSENT_VERSION, type CrmConnection, Settings } from '@/utils/model/settings';
import type { Database } from '@/utils/store/database';

/** The embedded CRM of this book: used until another is connected. `account` is what its `whoAmI` says. */
export function notebookConnection(book: Book): CrmConnection {
  return {
    connector: 'notebook',
    account: `notebook|local|${book}`,
    settings: { book },
    userName: '',
    connectedAt: NEVER,
    kinds: ['email', 'meeting', 'call'],
  };
}

/** The notebook was there from the start; the schema's earliest instant stands for it. */
const NEVER = 631_152_000_000;

/**
 * What holds before anybody chose anything: nothing is captured. Practice reads an invented mailbox and calendar,
 * to which nobody has to consent.
 */
export function defaultSettings(book: Book): Settings {
  return {
    consent:
      book === 'practice'
        ? { version: CONSENT_VERSION, at: NEVER, sites: ['gmail', 'google-calendar'] }
        : null,
    crm: notebookConnection(book),
    ownAddresses: [],
    ownDomains: [],
    neverLog: { addresses: [], domains: [], words: [] },
    logText: 'own-words',
    undoSeconds: 10,
  };
}

/** The settings of this book, its defaults where nothing was stored yet. */
export async function getSettings(db: Database, book: Book): Promise<Settings> {
  const row = await db.settings.get('settings');
  return row ? Settings.parse(row.value) : defaultSettings(book);
}

/** Reads, changes and stores in one transaction; gives what was stored. */
export async function updateSettings(
  db: Database,
  book: Book,
  change: (settings: Settings) => Settings,
): Promise<Settings> {
  return db.transaction('rw', db.settings, async () => {
    const value = Settings.parse(change(await getSettings(db, book)));
    await db.settings.put({ key: 'settings', value });
    return value;
  });
}
