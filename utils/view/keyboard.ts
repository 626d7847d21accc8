import { type KeyCommand, keyRows } from '@/utils/model/key-command';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented'
>;

/**
 * The command of a key press, or null. Never while somebody types, with a modifier, in a menu or a dialog; Enter only
 * where no control has the focus, because there it means that control.
 */
export function keyCommand(event: Pressed, target: EventTarget | null): KeyCommand | null {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return null;
  const element = target instanceof Element ? target : null;
  if (element?.closest('input, textarea, select, [contenteditable], [role=menu], dialog')) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // A sign such as ? needs Shift on many keyboards; Caps Lock is no Shift.
  const shift = event.shiftKey && (key.length > 1 || key !== key.toUpperCase());
  const command = keyRows.find((row) => row.key === key && (row.shift ?? false) === shift)?.command ?? null;
  if (command === 'confirm' && element?.closest('button, a, summary, [role=button], [role=menuitem]'))
    return null;
  return command;
}

const KEPT = 'sidelog-keys';

/** Whether single keys act. Kept in this browser's profile for our pages alone (WCAG 2.1.4 wants a way to stop them). */
export function keysEnabled(): boolean {
  return localStorage.getItem(KEPT) !== 'off';
}

export function enableKeys(enabled: boolean): void {
  if (enabled) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, 'off');
}

/** Calls `act` for each command until `abort`. */
export function listenForKeys(act: (command: KeyCommand) => boolean, abort: AbortSignal): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const command = keyCommand(event, event.target);
      if (!command || (!keysEnabled() && command !== 'help')) return;
      if (act(command)) event.preventDefault();
    },
    { signal: abort },
  );
}
