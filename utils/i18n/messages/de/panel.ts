import type { Formats } from '@/utils/i18n/formats';

export const panel = (f: Formats) => ({
  title: 'Sidelog-Seitenleiste',
  coverage: {
    logged: (count: number) => f.plural(count, { one: '# heute eingetragen', other: '# heute eingetragen' }),
    waiting: (count: number) => f.plural(count, { one: '# wartet', other: '# warten' }),
    onTheWay: (count: number) => f.plural(count, { one: '# unterwegs', other: '# unterwegs' }),
    stuck: (count: number) => f.plural(count, { one: '# braucht Sie', other: '# brauchen Sie' }),
    hint: 'E-Mails, die Sie heute bestätigt haben und die angekommen sind; und solche, die unten auf Sie warten.',
  },
  covered: {
    title: 'Die letzten 30 Tage',
    seen: (count: number) =>
      f.plural(count, {
        one: '# E-Mail oder Termin mit Kunden',
        other: '# E-Mails und Termine mit Kunden',
      }),
    logged: (count: number) => f.plural(count, { one: '# eingetragen', other: '# eingetragen' }),
    leftOut: (count: number) =>
      f.plural(count, { one: '# von Ihnen ausgelassen', other: '# von Ihnen ausgelassen' }),
    lost: (count: number) => f.plural(count, { one: '# verloren', other: '# verloren' }),
    last: (at: number, now: number) => `Zuletzt eingetragen ${f.moment(at, now)}.`,
    never: 'Noch nichts eingetragen.',
    read: (crm: string, at: number, now: number) =>
      f.sentence(`${crm} zuletzt gelesen ${f.relative(at, now)}`),
  },
  practice: 'Übung: Alle hier sind erfunden, und nichts kann gesendet werden.',
  openThread: (count: number) => f.plural(count, { one: 'Offene E-Mail', other: 'Offene Unterhaltung' }),
  queue: 'Wartet auf Sie',
  logAll: 'Alle eintragen',
  showMore: (count: number) => f.plural(count, { one: '# weiteren zeigen', other: '# weitere zeigen' }),
  chosen: {
    count: (count: number) => f.plural(count, { one: '# gewählt', other: '# gewählt' }),
    log: (count: number) => f.plural(count, { one: '# eintragen', other: '# eintragen' }),
    none: 'Aufheben',
    named: (row: string) => `${row}, gewählt`,
    how: 'Mit gehaltener Umschalttaste wählen Sie einige davon',
  },
  arrived: (count: number) => f.plural(count, { one: '# neu', other: '# neu' }),
  quiet: (count: number) => f.plural(count, { one: '# von Unbekannt', other: '# von Unbekannten' }),
  quietHint: 'Keine Kontakte, und Sie haben ihnen nicht geschrieben. Nicht mitgezählt.',
  refusedHere: (count: number) =>
    f.plural(count, {
      one: '# E-Mail hier wird nicht vorgeschlagen',
      other: '# E-Mails hier werden nicht vorgeschlagen',
    }),
  onTheWay: 'Unterwegs',
  stuck: 'Braucht Sie',
  recent: 'Zuletzt eingetragen',
  remove: 'Entfernen',
  removeNamed: (subject: string) => `„${subject}“ aus dem CRM entfernen`,
  removeHint: 'Nimmt den Eintrag wieder aus dem CRM. Die E-Mail wird dann neu vorgeschlagen.',
  state: {
    held: (at: number, now: number) => `geht ${f.relative(at, now)} hinaus`,
    queued: 'wartet auf das Senden',
    sending: 'wird gesendet',
    unconfirmed: 'noch keine Antwort; Sidelog sieht nach, ob es ankam, bevor es wieder sendet',
    created: (name: string) => `Neuer Kontakt ${name}`,
    removingPlain: 'Ein Eintrag wird entfernt',
    keepingFirst: 'Prüft, ob jemand dasselbe eingetragen hat',
    task: 'Eine Aufgabe wird erledigt',
    taskDay: 'Eine Aufgabe wird verlegt',
    newTask: (title: string) => `Neue Aufgabe: ${title}`,
    removingTask: 'Eine Aufgabe wird entfernt',
    updating: (subject: string) => `Änderung: ${subject}`,
    updatingContact: (value: string) => `Änderung eines Kontakts: ${value}`,
  },
  retry: 'Noch einmal',
  giveUp: 'Zurücknehmen',
  giveUpHint: 'Der Eintrag wird nicht gesendet; die E-Mail wartet wieder in der Liste.',
  reconnect: 'Neu verbinden',
  waitsForKey: 'Wartet, bis Sie neu verbinden.',
  undo: {
    logged: (subject: string) => `Bestätigt: ${subject}`,
    label: 'Bestätigt',
    dismissed: 'Nicht eingetragen',
    snoozed: 'Später',
    button: 'Rückgängig',
    left: (seconds: number) => `${f.number(seconds)} s`,
    undone: 'Zurückgenommen. Nichts wurde gesendet.',
    broughtBack: 'Wieder in der Liste.',
  },
  said: {
    logging: 'Wird eingetragen',
    confirmed: (subject: string) => `Bestätigt: ${subject}. Z macht es rückgängig.`,
    confirmedMany: (count: number) =>
      f.plural(count, {
        one: '# E-Mail bestätigt. Z macht es rückgängig.',
        other: '# E-Mails bestätigt. Z macht es rückgängig.',
      }),
    removed: 'Es wird aus dem CRM entfernt.',
    dismissed: 'Nicht eingetragen. Z holt es zurück.',
    snoozed: (until: number, now: number) => `Kommt ${f.moment(until, now)} wieder.`,
    never: (value: string) =>
      `${value} steht jetzt auf Ihrer Liste „Nie eintragen“. Ändern lässt sie sich in den Einstellungen.`,
    retried: 'Es wird noch einmal versucht.',
    givenUp: 'Zurückgenommen. Die E-Mail ist wieder in der Liste.',
    shown: 'Sidelog liest es wieder.',
  },
  review: {
    title: (count: number) =>
      f.plural(count, { one: '# E-Mail eintragen?', other: 'Diese # E-Mails eintragen?' }),
    confirm: (count: number) => f.plural(count, { one: '# E-Mail eintragen', other: '# E-Mails eintragen' }),
    hint: 'Eine Zeile für jede. Lassen Sie weg, was nicht eingetragen werden soll.',
  },
  empty: {
    noConsentTitle: 'Das Lesen ist aus',
    noConsent: 'Sidelog liest nichts, bis Sie es erlauben. Das Einrichten dauert eine Minute, ohne Konto.',
    noConsentAction: 'Sidelog einrichten',
    nothingOpenTitle: 'Keine E-Mail offen',
    nothingOpen: 'Öffnen Sie die E-Mail eines Kunden, und ihr Eintrag steht hier bereit.',
    otherPageTitle: 'Keine Seite, die Sidelog liest',
    otherPage: 'Ihre Liste steht darunter.',
    practice: 'Im Übungspostfach ausprobieren',
    nothingWaitingTitle: 'Alles erledigt',
    nothingWaiting: 'Jede Kunden-E-Mail, die Sie geöffnet haben, ist eingetragen oder entschieden.',
    nothingElse: 'Sonst nichts. Alles erledigt.',
    nothingToLogTitle: 'Hier ist nichts einzutragen',
    nothingToLog: 'Keine Kunden-E-Mail in dieser Unterhaltung.',
    loading: 'Ihr Buch wird geöffnet',
  },
  banner: {
    hostAction: 'Wieder erlauben',
    staleTitle: 'Dieser Tab war schon vor Sidelog offen',
    stale:
      'Sidelog kann ihn noch nicht lesen. Laden Sie ihn einmal neu; einen angefangenen Entwurf behält das Postfach.',
    staleAction: 'Tab neu laden',
    driftTitle: (site: string) => `${site} sieht heute anders aus`,
    drift:
      'Sidelog konnte dort etwas nicht sicher lesen und hat deshalb nichts Falsches aufgenommen. Ihre Liste, das Eintragen und die anderen Seiten gehen weiter, und auch von Hand geht es: Ziehen Sie die E-Mail hierher oder fügen Sie sie ein.',
    driftAction: 'Bericht ansehen',
    offlineTitle: 'Sie sind offline',
    offline:
      'Bestätigen Sie einfach weiter. Alles bleibt hier aufgehoben und wird einmal gesendet, sobald die Verbindung wieder da ist.',
    signedOutTitle: (crm: string) => `${crm} hat Sie abgemeldet`,
    signedOut: (waiting: number) =>
      f.plural(waiting, {
        one: '# Eintrag wartet und ist sicher. Verbinden Sie neu, dann wird er gesendet.',
        other: '# Einträge warten und sind sicher. Verbinden Sie neu, dann werden sie gesendet.',
      }),
    crmWaits: (count: number, since: number) =>
      f.plural(count, {
        one: `# Eintrag wartet seit ${f.exact(since)}, sicher und nur einmal gesendet.`,
        other: `# Einträge warten seit ${f.exact(since)}, sicher und nur einmal gesendet.`,
      }),
    crmUnread: (since: number) =>
      `Kontakte und Deals ließen sich am ${f.exact(since)} nicht neu lesen. Sie sehen den Stand davor; das Eintragen geht weiter.`,
    readingTitle: (crm: string) => `${crm} wird zum ersten Mal gelesen`,
    readSoFar: (count: number) =>
      f.plural(count, { one: '# Kontakt bisher gelesen.', other: '# Kontakte bisher gelesen.' }),
    reading: 'Das Eintragen geht inzwischen weiter. Wer noch nicht gelesen ist, erscheint als neu.',
    dismiss: 'Ausblenden',
  },
});
