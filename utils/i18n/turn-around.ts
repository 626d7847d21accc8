const override = '\u202e';
const end = '\u202c';

const turned = (text: string) =>
  text
    .split(' ')
    .map((word) => (word ? `${override}${word}${end}` : word))
    .join(' ');

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
