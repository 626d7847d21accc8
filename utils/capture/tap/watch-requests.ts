import { type PageWindow, quietly, type Tap } from '@/utils/capture/tap/install-tap';
import type { EndpointOf } from '@/utils/capture/tap/watch-fetch';

interface Request {
  endpoint: string;
  body: string;
  order: number;
  startedAt: number;
}

/**
 * Watches XMLHttpRequests whose path matches. `open` gives the URL (a service worker makes `responseURL` wrong),
 * `loadend` says when to read; other extensions may wrap the same methods before or after us. `requestHeader` (in lower
 * case) is read where the body is empty; without it no header is looked at.
 * Returns a function that puts the page's methods back, where nobody wrapped ours meanwhile.
 */
export function watchRequests(
  page: PageWindow,
  endpointOf: EndpointOf,
  tap: Tap,
  nextOrder: () => number,
  requestHeader?: string,
): () => void {
  const proto = page.XMLHttpRequest.prototype;
  const { open, send, setRequestHeader } = proto;
  const { apply } = Reflect;
  const opened = new WeakMap<XMLHttpRequest, string>();
  const current = new WeakMap<XMLHttpRequest, Request>();
  const headers = new WeakMap<XMLHttpRequest, string>();

  const ourOpen = function (this: XMLHttpRequest, _method: string, url: unknown): void {
    // biome-ignore lint/complexity/noArguments: passed on exactly as they came, however many
    apply(open, this, arguments);
    quietly(() => {
      if (tap.running()) opened.set(this, endpointOf(url));
      headers.delete(this);
    });
  };

  const ourSetRequestHeader = function (this: XMLHttpRequest, name: unknown, value: unknown): void {
    // biome-ignore lint/complexity/noArguments: passed on exactly as they came, however many
    apply(setRequestHeader, this, arguments);
    quietly(() => {
      if (typeof name !== 'string' || name.toLowerCase() !== requestHeader || !opened.get(this)) return;
      if (typeof value === 'string' && value.length <= tap.maxLength) headers.set(this, value);
    });
  };

  const ourSend = function (this: XMLHttpRequest, body?: unknown): void {
    const startedAt = Date.now();
    // biome-ignore lint/complexity/noArguments: passed on exactly as they came, however many
    apply(send, this, arguments);
    quietly(() => {
      const endpoint = opened.get(this);
      if (!endpoint || !tap.running()) return;
      const text = typeof body === 'string' && body.length <= tap.maxLength ? body : '';
      const request = { endpoint, body: text || (headers.get(this) ?? ''), order: nextOrder(), startedAt };
      current.set(this, request);
      this.addEventListener(
        'loadend',
        () => {
          tap.later(() => {
            // The page may have used the object again since.
            if (tap.running() && current.get(this) === request) handOver(this, request, tap);
          });
        },
        { once: true },
      );
    });
  };

  const put = (name: 'open' | 'send' | 'setRequestHeader', value: unknown) =>
    Object.defineProperty(proto, name, { value, configurable: true, enumerable: true, writable: true });
  put('open', ourOpen);
  put('send', ourSend);
  if (requestHeader) put('setRequestHeader', ourSetRequestHeader);
  return () => {
    if (Object.is(proto.open, ourOpen)) put('open', open);
    if (Object.is(proto.send, ourSend)) put('send', send);
    if (Object.is(proto.setRequestHeader, ourSetRequestHeader)) put('setRequestHeader', setRequestHeader);
  };
}

function handOver(xhr: XMLHttpRequest, request: Request, tap: Tap): void {
  if (xhr.status === 0) return;
  const { endpoint, order, startedAt } = request;
  const kind = xhr.responseType;
  const text =
    kind === '' || kind === 'text'
      ? xhr.responseText
      : kind === 'json' && xhr.response !== null
        ? JSON.stringify(xhr.response)
        : null;
  const note = text === null ? 'not-text' : text.length > tap.maxLength ? 'too-large' : '';
  tap.hand({
    endpoint,
    carrier: 'xhr',
    status: xhr.status,
    request: request.body,
    response: note || text === null ? '' : text,
    note,
    order,
    startedAt,
  });
}
