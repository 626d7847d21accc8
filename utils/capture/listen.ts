/**
 * Listens until the signal ends it. By hand and not with the `signal` option: that takes signals of its own realm only,
 * and an isolated script's or a test's is of another.
 */
export function listen(
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
  signal: AbortSignal,
  options: AddEventListenerOptions = {},
): void {
  target.addEventListener(type, listener, options);
  signal.addEventListener('abort', () => target.removeEventListener(type, listener, options), { once: true });
}
