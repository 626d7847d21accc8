import type { Formats } from '@/utils/i18n/formats';

/** What happened, what is safe, what to do: everything that went wrong is said in these three. */
export interface Trouble {
  what: string;
  safe: string;
  todo: string;
}

/** Reasons that are ours, not the CRM's own sentence. */
const reasons: Record<string, string> = {
  'no-meeting': 'it has no place for meetings here',
  'no-call': 'it has no place for calls here',
  'no-update': 'what is logged cannot be changed there',
  'read-only': 'a logged mail cannot be changed there',
  'no-field': 'it has no place for this without losing another value',
  'unknown-field': 'it has no such field for this kind of entry, or none that may be filled from here',
  'not-a-choice': 'this is none of its choices',
  'not-a-number': 'this is no number',
  'not-a-day': 'this is no day',
  'not-yes-or-no': 'this is neither yes nor no',
  'key-needed':
    'it asks for a second sign-in step; use an API key from its administrator in the place of your password',
  'owner-unknown': 'nobody has this address there',
};

const kept = 'Your entry is kept here and nothing is logged twice.';

export const troubles = (f: Formats) => ({
  crmReasons: reasons,
  /** `crm` is the product's name, e.g. Odoo. */
  fault: {
    offline: (crm: string): Trouble => ({
      what: `${crm} cannot be reached.`,
      safe: kept,
      todo: 'It is sent by itself when the connection is back.',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} no longer accepts your key.`,
      safe: kept,
      todo: 'Connect again with a new key; everything that waits is then sent.',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `You may not do this in ${crm}: ${what}`
        : `Your ${crm} user may not write this kind of entry.`,
      safe: kept,
      todo: `Ask whoever runs ${crm} for the right, then try again.`,
    }),
    'slow-down': (crm: string, retryAt: number | null): Trouble => ({
      what: `${crm} asked to wait.`,
      safe: kept,
      todo: retryAt === null ? 'It is tried again by itself.' : `It is tried again at ${f.time(retryAt)}.`,
    }),
    refused: (crm: string, reason: string, field: string): Trouble => ({
      what: field
        ? `${crm} said no to “${field}”: ${reasons[reason] ?? reason}`
        : `${crm} said no: ${reasons[reason] ?? reason}`,
      safe: kept,
      todo: 'Change the entry or the rule in the CRM, then try again. Or take it back.',
    }),
    gone: (crm: string): Trouble => ({
      what: `What this belongs to no longer exists in ${crm}.`,
      safe: kept,
      todo: 'Choose another contact and try again, or take it back.',
    }),
    'not-understood': (crm: string, step: string): Trouble => ({
      what: `${crm} answered something unexpected${step ? ` (${step})` : ''}.`,
      safe: kept,
      todo: 'Check the address in the settings: a login page or a proxy may be answering. Then try again.',
    }),
  },
  /** While a CRM is being connected there is no entry yet that could wait. */
  connecting: {
    offline: (crm: string): Trouble => ({
      what: `Nothing answers at this address, so ${crm} cannot be asked.`,
      safe: 'Nothing was stored.',
      todo: 'Check the address and your connection, then try again.',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} does not accept this login with this key.`,
      safe: 'Nothing was stored.',
      todo: 'Check the login and the database. If they are right, make a new API key and paste it here.',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what ? `${crm} does not let you in: ${what}` : `Your ${crm} user may not be used this way.`,
      safe: 'Nothing was stored.',
      todo: `Ask whoever runs ${crm} to allow API access for you.`,
    }),
  },
  problem: {
    'not-open': (): Trouble => ({
      what: 'This entry was already decided, here or in another window.',
      safe: 'Nothing was changed or logged twice.',
      todo: 'The list shows how it stands.',
    }),
    'not-found': (): Trouble => ({
      what: 'This entry is no longer here.',
      safe: 'Nothing was sent.',
      todo: 'Open the mail again to get it back.',
    }),
    'storage-full': (): Trouble => ({
      what: 'The disk is full, so nothing could be stored.',
      safe: 'What was stored before is still here. This step was not done.',
      todo: 'Free some space on this computer, then try again.',
    }),
    'storage-failed': (): Trouble => ({
      what: 'The browser could not store this.',
      safe: 'What was stored before is still here. This step was not done.',
      todo: 'Try again. If it stays so, restart the browser.',
    }),
    malformed: (): Trouble => ({
      what: 'Sidelog could not read this request.',
      safe: 'Nothing was changed.',
      todo: 'Close this page and open it again: it may be older than the extension.',
    }),
    'no-permission': (host: string): Trouble => ({
      what: host ? `The browser does not let Sidelog reach ${host}.` : 'The browser’s permission is missing.',
      safe: 'Nothing was sent.',
      todo: 'Press the button again and choose “Allow”.',
    }),
    'insecure-address': (): Trouble => ({
      what: 'This address starts with http://, which anyone on the way can read.',
      safe: 'Nothing was sent, your key neither.',
      todo: 'Use the https:// address. Only a CRM on this computer may use http.',
    }),
    'not-a-url': (): Trouble => ({
      what: 'This is not a web address.',
      safe: 'Nothing was sent.',
      todo: 'Copy the address from the browser’s bar while your CRM is open, for example https://crm.example.com.',
    }),
    'sign-in-closed': (name: string): Trouble => ({
      what: `The sign-in page of ${name} was closed before it was finished.`,
      safe: 'Nothing was connected, and nothing was lost.',
      todo: 'Press Connect again when you want to sign in.',
    }),
    'not-that-crm': (name: string): Trouble => ({
      what: name ? `No ${name} answers at this address.` : 'Another program answers at this address.',
      safe: 'Nothing of your mail was sent.',
      todo: 'Check the address: it is the one you see while you use the CRM, without what follows the first slash.',
    }),
    'already-exists': (name: string): Trouble => ({
      what: name ? `${name} is already a contact.` : 'This contact already exists.',
      safe: 'No second one was made.',
      todo: 'Nothing: the mail is matched to the existing contact.',
    }),
    /** Only where the CRM's fault has no kind that we know; else `fault` says it. */
    'crm-fault': (): Trouble => ({
      what: 'Your CRM did not do it.',
      safe: kept,
      todo: 'Try again in a moment.',
    }),
    'tab-gone': (): Trouble => ({
      what: 'The mail’s tab is closed.',
      safe: 'Nothing was changed.',
      todo: 'Open the mail again.',
    }),
    'no-such-kind': (kind: string): Trouble => ({
      what:
        kind === 'call'
          ? 'Your CRM has no place for calls here.'
          : kind === 'meeting'
            ? 'Your CRM has no place for meetings here.'
            : 'Your CRM has no place for this kind of entry.',
      safe: 'Nothing was sent. The entry stays in the list.',
      todo: 'Connect another CRM in the settings, or say “Not this”.',
    }),
    'on-never-log': (): Trouble => ({
      what: 'This person is on your never-log list.',
      safe: 'Nothing was changed.',
      todo: 'Take them off the list in the settings first, if that is what you want.',
    }),
    'file-too-large': (): Trouble => ({
      what: 'This file is larger than 10 MB.',
      safe: 'Nothing of it was read, and nothing left this browser.',
      todo: 'Save the mail without its attachments, or a shorter part of the calendar.',
    }),
    'file-unknown': (): Trouble => ({
      what: 'Sidelog does not know this kind of file.',
      safe: 'Nothing was stored, and nothing left this browser.',
      todo: 'Take a mail saved as .eml or .msg, or a meeting saved as .ics.',
    }),
    'file-broken': (): Trouble => ({
      what: 'This file is broken or incomplete, so it could not be read.',
      safe: 'Nothing was stored.',
      todo: 'Save it again in your mail program, or select the text and paste it here.',
    }),
    'file-empty': (): Trouble => ({
      what: 'There is no mail and no meeting in it.',
      safe: 'Nothing was stored.',
      todo: 'Take a saved mail, an invitation, or the text of a mail.',
    }),
    'series-too-long': (): Trouble => ({
      what: 'This calendar repeats a meeting without a sensible end.',
      safe: 'Nothing was stored.',
      todo: 'Open the meeting in your calendar and save that one day.',
    }),
    'nothing-near': (): Trouble => ({
      what: 'No meeting in it lies within the last 30 or the next 45 days.',
      safe: 'Nothing was stored.',
      todo: 'To log an older meeting, save that one alone.',
    }),
    'private-event': (): Trouble => ({
      what: 'This meeting is marked private.',
      safe: 'Nothing of it was stored.',
      todo: 'If it belongs in your CRM, change that in your calendar and save it again.',
    }),
    'nobody-found': (): Trouble => ({
      what: 'No customer’s address stands in it.',
      safe: 'Nothing was stored or guessed.',
      todo: 'Say whom it is about.',
    }),
    /** `reason` is the gate's, in words. */
    'import-refused': (reason: string): Trouble => ({
      what: reason ? `This is not proposed: ${reason}` : 'This is not proposed.',
      safe: 'Nothing of it was stored, only that it was refused.',
      todo: 'Nothing. The never-log list can be changed in the settings.',
    }),
    'backup-unreadable': (): Trouble => ({
      what: 'This file is damaged, or it was not saved by Sidelog.',
      safe: 'Nothing was changed.',
      todo: 'Choose the file that “Save everything to a file” gave you.',
    }),
    /** `version`: the file's. */
    'backup-newer': (version: string): Trouble => ({
      what: `This file was saved by a newer Sidelog (format ${version}).`,
      safe: 'Nothing was changed.',
      todo: 'Update Sidelog in this browser, then bring the file in.',
    }),
    /** `most`: in bytes. */
    'backup-too-large': (most: string): Trouble => ({
      what: `This file is larger than ${f.bytes(Number(most))}, so it was not read.`,
      safe: 'Nothing was changed.',
      todo: 'Choose the file that “Save everything to a file” gave you.',
    }),
    'undo-too-late': (): Trouble => ({
      what: 'This could not be taken back any more.',
      safe: 'The entry in your CRM is as it was logged.',
      todo: 'Delete it in the CRM itself.',
    }),
  },
  unreachable: {
    what: 'Sidelog’s background part does not answer.',
    safe: 'Your step is kept on this page and not done yet.',
    todo: 'It is tried again by itself. Leave this page open.',
  } satisfies Trouble,
  /** A mail that was open could not be stored. */
  notKept: {
    'storage-full': {
      what: 'The disk is full: Sidelog could not keep a mail.',
      safe: 'The mail is safe in your mailbox, and what you logged is still here.',
      todo: 'Free some space on this computer, then open the mail again.',
    } satisfies Trouble,
    'storage-failed': {
      what: 'The browser did not store a mail for Sidelog.',
      safe: 'The mail is safe in your mailbox, and what you logged is still here.',
      todo: 'Open the mail again. If this stays, restart the browser.',
    } satisfies Trouble,
  },
  storageBroken: {
    what: 'The browser does not open Sidelog’s storage.',
    safe: 'What was stored is not touched.',
    todo: 'Restart the browser. If the disk is full, free some space first.',
  } satisfies Trouble,
});
