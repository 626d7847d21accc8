import type { WireMessage } from '@/utils/capture/gmail/wire-message';
import type { WireThread } from '@/utils/capture/gmail/wire-threads';

/** A message whose body waits as bytes, outside of the script engine's heap. */
export interface KeptMessage {
  message: Omit<WireMessage, 'html'>;
  body: Uint8Array;
  thread: KeptThread;
}

export interface KeptThread {
  threadIds: string[];
  subject: string;
  messages: Map<string, KeptMessage>;
  bytes: number;
}

const MAX_THREADS = 50;
const MAX_BYTES = 5_000_000;
/** What a message costs beside its body, roughly. */
const ROW = 1000;

/** The threads that the wire brought whole: bounded, the ones that came first go first. */
export interface WireMemory {
  /** Yields between messages: encoding a long thread is work. */
  keep(thread: WireThread): Generator<void>;
  find(ids: readonly string[]): KeptMessage | undefined;
  threadOf(threadIds: readonly string[]): KeptThread | undefined;
}

export function openWireMemory(): WireMemory {
  const threads = new Set<KeptThread>();
  const byThreadId = new Map<string, KeptThread>();
  const byId = new Map<string, KeptMessage>();
  const encoder = new TextEncoder();
  let bytes = 0;

  const drop = (kept: KeptMessage, name: string) => {
    kept.thread.messages.delete(name);
    kept.thread.bytes -= kept.body.length + ROW;
    bytes -= kept.body.length + ROW;
    for (const id of kept.message.ids) if (byId.get(id) === kept) byId.delete(id);
  };
  const dropThread = (thread: KeptThread) => {
    for (const [name, kept] of [...thread.messages]) drop(kept, name);
    for (const id of thread.threadIds) if (byThreadId.get(id) === thread) byThreadId.delete(id);
    threads.delete(thread);
  };
  const threadOf = (ids: readonly string[]) => {
    for (const id of ids) {
      const found = byThreadId.get(id);
      if (found) return found;
    }
    return undefined;
  };

  return {
    *keep({ threadIds, subject, messages }) {
      const whole = messages.filter((message) => message.html !== null);
      if (whole.length === 0) return;
      const thread: KeptThread = threadOf(threadIds) ?? {
        threadIds: [],
        subject,
        messages: new Map(),
        bytes: 0,
      };
      thread.threadIds = [...new Set([...thread.threadIds, ...threadIds])];
      thread.subject = subject || thread.subject;
      // Seen last goes last.
      threads.delete(thread);
      threads.add(thread);
      for (const id of thread.threadIds) byThreadId.set(id, thread);
      for (const { html, ...message } of whole) {
        const name = message.ids[0] ?? '';
        const before = thread.messages.get(name);
        // One answer can hold a thread twice, as a draft and as sent.
        if (before && (before.message.at ?? 0) > (message.at ?? 0)) continue;
        if (before) drop(before, name);
        const kept: KeptMessage = { message, body: encoder.encode(html ?? ''), thread };
        thread.messages.set(name, kept);
        thread.bytes += kept.body.length + ROW;
        bytes += kept.body.length + ROW;
        for (const id of message.ids) byId.set(id, kept);
        yield;
      }
      for (const oldest of threads) {
        if (threads.size <= MAX_THREADS && bytes <= MAX_BYTES) break;
        if (oldest !== thread) dropThread(oldest);
      }
      // One thread alone is too large: its oldest messages go.
      for (const [name, kept] of thread.messages) {
        if (bytes <= MAX_BYTES) break;
        drop(kept, name);
      }
    },
    find(ids) {
      for (const id of ids) {
        const found = byId.get(id);
        if (found) return found;
      }
      return undefined;
    },
    threadOf,
  };
}
