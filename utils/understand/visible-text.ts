/** Control, bidi and invisible characters; line ends, tabs and joiners stay, some scripts need them. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to go
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g;

/** Joiners between letters and emoji; mailings fill their hidden first line with them, beside spaces. */
const joiners = /[\u034F\u200C\u200D]+/g;

/** Letters and signs of Western texts: nothing that is hidden, no joiner, no hard space. Most texts are no more. */
const plainlyVisible = /^[\t\n\r -~\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027]*$/;

/** Text as a person sees it: hard spaces are spaces, what cannot be seen is gone; line ends and tabs stay. */
export function visible(raw: string): string {
  if (plainlyVisible.test(raw)) return raw;
  const text = raw.replace(/\u00A0/g, ' ').replace(invisible, '');
  return text.replace(joiners, (run, at: number) =>
    /^\S/.test(text.slice(at + run.length, at + run.length + 1)) ? run : '',
  );
}
