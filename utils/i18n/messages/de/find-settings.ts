import type { Formats } from '@/utils/i18n/formats';

export const findSettings = (f: Formats) => ({
  label: 'Einstellung suchen',
  found: (count: number) =>
    f.plural(count, { one: '# Einstellung gefunden', other: '# Einstellungen gefunden' }),
  results: (typed: string) => `Einstellungen zu „${typed}“`,
  clear: 'Suche leeren',
  nothing: (typed: string) => `Keine Einstellung heißt „${typed}“`,
  nothingHint:
    'Versuchen Sie ein Wort wie „rückgängig“, „Feiertag“ oder „Export“. Die Hilfe weiß vielleicht mehr.',
  showAll: 'Alle Einstellungen zeigen',
  words: {
    sites:
      'gmail outlook kalender mail e-mail postfach posteingang einwilligung zustimmung berechtigung erlaubnis datenschutz erfassen ausschalten einschalten abschalten aktivieren',
    crm: 'verbinden verbindung konto anmelden einloggen schlüssel token api passwort server datenbank integration synchronisieren felder zuordnung trennen salesforce hubspot odoo pipedrive zoho dynamics espocrm twenty',
    ownAddresses: 'meine mail e-mail alias identität absender konto ich',
    ownDomains: 'firma unternehmen intern kollegen organisation team ausschließen',
    neverPeople:
      'blockieren sperren ignorieren ausschließen privat überspringen verbergen stumm person kontakt',
    neverDomains: 'blockieren sperren ignorieren ausschließen privat überspringen verbergen firma website',
    neverWords: 'blockieren ignorieren ausschließen privat überspringen stichwort filter vertraulich betreff',
    choices: 'korrekturen berichtigungen zuordnung falsch kontakt firma deal vergessen gemerkt zugewiesen',
    overruled: 'privat automatisch zurückgehalten verborgen trotzdem zeigen ausnahmen zulassen',
    declined: 'signatur telefon position änderungen vorschläge verworfen kontaktdaten',
    logText: 'inhalt zusammenfassung datenschutz wie viel nachricht text voll kurz',
    undo: 'rückgängig verzögerung sekunden senden warten zurücknehmen abbrechen zeit halten',
    mark: 'symbol zeichen markierung posteingang postfach anzeige status verbergen zeigen',
    notes: 'vorlage besprechung protokoll tagesordnung baustein notizen',
    hours: 'arbeitszeit arbeitstag wochenende dienstplan zeit büro geschäftszeiten beginn ende woche',
    holidays: 'feiertag urlaub ferien freie tage abwesenheit kalender',
    quiet: 'nachfassen erinnerung stille keine antwort unterhaltungen tage nachhaken',
    morning: 'benachrichtigung hinweis erinnerung morgen täglich übersicht melden',
    notebook: 'exportieren kontakte einträge personen verlauf chronik buch csv tabelle excel herunterladen',
    save: 'export sicherung sichern backup herunterladen json kopie umzug rechner gerät daten mitnehmen',
    bring: 'import wiederherstellen sicherung hochladen laden json umzug rechner gerät datei zusammenführen',
    ledger: 'protokoll anfragen netzwerk verkehr prüfung datenschutz gesendet daten bytes verlauf',
    drift: 'kaputt fehler bericht seite geändert unlesbar problem',
    check: 'diagnose prüfung test status muster fehlersuche problem unterstützung',
    help: 'hilfe unterstützung frage anleitung tastatur tastenkürzel tasten hängt problem fehler melden über zustände bedeutung',
    forget: 'löschen entfernen vergessen zurücksetzen leeren deinstallieren dsgvo daten alles neu anfangen',
  },
});
