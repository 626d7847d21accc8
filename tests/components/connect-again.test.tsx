// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CrmSection } from '@/components/options/crm-section';
import type { ConnectState, OptionsActions, OptionsModel } from '@/components/options/options-props';
import { connectors } from '@/utils/crm/connectors';
import { defaultSettings } from '@/utils/store/settings';

const state = signal<ConnectState>({ state: 'idle' });
const show = (connector: string) =>
  act(() =>
    render(
      <CrmSection
        model={
          {
            settings: signal({
              ...defaultSettings('real'),
              crm: { connector, settings: {}, account: 'real' },
            }),
            connect: state,
            mirror: signal({ contacts: 0, completeAt: null, readsAgain: false }),
            written: signal(null),
            transfer: signal(null),
            syncing: signal(false),
            now: signal(0),
          } as unknown as OptionsModel
        }
        actions={{} as OptionsActions}
        connectors={signal(connectors)}
      />,
      document.body,
    ),
  );
const folded = () => document.querySelector('form.connect')?.closest('details')?.open;
const goTo = (hash: string) =>
  act(() => {
    location.hash = hash;
    dispatchEvent(new Event('hashchange'));
  });

describe('the form of a connection', () => {
  beforeEach(() => {
    state.value = { state: 'idle' };
    location.hash = '#crm';
  });
  afterEach(() => act(() => render(null, document.body)));

  it('is folded up where a CRM is connected, and opens for who comes to connect again, each time', () => {
    show('odoo');
    expect(folded()).toBe(false);
    goTo('#crm-connect');
    expect(folded()).toBe(true);
    act(() => {
      state.value = { state: 'done', userName: 'Robin Hale' };
    });
    expect([folded(), location.hash]).toEqual([false, '#crm']);
    goTo('#crm-connect');
    expect(folded()).toBe(true);
  });

  it('stands open where nothing is connected yet', () => {
    show('notebook');
    const select = document.querySelector('select');
    act(() => {
      if (select) select.value = 'odoo';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(document.querySelector('form.connect')).not.toBeNull();
    expect(document.querySelector('form.connect')?.closest('details')).toBeNull();
  });
});
