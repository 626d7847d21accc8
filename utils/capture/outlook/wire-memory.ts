import { bareSubject } from '@/utils/capture/outlook/page-id';
import type { WireMessage } from '@/utils/capture/outlook/wire-message';

/** A message whose body waits as bytes, outside of the script engine's heap. */
export interface KeptMessage {
  message: Omit<WireMessage, 'body'>;
  type: 'html' | 'text';
  clipped: boolean;
  body: Uint8Array;
}

const MAX_MESSAGES = 500;
const MAX_BYTES = 5_000_000;
/** What a message costs beside its body, roughly. */
const ROW = 1000;

/** The messages that the wire brought whole: bounded, the ones that came first go first. */
export interface WireMemory {
  /** Keeps a message with a body; one that is known under another id takes that id over. Gives what is kept of it. */
  keep(message: WireMessage): KeptMessage | undefined;
  find(ids: readonly string[]): KeptMessage | undefined;
  /** The messages of a thread; without a thread's id those with the same subject. */
  near(threadIds: readonly string[], subject: string): KeptMessage[];
  inThread(threadIds: readonly string[]): KeptMessage[];
}

export function openWireMemory(): WireMemory {
  const all = new Set<KeptMessage>();
  const byId = new Map<string, KeptMessage>();
  const byThread = new Map<string, Set<KeptMessage>>();
  const encoder = new TextEncoder();
  let bytes = 0;

  const put = (kept: KeptMessage) => {
    all.add(kept);
    bytes += kept.body.length + ROW;
    for (const id of kept.message.ids) byId.set(id, kept);
    for (const id of kept.message.threadIds) {
      const thread = byThread.get(id) ?? new Set();
      byThread.set(id, thread.add(kept));
    }
  };
  const drop = (kept: KeptMessage) => {
    if (!all.delete(kept)) return;
    bytes -= kept.body.length + ROW;
    for (const id of kept.message.ids) if (byId.get(id) === kept) byId.delete(id);
    for (const id of kept.message.threadIds) {
      const thread = byThread.get(id);
      thread?.delete(kept);
      if (thread?.size === 0) byThread.delete(id);
    }
  };
  const find = (ids: readonly string[]) => {
    for (const id of ids) {
      const found = byId.get(id);
      if (found) return found;
    }
    return undefined;
  };
  const inThread = (threadIds: readonly string[]) => {
    const found = new Set<KeptMessage>();
    for (const id of threadIds) for (const kept of byThread.get(id) ?? []) found.add(kept);
    return [...found];
  };

  return {
    keep({ body, ...message }) {
      const before = find(message.ids);
      if (!body && !before) return undefined;
      const ids = [...new Set([...message.ids, ...(before?.message.ids ?? [])])].slice(0, 20);
      const threadIds = [...new Set([...message.threadIds, ...(before?.message.threadIds ?? [])])].slice(
        0,
        10,
      );
      if (before) drop(before);
      // A row of a list knows less than what came whole before; it may know another id.
      const newer = body
        ? { message, type: body.type, clipped: body.clipped, body: encoder.encode(body.content) }
        : before;
      if (!newer) return undefined;
      const kept = { ...newer, message: { ...newer.message, ids, threadIds } };
      put(kept);
      for (const oldest of all) {
        if (all.size <= MAX_MESSAGES && bytes <= MAX_BYTES) break;
        if (oldest !== kept) drop(oldest);
      }
      return kept;
    },
    find,
    inThread,
    near(threadIds, subject) {
      const thread = inThread(threadIds);
      if (thread.length > 0) return thread;
      const bare = bareSubject(subject);
      return bare === '' ? [] : [...all].filter((kept) => bareSubject(kept.message.subject) === bare);
    },
  };
}
