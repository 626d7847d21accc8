import { describe, expect, it } from 'vitest';
import { connectTap } from '@/utils/capture/connect-tap';
import { tapOptions as gmailOptions } from '@/utils/capture/gmail/tap-options';
import { tapOptions } from '@/utils/capture/outlook/tap-options';
import { installTap, type PageWindow } from '@/utils/capture/tap/install-tap';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import { openDocument, until, wait } from './support';

const SEND = 'https://outlook.office.com/owa/service.svc?action=UpdateItem&app=Mail&n=7';

/** A page with XMLHttpRequest, fetch and MessagePort of its own, and the two ends of the tap. */
function outlookWithTap(options = tapOptions) {
  const { window } = openDocument('<!doctype html><body></body>', 'https://outlook.office.com/mail/');
  const asked: string[] = [];
  class FakeRequest extends window.EventTarget {
    status = 200;
    responseType = '';
    responseText = '{"Body":1}';
    open(_method: string, _url: string): void {}
    setRequestHeader(name: string, _value: string): void {
      asked.push(name);
    }
    send(_body?: unknown): void {
      setTimeout(() => this.dispatchEvent(new window.Event('loadend')), 1);
    }
  }
  class FakePort extends window.EventTarget {
    #handler: ((event: Event) => void) | null = null;
    started = false;
    get onmessage() {
      return this.#handler;
    }
    set onmessage(next: ((event: Event) => void) | null) {
      if (this.#handler) this.removeEventListener('message', this.#handler);
      this.#handler = next;
      if (next) this.addEventListener('message', next);
      this.started = true;
    }
    arrive(data: unknown): void {
      this.dispatchEvent(new window.MessageEvent('message', { data }));
    }
  }
  const fetched: unknown[][] = [];
  const theirFetch = (...args: unknown[]) => {
    fetched.push(args);
    return window.Promise.resolve(new Response('{"Body":2}', { status: 200 }));
  };
  const page = Object.assign(window, {
    XMLHttpRequest: FakeRequest,
    MessagePort: FakePort,
    MessageChannel,
    Request,
    Response,
    Headers,
    fetch: theirFetch,
  }) as unknown as PageWindow;
  const native = {
    send: FakeRequest.prototype.send,
    header: FakeRequest.prototype.setRequestHeader,
    onmessage: Object.getOwnPropertyDescriptor(FakePort.prototype, 'onmessage')?.set,
    fetch: theirFetch,
  };
  const life = new AbortController();
  const events: TapEvent[] = [];
  connectTap(page.document, life.signal)((event) => events.push(event), life.signal);
  installTap(page, options);
  return { page, life, events, FakeRequest, FakePort, native, fetched, asked };
}

const item = { kind: 'result', payload: [{ ItemId: { Id: 'x' } }] };

describe("the tap in Outlook's page", () => {
  it('hands over a short request that stands in a header, by XMLHttpRequest and by fetch', async () => {
    const t = outlookWithTap();
    const xhr = new t.FakeRequest();
    xhr.open('POST', SEND);
    xhr.setRequestHeader('X-OWA-UrlPostData', '%7B%22a%22%3A1%7D');
    xhr.setRequestHeader('authorization', 'Bearer secret');
    xhr.send();
    for (const headers of [
      { 'x-owa-urlpostdata': '%7B1', authorization: 'Bearer secret' },
      new Headers({ 'X-Owa-UrlPostData': '%7B2', Authorization: 'Bearer secret' }),
      [
        ['Authorization', 'Bearer secret'],
        ['x-owa-urlpostdata', '%7B3'],
      ],
    ])
      void t.page.fetch(SEND, { method: 'POST', headers } as RequestInit);
    void t.page.fetch(new Request(SEND, { method: 'POST', headers: { 'x-owa-urlpostdata': '%7B4' } }));
    await until(() => t.events.length >= 5);
    expect(t.events.map((each) => each.request).sort()).toEqual(
      ['%7B%22a%22%3A1%7D', '%7B1', '%7B2', '%7B3', '%7B4'].sort(),
    );
    expect(t.events.every((each) => each.endpoint === 'UpdateItem')).toBe(true);
    expect(JSON.stringify(t.events)).not.toContain('secret');
    expect(t.asked).toEqual(['X-OWA-UrlPostData', 'authorization']);
    t.life.abort();
  });

  it('reads no other header: one that is only looked at would be known', async () => {
    const t = outlookWithTap();
    const looked: string[] = [];
    const headers = new Proxy(
      { authorization: 'Bearer secret', 'x-owa-canary': 'secret' },
      {
        get: (target, name) => {
          looked.push(String(name));
          return Reflect.get(target, name);
        },
      },
    );
    void t.page.fetch(SEND, { method: 'POST', headers });
    await until(() => t.events.length > 0);
    expect(looked).not.toContain('authorization');
    expect(looked).not.toContain('x-owa-canary');
    t.life.abort();
  });

  it('a body counts before a header, and an action that carries no mail is not looked at', async () => {
    const t = outlookWithTap();
    void t.page.fetch(SEND, { method: 'POST', body: '{"b":1}', headers: { 'x-owa-urlpostdata': '%7B1' } });
    void t.page.fetch('/owa/service.svc?action=GetPersonaPhoto', { method: 'POST', body: 'no' });
    void t.page.fetch('/owa/published/service.svc?action=GetItem', { method: 'POST', body: 'no' });
    void t.page.fetch('/owa/0/service.svc?action=GetConversationItems&n=1', { method: 'POST', body: '{}' });
    await until(() => t.events.length >= 2);
    await wait(30);
    expect(t.events.map((each) => [each.endpoint, each.request, each.response])).toEqual([
      ['UpdateItem', '{"b":1}', '{"Body":2}'],
      ['GetConversationItems', '{}', '{"Body":2}'],
    ]);
    t.life.abort();
  });

  it('listens to the ports that the page listens to, after it, and starts none', async () => {
    const t = outlookWithTap();
    const heard: string[] = [];
    const [first, second, third] = [new t.FakePort(), new t.FakePort(), new t.FakePort()];
    first.onmessage = () => heard.push('handler');
    second.addEventListener('message', () => heard.push('listener'));
    first.arrive(item);
    second.arrive(item);
    third.arrive(item);
    first.arrive({ nothing: 'of interest' });
    first.arrive('text');
    await until(() => t.events.length >= 2);
    await wait(30);
    expect(heard).toEqual(['handler', 'listener', 'handler', 'handler']);
    expect(t.events.map((each) => [each.endpoint, each.response])).toEqual([
      ['port', JSON.stringify(item)],
      ['port', JSON.stringify(item)],
    ]);
    expect([second.started, third.started]).toEqual([false, false]);
    t.life.abort();
  });

  it('a message that cannot be read, or a thousand at once, disturb nobody', async () => {
    const t = outlookWithTap();
    const port = new t.FakePort();
    let heard = 0;
    port.onmessage = () => {
      heard += 1;
    };
    const cyclic: Record<string, unknown> = { ItemId: 1 };
    cyclic.self = cyclic;
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('on purpose');
        },
        getOwnPropertyDescriptor: () => {
          throw new Error('on purpose');
        },
      },
    );
    port.arrive(cyclic);
    port.arrive(trap);
    port.arrive({ big: new Uint8Array(5_000_000) });
    for (let i = 0; i < 1000; i += 1) port.arrive(item);
    await until(() => t.events.some(({ note }) => note === 'too-large'));
    expect(heard).toBe(1003);
    expect(t.events.length).toBeGreaterThan(400);
    expect(t.events.length).toBeLessThanOrEqual(502);
    expect(
      t.events.filter(({ note }) => note !== ''),
      'that there was more is said once',
    ).toMatchObject([{ endpoint: 'port', response: '', note: 'too-large' }]);
    t.life.abort();
  });

  it('makes no markup and evaluates nothing: a page that enforces Trusted Types forbids both', async () => {
    const t = outlookWithTap();
    const forbidden = () => {
      throw new TypeError("This document requires 'TrustedScript' assignment");
    };
    Object.assign(t.page, { eval: forbidden, Function: forbidden });
    void t.page.fetch(SEND, { method: 'POST', body: '{}' });
    await until(() => t.events.length > 0);
    expect(t.page.document.documentElement.outerHTML).toBe('<html><head></head><body></body></html>');
    t.life.abort();
  });

  it('puts everything back when the extension is gone', async () => {
    const t = outlookWithTap();
    expect(t.page.fetch).not.toBe(t.native.fetch);
    t.life.abort();
    await until(() => Object.is(t.page.fetch, t.native.fetch));
    expect(t.FakeRequest.prototype.setRequestHeader).toBe(t.native.header);
    expect(t.FakeRequest.prototype.send).toBe(t.native.send);
    expect(Object.getOwnPropertyDescriptor(t.FakePort.prototype, 'onmessage')?.set).toBe(t.native.onmessage);
    expect(Object.hasOwn(t.FakePort.prototype, 'addEventListener')).toBe(false);
  });

  it('in Gmail there is no hook on headers, fetch or ports', () => {
    const t = outlookWithTap(gmailOptions);
    expect(t.page.fetch).toBe(t.native.fetch);
    expect(t.FakeRequest.prototype.setRequestHeader).toBe(t.native.header);
    expect(Object.getOwnPropertyDescriptor(t.FakePort.prototype, 'onmessage')?.set).toBe(t.native.onmessage);
    t.life.abort();
  });
});
