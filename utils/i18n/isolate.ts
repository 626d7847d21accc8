const opening = '\u2068';
const closing = '\u2069';

/** Letters that run from right to left: Hebrew to Arabic, what belongs to them, and the old scripts beside them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const leftToRight = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/;
/** A word of ours that chooses a form (`email`, `nextStep`), or a currency. Nobody is called so. */
const code = /^(?:[a-z][a-zA-Z0-9-]*|[A-Z]{3})$/;

/**
 * Text that may run the other way than the sentence around it, kept by itself, so that it takes neither the number after it
 * nor the comma along (UAX #9, first strong isolate). As it is where it runs the same way.
 */
export function isolate(text: string, around: 'ltr' | 'rtl'): string {
  const runsOtherwise = around === 'ltr' ? rightToLeft.test(text) : leftToRight.test(text);
  return runsOtherwise && !code.test(text) ? `${opening}${text}${closing}` : text;
}

/** The same without the signs of `isolate`, for what is written into a record. */
export const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

function isolateEach(value: unknown, around: 'ltr' | 'rtl'): unknown {
  if (typeof value === 'string') return isolate(value, around);
  return Array.isArray(value) ? value.map((each) => isolateEach(each, around)) : value;
}

/** Makes these messages isolate every name that is put into one of their sentences, in place. */
export function isolateNames(messages: object, around: 'ltr' | 'rtl'): void {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'function')
      Reflect.set(messages, key, (...args: unknown[]) =>
        Reflect.apply(
          value,
          undefined,
          args.map((each) => isolateEach(each, around)),
        ),
      );
    else if (typeof value === 'object' && value !== null) isolateNames(value, around);
  }
}
