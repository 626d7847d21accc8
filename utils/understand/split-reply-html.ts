export function splitReplyHtml(html: string): { replyHtml: string } {
  return { replyHtml: html };
}
