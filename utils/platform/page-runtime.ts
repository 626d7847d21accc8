/*
 * The extension API as the browser itself has it, for scripts in mail pages. The polyfill behind `browser` weighs 10 KB
 * and wraps the whole API while it loads; of that each load of the mail page would pay some milliseconds (measured
 * 2026-11 by `npm run bench -- page-cost`). Promises are native in all browsers that we run in.
 */

type Respond = (answer: unknown) => void;
type Heard = (message: unknown, sender: unknown, respond: Respond) => void;

interface PageRuntime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(heard: Heard): void; removeListener(heard: Heard): void };
}

function isRuntime(value: unknown): value is PageRuntime {
  return typeof value === 'object' && value !== null && 'sendMessage' in value && 'onMessage' in value;
}

function of(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** Null in a script whose extension is gone. */
function runtime(): PageRuntime | null {
  const found = of(of(globalThis, 'browser'), 'runtime') ?? of(of(globalThis, 'chrome'), 'runtime');
  return isRuntime(found) ? found : null;
}

/** Whether the extension that put this script here was updated or removed. */
export function isOrphan(): boolean {
  try {
    return runtime()?.id === undefined;
  } catch {
    return true;
  }
}

/** Resolves with the worker's answer; rejects where it did not answer or could not. */
export async function askWorker(message: unknown): Promise<unknown> {
  const answer: unknown = await runtime()?.sendMessage(message);
  // How the polyfill on the other side says that a listener failed.
  if (of(answer, '__mozWebExtensionPolyfillReject__') === true)
    throw new Error(String(of(answer, 'message')));
  return answer;
}

/** Hears what the worker tells this page until the signal ends it; what the listener returns is the answer. */
export function hearWorker(listener: (message: unknown) => unknown, signal: AbortSignal): void {
  const heard: Heard = (message, _sender, respond) => {
    const answer = listener(message);
    if (answer !== undefined) respond(answer);
  };
  runtime()?.onMessage.addListener(heard);
  signal.addEventListener('abort', () => {
    try {
      runtime()?.onMessage.removeListener(heard);
    } catch {
      // An orphan has nothing left to remove.
    }
  });
}
