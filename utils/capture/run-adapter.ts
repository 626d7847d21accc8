import type { TapEvents } from '@/utils/capture/connect-tap';
import { listen } from '@/utils/capture/listen';
import { createMarks } from '@/utils/capture/marks/show-marks';
import { createOpenThread } from '@/utils/capture/open-thread';
import { createOutput } from '@/utils/capture/output';
import type { CaptureResult, Page, PageAdapter, WireNews } from '@/utils/capture/page-adapter';
import { readGate } from '@/utils/capture/read-to-page';
import { AGAIN, createMeetingReport, leftOf } from '@/utils/capture/report-meetings';
import { nextTask, pause, runInTasks } from '@/utils/capture/run-in-tasks';
import { createSelfCheck } from '@/utils/capture/self-check';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import type { PageMessage, ToPage } from '@/utils/model/messages';
import type { GateSettings } from '@/utils/model/settings';

/** Events that wait for the gate's settings or for the ones before them. */
const MAX_QUEUE = 400;
const MAX_QUEUE_LENGTH = 6_000_000;

export interface RunOptions {
  document: Document;
  location: { readonly href: string };
  /** Sends one message to the worker; resolves with its answer once that is stored. */
  tell(message: PageMessage): Promise<unknown>;
  /** Hands over what the worker tells this page; what the listener returns is the answer. */
  onMessage(listener: (message: ToPage) => unknown, signal: AbortSignal): void;
  tapEvents: TapEvents;
  signal: AbortSignal;
  /** Tests say it themselves. */
  isVisible?: (element: Element) => boolean;
}

/**
 * Runs an adapter on its page until the signal ends it: asks for the gate's settings, joins wire and page, passes the
 * gate's first step, and tells the worker. Without consent nothing is read and nothing kept.
 */
