import type { Context } from '@/utils/actions/context';
import { forgetOpenTabs } from '@/utils/actions/now-open';
import { rematchAfter } from '@/utils/actions/rematch-proposals';
import { removeNotebook, wipe } from '@/utils/crm/notebook/book';
import { fillNotebook } from '@/utils/crm/notebook/fill';
import { type IntentAnswer, NotKept } from '@/utils/model/messages';
import { inventedCrm } from '@/utils/practice/crm';
import type { Database } from '@/utils/store/database';
import { getSettings, updateSettings } from '@/utils/store/settings';
import { refreshMirror } from '@/utils/sync/refresh-mirror';

/** So long the invented mails keep their dates: a reload shows the same ones, and none is from last month. */
const WEEK = 7 * 86_400_000;

/**
 * Practice begins, or goes on: its book has an invented CRM, whose people are known here before the first mail is read.
 * What was done in a practice that got too old stays done; everything else of it is made anew.
 */
export async function startPractice(context: Context): Promise<IntentAnswer> {
  const { db, book, now } = context;
  // One that was left is closed for good until somebody begins anew.
  if (!db.isOpen()) await db.open();
  const { practice: before, crm } = await getSettings(db, book);
  const began = now();
  if (before && before.began <= began && began - before.began < WEEK) return { ok: true };
  if (before) {
    await emptyBook(db);
    await wipe(book);
  }
  await fillNotebook(book, inventedCrm(began, context.timeZone()));
  await refreshMirror({
    db,
    crmAccount: crm.account,
    session: context.session,
    now,
    brought: (changes) => rematchAfter(context, changes),
  });
  await updateSettings(db, book, (settings) => ({
    ...settings,
    practice: settings.practice ?? { began, done: before?.done ?? [], confirmed: [] },
  }));
  return { ok: true };
}

/**
 * Practice is over: book and notebook are gone with their databases, and so is what the session holds of them. They are
 * emptied first, so that open pages show it at once; practice's own pages go when they hear of it.
 */
export async function leavePractice(practice: Context): Promise<IntentAnswer> {
  const { db, book, browser } = practice;
  if (!db.isOpen()) await db.open();
  await emptyBook(db);
  await forgetOpenTabs(practice);
  await browser.writeSession(`sync-trouble-${book}`, null);
  const notKept = NotKept.safeParse(await browser.readSession('not-kept'));
  if (notKept.success && notKept.data[book])
    await browser.writeSession('not-kept', { ...notKept.data, [book]: undefined });
  await db.delete();
  await removeNotebook(book);
  return { ok: true };
}

export async function emptyBook(db: Database): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
}
