import { problem, storageProblem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { handlePageMessage } from '@/utils/actions/handle-page-message';
import { openPanelFromPage } from '@/utils/actions/open-panel';
import { tellStorage } from '@/utils/actions/tell-storage';
import { type Sender, whoSpeaks } from '@/utils/actions/who-speaks';
import type { Site } from '@/utils/model/captured';
import { type Book, Intent, type IntentAnswer, PageMessage } from '@/utils/model/messages';

/*
 * The worker's two doors. Which of them a message has come to is decided by the sender, never by what it says:
 *   our content script in a mail tab   PageMessage, book `real`
 *   our practice pages                 PageMessage, book `practice`; intents for that book
 *   any other page of ours             Intent
 *   anybody else                       dropped
 *
 * What each is answered with is evaluated when the first such message comes (`import()`), so that a worker that was
 * stopped begins to answer sooner.
 */

/**
 * Takes in one message. Undefined: not for us, dropped without an answer. A message of the right sender and the wrong
 * shape is answered `malformed`, so that it is not sent again.
 */
export async function receiveMessage(
  contexts: (book: Book) => Context,
  own: { id: string; root: string },
  message: unknown,
  sender: Sender,
): Promise<unknown> {
  const speaker = whoSpeaks(sender, own);
  if (!speaker) return undefined;
  if (speaker.who !== 'own-page') {
    const book = speaker.who === 'practice' ? 'practice' : 'real';
    const parsed = PageMessage.safeParse(message);
    if (parsed.success) {
      if (!isFromSite(parsed.data, speaker.sites)) return problem('malformed');
      const { data } = parsed;
      if (data.type === 'open-panel') return openPanelFromPage(contexts(book), sender.tab?.windowId);
      return storing(contexts(book), () => fromPage(contexts(book), data, speaker));
    }
    if (speaker.who === 'mail-page') return problem('malformed');
  }
  const intent = Intent.safeParse(message);
  if (!intent.success) return problem('malformed');
  if (speaker.who === 'practice' && !isForPractice(intent.data)) return problem('malformed');
  const book = 'book' in intent.data ? intent.data.book : 'real';
  const answer = await answered(contexts(book), async () => {
    const { handleIntent } = await import('@/utils/actions/handle-intent');
    return handleIntent(contexts, intent.data);
  });
  // Before the next intent: what is done and taken back at once was done all the same.
  if (book === 'practice') {
    const { noteProgress } = await import('@/utils/actions/practice-progress');
    await noteProgress(contexts('practice'));
  }
  return answer;
}

/** What the practice pages themselves may ask for: its own book's matters, and to begin or end. */
function isForPractice(intent: Intent): boolean {
  if ('book' in intent) return intent.book === 'practice';
  return intent.type === 'start-practice' || intent.type === 'leave-practice';
}

type Tail<F> = F extends (first: Context, ...rest: infer R) => unknown ? R : never;

/** Mail that cannot be kept is for the rep to know. */
function fromPage(context: Context, ...[message, from]: Tail<typeof handlePageMessage>) {
  const handle = () => handlePageMessage(context, message, from);
  return message.type === 'captured' ? tellStorage(context, handle) : handle();
}

/** A page speaks for its own site alone; a host can have two. */
function isFromSite(message: PageMessage, sites: readonly Site[]): boolean {
  return message.type === 'captured'
    ? message.captures.every((capture) => sites.includes(capture.source.site))
    : sites.includes(message.site);
}

/** What a page told and the disk did not take is answered with an error: the page tells it again. */
async function storing<T>(context: Context, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    context.browser.bug(storageProblem(error) ? 'storage failed' : 'a page message failed', error);
    throw error;
  }
}

/** To the rep a full or failing disk is an answer, never silence. A bug is an error: nothing was done. */
async function answered(context: Context, run: () => Promise<IntentAnswer>): Promise<IntentAnswer> {
  try {
    return await storing(context, run);
  } catch (error) {
    const known = storageProblem(error);
    if (known) return known;
    throw error;
  }
}
