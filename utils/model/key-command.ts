/** What a key means on our pages. */
export type KeyCommand =
  | 'next'
  | 'previous'
  | 'choose-next'
  | 'choose-previous'
  | 'choose-none'
  | 'confirm'
  | 'edit'
  | 'dismiss'
  | 'snooze'
  | 'to-open-mail'
  | 'undo'
  | 'call'
  | 'log'
  | 'help';

export interface KeyRow {
  /** As `KeyboardEvent.key` names it, letters small. */
  key: string;
  shift?: true;
  command: KeyCommand;
  /** Absent: in both. */
  only?: 'panel' | 'popup';
}

/**
 * Every single key, in the order in which `?` shows them: the one list that panel, popup, their help and the hints on
 * their buttons are made of.
 */
export const keyRows: readonly KeyRow[] = [
  { key: 'j', command: 'next' },
  { key: 'k', command: 'previous' },
  { key: 'Enter', command: 'confirm' },
  { key: 'e', command: 'edit', only: 'panel' },
  { key: 's', command: 'snooze' },
  { key: 'x', command: 'dismiss' },
  { key: 'c', command: 'call', only: 'popup' },
  { key: 'l', command: 'log', only: 'popup' },
  { key: 'j', shift: true, command: 'choose-next', only: 'panel' },
  { key: 'k', shift: true, command: 'choose-previous', only: 'panel' },
  { key: 'Escape', command: 'choose-none', only: 'panel' },
  { key: 'z', command: 'undo' },
  { key: 'u', command: 'to-open-mail', only: 'panel' },
  { key: '?', command: 'help' },
];
