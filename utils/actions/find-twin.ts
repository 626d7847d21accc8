import { addressKeys } from '@/utils/contacts/address-keys';
import type { Captured } from '@/utils/model/captured';
import { NO_ADDRESS } from '@/utils/model/no-address';
import type { Proposal } from '@/utils/model/proposal';
import { isExactFile, isSameMail, isSeenAlone } from '@/utils/proposals/same-mail';
import type { Database } from '@/utils/store/database';
import { changeableAbout } from '@/utils/store/proposals';

/**
 * The proposal of the same mail with which it shares no id: a saved file and what a page alone showed, whichever came
 * first. None where none or several fit: then nobody can say. One that is logged already is not looked for.
 */
export async function findTwin(db: Database, mail: Captured, own: ReadonlySet<string>): Promise<Proposal[]> {
  const file = isExactFile(mail);
  if (!file && !isSeenAlone(mail, mail.source.ids)) return [];
  const people = [mail.from, ...mail.to, ...mail.cc].filter(
    ({ address }) => address !== NO_ADDRESS && !own.has(address),
  );
  const about = await changeableAbout(db, new Set(people.flatMap(({ address }) => addressKeys(address))));
  const found = about.filter(({ captured, aliases }) =>
    file
      ? isSeenAlone(captured, aliases) && isSameMail(captured, mail, own)
      : isExactFile(captured) &&
        !aliases.some((id) => id.startsWith('owa-page:')) &&
        isSameMail(mail, captured, own),
  );
  return found.length === 1 ? found : [];
}
