import type { SignIn } from '@/utils/crm/connector';
import type { Http } from '@/utils/crm/http';
import { refreshTokens } from '@/utils/crm/sign-in';
import type { TokenSource } from '@/utils/crm/with-token';
import type { Book } from '@/utils/model/messages';
import type { CrmConnection, Tokens } from '@/utils/model/settings';
import { oneAtATime } from '@/utils/platform/locks';
import type { Database } from '@/utils/store/database';
import { getSettings, updateSettings } from '@/utils/store/settings';

/** A token is renewed so long before it runs out that it lasts for a request. */
const EARLY_MS = 60_000;

interface Parts {
  /** As it was when the session was opened; a connection that is being tried is stored nowhere yet. */
  connection: CrmConnection;
  signIn: SignIn;
  http: Http;
  book: Book;
  db: Database;
  now(): number;
}

/**
 * The tokens of a connection. Renewing is done by one at a time, also across contexts, and what came is stored before
 * it is used: servers that rotate refresh tokens take each of them once, and a second use may end the whole sign-in.
 */
export function tokensOf({ connection, signIn, http, book, db, now }: Parts): TokenSource {
  let own = connection.tokens;
  const current = async (): Promise<Tokens | undefined> => {
    const { crm } = await getSettings(db, book);
    return crm.account === connection.account && crm.tokens ? crm.tokens : own;
  };
  const renew = (refused: string | null): Promise<Tokens | null> =>
    oneAtATime(`sidelog-tokens-${book}`, async () => {
      const old = await current();
      if (!old) return null;
      // Somebody was quicker.
      if (refused === null ? !runsOut(old, now()) : old.access !== refused) return old;
      if (old.refresh === undefined) return null;
      const fresh = await refreshTokens(signIn, old, http, now());
      own = fresh;
      await updateSettings(db, book, (settings) =>
        settings.crm.account === connection.account
          ? { ...settings, crm: { ...settings.crm, tokens: fresh } }
          : settings,
      );
      return fresh;
    });
  return {
    async token() {
      const there = await current();
      if (there && !runsOut(there, now())) return there.access;
      const renewed = await renew(null);
      // One that ran out and cannot be renewed: the CRM says so, and the rep is asked once.
      return (renewed ?? there)?.access ?? '';
    },
    async another(refused) {
      return (await renew(refused))?.access ?? null;
    },
  };
}

function runsOut({ expiresAt }: Tokens, now: number): boolean {
  return expiresAt !== undefined && expiresAt - EARLY_MS <= now;
}
