import type { Context } from '@/utils/actions/context';
import { mayRead, ownSide } from '@/utils/actions/gate-settings';
import { noteListed } from '@/utils/actions/listed-threads';
import { addressKeys } from '@/utils/contacts/address-keys';
import { matchContacts } from '@/utils/contacts/match-contact';
import { mergeTurn, turnFromHead } from '@/utils/follow-ups/waiting';
import type { Site, ThreadHead } from '@/utils/model/captured';
import { neverLogsAddress, neverLogsDomain, neverLogsWord } from '@/utils/privacy/never-log';
import { ownTest } from '@/utils/privacy/own-side';
import { contactsWithAddresses } from '@/utils/store/contacts';
import { getSettings } from '@/utils/store/settings';
import { replaceTurns, turnsOfThreads } from '@/utils/store/turns';

/**
 * Corrects who owes an answer from what a list or a response showed, so that an answer from a phone counts too. Keeps
 * only threads that are a known customer's: with a contact on them, or followed already.
 */
export async function receiveListed(
  context: Context,
  listed: { site: Site; account: string | null; heads: ThreadHead[]; pageUrl: string },
): Promise<void> {
  const { db, book } = context;
  const settings = await getSettings(db, book);
  if (!(await mayRead(context, settings, listed.site))) return;
  const own = ownSide(settings, listed.account);
  const ours = ownTest(own);
  const { neverLog } = settings;
  const heads = listed.heads.filter(
    ({ others, lastFrom, subject }) =>
      !neverLogsAddress([...others, lastFrom], neverLog) &&
      !neverLogsDomain(others, neverLog) &&
      !neverLogsWord([subject], neverLog),
  );
  await noteListed(
    context,
    heads.map((head) => ({
      site: listed.site,
      account: listed.account,
      url: threadUrl(listed.pageUrl, head),
      head,
    })),
  );
  const external = (head: ThreadHead) => head.others.filter((person) => !ours.isOurs(person.address));
  const keys = [...new Set(heads.flatMap(external).flatMap((person) => addressKeys(person.address)))];
  await db.transaction('rw', db.turns, db.contacts, async () => {
    const contacts = await contactsWithAddresses(db, settings.crm.account, keys);
    for (const head of heads) {
      const match = matchContacts(external(head), { contacts, companies: [] });
      const old = await turnsOfThreads(db, [head.threadId, ...head.threadIds]);
      if (match.contacts.length === 0 && old.length === 0) continue;
      const turn = turnFromHead(head, {
        account: listed.account,
        url: threadUrl(listed.pageUrl, head),
        own,
        match,
        asOf: context.now(),
      });
      if (!turn) continue;
      const merged = old.reduce((so, next) => mergeTurn(next, so), turn);
      if (merged.customer) await replaceTurns(db, old, merged);
    }
  });
}

/**
 * Where a thread opens in the mailbox that listed it, by its legacy id (16 hex digits), e.g.
 * `https://mail.google.com/mail/u/0/#all/1a1019ad5b49f8a9`; the mailbox itself where that id is not known.
 */
function threadUrl(pageUrl: string, head: ThreadHead): string {
  if (!URL.canParse(pageUrl)) return '';
  const { origin, pathname } = new URL(pageUrl);
  const legacy = [head.threadId, ...head.threadIds].find((id) => /^[0-9a-f]{16}$/.test(id));
  return `${origin}${pathname}${legacy ? `#all/${legacy}` : ''}`.slice(0, 2000);
}
