import { JSDOM } from 'jsdom';
import type { PageAdapter } from '@/utils/capture/page-adapter';
import { runAdapter } from '@/utils/capture/run-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import { PageMessage } from '@/utils/model/messages';
import type { Recording } from './pseudonymise.ts';

/** The page's own graces are shorter. Milliseconds. */
const SETTLED = 3_500;

/**
 * What the adapter makes of a recording today, in the form of a case's expectation: a draft that a person reads and
 * corrects, because it says what is and not what should be.
 */
export async function draftExpectation(
  { html, url, wire }: Recording,
  adapter: PageAdapter,
  about: string,
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
  const captured = told.flatMap((each) => (each.type === 'captured' ? each.captures : []));
  return {
    about,
    url,
    captured: captured.map(({ body, attachments, source, from, to, cc, ...rest }) => ({
      kind: rest.kind,
      via: rest.via,
      direction: rest.direction,
      from: from.address,
      to: to.map(({ address }) => address),
      cc: cc.map(({ address }) => address),
      subject: rest.subject,
      sentAt: new Date(rest.sentAt).toISOString(),
      approximate: rest.sentAtApproximate,
      ids: source.ids,
      threadIds: source.threadIds,
      account: source.account,
      attachments: attachments.map(({ name }) => name),
      text: body.content,
    })),
    refused: told.flatMap((each) => (each.type === 'refused' ? [[each.reason, each.ids[0]]] : [])),
    drift: told.flatMap((each) => (each.type === 'drift' ? [each.step] : [])),
    undone: told.flatMap((each) => (each.type === 'send-undone' ? [each.ids] : [])),
  };
}
