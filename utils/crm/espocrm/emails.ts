import type { ActivityToLog, Found, Logged } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { Anything, EMAIL_FIELDS, EmailRow, IdRow, Imported } from '@/utils/crm/espocrm/answers';
import type { EspoEntry } from '@/utils/crm/espocrm/describe';
import { messageIdsOf, toEml } from '@/utils/crm/espocrm/eml';
import { type Target, targetOf } from '@/utils/crm/espocrm/target';
import { portions, toBase64 } from '@/utils/crm/espocrm/values';
import { PAGE, type Wire } from '@/utils/crm/espocrm/wire';
import { mailBody } from '@/utils/crm/espocrm/write-up';
import type { Fault } from '@/utils/model/outbox';

/*
 * A logged mail is an `Email` that EspoCRM imports from a file, as its own "Import EML" does: it is archived, nothing is
 * sent, and its Message-ID is unique, under a lock on the table. Creating an `Email` instead would give it a Message-ID
 * of EspoCRM's choice, and `status: Sending` there would send it: that request is never made.
 */

/** The entries that are there and live: logged by us, by a colleague, or fetched from a mailbox by EspoCRM itself. */
export async function findEmails(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const found: Found = new Map();
  for (const [key, { remoteId }] of await readBackEmails(wire, entries)) found.set(key, remoteId);
  return found;
}

/** The same with whose they are: `created` where this user imported it. Nothing has to be cleared away. */
export async function readBackEmails(wire: Wire, entries: ActivityToLog[]): Promise<Map<string, Logged>> {
  const byMessageId = new Map<string, EmailRow>();
  const wanted = [...new Set(entries.flatMap(messageIdsOf))];
  for (const messageIds of portions(wanted, 40)) {
    for (const row of await emailsWhere(wire, 'messageId', messageIds)) {
      // A fetch of EspoCRM's own that was cut off; it is taken up again by the next import.
      if (row.status === 'Being Imported' || row.status === 'Draft' || !row.messageId) continue;
      const known = byMessageId.get(row.messageId);
      byMessageId.set(row.messageId, known !== undefined && known.id < row.id ? known : row);
    }
  }
  const found = new Map<string, Logged>();
  for (const entry of entries) {
    const rows = messageIdsOf(entry).flatMap((messageId) => byMessageId.get(messageId) ?? []);
    const [first] = rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    const created = first?.createdById === wire.user.id && isImported(first);
    if (first) found.set(entry.key, { remoteId: `Email/${first.id}`, created });
  }
  return found;
}

/** Whether it came by an import of ours, which bears a name of its own; a mail that the user sent from EspoCRM does not. */
function isImported({ messageIdInternal }: EmailRow): boolean {
  return /-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(messageIdInternal ?? '');
}

/** Imports each; then looks once at all that were imported. */
export async function logEmails(wire: Wire, entries: EspoEntry[]): Promise<(Logged | { fault: Fault })[]> {
  const imported: (Import | { fault: Fault })[] = [];
  for (const entry of entries) {
    try {
      imported.push(await importOne(wire, entry));
    } catch (error) {
      if (!(error instanceof CrmFault)) throw error;
      // EspoCRM says why in a header alone: what is missing is the right of that name in the user's role.
      const { fault } = error;
      imported.push({ fault: fault.kind === 'not-permitted' ? { ...fault, what: 'Import' } : fault });
    }
  }
  const ids = imported.flatMap((each) => ('id' in each && !each.wasThere ? [each.id] : []));
  const seen = await readBack(wire, ids);
  const answers: (Logged | { fault: Fault })[] = [];
  for (const each of imported) {
    if ('fault' in each) answers.push(each);
    else if ('fault' in seen && !each.wasThere) answers.push(seen);
    else answers.push(await settle(wire, each, 'fault' in seen ? undefined : seen.get(each.id)));
  }
  return answers;
}

interface Import {
  id: string;
  /** EspoCRM said itself that it was there. */
  wasThere: boolean;
  nonce: string;
  target: Target;
  own: EspoEntry['own'];
}

async function importOne(wire: Wire, entry: EspoEntry): Promise<Import | { fault: Fault }> {
  const target = targetOf(entry.activity);
  if (!target) return { fault: { kind: 'refused', reason: 'no-contact', field: 'contactIds' } };
  const nonce = crypto.randomUUID();
  const parent = `${target.parentType}/${target.parentId}`;
  const eml = toEml(entry, { ownAddresses: ownAddressesOf(wire), parent, nonce });
  const file = await wire.ask({
    purpose: 'log',
    method: 'POST',
    path: 'Attachment',
    body: {
      name: 'sidelog.eml',
      type: 'message/rfc822',
      role: 'Attachment',
      relatedType: 'ImportEml',
      field: 'file',
      file: `data:message/rfc822;base64,${toBase64(eml)}`,
    },
    answer: IdRow,
  });
  const answer = await wire.ask({
    purpose: 'log',
    method: 'POST',
    path: 'Email/importEml',
    body: { fileId: file.id },
    answer: Imported,
    alsoOk: [409],
  });
  const { own } = entry;
  if ('id' in answer) return { id: answer.id, wasThere: false, nonce, target, own };
  await dropFile(wire, file.id);
  return { id: answer.messageTranslation.data.id, wasThere: true, nonce, target, own };
}

