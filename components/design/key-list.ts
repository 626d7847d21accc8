import { t } from '@/utils/i18n/t';
import { type KeyCommand, keyRows } from '@/utils/model/key-command';

export type KeySurface = 'panel' | 'popup';

/** What each key of this surface does, in the order in which `?` shows them: its caps, and the words. */
export function keyList(surface: KeySurface): { caps: string[]; what: string }[] {
  const words = wordsOf(surface);
  return keyRows
    .filter(({ only }) => only === undefined || only === surface)
    .map(({ key, shift, command }) => ({ caps: shift ? ['Shift', key] : [key], what: words[command] }));
}

function wordsOf(surface: KeySurface): Record<KeyCommand, string> {
  const { keys } = t.popup;
  const own = surface === 'popup' ? { confirm: keys.open, snooze: keys.later, dismiss: keys.done } : {};
  return {
    next: t.keys.next,
    previous: t.keys.previous,
    'choose-next': t.keys.chooseNext,
    'choose-previous': t.keys.choosePrevious,
    'choose-none': t.keys.chooseNone,
    confirm: t.keys.confirm,
    edit: t.keys.edit,
    dismiss: t.keys.dismiss,
    snooze: t.keys.snooze,
    'to-open-mail': t.keys.open,
    undo: t.keys.undo,
    call: keys.call,
    log: keys.log,
    help: t.keys.help,
    ...own,
  };
}
