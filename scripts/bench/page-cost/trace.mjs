/**
 * Reads a trace of the mail page: how long a candidate's own scripts held the main thread in one task, and whether
 * they did so before the page's own handler of a response had run.
 */

/** @typedef {{ name: string, cat?: string, ph?: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, id?: string, args?: any }} TraceEvent */
/** @typedef {{ begin: number, end: number, owner: 'candidate' | 'page' | 'none' }} Span µs */

/** For a minute of idling: tasks and calls, without the profiler's own cost. */
export const calmCategories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];
export const traceCategories = [...calmCategories, 'disabled-by-default-v8.cpu_profiler'];

/** What the engine does for the page: a task that holds some is not the candidate's alone. */
const pageWork = new Set([
  'ParseHTML',
  'XHRReadyStateChange',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
]);

const isCandidate = (/** @type {string} */ url) => url.startsWith('chrome-extension://');

/**
 * @param {TraceEvent[]} events
 * @returns {{ longestMs: number, longestAt: string, beforeHandlerMs: number, totalMs: number }}
 * `totalMs`: all of the candidate's time on the main thread.
 * `longestMs`: the longest run of the candidate's scripts within one task. A task in which neither the page's scripts
 * nor the engine on the page's behalf did anything counts whole (CPU time), so that what the candidate's scripts cause
 * outside themselves (deserialising, microtasks) counts too.
 * `beforeHandlerMs`: the candidate's script time between a request's sending and the beginning of the page's handler.
 */
export function readTrace(events) {
  const marks = events.filter((event) => /^handler-(begins|ends)-/.test(event.name));
  const main = marks[0] ?? events.find((event) => event.name === 'churn');
  if (!main) throw new Error('The trace holds no mark of the page: nothing was measured.');
  const here = events.filter((event) => event.pid === main.pid).sort((left, right) => left.ts - right.ts);
  const onMain = here.filter((event) => event.tid === main.tid);
  const tasks = onMain.filter((event) => event.name === 'RunTask' && event.dur);
  const began = tasks[0]?.ts ?? 0;
  const spans = [...sampledSpans(here, main.tid), ...calledSpans(onMain), ...engineSpans(onMain)].sort(
    (left, right) => left.begin - right.begin,
  );

  let longestMs = 0;
  let longestAt = '';
  let totalMs = 0;
  let from = 0;
  for (const task of tasks) {
    const end = task.ts + (task.dur ?? 0);
    while (from < spans.length && spans[from].end <= task.ts) from += 1;
    /** @type {Span[]} */
    const inside = [];
    for (let index = from; index < spans.length && spans[index].begin < end; index += 1) {
      if (spans[index].end > task.ts) inside.push(clip(spans[index], task.ts, end));
    }
    const own = covered(inside.filter(({ owner }) => owner === 'candidate'));
    if (own === 0) continue;
    // CPU time in the place of wall time: what the machine did meanwhile for others is not the candidate's.
    const share = task.tdur === undefined ? 1 : task.tdur / (task.dur || 1);
    const alone = !inside.some(({ owner }) => owner === 'page');
    const ms = ((alone ? (task.dur ?? 0) : own) * Math.min(1, share)) / 1000;
    totalMs += ms;
    if (ms > longestMs) {
      longestMs = ms;
      longestAt = `${alone ? 'a task of its own' : 'a task shared with the page'}, ${Math.round((task.ts - began) / 1000)} ms into the trace`;
    }
  }

  let beforeHandlerMs = 0;
  for (const mark of marks.filter(({ name }) => name.startsWith('handler-begins-'))) {
    const sent = onMain.findLast((event) => event.name === 'ResourceSendRequest' && event.ts < mark.ts);
    const sending = sent && tasks.find((task) => task.ts <= sent.ts && task.ts + (task.dur ?? 0) >= sent.ts);
    if (!sending) continue;
    const begin = sending.ts + (sending.dur ?? 0);
    const own = spans
      .filter((span) => span.owner === 'candidate' && span.end > begin && span.begin < mark.ts)
      .map((span) => clip(span, begin, mark.ts));
    beforeHandlerMs = Math.max(beforeHandlerMs, covered(own) / 1000);
  }
  return { longestMs, longestAt, beforeHandlerMs, totalMs };
}

