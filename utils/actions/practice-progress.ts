import type { Context } from '@/utils/actions/context';
import { readDay } from '@/utils/actions/day';
import { type PracticeProgress, type PracticeTask, practiceTasks } from '@/utils/model/practice';
import { isInvented } from '@/utils/practice/crm';
import { getSettings, updateSettings } from '@/utils/store/settings';

/**
 * Notes which of practice's tasks are done, by what is in its book now: it does not matter which button or key did it.
 * Does nothing in the real book, and nothing where practice did not begin.
 */
export async function noteProgress(context: Context): Promise<void> {
  const { db, book } = context;
  if (book !== 'practice' || !db.isOpen()) return;
  const { practice: before, crm } = await getSettings(db, book);
  if (!before) return;
  const decided = await db.proposals.where('status.state').anyOf('confirmed', 'logged').toArray();
  const open = await db.proposals.where('status.state').equals('open').primaryKeys();
  const confirmed = [...new Set([...before.confirmed, ...decided.map(({ id }) => id)])].slice(-500);
  const contacts = await db.contacts.where('crm').equals(crm.account).toArray();
  const is: Record<PracticeTask, boolean> = {
    log: decided.some(({ activity }) => activity.kind === 'email'),
    contact: contacts.some(({ id }) => !isInvented(id)),
    match: (await db.corrections.count()) > 0,
    undo: before.confirmed.some((id) => open.includes(id)),
    day: (await readDay(context)).due === 0,
  };
  const done = practiceTasks.filter((task) => is[task] || before.done.includes(task));
  if (done.length === before.done.length && confirmed.length === before.confirmed.length) return;
  await updateSettings(db, book, (settings) =>
    settings.practice ? { ...settings, practice: both(settings.practice, { done, confirmed }) } : settings,
  );
}

/** Two looks at once: what either saw holds. */
function both(there: PracticeProgress, seen: Pick<PracticeProgress, 'done' | 'confirmed'>): PracticeProgress {
  return {
    began: there.began,
    done: practiceTasks.filter((task) => there.done.includes(task) || seen.done.includes(task)),
    confirmed: [...new Set([...there.confirmed, ...seen.confirmed])].slice(-500),
  };
}
