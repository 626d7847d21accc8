import { cleanLine } from '@/utils/capture/clean';
import { allIds, legacyId, messageId, rfcId, threadId } from '@/utils/capture/gmail/ids';
import { readListed, type WireMessage } from '@/utils/capture/gmail/wire-message';
import { driftOf } from '@/utils/capture/gmail/wire-threads';
import { at, listAt, numberAt, textAt } from '@/utils/capture/json';
import type { Drift } from '@/utils/capture/page-adapter';

/** What a request does to a message. The last operation on a message is what counts. */
export interface Operation {
  /** Names the operation in the answer. */
  seq: string;
  id: string;
  kind: 'send' | 'draft' | 'scheduled';
  /** Absent where only labels change. */
  message?: WireMessage;
}

/** A mail that was accepted for sending: people, subject and text from the request; ids and time from the answer. */
export interface SentMessage {
  id: string;
  threadIds: string[];
  message: WireMessage;
}

/** Cheap: can this request send something, or take back one of these? */
export function mayMatter(request: string, sentIds: Iterable<string>): boolean {
  if (request.includes('"^pfg"')) return true;
  if (!request.includes('"^r"')) return false;
  for (const id of sentIds) if (request.includes(id)) return true;
  return false;
}

/**
 * The operations of a request that send, save or schedule: `Q[1][0][k]` = `[seq, [thread, payload]]`. A message stands
 * at `payload[13][0]` (an existing draft), `payload[1][0]` (never saved before) or `payload[2][0][4]` (first of its
 * thread); `payload[6]` = `[add, remove, ids]` changes labels.
 */
export function readOperations(request: unknown): Map<string, Operation> | Drift {
  const last = new Map<string, Operation>();
  let understood = false;
  for (const op of listAt(request, 1, 0).slice(0, 500)) {
    const seq = String(at(op, 0));
    const payload = at(op, 1, 1);
    const rows = [at(payload, 13, 0), at(payload, 1, 0), ...listAt(payload, 2, 0, 4)];
    for (const row of rows) {
      const message = readListed(row);
      const id = messageId(at(row, 0));
      if (message === null || id === null) continue;
      const kind = kindOf(message.labels);
      if (kind) last.set(id, { seq, id, kind, message });
      understood = true;
    }
    const [add, remove] = [listAt(payload, 6, 0), listAt(payload, 6, 1)];
    if (add.length > 0 || remove.length > 0) understood = true;
    if (!add.includes('^r')) continue;
    for (const raw of listAt(payload, 6, 2).slice(0, 500)) {
      const id = messageId(raw);
      if (id !== null) last.set(id, { seq, id, kind: 'draft' });
    }
  }
  return understood ? last : driftOf('s-request', request);
}

function kindOf(labels: readonly string[]): Operation['kind'] | null {
  if (labels.includes('^scheduled')) return 'scheduled';
  if (labels.includes('^r')) return 'draft';
  return labels.includes('^pfg') ? 'send' : null;
}

/**
 * The sent message of one operation: null where the server refused it. The answer may tell of other messages too, even
 * of another one that is being sent: only the one with the request's id counts. Message-ID and legacy id change with
 * each saving, and the answer's subject has been empty: hence which comes from where.
 */
export function readSent(operation: Operation, answer: unknown): SentMessage | Drift | null {
  const asked = operation.message;
  if (!asked) return null;
  const acks = at(answer, 0, 0);
  const ack = listAt(acks).find((row) => String(at(row, 0)) === operation.seq);
  if (!Array.isArray(acks) || ack === undefined) return driftOf('s-acknowledgement', answer);
  if (numberAt(ack, 1) !== 0) return null;
  for (const row of listAt(answer, 1, 5).slice(0, 500)) {
    const thread = at(row, 0, 2, 6, 0);
    const found = listAt(thread, 4).find((each) => messageId(at(each, 0)) === operation.id);
    if (found === undefined) continue;
    const [legacy, rfc, sentAt] = [legacyId(at(found, 55)), rfcId(at(found, 13)), numberAt(found, 17)];
    if (sentAt === null || (legacy === null && rfc === null)) return driftOf('s-sent-message', found);
    const subject = asked.subject || cleanLine(textAt(found, 7), 1000);
    const message = {
      ...asked,
      html: asked.html ?? '',
      ids: allIds(operation.id, legacy, rfc),
      at: sentAt,
      subject,
    };
    const thisThread = threadId(at(row, 0, 0)) ?? threadId(at(thread, 3));
    return { id: operation.id, threadIds: allIds(thisThread, legacyId(at(thread, 19))), message };
  }
  return driftOf('s-answer', answer);
}
