const override = '\u202e';
const end = '\u202c';

/** What was isolated is somebody's name, in its own letters, and stays. */
const turned = (text: string) =>
  text.replaceAll(/\u2068[^\u2069]*\u2069|[^ \u2068]+/g, (part) =>
    part.startsWith('\u2068') ? part : `${override}${part}${end}`,
  );

function turn(value: unknown): unknown {
  if (typeof value === 'string') return turned(value);
  if (typeof value === 'function') return (...args: unknown[]) => turn(Reflect.apply(value, undefined, args));
  if (typeof value === 'object' && value !== null) turnAround(value);
  return value;
}

/**
 * Makes every word of these messages run right to left, in place, so that a page can be looked at as its Arabic or Hebrew
 * readers would have it before there is a translation. What does not turn is not from the messages.
 */
export function turnAround(messages: object): void {
  for (const [key, value] of Object.entries(messages)) Reflect.set(messages, key, turn(value));
}
