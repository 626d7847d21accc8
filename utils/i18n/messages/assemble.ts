import type { Formats } from '@/utils/i18n/formats';
import type { en } from '@/utils/i18n/messages/en';
import type { enPages } from '@/utils/i18n/messages/en-pages';

/** What a language is made of: one function a file. English is the reference, its shape the type of all others. */
export type Language = typeof en;
/** The same of what only the settings, the welcome and the practice pages say. */
export type PageLanguage = typeof enPages;

/** All words of panel and popup, their numbers and dates written as `f` does. */
export const assemble = (language: Language, f: Formats) => ({
  ...language.common(f),
  around: language.around(f),
  byHand: language.byHand(f),
  listed: language.listed(f),
  meeting: language.meeting(f),
  panel: language.panel(f),
  pick: language.pick(f),
  popup: language.popup(f),
  proposal: language.proposal(f),
  ...language.reasons(),
  sites: language.sites(f),
  ...language.troubles(f),
  asked: language.asked(f),
  firstLog: language.firstLog(),
});

/** All words that only settings, welcome and practice say. */
export const assemblePages = (language: PageLanguage, f: Formats) => ({
  crm: language.crm(),
  mirrorScope: language.mirrorScope(f),
  options: language.options(f),
  practice: language.practice(f),
  signIn: language.signIn(),
  transfer: language.transfer(f),
  welcome: language.welcome(),
  written: language.written(f),
});

/** Every word that panel and popup say. A language that lacks one of them does not compile. */
export type Messages = ReturnType<typeof assemble>;
/** Every word that only settings, welcome and practice say. */
export type PageMessages = ReturnType<typeof assemblePages>;
