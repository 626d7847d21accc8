import type { Formats } from '@/utils/i18n/formats';

export const byHand = (f: Formats) => ({
  open: 'Von Hand',
  title: 'Von Hand hinzufügen',
  hint: 'Aus einer gespeicherten E-Mail, einem Termin oder ihrem Text wird derselbe Vorschlag, als hätten Sie sie geöffnet. Er bleibt in diesem Browser, bis Sie ihn eintragen.',
  drop: '.eml-, .msg- oder .ics-Dateien hier ablegen',
  choose: 'Dateien wählen',
  dropNow: 'Loslassen, um es Sidelog zu geben',
  text: 'Oder den Text einer E-Mail einfügen',
  textHint: 'Mit den Zeilen Von, An, Datum und Betreff, soweit Sie sie haben.',
  propose: 'Vorschlagen',
  reading: 'Wird gelesen …',
  proposed: (count: number) =>
    f.plural(count, {
      one: 'Der Vorschlag ist da. Schließen Sie dies, um ihn zu sehen.',
      other: '# Vorschläge sind da. Schließen Sie dies, um sie zu sehen.',
    }),
  notThese: 'Daraus wurde nichts:',
  whom: 'Um wen geht es?',
  address: 'E-Mail-Adresse der Person',
  name: 'Name der Person',
  badAddress: 'Das ist keine E-Mail-Adresse.',
});

export const listed = (f: Formats) => ({
  title: (count: number) =>
    f.plural(count, {
      one: '# Unterhaltung in Ihrer Liste ist mit einem bekannten Kontakt',
      other: '# Unterhaltungen in Ihrer Liste sind mit bekannten Kontakten',
    }),
  text: 'Sehen Sie sie einmal durch und wählen Sie, was vorgeschlagen wird. Bekannt sind nur wer, wann und der Betreff.',
  review: 'Durchsehen',
  no: 'Nein, danke',
  dialog: 'Was Ihre Liste zeigt',
  hint: 'Noch wird nichts eingetragen: Was Sie wählen, wartet ohne seinen Text in der Liste. Öffnen Sie eine E-Mail, kommt ihr Text dazu.',
  all: 'Alle',
  none: 'Keine',
  confirm: (count: number) =>
    f.plural(count, { one: '# Unterhaltung vorschlagen', other: '# Unterhaltungen vorschlagen' }),
  nothing: 'Mindestens eine wählen',
  done: (count: number) =>
    f.plural(count, {
      one: '# Unterhaltung ist jetzt vorgeschlagen.',
      other: '# Unterhaltungen sind jetzt vorgeschlagen.',
    }),
  left: 'Bleibt, wie es ist. Es wird nicht noch einmal angeboten.',
});
