// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RememberedSection } from '@/components/options/remembered-section';
import type { DeclinedUpdate, Overruled } from '@/utils/model/settings';

const show = (what: preact.ComponentChild) => act(() => render(what, document.body));
afterEach(() => show(null));
const forget = (name: string) =>
  act(() => document.querySelector<HTMLButtonElement>(`button[aria-label="Forget ${name}"]`)?.click());

const overruled: Overruled[] = [
  { address: 'anna@nordlicht.example', reason: 'personal' },
  { address: 'anna@nordlicht.example', reason: 'automated' },
];
const declinedUpdates: DeclinedUpdate[] = [
  { contactId: '5', field: 'phone', new: '+49 40 5550199', name: 'Anna Berger' },
  { contactId: '5', field: 'title', new: 'Head of Sales', name: 'Anna Berger' },
];

const now = Date.UTC(2026, 10, 21, 9);
const nothingChosen = { choices: [], onForget: () => {}, now };

describe('what the rep decided once', () => {
  it('is shown with its reason, and is forgotten one by one', () => {
    const change = vi.fn(async () => {});
    show(<RememberedSection {...nothingChosen} settings={{ overruled, declinedUpdates }} change={change} />);
    expect([...document.querySelectorAll('.pill')].map((pill) => pill.textContent)).toEqual([
      'anna@nordlicht.example: looked personal',
      'anna@nordlicht.example: looked written by a machine',
      'Anna Berger: Phone +49 40 5550199',
      'Anna Berger: Job title Head of Sales',
    ]);
    forget('anna@nordlicht.example: looked personal');
    expect(change).toHaveBeenLastCalledWith({ overruled: [overruled[1]] });
    forget('Anna Berger: Job title Head of Sales');
    expect(change).toHaveBeenLastCalledWith({ declinedUpdates: [declinedUpdates[0]] });
    expect(change).toHaveBeenCalledTimes(2);
  });

  it('says so where there is nothing', () => {
    show(<RememberedSection {...nothingChosen} settings={{}} change={vi.fn(async () => {})} />);
    expect(document.querySelectorAll('.pill')).toHaveLength(0);
    expect(document.body.textContent?.match(/None yet/g)).toHaveLength(3);
  });

  it('lists whom and what the rep chose, each in one line', () => {
    const onForget = vi.fn();
    const about = ['sales@nordlicht.example'];
    show(
      <RememberedSection
        {...nothingChosen}
        settings={{}}
        change={vi.fn(async () => {})}
        onForget={onForget}
        choices={[
          { id: '1', kind: 'contact', about, chosen: 'Anna Berger', at: now },
          { id: '2', kind: 'company', about: [...about, 'tk@nordlicht.example'], chosen: '', at: now },
          { id: '3', kind: 'deal', about: ['Renewal'], chosen: 'Renewal 2027', at: now },
          { id: '4', kind: 'deal', about: [], chosen: '', at: now },
        ]}
      />,
    );
    const lines = [...document.querySelectorAll('.pill')].map((pill) => pill.textContent);
    expect(lines.slice(0, 3)).toEqual([
      'sales@nordlicht.example: Anna Berger',
      'sales@nordlicht.example and tk@nordlicht.example: no company',
      '“Renewal”: deal Renewal 2027',
    ]);
    expect(lines[3]).toMatch(/^“a thread, .*”: no deal$/);
    forget('sales@nordlicht.example: Anna Berger');
    expect(onForget).toHaveBeenCalledExactlyOnceWith('1');
  });
});
