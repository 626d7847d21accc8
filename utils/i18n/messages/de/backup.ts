import type { Formats } from '@/utils/i18n/formats';

export const backup = (f: Formats) => ({
  hint: 'Alles von Ihnen in einer Datei: Notizbuch, Einstellungen, Entscheidungen, Nachfassen und die Liste des Gesendeten. Nicht darin: der Schlüssel Ihres CRM, Ihre Zustimmung und der Text von E-Mails, die Sie nicht bestätigt haben.',
  save: 'Alles in eine Datei sichern',
  saveNow: 'Datei sichern',
  saveHint:
    'Darin stehen Namen und Texte, die jeder lesen kann, der die Datei hat. Legen Sie sie dorthin, wo nur Sie hinkommen.',
  bring: 'Eine Datei hereinholen',
  bringHint: 'Zuerst sehen Sie, was darin ist. Was hier ist, bleibt, und nichts wird doppelt.',
  choose: 'Datei wählen …',
  chooseOther: 'Andere Datei wählen …',
  saving: 'Alles wird zusammengestellt …',
  saved: (name: string) => `Als ${name} in Ihren Downloads gesichert.`,
  reading: 'Die Datei wird gelesen …',
  savedAt: (at: number) => `Gesichert ${f.exact(at)}`,
  inFile: 'Was darin ist',
  kind: {
    contacts: (count: number) => f.plural(count, { one: '# Kontakt', other: '# Kontakte' }),
    companies: (count: number) => f.plural(count, { one: '# Firma', other: '# Firmen' }),
    activities: (count: number) => f.plural(count, { one: '# Eintrag', other: '# Einträge' }),
    tasks: (count: number) => f.plural(count, { one: '# Aufgabe', other: '# Aufgaben' }),
    turns: (count: number) => f.plural(count, { one: '# Nachfassen', other: '# Mal Nachfassen' }),
    corrections: (count: number) => f.plural(count, { one: '# Entscheidung', other: '# Entscheidungen' }),
    ledger: (count: number) => f.plural(count, { one: '# gesendete Anfrage', other: '# gesendete Anfragen' }),
    counts: (count: number) => f.plural(count, { one: '# Tageszahl', other: '# Tageszahlen' }),
    lists: (count: number) =>
      f.plural(count, { one: '# Zeile Ihrer Listen', other: '# Zeilen Ihrer Listen' }),
  },
  allNew: 'alles neu',
  allHere: 'alles schon hier',
  someHere: (count: number) => f.plural(count, { one: '# schon hier', other: '# schon hier' }),
  changes: (names: readonly string[]) => `Diese Einstellungen werden die der Datei: ${f.list(names)}`,
  noChanges: 'Ihre übrigen Einstellungen sind dieselben wie in der Datei.',
  setting: {
    logText: 'wie viel Text eingetragen wird',
    undoSeconds: 'Zeit zum Zurücknehmen',
    notesTemplate: 'Zeilen für Notizen zu Terminen',
    mark: 'Zeichen im Postfach',
    workingHours: 'Arbeitszeit',
    quietDays: 'still gewordene Unterhaltungen',
    morningNote: 'Benachrichtigung am Morgen',
    scope: 'welche Kontakte hier liegen',
  },
  elsewhere:
    'Die Datei gehört zu einem anderen CRM-Konto. Was Sie zu dessen Feldern gesagt haben, bleibt weg.',
  take: 'Hereinholen',
  taking: 'Wird hereingeholt …',
  nothingNew: 'Alles in dieser Datei ist schon hier.',
  done: (count: number) =>
    f.plural(count, {
      one: '# Sache hereingeholt, die hier fehlte. Alles ist gespeichert.',
      other: '# Sachen hereingeholt, die hier fehlten. Alles ist gespeichert.',
    }),
});
