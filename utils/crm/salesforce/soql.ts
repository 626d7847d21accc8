/*
 * Text for SOQL. Everything that is not ours goes through `quote` or `quoteLike`.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm
 */

/** A string literal. */
export function quote(text: string): string {
  return `'${escaped(text)}'`;
}

/** A string literal for LIKE that contains this text somewhere; `%` and `_` in it stand for themselves. */
export function quoteContains(text: string): string {
  return `'%${escaped(text).replaceAll('%', '\\%').replaceAll('_', '\\_')}%'`;
}

/** `('a','b')` */
export function quoteList(texts: readonly string[]): string {
  return `(${texts.map(quote).join(',')})`;
}

/** An instant as a literal: no quotes, seconds, UTC. */
export function dateTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Salesforce's own stamp (`2026-11-21T18:41:39.000+0000`) as an instant. */
export function fromStamp(stamp: string): number {
  return Date.parse(stamp.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** Lists cut so that no query grows beyond what a URL may hold (16 KB, of which the rest of the query needs some). */
export function chunked(texts: readonly string[], most = 9000): string[][] {
  const chunks: string[][] = [];
  let length = 0;
  for (const text of texts) {
    const own = encodeURIComponent(quote(text)).length + 3;
    const last = chunks.at(-1);
    if (last && length + own <= most) {
      last.push(text);
      length += own;
    } else {
      chunks.push([text]);
      length = own;
    }
  }
  return chunks;
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('\f', '\\f')
    .replaceAll('\b', '\\b');
}
