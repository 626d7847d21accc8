import { pageOf, type SettingId, settingsMap } from '@/components/options/settings-map';
import { pageWords } from '@/utils/i18n/page-words';
import type { Settings } from '@/utils/model/settings';

/** Without case, accents and width: what somebody types on any keyboard. Keeps the length of most texts. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What was typed as words to look for; none where that is nothing. */
export function searchWords(typed: string): string[] {
  return fold(typed).split(/\s+/).filter(Boolean).slice(0, 10);
}

/**
 * The settings that have every word: in what they say, in their section's and page's name, or among the other words
 * that their language has for them. Where nothing has them, words are tried without their last two letters, so that
 * "notifications" finds the notification. Null: nothing was typed.
 */
export function findSettings(typed: string, settings: Settings): ReadonlySet<SettingId> | null {
  const words = searchWords(typed);
  if (words.length === 0) return null;
  const exact = having(words, settings);
  if (exact.size > 0) return exact;
  return having(
    words.map((word) => (word.length > 5 ? word.slice(0, -2) : word)),
    settings,
  );
}

function having(words: readonly string[], settings: Settings): Set<SettingId> {
  const found = new Set<SettingId>();
  for (const id of settingIds()) {
    const { section, texts } = settingsMap[id];
    const { pages, sections, find } = pageWords.options;
    const all = [...texts(settings), find.words[id], sections[section], pages[pageOf(section)]];
    const text = fold(all.join('\n'));
    if (words.every((word) => text.includes(word))) found.add(id);
  }
  return found;
}

function isSetting(name: string): name is SettingId {
  return name in settingsMap;
}

export const settingIds = (): SettingId[] => Object.keys(settingsMap).filter(isSetting);
