import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { ownSide, tellGateChangedSoon } from '@/utils/actions/gate-settings';
import type { IntentAnswer } from '@/utils/model/messages';
import type { Settings } from '@/utils/model/settings';
import { neverLogsAddress, neverLogsDomain, neverLogsWord } from '@/utils/privacy/never-log';
import { normalDomain } from '@/utils/privacy/own-side';
import { externalPeople } from '@/utils/proposals/why';
import { undecidedProposals } from '@/utils/store/proposals';
import { getSettings, updateSettings } from '@/utils/store/settings';

/** Adds to the rep's never-log list, and drops what it now covers. */
export async function neverLog(
  context: Context,
  kind: 'address' | 'domain' | 'word',
  value: string,
): Promise<IntentAnswer> {
  const plain = kind === 'domain' ? normalDomain(value) : value.trim().toLowerCase();
  if (plain === '' || (kind === 'word' && plain.length > 100)) return problem('malformed');
  const add = (list: string[], most: number) => [...new Set([...list, plain])].slice(-most);
  await updateSettings(context.db, context.book, (settings) => {
    const { addresses, domains, words } = settings.neverLog;
    return {
      ...settings,
      neverLog: {
        addresses: kind === 'address' ? add(addresses, 2000) : addresses,
        domains: kind === 'domain' ? add(domains, 2000) : domains,
        words: kind === 'word' ? add(words, 500) : words,
      },
    };
  });
  await dropCovered(context);
  tellGateChangedSoon(context);
  return { ok: true };
}

/** Drops what the never-log list covers now and nobody confirmed: proposals, held sends, follow-ups. */
export async function dropCovered({ db, book }: Context): Promise<void> {
  await db.transaction('rw', db.proposals, db.heldSends, db.turns, db.settings, async () => {
    const settings = await getSettings(db, book);
    for (const { id, captured } of await undecidedProposals(db)) {
      if (covers(settings, captured, [captured.subject, captured.text])) await db.proposals.delete(id);
    }
    await db.heldSends.filter(({ capture }) => covers(settings, capture, [capture.subject])).delete();
    await db.turns
      .filter(({ lastFrom, subject }) => {
        const list = settings.neverLog;
        return (
          neverLogsAddress([lastFrom], list) ||
          neverLogsDomain([lastFrom], list) ||
          neverLogsWord([subject], list)
        );
      })
      .delete();
  });
}

type Mail = Parameters<typeof externalPeople>[0] & { source: { account: string | null } };

/** As the gate asks: anybody by address, outsiders by domain, whole words in the texts. */
function covers(settings: Settings, mail: Mail, texts: string[]): boolean {
  const list = settings.neverLog;
  const everybody = [mail.from, ...mail.to, ...mail.cc, ...mail.bcc];
  const outside = externalPeople(mail, ownSide(settings, mail.source.account));
  return neverLogsAddress(everybody, list) || neverLogsDomain(outside, list) || neverLogsWord(texts, list);
}
