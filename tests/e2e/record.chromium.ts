import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { adapters } from '@/utils/capture/adapters';
import { draftExpectation } from '../../scripts/record/draft-expectation.ts';
import type { Recording } from '../../scripts/record/pseudonymise.ts';
import { readCase } from '../../scripts/record/read-case.ts';
import { replaySites } from '../../scripts/replay/sites.ts';
import {
  code,
  ended,
  eva,
  initialData,
  jon,
  me,
  pageHtml,
  rangeAnswer,
  rangeRequest,
  wireEvent,
} from '../pages/google-calendar/shapes';

/*
 * `npm run record` as a person runs it: the command, a browser, a page at the site's real address that asks for its
 * wire, and Enter.
 */

const root = join(import.meta.dirname, '../..');
const file = (...path: string[]) => readFileSync(join(root, 'tests/pages', ...path), 'utf8');

interface Site extends Recording {
  name: string;
  /** What somebody could be known by, besides what the adapter reads of it. */
  people: RegExp;
  /** Asked by the page's own script; `port`: said by a worker. */
  carrier: 'xhr' | 'fetch';
  embedded?: string;
}

const planning = {
  id: 'planning000001',
  title: 'Rollout planning',
  place: 'Hall 3',
  start: ended(),
  guests: [
    { address: me, name: 'Mara Holt', answer: 'accepted' as const },
    { address: jon, name: 'Jon Berg', answer: 'accepted' as const },
    { address: eva, answer: 'tentative' as const },
  ],
};

const sites: Site[] = [
  {
    name: 'gmail',
    url: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzExample',
    html: file('gmail/joined/page.html'),
    wire: [
      {
        endpoint: 'fd',
        request: '[[["thread-f:1876954814881308929",1]],2]',
        response: file('gmail/joined/fd.json'),
      },
    ],
    carrier: 'xhr',
    people:
      /\b(?:jon|berg|mara|lind|kunde|nordlicht)\b|thank you|looks good|offer for the hall|1876954814881308929/i,
  },
  {
    name: 'google-calendar',
    url: 'https://calendar.google.com/calendar/u/0/r/week',
    html: pageHtml({
      first: initialData([wireEvent({ ...planning, id: 'first000000001' })]),
      bubble: code('planning000001'),
    }),
    wire: [
      {
        endpoint: 'sync.prefetcheventrange',
        request: rangeRequest(Date.now() - 86_400_000 * 21, Date.now()),
        response: rangeAnswer([wireEvent(planning)]),
      },
    ],
    carrier: 'xhr',
    people: /\b(?:jon|berg|mara|holt|eva|kunde)\b|rollout|hall 3|planning000001/i,
  },
  {
    name: 'outlook',
    url: JSON.parse(file('outlook/joined/expected.json')).url,
    html: file('outlook/opened-above-folded.page.html'),
    wire: [
      {
        endpoint: 'GetConversationItems',
        request: '{"__type":"GetConversationItemsJsonRequest:#Exchange"}',
        response: file('outlook/joined/1.GetConversationItems.response.json'),
      },
    ],
    carrier: 'fetch',
    people: /\b(?:pat|holm|ada|kunde|nordlicht)\b|send the offer|here it is|offer for the hall/i,
  },
  {
    name: 'outlook-calendar',
    url: 'https://outlook.office.com/calendar/view/week',
    html: file('outlook-calendar/peek-with-details/page.html'),
    wire: ['1.GetCalendarView', '2.GetCalendarEvent'].map((stem) => ({
      endpoint: stem.slice(2),
      request: '',
      response: file(`outlook-calendar/peek-with-details/${stem}.response.json`),
    })),
    carrier: 'fetch',
    people: /\b(?:ada|eva|holm|jon|berg|ines|kern|kunde|nordlicht)\b|renewal|seats and price|meetup-join/i,
  },
];

/** The page's own script: asks for each answer as the site does, then says that it has all. */
function asking(requests: { address: string; body: string }[], carrier: Site['carrier']): string {
  const data = JSON.stringify(requests).replaceAll('<', '\\u003c');
  return `<script>(async () => {
    for (const { address, body } of ${data}) {
      if (${carrier === 'fetch'}) { await (await fetch(address, { method: 'POST', body })).text(); continue; }
      await new Promise((done) => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', address);
        xhr.onload = done;
        xhr.send(body);
      });
    }
    setTimeout(() => console.log('all asked'), 200);
  })();</script>`;
}

interface Ran {
  code: number | null;
  out: string;
  said: string;
  folder: string;
}

