import { describe, expect, it, vi } from 'vitest';
import { connectTap } from '@/utils/capture/connect-tap';
import { tapOptions } from '@/utils/capture/gmail/tap-options';
import { installTap, type PageWindow } from '@/utils/capture/tap/install-tap';
import { CALL, HANDSHAKE, type TapEvent } from '@/utils/capture/tap/tap-event';
import { openDocument, until, wait } from './support';

/** A page with an XMLHttpRequest that answers by itself, and the two ends of the tap. */
function pageWithTap(options = tapOptions) {
  const { window } = openDocument('<!doctype html><body></body>');
  class FakeRequest extends window.EventTarget {
    status = 200;
    responseType = '';
    response: unknown = '';
    onload: (() => void) | null = null;
    answer = '[1,2]';
    log: string[] = [];
    url = '';
    get responseText(): string {
      this.log.push('read');
      return this.answer;
    }
    open(_method: string, url: string): void {
      this.log.push('open');
      this.url = String(url);
    }
    send(_body?: unknown): void {
      this.log.push('send');
      setTimeout(() => {
        this.onload?.();
        this.dispatchEvent(new window.Event('loadend'));
      }, 1);
    }
  }
  const page = Object.assign(window, {
    XMLHttpRequest: FakeRequest,
    MessageChannel,
  }) as unknown as PageWindow;
  const life = new AbortController();
  const events: TapEvent[] = [];
  const connect = () => connectTap(page.document, life.signal)((event) => events.push(event), life.signal);
  const request = (url: string, body?: unknown) => {
    const xhr = new FakeRequest();
    xhr.open('POST', url);
    xhr.send(body);
    return xhr;
  };
  const native = { open: FakeRequest.prototype.open, send: FakeRequest.prototype.send };
  return {
    page,
    life,
    events,
    connect,
    install: () => installTap(page, options),
    request,
    FakeRequest,
    native,
  };
}

const S = 'https://mail.google.com/sync/u/0/i/s?hl=en&c=3&rt=r&pt=ji';

