import { isolateNames } from '@/utils/i18n/isolate';
import { chooseLocale, directionOf, type LanguageTag } from '@/utils/i18n/languages';
import { assemblePages, type PageLanguage, type PageMessages } from '@/utils/i18n/messages/assemble';
import { wantedLocales, wordsIn } from '@/utils/i18n/t';

const loaders: Readonly<Record<LanguageTag, () => Promise<PageLanguage>>> = {
  en: async () => (await import('@/utils/i18n/messages/en-pages')).enPages,
  de: async () => (await import('@/utils/i18n/messages/de-pages')).dePages,
  fr: async () => (await import('@/utils/i18n/messages/fr-pages')).frPages,
  es: async () => (await import('@/utils/i18n/messages/es-pages')).esPages,
  pt: async () => (await import('@/utils/i18n/messages/pt-pages')).ptPages,
  ja: async () => (await import('@/utils/i18n/messages/ja-pages')).jaPages,
};

/** As `speak` in `t.ts`, of what only settings, welcome and practice say. */
export async function speakPages(wanted: readonly string[]): Promise<PageMessages> {
  return (await wordsIn(wanted, loaders, assemblePages)).words;
}

/**
 * What only settings, welcome and practice say, in the reader's language. Apart from `t`, so that panel and popup, which
 * open many times a day, do not read it.
 */
export const pageWords = await speakPages(wantedLocales);
isolateNames(pageWords, directionOf(chooseLocale(wantedLocales).locale));
