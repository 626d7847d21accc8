import type { Messages } from '@/utils/i18n/messages/assemble';
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
export type SettingId = keyof Messages['options']['find']['words'];

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
  sites: { section: 'reading', texts: () => [...Object.values(t.site), t.options.reading.withdrawHint] },
  ownAddresses: {
    section: 'own',
    texts: (now) => [t.options.own.addresses, t.options.own.addressesHint, ...now.ownAddresses],
  },
  ownDomains: {
    section: 'own',
    texts: (now) => [t.options.own.domains, t.options.own.domainsHint, ...now.ownDomains],
  },
  neverPeople: { section: 'never', texts: (now) => [t.options.never.addresses, ...now.neverLog.addresses] },
  neverDomains: { section: 'never', texts: (now) => [t.options.never.domains, ...now.neverLog.domains] },
  neverWords: { section: 'never', texts: (now) => [t.options.never.words, ...now.neverLog.words] },
  crm: { section: 'crm', texts: () => Object.values(t.crm).map(({ name }) => name) },
  logText: {
    section: 'logging',
    texts: () => {
      const { text, none, summary, ownWords } = t.options.logging;
      return [text, none, summary, ownWords];
    },
  },
  undo: { section: 'logging', texts: () => [t.options.logging.undo, t.options.logging.undoHint] },
  mark: { section: 'logging', texts: () => [t.options.logging.mark, t.options.logging.markHint] },
  notes: { section: 'logging', texts: () => [t.meeting.setting.label, t.meeting.setting.hint] },
  choices: {
    section: 'remembered',
    texts: () => [t.options.remembered.choices, t.options.remembered.choicesHint],
  },
  overruled: {
    section: 'remembered',
    texts: () => [t.options.remembered.overruled, t.options.remembered.overruledHint],
  },
  declined: {
    section: 'remembered',
    texts: () => [t.options.remembered.declined, t.options.remembered.declinedHint],
  },
  hours: { section: 'day', texts: () => [t.options.day.hint, t.options.day.days] },
  holidays: { section: 'day', texts: () => [t.options.day.holidays, t.options.day.holidaysHint] },
  quiet: { section: 'day', texts: () => [t.options.day.quiet] },
  morning: { section: 'day', texts: () => [t.options.day.morning, t.options.day.morningHint] },
  notebook: { section: 'notebook', texts: () => [t.options.notebook.hint, t.options.notebook.exportCsv] },
  save: {
    section: 'backup',
    texts: () => [t.options.backup.save, t.options.backup.saveHint, t.options.backup.hint],
  },
  bring: { section: 'backup', texts: () => [t.options.backup.bring, t.options.backup.bringHint] },
  ledger: { section: 'ledger', texts: () => [t.options.ledger.hint] },
  drift: { section: 'drift', texts: () => [t.options.drift.hint] },
  check: { section: 'check', texts: () => [t.options.check.hint, t.options.check.export] },
  help: {
    section: 'help',
    texts: () => [t.options.help.title, t.options.help.report.title, t.keys.title, t.keys.enabled],
  },
  forget: { section: 'forget', texts: () => [t.options.forget.button, t.options.forget.hint] },
};

/** The section that an address means: `#crm`, or a part of it, `#crm-fields`; undefined where it means none. */
export function sectionAt(hash: string): SectionId | undefined {
  const id = hash.replace(/^#/, '');
  const sections = pageIds.flatMap((page): SectionId[] => [...pages[page]]);
  return sections.find((section) => id === section || id.startsWith(`${section}-`));
}
