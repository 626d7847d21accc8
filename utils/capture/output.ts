import { field } from '@/utils/capture/field';
import type { CaptureResult, Drift, Head, Mail, Page } from '@/utils/capture/page-adapter';
import { nextTask } from '@/utils/capture/run-in-tasks';
import type { Refusal } from '@/utils/model/because';
import type { PageCapture, Site } from '@/utils/model/captured';
import type { PageMessage } from '@/utils/model/messages';
import type { GateSettings } from '@/utils/model/settings';
import { mayCaptureOnPage } from '@/utils/privacy/may-capture';

/** One message to the worker carries at most so much text: serialising it is a task of the mail page. */
const MAX_BATCH_LENGTH = 100_000;
const MAX_BATCH = 50;
/** So many heads are judged in one task of the mail page. */
const SLICE = 20;

export interface Output {
  /** Null where the worker could not be reached. */
  send(message: PageMessage): Promise<unknown>;
  /** Passes the gate's first step; resolves with the ids that are done with: stored, or refused for good. */
  mails(results: readonly CaptureResult[], held: boolean, ungated?: boolean): Promise<string[][]>;
  /** The gate's first step: null where it lets the mail pass, or where there is no gate yet (then nothing passes). */
  refusalOf(mail: Mail): Refusal | null;
  heads(heads: readonly Head[]): Promise<void>;
  /** Each step once for each load of the page. */
  drift(drift: Drift): void;
  forget(): void;
}

interface OutputOptions {
  site: Site;
  page: Page;
  tell(message: PageMessage): Promise<unknown>;
  gate(): GateSettings | null;
  /** So many messages were handed over that no wire brought. */
  readOffPage?(count: number): void;
  signal: AbortSignal;
}

/** Everything that leaves the page for the worker goes through here. */
export function createOutput({ site, page, tell, gate, readOffPage, signal }: OutputOptions): Output {
  const steps = new Set<string>();
  /** The last message of each thread that the worker was told of. */
  const told = new Map<string, string>();

  const send = async (message: PageMessage) => {
    if (signal.aborted) return null;
    try {
      return (await tell(message)) ?? null;
    } catch {
      return null;
    }
  };
  const drift = ({ step, shape }: Drift) => {
    if (steps.has(step)) return;
    steps.add(step);
    void send({ type: 'drift', site, step, shape: shape.slice(0, 4000) });
  };

  const refusalOf = ({ capture, ...rest }: Mail): Refusal | null => {
    const settings = gate();
    return settings && mayCaptureOnPage({ ...capture, ...rest }, settings, page.now());
  };

  /** The ids of those that need not be offered again. */
  const handOver = async (captures: PageCapture[], held: boolean): Promise<string[][]> => {
    const answer = await send({ type: 'captured', captures, held });
    if (answer === null) return [];
    if (field(answer, 'ok') !== false) return captures.map((each) => each.source.ids);
    // Not understood: one such must not take the others of its message with it.
    if (captures.length > 1) {
      const done: string[][] = [];
      for (const each of captures) done.push(...(await handOver([each], held)));
      return done;
    }
    drift({ ok: false, step: 'capture-not-understood', shape: '' });
    return captures.map((each) => each.source.ids);
  };

  return {
    send,
    drift,
    refusalOf,

    async mails(results, held, ungated = false) {
      const done: string[][] = [];
      const passed: PageCapture[] = [];
      for (const result of results) {
        if (!result.ok) {
          if ('step' in result) drift(result);
          else if ('reason' in result) {
            const { ids, reason, detail } = result;
            if (await send({ type: 'refused', site, ids, reason, ...(detail ? { detail } : {}) }))
              done.push(ids);
          }
          continue;
        }
        const { capture } = result.mail;
        const ids = capture.source.ids;
        if (!gate()) continue;
        const refusal = ungated ? null : refusalOf(result.mail);
        if (!refusal) passed.push(capture);
        else if (await send({ type: 'refused', site, ids, ...refusal })) done.push(ids);
      }
      readOffPage?.(passed.filter(({ via }) => via === 'page').length);
      for (const captures of inBatches(passed)) {
        await nextTask(signal);
        done.push(...(await handOver(captures, held)));
      }
      return done;
    },

    async heads(heads) {
      const settings = gate();
      if (!settings) return;
      const isFresh = ({ head, labels }: Head) => {
        const last = head.lastIds.join(' ');
        if (told.get(head.threadId) === last) return false;
        told.set(head.threadId, last);
        // The never-log list and the site's labels hold for heads too: a head carries a subject and names.
        const [from, to] = head.lastFromMe ? [head.lastFrom, head.others] : [head.lastFrom, []];
        const mail = { from, to, cc: head.lastFromMe ? [] : head.others, bcc: [], subject: head.subject };
        const direction = head.lastFromMe ? 'sent' : 'received';
        const asked = {
          ...mail,
          direction,
          sentAt: head.lastAt,
          labels,
          draft: false,
          private: false,
        } as const;
        return mayCaptureOnPage(asked, settings, page.now()) === null;
      };
      const fresh: Head[] = [];
      for (const [at, each] of heads.entries()) {
        if (at % SLICE === SLICE - 1) await nextTask(signal);
        if (isFresh(each)) fresh.push(each);
      }
      for (const id of told.keys()) if (told.size > 2000) told.delete(id);
      for (let i = 0; i < fresh.length; i += 50) {
        await nextTask(signal);
        const some = fresh.slice(i, i + 50).map((each) => each.head);
        const heard = await send({ type: 'listed', site, account: page.account, heads: some });
        // Told again with the next list.
        if (heard === null) for (const { threadId } of some) told.delete(threadId);
      }
    },

    forget() {
      told.clear();
    },
  };
}

function inBatches(captures: readonly PageCapture[]): PageCapture[][] {
  const batches: PageCapture[][] = [];
  let length = 0;
  for (const capture of captures) {
    length += capture.body.content.length + 1000;
    const last = batches.at(-1);
    if (last && length < MAX_BATCH_LENGTH && last.length < MAX_BATCH) last.push(capture);
    else {
      batches.push([capture]);
      length = capture.body.content.length + 1000;
    }
  }
  return batches;
}
