/** What days and months are called in a language, long and short, and the halves of the day. */
export function wordsOfDates(language: string): ReadonlySet<string> {
  const words = new Set(['AM', 'PM', 'am', 'pm', 'T', 'Z', 'GMT', 'UTC']);
  const add = (text: string) => {
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) words.add(word);
  };
  for (const style of ['long', 'short'] as const) {
    for (const locale of ['en', language]) {
      const [supported] = Intl.DateTimeFormat.supportedLocalesOf([locale.slice(0, 20) || 'en']);
      const format = new Intl.DateTimeFormat(supported ?? 'en', {
        weekday: style,
        month: style,
        day: 'numeric',
      });
      for (let month = 0; month < 12; month += 1)
        for (const day of [1, 2, 3, 4, 5, 6, 7]) add(format.format(new Date(2026, month, day)));
    }
  }
  return words;
}
