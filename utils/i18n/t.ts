import { formats } from '@/utils/i18n/formats';
import { en } from '@/utils/i18n/messages/en';

/** Every word that a person reads, as English has it. Another language that lacks one of them does not compile. */
export type Messages = ReturnType<typeof en>;

/** The languages, by BCP 47 language subtag. To add one: a file `messages/<subtag>.ts` and a line here. */
const languages: Record<string, typeof en> = { en };

/** The messages and formats for the first of `wanted` that there is a language for, in that one's region; else English. */
export function speak(wanted: readonly string[]) {
  for (const locale of wanted) {
    const language = languages[locale.split('-')[0]?.toLowerCase() ?? ''];
    if (language) {
      const form = formats(locale);
      return { locale, form, t: language(form) };
    }
  }
  const form = formats('en');
  return { locale: 'en', form, t: en(form) };
}

const spoken = speak(typeof navigator === 'undefined' ? [] : (navigator.languages ?? []));

/** The reader's locale, for `<html lang>`. */
export const locale = spoken.locale;
/** Dates, numbers and lists in the reader's language. */
export const form = spoken.form;
/** The reader's language. */
export const t: Messages = spoken.t;
