/** What a key means on our pages. */
export type KeyCommand =
  | 'next'
  | 'previous'
  | 'confirm'
  | 'edit'
  | 'dismiss'
  | 'snooze'
  | 'to-open-mail'
  | 'undo'
  | 'call'
  | 'log'
  | 'help';
