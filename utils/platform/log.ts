/*
 * Only bugs of ours, for the developer. What the rep must act on is a state in the store and shown there, never a line
 * here. There are no warnings and no traces.
 * Ids and counts only: no content, no address, no token, and of an error its name, since messages may quote data.
 */

export type Facts = Record<string, number | string | boolean>;

/** A bug of ours. `what` is a constant phrase. */
export function logForDeveloper(what: string, error?: unknown, facts: Facts = {}): void {
  // biome-ignore lint/suspicious/noConsole: the one place that talks
  console.error(`Sidelog: ${what}`, { ...facts, ...(error === undefined ? {} : { error: nameOf(error) }) });
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // The places in our own code say where the bug is; the first line is the message and stays out.
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s*at |@/.test(line) && line.includes('-extension://'));
  return [error.name, ...places.slice(0, 5)].join('\n');
}
