import { describe, expect, it } from 'vitest';
import { connectTap } from '@/utils/capture/connect-tap';
import { tapOptions } from '@/utils/capture/google-calendar/tap-options';
import { installTap, type PageWindow } from '@/utils/capture/tap/install-tap';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import { openDocument, until, wait } from './support';

/** A page whose fetch answers what it is told to, and the two ends of the tap. */
function pageWithFetch(options = tapOptions) {
  const { window } = openDocument(
    '<!doctype html><body></body>',
    'https://calendar.google.com/calendar/u/0/r',
  );
  const asked: unknown[][] = [];
  const answers: (() => Promise<Response>)[] = [];
  const native = async function (this: unknown, ...args: unknown[]): Promise<Response> {
    asked.push([this, ...args]);
    return (answers.shift() ?? (async () => new Response('[1]')))();
  };
  const page = Object.assign(window, {
    fetch: native,
    Request,
    Response,
    Promise,
    URLSearchParams,
    URL,
    MessageChannel,
  }) as unknown as PageWindow;
  const life = new AbortController();
  const events: TapEvent[] = [];
  connectTap(page.document, life.signal)((event) => events.push(event), life.signal);
  installTap(page, options);
  return { page, life, events, asked, answers, native };
}

const SYNC = 'https://calendar.google.com/calendar/u/0/sync.sync?hl=en';

describe('the tap on fetch', () => {
  it('hands over matching requests, by whatever they are named, and leaves the page its answer', async () => {
    const t = pageWithFetch();
    const first = await t.page.fetch(SYNC, { method: 'POST', body: 'f.req=x' });
    expect(await first.text()).toBe('[1]');
    await t.page.fetch(new URL(SYNC), { method: 'POST', body: new URLSearchParams({ 'f.req': 'y' }) });
    await t.page.fetch('https://calendarsync-pa.clients6.google.com/$rpc/a.b/Sync', { body: new Blob() });
    await t.page.fetch('https://calendar.google.com/calendar/u/0/settings');
    await t.page.fetch('https://other.example/x/calendarsync-pa.clients6.google.com/Sync');
    await until(() => t.events.length >= 3);
    await wait(40);
    const seen = t.events.map(({ endpoint, request, response }) => [endpoint, request, response]);
    expect(seen.sort()).toEqual(
      [
        ['sync.sync', 'f.req=x', '[1]'],
        ['sync.sync', 'f.req=y', '[1]'],
        ['Sync', '', '[1]'],
      ].sort(),
    );
    expect(t.asked).toHaveLength(5);
    t.life.abort();
  });

  it('reads the body of a Request from a copy, which only one of ours is made of', async () => {
    const t = pageWithFetch();
    let clones = 0;
    class Counted extends Request {
      override clone() {
        clones += 1;
        return super.clone() as this;
      }
    }
    // The page reads what it was given, as the browser does.
    const sent: string[] = [];
    for (let i = 0; i < 5; i += 1)
      t.answers.push(async () => {
        const given = t.asked.at(-1)?.[1];
        if (given instanceof Request) sent.push(await given.text());
        return new Response('[1]');
      });
    await t.page.fetch(new Counted(SYNC, { method: 'POST', body: 'f.req=whole' }));
    await t.page.fetch(new Counted('https://calendar.google.com/settings', { method: 'POST', body: 'x' }));
    await t.page.fetch(new Counted(SYNC));
    await t.page.fetch(new Counted(SYNC, { method: 'POST', body: 'old' }), { body: 'f.req=instead' });
    await t.page
      .fetch(
        new Counted(SYNC, {
          method: 'POST',
          body: new ReadableStream({ start: (stream) => stream.error(new Error('on purpose')) }),
          duplex: 'half',
        } as RequestInit),
      )
      .catch(() => undefined);
    await until(() => t.events.length >= 3);
    expect(sent.slice(0, 2)).toEqual(['f.req=whole', 'x']);
    expect(clones).toBe(2);
    expect(t.events.map(({ request }) => request).sort()).toEqual(['', 'f.req=instead', 'f.req=whole']);
    t.life.abort();
  });

  it('gives the page its own promise, its own errors and its own this', async () => {
    const t = pageWithFetch();
    const failed = new TypeError("the page's own");
    t.answers.push(async () => Promise.reject(failed));
    await expect(t.page.fetch(SYNC)).rejects.toBe(failed);
    await Reflect.apply(t.page.fetch, undefined, [SYNC]);
    expect(t.asked.map(([self]) => self)).toEqual([t.page, undefined]);
    const hostile = {
      get body() {
        throw new Error('on purpose');
      },
    };
    await t.page.fetch(SYNC, hostile as unknown as RequestInit);
    const broken = new Response('[1]');
    Object.defineProperty(broken, 'clone', {
      value: () => {
        throw new Error('on purpose');
      },
    });
    t.answers.push(async () => broken);
    expect(await (await t.page.fetch(SYNC)).text()).toBe('[1]');
    t.life.abort();
  });

  it('names an answer that is too large, and puts the page back when it is let go', async () => {
    const t = pageWithFetch({ ...tapOptions, maxLength: 1000 });
    t.answers.push(async () => new Response('x'.repeat(2000)));
    await t.page.fetch(SYNC);
    await until(() => t.events.length > 0);
    expect(t.events.map(({ note, response }) => [note, response])).toEqual([['too-large', '']]);
    expect(t.page.fetch).not.toBe(t.native);
    t.life.abort();
    await until(() => Object.is(t.page.fetch, t.native));
    expect(t.page.fetch).toBe(t.native);
  });

  it('leaves fetch alone where the site is not known to use it', () => {
    const t = pageWithFetch({ endpoints: tapOptions.endpoints });
    expect(t.page.fetch).toBe(t.native);
    t.life.abort();
  });
});
