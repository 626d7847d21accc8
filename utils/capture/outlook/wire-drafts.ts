import {
  field,
  isErrorAnswer,
  isItem,
  listField,
  textField,
  typeOf,
} from '@/utils/capture/outlook/exchange-json';
import { mailId } from '@/utils/understand/exchange-id';

/*
 * Sending: `CreateItem` or `UpdateItem` with `MessageDisposition: SendAndSaveCopy` (or `SendOnly`). Saving while one
 * writes is the same with `SaveOnly`. The sending request may carry all of the mail, its changes alone, or nothing at all
 * (`Updates: []`): so what was saved of each draft is remembered.
 */

/** What is known of a draft: Exchange's own fields, as they were saved last. */
export type Draft = Readonly<Record<string, unknown>>;

const fields = [
  'From',
  'Sender',
  'ToRecipients',
  'CcRecipients',
  'BccRecipients',
  'Subject',
  'Body',
  'NewBodyContent',
  'ConversationId',
  'ItemId',
  'ItemClass',
  'InternetMessageId',
  'DateTimeSent',
  'Sensitivity',
  'Attachments',
] as const;

/** One message of a request, with what was done to it. */
export interface Operation {
  kind: 'send' | 'save';
  /** The draft's id, normalised; null for one that was never saved. */
  id: string | null;
  /** The fields that the request sets. */
  set: Draft;
  /** The item as the answer has it; empty where it has none. */
  answered: Draft;
  /** When it is to leave, where it is to leave later. Milliseconds since 1970, NaN where it says no time. */
  deferred: number | null;
}

/** Cheap: may this request save or send? */
export function mayMatter(request: string): boolean {
  return request.includes('MessageDisposition');
}

/**
 * What a request did, refused operations left out. Null where it is none of ours (it marks as read, or answers an
 * invitation), and `drift` where it says that it sends and nobody can see what.
 */
export function readOperations(request: unknown, answer: unknown): Operation[] | 'drift' | null {
  const body = field(request, 'Body') ?? request;
  const disposition = textField(body, 'MessageDisposition');
  const kind = /^(?:SendAndSaveCopy|SendOnly)$/.test(disposition)
    ? 'send'
    : disposition === 'SaveOnly'
      ? 'save'
      : null;
  if (kind === null) return null;
  const changes = listField(body, 'ItemChanges').slice(0, 50);
  const items = listField(body, 'Items').slice(0, 50);
  if (changes.length === 0 && items.length === 0) return kind === 'send' ? 'drift' : null;
  const made: Operation[] = [];
  const add = (index: number, id: string | null, set: Draft, deferred: number | null) => {
    if (isErrorAnswer(answer, index)) return;
    made.push({ kind, id, set, answered: answeredItem(answer, index), deferred });
  };
  changes.forEach((change, index) => {
    const updates = listField(change, 'Updates').slice(0, 200);
    add(index, mailId(textField(change, 'ItemId', 'Id')), updated(updates), deferredIn(updates));
  });
  items.forEach((item, index) => {
    if (isNoMail(item)) return;
    add(index, mailId(textField(item, 'ItemId', 'Id')), pick(item), deferredIn([item]));
  });
  return made;
}

/** Answers to invitations and appointments are sent by the same action. */
function isNoMail(item: unknown): boolean {
  return /^(?:Calendar|Accept|Tentative|Decline|Cancel|Meeting|Task|Contact|Post)/.test(typeOf(item));
}

function updated(updates: readonly unknown[]): Draft {
  const set: Record<string, unknown> = {};
  for (const update of updates) {
    Object.assign(set, pick(field(update, 'Item')));
    if (!typeOf(update).startsWith('Delete')) continue;
    const name = textField(update, 'Path', 'FieldURI').split(':').pop() ?? '';
    if (fields.some((each) => each === name)) set[name] = null;
  }
  return set;
}

/** Of an item only what we read, so that a draft costs no more than its text. */
export function pick(item: unknown): Draft {
  const picked: Record<string, unknown> = {};
  for (const name of fields) {
    const value = field(item, name);
    if (value !== undefined) picked[name === 'NewBodyContent' ? 'Body' : name] = value;
  }
  return picked;
}

/** PidTagDeferredSendTime, `0x3fef`: "schedule send". */
function deferredIn(items: readonly unknown[]): number | null {
  for (const each of items) {
    const item = field(each, 'Item') ?? each;
    const raw = field(item, 'ExtendedProperty');
    for (const property of Array.isArray(raw) ? raw.slice(0, 100) : raw === undefined ? [] : [raw]) {
      const tag = String(field(property, 'ExtendedFieldURI', 'PropertyTag') ?? '').toLowerCase();
      if (tag === '0x3fef' || tag === '16367') return Date.parse(textField(property, 'Value'));
    }
    if (textField(item, 'DeferredSendTime') !== '') return Date.parse(textField(item, 'DeferredSendTime'));
  }
  return null;
}

function answeredItem(answer: unknown, index: number): Draft {
  const messages = listField(field(answer, 'Body') ?? answer, 'ResponseMessages', 'Items');
  const message = messages.length === 1 ? messages[0] : messages[index];
  const item = listField(message, 'Items').find(
    (each) => isItem(each) || textField(each, 'ItemId', 'Id') !== '',
  );
  return pick(item);
}

/** Drafts by id, the last saved of each. */
export interface Drafts {
  of(id: string | null): Draft;
  save(ids: readonly (string | null)[], draft: Draft): void;
}

const MAX_DRAFTS = 40;

export function openDrafts(): Drafts {
  const drafts = new Map<string, Draft>();
  return {
    of: (id) => (id === null ? {} : (drafts.get(id) ?? {})),
    save(ids, draft) {
      for (const id of ids) {
        if (id === null) continue;
        drafts.delete(id);
        drafts.set(id, draft);
      }
      for (const oldest of drafts.keys()) if (drafts.size > MAX_DRAFTS) drafts.delete(oldest);
    },
  };
}
