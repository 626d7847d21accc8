// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MirrorScopeChoice } from '@/components/options/mirror-scope';
import { connectors } from '@/utils/crm/connectors';
import { pageWords } from '@/utils/i18n/page-words';

const show = (what: preact.ComponentChild) => act(() => render(what, document.body));
afterEach(() => show(null));

describe('whose contacts are kept', () => {
  it('offers what the CRM can be asked for, and says why the rest is missing', () => {
    const onChange = vi.fn();
    show(
      <MirrorScopeChoice
        connector="pipedrive"
        crm="Pipedrive"
        scopes={['all', 'mine', 'active']}
        scope="mine"
        readsAgain={false}
        onOpen={async () => new Map()}
        onChange={onChange}
      />,
    );
    const select = document.querySelector('select');
    expect([...(select?.options ?? [])].map(({ value }) => value)).toEqual(['all', 'mine', 'active']);
    expect(select?.value).toBe('mine');
    expect(document.body.textContent).toContain(pageWords.mirrorScope.lacks.pipedrive);
    expect(document.body.textContent).not.toContain(pageWords.mirrorScope.again);
    act(() => {
      if (select) select.value = 'active';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(onChange).toHaveBeenCalledWith('active');
  });

  it('says how many each would bring, once the choice is opened and not before', async () => {
    const onOpen = vi.fn(async () => new Map([['all', 12_000] as const, ['mine', 1] as const]));
    show(
      <MirrorScopeChoice
        connector="odoo"
        crm="Odoo"
        scopes={['all', 'mine', 'active']}
        scope="all"
        readsAgain={false}
        onOpen={onOpen}
        onChange={() => {}}
      />,
    );
    expect(onOpen).not.toHaveBeenCalled();
    const select = document.querySelector('select');
    await act(async () => select?.focus());
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
      'All that you may see: 12,000 contacts',
      'Yours: 1 contact',
      'Changed in the last two years',
    ]);
    await act(async () => select?.blur());
    await act(async () => select?.focus());
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it.each(connectors.filter(({ id }) => id !== 'notebook'))(
    'has words for all that $name offers and lacks',
    (each) => {
      const { team, lacks } = pageWords.mirrorScope;
      expect(each.id in team).toBe(each.scopes.includes('team'));
      expect(each.id in lacks).toBe(each.scopes.length < 4);
    },
  );
});
