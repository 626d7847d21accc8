// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Matches } from '@/components/panel/matches';
import type { PickActions, PickView } from '@/components/panel/panel-props';
import type { Deal } from '@/utils/model/contact';
import { proposal } from '../view/proposals';

beforeAll(() => {
  // What jsdom lacks and placing a list asks for.
  Object.assign(globalThis, {
    CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') },
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  });
  Element.prototype.scrollIntoView ??= () => {};
});
afterEach(() => act(() => render(null, document.body)));

const at = Date.UTC(2026, 10, 21);
const deal = (id: string, title: string, more: Partial<Deal> = {}): Deal => ({
  id,
  title,
  contactIds: ['c1'],
  updatedAt: at,
  ...more,
});
const deals = [deal('d1', 'Renewal', { value: 12400, currency: 'EUR', stage: 'Offer' }), deal('d2', 'Pilot')];

function setUp(over: Partial<PickActions> = {}) {
  const correct = vi.fn(async () => true);
  const forgetChoice = vi.fn(async () => {});
  const findPicks = vi.fn(
    async (): Promise<PickView[]> =>
      deals.map((each) => ({ id: each.id, name: each.title, about: [], deal: each })),
  );
  const actions: PickActions = { correct, forgetChoice, findPicks, isChosen: async () => false, ...over };
  const mail = proposal();
  act(() => render(<Matches proposal={mail} actions={actions} deals={deals} />, document.body));
  return { mail, correct, forgetChoice, findPicks };
}

const settle = () => act(() => new Promise((done) => setTimeout(done, 60)));
async function open(name: string) {
  const button = document.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
  if (!button) throw new Error(`no ${name}: ${document.body.innerHTML}`);
  await act(async () => button.click());
  await vi.waitFor(async () => {
    await settle();
    expect(input()).not.toBeNull();
  });
  await settle();
}
const options = () => [...document.querySelectorAll('[role=option]')].map((each) => each.textContent);
const input = () => document.querySelector<HTMLInputElement>('input[role=combobox]');

describe('choosing in the place of what was matched', () => {
  it('two open deals: none is chosen, and the list stands ready with value and stage, nothing highlighted', async () => {
    setUp();
    expect(document.body.textContent).toContain('2 open deals, none chosen');
    await open('Choose the deal of this thread');
    expect(document.activeElement).toBe(input());
    expect(options()).toEqual(['Renewal€12,400 · Offer', 'Pilot', 'No deal']);
    expect(document.querySelector('[role=option][data-highlighted]')).toBeNull();
    expect(document.querySelector('[role=option][aria-selected=true]')).toBeNull();
  });

  it('one press on a deal corrects the thread, and the field is gone', async () => {
    const { mail, correct } = setUp();
    await open('Choose the deal of this thread');
    await act(async () => document.querySelectorAll<HTMLElement>('[role=option]')[1]?.click());
    expect(correct).toHaveBeenCalledExactlyOnceWith({ kind: 'deal', proposal: mail }, 'd2', 'Pilot');
    expect(input()).toBeNull();
  });

  it('“none of these” is always there, for that person alone', async () => {
    const { mail, correct } = setUp({ findPicks: async () => [] });
    await open('Anna Berger: wrong? Choose another');
    expect(options()).toEqual(['None of these people']);
    await act(async () => document.querySelector<HTMLElement>('[role=option]')?.click());
    const of = { kind: 'contact', proposal: mail, address: 'anna.berger@nordlicht.example' };
    expect(correct).toHaveBeenCalledExactlyOnceWith(of, null, '');
  });

  it('what the rep chose before can be forgotten in the same list', async () => {
    const { forgetChoice, correct } = setUp({ isChosen: async () => true, findPicks: async () => [] });
    await settle();
    await open('Nordlicht GmbH: wrong? Choose another');
    expect(options()).toEqual(['None of these', 'Let Sidelog choose again']);
    await act(async () => document.querySelectorAll<HTMLElement>('[role=option]')[1]?.click());
    expect(forgetChoice).toHaveBeenCalledOnce();
    expect(correct).not.toHaveBeenCalled();
  });

  it('asks for what is typed, and a slower answer to fewer letters does not replace it', async () => {
    const waits: ((picks: PickView[]) => void)[] = [];
    const findPicks = vi.fn((_of: unknown, typed: string) =>
      typed === '' ? Promise.resolve([]) : new Promise<PickView[]>((done) => waits.push(done)),
    );
    setUp({ findPicks });
    await open('Anna Berger: wrong? Choose another');
    for (const typed of ['a', 'an']) {
      await act(async () => {
        const field = input();
        if (!field) return;
        field.value = typed;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
    }
    expect(findPicks.mock.calls.map(([, typed]) => typed)).toEqual(['', 'a', 'an']);
    await act(async () => waits[1]?.([{ id: '2', name: 'Ana', about: ['Fjord AS'] }]));
    await act(async () => waits[0]?.([{ id: '1', name: 'Adam', about: [] }]));
    await settle();
    expect(options()).toEqual(['AnaFjord AS', 'None of these people']);
  });

  it('Escape leaves everything as it is and gives the focus back', async () => {
    const { correct } = setUp();
    await open('Nordlicht GmbH: wrong? Choose another');
    const leave = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    await act(async () => void input()?.dispatchEvent(leave));
    await settle();
    expect(input()).toBeNull();
    expect(correct).not.toHaveBeenCalled();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Nordlicht GmbH: wrong? Choose another');
  });
});
