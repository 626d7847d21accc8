/** The welcome page: what Sidelog reads, sends and never does, and the one decision. */
export const welcome = () => ({
  documentTitle: 'Welcome to Sidelog',
  headline: 'Your customer mail, logged with one click',
  lead: 'Sidelog writes the CRM entry while you read. You look at it and press one key. Nothing leaves this browser before that.',
  reads: {
    title: 'What it reads',
    items: [
      'The mail you open and the mail you send: people, subject, time, text, names of attachments.',
      'Meetings with customers in your calendar: guests, time, place. Never private ones.',
      'Who wrote last in the threads your mailbox lists, so that nobody waits unseen.',
    ],
  },
  sends: {
    title: 'What it sends',
    items: [
      'Without a CRM: nothing at all. Your log is a notebook in this browser, and you can export it.',
      'With a CRM: each entry you confirm, to your own CRM and nowhere else. A ledger shows every request.',
    ],
  },
  never: {
    title: 'What it never does',
    items: [
      'Read mail you do not open, private windows, or any other website.',
      'Log internal mail, newsletters, or people on your never-log list.',
      'Send anything to the makers of Sidelog. There is no Sidelog server.',
    ],
  },
  later: 'First look around in the practice mailbox',
  refused: {
    title: 'You said no, and that holds',
    text: 'Sidelog does not read it. The practice mailbox works without any permission. If it was a slip, press again.',
  },
  withdrawn: {
    title: 'Reading is switched off',
    text: 'You took your consent back. What you logged is still here. Switch reading on again whenever you like.',
  },
  done: {
    title: 'Ready',
    text: 'Open a customer’s mail: its entry appears in the panel. Tabs that were open already need one reload.',
    open: (site: string) => `Open ${site}`,
    practice: 'Try the practice mailbox',
  },
  next: {
    title: 'Good to know',
    practiceTitle: 'Practice mailbox',
    practice: 'Invented customers, the real thing otherwise. Nothing can be sent.',
    practiceAction: 'Open practice',
    crmTitle: 'Your CRM',
    crm: 'The notebook works at once. Connect Odoo when you want to.',
    crmAction: 'Connect a CRM',
    panelTitle: 'The panel',
    panel: 'Press these keys anywhere in the browser, or use the toolbar button.',
  },
});
