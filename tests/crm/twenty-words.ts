/** The words of a note, as its page shows them. */
export function wordsOf(blocknote: string): string {
  const blocks = JSON.parse(blocknote) as { content?: { text?: string }[] }[];
  return blocks.map(({ content }) => (content ?? []).map(({ text }) => text ?? '').join('')).join('\n\n');
}

/**
 * The times that stand in a note's first line: `🕒 2026-11-20 13:00:00 – 13:45:00 UTC`, with the day before the end where
 * it is another.
 */
export function timesOf(words: string): { at: number; endsAt?: number } {
  const [, day, start, endDay = day, end] = /🕒 (\S+) (\S+)(?: – (?:(\S+) )?(\S+))? UTC/.exec(words) ?? [];
  return {
    at: Date.parse(`${day}T${start}Z`),
    ...(end ? { endsAt: Date.parse(`${endDay}T${end}Z`) } : {}),
  };
}
