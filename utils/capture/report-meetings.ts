import type { OpenThread } from '@/utils/capture/open-thread';
import type { Output } from '@/utils/capture/output';
import type { CaptureResult, Mail } from '@/utils/capture/page-adapter';
import { nextTask, pause } from '@/utils/capture/run-in-tasks';
import type { PageSite, SeenMeeting } from '@/utils/model/captured';

/** Waits before the worker is asked once more to take what it could not. Milliseconds. */
export const AGAIN = [5_000, 30_000, 120_000];
const MAX_TOLD = 5000;
/** Meetings of one message. */
const AT_ONCE = 200;
/** So many are compared in one task of the mail page. */
const SLICE = 20;

/** What a meeting turned into that may have been handed over on an earlier day: the worker must hear of it. */
const turns: ReadonlySet<string> = new Set(['declined-event', 'private-event']);

/** Those that are not among what is done with: to be offered again. Drift is told once and is no message. */
export function leftOf(
  results: readonly CaptureResult[],
  done: readonly (readonly string[])[],
): CaptureResult[] {
  const stored = new Set(done.map((ids) => ids[0]));
  return results.filter((result) =>
    result.ok
      ? !stored.has(result.mail.capture.source.ids[0])
      : 'reason' in result && !stored.has(result.ids[0]),
  );
}

export interface MeetingReport {
  /** Hands over what is new or changed among these; what the worker cannot take now is offered again later. */
  tell(results: readonly CaptureResult[], signal: AbortSignal): Promise<void>;
  /** The same for those whose guests nobody knows, by their names and times alone. */
  seen(site: PageSite, meetings: readonly SeenMeeting[]): Promise<void>;
  forget(): void;
}

/**
 * Hands over the meetings that the wire brought, open or not. A calendar brings the same ones again and again: each
 * goes to the worker once, and again when something of it changed. That most of them have no customer is told to
 * nobody: a refusal is told where the meeting was handed over before, or turned private or declined.
 */
export function createMeetingReport(output: Output, thread: OpenThread): MeetingReport {
  /** A meeting's first id, to what it was when it was told. */
  const told = new Map<string, string>();
  /** Likewise where it stood. */
  const stood = new Map<string, string>();

  const isNews = (mail: Mail, print: string) => {
    if (told.get(nameOf(mail)) === print) return false;
    const refusal = output.refusalOf(mail);
    return refusal === null || turns.has(refusal.reason) || told.has(nameOf(mail));
  };
  /** Gives what could not be told now. */
  const send = async (results: readonly CaptureResult[], signal: AbortSignal): Promise<CaptureResult[]> => {
    const news: CaptureResult[] = [];
    const prints = new Map<CaptureResult, string>();
    for (const [at, result] of results.entries()) {
      if (at % SLICE === SLICE - 1) await nextTask(signal);
      const print = result.ok ? printOf(result.mail) : '';
      if (result.ok && !isNews(result.mail, print)) continue;
      news.push(result);
      prints.set(result, print);
    }
    if (news.length === 0) return [];
    const done = await output.mails(news, false);
    const stored = new Set(done.map((ids) => ids[0]));
    const left: CaptureResult[] = [];
    for (const result of news) {
      if (!result.ok) continue;
      const name = nameOf(result.mail);
      if (!stored.has(name)) {
        left.push(result);
        continue;
      }
      told.delete(name);
      told.set(name, prints.get(result) ?? '');
    }
    for (const name of told.keys()) if (told.size > MAX_TOLD) told.delete(name);
    thread.handedOver(done, news);
    return left;
  };

  return {
    async tell(results, signal) {
      let left = await send(results, signal);
      const retry = async () => {
        for (const wait of AGAIN) {
          if (left.length === 0) return;
          await pause(wait, signal);
          // What was told meanwhile is newer.
          left = await send(
            left.filter((result) => result.ok && !told.has(nameOf(result.mail))),
            signal,
          );
        }
      };
      retry().catch(() => undefined);
    },
    async seen(site, meetings) {
      const print = (meeting: SeenMeeting) => JSON.stringify(meeting);
      const news = meetings.filter((each) => stood.get(each.ids[0] ?? '') !== print(each));
      for (let i = 0; i < news.length; i += AT_ONCE) {
        const some = news.slice(i, i + AT_ONCE);
        if (!(await output.send({ type: 'meetings-seen', site, meetings: some }))) return;
        for (const each of some) stood.set(each.ids[0] ?? '', print(each));
      }
      for (const name of stood.keys()) if (stood.size > MAX_TOLD) stood.delete(name);
    },
    forget() {
      told.clear();
      stood.clear();
    },
  };
}

function nameOf(mail: Mail): string {
  return mail.capture.source.ids[0] ?? '';
}

/** What the worker would be told, as one line: the same line is no news. */
function printOf({ capture, ...rest }: Mail): string {
  const { source, body, ...content } = capture;
  return JSON.stringify([
    source.ids,
    content,
    rest.private,
    body.content.length,
    body.content.slice(0, 2000),
  ]);
}
