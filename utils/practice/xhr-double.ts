/**
 * Stands in for `XMLHttpRequest` on the practice page: same events, no network. `answer` gives the response's text, or
 * null where the invented server knows no such address.
 */
export type Answer = (url: string, body: string) => string | null;

/** Milliseconds an answer takes: long enough that nothing comes to rely on an immediate one. */
const LATENCY = 120;

export function createXhrDouble(answer: Answer) {
  return class PracticeXhr extends EventTarget {
    static readonly UNSENT = 0;
    static readonly OPENED = 1;
    static readonly HEADERS_RECEIVED = 2;
    static readonly LOADING = 3;
    static readonly DONE = 4;
    readyState = 0;
    status = 0;
    statusText = '';
    responseText = '';
    responseType = '';
    responseURL = '';
    withCredentials = false;
    timeout = 0;
    #url = '';
    #aborted = false;

    get response(): string {
      return this.responseText;
    }

    open(_method: string, url: string | URL): void {
      this.#url = new URL(url, 'https://mail.google.com').href;
      this.#change(1);
    }

    setRequestHeader(): void {}

    getResponseHeader(name: string): string | null {
      return name.toLowerCase() === 'content-type' ? 'application/json; charset=UTF-8' : null;
    }

    getAllResponseHeaders(): string {
      return 'content-type: application/json; charset=UTF-8\r\n';
    }

    overrideMimeType(): void {}

    abort(): void {
      this.#aborted = true;
      this.#finish('abort');
    }

    send(body?: unknown): void {
      setTimeout(() => {
        if (this.#aborted) return;
        const text = answer(this.#url, typeof body === 'string' ? body : '');
        this.status = text === null ? 404 : 200;
        this.statusText = text === null ? 'Not Found' : 'OK';
        this.responseText = text ?? '';
        this.responseURL = this.#url;
        this.#change(2);
        this.#change(4);
        this.#finish('load');
      }, LATENCY);
    }

    #change(state: number): void {
      this.readyState = state;
      this.dispatchEvent(new Event('readystatechange'));
    }

    #finish(event: 'load' | 'abort'): void {
      this.dispatchEvent(new ProgressEvent(event));
      this.dispatchEvent(new ProgressEvent('loadend'));
    }
  };
}

/**
 * Puts the double in the place of `XMLHttpRequest` on this page. It answers the calls that mailbox code makes; the
 * rest of the real interface (upload, documents) is not there, because nothing on this page uses it.
 */
export function replaceXhr(page: Window, answer: Answer): void {
  Object.defineProperty(page, 'XMLHttpRequest', {
    value: createXhrDouble(answer),
    writable: true,
    configurable: true,
  });
}
