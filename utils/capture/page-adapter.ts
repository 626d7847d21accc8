import type { TapEvent, TapOptions } from '@/utils/capture/tap/tap-event';
import type { RefusalReason } from '@/utils/model/because';
import type { PageCapture, PageSite, SeenMeeting, ThreadHead } from '@/utils/model/captured';

/** The page an adapter reads. Everything an adapter may know comes through here, so that tests can give it. */
export interface Page {
  document: Document;
  /** The page's own location: where `source.url` comes from, never the wire. */
  location: { readonly href: string };
  /** Whether an element has a box. jsdom lays nothing out, so tests say it themselves. */
  isVisible(element: Element): boolean;
  /** The mailbox's address, where it is known yet. */
  account: string | null;
  /** All own addresses known so far, lower-cased. */
  own: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** A shape that is not known: which step met it, and what it looked like, every word of the page censored. */
export interface Drift {
  ok: false;
  step: string;
  shape: string;
}

/** A mail that was read and must not be recorded. */
export interface Refused {
  ok: false;
  ids: string[];
  reason: RefusalReason;
  detail?: string;
}

/** A mail or a meeting with what the gate asks for and the record does not keep. `labels` are the site's own, raw. */
export interface Mail {
  capture: PageCapture;
  labels: readonly string[];
  draft: boolean;
  private: boolean;
}

/** Not to be read yet: a reply sent a moment ago gets its id and time from the server a little later. */
export interface NotYet {
  ok: false;
  later: true;
}

export type CaptureResult = { ok: true; mail: Mail } | Drift | Refused | NotYet;

/** A message that the visible page shows opened. */
export interface SeenMessage {
  ids: string[];
  threadIds: string[];
  subject: string;
  element: Element;
  /** A name for what only the page says of it (that it is private): read again once, though the wire's was read. */
  turned?: string;
}

/** What the visible page shows now; no thread: an empty `messages` and no `threadIds`. */
export type Look = { ok: true; threadIds: string[]; messages: SeenMessage[] } | Drift;

export interface Head {
  head: ThreadHead;
  labels: readonly string[];
}

/** What one event of the wire told. */
export interface WireNews {
  sends: CaptureResult[];
  /** Events of a calendar that the wire brought whole, whether they are open or not: a calendar shows all it loads. */
  meetings: CaptureResult[];
  /** Mails handed over before of which the wire knows more now: the server's own name for a mail that was sent. */
  known?: CaptureResult[];
  /** Events that the wire brought without their guests: they say where a known meeting stands now, and begin nothing. */
  seen?: SeenMeeting[];
  /** Ids of messages whose sending was taken back. */
  undone: string[][];
  heads: Head[];
  own: string[];
  drift: Drift[];
}

/** What the wire said so far, in bounded memory. */
export interface Wire {
  /** Reads one event. Yields between pieces of work, so that each can have a task of its own. */
  read(event: TapEvent, page: Page): Generator<void, WireNews>;
  /** Ids of every message of this thread that can be captured without the page. */
  messagesOf(threadIds: readonly string[]): string[][];
  /** Whether one of these ids names a message that the wire brought whole. */
  knows(ids: readonly string[]): boolean;
  /** The rep took back what was sent last; `at` in milliseconds since 1970. Gives the ids of what was undone. */
  tookBack(at: number): string[][];
}

/**
 * Reads one site's pages. `look` and `capture` are pure; what they do not understand is a value, never a throw.
 */
export interface PageAdapter<W extends Wire = Wire> {
  site: PageSite;
  tap: TapOptions;
  /** Cheap: is this one of my pages? */
  detect(page: Page): boolean;
  /** The mailbox's address, or null where the page does not say, and all own addresses that it shows. */
  ownAccount(page: Page): { account: string | null; addresses: string[] };
  openWire(): W;
  /**
   * For sites that write what they show first into the document: that, as one event of the wire. Asked once, when the
   * document is whole. Drift where the document has it no more, null where this page has none to begin with.
   */
  firstPaint?(page: Page): TapEvent | Drift | null;
  /** Which messages are open on the visible page. Yields between pieces of work. */
  look(page: Page): Generator<void, Look>;
  /**
   * For sites whose page names no messages: gives each the names by which the wire knows it, beside its own. What it
   * cannot tell for sure stays as it is. Yields between pieces of work.
   */
  name?(page: Page, wire: W, messages: SeenMessage[]): Generator<void, SeenMessage[]>;
  /** Joins what the page shows with what the wire said: one mail. */
  capture(page: Page, wire: W, seen: SeenMessage): CaptureResult;
  /** A mail that the wire alone knows: for messages that the rep asked for by name. Null where it does not. */
  captureUnseen(page: Page, wire: W, ids: readonly string[]): CaptureResult | null;
  /** What the page shows, every word censored: for a sample that a user may hand over. */
  shape?(page: Page): string;
  /** The same of a parsed answer; absent: lists and lengths alone. */
  censor?(value: unknown): string;
  /**
   * The element behind which this message's mark stands, beside its sender or subject and outside its body; null where
   * there is no such place. Must not ask for the layout. Without it the site has no marks.
   */
  markPlace?(page: Page, seen: SeenMessage): Element | null;
  /** Calls `changed` when what the page shows may have changed; `undone` when the rep took a sent mail back. */
  watch(page: Page, on: { changed(): void; undone(at: number): void }, signal: AbortSignal): void;
}
