import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import { copyWithGrantedHosts, launchChromium, type Sidelog } from '../tools/chromium';
import { readTable, sendIntent } from '../tools/extension-state';

/*
 * Outlook's calendar in a browser, in the shapes that are publicly described (no live account was at hand): a page of
 * mail that becomes a calendar without loading, under a policy of Trusted Types, with its wire as fetch, as
 * XMLHttpRequest and as a message of a worker.
 */

const HOST = 'https://outlook.office.com';
/** One consent is for Outlook's four names. */
const HOSTS = ['office.com', 'office365.com', 'cloud.microsoft', 'live.com'].map(
  (name) => `https://outlook.${name}/*`,
);
const caseFile = (file: string) =>
  readFileSync(join(import.meta.dirname, '../pages/outlook-calendar/peek-with-details', file), 'utf8');
const view = caseFile('1.GetCalendarView.response.json');
const details = caseFile('2.GetCalendarEvent.response.json');
const event = JSON.parse(details).Body.ResponseMessages.Items[0].Items[0];
const review = {
  ...event,
  ItemId: { Id: 'AAMkReviewReviewReview' },
  UID: 'review-1@kunde.example',
  Subject: 'Contract review',
};

interface Told {
  id: string;
  aliases: string[];
  captured: {
    subject: string;
    to: { address: string }[];
    meeting: { guestsUnknown: boolean; unnamed: string[] };
  };
}

async function setUp(): Promise<{ sidelog: Sidelog; close(): Promise<void> }> {
  const extension = await copyWithGrantedHosts(buildFolder('chrome'), HOSTS);
  const sidelog = await launchChromium({ extension });
  await sidelog.context.route(`${HOST}/**`, (route) => {
    const request = route.request();
    if (request.resourceType() === 'document') {
      return route.fulfill({
        status: 200,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "require-trusted-types-for 'script'; object-src 'none'",
        },
        body: caseFile('page.html').replace('<div role="dialog">', '<div role="dialog" hidden>'),
      });
    }
    const body = request.url().includes('action=GetCalendarView') ? view : details;
    return route.fulfill({ status: 200, contentType: 'application/json', body });
  });
  expect(await sendIntent(sidelog, { type: 'consent', sites: ['outlook-calendar'] })).toMatchObject({
    ok: true,
  });
  return {
    sidelog,
    async close() {
      await sidelog.close();
      await rm(extension, { recursive: true, force: true });
    },
  };
}

test('an event that is opened is proposed with unknown guests, with its guests once they came, and from a worker too', async () => {
  const { sidelog, close } = await setUp();
  try {
    const worker = await sidelog.worker();
    const proposals = async () => (await readTable(worker, 'proposals')) as Told[];
    const page = await sidelog.context.newPage();
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await page.goto(`${HOST}/mail/inbox`);
    await page.evaluate(() => history.pushState(null, '', '/calendar/view/week'));

    const answered = await page.evaluate(async () => {
      const response = await fetch('/owa/service.svc?action=GetCalendarView&app=Calendar&n=3', {
        method: 'POST',
        headers: { 'x-owa-urlpostdata': encodeURIComponent('{"Header":{}}') },
      });
      return response.text();
    });
    expect(answered, 'the page keeps its own answer').toBe(view);

    await page.evaluate(() => document.querySelector('[role="dialog"]')?.removeAttribute('hidden'));
    await page.locator('[data-calitemid] [role="button"]').first().click();
    await expect
      .poll(async () => (await proposals())[0]?.captured, { timeout: 30_000 })
      .toMatchObject({
        subject: 'Renewal call',
        via: 'wire',
        sentAtApproximate: false,
        to: [],
        meeting: { guestsUnknown: true },
      });
    const itemId = `owa:${event.ItemId.Id}`;
    const open = async () =>
      JSON.stringify(await worker.evaluate(() => chrome.storage.session.get('open-tabs')));
    await expect.poll(open, { timeout: 20_000 }).toContain(itemId);

    await page.evaluate(
      () =>
        new Promise((done) => {
          const xhr = new XMLHttpRequest();
          xhr.open('POST', '/owa/service.svc?action=GetCalendarEvent&app=Calendar&n=4');
          xhr.onload = done;
          xhr.send('{}');
        }),
    );
    await expect
      .poll(async () => (await proposals())[0]?.captured.to.map(({ address }) => address), {
        timeout: 20_000,
      })
      .toEqual(['ada@nordlicht.example', 'jon@kunde.example']);
    expect(await proposals(), 'one meeting, one proposal').toHaveLength(1);
    expect((await proposals())[0]).toMatchObject({
      aliases: expect.arrayContaining([`event:${event.UID}`, itemId]),
      captured: { meeting: { guestsUnknown: false } },
    });

    await page.evaluate((message) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => undefined;
      port2.postMessage(message);
    }, review);
    await expect
      .poll(async () => (await proposals()).map(({ captured }) => captured.subject).sort(), {
        timeout: 20_000,
      })
      .toEqual(['Contract review', 'Renewal call']);

    await page.evaluate(() => history.pushState(null, '', '/mail/inbox'));
    await expect.poll(open, { timeout: 20_000 }).not.toContain(itemId);
    expect(thrown).toEqual([]);
    expect(await readTable(worker, 'drift')).toEqual([]);
  } finally {
    await close();
  }
});
