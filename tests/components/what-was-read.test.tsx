// @vitest-environment jsdom

import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { actOnRow, stepRow } from '@/components/design/rows';
import { ContactUpdates } from '@/components/panel/contact-updates';
import type { PanelActions, StrangerView } from '@/components/panel/panel-props';
import { Words } from '@/components/panel/proposal-body';
import { ProposalForm } from '@/components/panel/proposal-form';
import { ReadFacts } from '@/components/panel/read-facts';
import { ContactForm, StrangerCard } from '@/components/panel/stranger-card';
import type { PopupActions, PopupModel } from '@/components/popup/popup-props';
import { Today } from '@/components/popup/today';
import type { ActivityEdit, NextStep } from '@/utils/model/activity';
import type { CrmField, WrittenKind } from '@/utils/model/crm-schema';
import type { Proposal } from '@/utils/model/proposal';
import { proposal } from '../view/proposals';

// The form comes when it is first drawn; here it is there at once.
beforeAll(async () => {
  await ContactForm.bring();
});

const now = new Date(2026, 10, 21, 9, 30).getTime();
const root = () => document.body;
const show = (what: preact.ComponentChild) => act(() => render(what, root()));
beforeEach(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => act(() => render(null, root())));

const step: NextStep = {
  kind: 'promised-by-them',
  text: 'Anna Berger: I will sign on Friday.',
  due: '2026-11-27',
  sentence: 'I will sign on Friday.',
};
const read = (over: Partial<Proposal> = {}): Proposal => {
  const plain = proposal(over);
  return {
    ...plain,
    activity: { ...plain.activity, nextStep: step, outcome: 'positive' },
    evidence: { outcome: 'We would renew all 40 seats.' },
  };
};
const field = (label: string) => {
  const found = [...root().querySelectorAll('label')].find((each) =>
    each.textContent?.trim().startsWith(label),
  );
  const input = found && (document.getElementById(found.htmlFor) as HTMLInputElement | null);
  if (!input) throw new Error(`no field ${label}`);
  return input;
};
const type = (label: string, value: string) =>
  act(() => {
    const input = field(label);
    input.value = value;
    input.dispatchEvent(
      new Event(input instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
const press = (text: string) =>
  act(() => {
    const button = [...root().querySelectorAll('button')].find((each) => each.textContent?.includes(text));
    if (!button) throw new Error(`no button ${text}`);
    button.click();
  });

describe('what was read in a mail', () => {
  it('stands on its card with the day and the sentence it came from', () => {
    show(<ReadFacts proposal={read()} now={now} />);
    const said = root().textContent ?? '';
    for (const words of ['They promised', step.text, 'by ', 'Positive', 'We would renew all 40 seats.'])
      expect(said).toContain(words);
    const answers = { stepAnswers: 'Who signs?', summaryAnswers: ['How many seats?', 'Who signs?'] };
    show(<ReadFacts proposal={{ ...read(), evidence: answers }} now={now} />);
    expect(root().textContent, 'and the question that it answers').toContain('In answer to “Who signs?”');
    show(<Words proposal={{ ...read(), evidence: answers }} />);
    expect(root().textContent).toMatch(/In answer to “How many seats\?”.*In answer to “Who signs\?”/);
    show(<ReadFacts proposal={proposal()} now={now} />);
    expect(root().textContent, 'nothing was read, nothing is said').toBe('');
  });

  it('can be changed and dropped, and untouched is no edit', () => {
    const edits: ActivityEdit[] = [];
    const form = () =>
      show(
        <ProposalForm
          key={edits.length}
          proposal={read()}
          template=""
          asked={{ crm: 'odoo', fields: [] }}
          onLog={(edit) => edits.push(edit)}
          onSave={(edit) => edits.push(edit)}
          onCancel={() => {}}
        />,
      );
    form();
    press('Save');
    form();
    type('Due', '2026-11-30');
    type('Outcome', 'info');
    press('Save');
    form();
    type('Next step', ' ');
    type('Outcome', '');
    press('Save');
    expect(edits.map(({ nextStep, outcome }) => ({ nextStep, outcome }))).toEqual([
      { nextStep: undefined, outcome: undefined },
      { nextStep: { text: step.text, due: '2026-11-30' }, outcome: 'info' },
      { nextStep: null, outcome: null },
    ]);
  });
});

const asksNothing = () => ({ crm: 'notebook', fields: [] });

describe('a signature', () => {
  it('prefills the contact that one press adds, each detail with its line', async () => {
    const draft = { name: 'Tom Hale', address: 'tom@hale.example', phone: '+49 40 5550101', title: 'Buyer' };
    const details = { mobile: '+49 171 5550102', website: 'www.hale.example', postalAddress: 'Kai 1, Kiel' };
    const stranger: StrangerView = {
      person: { address: draft.address },
      draft: { ...draft, ...details },
      duplicates: [],
      signature: { phones: [draft.phone], block: `Tom Hale, Buyer\nT ${draft.phone}\nM ${details.mobile}` },
    };
    const create = vi.fn(async () => true);
    show(<StrangerCard stranger={stranger} busy={false} onCreate={create} asks={asksNothing} />);
    press('Add contact');
    expect(create).toHaveBeenLastCalledWith({ ...draft, ...details });
    act(() => root().querySelector<HTMLButtonElement>('button[aria-label^="Look at it"]')?.click());
    expect(root().textContent).toContain('From the signature: T +49 40 5550101');
    type('Mobile', '');
    press('Add contact');
    const { mobile: _, ...rest } = details;
    expect(create).toHaveBeenLastCalledWith({ ...draft, ...rest });
  });

  it('of a new contact at a new company is completed with what the CRM asks for of both', async () => {
    const draft = { name: 'Tom Hale', address: 'tom@hale.example', company: { name: 'Hale' } };
    const stranger: StrangerView = { person: { address: draft.address }, draft, duplicates: [] };
    const field = (name: string): CrmField => ({ name, label: name, required: true, kind: 'text', max: 20 });
    const asks = (kind: WrittenKind) => ({ crm: 'espocrm', fields: [field(`${kind} source`)] });
    const create = vi.fn(async () => true);
    show(<StrangerCard stranger={stranger} busy={false} onCreate={create} asks={asks} />);
    // One press opens the form: the CRM would refuse the contact.
    press('Add contact');
    expect(create).not.toHaveBeenCalled();
    const legends = () => [...root().querySelectorAll('.asked legend')].map(({ textContent }) => textContent);
    expect(legends()).toEqual(['EspoCRM asks for', 'For the new company, EspoCRM asks for']);
    type('contact source', 'Mail');
    press('Add contact');
    expect(create).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(root().querySelectorAll('.asked .input')[1]);
    type('company source', 'Fair');
    press('Add contact');
    expect(create).toHaveBeenLastCalledWith({
      ...draft,
      company: { name: 'Hale', fields: { 'company source': 'Fair' } },
      fields: { 'contact source': 'Mail' },
    });
    type('Company', '');
    expect(legends()).toEqual(['EspoCRM asks for']);
  });

  it('with a known contact’s new phone offers to take it over, once for a thread', () => {
    const update = {
      contactId: 'c1',
      field: 'phone',
      old: '040 1',
      new: '+49 40 5550199',
      sentence: 'T +49 40 5550199',
    } as const;
    const updateContact = vi.fn();
    show(
      <ContactUpdates
        proposals={[proposal({ contactUpdates: [update] }), proposal({ id: 'p2', contactUpdates: [update] })]}
        actions={{ updateContact } as unknown as PanelActions}
        pending={new Set()}
      />,
    );
    expect(root().querySelectorAll('li')).toHaveLength(1);
    expect(root().textContent).toContain('Phone: +49 40 5550199 instead of 040 1');
    press('Update contact');
    const { sentence: _, ...change } = update;
    expect(updateContact).toHaveBeenCalledWith(change);
  });

  it('that the rep does not want is declined with one press, or by keyboard alone', () => {
    const update = {
      contactId: 'c1',
      field: 'title',
      new: 'Head of Sales',
      sentence: 'Head of Sales',
    } as const;
    const [updateContact, declineUpdate] = [vi.fn(), vi.fn()];
    const actions = { updateContact, declineUpdate } as unknown as PanelActions;
    const { sentence: _, ...change } = update;
    const proposals = [proposal({ contactUpdates: [update] })];
    show(<ContactUpdates proposals={proposals} actions={actions} pending={new Set()} />);
    press('Not this');
    expect(declineUpdate).toHaveBeenCalledWith(change);
    expect(stepRow(1)).toBe(true);
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/signature$/);
    expect([actOnRow('dismiss'), actOnRow('confirm')]).toEqual([true, true]);
    expect([declineUpdate.mock.calls.length, updateContact.mock.calls.length]).toEqual([2, 1]);
    show(<ContactUpdates proposals={proposals} actions={actions} pending={new Set(['c1 title'])} />);
    expect(actOnRow('dismiss'), 'decided already').toBe(false);
  });
});

describe('the popup', () => {
  it('says what was promised, in the rep’s own sentence, and lets it go', () => {
    const sentence = 'I will send you the plan today.';
    const promise = {
      kind: 'promise',
      id: 'p1',
      sentence,
      text: sentence,
      dueDate: '2026-11-20',
      overdueDays: 1,
      url: '',
    } as const;
    const none = { rows: [], total: 0, atLeast: false };
    const popup = {
      now: signal(now),
      book: signal('real' as const),
      phase: signal('ready' as const),
      waiting: signal(none),
      promises: signal({ ...none, rows: [promise], total: 1 }),
      tasks: signal(none),
      notes: signal(none),
      quiet: signal(none),
      showMore: () => {},
      workday: signal(9 * 3_600_000),
      taken: signal(null),
      proposals: signal(0),
      pending: signal(new Set<string>()),
      said: signal(''),
      unreachable: signal(0),
    } satisfies PopupModel;
    const dropStep = vi.fn();
    show(
      <Today
        popup={popup}
        actions={
          {
            dropStep,
            asks: () => ({ crm: 'notebook', fields: [] }),
            threadLink: () => null,
            telLink: () => null,
            rescheduleDays: () => [],
            lacks: () => null,
          } as unknown as PopupActions
        }
        help={signal(false)}
      />,
    );
    expect(root().textContent).toContain('You promised');
    expect(root().textContent).toContain(sentence);
    expect(root().textContent).toContain('1 day late');
    act(() => root().querySelector<HTMLButtonElement>(`button[aria-label="Done: ${sentence}"]`)?.click());
    expect(dropStep).toHaveBeenCalledWith(promise);
  });
});
