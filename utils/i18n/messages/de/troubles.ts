import type { Formats } from '@/utils/i18n/formats';
import type { Trouble } from '@/utils/i18n/messages/en/troubles';

const reasons: Record<string, string> = {
  'no-meeting': 'dort gibt es keinen Platz für Termine',
  'no-call': 'dort gibt es keinen Platz für Anrufe',
  'no-update': 'was eingetragen ist, lässt sich dort nicht ändern',
  'read-only': 'eine eingetragene E-Mail lässt sich dort nicht ändern',
  'no-field': 'dort ist kein Platz dafür, ohne einen anderen Wert zu verlieren',
  'unknown-field':
    'für diese Art von Eintrag gibt es das Feld dort nicht, oder es darf von hier nicht gefüllt werden',
  'not-a-choice': 'das steht dort nicht zur Wahl',
  'not-a-number': 'das ist keine Zahl',
  'not-a-day': 'das ist kein Tag',
  'not-yes-or-no': 'das ist weder Ja noch Nein',
  'key-needed':
    'es verlangt einen zweiten Anmeldeschritt; nehmen Sie statt des Passworts einen API-Schlüssel von der Administration',
  'owner-unknown': 'niemand hat dort diese Adresse',
};

const kept = 'Ihr Eintrag bleibt hier aufgehoben, und nichts wird doppelt eingetragen.';

