import { browser } from '@/utils/platform/browser';

/** A content script that is registered while its site is consented to. */
export interface RunTimeScript {
  id: string;
  matches: string[];
  /** Path below the extension's root. */
  file: string;
  world: 'ISOLATED' | 'MAIN';
}

/**
 * Registers exactly these scripts, in this order, all at document start, and none besides. Registered anew each time:
 * after an update the old registration may name a file that is no longer there.
 */
export async function registerScripts(scripts: RunTimeScript[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  if (registered.length > 0) await browser.scripting.unregisterContentScripts();
  if (scripts.length === 0) return;
  await browser.scripting.registerContentScripts(
    scripts.map(({ id, matches, file, world }) => ({
      id,
      matches,
      js: [file],
      world,
      runAt: 'document_start',
      allFrames: false,
      persistAcrossSessions: true,
    })),
  );
}
