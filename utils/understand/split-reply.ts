export function splitReply(text: string): { reply: string; quoted: string } {
  return { reply: text, quoted: '' };
}
