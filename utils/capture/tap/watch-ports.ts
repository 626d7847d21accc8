import { type PageWindow, quietly, type Tap } from '@/utils/capture/tap/install-tap';

/** Messages that may wait to be looked at: a page can post thousands in a second. Of more it is said that they came. */
const MAX_WAITING = 500;
/** Values of one message that are looked at to see whether it is of interest. */
const MAX_VALUES = 400;

/**
 * Listens to messages that reach the page through a MessagePort: a site may do its requests in a worker. Neither `Worker`
 * nor a port is wrapped: where the page listens to a port, we listen to it as well, after it, and never start one.
 * Only messages with one of the `marks` as a property, near their top, are handed over.
 * Returns a function that ends it and puts the page's methods back, where nobody wrapped ours meanwhile.
 */
export function watchPorts(
  page: PageWindow,
  marks: readonly string[],
  tap: Tap,
  nextOrder: () => number,
): () => void {
  if (typeof page.MessagePort !== 'function') return () => undefined;
  const proto = page.MessagePort.prototype;
  const { apply } = Reflect;
  const add = proto.addEventListener;
  const own = Object.getOwnPropertyDescriptor(proto, 'addEventListener');
  const handler = Object.getOwnPropertyDescriptor(proto, 'onmessage');
  const known = new WeakSet<object>();
  let waiting = 0;
  let tooMany = false;

  const heard = (event: Event) => {
    quietly(() => {
      if (!tap.running() || !('data' in event)) return;
      const { data } = event;
      if (typeof data !== 'object' || data === null) return;
      if (waiting >= MAX_WAITING) {
        if (!tooMany) tap.later(() => handOver(null, tap, nextOrder()));
        tooMany = true;
        return;
      }
      waiting += 1;
      tap.later(() => {
        waiting -= 1;
        tooMany &&= waiting > 0;
        if (tap.running() && hasMark(data, marks)) handOver(data, tap, nextOrder());
      });
    });
  };
  const listenTo = (port: object) => {
    if (known.has(port) || !tap.running()) return;
    known.add(port);
    apply(add, port, ['message', heard]);
  };

  const ourAdd = function (this: MessagePort, type: unknown): void {
    // biome-ignore lint/complexity/noArguments: passed on exactly as they came, however many
    apply(add, this, arguments);
    quietly(() => {
      if (type === 'message') listenTo(this);
    });
  };
  const ourSet = function (this: MessagePort, value: unknown): void {
    if (handler?.set) apply(handler.set, this, [value]);
    quietly(() => {
      if (typeof value === 'function') listenTo(this);
    });
  };

  Object.defineProperty(proto, 'addEventListener', {
    value: ourAdd,
    configurable: true,
    enumerable: true,
    writable: true,
  });
  if (handler?.set) Object.defineProperty(proto, 'onmessage', { ...handler, set: ourSet });
  return () => {
    if (Object.is(proto.addEventListener, ourAdd)) {
      if (own) Object.defineProperty(proto, 'addEventListener', own);
      else Reflect.deleteProperty(proto, 'addEventListener');
    }
    const now = Object.getOwnPropertyDescriptor(proto, 'onmessage');
    if (handler && now?.set === ourSet) Object.defineProperty(proto, 'onmessage', handler);
  };
}

/** Whether one of the first values of a message, breadth first, has one of these properties. */
function hasMark(root: object, marks: readonly string[]): boolean {
  const queue: object[] = [root];
  let seen = 0;
  for (const value of queue) {
    if (marks.some((mark) => Object.hasOwn(value, mark))) return true;
    if (ArrayBuffer.isView(value)) continue;
    for (const below of Array.isArray(value) ? value.slice(0, 50) : Object.values(value)) {
      seen += 1;
      if (seen > MAX_VALUES) return false;
      if (typeof below === 'object' && below !== null) queue.push(below);
    }
  }
  return false;
}

/** Null: there was more than could be looked at. */
function handOver(data: object | null, tap: Tap, order: number): void {
  const text = data === null ? '' : (JSON.stringify(data) ?? '');
  const note = data === null || text.length > tap.maxLength ? 'too-large' : '';
  const response = note ? '' : text;
  tap.hand({
    endpoint: 'port',
    carrier: 'port',
    status: 200,
    request: '',
    response,
    note,
    order,
    startedAt: Date.now(),
  });
}
