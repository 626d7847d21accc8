/*
 * What the tap in the page's own world hands to the isolated script. Types and constants only.
 * Everything in a `TapEvent` is hostile: any script of the page could have caused the request.
 */

/** One response, or one call of a watched global. Flat, primitives only: Firefox shows nothing else across worlds. */
export interface TapEvent {
  /** The endpoint's name as the options' pattern gives it, `embedded` for a watched global, `port` for a message. */
  endpoint: string;
  status: number;
  /** The request body where it was a string, else what stands in the options' `requestHeader`, else empty. */
  request: string;
  /** Which way it came; absent: it stood in the page. */
  carrier?: 'xhr' | 'fetch' | 'port';
  /** Empty where `note` says why. */
  response: string;
  note: '' | 'too-large' | 'not-text';
  /** Counts up with each request as it is *sent*; answers can come in another order. */
  order: number;
  /** When the request was sent: milliseconds since 1970. */
  startedAt: number;
}

/** What the isolated script tells the tap: one event arrived, or: let go of the page for good. */
export type TapCommand = 'got' | 'stop';

/** The name of the handshake's event. Nobody listens for it once the two have met. */
export const HANDSHAKE = 'sidelog:tap';
/** With this the isolated script asks for the handshake, should the tap have been there first. */
export const CALL = 'sidelog:call';

export interface TapOptions {
  /** Tested against the URL's path; the first group is the endpoint's name. */
  endpoints: RegExp;
  /** Whether the URL's query is part of what is tested: where all endpoints are one path. */
  query?: boolean;
  /** The one request header that is read besides: where a site writes short requests into a header. Never a credential. */
  requestHeader?: string;
  /** Messages between the page and its workers that have one of these properties are handed over too. */
  portMarks?: readonly string[];
  /** Whether `fetch` is watched beside XMLHttpRequest: only where the site is known or expected to use it. */
  fetch?: boolean;
  /** A global function of the page whose argument is handed over too. */
  globalCall?: string;
  /** The longest body that is handed over, in UTF-16 units. */
  maxLength?: number;
}
