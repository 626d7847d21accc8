import { htmlToText } from '@/utils/understand/html-to-text';
import { splitReply } from '@/utils/understand/split-reply';
import { splitReplyHtml } from '@/utils/understand/split-reply-html';

export function ownWords(body: { type: 'html' | 'text'; content: string }): string {
  const text = body.type === 'html' ? htmlToText(splitReplyHtml(body.content).replyHtml) : body.content;
  return splitReply(text).reply;
}
