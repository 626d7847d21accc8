/*
 * How mail programs mark history and signatures in HTML. Stable class names and ids first; Gmail and Outlook put a
 * prefix before names they do not know (`m_123divRplyFwdMsg`, `x_gmail_quote`), so ends are compared. Seen 2026-11.
 */

/** What an element says about the text in it. */
export type Container =
  /** Everything in it is history. */
  | 'quote'
  /** A plain blockquote: history below "… wrote:", else the sender's way to set words apart. */
  | 'maybe'
  /** Gmail's: history and, between the pieces, answers. */
  | 'gmail'
  /** Everything from here to the end of the mail is history. */
  | 'rest'
  | 'signature'
  | null;

const quoteClasses = [
  'protonmail_quote',
  'yahoo_quoted',
  'moz-cite-prefix',
  'moz-forward-container',
  'zmail_extra',
  'mailspring-quote',
  'front-blockquote',
  'missive_quote',
  'tutanota_quote',
  'hushmail_quote',
  'freebirdFormviewer-quote',
  'gmail_attr',
  'wordsection-quote',
];
const quoteIds = ['yahoo_quoted', 'isReplyContent', 'reply-intro', 'oriMsgHtmlSeperator', 'replyheader'];
const restIds = [
  'divRplyFwdMsg',
  'appendonsend',
  'OLK_SRC_BODY_SECTION',
  'mail-editor-reference-message-container',
  'ms-outlook-mobile-reference-message',
  'x_divRplyFwdMsg',
  'zwchr',
  'stopSpelling',
];
const signatureClasses = [
  'gmail_signature',
  'moz-signature',
  'acompli_signature',
  'protonmail_signature_block',
  'tutanota_signature',
];
const signatureIds = [
  'Signature',
  'ms-outlook-mobile-signature',
  'AppleMailSignature',
  'mobile-signature',
  'lineBreakAtBeginningOfSignature',
];

function endsWithOne(value: string, ends: readonly string[]): boolean {
  return ends.some((end) => value.endsWith(end));
}

/** What this element's names say. */
export function containerOf(tag: string, attributes: ReadonlyMap<string, string>): Container {
  if (attributes.size === 0) return tag === 'blockquote' ? 'maybe' : null;
  const id = attributes.get('id') ?? '';
  const classes = (attributes.get('class') ?? '').split(/\s+/).slice(0, 30);
  if (tag === 'blockquote') {
    const cites = attributes.get('type') === 'cite' || classes.some((each) => /quote$|cite$/i.test(each));
    if (cites || /border-left\s*:(?!\s*(0|none))/i.test(attributes.get('style') ?? '')) return 'quote';
    // Gmail's indent button makes a blockquote too: that one has a style of its own and no border.
    return attributes.has('style') ? null : 'maybe';
  }
  if (id !== '') {
    if (endsWithOne(id, restIds)) return 'rest';
    if (endsWithOne(id, quoteIds)) return 'quote';
    if (endsWithOne(id, signatureIds)) return 'signature';
  }
  if (tag === 'hr' && attributes.get('data-marker') === '__DIVIDER__') return 'rest';
  for (const each of classes) {
    if (each === 'gmail_quote' || each.endsWith('gmail_quote')) return 'gmail';
    if (endsWithOne(each, quoteClasses)) return 'quote';
    if (endsWithOne(each, signatureClasses)) return 'signature';
  }
  if (attributes.get('data-smartmail') === 'gmail_signature') return 'signature';
  const name = attributes.get('name');
  if (name === 'messageReplySection' || (name === 'quote' && tag === 'div')) return 'quote';
  // Outlook for Windows puts history's header under a thin line; web.de and GMX put history beside one.
  const style = attributes.get('style');
  if (style?.includes('border-left') && tag === 'div' && /border-left:\s*2px solid #C3D9E5/i.test(style))
    return 'quote';
  return null;
}
