import type { Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** CPU time, µs. */
  tdur?: number;
  args?: { name?: string; data?: { frames?: { url?: string; processId?: number }[] } };
}

/**
 * The CPU time of the longest task of the page's main thread while `act` goes on, ms, from the browser's own trace. On
 * the wall clock a busy machine would count what others do.
 */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const whole = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'],
      recordMode: 'recordAsMuchAsPossible',
    },
  });
  await act();
  await cdp.send('Tracing.end');
  await whole;
  await cdp.detach();
  const frames = events.flatMap(({ name, args }) =>
    name === 'TracingStartedInBrowser' ? (args?.data?.frames ?? []) : [],
  );
  const pid = frames.find(({ url }) => url === page.url())?.processId;
  const main = events.find(
    (each) => each.ph === 'M' && each.pid === pid && each.args?.name === 'CrRendererMain',
  );
  const tasks = events.filter(
    ({ name, tid, ...each }) => each.pid === pid && tid === main?.tid && name.endsWith('RunTask'),
  );
  if (tasks.length === 0) throw new Error('The trace has no task of this page.');
  return Math.max(...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
}
