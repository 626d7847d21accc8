/** What the mark beside a message in the mail page says; it stands alone there, so each sentence names Sidelog. */
export const mark = () => ({
  none: 'Sidelog: not read yet.',
  waiting: 'Sidelog: waits for you to log it.',
  quiet: 'Sidelog: from somebody unknown, not counted. You can log it in the panel.',
  confirmed: 'Sidelog: confirmed, on its way to your CRM.',
  stuck: 'Sidelog: confirmed, but it needs you before it can be logged.',
  logged: 'Sidelog: logged.',
  dismissed: 'Sidelog: not logged, as you said.',
  snoozed: 'Sidelog: put off until later.',
  held: 'Sidelog: sent a moment ago; it is read when it can no longer be taken back.',
  refused: (reason: string) => `Sidelog: not logged. ${reason}`,
  /** In Firefox a press in the page cannot open the panel. */
  openWith: (keys: string) => `Press ${keys} to open the panel.`,
  openFromToolbar: 'Open the panel with Sidelog’s button in the toolbar.',
});
