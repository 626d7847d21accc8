import { readHtml } from '@/utils/understand/html-lines';

/** Lines with at most one empty line between them, none at the ends. */
export function tidyLines(lines: readonly string[]): string {
  const result: string[] = [];
  for (const line of lines) {
    if (line !== '' || (result.length > 0 && result.at(-1) !== '')) result.push(line);
  }
  while (result.at(-1) === '') result.pop();
  return result.join('\n');
}

/**
 * HTML as the text a person sees, in linear time; lines that a mail program marked as history begin with `> `.
 * Hidden elements, control and bidi characters are left out; links keep their words, pictures go.
 */
export function htmlToText(html: string): string {
  return tidyLines(
    readHtml(html).lines.map((line) => (line.quoted && line.text !== '' ? `> ${line.text}` : line.text)),
  );
}
