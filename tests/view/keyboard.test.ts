// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { enableKeys, keyCommand, keysEnabled, listenForKeys } from '@/utils/view/keyboard';

const press = (key: string, over: Partial<KeyboardEvent> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  ...over,
});

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

function put(tag: string, attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

describe('single keys', () => {
  it('mean what the list behind ? says', () => {
    const meant = ['j', 'k', 'Enter', 'e', 'x', 's', 'u', 'z', '?', 'J'].map((key) =>
      keyCommand(press(key), document.body),
    );
    expect(meant).toEqual([
      'next',
      'previous',
      'confirm',
      'edit',
      'dismiss',
      'snooze',
      'to-open-mail',
      'undo',
      'help',
      'next',
    ]);
    expect(keyCommand(press('q'), document.body)).toBeNull();
  });

  it('choose several with Shift; Shift that only writes a sign, or Caps Lock, changes nothing', () => {
    const shifted = (key: string) => keyCommand(press(key, { shiftKey: true }), document.body);
    expect([shifted('J'), shifted('K'), shifted('?')]).toEqual(['choose-next', 'choose-previous', 'help']);
    expect([shifted('X'), shifted('Enter'), shifted('S')]).toEqual([null, null, null]);
  });

  it('never log or dismiss anything while somebody types', () => {
    for (const field of [put('input'), put('textarea'), put('select'), put('div', { contenteditable: '' })])
      for (const key of ['x', 'e', 'Enter', 'z', '?']) expect(keyCommand(press(key), field)).toBeNull();
    expect(keyCommand(press('x', { isComposing: true }), document.body)).toBeNull();
  });

  it('leave the browser’s own keys alone', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(keyCommand(press('z', { [modifier]: true }), document.body)).toBeNull();
  });

  it('do nothing in a menu or a dialog', () => {
    expect(keyCommand(press('x'), put('div', { role: 'menu' }))).toBeNull();
    expect(keyCommand(press('x'), put('dialog'))).toBeNull();
  });

  it('let Enter press the button that has the focus instead of logging', () => {
    const button = put('button');
    expect(keyCommand(press('Enter'), button)).toBeNull();
    expect(keyCommand(press('x'), button)).toBe('dismiss');
  });

  it('can be switched off, all but the way back on', () => {
    const done: string[] = [];
    const leaving = new AbortController();
    listenForKeys((command) => {
      done.push(command);
      return true;
    }, leaving.signal);
    const strike = (key: string) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    enableKeys(false);
    expect(keysEnabled()).toBe(false);
    strike('x');
    strike('?');
    enableKeys(true);
    strike('x');
    leaving.abort();
    strike('x');
    expect(done).toEqual(['help', 'dismiss']);
  });
});
