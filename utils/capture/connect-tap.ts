import { listen } from '@/utils/capture/listen';
import { CALL, HANDSHAKE, type TapCommand, type TapEvent } from '@/utils/capture/tap/tap-event';

/** Calls back for each event that the tap hands over, until the signal ends it. */
export type TapEvents = (listener: (event: TapEvent) => void, signal: AbortSignal) => void;

/** Events that wait until somebody listens: bounded, the oldest go first. */
const MAX_WAITING = 400;
const MAX_WAITING_LENGTH = 6_000_000;

/**
 * The isolated end of the handshake. Runs at document start, as the tap does. Listens for one event, once, so that a script of
 * the page can neither see the port nor hand us another; when `signal` ends, the tap is told to let go of the page.
 */
export function connectTap(document: Document, signal: AbortSignal): TapEvents {
  const waiting: TapEvent[] = [];
  let waitingLength = 0;
  let listener: ((event: TapEvent) => void) | undefined;

  const take = (data: unknown) => {
    const event = asTapEvent(data);
    if (!event) return;
    if (listener) {
      listener(event);
      return;
    }
    waiting.push(event);
    waitingLength += event.response.length + event.request.length;
    while (waiting.length > MAX_WAITING || waitingLength > MAX_WAITING_LENGTH) {
      const gone = waiting.shift();
      if (!gone) break;
      waitingLength -= gone.response.length + gone.request.length;
    }
  };

  const meet = (event: Event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    const port = 'ports' in event ? portOf(event.ports) : null;
    if (!port) return;
    const tell = (command: TapCommand) => port.postMessage(command);
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      tell('got');
      take(data);
    };
    signal.addEventListener('abort', () => {
      tell('stop');
      port.onmessage = null;
      port.close();
      waiting.length = 0;
    });
  };
  listen(document, HANDSHAKE, meet, signal, { capture: true, once: true });
  document.dispatchEvent(new (document.defaultView ?? globalThis).Event(CALL));

  return (next, until) => {
    listener = next;
    until.addEventListener('abort', () => {
      if (listener === next) listener = undefined;
    });
    for (const event of waiting.splice(0)) next(event);
    waitingLength = 0;
  };
}

const carriers = ['xhr', 'fetch', 'port'] as const;

/** What came through the port is the page's: only the shape that the tap makes is taken. */
function asTapEvent(data: unknown): TapEvent | null {
  if (typeof data !== 'object' || data === null) return null;
  const of = (key: string): unknown => Reflect.get(data, key);
  const [endpoint, request, response, note] = [of('endpoint'), of('request'), of('response'), of('note')];
  const [status, order, startedAt] = [of('status'), of('order'), of('startedAt')];
  if (typeof endpoint !== 'string' || typeof request !== 'string' || typeof response !== 'string')
    return null;
  if (typeof status !== 'number' || typeof order !== 'number' || typeof startedAt !== 'number') return null;
  if (note !== '' && note !== 'too-large' && note !== 'not-text') return null;
  const carrier = carriers.find((each) => each === of('carrier'));
  const event = { endpoint, status, request, response, note, order, startedAt } as const;
  return carrier ? { ...event, carrier } : event;
}

function portOf(ports: unknown): MessagePort | null {
  const port: unknown = Array.isArray(ports) ? ports[0] : null;
  return isPort(port) ? port : null;
}

function isPort(value: unknown): value is MessagePort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'onmessage' in value;
}
