import { createContext } from 'preact';
import {
  type PageId,
  pageOf,
  type SectionId,
  type SettingId,
  settingsMap,
} from '@/components/options/settings-map';

/** What the settings show now: a page, or what a search found. */
export interface Shown {
  page: PageId;
  /** Null: nothing is searched for. */
  found: ReadonlySet<SettingId> | null;
}

/** What is not shown stays mounted: what somebody has half typed there is still there when they come back. */
export const ShownContext = createContext<Shown>({ page: 'reading', found: null });

export function showsSection({ page, found }: Shown, section: SectionId): boolean {
  if (!found) return pageOf(section) === page;
  return [...found].some((id) => settingsMap[id].section === section);
}

export function showsSetting({ found }: Shown, setting: SettingId): boolean {
  return found === null || found.has(setting);
}
