import type { Marks } from '@/utils/capture/marks/show-marks';
import type { Output } from '@/utils/capture/output';
import type { CaptureResult, Look, Page, PageAdapter, SeenMessage, Wire } from '@/utils/capture/page-adapter';
import { afterPaint, nextTask, pause, runInTasks } from '@/utils/capture/run-in-tasks';

/** So long the wire may take before a message is read off the page alone. Milliseconds. */
const WIRE_GRACE = 800;
/** A shape that is not known must stay so for this long: pages are built up in steps. */
const DRIFT_GRACE = 1200;
/** A mail that was sent just now can still be taken back: on the page it is read only after that. */
const UNDO_WINDOW = 36_000;

interface OpenThreadOptions {
  adapter: PageAdapter;
  page: Page;
  wire(): Wire;
  output: Output;
  marks: Marks;
  /** Whether the wire has more that was not read yet. */
  busy(): boolean;
}

export interface OpenThread {
  open(signal: AbortSignal): void;
  /** The page or the wire may have changed. */
  changed(): void;
  /** These were handed over already, on another way: sent from this page. */
  handedOver(ids: readonly (readonly string[])[], results: readonly CaptureResult[]): void;
  /** The rep asked for these by name, in spite of a refusal or although they are collapsed. */
  again(ids: readonly string[]): void;
}

