import type { Corrected } from '@/utils/contacts/match-contact';
import { Company, Contact, type CrmAccountId } from '@/utils/model/contact';
import type { Correction, Database } from '@/utils/store/database';
import { normalAddress } from '@/utils/understand/address';

/** Whom a correction is about: an address for a contact or a company, a thread's id for a deal. */
export function correctionId(kind: Correction['kind'], crm: CrmAccountId, about: string): string {
  return `${kind}|${crm}|${about}`;
}

/** What the rep chose for these people. A choice whose record is gone from the CRM does not count any more. */
export async function correctedFor(
  db: Database,
  crm: CrmAccountId,
  addresses: readonly string[],
): Promise<Corrected> {
  const contacts = new Map<string, Contact | null>();
  const companies = new Map<string, Company | null>();
  const keys = [...new Set(addresses.map(normalAddress))];
  const ids = keys.flatMap((key) => [correctionId('contact', crm, key), correctionId('company', crm, key)]);
  const rows = await db.corrections.bulkGet(ids);
  for (const [at, row] of rows.entries()) {
    const key = keys[Math.floor(at / 2)];
    if (!row || key === undefined) continue;
    const { kind, chosenId } = row;
    if (kind === 'contact') {
      const found = chosenId === null ? null : await db.contacts.get([crm, chosenId]);
      if (found !== undefined) contacts.set(key, found && Contact.parse(found));
    } else if (kind === 'company') {
      const found = chosenId === null ? null : await db.companies.get([crm, chosenId]);
      if (found !== undefined) companies.set(key, found && Company.parse(found));
    }
  }
  return { contacts, companies };
}

/** The deal that the rep chose for one of these threads: its id, null for none, undefined where they chose nothing. */
export async function chosenDeal(
  db: Database,
  crm: CrmAccountId,
  threadIds: readonly string[],
): Promise<string | null | undefined> {
  const rows = await db.corrections.bulkGet(threadIds.map((id) => correctionId('deal', crm, id)));
  const there = rows.filter((row) => row !== undefined).sort((a, b) => b.at - a.at);
  return there[0]?.chosenId;
}

export async function putCorrections(db: Database, corrections: Correction[]): Promise<void> {
  await db.corrections.bulkPut(corrections);
}

/** Forgets one choice. A thread has several ids, and everybody on a mail may be meant: all of one press go together. */
export async function dropCorrections(db: Database, { kind, chosenId, at }: Correction): Promise<string[]> {
  const same = db.corrections
    .where('at')
    .equals(at)
    .filter((each) => each.kind === kind && each.chosenId === chosenId);
  const rows = await same.toArray();
  await db.corrections.bulkDelete(rows.map(({ id }) => id));
  return rows.map(({ id, crm }) => id.slice(correctionId(kind, crm, '').length));
}
