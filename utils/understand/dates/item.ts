import type { Unit } from '@/utils/understand/dates/calendar';

/**
 * What a run of words is:
 * `num` `ord` (n) · `one` an article or "few", a number only before a unit · `unit` · `mod` this, next, last (n) · `wd` weekday (wd, 0 is Monday) · `mon` month (m, y?) ·
 * `year` (y) · `dom` day of a month (d, wd?) · `md` day and month (d, m, y?) · `day` one day (ms) · `period` (ms, to) ·
 * `time` (h, mi, s; twelve: morning or evening is open) · `dot` "2.30" · `part` of a day (h, mi as its end hour) ·
 * `dpart` part of one day · `dur` length (n units, more) · `moment` (ms) · `span` (ms, to) · `tspan` two times ·
 * `edge` beginning, middle, end (n) · `kw` a word that only joins (word) · `rel` days from today, before it is placed.
 */
export type Cat =
  | 'num'
  | 'one'
  | 'ord'
  | 'unit'
  | 'mod'
  | 'wd'
  | 'mon'
  | 'year'
  | 'dom'
  | 'md'
  | 'day'
  | 'period'
  | 'time'
  | 'dot'
  | 'part'
  | 'dpart'
  | 'dur'
  | 'moment'
  | 'span'
  | 'tspan'
  | 'edge'
  | 'kw'
  | 'rel';

export interface Meaning {
  cat: Cat;
  /** A word that is also an everyday word ("may", "sat", "so"): no date by itself. */
  weak?: boolean;
  word?: string;
  n?: number;
  /** Written with this many digits; absent for words. */
  digits?: number;
  unit?: Unit | 'weekend';
  wd?: number;
  m?: number;
  d?: number;
  y?: number;
  ms?: number;
  to?: number;
  h?: number;
  mi?: number;
  s?: number;
  twelve?: boolean;
  h2?: number;
  mi2?: number;
  /** The day that a deadline of these words falls on; null where none can be said. Default: the start's day. */
  due?: number | null;
  /** Seconds, hours: smaller than a day. */
  fine?: boolean;
  /** Further lengths of a `dur`. */
  more?: { unit: Unit; n: number }[];
}

export interface Item extends Meaning {
  start: number;
  /** The token after the last. */
  end: number;
}

export interface Context {
  ref: number;
  lang: string;
  dayFirst: boolean;
}