describe('the tap in the page', () => {
  it('hands over a matching request with its body and answer, whoever starts first', async () => {
    for (const first of ['connect', 'install'] as const) {
      const t = pageWithTap();
      t[first]();
      t[first === 'connect' ? 'install' : 'connect']();
      t.request(S, '[[7]]');
      t.request('https://mail.google.com/mail/u/0/other', 'x');
      t.request('/sync/i/fd?c=1', '');
      await until(() => t.events.length === 2);
      expect(
        t.events.map(({ endpoint, request, response, order }) => [endpoint, request, response, order]),
      ).toEqual([
        ['s', '[[7]]', '[1,2]', 1],
        ['fd', '', '[1,2]', 2],
      ]);
      t.life.abort();
      await wait(20);
    }
  });

  it('does not touch what a request answers when its address is none of our business', async () => {
    const t = pageWithTap();
    t.connect();
    t.install();
    const xhr = t.request('https://mail.google.com/mail/u/0/i/settings');
    await wait(40);
    expect(xhr.log).toEqual(['open', 'send']);
    t.life.abort();
  });

  it('runs after the handlers of the page, even one that the page adds last', async () => {
    const t = pageWithTap();
    t.connect();
    t.install();
    const xhr = t.request(S, '[]');
    xhr.onload = () => xhr.log.push('onload');
    xhr.addEventListener('loadend', () => xhr.log.push('late handler'));
    await until(() => xhr.log.includes('read'));
    expect(xhr.log).toEqual(['open', 'send', 'onload', 'late handler', 'read']);
    t.life.abort();
  });

  it('never throws into the page, whatever breaks inside of it', async () => {
    const t = pageWithTap();
    t.connect();
    t.install();
    const hostileUrl = { toString: () => 'https://mail.google.com/sync/u/0/i/s' } as unknown as string;
    t.request(hostileUrl, '[]');
    const broken = t.request(S, '[]');
    Object.defineProperty(broken, 'responseText', {
      get: () => {
        throw new Error('on purpose');
      },
    });
    const deaf = new t.FakeRequest();
    deaf.open('POST', S);
    deaf.addEventListener = () => {
      throw new Error('on purpose');
    };
    expect(() => deaf.send('[]')).not.toThrow();
    Reflect.set(t.page, '_GM_setData', (data: unknown) => ['page', data]);
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('on purpose');
        },
      },
    );
    const call = Reflect.get(t.page, '_GM_setData') as (data: unknown) => unknown;
    expect(
      call({
        a: cyclic,
        b: {
          toJSON: () => {
            throw new Error('on purpose');
          },
        },
      }),
    ).toHaveLength(2);
    expect(call(trap)).toEqual(['page', trap]);
    await wait(60);
    expect(t.events).toEqual([]);
    t.life.abort();
  });

  it('passes an error of the page on to the page', () => {
    const t = pageWithTap();
    t.FakeRequest.prototype.send = () => {
      throw new Error("the page's own");
    };
    t.connect();
    t.install();
    expect(() => t.request(S, '[]')).toThrow("the page's own");
    Reflect.set(t.page, '_GM_setData', () => {
      throw new Error("the page's own");
    });
    expect(() => (Reflect.get(t.page, '_GM_setData') as (data: unknown) => void)({})).toThrow(
      "the page's own",
    );
    t.life.abort();
  });

  it('hands over what the page is given by _GM_setData, after the page had it, once though others wrap it too', async () => {
    const t = pageWithTap();
    t.connect();
    t.install();
    const given: unknown[] = [];
    Reflect.set(t.page, '_GM_setData', function (this: unknown, data: unknown) {
      given.push(this === t.page, data);
    });
    const ours = Reflect.get(t.page, '_GM_setData') as (data: unknown) => void;
    Reflect.set(t.page, '_GM_setData', function (this: unknown, data: unknown) {
      Reflect.apply(ours, this, [data]);
    });
    const data = { Xy: [[0, 0, `["${'x'.repeat(60)}"]`]], flag: true };
    Reflect.apply(Reflect.get(t.page, '_GM_setData') as () => void, t.page, [data]);
    expect(given).toEqual([true, data]);
    await until(() => t.events.length > 0);
    await wait(40);
    expect(t.events.map((each) => [each.endpoint, each.response])).toEqual([
      ['embedded', JSON.stringify(data.Xy)],
    ]);
    t.life.abort();
  });

  it('names a response that is too large, or no text, and does not hand it over', async () => {
    const t = pageWithTap({ ...tapOptions, maxLength: 1000 });
    t.connect();
    t.install();
    const large = t.request(S, '[]');
    large.answer = 'x'.repeat(1001);
    const binary = t.request(S, '[]');
    binary.responseType = 'arraybuffer';
    const json = t.request(S, new Uint8Array(4));
    json.responseType = 'json';
    json.response = [1];
    await until(() => t.events.length >= 3);
    expect(t.events.map(({ note, response, request }) => [note, response, request])).toEqual([
      ['too-large', '', '[]'],
      ['not-text', '', '[]'],
      ['', '[1]', ''],
    ]);
    t.life.abort();
  });

  it('works below and above another extension that patches the same methods', async () => {
    const t = pageWithTap();
    t.connect();
    t.install();
    const { open, send } = t.FakeRequest.prototype;
    t.FakeRequest.prototype.open = function (...args) {
      return Reflect.apply(open, this, args);
    };
    t.FakeRequest.prototype.send = function (...args) {
      return Reflect.apply(send, this, args);
    };
    t.request(S, '[]');
    await until(() => t.events.length > 0);
    expect(t.events).toHaveLength(1);
    t.life.abort();
    await wait(40);
    t.request(S, '[]');
    await wait(40);
    expect(t.events).toHaveLength(1);
  });

  it('lets go of the page when the extension is gone, and puts the page back as it was', async () => {
    const t = pageWithTap();
    t.connect();
    t.install();
    const own = () => 'own';
    Reflect.set(t.page, '_GM_setData', own);
    expect(t.FakeRequest.prototype.open).not.toBe(t.native.open);
    t.life.abort();
    await until(() => t.FakeRequest.prototype.open === t.native.open);
    expect(t.FakeRequest.prototype.open).toBe(t.native.open);
    expect(t.FakeRequest.prototype.send).toBe(t.native.send);
    expect(Object.getOwnPropertyDescriptor(t.page, '_GM_setData')?.value).toBe(own);
  });

  it('lets go of the page when nobody answers any more', async () => {
    const t = pageWithTap();
    t.page.document.addEventListener(HANDSHAKE, (event) => event.preventDefault());
    t.install();
    for (let i = 0; i < 130; i += 1) t.request(S, '[]');
    await wait(300);
    expect(t.FakeRequest.prototype.open, 'merely behind: it is waited for').not.toBe(t.native.open);
    const now = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => now + 31_000);
    t.request(S, '[]');
    await vi.waitFor(() => expect(t.FakeRequest.prototype.open).toBe(t.native.open));
    vi.restoreAllMocks();
  });

  it('loses none of hundreds of answers that come at once', async () => {
    const t = pageWithTap();
    t.connect();
    t.install();
    for (let i = 0; i < 300; i += 1) t.request(S, `[${i}]`);
    await until(() => t.events.length === 300);
    expect(new Set(t.events.map(({ request }) => request)).size).toBe(300);
    t.life.abort();
  });

  it('shows its port to no script of the page', async () => {
    const t = pageWithTap();
    const seen: unknown[] = [];
    t.connect();
    t.page.document.addEventListener(HANDSHAKE, (event) => seen.push(event));
    t.page.addEventListener('message', (event) => seen.push(event));
    t.install();
    await wait(20);
    t.page.document.dispatchEvent(new t.page.Event(CALL));
    t.page.document.dispatchEvent(new t.page.MessageEvent(HANDSHAKE));
    await wait(20);
    // Only what the page dispatched itself.
    expect(seen).toHaveLength(1);
    t.life.abort();
  });
});
