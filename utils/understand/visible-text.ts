/** Control, bidi and invisible characters; joiners stay, some scripts need them. */
const invisible = /[\p{Cc}\u00AD\u061C\u115F\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu;

/** Text as a person sees it: hard spaces are spaces, what cannot be seen is gone; line ends and tabs stay. */
export function visible(raw: string): string {
  return raw
    .replace(/\u00A0/g, ' ')
    .replace(invisible, (char) => (char === '\n' || char === '\t' || char === '\r' ? char : ''));
}
