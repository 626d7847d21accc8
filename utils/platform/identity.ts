import { browser } from '@/utils/platform/browser';

/**
 * Where a CRM's sign-in page sends the rep back to: `https://<id>.chromiumapp.org/`, in Firefox
 * `https://<hash>.extensions.allizom.org/`. The CRM's administrator registers exactly this address.
 */
export function signInRedirect(): string {
  return browser.identity.getRedirectURL();
}

/** Shows a sign-in page in the browser's own window. Resolves with the address it ended at; undefined where it was closed. */
export async function showSignIn(url: string): Promise<string | undefined> {
  try {
    return await browser.identity.launchWebAuthFlow({ url, interactive: true });
  } catch {
    return undefined;
  }
}