/** Runs the command and presses Enter once the page has everything; `enter: false` ends its input instead. */
async function runRecord(site: Site, into: string, { enter = true } = {}): Promise<Ran> {
  const replay = replaySites.find((each) => each.site === site.name);
  if (!replay) throw new Error(site.name);
  const url = new URL(site.url);
  const asked = site.wire.map(({ endpoint, request, response }, index) => ({
    address: replay.address(endpoint.replace(/^sync\./, ''), index, url),
    body: request,
    response,
  }));
  const script = asking(asked, site.carrier);
  const served = join(into, 'served.json');
  writeFileSync(
    served,
    JSON.stringify({
      html: site.html.replace('</body>', () => `${script}</body>`),
      headers: replay.headers,
      answers: Object.fromEntries(asked.map(({ address, response }) => [address, response])),
    }),
  );
  const out = join(into, 'cases');
  const child = spawn(
    process.execPath,
    [
      '--import',
      join(root, 'tests/tools/served-site.mjs'),
      join(root, 'scripts/record.mjs'),
      site.name,
      'As it is, live',
      '--url',
      site.url,
      '--out',
      out,
    ],
    {
      cwd: root,
      env: { ...process.env, RECORD_HEADLESS: '1', SERVED_SITE: served, XDG_CACHE_HOME: join(into, 'cache') },
    },
  );
  let [written, said] = ['', ''];
  child.stdout.on('data', (chunk) => {
    written += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
    if (!said.includes('The page has everything.') || !said.includes('press Enter')) return;
    if (enter && !child.stdin.writableEnded) child.stdin.write('\n');
    else child.stdin.end();
  });
  const ended = await new Promise<number | null>((done) => child.on('close', done));
  child.stdin.destroy();
  return { code: ended, out: written, said, folder: join(out, 'as-it-is-live') };
}

/** What holds of a case under any names. */
function outline(expectation: Record<string, unknown>) {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const kindsOf = (ids: unknown) =>
    list(ids).map((id) =>
      String(id)
        .replace(/^([a-z-]+:|<)[\s\S]*$/i, '$1')
        .replace(/^[0-9a-f]{15,16}$/, 'hex'),
    );
  return {
    captured: list(expectation.captured).map((each) => {
      const { kind, via, direction, sentAt, approximate, to, cc, ids, threadIds, account } = Object(each);
      const many = { to: list(to).length, cc: list(cc).length, account: account !== null };
      return {
        kind,
        via,
        direction,
        sentAt,
        approximate,
        ids: kindsOf(ids),
        threads: kindsOf(threadIds),
        ...many,
      };
    }),
    refused: list(expectation.refused).map((each) => list(each)[0]),
    drift: expectation.drift,
  };
}

test.describe.configure({ timeout: 120_000 });

for (const site of sites) {
  test(`what ${site.name} shows and receives becomes a case under other names`, async () => {
    const into = mkdtempSync(join(tmpdir(), 'sidelog-record-'));
    try {
      const ran = await runRecord(site, into);
      expect(ran.code, ran.said).toBe(0);
      const files = readdirSync(ran.folder);
      expect(files).toHaveLength(
        2 + site.wire.length + site.wire.filter(({ request }) => request !== '').length,
      );
      const texts = files.map((name) => readFileSync(join(ran.folder, name), 'utf8'));
      const written = JSON.parse(readFileSync(join(ran.folder, 'expected.json'), 'utf8'));
      expect(JSON.parse(ran.out)).toEqual(written);

      const adapter = adapters.find((each) => each.site === site.name);
      if (!adapter) throw new Error(site.name);
      // The same mails and meetings as without stand-ins, and the written case gives what it says.
      const original = await draftExpectation(site, adapter, written.about, written.recordedAt);
      expect(outline(original).captured).not.toEqual([]);
      expect(outline(written)).toEqual(outline(original));
      const again = await draftExpectation(
        readCase(ran.folder, written.url),
        adapter,
        written.about,
        written.recordedAt,
      );
      expect(again).toEqual(written);

      for (const text of texts) expect(text).not.toMatch(site.people);
      const own = (original.captured as Record<string, unknown>[]).flatMap(({ from, to, cc, subject, ids }) =>
        [from, to, cc, subject, ids].flat().map(String),
      );
      for (const text of texts)
        for (const each of own) expect(text.toLowerCase()).not.toContain(each.toLowerCase());
      if (process.env.RECORD_KEEP) console.log(ran.folder);
    } finally {
      if (!process.env.RECORD_KEEP) rmSync(into, { recursive: true, force: true });
    }
  });
}

test('without Enter nothing is written', async () => {
  const [site] = sites;
  if (!site) throw new Error('no site');
  const into = mkdtempSync(join(tmpdir(), 'sidelog-record-'));
  try {
    const ran = await runRecord(site, into, { enter: false });
    expect(ran.code).toBe(1);
    expect(ran.said).toContain('Nothing was recorded');
    expect(readdirSync(into)).not.toContain('cases');
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
});
