/** The welcome page: what Sidelog reads, sends and never does, and the one decision. */
export const welcome = () => ({
  documentTitle: 'Welcome to Sidelog',
  headline: 'Your customer mail, logged with one click',
  lead: 'Sidelog writes the CRM entry while you read. You look at it and press one key. Nothing leaves this browser before that.',
  reads: {
    title: 'What it reads',
    items: [
      'The mail you open in Gmail and the mail you send: people, subject, time, text, names of attachments.',
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
  consent: {
    title: 'May Sidelog read your Gmail pages?',
    hint: 'Your browser asks for mail.google.com next. You can take it back at any time, here or in the settings.',
    button: 'Yes, read Gmail for me',
    asking: 'Waiting for your answer…',
    later: 'First look around in the practice mailbox',
  },
  refused: {
    title: 'You said no, and that holds',
    text: 'Sidelog reads nothing. The practice mailbox works without any permission. If it was a slip, ask again.',
    button: 'Ask again',
  },
  withdrawn: {
    title: 'Reading is switched off',
    text: 'You took your consent back. What you logged is still here. Switch reading on again whenever you like.',
    button: 'Switch reading on',
  },
  done: {
    title: 'Ready',
    text: 'Open Gmail and read a customer’s mail: its entry appears in the panel. Tabs that were open already need one reload.',
    openGmail: 'Open Gmail',
    practice: 'Try the practice mailbox',
    withdraw: 'Switch reading off',
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
