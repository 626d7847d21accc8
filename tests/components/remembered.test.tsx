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

describe('what the rep decided once', () => {
  it('is shown with its reason, and is forgotten one by one', () => {
    const change = vi.fn(async () => {});
    show(<RememberedSection settings={{ overruled, declinedUpdates }} change={change} />);
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
    show(<RememberedSection settings={{}} change={vi.fn(async () => {})} />);
    expect(document.querySelectorAll('.pill')).toHaveLength(0);
    expect(document.body.textContent?.match(/None yet/g)).toHaveLength(2);
  });
});
