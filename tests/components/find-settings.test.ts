import { describe, expect, it } from 'vitest';
import { findSettings, fold, settingIds } from '@/components/options/find-settings';
import { pageIds, pageOf, pages, sectionAt, settingsMap } from '@/components/options/settings-map';
import { showsSection, showsSetting } from '@/components/options/shown';
import { pageWords } from '@/utils/i18n/page-words';
import type { Settings } from '@/utils/model/settings';

const settings: Settings = {
  consent: null,
  crm: { connector: 'notebook', account: 'notebook|local|real', settings: {}, userName: '', connectedAt: 0 },
  ownAddresses: ['rosa@nordlicht.example'],
  ownDomains: [],
  neverLog: { addresses: [], domains: ['clinic.example'], words: ['Gehaltserhöhung'] },
  logText: 'own-words',
  undoSeconds: 10,
};
const found = (typed: string) => [...(findSettings(typed, settings) ?? [])];

describe('finding a setting', () => {
  it('goes by each of the other words that the language has for it', () => {
    for (const id of settingIds())
      for (const word of pageWords.options.find.words[id].split(' ')) expect(found(word), word).toContain(id);
  });

  it.each([
    ['vacation', 'holidays'],
    ['GDPR', 'forget'],
    ['salesforce', 'crm'],
    ['take back', 'undo'],
    ['notifications', 'morning'],
    ['restored', 'bring'],
    ['spreadsheets', 'notebook'],
    ['never words', 'neverWords'],
  ])('“%s” finds %s', (typed, id) => {
    expect(found(typed)).toContain(id);
  });

  it('wants every word that was typed, and finds nothing for what nobody calls it', () => {
    expect(found('undo')).toContain('undo');
    expect(found('undo quantum')).toEqual([]);
    expect(found('zzz')).toEqual([]);
    expect(findSettings('  ', settings)).toBeNull();
  });

  it('looks into the rep’s own lists, without accents or case', () => {
    expect(found('CLINIC.example')).toEqual(['neverDomains']);
    expect(found('gehaltserhohung')).toEqual(['neverWords']);
    expect(found('rosa@nordlicht')).toEqual(['ownAddresses']);
    expect(fold('Ünïcödé ＡＢ')).toBe('unicode ab');
  });
});

describe('the settings’ pages', () => {
  it('have every section once, each with an address, a name and something that can be found', () => {
    const sections = pageIds.flatMap((page) => [...pages[page]]);
    expect(new Set(sections).size).toBe(sections.length);
    expect([...sections].sort()).toEqual(Object.keys(pageWords.options.sections).sort());
    for (const section of sections) {
      expect(sectionAt(`#${section}`)).toBe(section);
      expect(
        Object.values(settingsMap).some((setting) => setting.section === section),
        section,
      ).toBe(true);
    }
    expect(sectionAt('#crm-fields')).toBe('crm');
    expect(sectionAt('#nowhere')).toBeUndefined();
    expect(sectionAt('')).toBeUndefined();
  });

  it('show a page, or what was found wherever it stands', () => {
    const day = { page: 'day', found: null } as const;
    expect(showsSection(day, 'day')).toBe(true);
    expect(showsSection(day, 'crm')).toBe(false);
    expect(showsSetting(day, 'undo')).toBe(true);
    const some = { page: 'day', found: new Set(['undo'] as const) } as const;
    expect(showsSection(some, 'logging')).toBe(true);
    expect(showsSection(some, 'day')).toBe(false);
    expect(showsSetting(some, 'mark')).toBe(false);
    expect(pageOf('forget')).toBe('data');
  });
});
