import type { CrmSession } from '@/utils/crm/connector';
import type { Book, ToPage } from '@/utils/model/messages';
import type { CrmConnection } from '@/utils/model/settings';
import type { RunTimeScript } from '@/utils/platform/content-scripts';
import type { Database } from '@/utils/store/database';

/** What actions need of the browser. The worker hands in utils/platform, tests hand in what they like. */
export interface BrowserSide {
  readSession(key: string): Promise<unknown>;
  writeSession(key: string, value: unknown): Promise<void>;
  clearSession(): Promise<void>;
  hasOrigins(origins: string[]): Promise<boolean>;
  hasCrmAccess(origins: string[]): Promise<boolean>;
  giveBackOrigins(origins: string[]): Promise<boolean>;
  grantedOrigins(): Promise<string[]>;
  registerScripts(scripts: RunTimeScript[]): Promise<void>;
  tabsShowing(
    patterns: string[],
  ): Promise<{ tabId: number; windowId: number | undefined; loading: boolean }[]>;
  tellTab(tabId: number, message: ToPage): Promise<unknown>;
  reloadTab(tabId: number): Promise<boolean>;
  urlOfTab(tabId: number): Promise<string | null>;
  /** Opens the panel of this window; only in the turn in which the rep's gesture came. Rejects where it may not. */
  openPanel(windowId: number | undefined): Promise<void>;
  /** The keys that open the panel, empty where none are set. */
  panelKeys(): Promise<string>;
  /** Where a CRM's sign-in page sends the rep back to. */
  signInRedirect(): string;
  /** Shows a sign-in page; resolves with the address it ended at, undefined where it was closed. */
  showSignIn(url: string): Promise<string | undefined>;
  showBadge(count: number): Promise<void>;
  /** Says that a bug of ours happened; see utils/platform/log.ts. */
  bug(what: string, error?: unknown): void;
}

/** Everything an action works with: one book, its clock, its CRM. */
export interface Context {
  book: Book;
  db: Database;
  browser: BrowserSide;
  /** Milliseconds since 1970. */
  now(): number;
  /** The rep's time zone (IANA): "by Friday" in a mail is a day in it. */
  timeZone(): string;
  /** At most 60 characters; grows with time. */
  newId(): string;
  /** The session of the connected CRM. Rejects with `CrmFault`. */
  session(): Promise<CrmSession>;
  /** The session of a connection that is not stored yet. Rejects with `CrmFault`. */
  sessionOf(connection: CrmConnection): Promise<CrmSession>;
  /** Something may have become due: the outbox, a held mail, a snoozed proposal. Returns at once. */
  nudge(): void;
  /** The mirror should be refreshed. Returns at once. */
  syncSoon(): void;
}
