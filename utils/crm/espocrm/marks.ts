import { v5 } from 'uuid';
import type { ActivityToLog } from '@/utils/crm/connector';

/*
 * EspoCRM gives records ids of its own and lets nobody set a meeting's UID. So what we create bears a mark: the last
 * line of its description, one word for its key and one for each of its other names, by which a colleague's Sidelog,
 * which may know it by another name, finds it. A name (an iCalendar UID) may be long and hold anything: its hash stands
 * for it.
 */

const NAMES = '7b0f6d0e-3c55-5f0b-9b2e-0c6a4a8f1d11';
const MOST = 8;

/** The words under which this entry may be there; the first is that of its key. */
export function marksOf({ key, aliases }: Pick<ActivityToLog, 'key' | 'aliases'>): string[] {
  const names = [...new Set(aliases)].slice(0, MOST).map((alias) => `sidelog-${v5(alias, NAMES)}`);
  return [keyMark(key), ...names];
}

export function keyMark(key: string): string {
  return `sidelog-${key
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '')
    .slice(0, 60)}`;
}

/** The key that a description of ours bears in its last line; undefined where it is not of our making. */
export function keyIn(description: string | null | undefined): string | undefined {
  const words = (description ?? '').slice(-1000).split('\n').at(-1)?.split(/\s+/) ?? [];
  return /^sidelog-([0-9a-z-]{1,60})$/.exec(words[0] ?? '')?.[1];
}

/** Whether a description bears one of these words. */
export function bears(description: string | null | undefined, marks: string[]): boolean {
  const words = new Set((description ?? '').split(/\s+/));
  return marks.some((mark) => words.has(mark));
}
