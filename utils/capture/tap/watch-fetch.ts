import { type PageWindow, quietly, type Tap } from '@/utils/capture/tap/install-tap';

/** The page reads its answer first, and handles it: ours is read so many milliseconds after it began to come. */
const PAGE_FIRST = 50;

/**
 * Watches `fetch` calls whose address matches. The page's call runs first and its promise is handed back as it is; what
 * was answered is read from a clone, and only where the address matches; so is the body of a `Request`, which has to be
 * cloned before the page's call takes it. Requests count on from `nextOrder`.
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
    let asked: Request | undefined;
    quietly(() => {
      asked = bodyOf(input, init);
    });
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
      const whole = Promise.resolve(asked?.text() ?? '').then(
        (written) => said || written || short,
        () => said || short,
      );
      const order = nextOrder();
      const read = (response: unknown) => {
        if (!tap.running() || !(response instanceof page.Response)) return;
        // Cloned at once: the page may read the body as soon as its own handler runs.
        const copy = response.clone();
        tap.later(() => handOver(copy, whole, { endpoint, order, startedAt }, tap), PAGE_FIRST);
      };
      answer.then(
        (response) => quietly(() => read(response)),
        () => undefined,
      );
    });
    return answer;
  };

  /** A copy of a request of ours that carries its body itself; nothing else of the page is copied. */
  const bodyOf = (input: unknown, init: unknown): Request | undefined => {
    if (!tap.running() || !(input instanceof page.Request) || input.bodyUsed) return undefined;
    if (input.method === 'GET' || input.method === 'HEAD' || !endpointOf(input.url)) return undefined;
    const given: unknown = typeof init === 'object' && init !== null ? Reflect.get(init, 'body') : undefined;
    return given === undefined || given === null ? input.clone() : undefined;
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
  order: number;
  startedAt: number;
}

function handOver(response: Response, asked: Promise<string>, about: Asked, tap: Tap): void {
  const hand = (text: string, whole: string) => {
    const note = text.length > tap.maxLength ? 'too-large' : '';
    const request = whole.length <= tap.maxLength ? whole : '';
    const { status } = response;
    tap.hand({ ...about, request, carrier: 'fetch', status, response: note ? '' : text, note });
  };
  Promise.all([response.text(), asked]).then(
    ([text, whole]) => quietly(() => hand(text, whole)),
    () => undefined,
  );
}
