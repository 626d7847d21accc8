import type { Context } from '@/utils/actions/context';
import { mailSites } from '@/utils/actions/mail-sites';
import type { IntentAnswer, PageMessage } from '@/utils/model/messages';
import { PageSample, SourceKind, Sources } from '@/utils/model/self-check';

const KEY = 'sources';
let last: Promise<unknown> = Promise.resolve();

/** Adds what a page counted to what came since the browser started. */
export function noteSources(
  context: Context,
  { site, counts }: Extract<PageMessage, { type: 'sources' }>,
): Promise<void> {
  const next = last.then(async () => {
    if (site === 'by-hand' || context.book === 'practice') return;
    const all = await readSources(context);
    const sum = { ...all[site] };
    for (const kind of SourceKind.options) {
      const by = counts[kind];
      if (by) sum[kind] = (sum[kind] ?? 0) + by;
    }
    await context.browser.writeSession(KEY, { ...all, [site]: sum });
  });
  last = next.catch(() => undefined);
  return next;
}

async function readSources(context: Context): Promise<Sources> {
  const parsed = Sources.safeParse(await context.browser.readSession(KEY));
  return parsed.success ? parsed.data : {};
}

/**
 * What a user may hand to whoever mends an adapter: counts by source, the drift reports, and of each open page of a mail
 * site its shape and that of the answers it received. Shapes are made in the page; no word of it comes here.
 */
export async function exportSample(context: Context): Promise<IntentAnswer> {
  const samples: PageSample[] = [];
  for (const { site, patterns } of mailSites) {
    if (!(await context.browser.hasOrigins(patterns))) continue;
    for (const { tabId } of (await context.browser.tabsShowing(patterns)).slice(0, 5)) {
      const parsed = PageSample.safeParse(await context.browser.tellTab(tabId, { type: 'sample', site }));
      if (parsed.success && parsed.data.site === site) samples.push(parsed.data);
    }
  }
  const drift = await context.db.drift.orderBy('at').reverse().limit(50).toArray();
  const content = JSON.stringify(
    { made: new Date(context.now()).toISOString(), sources: await readSources(context), samples, drift },
    null,
    2,
  );
  return { ok: true, file: { name: 'sidelog-sample.json', mime: 'application/json', content } };
}
