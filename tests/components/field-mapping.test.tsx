// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FieldMapping } from '@/components/options/field-mapping';
import type { FillView, WrittenView } from '@/components/options/options-props';

const show = (what: preact.ComponentChild) => act(() => render(what, document.body));
afterEach(() => show(null));

const choices = [
  { value: 'won', label: 'Went well' },
  { value: 'lost', label: 'No interest' },
];
const call: WrittenView['records'][number] = {
  kind: 'call',
  record: 'Call',
  fields: [
    { name: 'name', label: 'Name', required: true, kind: 'text', ours: 'subject' },
    { name: 'type', label: 'Call type', required: false, kind: 'choice', ours: 'kind', choices },
    { name: 'reason', label: 'Reason', required: true, kind: 'choice', choices },
    { name: 'result', label: 'Result', required: false, kind: 'choice', choices },
    { name: 'notes', label: 'Notes', required: false, kind: 'text' },
    { name: 'owner', label: 'Owner', required: false, kind: 'reference' },
  ],
};

function setUp(fills: FillView[] = [], records = [call]) {
  const onFill = vi.fn();
  show(<FieldMapping records={records} crm="EspoCRM" fills={fills} onFill={onFill} />);
  return onFill;
}
function select(label: string): HTMLSelectElement {
  const found = [...document.querySelectorAll('label')].find(
    (each) => each.textContent?.trim().replace(/\s+/g, ' ') === label,
  );
  const element = found && document.getElementById(found.htmlFor);
  if (!(element instanceof HTMLSelectElement)) throw new Error(`no choice is called ${label}`);
  return element;
}
const choose = (label: string, value: string) =>
  act(() => {
    const element = select(label);
    element.value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  });
const save = () =>
  act(() =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Save')?.click(),
  );
const labelsOf = (label: string) => [...select(label).options].map(({ text }) => text);

describe('types and fields', () => {
  it('asks at first for the type and for what must be filled; others are there to be chosen', () => {
    setUp();
    expect([...document.querySelectorAll('label')].map(({ textContent }) => textContent?.trim())).toEqual([
      'Call type',
      'Reason (required)',
      'Fill another field',
    ]);
    expect(labelsOf('Call type')).toEqual(['As Sidelog chooses', 'Went well', 'No interest']);
    // Each entry must have it: what an entry may lack is not among the ways.
    expect(labelsOf('Reason (required)')).toEqual([
      'Ask me in each entry',
      'Received or sent',
      'Always the same',
    ]);
    expect(labelsOf('Fill another field')).toEqual(['Choose a field…', 'Result', 'Notes']);
    expect(document.body.textContent).toContain('1 field is asked for that Sidelog cannot know');
  });

  it('keeps what was chosen: a type, one answer for all, and which part of the entry goes where', () => {
    const other: FillView = { kind: 'email', field: 'team', value: 'North' };
    const email = {
      ...call,
      kind: 'email' as const,
      fields: [{ ...call.fields[4]!, name: 'team', label: 'Team' }],
    };
    const onFill = setUp([other], [email, call]);
    choose('Call type', 'lost');
    choose('Reason (required)', 'always');
    choose('What always goes into Reason', 'won');
    choose('Fill another field', 'result');
    choose('Result', 'outcome');
    choose('Result where it is “Positive”', 'won');
    choose('Fill another field', 'notes');
    choose('Notes', 'summary');
    save();
    expect(onFill).toHaveBeenCalledExactlyOnceWith([
      other,
      { kind: 'call', field: 'type', value: 'lost' },
      { kind: 'call', field: 'reason', value: 'won' },
      { kind: 'call', field: 'result', value: '', from: 'outcome', words: { positive: 'won' } },
      { kind: 'call', field: 'notes', value: '', from: 'summary' },
    ]);
    expect(document.body.textContent).toContain('Saved');
  });

  it('fills new contacts, companies and tasks as well: with one answer, or each asks', () => {
    const lead = {
      name: 'LeadSource',
      label: 'Lead source',
      required: true,
      kind: 'choice' as const,
      choices,
    };
    const contact = { kind: 'contact' as const, record: 'Contact', fields: [lead] };
    const task = { kind: 'task' as const, record: 'Task', fields: [{ ...lead, name: 'x', required: false }] };
    const onFill = setUp([], [contact, task]);
    expect(document.body.textContent).toContain('1 field is asked for that Sidelog cannot know');
    expect(labelsOf('Lead source (required)')).toEqual(['Ask me in each entry', 'Always the same']);
    choose('Lead source (required)', 'always');
    choose('What always goes into Lead source', 'won');
    choose('Fill another field', 'x');
    expect(labelsOf('Lead source')).toEqual(['Leave it alone', 'Ask me in each entry', 'Always the same']);
    choose('Lead source', 'ask');
    save();
    expect(onFill).toHaveBeenCalledExactlyOnceWith([
      { kind: 'contact', field: 'LeadSource', value: 'won' },
      { kind: 'task', field: 'x', value: '', from: 'ask' },
    ]);
  });

  it('drops what says nothing, and puts our own words into plain text', () => {
    const onFill = setUp();
    choose('Reason (required)', 'direction');
    choose('Fill another field', 'notes');
    choose('Notes', 'direction');
    save();
    expect(onFill).toHaveBeenCalledWith([
      {
        kind: 'call',
        field: 'notes',
        value: '',
        from: 'direction',
        words: { received: 'Received', sent: 'Sent' },
      },
    ]);
  });

  it('names what nobody can fill from here, and what the CRM no longer has', () => {
    const records: WrittenView['records'] = [
      { ...call, fields: [{ name: 'owner', label: 'Account', required: true, kind: 'reference' }] },
      {
        kind: 'contact',
        record: 'Contact',
        fields: [{ name: 'region', label: 'Region', required: true, kind: 'reference' }],
      },
    ];
    const onFill = setUp([{ kind: 'call', field: 'old', value: 'x' }], records);
    expect(document.body.textContent).toContain(
      'EspoCRM asks for 2 fields that cannot be filled from here: Call: Account and New contact: Region',
    );
    expect(document.body.textContent).toContain('EspoCRM no longer has the field “old” that you fill');
    act(() =>
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => textContent === 'Fill it no more')
        ?.click(),
    );
    save();
    expect(onFill).toHaveBeenCalledWith([]);
  });
});
