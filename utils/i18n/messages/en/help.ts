/** Help inside the product: the same texts in the panel, the popup and the settings. */
export const help = () => ({
  title: 'Help',
  hint: 'Everything here is part of Sidelog; no page is loaded from anywhere.',
  states: {
    title: 'What each state means',
    open: {
      name: 'Waiting for you',
      means: 'Sidelog wrote the entry. Nothing is sent before you log it.',
    },
    confirmed: {
      name: 'On its way',
      means:
        'You confirmed it. It goes out when the time to undo has passed, and waits safely while you are offline.',
    },
    unconfirmed: {
      name: 'No answer yet',
      means:
        'The CRM did not say whether it arrived. Sidelog looks there before it sends again, so that nothing is logged twice.',
    },
    stuck: {
      name: 'Needs you',
      means: 'The CRM said no, or no longer knows your key. The row says why, what is safe and what to do.',
    },
    logged: {
      name: 'Logged',
      means: 'It is in your CRM or your notebook. You can still remove it.',
    },
    snoozed: { name: 'Later', means: 'Put off. It comes back by itself at the time you chose.' },
    quiet: {
      name: 'From somebody unknown',
      means: 'No contact, and you did not write to them. It is not counted; you can still log it.',
    },
    refused: {
      name: 'Not proposed',
      means:
        'Internal, written by a machine, personal, or on your never-log list. The panel says which, and can show it anyway.',
    },
  },
  stuck: {
    title: 'When something is stuck',
    unread: {
      name: 'A mail is open and nothing appears',
      todo: 'See that its site is switched on, then reload the mail’s tab once.',
    },
    changed: {
      name: 'It still does not appear',
      todo: 'The site may look different now. Drop or paste the mail into the panel: that gives the same entry.',
    },
    unsent: {
      name: 'An entry does not go out',
      todo: 'Open “Needs you” in the panel. “Try again” is safe as often as you like: nothing is logged twice.',
    },
    wrong: {
      name: 'It names the wrong person or deal',
      todo: 'Press “Wrong?” on the entry and choose. Sidelog keeps to it, and you can make it forget.',
    },
    unwanted: {
      name: 'This should never be logged',
      todo: 'Put the person, the domain or a word on your never-log list.',
    },
    lost: {
      name: 'A new computer or browser',
      todo: 'Save everything to a file there, and bring it in here.',
    },
  },
  /** In front of a link to a part of the settings. */
  open: (section: string) => `Settings: ${section}`,
  report: {
    title: 'Report a problem',
    text: 'The report holds versions, counts and the names of steps: no name, address, subject or sentence. Read it, then send it to whoever looks after Sidelog for you.',
    copy: 'Copy report',
    copied: 'Copied',
    shape: 'What the report holds',
  },
  privacy: {
    title: 'Privacy in short',
    reads: 'Sidelog reads only the sites that you switched on, and only what the page has open.',
    sends:
      'Nothing of your mailbox leaves the browser before you confirm it, and then it goes to your CRM alone.',
    keeps: 'Unconfirmed text is dropped after 14 days, logged text after 24 hours.',
    shows: 'Every request that left is listed. There is no Sidelog server and nothing is measured for us.',
  },
});
