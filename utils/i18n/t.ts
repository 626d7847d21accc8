import { formats } from '@/utils/i18n/formats';
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

/** Words and formats for the first of `wanted` (BCP 47) that there is a language for, in that one's region; else English. */
export async function speak(wanted: readonly string[]) {
  const { locale, language } = chooseLocale(wanted);
  const form = formats(locale);
  const t = assemble(await loaders[language](), form);
  if (locale === pseudoLocale) (await import('@/utils/i18n/turn-around')).turnAround(t);
  return { locale, form, t };
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
