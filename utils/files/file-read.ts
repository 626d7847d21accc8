import type { FileProblem } from '@/utils/model/by-hand';
import type { PageCapture } from '@/utils/model/captured';

/** What is read: the file's name as the rep sees it, the type that the browser gives it (may be empty), its bytes. */
export interface FileToRead {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/** What a file does not say itself. */
export interface Situation {
  /** The rep's own addresses, lower-cased: they decide what was sent and what was received. */
  own: readonly string[];
  /** The rep's zone (IANA): a time without a zone is one of it. */
  timeZone: string;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * What a file, or a text, gave. `onPurpose`: one mail or one meeting, so that handing it over says that it is wanted;
 * a whole calendar says nothing of each of its meetings.
 */
export type FileRead =
  | { ok: true; captures: PageCapture[]; onPurpose: boolean }
  | { ok: false; problem: FileProblem };

export function unread(problem: FileProblem): FileRead {
  return { ok: false, problem };
}

/** Bytes of the biggest file that is read. */
export const LARGEST_FILE = 10 * 1024 * 1024;
/** Mails and meetings of one file. */
export const MOST_CAPTURES = 300;

const MOST_BODY = 400_000;

/** A body as the model wants it. */
export function bodyOf(type: 'html' | 'text', content: string): PageCapture['body'] {
  return { type, content: content.slice(0, MOST_BODY), clipped: content.length > MOST_BODY };
}