export function runAdapter(adapter: PageAdapter, options: RunOptions): void {
  const { document, location, signal } = options;
  const own = new Set<string>();
  const page: Page & { account: string | null } = {
    document,
    location,
    isVisible: options.isVisible ?? ((element) => element.checkVisibility()),
    now: () => Date.now(),
    account: null,
    own,
  };
  let gate: GateSettings | null = null;
  let session: AbortController | null = null;
  const queue: TapEvent[] = [];
  let queued = 0;
  let reading = false;

  if (!adapter.detect(page)) return;
  const gateNow = () => gate && { ...gate, ownAddresses: [...new Set([...gate.ownAddresses, ...own])] };
  const check = createSelfCheck(adapter, page, (message) => output.send(message));
  const output = createOutput({
    site: adapter.site,
    page,
    tell: options.tell,
    gate: gateNow,
    readOffPage: check.readOffPage,
    signal,
  });
  let wire = adapter.openWire();
  const marks = createMarks(adapter, page, output);
  const thread = createOpenThread({
    adapter,
    page,
    wire: () => wire,
    output,
    marks,
    busy: () => reading || queued > 0,
  });

  const meetings = createMeetingReport(output, thread);

  /** Own addresses decide what is internal: the worker must know them before it judges the first mail. */
  const learn = async (addresses: readonly string[]) => {
    const fresh = addresses.filter((address) => !own.has(address)).slice(0, 50);
    if (fresh.length === 0 || own.size > 200) return;
    for (const address of fresh) own.add(address);
    await output.send({ type: 'own-addresses', site: adapter.site, addresses: fresh });
  };
  let title: string | null = null;
  const learnFromPage = async () => {
    // The page says it in its title and head: the same title says nothing new.
    if (page.account !== null && document.title === title) return;
    title = document.title;
    const { account, addresses } = adapter.ownAccount(page);
    page.account = account ?? page.account;
    await learn(addresses);
  };

  /** A sent mail may never be seen again: what the worker cannot take now is offered once more. */
  const handOver = async (results: readonly CaptureResult[], held: boolean, until: AbortSignal) => {
    const offer = async (some: readonly CaptureResult[]) => {
      const done = await output.mails(some, held);
      thread.handedOver(done, some);
      return leftOf(some, done);
    };
    let left = await offer(results);
    const again = async () => {
      for (const wait of AGAIN) {
        if (left.length === 0) return;
        await pause(wait, until);
        left = await offer(left);
      }
    };
    again().catch(() => undefined);
  };
  const takeBack = (ids: string[], until: AbortSignal) => {
    const tell = async () => {
      for (const wait of [0, ...AGAIN]) {
        if (wait > 0) await pause(wait, until);
        if ((await output.send({ type: 'send-undone', site: adapter.site, ids })) !== null) return;
      }
    };
    tell().catch(() => undefined);
  };

  const report = async (news: WireNews, until: AbortSignal) => {
    await learn(news.own);
    for (const drift of news.drift) output.drift(drift);
    for (const ids of news.undone) takeBack(ids, until);
    if (news.sends.length > 0) await handOver(news.sends, true, until);
    if (news.known) await handOver(news.known, false, until);
    if (news.meetings.length > 0) await meetings.tell(news.meetings, until);
    if (news.seen) await meetings.seen(adapter.site, news.seen);
    await output.heads(news.heads);
  };

  const readQueue = async () => {
    if (reading || !session) return;
    reading = true;
    const until = session.signal;
    try {
      for (let event = queue.shift(); event; event = queue.shift()) {
        queued -= event.response.length + event.request.length;
        if (page.account === null) await learnFromPage();
        await report(await runInTasks(wire.read(event, page), until), until);
        thread.changed();
      }
    } catch {
      // The session ended: what was read is dropped with it.
    } finally {
      reading = false;
    }
    if (session && session.signal !== until && queue.length > 0) void readQueue();
  };

  const start = () => {
    if (session || signal.aborted) return;
    session = new AbortController();
    wire = adapter.openWire();
    const until = AbortSignal.any([signal, session.signal]);
    thread.open(until);
    const changed = () => {
      void learnFromPage().then(thread.changed, thread.changed);
    };
    const undone = (at: number) => {
      for (const ids of wire.tookBack(at)) takeBack(ids, until);
    };
    adapter.watch(page, { changed, undone }, until);
    whenWhole(until, () => {
      const first = adapter.firstPaint?.(page) ?? null;
      if (first && 'step' in first) output.drift(first);
      else if (first) enqueue(first);
    });
    void readQueue();
  };
  const whenWhole = (until: AbortSignal, job: () => void) => {
    if (!adapter.firstPaint) return;
    if (document.readyState !== 'loading') job();
    else listen(document, 'DOMContentLoaded', job, until, { once: true });
  };
  const stop = () => {
    session?.abort();
    session = null;
    wire = adapter.openWire();
    queue.length = 0;
    queued = 0;
    output.forget();
    meetings.forget();
    check.forget();
    marks.clear();
  };
  const setGate = (next: GateSettings) => {
    gate = next;
    marks.use(gate.mark === true);
    if (!gate.capture && !gate.gateOff) stop();
    else if (session) thread.changed();
    else start();
  };
  signal.addEventListener('abort', stop);

  const enqueue = (event: TapEvent) => {
    check.came(event);
    queue.push(event);
    queued += event.response.length + event.request.length;
    while (queue.length > MAX_QUEUE || queued > MAX_QUEUE_LENGTH) {
      const gone = queue.shift();
      if (!gone) break;
      queued -= gone.response.length + gone.request.length;
      // Told, not lost in silence: once for each load of the page.
      output.drift({ ok: false, step: 'too-much-at-once', shape: '' });
    }
    void readQueue();
  };
  options.tapEvents((event) => {
    // Before the settings are known events wait; without consent they are dropped.
    if (!gate || session) enqueue(event);
  }, signal);

  options.onMessage((message) => {
    if (message.type === 'ping') return { ok: true };
    if (message.type === 'gate-changed') {
      // Two sites can share a page, each with a consent of its own.
      if (message.site === undefined || message.site === adapter.site) setGate(message.gate);
    } else if (message.type === 'sample') {
      return session && message.site === adapter.site ? check.sample() : undefined;
    } else if (message.type === 'marks-changed') marks.ask();
    else if (session) thread.again(message.ids);
    return { ok: true };
  }, signal);

  /** Until the worker says what it may do, the page is not read. */
  const ask = async () => {
    // Not in the task in which the script is read: that is long enough, and the page's own beginning waits for it.
    await nextTask(signal);
    for (const wait of [0, 5_000, 30_000, 120_000]) {
      if (wait > 0) await pause(wait, signal);
      page.account = adapter.ownAccount(page).account;
      const answer = await output.send({ type: 'gate-settings', site: adapter.site, account: page.account });
      const settings = readGate(answer);
      if (settings && gate === null) setGate(settings);
      if (gate !== null) return;
    }
  };
  ask().catch(() => undefined);
}
