import { JSDOM } from 'jsdom';
import type { PageAdapter } from '@/utils/capture/page-adapter';
import { runAdapter } from '@/utils/capture/run-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import type { PageCapture } from '@/utils/model/captured';
import { PageMessage } from '@/utils/model/messages';
import type { Recording } from './pseudonymise.ts';

/** The page's own graces are shorter. Milliseconds. */
const SETTLED = 3_500;

/**
 * What the adapter makes of a recording, in the form of a case's expectation: as a draft it says what is and not what
 * should be, so a person reads and corrects it; tests/capture/recorded.test.ts holds the adapter to it from then on.
 * The clock is the machine's: a test sets it to `recordedAt`.
 */
export async function draftExpectation(
  { html, url, wire }: Recording,
  adapter: PageAdapter,
  about: string,
  recordedAt: string,
): Promise<Record<string, unknown>> {
  const { window } = new JSDOM(html, { url, pretendToBeVisual: true });
  const told: PageMessage[] = [];
  const life = new AbortController();
  const gate = {
    capture: true,
    ownAddresses: [],
    ownDomains: [],
    neverLog: { addresses: [], domains: [], words: [] },
    gateOff: false,
  };
  let push: (event: TapEvent) => void = () => undefined;
  runAdapter(adapter, {
    document: window.document,
    location: window.location,
    // Nothing is laid out here: what is not hidden by its markup counts as shown.
    isVisible: (element) => element.isConnected && !element.closest('[hidden]'),
    tell: async (message) => {
      told.push(PageMessage.parse(message));
      return message.type === 'gate-settings' ? gate : { ok: true };
    },
    tapEvents: (listener) => {
      push = listener;
    },
    onMessage: () => undefined,
    signal: life.signal,
  });
  for (const [order, event] of wire.entries())
    push({ ...event, status: 200, note: '', order, startedAt: Date.now(), carrier: 'xhr' });
  await new Promise((done) => setTimeout(done, SETTLED));
  life.abort();
  window.close();
  return {
    about,
    url,
    recordedAt,
    captured: lastWords(told.flatMap((each) => (each.type === 'captured' ? each.captures : []))).map(brief),
    refused: told.flatMap((each) => (each.type === 'refused' ? [[each.reason, each.ids[0]]] : [])),
    drift: told.flatMap((each) => (each.type === 'drift' ? [each.step] : [])),
    undone: told.flatMap((each) => (each.type === 'send-undone' ? [each.ids] : [])),
  };
}

/** What was told of each mail or meeting in the end: on a slow machine the page alone may have spoken first. */
function lastWords(captures: readonly PageCapture[]): PageCapture[] {
  const kept: PageCapture[] = [];
  for (const capture of captures) {
    const known = kept.findIndex(({ source }) => source.ids.some((id) => capture.source.ids.includes(id)));
    if (known >= 0) kept.splice(known, 1);
    kept.push(capture);
  }
  return kept;
}

function brief(capture: PageCapture): Record<string, unknown> {
  const { source, from, to, cc, sentAt, sentAtApproximate } = capture;
  return {
    kind: capture.kind,
    via: capture.via,
    direction: capture.direction,
    from: from.address,
    to: to.map(({ address }) => address),
    cc: cc.map(({ address }) => address),
    subject: capture.subject,
    sentAt: sentAtApproximate ? wallTime(sentAt) : new Date(sentAt).toISOString(),
    approximate: sentAtApproximate,
    ids: source.ids,
    threadIds: source.threadIds,
    account: source.account,
    attachments: capture.attachments.map(({ name }) => name),
    ...(capture.kind === 'meeting' ? { meeting: meetingOf(capture, sentAtApproximate) } : {}),
    text: capture.body.content,
  };
}

/** What a page shows without its zone is the reader's own clock: written so, a case holds in every zone. */
function wallTime(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ');
}

function meetingOf({ meeting }: Extract<PageCapture, { kind: 'meeting' }>, approximate: boolean) {
  const { endsAt, ...rest } = meeting;
  return { ...rest, endsAt: approximate ? wallTime(endsAt) : new Date(endsAt).toISOString() };
}
