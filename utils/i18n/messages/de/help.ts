export const help = () => ({
  title: 'Hilfe',
  hint: 'Alles hier ist Teil von Sidelog; keine Seite wird von irgendwoher geladen.',
  states: {
    title: 'Was jeder Zustand bedeutet',
    open: {
      name: 'Wartet auf Sie',
      means: 'Sidelog hat den Eintrag geschrieben. Nichts wird gesendet, bevor Sie ihn eintragen.',
    },
    confirmed: {
      name: 'Unterwegs',
      means:
        'Sie haben ihn bestätigt. Er geht hinaus, wenn die Zeit zum Zurücknehmen vorbei ist, und wartet sicher, solange Sie offline sind.',
    },
    unconfirmed: {
      name: 'Noch keine Antwort',
      means:
        'Das CRM hat nicht gesagt, ob er ankam. Sidelog sieht dort nach, bevor es wieder sendet, damit nichts doppelt eingetragen wird.',
    },
    stuck: {
      name: 'Braucht Sie',
      means:
        'Das CRM hat Nein gesagt oder kennt Ihren Schlüssel nicht mehr. Die Zeile sagt, warum, was sicher ist und was zu tun ist.',
    },
    logged: {
      name: 'Eingetragen',
      means: 'Er steht in Ihrem CRM oder Ihrem Notizbuch. Sie können ihn noch entfernen.',
    },
    snoozed: {
      name: 'Später',
      means: 'Verschoben. Er kommt von selbst zu der Zeit wieder, die Sie gewählt haben.',
    },
    quiet: {
      name: 'Von Unbekannt',
      means:
        'Kein Kontakt, und Sie haben dieser Person nicht geschrieben. Er zählt nicht mit; eintragen können Sie ihn trotzdem.',
    },
    refused: {
      name: 'Nicht vorgeschlagen',
      means:
        'Intern, von einer Maschine geschrieben, privat oder auf Ihrer Liste „Nie eintragen“. Die Seitenleiste sagt, was davon, und kann es trotzdem zeigen.',
    },
  },
  stuck: {
    title: 'Wenn etwas hängt',
    unread: {
      name: 'Eine E-Mail ist offen, und nichts erscheint',
      todo: 'Sehen Sie nach, ob ihre Seite eingeschaltet ist, und laden Sie den Tab einmal neu.',
    },
    changed: {
      name: 'Es erscheint immer noch nichts',
      todo: 'Die Seite sieht vielleicht neu aus. Ziehen Sie die E-Mail in die Seitenleiste oder fügen Sie sie ein: Das gibt denselben Eintrag.',
    },
    unsent: {
      name: 'Ein Eintrag geht nicht hinaus',
      todo: 'Öffnen Sie „Braucht Sie“ in der Seitenleiste. „Noch einmal“ ist sicher, so oft Sie wollen: Nichts wird doppelt eingetragen.',
    },
    wrong: {
      name: 'Es nennt die falsche Person oder den falschen Deal',
      todo: 'Drücken Sie im Eintrag auf „Falsch?“ und wählen Sie. Sidelog hält sich daran, und Sie können es vergessen lassen.',
    },
    unwanted: {
      name: 'Das soll nie eingetragen werden',
      todo: 'Setzen Sie die Person, die Domain oder ein Wort auf Ihre Liste „Nie eintragen“.',
    },
    lost: {
      name: 'Ein neuer Rechner oder Browser',
      todo: 'Sichern Sie dort alles in eine Datei und holen Sie sie hier herein.',
    },
  },
  open: (section: string) => `Einstellungen: ${section}`,
  report: {
    title: 'Ein Problem melden',
    text: 'Der Bericht enthält Versionen, Zahlen und Namen von Schritten: keinen Namen, keine Adresse, keinen Betreff und keinen Satz. Lesen Sie ihn und senden Sie ihn dann an die Person, die Sidelog bei Ihnen betreut.',
    copy: 'Bericht kopieren',
    copied: 'Kopiert',
    shape: 'Was der Bericht enthält',
  },
  privacy: {
    title: 'Datenschutz in Kürze',
    reads: 'Sidelog liest nur die Seiten, die Sie eingeschaltet haben, und nur, was die Seite offen hat.',
    sends:
      'Nichts aus Ihrem Postfach verlässt den Browser, bevor Sie es bestätigen, und dann geht es nur an Ihr CRM.',
    keeps: 'Unbestätigter Text verschwindet nach 14 Tagen, eingetragener Text nach 24 Stunden.',
    shows:
      'Jede Anfrage, die hinausging, ist aufgelistet. Es gibt keinen Sidelog-Server, und nichts wird für uns gemessen.',
  },
});
