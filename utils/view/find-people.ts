import type { ReadonlySignal } from '@preact/signals';
import type { ActivityKind } from '@/utils/model/activity';
import type { CrmAccountId } from '@/utils/model/contact';
import type { WrittenKind } from '@/utils/model/crm-schema';
import type { Book } from '@/utils/model/messages';
import { type Database, openDatabase } from '@/utils/store/database';
import { searchContacts } from '@/utils/store/search';
import type { Asked } from '@/utils/view/asked-fields';

/** Somebody of the connected CRM, as a list shows them. */
export interface FoundPerson {
  contactId: string;
  name: string;
  companyName?: string;
  phone?: string;
}

const MOST = 6;

/** Contacts of this CRM account with a word that begins with these letters. */
export async function findPeople(
  db: Database,
  crm: CrmAccountId | null,
  typed: string,
): Promise<FoundPerson[]> {
  if (crm === null || typed.trim().length < 2) return [];
  const people = await searchContacts(db, crm, typed);
  return people.slice(0, MOST).map(({ id, name, companyName, phones }) => ({
    contactId: id,
    name,
    ...(companyName ? { companyName } : {}),
    ...(phones[0] ? { phone: phones[0] } : {}),
  }));
}

/** What a page of ours knows of the connected CRM. */
export interface SeenCrm {
  book: ReadonlySignal<Book>;
  crmAccount: ReadonlySignal<CrmAccountId | null>;
  connector: ReadonlySignal<string>;
  /** Null while it is not known what it has a place for. */
  kinds: ReadonlySignal<readonly ActivityKind[] | null>;
  askedOf(kind: WrittenKind): Asked;
}

/** What the form for a call asks: who is there, whether the CRM takes calls (its id where it does not), and what it wants. */
export function crmQuestions(seen: SeenCrm) {
  return {
    lacks: (kind: ActivityKind): string | null => {
      const kinds = seen.kinds.value;
      return kinds === null || kinds.includes(kind) ? null : seen.connector.value;
    },
    asks: seen.askedOf,
    findPeople: (name: string) => findPeople(openDatabase(seen.book.value), seen.crmAccount.value, name),
  };
}
