import { censorValue } from '@/utils/capture/censor';
import type { Page, PageAdapter } from '@/utils/capture/page-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import type { PageMessage } from '@/utils/model/messages';
import type { PageSample, SourceCounts, SourceKind } from '@/utils/model/self-check';

/** Counts are told together, so many milliseconds after the first. */
const TELL_AFTER = 5_000;
/** One answer of each endpoint is kept as it came, the shortest, for the sample that a user may ask for. */
const MOST_KEPT = 12;
const LONGEST_KEPT = 50_000;

export interface SelfCheck {
  came(event: TapEvent): void;
  /** Messages that no wire brought. */
  readOffPage(count: number): void;
  sample(): PageSample;
  forget(): void;
}

/** Counts on which ways a site's content came, and gives the shape of it on request: no word of it leaves the page. */
export function createSelfCheck(
  adapter: PageAdapter,
  page: Page,
  send: (message: PageMessage) => Promise<unknown>,
): SelfCheck {
  let counts: SourceCounts = {};
  let timer = 0;
  const kept = new Map<string, TapEvent>();

  const count = (kind: SourceKind, by: number) => {
    counts[kind] = (counts[kind] ?? 0) + by;
    timer ||= Number(
      page.document.defaultView?.setTimeout(() => {
        timer = 0;
        const told = counts;
        counts = {};
        void send({ type: 'sources', site: adapter.site, counts: told });
      }, TELL_AFTER),
    );
  };
  return {
    came(event) {
      count(event.carrier ?? 'embedded', 1);
      const { endpoint, response } = event;
      const known = kept.get(endpoint);
      if (response === '' || response.length > LONGEST_KEPT || (!known && kept.size >= MOST_KEPT)) return;
      if (!known || response.length < known.response.length) kept.set(endpoint, event);
    },
    readOffPage(by) {
      if (by > 0) count('page', by);
    },
    sample: () => ({
      site: adapter.site,
      page: adapter.shape?.(page).slice(0, 4000) ?? '',
      answers: [...kept.values()].map(({ endpoint, carrier, response }) => ({
        endpoint: endpoint.slice(0, 100),
        kind: carrier ?? 'embedded',
        length: response.length,
        shape: shapeOf(response, adapter.censor ?? censorValue),
      })),
    }),
    forget() {
      page.document.defaultView?.clearTimeout(timer);
      timer = 0;
      counts = {};
      kept.clear();
    },
  };
}

/** Some sites put a line before their JSON, so that no other page can run it. */
function shapeOf(response: string, censor: (value: unknown) => string): string {
  const start = response.slice(0, 50).search(/[[{]/);
  try {
    return censor(JSON.parse(response.slice(Math.max(0, start)))).slice(0, 4000);
  } catch {
    return '';
  }
}
