import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outlook } from '@/utils/capture/outlook/outlook';
import type { Page } from '@/utils/capture/page-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import { event, isVisible, list, type Outcome, openDocument, read } from './support';

/*
 * tests/pages/outlook/<case>: page.html, or in expected.json the `page` that it shares and what it has `changed`;
 * n.<Action>.request.json and n.<Action>.response.json. All of it synthetic, in described shapes.
 */

const here = dirname(fileURLToPath(import.meta.url));
export const outlookCases = join(here, '../pages/outlook');
export const outlookCaptures = resolve(
  process.env.CAPTURES_DIR ?? join(here, '../../../shared/captures'),
  'outlook',
);

export interface Expected {
  about: string;
  url: string;
  /** A page beside the cases, where it is that of several; else the case has its own. */
  page?: string;
  /** What of that page is another here: each text that stands in it once, and what stands there instead. */
  changed?: [string, string][];
  captured: Record<string, unknown>[];
  refused: [string, string][];
  drift: string[];
  undone: string[][];
  earlier?: string[][];
}

export const caseNames = () => list(outlookCases).filter((name) => !name.includes('.'));
export const expectedOf = (name: string) => JSON.parse(read(outlookCases, name, 'expected.json')) as Expected;

export function htmlOf(name: string): string {
  const { page, changed = [] } = expectedOf(name);
  return changed.reduce(
    (html, [from, to]) => {
      const [before = '', after, ...more] = html.split(from);
      if (after === undefined || more.length > 0)
        throw new Error(`${name}: ${from} does not stand there once`);
      return before + to + after;
    },
    read(outlookCases, page ?? join(name, 'page.html')),
  );
}

export function wireOf(name: string): TapEvent[] {
  const files = list(join(outlookCases, name));
  const answers = files.filter((file) => file.endsWith('.response.json'));
  answers.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return answers.map((file) => {
    const asked = file.replace('.response.', '.request.');
    const request = files.includes(asked) ? read(outlookCases, name, asked).trim() : '';
    return event(file.split('.')[1] ?? '', read(outlookCases, name, file), request);
  });
}

export function outlookPage(html: string, url: string): Page & { own: Set<string> } {
  const { document, location } = openDocument(html, url).window;
  const page = {
    document,
    location,
    isVisible,
    account: null,
    own: new Set<string>(),
    now: () => Date.now(),
  };
  const { account, addresses } = outlook.ownAccount(page);
  return { ...page, account, own: new Set(addresses) };
}

/** Ids that are made of what the page shows are of no interest one by one. */
const plain = (id: string) => (id.startsWith('owa-page:') ? 'owa-page:*' : id);
export const plainIds = (ids: readonly string[]) => ids.map(plain);

/** What was captured, in the words of expected.json. */
export function mails(got: Outcome, expected: readonly Record<string, unknown>[] = []) {
  return got.captured.map((each, i) => {
    const { body, attachments, source, from, to, cc } = each;
    const unnamed = each.kind === 'email' ? (each.unnamed ?? []) : [];
    return {
      via: each.via,
      direction: each.direction,
      from: from.address,
      to: to.map((person) => person.address),
      cc: cc.map((person) => person.address),
      unnamed,
      subject: each.subject,
      sentAt: timeAs(each.sentAt, expected[i]?.sentAt),
      approximate: each.sentAtApproximate,
      ids: plainIds(source.ids),
      threadIds: source.threadIds,
      account: source.account,
      attachments: attachments.map((attachment) => attachment.name),
      text: body.content,
      held: each.held,
    };
  });
}

/** Written as the expectation writes it: an instant, the page's clock, or the moment of sending. */
function timeAs(at: number, like: unknown): string {
  if (like === 'now') return Math.abs(Date.now() - at) < 60_000 ? 'now' : new Date(at).toISOString();
  if (typeof like === 'string' && new Date(like).getTime() === at) return like;
  return new Date(at).toISOString();
}
