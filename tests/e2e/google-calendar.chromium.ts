import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import {
  code,
  DAY,
  ended,
  eva,
  initialData,
  jon,
  me,
  pageHtml,
  rangeAnswer,
  rangeRequest,
  syncAnswer,
  wireEvent,
} from '../pages/google-calendar/shapes';
import { copyWithGrantedHosts, launchChromium, type Sidelog } from '../tools/chromium';
import { readTable, sendIntent } from '../tools/extension-state';

const HOST = 'https://calendar.google.com';
const guests = [
  { address: me, name: 'Mara Holt', answer: 'accepted' as const },
  { address: jon, name: 'Jon Berg', answer: 'accepted' as const },
  { address: eva, answer: 'tentative' as const },
];
const planning = { id: 'planning000001', title: 'Rollout planning', guests, place: 'Hall 3' };
const review = { id: 'review00000001', title: 'Contract review', guests, start: ended() - DAY };
const lunch = { id: 'lunch000000001', title: 'Lunch with the team', guests: guests.slice(0, 1) };

interface Told {
  id: string;
  aliases: string[];
  captured: { kind: string; subject: string; sentAt: number; from: { address: string } };
}

async function setUp(): Promise<{ sidelog: Sidelog; close(): Promise<void> }> {
  const extension = await copyWithGrantedHosts(buildFolder('chrome'), [`${HOST}/*`]);
  const sidelog = await launchChromium({ extension });
  await sidelog.context.route(`${HOST}/**`, (route) => {
    const request = route.request();
    if (request.resourceType() === 'document')
      return route.fulfill({
        status: 200,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "require-trusted-types-for 'script'; object-src 'none'",
        },
        body: pageHtml({
          first: initialData([planning, lunch].map(wireEvent)),
          bubble: code('review00000001'),
          closed: true,
        }),
      });
    const moved = { ...review, start: review.start - DAY, updated: Date.now() };
    const body = request.url().includes('sync.prefetcheventrange')
      ? rangeAnswer([wireEvent(review)])
      : syncAnswer([wireEvent(moved)]);
    return route.fulfill({ status: 200, contentType: 'application/json', body });
  });
  const answer = await sendIntent(sidelog, { type: 'consent', sites: ['google-calendar'] });
  expect(answer).toMatchObject({ ok: true });
  return {
    sidelog,
    async close() {
      await sidelog.close();
      await rm(extension, { recursive: true, force: true });
    },
  };
}

test('meetings that a calendar shows first, loads and moves reach the panel; what is open, too', async () => {
  const { sidelog, close } = await setUp();
  try {
    const worker = await sidelog.worker();
    const proposals = async () => (await readTable(worker, 'proposals')) as Told[];
    const bySubject = async (subject: string) =>
      (await proposals()).find(({ captured }) => captured.subject === subject);

    const page = await sidelog.context.newPage();
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await page.goto(`${HOST}/calendar/u/0/r/week`);
    // Nobody opened it: the page itself carries it.
    await expect.poll(() => bySubject('Rollout planning'), { timeout: 20_000 }).toBeTruthy();
    expect(await bySubject('Rollout planning')).toMatchObject({
      aliases: expect.arrayContaining(['event:planning000001@calendar.example', 'gcal:planning000001']),
      captured: {
        kind: 'meeting',
        via: 'wire',
        from: { address: me },
        sentAt: ended(),
        meeting: { place: 'Hall 3', myAnswer: 'organizer', status: 'confirmed' },
      },
    });
    expect(await bySubject('Lunch with the team'), 'without a customer it is told to nobody').toBeUndefined();

    const post = (url: string, body: string) =>
      page.evaluate(
        ([address = '', text = '']) =>
          new Promise<string>((done) => {
            const xhr = new XMLHttpRequest();
            xhr.open('POST', address);
            xhr.onload = () => done(xhr.responseText);
            xhr.send(text);
          }),
        [url, body],
      );
    const asked = rangeRequest(Date.now() - 21 * DAY, Date.now());
    expect(await post('/calendar/u/0/sync.prefetcheventrange', asked)).toContain('Contract review');
    await expect.poll(() => bySubject('Contract review'), { timeout: 20_000 }).toBeTruthy();

    // A change comes by fetch this time, and the page keeps its own answer.
    const answered = await page.evaluate(async () => {
      const response = await fetch('/calendar/u/0/sync.sync', { method: 'POST', body: 'f.req=%5B%5D' });
      return response.text();
    });
    expect(answered).toContain('Contract review');
    await expect
      .poll(async () => (await bySubject('Contract review'))?.captured.sentAt, { timeout: 20_000 })
      .toBe(review.start - DAY);
    expect((await proposals()).filter(({ captured }) => captured.subject === 'Contract review')).toHaveLength(
      1,
    );

    const open = async () =>
      JSON.stringify(await worker.evaluate(() => chrome.storage.session.get('open-tabs')));
    expect(await open()).not.toContain('gcal:');
    await page.evaluate(() => document.querySelector('[role="dialog"]')?.removeAttribute('hidden'));
    await page.locator('[data-eventchip]').click();
    await expect.poll(open, { timeout: 20_000 }).toContain('gcal:review00000001');
    expect(thrown).toEqual([]);
    expect(await readTable(worker, 'drift')).toEqual([]);
  } finally {
    await close();
  }
});
