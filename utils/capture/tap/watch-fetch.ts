import { type PageWindow, quietly, type Tap } from '@/utils/capture/tap/install-tap';

/**
 * Watches `fetch` calls whose address matches. The page's call runs first and its promise is handed back as it is; what
 * was answered is read from a clone, and only where the address matches. Requests count on from `nextOrder`.
 * `requestHeader` (in lower case) is read where there is no body; without it no header is looked at.
 * Returns a function that puts the page's function back, where nobody wrapped ours meanwhile.
 */
export function watchFetch(
  page: PageWindow,
  endpointOf: EndpointOf,
  tap: Tap,
  nextOrder: () => number,
  requestHeader?: string,
) {
  const theirs = page.fetch;
  if (typeof theirs !== 'function') return () => undefined;
  const { apply } = Reflect;

  const ours = function (this: unknown, input: unknown, init?: unknown): unknown {
    const startedAt = Date.now();
    // biome-ignore lint/complexity/noArguments: passed on exactly as they came, however many
    const answer: unknown = apply(theirs, this, arguments);
    quietly(() => {
      if (!tap.running()) return;
      const endpoint = endpointOf(input instanceof page.Request ? input.url : input);
      if (!endpoint || !(answer instanceof page.Promise)) return;
      const body: unknown = typeof init === 'object' && init !== null ? Reflect.get(init, 'body') : '';
      const text = body instanceof page.URLSearchParams ? body.toString() : body;
      const said = typeof text === 'string' ? text : '';
      const short = said === '' && requestHeader ? headerOf(page, input, init, requestHeader) : '';
      const whole = said || short;
      const request = whole.length <= tap.maxLength ? whole : '';
      const order = nextOrder();
      const read = (response: unknown) => {
        if (!tap.running() || !(response instanceof page.Response)) return;
        // Cloned at once: the page may read the body as soon as its own handler runs.
        const copy = response.clone();
        tap.later(() => handOver(copy, { endpoint, request, order, startedAt }, tap));
      };
      answer.then(
        (response) => quietly(() => read(response)),
        () => undefined,
      );
    });
    return answer;
  };

  const put = (value: unknown) =>
    Object.defineProperty(page, 'fetch', { value, configurable: true, enumerable: true, writable: true });
  put(ours);
  return () => {
    if (Object.is(page.fetch, ours)) put(theirs);
  };
}

/** One header of a request, in whichever form the page gave them; none of the others is read. */
function headerOf(page: PageWindow, input: unknown, init: unknown, name: string): string {
  const given: unknown = typeof init === 'object' && init !== null ? Reflect.get(init, 'headers') : undefined;
  const headers = given ?? (input instanceof page.Request ? input.headers : undefined);
  if (typeof headers !== 'object' || headers === null) return '';
  if (headers instanceof page.Headers) return headers.get(name) ?? '';
  const key = (each: unknown) => typeof each === 'string' && each.toLowerCase() === name;
  const value: unknown = Array.isArray(headers)
    ? headers.find((pair: unknown) => Array.isArray(pair) && key(pair[0]))?.[1]
    : Reflect.get(headers, Object.keys(headers).find(key) ?? '');
  return typeof value === 'string' ? value : '';
}

/** The endpoint's name, or an empty string for a request that is none of our business. */
export type EndpointOf = (url: unknown) => string;

interface Asked {
  endpoint: string;
  request: string;
  order: number;
  startedAt: number;
}

function handOver(response: Response, asked: Asked, tap: Tap): void {
  const hand = (text: string) => {
    const note = text.length > tap.maxLength ? 'too-large' : '';
    tap.hand({ ...asked, carrier: 'fetch', status: response.status, response: note ? '' : text, note });
  };
  response.text().then(
    (text) => quietly(() => hand(text)),
    () => undefined,
  );
}
