import { censorValue } from '@/utils/capture/censor';
import { cleanAddress, cleanLine, cleanPerson } from '@/utils/capture/clean';
import { allIds, legacyId, legacyOf, threadId } from '@/utils/capture/gmail/ids';
import { readFull, readListed, readMeta, type WireMessage } from '@/utils/capture/gmail/wire-message';
import { at, listAt, textAt } from '@/utils/capture/json';
import type { Drift } from '@/utils/capture/page-adapter';
import type { Person } from '@/utils/model/captured';

/** A thread as an answer has it. */
export interface WireThread {
  threadIds: string[];
  subject: string;
  messages: WireMessage[];
  /** People whom the answer names beside the messages. */
  others: Person[];
}

export interface Answer {
  threads: WireThread[];
  /** Addresses of the accounts that are signed in. */
  accounts: string[];
  drift: Drift[];
}

export function driftOf(step: string, value: unknown): Drift {
  return { ok: false, step, shape: censorValue(value) };
}

/** Reads an answer of one endpoint, a few threads at a time. */
export function* readAnswer(endpoint: string, value: unknown): Generator<void, Answer> {
  const answer: Answer = { threads: [], accounts: [], drift: [] };
  if (endpoint === 'embedded') yield* readEmbedded(value, answer);
  else if (endpoint === 'fd') yield* readEach(listOf(value, 1), 'fd', readFullThread, value, answer);
  else if (endpoint === 'bv') {
    const inPage = at(value, 2) === undefined || at(value, 2) === null;
    const rows = inPage ? listOf(value, 0, 0) : listOf(value, 2);
    yield* readEach(rows, 'bv', (row) => readListedThread(at(row, inPage ? 4 : 0)), value, answer);
  } else {
    const read = (row: unknown) => readListedThread(at(row, 0, 2, 6, 0));
    yield* readEach(listOf(value, 1, 5), 's', read, value, answer, true);
  }
  return answer;
}

/** An empty list where the answer has none; null where something else stands in its place. */
function listOf(value: unknown, ...path: number[]): unknown[] | null {
  if (!Array.isArray(value)) return null;
  const found = at(value, ...path);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? found : null;
}

function* readEach(
  rows: unknown[] | null,
  name: string,
  read: (row: unknown) => Generator<void, WireThread | null>,
  whole: unknown,
  answer: Answer,
  mayMiss = false,
): Generator<void> {
  if (rows === null) {
    answer.drift.push(driftOf(`${name}-threads`, whole));
    return;
  }
  for (const row of rows.slice(0, 1000)) {
    const thread = yield* read(row);
    // An answer to a mutation may tell of a thread in short (only its labels): nothing to learn, nothing wrong.
    if (thread) answer.threads.push(thread);
    else if (!mayMiss) answer.drift.push(driftOf(`${name}-thread`, row));
    yield;
  }
}

/** `T[0]` id, `T[1][0]` head (`[1]` subject, `[15]` legacy id), `T[1][1]` rows of messages, `T[2]` the messages whole. */
function* readFullThread(thread: unknown): Generator<void, WireThread | null> {
  const id = threadId(at(thread, 0));
  const head = at(thread, 1, 0);
  if (id === null || !Array.isArray(head)) return null;
  const metas = new Map(listAt(thread, 1, 1).map((meta) => [at(meta, 0), meta]));
  const messages: WireMessage[] = [];
  for (const full of listAt(thread, 2).slice(0, 1000)) {
    const message = readFull(full, metas.get(at(full, 0)));
    if (message === null) return null;
    messages.push(message);
    metas.delete(at(full, 0));
    yield;
  }
  for (const meta of metas.values()) {
    const message = readMeta(meta);
    if (message) messages.push(message);
  }
  if (messages.length === 0) return null;
  const legacy = legacyId(at(head, 15)) ?? legacyOf(`thread-f:${textAt(head, 13)}`);
  return { threadIds: allIds(id, legacy), subject: cleanLine(textAt(head, 1), 1000), messages, others: [] };
}

/** `[0]` subject, `[3]` id, `[4]` messages, `[14]` recipients `[[name, address]…]`, `[17]` or `[19]` legacy id. */
function* readListedThread(thread: unknown): Generator<void, WireThread | null> {
  const id = threadId(at(thread, 3));
  const rows = at(thread, 4);
  if (id === null || !Array.isArray(rows)) return null;
  const messages: WireMessage[] = [];
  for (const row of rows.slice(0, 1000)) {
    const message = readListed(row);
    if (message === null) return null;
    messages.push(message);
    if (message.html !== null || messages.length % 20 === 0) yield;
  }
  const others: Person[] = [];
  for (const contact of [...listAt(thread, 14, 0), ...listAt(thread, 14, 1)].slice(0, 200)) {
    const other = cleanPerson(textAt(contact, 1), at(contact, 0));
    if (other) others.push(other);
  }
  const legacy = legacyId(at(thread, 19)) ?? legacyOf(`thread-f:${textAt(thread, 17)}`);
  return { threadIds: allIds(id, legacy), subject: cleanLine(textAt(thread, 0), 1000), messages, others };
}

/** Gmail's builds rename the keys of what they write into the page: threads and accounts are found by their shape. */
function* readEmbedded(root: unknown, answer: Answer): Generator<void> {
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let count = 1; count < 200_000; count += 1) {
    const next = stack.pop();
    if (!next) return;
    if (count % 2000 === 0) yield;
    const { value, depth } = next;
    if (!Array.isArray(value) || depth > 12) continue;
    if (value[0] === 'mla') {
      for (const account of listAt(value, 1).slice(0, 20)) {
        const address = cleanAddress(textAt(account, 0));
        if (address !== null) answer.accounts.push(address);
      }
      continue;
    }
    const thread = Array.isArray(value[4]) && threadId(value[3]) ? yield* readListedThread(value) : null;
    const full =
      !thread && Array.isArray(value[1]) && threadId(value[0]) ? yield* readFullThread(value) : null;
    if (thread || full) yield;
    if (thread) answer.threads.push(thread);
    else if (full) answer.threads.push(full);
    else if (Array.isArray(value[4]) && threadId(value[3]))
      answer.drift.push(driftOf('embedded-thread', value));
    else for (let i = value.length - 1; i >= 0; i -= 1) stack.push({ value: value[i], depth: depth + 1 });
  }
}
