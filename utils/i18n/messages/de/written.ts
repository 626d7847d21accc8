import type { Formats } from '@/utils/i18n/formats';

const places: Readonly<Record<string, string>> = {
  subject: 'Betreff',
  at: 'Zeit',
  endsAt: 'Ende',
  minutes: 'Minuten',
  participants: 'Beteiligte',
  contactIds: 'Kontakte',
  companyId: 'Firma',
  dealId: 'Deal',
  summary: 'Zusammenfassung oder Notizen',
  ownWords: 'Eigene Worte des Absenders',
  attachmentNames: 'Namen der Dateien',
  direction: 'Erhalten oder gesendet',
  place: 'Ort',
  title: 'Titel',
  dueDate: 'Fälligkeitstag',
  note: 'Der Satz, aus dem es stammt',
  name: 'Name',
  address: 'E-Mail-Adresse',
  phone: 'Telefon',
  mobile: 'Mobil',
  company: 'Firma',
  domain: 'Domain der Website',
  postalAddress: 'Postanschrift',
  website: 'Website',
  kind: 'Die passende Art',
  nextStep: 'Nächster Schritt',
  nextStepDue: 'Tag des nächsten Schritts',
  outcome: 'Ergebnis',
};

export const written = (f: Formats) => ({
  title: 'Was geschrieben wird, Feld für Feld',
  checked: (crm: string) =>
    `${crm} sagt selbst, welche Felder es hat. Geprüft, als Sie verbunden haben, danach einmal am Tag.`,
  unchecked: (crm: string) =>
    `${crm} sagt nicht, welche Felder es verlangt, deshalb lässt sich das nicht vorher prüfen. Was es ablehnt, wartet mit seinem Grund auf Sie.`,
  example: (subject: string) =>
    `Die Beispiele sind aus Ihrer eigenen Liste: „${subject}“. Nichts davon wurde gesendet.`,
  noExample: 'Sobald eine E-Mail in Ihrer Liste wartet, stehen ihre Worte hier als Beispiel.',
  kind: {
    email: 'E-Mail',
    meeting: 'Termin',
    call: 'Anruf',
    task: 'Aufgabe',
    contact: 'Neuer Kontakt',
    company: 'Neue Firma',
  },
  record: (kind: string, record: string) => (record ? `${kind}: „${record}“ im CRM` : kind),
  field: 'Feld',
  gets: 'Bekommt',
  exampleTitle: 'Beispiel',
  required: 'Pflicht',
  nothing: 'bleibt leer',
  always: (value: string) => `immer „${value}“`,
  ask: 'wird in jedem Eintrag erfragt',
  missing: (count: number) =>
    f.plural(count, {
      one: '# Feld wird verlangt, das Sidelog nicht wissen kann',
      other: '# Felder werden verlangt, die Sidelog nicht wissen kann',
    }),
  missingHint:
    'Sagen Sie einmal, was hineinkommt, oder lassen Sie es offen: Dann fragt der Eintrag Sie vorher, und nichts wird abgelehnt.',
  fits: 'Alles, was das CRM verlangt, ist gefüllt.',
  fill: (kind: string, label: string) => `${kind}: ${label}`,
  each: 'In jedem Eintrag fragen',
  save: 'Speichern',
  place: places,
  mapping: {
    hint: (crm: string) =>
      `Wählen Sie, welche Art ein Eintrag in ${crm} wird und was sonst in seine Felder kommt. Es gilt für alles, was Sie ab jetzt eintragen.`,
    typeOurs: 'Wie Sidelog wählt',
    requiredField: (label: string) => `${label} (Pflicht)`,
    always: 'Immer dasselbe',
    leave: 'Leer lassen',
    value: (label: string) => `Was immer in ${label} kommt`,
    means: (label: string, ours: string) => `${label}, wenn es „${ours}“ ist`,
    add: 'Noch ein Feld füllen',
    choose: 'Feld wählen …',
    beyond: (fields: readonly string[], crm: string) =>
      f.plural(fields.length, {
        one: `${crm} verlangt ein Feld, das von hier nicht zu füllen ist: ${f.list(fields)}`,
        other: `${crm} verlangt # Felder, die von hier nicht zu füllen sind: ${f.list(fields)}`,
      }),
    beyondHint: (crm: string) =>
      `${crm} würde diese Datensätze ablehnen. Bitten Sie, wer es betreut, das Feld freiwillig zu machen oder ihm einen eigenen Wert zu geben.`,
    gone: (field: string, crm: string) => `${crm} hat das Feld „${field}“, das Sie füllen, nicht mehr`,
    forget: 'Nicht mehr füllen',
    saved: 'Gespeichert',
  },
});
