import type { Formats } from '@/utils/i18n/formats';

export const popup = (f: Formats) => ({
  title: 'Heute',
  waiting: 'Wartet auf Ihre Antwort',
  waitingHint:
    'Wer am längsten wartet, zuerst, gezählt in Ihrer Arbeitszeit; bei etwa gleichem Warten nach dem Wert des Deals. Eine Antwort räumt ihre Zeile von selbst ab.',
  promised: 'Von Ihnen versprochen',
  promisedHint: 'Aus gesendeten E-Mails, die noch nicht eingetragen sind. Eingetragen werden sie Aufgaben.',
  tasks: 'Aufgaben',
  notes: 'Termine ohne Notizen',
  notesHint:
    'Sie sind vorbei und noch nicht eingetragen. Schreiben Sie auf, was gesagt wurde, solange Sie es wissen.',
  writeNotes: 'Seitenleiste öffnen und Notizen schreiben',
  logWithout: (title: string) => `Ohne Notizen eintragen: ${title}`,
  asOf: (at: number, now: number) => `Stand ${f.shortMoment(at, now)}`,
  waited: (ms: number, at: number, now: number) => (ms > 0 ? f.hours(ms) : f.shortMoment(at, now)),
  waitedLong: (ms: number) =>
    ms > 0 ? `wartet seit ${f.hours(ms)} Ihrer Arbeitszeit` : 'hat außerhalb Ihrer Arbeitszeit geschrieben',
  stake: (value: number, currency: string | undefined) => f.money(value, currency),
  stakeOf: (title: string) => `Deal: ${title}`,
  quiet: 'Still geworden',
  quietHint: 'Sie haben zuletzt geschrieben, und niemand hat geantwortet.',
  quietDays: (days: number) => f.plural(days, { one: '# Tag', other: '# Tage' }),
  quietLong: (days: number) => f.plural(days, { one: 'seit # Tag still', other: 'seit # Tagen still' }),
  call: (name: string) => `${name} anrufen`,
  log: (subject: string) => `Eintragen: ${subject}`,
  logInPanel: (subject: string, crm: string) =>
    `In der Seitenleiste eintragen, wo ${crm} nach mehr fragt: ${subject}`,
  move: (title: string) => `Auf einen anderen Tag legen: ${title}`,
  moveTo: {
    tomorrow: 'Morgen',
    inThreeDays: 'In drei Tagen',
    nextWeek: 'Nächsten Montag',
    inTwoWeeks: 'In zwei Wochen',
  },
  movedTo: (day: string) => `Verlegt auf ${day}`,
  undo: 'Zurücknehmen',
  keys: {
    open: 'Unterhaltung oder Seitenleiste öffnen',
    later: 'Später, oder eine Aufgabe verlegen',
    done: 'Erledigt',
    call: 'Anrufen',
    log: 'Eintragen',
  },
  wrote: (at: number, now: number) => `schrieb ${f.moment(at, now)}`,
  overdue: (days: number) => f.plural(days, { one: '# Tag zu spät', other: '# Tage zu spät' }),
  openThread: 'Unterhaltung öffnen',
  done: 'Erledigt',
  doneNamed: (name: string) => `Erledigt: ${name}`,
  snoozed: (until: number, now: number) => `Zurück ${f.moment(until, now)}`,
  doneSaid: 'Erledigt.',
  proposals: (count: number) =>
    f.plural(count, { one: '# Eintrag wartet auf Sie', other: '# Einträge warten auf Sie' }),
  noProposals: 'Nichts wartet darauf, eingetragen zu werden',
  openPanel: 'Seitenleiste öffnen',
  emptyTitle: 'Niemand wartet auf Sie',
  empty: 'Hat ein Kunde zuletzt geschrieben, steht er hier, das längste Warten zuerst.',
  noConsentTitle: 'Sidelog ist noch nicht eingerichtet',
  noConsent: 'Es liest nichts, bis Sie es erlauben.',
  setUp: 'Einrichten',
  noPanel:
    'Die Seitenleiste ging nicht auf. Nehmen Sie die Tasten oder einen Rechtsklick auf den Knopf in der Symbolleiste.',
});
