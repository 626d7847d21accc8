/** What was promised about the cost to the page, and whether the figures keep it. */

/** @typedef {{ case: string, who: string, value: number, unit: string }} Row */

const IDLE_SECONDS = 60;
/** The profiler looks every fifth of a millisecond: less than one look is nothing. */
const GRAIN_MS = 0.25;

/** @typedef {{ target: string, figure: string, bound: string, verdict: 'met' | 'missed' }} Verdict */

const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`;
const kilobytes = (/** @type {number} */ value) => `${(value / 1000).toFixed(1)} KB`;
const megabytes = (/** @type {number} */ value) => `${(value / 1e6).toFixed(2)} MB`;

/** @param {string} target @param {number} figure @param {number} bound @param {(value: number) => string} show @param {boolean} met @returns {Verdict} */
const line = (target, figure, bound, show, met) => ({
  target,
  figure: show(figure),
  bound: show(bound),
  verdict: met ? 'met' : 'missed',
});
/** @param {string} target @param {number} figure @param {number} bound @param {(value: number) => string} show */
const atMost = (target, figure, bound, show) => line(target, figure, bound, show, figure <= bound);
/** @param {string} target @param {number} figure @param {number} bound @param {(value: number) => string} show */
const below = (target, figure, bound, show) => line(target, figure, bound, show, figure < bound);

/** @param {Row[]} rows */
function reader(rows) {
  const of = (/** @type {string} */ name, /** @type {string} */ who) =>
    rows.find((row) => row.case === name && row.who === who)?.value ?? Number.NaN;
  const added = (/** @type {string} */ name, /** @type {string} */ who) => of(name, who) - of(name, 'none');
  return { of, added };
}

/**
 * Gmail's, where two peers ran in the same rounds.
 * @param {Row[]} rows @returns {Verdict[]}
 */
export function judge(rows) {
  const { added } = reader(rows);
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
    ...limits(rows, 1),
  ];
}

/**
 * Another site's, beside no extension: nobody else is there to compare with. Outlook's mail and calendar are one page
 * with one script that reads both, so its script may be as large as two.
 * @param {Row[]} rows @param {string} site @returns {Verdict[]}
 */
export function judgeAlone(rows, site) {
  return limits(rows, site.startsWith('outlook') ? 2 : 1);
}

/** What every page is promised. @param {Row[]} rows @param {number} sites how many the page's script reads @returns {Verdict[]} */
function limits(rows, sites) {
  const { of, added } = reader(rows);
  return [
    below(
      sites === 1 ? 'script under 60 KB' : `script under 60 KB for each of the ${sites} sites it reads`,
      of('script-bytes', 'sidelog'),
      60_000 * sites,
      kilobytes,
    ),
    atMost(
      'longest task at most 1.5 × JSON.parse',
      of('longest-task', 'sidelog'),
      1.5 * of('json-parse', 'none'),
      ms,
    ),
    atMost("nothing of ours before the page's own handler", of('before-handler', 'sidelog'), GRAIN_MS, ms),
    below('idle under 0.1 % of a core', of('idle', 'sidelog'), IDLE_SECONDS * 1000 * 0.001, ms),
    below('heap added under 1.5 MB', added('heap', 'sidelog'), 1.5e6, megabytes),
    atMost('no foreign host', of('foreign-hosts', 'sidelog'), 0, String),
  ];
}
