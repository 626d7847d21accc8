import { rm } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import { expectedOf, htmlOf, wireOf } from '../capture/outlook-support';
import { copyWithGrantedHosts, launchChromium, type Sidelog } from '../tools/chromium';
import { readTable, sendIntent, setDriver } from '../tools/extension-state';

/*
 * Outlook's mail in a browser, in the shapes that are publicly described (no live account was at hand): under a policy of
 * Trusted Types, read off the page alone, made exact by fetch, and sent by a short request in a header.
 */

const HOST = 'https://outlook.office.com';
const HOSTS = ['office.com', 'office365.com', 'cloud.microsoft', 'live.com'].map(
  (name) => `https://outlook.${name}/*`,
);
const { url } = expectedOf('page-alone');
const [thread] = wireOf('joined');
const [saved, sent] = wireOf('send-in-header');

interface Told {
  aliases: string[];
  captured: { via: string; direction: string; sentAt: number; sentAtApproximate: boolean };
}

async function setUp(): Promise<{ sidelog: Sidelog; page: Page; thrown: string[]; close(): Promise<void> }> {
  const extension = await copyWithGrantedHosts(buildFolder('chrome'), HOSTS);
  const sidelog = await launchChromium({ extension });
  await sidelog.context.route(`${HOST}/**`, (route) => {
    const request = route.request();
    if (request.resourceType() === 'document') {
      return route.fulfill({
        status: 200,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy':
            "require-trusted-types-for 'script'; trusted-types 'none'; object-src 'none'",
        },
        body: htmlOf('page-alone').replace('id="ConversationReadingPaneContainer"', '$& hidden'),
      });
    }
    const body = request.url().includes('action=UpdateItem') ? saved?.response : thread?.response;
    return route.fulfill({ status: 200, contentType: 'application/json', body: body ?? '' });
  });
  await setDriver(await sidelog.worker(), { holdMs: 0 });
  expect(await sendIntent(sidelog, { type: 'consent', sites: ['outlook'] })).toMatchObject({ ok: true });
  const page = await sidelog.context.newPage();
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  return {
    sidelog,
    page,
    thrown,
    async close() {
      await sidelog.close();
      await rm(extension, { recursive: true, force: true });
    },
  };
}

test('an opened mail is one proposal off the page alone, and the same one made exact when the wire brings it', async () => {
  const { sidelog, page, thrown, close } = await setUp();
  try {
    const worker = await sidelog.worker();
    const proposals = async () => (await readTable(worker, 'proposals')) as Told[];
    await page.goto(url);
    await page.evaluate(() =>
      document.getElementById('ConversationReadingPaneContainer')?.removeAttribute('hidden'),
    );
    await expect
      .poll(async () => (await proposals())[0]?.captured, { timeout: 30_000 })
      .toMatchObject({
        via: 'page',
        direction: 'received',
        subject: 'Offer for the hall',
        sentAtApproximate: true,
      });

    const answered = await page.evaluate(async () => {
      const response = await fetch('/owa/service.svc?action=GetConversationItems&app=Mail&n=3', {
        method: 'POST',
        body: '{}',
      });
      return response.text();
    });
    expect(answered, 'the page keeps its own answer').toBe(thread?.response);
    await expect
      .poll(async () => (await proposals())[0]?.captured, { timeout: 30_000 })
      .toMatchObject({
        via: 'wire',
        sentAt: Date.UTC(2026, 8, 14, 9, 2),
        sentAtApproximate: false,
      });
    const all = await proposals();
    expect(all, 'one mail, one proposal').toHaveLength(1);
    expect(all[0]?.aliases).toEqual(
      expect.arrayContaining([
        '<m1@kunde.example>',
        expect.stringMatching(/^owa:/),
        expect.stringMatching(/^owa-page:/),
      ]),
    );

    const untouched = await page.evaluate(() => ({
      worker: Function.prototype.toString.call(Worker).includes('[native code]'),
      policy: Reflect.has(globalThis, 'trustedTypes'),
    }));
    expect(untouched).toEqual({ worker: true, policy: true });
    expect(thrown).toEqual([]);
    expect(await readTable(worker, 'drift')).toEqual([]);
  } finally {
    await close();
  }
});

test('a mail that is sent is one proposal, though its last request says nothing of it but its draft', async () => {
  const { sidelog, page, thrown, close } = await setUp();
  try {
    const worker = await sidelog.worker();
    const proposals = async () => (await readTable(worker, 'proposals')) as Told[];
    await page.goto(`${HOST}/mail/`);
    await page.evaluate(
      async ([body, header]) => {
        const save = new XMLHttpRequest();
        await new Promise((done) => {
          save.open('POST', '/owa/service.svc?action=UpdateItem&app=Mail&n=5');
          save.onload = done;
          save.send(body);
        });
        const send = new XMLHttpRequest();
        await new Promise((done) => {
          send.open('POST', '/owa/service.svc?action=UpdateItem&app=Mail&n=6');
          send.setRequestHeader('x-owa-urlpostdata', header ?? '');
          send.onload = done;
          send.send();
        });
      },
      [saved?.request, sent?.request],
    );
    await expect
      .poll(async () => (await proposals()).map(({ captured }) => captured), { timeout: 30_000 })
      .toMatchObject([
        {
          via: 'wire',
          direction: 'sent',
          subject: 'RE: Offer for the hall',
          from: { address: 'ada@nordlicht.example' },
          to: [{ address: 'pat@kunde.example' }],
          cc: [{ address: 'eva@kunde.example' }],
        },
      ]);
    expect(thrown).toEqual([]);
    expect(await readTable(worker, 'drift')).toEqual([]);
  } finally {
    await close();
  }
});
