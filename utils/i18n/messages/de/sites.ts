import type { Formats } from '@/utils/i18n/formats';

export const sites = (f: Formats) => ({
  title: 'Welche Seiten darf Sidelog lesen?',
  hint: 'Wählen Sie, womit Sie arbeiten, einzeln oder alles. Danach fragt Ihr Browser nach jeder Adresse. Sie können es jederzeit zurücknehmen, hier oder in den Einstellungen.',
  anew: 'Was Sidelog liest, hat sich seit Ihrer Zustimmung geändert. Bis Sie neu zustimmen, wird nichts gelesen.',
  hostMissing: 'Sie haben zugestimmt, aber der Browser hat die Erlaubnis entzogen. Dort wird nichts gelesen.',
  what: {
    gmail: 'E-Mails, die Sie öffnen und senden',
    'google-calendar': 'Termine mit Kunden',
    outlook: 'E-Mails, die Sie öffnen und senden',
    'outlook-calendar': 'Termine mit Kunden',
  },
  where: {
    gmail: 'mail.google.com',
    'google-calendar': 'calendar.google.com',
    outlook: 'outlook.office.com und drei weitere Adressen',
    'outlook-calendar': 'dieselben Adressen wie Outlook',
  },
  unconfirmed: 'Nach dokumentierten Formen gebaut, noch nicht an einem echten Konto bestätigt',
  open: (site: string) => `${site} öffnen`,
  read: (site: string) => `${site} lesen`,
  allow: (site: string) => `${site} wieder erlauben`,
  asking: 'Wartet auf Ihre Antwort …',
  on: 'Wird gelesen',
  stop: 'Beenden',
  stopNamed: (site: string) => `Beenden: ${site} nicht mehr lesen`,
  stopAll: 'Lesen abschalten',
  said: (site: string) => `${site} wird ab jetzt gelesen.`,
  hereTitle: (site: string) => `Sie haben ${site} offen`,
  here: 'Sidelog liest es nicht. Schalten Sie es ein, dann wird hier vorgeschlagen, was Sie ab jetzt öffnen.',
  others: 'Eine andere Seite einschalten',
  lost: (names: readonly string[]) => `Im Browser abgeschaltet: ${f.list(names)}`,
  lostHint:
    'Der Browser hat die Erlaubnis entzogen. Was eingetragen wurde, ist sicher; Neues wird dort nicht gelesen.',
});
