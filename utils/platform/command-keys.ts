import { browser } from '@/utils/platform/browser';

/** The keys of one of the manifest's commands as this browser writes them, e.g. `Alt+Shift+L`; empty where none are set. */
export async function commandKeys(command: string): Promise<string> {
  const all = await browser.commands.getAll();
  return all.find((each) => each.name === command)?.shortcut ?? '';
}
