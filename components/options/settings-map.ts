import { crmName } from '@/utils/i18n/crm-names';
import type { PageMessages } from '@/utils/i18n/messages/assemble';
import { pageWords } from '@/utils/i18n/page-words';
import { t } from '@/utils/i18n/t';
import type { Settings } from '@/utils/model/settings';

/** The settings' pages, and the sections that stand on each, in their order. Each section has an address: `#never`. */
export const pages = {
  reading: ['reading', 'own', 'never'],
  logging: ['crm', 'logging', 'remembered'],
  day: ['day'],
  data: ['notebook', 'backup', 'ledger', 'forget'],
  help: ['help', 'drift', 'check'],
} as const;

export type PageId = keyof typeof pages;
export type SectionId = (typeof pages)[PageId][number];
export type SettingId = keyof PageMessages['options']['find']['words'];

export const pageIds = ['reading', 'logging', 'day', 'data', 'help'] as const satisfies readonly PageId[];

/** Which page a section stands on. */
export function pageOf(section: SectionId): PageId {
  return pageIds.find((page) => pages[page].some((each) => each === section)) ?? 'reading';
}

/** What can be found: where it stands, and what it says of itself. `Settings` give what the rep put into their lists. */
export interface SettingEntry {
  section: SectionId;
  texts(settings: Settings): readonly string[];
}

/** Every setting once. Does not compile while one that has words for the search is missing. */
export const settingsMap: Record<SettingId, SettingEntry> = {
  sites: {
    section: 'reading',
    texts: () => [...Object.values(t.site), pageWords.options.reading.withdrawHint],
  },
  ownAddresses: {
    section: 'own',
    texts: (now) => [
      pageWords.options.own.addresses,
      pageWords.options.own.addressesHint,
      ...now.ownAddresses,
    ],
  },
  ownDomains: {
    section: 'own',
    texts: (now) => [pageWords.options.own.domains, pageWords.options.own.domainsHint, ...now.ownDomains],
  },
  neverPeople: {
    section: 'never',
    texts: (now) => [pageWords.options.never.addresses, ...now.neverLog.addresses],
  },
  neverDomains: {
    section: 'never',
    texts: (now) => [pageWords.options.never.domains, ...now.neverLog.domains],
  },
  neverWords: { section: 'never', texts: (now) => [pageWords.options.never.words, ...now.neverLog.words] },
  crm: {
    section: 'crm',
    texts: () => {
      const { label, choice } = pageWords.mirrorScope;
      return [...Object.keys(pageWords.crm).map(crmName), label, ...Object.values(choice)];
    },
  },
  logText: {
    section: 'logging',
    texts: () => {
      const { text, none, summary, ownWords } = pageWords.options.logging;
      return [text, none, summary, ownWords];
    },
  },
  undo: {
    section: 'logging',
    texts: () => [pageWords.options.logging.undo, pageWords.options.logging.undoHint],
  },
  mark: {
    section: 'logging',
    texts: () => [pageWords.options.logging.mark, pageWords.options.logging.markHint],
  },
  notes: { section: 'logging', texts: () => [t.meeting.setting.label, t.meeting.setting.hint] },
  choices: {
    section: 'remembered',
    texts: () => [pageWords.options.remembered.choices, pageWords.options.remembered.choicesHint],
  },
  overruled: {
    section: 'remembered',
    texts: () => [pageWords.options.remembered.overruled, pageWords.options.remembered.overruledHint],
  },
  declined: {
    section: 'remembered',
    texts: () => [pageWords.options.remembered.declined, pageWords.options.remembered.declinedHint],
  },
  hours: { section: 'day', texts: () => [pageWords.options.day.hint, pageWords.options.day.days] },
  holidays: {
    section: 'day',
    texts: () => [pageWords.options.day.holidays, pageWords.options.day.holidaysHint],
  },
  quiet: { section: 'day', texts: () => [pageWords.options.day.quiet] },
  morning: {
    section: 'day',
    texts: () => [pageWords.options.day.morning, pageWords.options.day.morningHint],
  },
  notebook: {
    section: 'notebook',
    texts: () => [pageWords.options.notebook.hint, pageWords.options.notebook.exportCsv],
  },
  save: {
    section: 'backup',
    texts: () => [
      pageWords.options.backup.save,
      pageWords.options.backup.saveHint,
      pageWords.options.backup.hint,
    ],
  },
  bring: {
    section: 'backup',
    texts: () => [pageWords.options.backup.bring, pageWords.options.backup.bringHint],
  },
  ledger: { section: 'ledger', texts: () => [pageWords.options.ledger.hint] },
  drift: { section: 'drift', texts: () => [pageWords.options.drift.hint] },
  check: { section: 'check', texts: () => [pageWords.options.check.hint, pageWords.options.check.export] },
  help: {
    section: 'help',
    texts: () => [
      pageWords.options.help.title,
      pageWords.options.help.report.title,
      t.keys.title,
      t.keys.enabled,
    ],
  },
  forget: {
    section: 'forget',
    texts: () => [pageWords.options.forget.button, pageWords.options.forget.hint],
  },
};

/** The section that an address means: `#crm`, or a part of it, `#crm-fields`; undefined where it means none. */
export function sectionAt(hash: string): SectionId | undefined {
  const id = hash.replace(/^#/, '');
  const sections = pageIds.flatMap((page): SectionId[] => [...pages[page]]);
  return sections.find((section) => id === section || id.startsWith(`${section}-`));
}