/** Follows what the visible page shows and hands over each opened message once, and once more when the wire has it. */
export function createOpenThread({
  adapter,
  page,
  wire,
  output,
  marks,
  busy,
}: OpenThreadOptions): OpenThread {
  /** Message id to how it was handed over. */
  const done = new Map<string, 'wire' | 'page'>();
  const firstSeen = new Map<string, number>();
  let shown = '';
  /** Whether the worker was told last that something is open here. */
  let saidOpen = false;
  let driftSince = 0;
  // Not an aborted one: making its reason reads this whole script again for a stack trace, on each load.
  let signal: AbortSignal | null = null;
  let running = false;
  let wanted = false;
  const asked = new Set<string>();

  const howDone = (ids: readonly string[]) => {
    let how: 'wire' | 'page' | undefined;
    for (const id of ids) if (how !== 'wire') how = done.get(id) ?? how;
    return how;
  };
  /** `results` say whether the wire or the page was read; a refusal counts as what is known by now. */
  const remember = (all: readonly (readonly string[])[], results: readonly CaptureResult[]) => {
    const via = new Map<string, 'wire' | 'page'>();
    for (const result of results) {
      if (result.ok) via.set(result.mail.capture.source.ids[0] ?? '', result.mail.capture.via);
    }
    for (const ids of all) {
      const how = via.get(ids[0] ?? '') ?? (wire().knows(ids) ? 'wire' : 'page');
      for (const id of ids) done.set(id, how);
    }
    for (const id of done.keys()) if (done.size > 5000) done.delete(id);
  };

  /** What can be read now, and when to look again for the rest (0: no need). */
  function* read(
    messages: readonly SeenMessage[],
  ): Generator<void, { results: CaptureResult[]; again: number }> {
    const results: CaptureResult[] = [];
    let again = 0;
    const lookAgain = (after: number) => {
      again = again === 0 ? after : Math.min(again, after);
    };
    for (const seen of messages) {
      const name = seen.ids[0] ?? '';
      const whole = wire().knows(seen.ids);
      const how = howDone(seen.ids);
      const turned = seen.turned !== undefined && !done.has(seen.turned);
      if (!turned && (how === 'wire' || (how === 'page' && !whole))) continue;
      const since = firstSeen.get(name) ?? page.now();
      firstSeen.set(name, since);
      const grace = since + WIRE_GRACE - page.now();
      if (!whole && (busy() || grace > 0)) {
        lookAgain(Math.max(grace, 100));
        continue;
      }
      const result = adapter.capture(page, wire(), seen);
      if (result.ok && result.mail.capture.kind === 'email' && result.mail.capture.direction === 'sent') {
        const left = result.mail.capture.sentAt + UNDO_WINDOW - page.now();
        if (left > 0 && left <= UNDO_WINDOW) {
          lookAgain(left);
          continue;
        }
      }
      if ('step' in result) marks.doubt(seen);
      results.push(result);
      if (seen.turned !== undefined && whole) done.set(seen.turned, 'wire');
      yield;
    }
    for (const name of firstSeen.keys()) if (firstSeen.size > 2000) firstSeen.delete(name);
    return { results, again };
  }

  const readAsked = (look: Look): CaptureResult[] => {
    const results: CaptureResult[] = [];
    const seen = look.ok ? look.messages : [];
    for (const id of asked) {
      const onPage = seen.find((each) => each.ids.includes(id));
      const result = onPage
        ? adapter.capture(page, wire(), onPage)
        : adapter.captureUnseen(page, wire(), [id]);
      if (!result) continue;
      results.push(result);
      if (result.ok) for (const same of result.mail.capture.source.ids) asked.delete(same);
    }
    asked.clear();
    return results;
  };

  const show = async (look: Look) => {
    // Another site's part of the page: that one says what is open, and this one that it was left.
    if (!adapter.detect(page)) {
      const left = { type: 'now-open', site: adapter.site, account: page.account, leaves: true } as const;
      if (!saidOpen || (await output.send({ ...left, threadIds: [], messages: [], earlier: [] }))) {
        saidOpen = false;
        shown = '';
      }
      return;
    }
    const { threadIds, messages } = look.ok ? look : { threadIds: [], messages: [] };
    const ids = messages.slice(0, 500).map((each) => each.ids);
    const open = new Set(ids.flat());
    const earlier = messages.length === 0 ? [] : wire().messagesOf(threadIds);
    const rest = earlier.filter((each) => !each.some((id) => open.has(id))).slice(0, 500);
    const next = JSON.stringify([page.account, threadIds, ids, rest]);
    if (next === shown) return;
    const { site } = adapter;
    const said = {
      type: 'now-open',
      site,
      account: page.account,
      threadIds,
      messages: ids,
      earlier: rest,
    } as const;
    if (!(await output.send({ ...said, threadIds: [...threadIds] }))) return;
    shown = next;
    saidOpen = ids.length > 0;
  };

  function* lookAndName(): Generator<void, Look> {
    const seen = yield* adapter.look(page);
    if (!seen.ok || !adapter.name) return seen;
    return { ...seen, messages: yield* adapter.name(page, wire(), seen.messages) };
  }

  const step = async (until: AbortSignal) => {
    const look = await runInTasks(lookAndName(), until);
    if (!look.ok) {
      driftSince ||= page.now();
      if (page.now() - driftSince < DRIFT_GRACE) later(DRIFT_GRACE, until);
      else {
        output.drift(look);
        marks.clear();
      }
      return;
    }
    driftSince = 0;
    await nextTask(until);
    marks.show(look.messages);
    // The worker is told beside what follows: a mail that the rep opened does not wait for its answer.
    const told = show(look);
    marks.ask(true);
    const forced = readAsked(look);
    if (forced.length > 0) remember(await output.mails(forced, false, true), forced);
    const { results, again } = await runInTasks(read(look.messages), until);
    if (results.length > 0) {
      const stored = await output.mails(results, false);
      remember(stored, results);
      // The worker could not be reached: what is not stored is offered again.
      const could = results.filter((result) => result.ok || 'reason' in result).length;
      if (stored.length < could) later(5000, until);
    }
    if (again > 0) later(again, until);
    await told;
  };

  const later = (milliseconds: number, until: AbortSignal) => {
    pause(milliseconds, until).then(changed, () => undefined);
  };

  const run = async () => {
    const until = signal;
    if (running || !until) return;
    running = true;
    try {
      while (wanted && !until.aborted) {
        wanted = false;
        // After the frame is painted the page's boxes are known: asking for them costs no layout.
        await afterPaint(until);
        await step(until);
      }
    } catch {
      // The session ended.
    } finally {
      running = false;
    }
    if (wanted && signal !== until && !signal?.aborted) void run();
  };
  const changed = () => {
    if (!signal || signal.aborted) return;
    wanted = true;
    void run();
  };

  return {
    open(next) {
      signal = next;
      shown = '';
      done.clear();
    },
    changed,
    handedOver: remember,
    again(ids) {
      for (const id of ids.slice(0, 500)) asked.add(id);
      changed();
    },
  };
}