/** @param {TraceEvent[]} events @returns {Span[]} */
function engineSpans(events) {
  return events
    .filter(({ name }) => pageWork.has(name))
    .map(({ ts, dur = 0 }) => ({ begin: ts, end: ts + Math.max(1, dur), owner: 'page' }));
}

/** @param {Span} span @param {number} begin @param {number} end @returns {Span} */
function clip(span, begin, end) {
  return { begin: Math.max(begin, span.begin), end: Math.min(end, span.end), owner: span.owner };
}

/** Length of the union of these spans, µs. @param {Span[]} spans */
function covered(spans) {
  let sum = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { begin, end } of spans.sort((left, right) => left.begin - right.begin)) {
    if (end <= reached) continue;
    sum += end - Math.max(begin, reached);
    reached = end;
  }
  return sum;
}

/**
 * What each sample of the CPU profiler fell into, by the innermost function that has a script: a page's handler that a
 * candidate's wrapper calls is the page's, a `JSON.parse` that a candidate calls is the candidate's.
 * @param {TraceEvent[]} events @param {number} tid
 * @returns {Span[]}
 */
function sampledSpans(events, tid) {
  /** @type {Map<string, { nodes: Map<number, { url: string, name: string, parent?: number }>, time: number, samples: { at: number, node: number }[] }>} */
  const profiles = new Map();
  for (const event of events) {
    if (event.name === 'Profile' && event.tid === tid) {
      profiles.set(event.id ?? '', { nodes: new Map(), time: event.args.data.startTime, samples: [] });
    }
  }
  for (const event of events) {
    const profile = event.name === 'ProfileChunk' ? profiles.get(event.id ?? '') : undefined;
    if (!profile) continue;
    const { cpuProfile = {}, timeDeltas = [] } = event.args.data;
    for (const { id, parent, callFrame } of cpuProfile.nodes ?? []) {
      profile.nodes.set(id, { url: callFrame.url ?? '', name: callFrame.functionName ?? '', parent });
    }
    for (const [index, node] of (cpuProfile.samples ?? []).entries()) {
      profile.time += timeDeltas[index] ?? 0;
      profile.samples.push({ at: profile.time, node });
    }
  }
  /** @type {Span[]} */
  const spans = [];
  for (const { nodes, samples } of profiles.values()) {
    const ownerOf = (/** @type {number} */ id) => {
      for (
        let node = nodes.get(id);
        node;
        node = node.parent === undefined ? undefined : nodes.get(node.parent)
      ) {
        if (isCandidate(node.url)) return 'candidate';
        if (node.url.startsWith('https://')) return 'page';
      }
      return 'none';
    };
    /** @type {Span['owner']} */
    let before = 'none';
    for (const [index, { at, node }] of samples.entries()) {
      const next = samples[index + 1];
      if (!next) break;
      // Collecting garbage is charged to whoever was at work.
      const owner = nodes.get(node)?.name === '(garbage collector)' ? before : ownerOf(node);
      if (owner !== 'none') spans.push({ begin: at, end: next.at, owner });
      before = owner;
    }
  }
  return spans;
}

/**
 * Calls into scripts that the engine itself notes: what is too short for the profiler is still seen.
 * Only where the innermost noted call is meant; what a noted call contains of the other owner is cut out.
 * @param {TraceEvent[]} events sorted
 * @returns {Span[]}
 */
function calledSpans(events) {
  const calls = events.filter(
    (event) => (event.name === 'FunctionCall' || event.name === 'EvaluateScript') && event.dur,
  );
  /** @type {Span[]} */
  const spans = [];
  for (const [index, call] of calls.entries()) {
    const url = call.args?.data?.url ?? '';
    if (url.startsWith('https://'))
      spans.push({ begin: call.ts, end: call.ts + (call.dur ?? 0), owner: 'page' });
    if (!isCandidate(url)) continue;
    let begin = call.ts;
    const end = call.ts + (call.dur ?? 0);
    for (let inner = index + 1; inner < calls.length && calls[inner].ts < end; inner += 1) {
      const innerUrl = calls[inner].args?.data?.url ?? '';
      if (isCandidate(innerUrl) || !innerUrl.startsWith('https://')) continue;
      if (calls[inner].ts > begin) spans.push({ begin, end: calls[inner].ts, owner: 'candidate' });
      begin = Math.max(begin, calls[inner].ts + (calls[inner].dur ?? 0));
    }
    if (end > begin) spans.push({ begin, end, owner: 'candidate' });
  }
  return spans;
}
