import type { Formats } from '@/utils/i18n/formats';

/** Adding by hand: files, pasted and selected text. */
export const byHand = (f: Formats) => ({
  open: 'Add by hand',
  title: 'Add by hand',
  hint: 'A saved mail or meeting, or the text of one, becomes the same proposal as if you had opened it. It stays in this browser until you log it.',
  drop: 'Drop .eml, .msg or .ics files here',
  choose: 'Choose files',
  dropNow: 'Drop to add it to Sidelog',
  text: 'Or paste the text of a mail',
  textHint: 'With its From, To, Date and Subject lines where you have them.',
  propose: 'Propose it',
  reading: 'Reading…',
  proposed: (count: number) =>
    f.plural(count, {
      one: 'It is proposed now. Close this to see it.',
      other: '# entries are proposed now. Close this to see them.',
    }),
  notThese: 'These gave nothing:',
  whom: 'Whom is it about?',
  address: 'Their e-mail address',
  name: 'Their name',
  badAddress: 'This is not an e-mail address.',
});

/** Threads that the mailbox's list shows, offered once. */
export const listed = (f: Formats) => ({
  title: (count: number) =>
    f.plural(count, {
      one: '# thread in your list is with a contact you know',
      other: '# threads in your list are with contacts you know',
    }),
  text: 'Look them over once, and choose which to propose. Only who, when and the subject are known of them.',
  review: 'Review',
  no: 'No, thanks',
  dialog: 'What your list shows',
  hint: 'Nothing is logged yet: what you choose waits in the list, without its text. Open a mail, and its text is added.',
  all: 'All',
  none: 'None',
  confirm: (count: number) => f.plural(count, { one: 'Propose # thread', other: 'Propose # threads' }),
  nothing: 'Choose at least one',
  done: (count: number) =>
    f.plural(count, { one: '# thread is proposed now.', other: '# threads are proposed now.' }),
  left: 'Left as it is. It is not offered again.',
});
