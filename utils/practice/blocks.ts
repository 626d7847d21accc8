/** A mail's body, as data: it becomes HTML on the invented wire and elements on the page, never through markup text. */
export type Block =
  | string
  | { list: string[] }
  | { link: string; href: string }
  | { signature: string[] }
  | Quote;

/** Quoted history: the line above it, and what is quoted. */
export interface Quote {
  quote: string;
  blocks: Block[];
}

/** The body as Gmail's editor and servers write it. */
export function toHtml(blocks: readonly Block[]): string {
  return `<div dir="ltr">${blocks.map(htmlOf).join('')}</div>`;
}

function htmlOf(block: Block): string {
  if (typeof block === 'string') return `<div>${lines(block)}</div><div><br></div>`;
  if ('list' in block) return `<ul>${block.list.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
  if ('link' in block) return `<p><a href="${escaped(block.href)}">${escaped(block.link)}</a></p>`;
  if ('signature' in block)
    return `<div><span class="gmail_signature_prefix">-- </span><br></div><div dir="ltr" class="gmail_signature">${block.signature.map((line) => `<div>${escaped(line)}</div>`).join('')}</div>`;
  return quoteHtml(block);
}

/** Quoted history as Gmail's editor writes it. */
export function quoteHtml(quote: Quote): string {
  return `<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escaped(quote.quote)}<br></div><blockquote class="gmail_quote">${toHtml(quote.blocks)}</blockquote></div>`;
}

/** The first words, as a list shows them. */
export function snippet(blocks: readonly Block[]): string {
  const words = blocks.filter((block) => typeof block === 'string').join(' ');
  return words.length > 140 ? `${words.slice(0, 139)}…` : words;
}

const lines = (text: string) => text.split('\n').map(escaped).join('<br>');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