/**
 * Of two imports at the same moment EspoCRM makes one record and names it to both. Whose it is says `Delivered-To`, which
 * EspoCRM keeps beside the Message-ID (`messageIdInternal`): each request has its own. An import takes no other fields, so
 * what the rep filled in follows; refused, the mail goes again and the rep is told. Another fault leaves the mail there:
 * `resumeEmails` finds it at the next try.
 */
async function settle(
  wire: Wire,
  { id, wasThere, nonce, target, own }: Import,
  row: EmailRow | undefined,
): Promise<Logged | { fault: Fault }> {
  const remoteId = `Email/${id}`;
  if (wasThere || (row && !(row.messageIdInternal ?? '').endsWith(`-${nonce}`)))
    return { remoteId, created: false };
  const placed = !row || (row.parentType === target.parentType && row.parentId === target.parentId);
  const fills = Object.keys(own).length > 0;
  if (placed && !fills) return { remoteId, created: true };
  try {
    // Unplaced, EspoCRM did not find the record, or this version reads `References` otherwise.
    const fault = await complete(wire, remoteId, { ...own, ...target }, fills);
    return fault ? { fault } : { remoteId, created: true };
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return fills ? { fault: error.fault } : { remoteId, created: true };
  }
}

/** Writes what an import does not take. The fault with which the mail was removed again, where it cannot be so. */
async function complete(
  wire: Wire,
  remoteId: string,
  body: EspoEntry['own'] & Target,
  fills: boolean,
): Promise<Fault | undefined> {
  try {
    await wire.ask({ purpose: 'log', method: 'PATCH', path: remoteId, body, answer: Anything });
    return undefined;
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    if (error.fault.kind !== 'gone' && !(fills && error.fault.kind === 'refused')) throw error;
    await wire.ask({ purpose: 'remove', method: 'DELETE', path: remoteId, answer: Anything });
    return error.fault;
  }
}

/**
 * What stands for mails that were handed over without a clear answer. Of one of ours the second request may be missing:
 * it is made now. One that cannot be so is removed, and is not among them: logging it again says why.
 */
export async function resumeEmails(wire: Wire, entries: EspoEntry[]): Promise<Map<string, Logged>> {
  const found = await readBackEmails(wire, entries);
  for (const { key, activity, own } of entries) {
    const there = found.get(key);
    const target = targetOf(activity);
    if (!there?.created || !target || Object.keys(own).length === 0) continue;
    if (await complete(wire, there.remoteId, { ...own, ...target }, true)) found.delete(key);
  }
  return found;
}

/** Makes a logged mail say this. What is empty stays: our texts are forgotten a day after logging. */
export async function updateEmail(wire: Wire, remoteId: string, { activity, own }: EspoEntry): Promise<void> {
  const texts = activity.summary.trim() !== '' || activity.ownWords.trim() !== '';
  const body = {
    ...own,
    ...(activity.subject.trim() === '' ? {} : { name: activity.subject.trim().slice(0, 249) }),
    ...(texts ? { body: mailBody(activity), isHtml: true } : {}),
    ...targetOf(activity),
  };
  await wire.ask({ purpose: 'log', method: 'PATCH', path: remoteId, body, answer: Anything });
}

/** By id; where nobody can look, nobody knows whose the record is: the fault is the entries', and the engine asks again. */
async function readBack(wire: Wire, ids: string[]): Promise<Map<string, EmailRow> | { fault: Fault }> {
  if (ids.length === 0) return new Map();
  try {
    return new Map((await emailsWhere(wire, 'id', ids)).map((row) => [row.id, row]));
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return { fault: error.fault };
  }
}

async function emailsWhere(wire: Wire, attribute: 'id' | 'messageId', value: string[]): Promise<EmailRow[]> {
  const where = [{ type: 'in', attribute, value } as const];
  const select = [...EMAIL_FIELDS, 'modifiedAt'];
  return (await wire.list('find', 'Email', { select, where, maxSize: PAGE }, EmailRow)).list;
}

/** EspoCRM takes the file away itself when it has read it, not when it refuses it. Left behind, it does no harm. */
async function dropFile(wire: Wire, id: string): Promise<void> {
  try {
    await wire.ask({ purpose: 'log', method: 'DELETE', path: `Attachment/${id}`, answer: Anything });
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
  }
}

function ownAddressesOf({ user }: Wire): string[] {
  return [...(user.userEmailAddressList ?? []), user.emailAddress ?? ''].map((each) => each.toLowerCase());
}
