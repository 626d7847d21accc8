/** What was promised about the cost to the page, and whether the figures keep it. */

/** @typedef {{ case: string, who: string, value: number, unit: string }} Row */

const IDLE_SECONDS = 60;
/** The profiler looks every fifth of a millisecond: less than one look is nothing. */
const GRAIN_MS = 0.25;

/**
 * @param {Row[]} rows
 * @returns {{ target: string, figure: string, bound: string, verdict: 'met' | 'missed' }[]}
 */
export function judge(rows) {
  const of = (/** @type {string} */ name, /** @type {string} */ who) =>
    rows.find((row) => row.case === name && row.who === who)?.value ?? Number.NaN;
  const added = (/** @type {string} */ name, /** @type {string} */ who) => of(name, who) - of(name, 'none');
  const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`;
  const line = (
    /** @type {string} */ target,
    /** @type {number} */ figure,
    /** @type {number} */ bound,
    /** @type {(value: number) => string} */ show,
    /** @type {boolean} */ met,
  ) => ({
    target,
    figure: show(figure),
    bound: show(bound),
    verdict: met ? /** @type {const} */ ('met') : /** @type {const} */ ('missed'),
  });
  const atMost = (
    /** @type {string} */ target,
    /** @type {number} */ figure,
    /** @type {number} */ bound,
    /** @type {(value: number) => string} */ show,
  ) => line(target, figure, bound, show, figure <= bound);
  const below = (
    /** @type {string} */ target,
    /** @type {number} */ figure,
    /** @type {number} */ bound,
    /** @type {(value: number) => string} */ show,
  ) => line(target, figure, bound, show, figure < bound);
  return [
    atMost(
      "added load at most 1/15 of InboxSDK's",
      added('load', 'sidelog'),
      added('load', 'inboxsdk') / 15,
      ms,
    ),
    atMost("added load not above gmail-js's", added('load', 'sidelog'), added('load', 'gmail-js'), ms),
    atMost(
      "added on opening 30 not above gmail-js's",
      added('open-30', 'sidelog'),
      added('open-30', 'gmail-js'),
      ms,
    ),
    below(
      'script under 60 KB',
      of('script-bytes', 'sidelog'),
      60_000,
      (value) => `${(value / 1000).toFixed(1)} KB`,
    ),
    atMost(
      'longest task at most 1.5 × JSON.parse',
      of('longest-task', 'sidelog'),
      1.5 * of('json-parse', 'none'),
      ms,
    ),
    atMost("nothing of ours before the page's own handler", of('before-handler', 'sidelog'), GRAIN_MS, ms),
    below('idle under 0.1 % of a core', of('idle', 'sidelog'), IDLE_SECONDS * 1000 * 0.001, ms),
    below(
      'heap added under 1.5 MB',
      added('heap', 'sidelog'),
      1.5e6,
      (value) => `${(value / 1e6).toFixed(2)} MB`,
    ),
    atMost('no foreign host', of('foreign-hosts', 'sidelog'), 0, (value) => String(value)),
  ];
}
