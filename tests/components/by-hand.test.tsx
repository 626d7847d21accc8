// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ByHand } from '@/components/panel/by-hand';
import type { ByHandDoor, HandedResultView } from '@/components/panel/by-hand-props';
import { noByHand } from './by-hand-door';

function setUp(open = false) {
  const result = signal<HandedResultView | null>(null);
  const door = {
    ...noByHand,
    open: signal(open),
    result,
    addFiles: vi.fn<ByHandDoor['addFiles']>(),
    addText: vi.fn<ByHandDoor['addText']>(),
    nameWhom: vi.fn<ByHandDoor['nameWhom']>(() => true),
  };
  act(() => render(<ByHand door={door} />, document.body));
  return { door, result };
}

/** jsdom has no drags: an event with what a drag carries. */
function hand(type: string, over: { files?: File[]; text?: string }, target: EventTarget = document.body) {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const carried = {
    files: over.files ?? [],
    types: [over.files ? 'Files' : 'text/plain'],
    getData: () => over.text ?? '',
  };
  Object.assign(event, { dataTransfer: carried, clipboardData: carried });
  act(() => {
    target.dispatchEvent(event);
  });
  return event;
}

const mail = new File(['From: anna@kunde.example'], 'offer.eml', { type: 'message/rfc822' });

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn();
  HTMLDialogElement.prototype.close = vi.fn();
});
afterEach(() => {
  act(() => render(null, document.body));
});

describe('what the rep hands over', () => {
  it('a file dropped anywhere in the panel is taken, and the browser does not open it', () => {
    const { door } = setUp();
    expect(hand('dragover', { files: [mail] }).defaultPrevented).toBe(true);
    expect(document.body.textContent).toContain('Drop to add it');
    expect(hand('drop', { files: [mail] }).defaultPrevented).toBe(true);
    expect(door.addFiles).toHaveBeenCalledWith([mail]);
    expect(document.body.textContent).not.toContain('Drop to add it');
  });

  it('text that is dropped or pasted outside of fields is taken', () => {
    const { door } = setUp();
    hand('drop', { text: 'From: Anna' });
    hand('paste', { text: 'Subject: Offer' });
    expect(door.addText.mock.calls).toEqual([['From: Anna'], ['Subject: Offer']]);
  });

  it('what is pasted into a field stays in the field', () => {
    const { door } = setUp(true);
    const field = document.querySelector('textarea');
    if (!field) throw new Error('no field');
    expect(hand('paste', { text: 'mine' }, field).defaultPrevented).toBe(false);
    expect(hand('drop', { text: 'mine' }, field).defaultPrevented).toBe(false);
    expect(door.addText).not.toHaveBeenCalled();
  });

  it('what became of it is said in sentences, each file that gave nothing with its reason', () => {
    const { result } = setUp(true);
    act(() => {
      result.value = {
        proposed: 2,
        problem: null,
        not: [{ name: 'photo.png', problem: { code: 'file-unknown', args: [] } }],
        askWhom: null,
      };
    });
    const said = document.body.textContent;
    expect(said).toContain('2 entries are proposed now');
    expect(said).toContain('photo.png');
    expect(said).toContain('does not know this kind of file');
  });

  it('where nobody stands in the text the rep is asked whom it is about', () => {
    const { door, result } = setUp(true);
    act(() => {
      result.value = {
        proposed: 0,
        problem: { code: 'nobody-found', args: [] },
        not: [],
        askWhom: 'The text',
      };
    });
    const input = document.querySelector<HTMLInputElement>('fieldset input');
    if (!input) throw new Error('no field for the address');
    act(() => {
      input.value = 'anna@kunde.example';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    act(() => {
      document.querySelector<HTMLButtonElement>('fieldset button')?.click();
    });
    expect(door.nameWhom).toHaveBeenCalledWith('The text', 'anna@kunde.example', '');
  });
});
