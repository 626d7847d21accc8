/** What goes wrong with one request. */
export type Trouble =
  | 'none'
  /** It never arrives. */
  | 'lost-on-the-way'
  | 'lose-answer'
  | 'fail'
  | 'commit-then-fail'
  /** Half of a batch is carried out. */
  | 'half-then-fail'
  | 'slow-seconds'
  | 'slow-date'
  /** Its own word for it in the body; no header. */
  | 'slow-body'
  /** Without a word of when. */
  | 'slow-silent'
  | 'html'
  /** Carried out; a proxy answers with a page of its own. */
  | 'commit-then-html'
  /** Carried out, and the answer comes when nobody waits any more. */
  | 'time-out'
  | 'kill-before'
  | 'kill-after'
  /** The worker dies at once; the server acts on it only afterwards. */
  | 'late';

export const troubles: readonly Trouble[] = [
  'lost-on-the-way',
  'lose-answer',
  'fail',
  'commit-then-fail',
  'half-then-fail',
  'slow-seconds',
  'slow-date',
  'slow-body',
  'slow-silent',
  'html',
  'commit-then-html',
  'time-out',
  'kill-before',
  'kill-after',
  'late',
];

/** What hurts most where two people log the same mail: it arrives, and who sent it never hears of it. */
export const unheard: readonly Trouble[] = [
  'lose-answer',
  'commit-then-fail',
  'commit-then-html',
  'time-out',
  'kill-after',
  'late',
];
