import { describe, expect, it } from 'vitest';
import { bvAnswer, fdAnswer, ME, makeList, makeThread } from '../../scripts/bench/page-cost/mailbox.mjs';
import { median } from '../../scripts/bench/page-cost/round.mjs';
import { readTrace } from '../../scripts/bench/page-cost/trace.mjs';
import { judge } from '../../scripts/bench/page-cost/verdicts.mjs';

const now = Date.UTC(2026, 10, 21, 12);
const ours = 'chrome-extension://abc/content.js';
const theirs = 'https://mail.google.com/app.js';
const place = { pid: 1, tid: 1 };
const task = (ts: number, dur: number, tdur = dur) => ({ ...place, name: 'RunTask', ts, dur, tdur });
const call = (ts: number, dur: number, url: string) => ({
  ...place,
  name: 'FunctionCall',
  ts,
  dur,
  args: { data: { url } },
});
const mark = (ts: number, name: string) => ({ ...place, name, ts });

describe('the invented mailbox of the page-cost bench', () => {
  it('gives every candidate the same mail for the same seed', () => {
    const wish = { seed: 4, messages: 30, now };
    expect(fdAnswer(makeThread(wish))).toBe(fdAnswer(makeThread(wish)));
    expect(fdAnswer(makeThread({ ...wish, seed: 5 }))).not.toBe(fdAnswer(makeThread(wish)));
  });

  it("writes threads where Gmail's answers have them", () => {
    const thread = makeThread({ seed: 1, messages: 3, now });
    const answer = JSON.parse(fdAnswer(thread));
    const [id, [meta, heads], full] = answer[1][0];
    expect(id).toBe(thread.id);
    expect(meta[15]).toBe(thread.hex);
    expect(heads.map((head: unknown[]) => head[27])).toEqual(thread.messages.map(({ hex }) => hex));
    expect(full[2][1][5][1][0][2][1]).toBe(thread.messages[2]?.html);
    expect(full[2][1][10][16]).toBe(ME.address);
    expect(BigInt(`0x${thread.hex}`) >> 20n).toBe(BigInt(thread.messages[0]?.at ?? 0));
  });

  it('writes lists without bodies', () => {
    const threads = makeList({ seed: 2, threads: 100, now });
    const answer = JSON.parse(bvAnswer(threads));
    expect(answer).toHaveLength(19);
    expect(answer[2]).toHaveLength(100);
    expect(answer[2][7][0][4][0][8]).toBeNull();
  });
});

describe("what a trace says of a candidate's scripts", () => {
  it("counts a task without the page's scripts whole, in CPU time", () => {
    const read = readTrace([task(0, 10_000, 4_000), call(1_000, 2_000, ours), mark(20_000, 'churn')]);
    expect(read.longestMs).toBeCloseTo(4);
    expect(read.totalMs).toBeCloseTo(4);
  });

  it("counts only the candidate's part of a task that it shares with the page", () => {
    const events = [task(0, 10_000), call(0, 9_000, theirs), call(2_000, 3_000, ours), mark(20_000, 'churn')];
    expect(readTrace(events).longestMs).toBeCloseTo(3);
  });

  it("does not take parsing the page for the candidate's", () => {
    const parsing = { ...place, name: 'ParseHTML', ts: 0, dur: 9_000 };
    const read = readTrace([task(0, 10_000), parsing, call(2_000, 3_000, ours), mark(20_000, 'churn')]);
    expect(read.longestMs).toBeCloseTo(3);
  });

  it("gives the page's handler that a candidate's wrapper calls to the page", () => {
    const events = [task(0, 10_000), call(0, 9_000, ours), call(1_000, 7_000, theirs), mark(20_000, 'churn')];
    expect(readTrace(events).longestMs).toBeCloseTo(2);
  });

  it('gives what the profiler saw to the innermost function that has a script', () => {
    const nodes = [
      { id: 1, callFrame: { functionName: '(root)', url: '' } },
      { id: 2, parent: 1, callFrame: { functionName: 'wrap', url: ours } },
      { id: 3, parent: 2, callFrame: { functionName: 'handler', url: theirs } },
      { id: 4, parent: 2, callFrame: { functionName: 'parse', url: '' } },
    ];
    const chunk = { cpuProfile: { nodes, samples: [2, 3, 4, 1] }, timeDeltas: [1_000, 1_000, 4_000, 2_000] };
    const events = [
      { ...place, name: 'Profile', id: 'p', ts: 0, args: { data: { startTime: 0 } } },
      { ...place, name: 'ProfileChunk', id: 'p', ts: 1, args: { data: chunk } },
      task(0, 10_000),
      mark(20_000, 'churn'),
    ];
    // 1 ms in the wrapper, 4 ms in the page's handler, 2 ms in JSON.parse.
    expect(readTrace(events).longestMs).toBeCloseTo(3);
  });

  it("sees what a candidate does between a request and the page's own handler", () => {
    const events = [
      task(0, 1_000),
      { ...place, name: 'ResourceSendRequest', ts: 500 },
      task(5_000, 10_000),
      call(6_000, 2_000, ours),
      mark(9_000, 'handler-begins-fd'),
      call(12_000, 2_000, ours),
    ];
    expect(readTrace(events).beforeHandlerMs).toBeCloseTo(2);
  });

  it('refuses a trace in which the page did nothing', () => {
    expect(() => readTrace([task(0, 10)])).toThrow('nothing was measured');
  });
});

describe('the verdicts of the page-cost bench', () => {
  const rows = (sidelog: Record<string, number>) => [
    ...['load', 'open-30', 'heap'].flatMap((name) => [
      { case: name, who: 'none', value: 50, unit: 'ms' },
      { case: name, who: 'inboxsdk', value: 350, unit: 'ms' },
      { case: name, who: 'gmail-js', value: 70, unit: 'ms' },
    ]),
    { case: 'json-parse', who: 'none', value: 4, unit: 'ms' },
    ...Object.entries(sidelog).map(([name, value]) => ({ case: name, who: 'sidelog', value, unit: 'ms' })),
  ];
  const good = {
    load: 69,
    'open-30': 60,
    'script-bytes': 50_000,
    'longest-task': 6,
    'before-handler': 0,
    idle: 20,
    heap: 1_000_000,
    'foreign-hosts': 0,
  };

  it('are met where every figure keeps its bound', () => {
    expect(judge(rows(good)).map(({ verdict }) => verdict)).not.toContain('missed');
  });

  it.each([
    ['load', 71],
    ['open-30', 71],
    ['script-bytes', 60_000],
    ['longest-task', 6.1],
    ['before-handler', 1],
    ['idle', 60],
    ['heap', 2_000_000],
    ['foreign-hosts', 1],
    ['open-30', Number.NaN],
  ])('name what was missed: %s at %d', (name, value) => {
    expect(judge(rows({ ...good, [name]: value })).map(({ verdict }) => verdict)).toContain('missed');
  });

  it('take the middle of all rounds', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 3, 10])).toBe(2.5);
  });
});
