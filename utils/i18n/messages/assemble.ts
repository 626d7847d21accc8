import type { Formats } from '@/utils/i18n/formats';
import type { en } from '@/utils/i18n/messages/en';

/** What a language is made of: one function a file. English is the reference, its shape the type of all others. */
export type Language = typeof en;

/** All words of a language, its numbers and dates written as `f` does. */
export const assemble = (language: Language, f: Formats) => ({
  ...language.common(f),
  around: language.around(f),
  byHand: language.byHand(f),
  listed: language.listed(f),
  crm: language.crm(),
  mark: language.mark(),
  meeting: language.meeting(f),
  options: language.options(f),
  panel: language.panel(f),
  pick: language.pick(f),
  popup: language.popup(f),
  practice: language.practice(f),
  proposal: language.proposal(f),
  ...language.reasons(),
  sites: language.sites(f),
  ...language.troubles(f),
  firstLog: language.firstLog(),
  signIn: language.signIn(),
  transfer: language.transfer(f),
  welcome: language.welcome(),
  written: language.written(f),
});

/** Every word that a person reads. A language that lacks one of them does not compile. */
export type Messages = ReturnType<typeof assemble>;
