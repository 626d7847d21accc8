import { browser } from '@/utils/platform/browser';

/**
 * What Firefox (142 and later) asks the rep about under "data collection" when a CRM gets connected: what a confirmed
 * mail sends there, and the CRM's key. Chrome knows no such consent.
 */
const DATA_COLLECTION = [
  'personalCommunications',
  'personallyIdentifyingInfo',
  'websiteContent',
  'authenticationInfo',
] as const;

function isFirefox(): boolean {
  return browser.runtime.getURL('/').startsWith('moz-extension:');
}

/**
 * Asks for these origins (`https://crm.example/*`). Call it synchronously in the rep's click, from a page of ours:
 * browsers refuse it elsewhere. True where granted, also when they were before.
 */
export function requestOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** As `requestOrigins`, for a CRM: Firefox asks for its data consent in the same prompt. */
export function requestCrmAccess(origins: string[]): Promise<boolean> {
  if (!isFirefox()) return requestOrigins(origins);
  return browser.permissions.request({ origins, data_collection: [...DATA_COLLECTION] });
}

export function hasOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Whether we may talk to this CRM now. A CRM without origins (the notebook) is in this browser: always. */
export async function hasCrmAccess(origins: string[]): Promise<boolean> {
  if (origins.length === 0) return true;
  return browser.permissions.contains({
    origins,
    ...(isFirefox() ? { data_collection: [...DATA_COLLECTION] } : {}),
  });
}

/** Gives origins back. Those that the browser does not let go of stay; false then. */
export async function giveBackOrigins(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins });
  } catch {
    return false;
  }
}

/** Every origin that was granted at run time. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Told when hosts were granted or taken away, here or in the browser's own settings. Call it while the worker starts. */
export function onPermissionsChanged(run: () => void): void {
  browser.permissions.onAdded.addListener(run);
  browser.permissions.onRemoved.addListener(run);
}
