import { type CrmWorld, openHttp } from '@/utils/actions/crm-session';
import type { CrmConnector } from '@/utils/crm/connector';
import { beginSignIn, finishSignIn } from '@/utils/crm/sign-in';
import type { Tokens } from '@/utils/model/settings';

/** The browser's part: where the CRM sends the rep back to, and its window. */
export interface SignInWindow {
  signInRedirect(): string;
  showSignIn(url: string): Promise<string | undefined>;
}

/**
 * Lets the rep sign in on the CRM's own page. Null where they closed it. Undefined where this CRM has no sign-in page.
 * Rejects with `CrmFault` and `SettingsProblem`.
 */
export async function signInTo(
  connector: CrmConnector,
  settings: Record<string, string>,
  world: CrmWorld & { browser: SignInWindow },
): Promise<Tokens | null | undefined> {
  const signIn = connector.signIn?.(settings);
  if (!signIn) return undefined;
  const http = await openHttp(connector.origins(settings), world);
  const redirect = world.browser.signInRedirect();
  const begun = await beginSignIn(signIn, redirect);
  const returned = await world.browser.showSignIn(begun.url);
  if (returned === undefined) return null;
  return finishSignIn(signIn, begun, redirect, returned, http, world.now());
}
