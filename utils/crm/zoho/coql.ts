/*
 * Text for COQL, Zoho's SQL-like query language. Everything that is not ours goes through `quote`.
 */

export function quote(text: string): string {
  return `'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll(/[\r\n\t]/g, ' ')}'`;
}

export function quoteList(texts: readonly string[]): string {
  return `(${texts.map(quote).join(',')})`;
}

/** A pattern that finds at least what contains this text; what it finds is looked at again. */
export function quoteContains(text: string): string {
  return `'%${text.replaceAll(/[^\p{L}\p{N}.@-]/gu, '%')}%'`;
}

/** Zoho wants whole seconds and an offset. */
export function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
}
