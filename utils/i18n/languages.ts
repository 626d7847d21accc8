/**
 * The languages by their BCP 47 subtag, English first: the reference, and what is spoken where there is no other. To add
 * one: its folder and file in `messages/`, its subtag here, its line in `t.ts` and in `worker-words.ts`, and
 * `public/_locales/<subtag>/messages.json`. `tests/i18n` says what is missing.
 */
export const languages = ['en', 'de', 'fr', 'es', 'pt', 'ja'] as const;

export type LanguageTag = (typeof languages)[number];

/** English turned right to left, under the name that browsers use for it: for tests, and for whoever designs. */
export const pseudoLocale = 'ar-XB';

const subtagOf = (locale: string) => locale.split('-')[0]?.toLowerCase();

/** Which of `wanted` (BCP 47, best first) is spoken: the first there is a language for, with its region; else `en`. */
export function chooseLocale(wanted: readonly string[]): { locale: string; language: LanguageTag } {
  for (const locale of wanted) {
    if (locale === pseudoLocale) return { locale, language: 'en' };
    const language = languages.find((each) => each === subtagOf(locale));
    if (language) return { locale, language };
  }
  return { locale: 'en', language: 'en' };
}

/** Which way the lines of a locale (BCP 47) run. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ur'].includes(subtagOf(locale) ?? '') ? 'rtl' : 'ltr';
}
