/** Text for an HTML body or attribute. Both quotes too: Odoo turns `data:image…"` in a body into attachments. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Plain text as HTML, its lines kept. */
export function withBreaks(text: string): string {
  return escapeHtml(text.trim()).replaceAll('\r', '').replaceAll('\n', '<br>');
}

/** Plain text as HTML paragraphs: an empty line begins a new one. */
export function paragraphs(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${withBreaks(part)}</p>`)
    .join('');
}
