import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { outlookCalendar } from '@/utils/capture/outlook-calendar/outlook-calendar';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import type { PageCapture } from '@/utils/model/captured';
import { event, isVisible, type Outcome, openDocument } from './support';

export const cases = join(import.meta.dirname, '../pages/outlook-calendar');
/** What others published: labels of tiles; and `synthetic`, which somebody wrote by hand. */
export const outlookCaptures = resolve(
  process.env.CAPTURES_DIR ?? join(import.meta.dirname, '../../../shared/captures'),
  'outlook',
);

export const WEEK = 'https://outlook.office.com/calendar/view/week';

export const caseNames = () =>
  readdirSync(cases, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);

export const fileOf = (name: string, file: string) => readFileSync(join(cases, name, file), 'utf8');
export const htmlOf = (name: string) => fileOf(name, 'page.html');

/** The wire of a case, in its order. */
export function wireOf(name: string): TapEvent[] {
  const files = readdirSync(join(cases, name));
  const responses = files.filter((file) => file.endsWith('.response.json'));
  responses.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return responses.map((file) => {
    const request = file.replace('.response.', '.request.');
    const endpoint = file.split('.')[1] ?? '';
    return event(endpoint, fileOf(name, file), files.includes(request) ? fileOf(name, request) : '');
  });
}

/** A page that nobody runs: for asking the adapter itself. */
export function calendarPage(html: string, url = WEEK) {
  const { document, location } = openDocument(html, url).window;
  const page = {
    document,
    location,
    isVisible,
    account: null,
    own: new Set<string>(),
    now: () => Date.now(),
  };
  const { account, addresses } = outlookCalendar.ownAccount(page);
  return { ...page, account, own: new Set(addresses) };
}

/** A meeting in few words. */
export function brief(capture: PageCapture) {
  if (capture.kind !== 'meeting') throw new Error('no meeting');
  const { meeting, source, body, ...rest } = capture;
  const { endsAt, answers, ...detail } = meeting;
  const time = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');
  return {
    via: rest.via,
    direction: rest.direction,
    from: rest.from.address,
    to: rest.to.map(({ address }) => address),
    cc: rest.cc.map(({ address }) => address),
    subject: rest.subject,
    start: time(rest.sentAt),
    end: time(endsAt),
    approximate: rest.sentAtApproximate,
    ids: source.ids,
    threadIds: source.threadIds,
    account: source.account,
    ...detail,
    answers: Object.fromEntries(answers.map(({ address, answer }) => [address, answer])),
    text: body.content,
  };
}

export const meetings = (outcome: Outcome) =>
  outcome.captured.map(({ held: _, ...capture }) => brief(capture));
