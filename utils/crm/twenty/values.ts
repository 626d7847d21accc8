/** Twenty says null or an empty text for nothing. */
export function textOf(value: string | null | undefined): string {
  return (value ?? '').trim();
}

/** Text inside an `ilike` pattern: `%`, `_` and `\` stand for themselves. */
export function escapeLike(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('%', '\\%').replaceAll('_', '\\_');
}
