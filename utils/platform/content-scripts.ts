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
 * Registers exactly these scripts, in this order, all at document start, and none besides. What stands as it should is
 * left alone, and what differs is changed in place: a mail tab that opens in this very moment, at the browser's start
 * say, must not find a gap between an old registration and a new one.
 */
export async function registerScripts(scripts: RunTimeScript[]): Promise<void> {
  const wanted = scripts.map(({ id, matches, file, world }) => ({
    id,
    matches,
    js: [file],
    world,
    runAt: 'document_start' as const,
    allFrames: false,
    persistAcrossSessions: true,
  }));
  const registered = new Map(
    (await browser.scripting.getRegisteredContentScripts()).map((script) => [script.id, script]),
  );
  const surplus = [...registered.keys()].filter((id) => !wanted.some((script) => script.id === id));
  if (surplus.length > 0) await browser.scripting.unregisterContentScripts({ ids: surplus });
  const fresh = wanted.filter(({ id }) => !registered.has(id));
  if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh);
  const changed = wanted.filter((script) => {
    const old = registered.get(script.id);
    return old !== undefined && !isSame(old, script);
  });
  if (changed.length > 0) await browser.scripting.updateContentScripts(changed);
}

/** Browsers give a file back as it was named, from the root, or as an address. */
function isSame(
  old: {
    matches?: string[] | undefined;
    js?: string[] | undefined;
    world?: string | undefined;
    runAt?: string | undefined;
  },
  wanted: { matches: string[]; js: string[]; world: string; runAt: string },
): boolean {
  const files = (js: string[]) => js.map((file) => file.replace(/^(?:[\w-]+:\/\/[^/]+)?\//, '')).join();
  return (
    old.runAt === wanted.runAt &&
    old.world === wanted.world &&
    files(old.js ?? []) === files(wanted.js) &&
    [...(old.matches ?? [])].sort().join() === [...wanted.matches].sort().join()
  );
}
