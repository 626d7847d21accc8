/* What HTML's elements do to the text in them. */

export const voids = new Set([
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'col',
  'area',
  'base',
  'wbr',
  'source',
  'embed',
  'param',
]);
export const blocks = new Set([
  'div',
  'tr',
  'table',
  'tbody',
  'thead',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'section',
  'article',
  'header',
  'footer',
  'center',
  'form',
  'address',
  'hr',
  'li',
  'body',
  'html',
  'blockquote',
  'pre',
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'figure',
  'fieldset',
  'main',
  'nav',
  'aside',
]);
/** Followed by an empty line, as browsers show them. */
export const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'pre']);

/** A paragraph without space around it: Outlook writes every line as one. */
export function isTight(attributes: ReadonlyMap<string, string>): boolean {
  const names = attributes.get('class') ?? '';
  return /\bMsoNormal\b/.test(names) || /margin(-bottom|-top)?\s*:\s*0/i.test(attributes.get('style') ?? '');
}

/** Emoji are pictures in Gmail; other pictures say nothing in the sender's words. */
export function emojiOf(attributes: ReadonlyMap<string, string>): string {
  const alt = attributes.get('data-emoji') ?? attributes.get('alt') ?? '';
  return alt.length <= 8 && /\p{Extended_Pictographic}/u.test(alt) ? alt : '';
}
