import { browser } from '@/utils/platform/browser';

/*
 * `storage.session`: in memory, gone with the browser. Its access level stays the default, trusted contexts only: no
 * content script can read it or write to it.
 */

export async function readSession(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}

/** Null: nothing is kept under this key. */
export async function writeSession(key: string, value: unknown): Promise<void> {
  if (value === null) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: value });
}

export async function clearSession(): Promise<void> {
  await browser.storage.session.clear();
}