export const troubles = (f: Formats) => ({
  crmReasons: reasons,
  fault: {
    offline: (crm: string): Trouble => ({
      what: `${crm} ist nicht erreichbar.`,
      safe: kept,
      todo: 'Er wird von selbst gesendet, sobald die Verbindung wieder da ist.',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} nimmt Ihren Schlüssel nicht mehr an.`,
      safe: kept,
      todo: 'Verbinden Sie es mit einem neuen Schlüssel; dann wird alles Wartende gesendet.',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `Das dürfen Sie in ${crm} nicht: ${what}`
        : `Ihr Benutzer in ${crm} darf solche Einträge nicht schreiben.`,
      safe: kept,
      todo: `Bitten Sie, wer ${crm} betreut, um das Recht, und versuchen Sie es dann noch einmal.`,
    }),
    'slow-down': (crm: string, retryAt: number | null): Trouble => ({
      what: `${crm} bat zu warten.`,
      safe: kept,
      todo:
        retryAt === null
          ? 'Es wird von selbst noch einmal versucht.'
          : `Es wird um ${f.time(retryAt)} noch einmal versucht.`,
    }),
    refused: (crm: string, reason: string, field: string): Trouble => ({
      what: field
        ? `${crm} hat „${field}“ abgelehnt: ${reasons[reason] ?? reason}`
        : `${crm} hat abgelehnt: ${reasons[reason] ?? reason}`,
      safe: kept,
      todo: 'Ändern Sie den Eintrag oder die Regel im CRM und versuchen Sie es noch einmal. Oder nehmen Sie ihn zurück.',
    }),
    gone: (crm: string): Trouble => ({
      what: `Wozu das gehört, gibt es in ${crm} nicht mehr.`,
      safe: kept,
      todo: 'Wählen Sie einen anderen Kontakt und versuchen Sie es noch einmal, oder nehmen Sie ihn zurück.',
    }),
    'not-understood': (crm: string, step: string): Trouble => ({
      what: step
        ? `${crm} hat etwas Unerwartetes geantwortet (${step}).`
        : `${crm} hat etwas Unerwartetes geantwortet.`,
      safe: kept,
      todo: 'Prüfen Sie die Adresse in den Einstellungen: Vielleicht antwortet eine Anmeldeseite oder ein Proxy. Versuchen Sie es dann noch einmal.',
    }),
  },
  connecting: {
    offline: (crm: string): Trouble => ({
      what: `Unter dieser Adresse antwortet nichts, deshalb lässt sich ${crm} nicht fragen.`,
      safe: 'Nichts wurde gespeichert.',
      todo: 'Prüfen Sie Adresse und Verbindung und versuchen Sie es noch einmal.',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} nimmt diese Anmeldung mit diesem Schlüssel nicht an.`,
      safe: 'Nichts wurde gespeichert.',
      todo: 'Prüfen Sie Anmeldung und Datenbank. Stimmen sie, legen Sie einen neuen API-Schlüssel an und fügen ihn hier ein.',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `${crm} lässt Sie nicht hinein: ${what}`
        : `Ihr Benutzer in ${crm} darf so nicht verwendet werden.`,
      safe: 'Nichts wurde gespeichert.',
      todo: `Bitten Sie, wer ${crm} betreut, Ihnen den Zugriff über die API zu erlauben.`,
    }),
  },
  problem: {
    'not-open': (): Trouble => ({
      what: 'Über diesen Eintrag wurde schon entschieden, hier oder in einem anderen Fenster.',
      safe: 'Nichts wurde geändert oder doppelt eingetragen.',
      todo: 'Die Liste zeigt, wie er steht.',
    }),
    'not-found': (): Trouble => ({
      what: 'Dieser Eintrag ist nicht mehr hier.',
      safe: 'Nichts wurde gesendet.',
      todo: 'Öffnen Sie die E-Mail noch einmal, dann ist er wieder da.',
    }),
    'storage-full': (): Trouble => ({
      what: 'Der Datenträger ist voll, deshalb konnte nichts gespeichert werden.',
      safe: 'Was vorher gespeichert war, ist noch da. Dieser Schritt wurde nicht getan.',
      todo: 'Schaffen Sie Platz auf diesem Rechner und versuchen Sie es noch einmal.',
    }),
    'storage-failed': (): Trouble => ({
      what: 'Der Browser konnte das nicht speichern.',
      safe: 'Was vorher gespeichert war, ist noch da. Dieser Schritt wurde nicht getan.',
      todo: 'Versuchen Sie es noch einmal. Bleibt es so, starten Sie den Browser neu.',
    }),
    malformed: (): Trouble => ({
      what: 'Sidelog konnte diese Anfrage nicht lesen.',
      safe: 'Nichts wurde geändert.',
      todo: 'Schließen Sie diese Seite und öffnen Sie sie neu: Sie ist vielleicht älter als die Erweiterung.',
    }),
    'no-permission': (host: string): Trouble => ({
      what: host ? `Der Browser lässt Sidelog nicht zu ${host}.` : 'Die Erlaubnis des Browsers fehlt.',
      safe: 'Nichts wurde gesendet.',
      todo: 'Drücken Sie den Knopf noch einmal und wählen Sie „Zulassen“.',
    }),
    'insecure-address': (): Trouble => ({
      what: 'Diese Adresse beginnt mit http://; das kann jeder unterwegs mitlesen.',
      safe: 'Nichts wurde gesendet, auch Ihr Schlüssel nicht.',
      todo: 'Nehmen Sie die Adresse mit https://. Nur ein CRM auf diesem Rechner darf http verwenden.',
    }),
    'not-a-url': (): Trouble => ({
      what: 'Das ist keine Webadresse.',
      safe: 'Nichts wurde gesendet.',
      todo: 'Kopieren Sie die Adresse aus der Adresszeile, während Ihr CRM offen ist, zum Beispiel https://crm.example.com.',
    }),
    'sign-in-closed': (name: string): Trouble => ({
      what: `Die Anmeldeseite von ${name} wurde geschlossen, bevor sie fertig war.`,
      safe: 'Nichts wurde verbunden, und nichts ging verloren.',
      todo: 'Drücken Sie wieder auf Verbinden, wenn Sie sich anmelden möchten.',
    }),
    'not-that-crm': (name: string): Trouble => ({
      what: name
        ? `Unter dieser Adresse antwortet kein ${name}.`
        : 'Unter dieser Adresse antwortet ein anderes Programm.',
      safe: 'Nichts aus Ihren E-Mails wurde gesendet.',
      todo: 'Prüfen Sie die Adresse: Es ist die, die Sie beim Benutzen des CRM sehen, ohne was nach dem ersten Schrägstrich kommt.',
    }),
    'already-exists': (name: string): Trouble => ({
      what: name ? `${name} ist schon ein Kontakt.` : 'Diesen Kontakt gibt es schon.',
      safe: 'Es wurde kein zweiter angelegt.',
      todo: 'Nichts: Die E-Mail wird dem vorhandenen Kontakt zugeordnet.',
    }),
    'crm-fault': (): Trouble => ({
      what: 'Ihr CRM hat es nicht getan.',
      safe: kept,
      todo: 'Versuchen Sie es gleich noch einmal.',
    }),
    'tab-gone': (): Trouble => ({
      what: 'Der Tab der E-Mail ist geschlossen.',
      safe: 'Nichts wurde geändert.',
      todo: 'Öffnen Sie die E-Mail noch einmal.',
    }),
    'no-such-kind': (kind: string): Trouble => ({
      what:
        kind === 'call'
          ? 'Ihr CRM hat hier keinen Platz für Anrufe.'
          : kind === 'meeting'
            ? 'Ihr CRM hat hier keinen Platz für Termine.'
            : 'Ihr CRM hat keinen Platz für diese Art von Eintrag.',
      safe: 'Nichts wurde gesendet. Der Eintrag bleibt in der Liste.',
      todo: 'Verbinden Sie in den Einstellungen ein anderes CRM, oder sagen Sie „Das nicht“.',
    }),
    'on-never-log': (): Trouble => ({
      what: 'Diese Person steht auf Ihrer Liste „Nie eintragen“.',
      safe: 'Nichts wurde geändert.',
      todo: 'Nehmen Sie sie zuerst in den Einstellungen von der Liste, wenn Sie das wollen.',
    }),
    'file-too-large': (): Trouble => ({
      what: 'Diese Datei ist größer als 10 MB.',
      safe: 'Nichts davon wurde gelesen, und nichts hat diesen Browser verlassen.',
      todo: 'Speichern Sie die E-Mail ohne Anhänge, oder einen kürzeren Teil des Kalenders.',
    }),
    'file-unknown': (): Trouble => ({
      what: 'Diese Art von Datei kennt Sidelog nicht.',
      safe: 'Nichts wurde gespeichert, und nichts hat diesen Browser verlassen.',
      todo: 'Nehmen Sie eine als .eml oder .msg gespeicherte E-Mail oder einen als .ics gespeicherten Termin.',
    }),
    'file-broken': (): Trouble => ({
      what: 'Diese Datei ist beschädigt oder unvollständig und konnte nicht gelesen werden.',
      safe: 'Nichts wurde gespeichert.',
      todo: 'Speichern Sie sie in Ihrem Mailprogramm noch einmal, oder fügen Sie den Text hier ein.',
    }),
    'file-empty': (): Trouble => ({
      what: 'Es ist keine E-Mail und kein Termin darin.',
      safe: 'Nichts wurde gespeichert.',
      todo: 'Nehmen Sie eine gespeicherte E-Mail, eine Einladung oder den Text einer E-Mail.',
    }),
    'series-too-long': (): Trouble => ({
      what: 'Dieser Kalender wiederholt einen Termin ohne vernünftiges Ende.',
      safe: 'Nichts wurde gespeichert.',
      todo: 'Öffnen Sie den Termin in Ihrem Kalender und speichern Sie den einen Tag.',
    }),
    'nothing-near': (): Trouble => ({
      what: 'Kein Termin darin liegt in den letzten 30 oder den nächsten 45 Tagen.',
      safe: 'Nichts wurde gespeichert.',
      todo: 'Um einen älteren Termin einzutragen, speichern Sie ihn allein.',
    }),
    'private-event': (): Trouble => ({
      what: 'Dieser Termin ist als privat gekennzeichnet.',
      safe: 'Nichts davon wurde gespeichert.',
      todo: 'Gehört er in Ihr CRM, ändern Sie das in Ihrem Kalender und speichern ihn noch einmal.',
    }),
    'nobody-found': (): Trouble => ({
      what: 'Keine Adresse eines Kunden steht darin.',
      safe: 'Nichts wurde gespeichert oder erraten.',
      todo: 'Sagen Sie, um wen es geht.',
    }),
    'import-refused': (reason: string): Trouble => ({
      what: reason ? `Das wird nicht vorgeschlagen: ${reason}` : 'Das wird nicht vorgeschlagen.',
      safe: 'Nichts davon wurde gespeichert, nur dass es nicht zugelassen wurde.',
      todo: 'Nichts. Die Liste „Nie eintragen“ lässt sich in den Einstellungen ändern.',
    }),
    'backup-unreadable': (): Trouble => ({
      what: 'Diese Datei ist beschädigt, oder sie stammt nicht von Sidelog.',
      safe: 'Nichts wurde geändert.',
      todo: 'Wählen Sie die Datei, die „Alles in eine Datei sichern“ Ihnen gegeben hat.',
    }),
    'backup-newer': (version: string): Trouble => ({
      what: `Diese Datei stammt von einem neueren Sidelog (Format ${version}).`,
      safe: 'Nichts wurde geändert.',
      todo: 'Aktualisieren Sie Sidelog in diesem Browser und holen Sie die Datei dann herein.',
    }),
    'backup-too-large': (most: string): Trouble => ({
      what: `Diese Datei ist größer als ${f.bytes(Number(most))} und wurde deshalb nicht gelesen.`,
      safe: 'Nichts wurde geändert.',
      todo: 'Wählen Sie die Datei, die „Alles in eine Datei sichern“ Ihnen gegeben hat.',
    }),
    'undo-too-late': (): Trouble => ({
      what: 'Das ließ sich nicht mehr zurücknehmen.',
      safe: 'Der Eintrag in Ihrem CRM steht, wie er eingetragen wurde.',
      todo: 'Löschen Sie ihn im CRM selbst.',
    }),
  },
  unreachable: {
    what: 'Sidelogs Hintergrundteil antwortet nicht.',
    safe: 'Ihr Schritt ist auf dieser Seite aufgehoben und noch nicht getan.',
    todo: 'Es wird von selbst noch einmal versucht. Lassen Sie diese Seite offen.',
  } satisfies Trouble,
  notKept: {
    'storage-full': {
      what: 'Der Datenträger ist voll: Sidelog konnte eine E-Mail nicht aufheben.',
      safe: 'Die E-Mail ist in Ihrem Postfach sicher, und was Sie eingetragen haben, ist noch hier.',
      todo: 'Schaffen Sie Platz auf diesem Rechner und öffnen Sie die E-Mail noch einmal.',
    } satisfies Trouble,
    'storage-failed': {
      what: 'Der Browser hat eine E-Mail nicht für Sidelog gespeichert.',
      safe: 'Die E-Mail ist in Ihrem Postfach sicher, und was Sie eingetragen haben, ist noch hier.',
      todo: 'Öffnen Sie die E-Mail noch einmal. Bleibt es so, starten Sie den Browser neu.',
    } satisfies Trouble,
  },
  storageBroken: {
    what: 'Der Browser öffnet Sidelogs Speicher nicht.',
    safe: 'Was gespeichert war, bleibt unberührt.',
    todo: 'Starten Sie den Browser neu. Ist der Datenträger voll, schaffen Sie zuerst Platz.',
  } satisfies Trouble,
});
