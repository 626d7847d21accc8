import { type Formats, formats } from '@/utils/i18n/formats';
import { isolateNames } from '@/utils/i18n/isolate';
import { chooseLocale, directionOf, type LanguageTag, pseudoLocale } from '@/utils/i18n/languages';
import { assemble, type Language, type Messages } from '@/utils/i18n/messages/assemble';

/** Each language in a file of its own, which only its readers load. */
const loaders: Readonly<Record<LanguageTag, () => Promise<Language>>> = {
  en: async () => (await import('@/utils/i18n/messages/en')).en,
  de: async () => (await import('@/utils/i18n/messages/de')).de,
  fr: async () => (await import('@/utils/i18n/messages/fr')).fr,
  es: async () => (await import('@/utils/i18n/messages/es')).es,
  pt: async () => (await import('@/utils/i18n/messages/pt')).pt,
  ja: async () => (await import('@/utils/i18n/messages/ja')).ja,
};

/**
 * Words for the first of `wanted` (BCP 47) that there is a language for, in that one's region; else English. Loads this
 * language's file alone; `put` makes the words of it.
 */
export async function wordsIn<File, Words extends object>(
  wanted: readonly string[],
  files: Readonly<Record<LanguageTag, () => Promise<File>>>,
  put: (file: File, form: Formats) => Words,
) {
  const { locale, language } = chooseLocale(wanted);
  const form = formats(locale);
  const words = put(await files[language](), form);
  if (locale === pseudoLocale) (await import('@/utils/i18n/turn-around')).turnAround(words);
  return { locale, form, words };
}

/** What panel and popup say, with dates and numbers, in the first of `wanted` that there is. */
export async function speak(wanted: readonly string[]) {
  const { words, ...rest } = await wordsIn(wanted, loaders, assemble);
  return { ...rest, t: words };
}

/** The reader's languages, best first (BCP 47). */
export const wantedLocales: readonly string[] =
  typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);

const spoken = await speak(wantedLocales);
isolateNames(spoken.t, directionOf(spoken.locale));

/** Dates, numbers and lists in the reader's language. */
export const form = spoken.form;
/** The reader's language. Our pages only: the worker, which cannot wait for a file, has `worker-words`. */
export const t: Messages = spoken.t;

/** Names a page of ours in the reader's language, and says to the browser which one that is. */
export function dressPage(page: Document, title: string): void {
  page.documentElement.lang = spoken.locale;
  page.documentElement.dir = directionOf(spoken.locale);
  page.title = title;
}
