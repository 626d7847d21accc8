import { chooseLocale, type LanguageTag } from '@/utils/i18n/languages';
import * as de from '@/utils/i18n/messages/de/mark';
import * as deReasons from '@/utils/i18n/messages/de/reasons';
import * as en from '@/utils/i18n/messages/en/mark';
import * as enReasons from '@/utils/i18n/messages/en/reasons';
import * as es from '@/utils/i18n/messages/es/mark';
import * as esReasons from '@/utils/i18n/messages/es/reasons';
import * as fr from '@/utils/i18n/messages/fr/mark';
import * as frReasons from '@/utils/i18n/messages/fr/reasons';
import * as ja from '@/utils/i18n/messages/ja/mark';
import * as jaReasons from '@/utils/i18n/messages/ja/reasons';
import * as pt from '@/utils/i18n/messages/pt/mark';
import * as ptReasons from '@/utils/i18n/messages/pt/reasons';

type Words = Pick<typeof en, 'mark'> & Pick<typeof enReasons, 'reasons'>;

/** The few words that the worker says itself: those of the mark in a mail page. */
const words: Readonly<Record<LanguageTag, Words>> = {
  en: { ...en, ...enReasons },
  de: { ...de, ...deReasons },
  fr: { ...fr, ...frReasons },
  es: { ...es, ...esReasons },
  pt: { ...pt, ...ptReasons },
  ja: { ...ja, ...jaReasons },
};

const spoken =
  words[chooseLocale(typeof navigator === 'undefined' ? [] : (navigator.languages ?? [])).language];

/** What the mark says, in the reader's language. */
export const mark = spoken.mark();
/** Why something was not logged. */
export const { refusal } = spoken.reasons();
