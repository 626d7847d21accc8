export const mark = () => ({
  none: 'Sidelog: noch nicht gelesen.',
  waiting: 'Sidelog: wartet darauf, dass Sie es eintragen.',
  quiet: 'Sidelog: von jemand Unbekanntem, nicht mitgezählt. In der Seitenleiste lässt es sich eintragen.',
  confirmed: 'Sidelog: bestätigt, unterwegs in Ihr CRM.',
  stuck: 'Sidelog: bestätigt, braucht aber Sie, bevor es eingetragen werden kann.',
  logged: 'Sidelog: eingetragen.',
  dismissed: 'Sidelog: nicht eingetragen, wie Sie es wollten.',
  snoozed: 'Sidelog: auf später verschoben.',
  held: 'Sidelog: eben gesendet; es wird gelesen, wenn es nicht mehr zurückgeholt werden kann.',
  refused: (reason: string) => `Sidelog: nicht eingetragen. ${reason}`,
  openWith: (keys: string) => `${keys} öffnet die Seitenleiste.`,
  openFromToolbar: 'Öffnen Sie die Seitenleiste mit Sidelogs Knopf in der Symbolleiste.',
});
