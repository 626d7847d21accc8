// @vitest-environment jsdom

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { actOnRow, stepRow } from '@/components/design/rows';
import { NotesTemplate } from '@/components/options/notes-template';
import { CallForm, CallLog } from '@/components/panel/call-log';
import { Changes } from '@/components/panel/changes';
import type { PanelActions, PersonView } from '@/components/panel/panel-props';
import { ProposalCard, ProposalForm } from '@/components/panel/proposal-card';
import { ContactForm } from '@/components/panel/stranger-card';
import type { CallNote, MeetingActivity } from '@/utils/model/activity';
import type { MeetingDetail } from '@/utils/model/captured';
import type { Proposal } from '@/utils/model/proposal';
import { snoozeTimes } from '@/utils/view/snooze-times';
import { proposal } from '../view/proposals';

// The forms come when they are first drawn; here they are there at once.
beforeAll(async () => {
  await Promise.all([ContactForm.bring(), ProposalForm.bring()]);
});

const now = new Date(2026, 10, 21, 15, 30).getTime();
const at = new Date(2026, 10, 21, 14, 0).getTime();
const root = () => document.body;
const said = () => root().textContent ?? '';
const show = (what: preact.ComponentChild) => act(() => render(what, root()));
beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => act(() => render(null, root())));

const button = (text: string) => {
  const found = [...root().querySelectorAll('button')].find(
    (each) => each.getAttribute('aria-label') === text || each.textContent?.includes(text),
  );
  if (!found) throw new Error(`no button ${text}`);
  return found;
};
const press = (text: string) => act(() => button(text).click());
const field = (label: string) => {
  const found = [...root().querySelectorAll('label')].find((each) =>
    each.textContent?.trim().startsWith(label),
  );
  const input = found && (document.getElementById(found.htmlFor) as HTMLInputElement | null);
  if (!input) throw new Error(`no field ${label}`);
  return input;
};
const type = (label: string, value: string) =>
  act(async () => {
    const input = field(label);
    input.value = value;
    input.dispatchEvent(
      new Event(input instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });

function meeting(detail: Partial<MeetingDetail> = {}, over: Partial<MeetingActivity> = {}): Proposal {
  const mail = proposal({ subject: 'Review' });
  const full: MeetingDetail = {
    endsAt: at + 45 * 60_000,
    allDay: false,
    place: 'Hall 3',
    conferenceUrl: 'https://meet.google.com/abc-defg-hij',
    status: 'confirmed',
    myAnswer: 'organizer',
    answers: [],
    unnamed: [],
    guestsUnknown: false,
    recurring: false,
    ...detail,
  };
  const { endsAt, allDay, place, conferenceUrl, status } = full;
  return {
    ...mail,
    sentAt: at,
    captured: { ...mail.captured, kind: 'meeting', sentAt: at, meeting: full, text: '' },
    activity: {
      ...mail.activity,
      kind: 'meeting',
      at,
      summary: '',
      ownWords: '',
      meeting: { endsAt, allDay, place, conferenceUrl, status },
      participants: [
        { address: 'me@ourside.example', role: 'from', answer: 'organizer' },
        { address: 'anna.berger@nordlicht.example', name: 'Anna Berger', role: 'to', answer: 'accepted' },
        { address: 'uwe@nordlicht.example', name: 'Uwe Kurz', role: 'to', answer: 'declined' },
      ],
      ...over,
    },
  };
}

function actionsWith(over: Partial<PanelActions> = {}): PanelActions {
  return {
    confirm: vi.fn(async () => {}),
    edit: vi.fn(async () => true),
    dismiss: vi.fn(async () => {}),
    addGuest: vi.fn(async () => true),
    lacks: () => null,
    asks: () => ({ crm: 'odoo', fields: [] }),
    findPicks: async () => [],
    isChosen: async () => false,
    notesTemplate: () => 'Decided:\nNext:',
    snoozeTimes,
    ...over,
  } as unknown as PanelActions;
}
const card = (of: Proposal, actions = actionsWith()) => {
  show(
    <ul>
      <ProposalCard proposals={[of]} actions={actions} now={now} pending={new Set()} current />
    </ul>,
  );
  return actions;
};

describe('the card of a meeting', () => {
  it('says when it was, where, how it was joined, and who came, in words and pictures', () => {
    card(meeting());
    for (const words of [
      'Meeting',
      'Today',
      'Hall 3',
      'meet.google.com',
      'Anna Berger',
      'accepted',
      'declined',
      'organiser',
      'No notes yet.',
    ])
      expect(said()).toContain(words);
    expect(said()).toMatch(/2:00\s?–\s?2:45/);
    const link = root().querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://meet.google.com/abc-defg-hij');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('says whole days, several too, and links to nothing that is no web address', () => {
    const day = new Date(2026, 10, 19).getTime();
    const allDay = {
      allDay: true,
      endsAt: new Date(2026, 10, 21).getTime(),
      conferenceUrl: 'javascript:alert(1)',
    };
    card(meeting(allDay, { at: day }));
    expect(said()).toContain('all day');
    expect(said()).toMatch(/Thu – yesterday/);
    expect(root().querySelector('a')).toBeNull();
  });

  it('says whom the page does not name, and takes an address for them', async () => {
    const open = meeting({ guestsUnknown: true, unnamed: ['Kim Lee'] });
    const actions = card(open);
    expect(said()).toContain('there may be more guests');
    press('Add address: Kim Lee');
    expect(document.activeElement).toBe(field('E-mail of Kim Lee'));
    await type('E-mail of Kim Lee', 'kim');
    const add = () =>
      [...root().querySelectorAll('button')].find((each) => each.textContent === 'Add')?.click();
    act(add);
    expect(said()).toContain('Write a whole address');
    expect(actions.addGuest).not.toHaveBeenCalled();
    await type('E-mail of Kim Lee', 'kim@nordlicht.example');
    await act(async () => add());
    expect(actions.addGuest).toHaveBeenCalledWith(open, 'kim@nordlicht.example', 'Kim Lee');
  });

  it('cannot be logged where the CRM has no place for it, and says why', () => {
    const actions = card(meeting(), actionsWith({ lacks: (kind) => (kind === 'email' ? null : 'odoo') }));
    expect(said()).toContain('Odoo has no place for meetings');
    press('Log it');
    expect(actions.confirm).not.toHaveBeenCalled();
    card(proposal(), actions);
    press('Log it');
    expect(actions.confirm).toHaveBeenCalled();
  });

  it('takes notes, an outcome and a next step, with a template by one press', async () => {
    const of = meeting();
    const actions = card(of);
    press('Edit');
    press('Insert template');
    expect(field('Notes').value).toBe('Decided:\nNext:');
    await type('Notes', 'Decided: 40 seats\nNext: offer');
    await type('Outcome', 'positive');
    await type('Next step', 'Send the offer');
    press('Insert template');
    expect(field('Notes').value).toBe('Decided: 40 seats\nNext: offer\n\nDecided:\nNext:');
    await type('Notes', 'Decided: 40 seats');
    press('Save');
    expect(actions.edit).toHaveBeenCalledWith(of, {
      subject: 'Review',
      summary: 'Decided: 40 seats',
      contactIds: ['c1'],
      nextStep: { text: 'Send the offer', due: null },
      outcome: 'positive',
    });
  });
});

describe('a logged meeting that changed', () => {
  it('is shown with both times, and decided by press or key', () => {
    const of = meeting();
    const update = { ...of.activity, at: at + 26 * 3_600_000 } as MeetingActivity;
    const moved = {
      ...of,
      update: { ...update, meeting: { ...update.meeting, endsAt: update.at + 3_600_000 } },
    };
    const actions = actionsWith({ takeChange: vi.fn(async () => {}), leaveChange: vi.fn(async () => {}) });
    show(<Changes changes={[moved]} actions={actions} now={now} pending={new Set()} />);
    expect(said()).toMatch(/Moved: was today .*2:00.*, now tomorrow .*4:00/);
    press('Change the entry of “Review”');
    press('Leave it: “Review”');
    stepRow(1);
    expect([actOnRow('confirm'), actOnRow('dismiss')]).toEqual([true, true]);
    expect(actions.takeChange).toHaveBeenCalledTimes(2);
    expect(actions.leaveChange).toHaveBeenCalledTimes(2);
    show(<Changes changes={[]} actions={actions} now={now} pending={new Set()} />);
    expect(said()).toBe('');
  });

  it('that was cancelled says so', () => {
    const of = meeting();
    const update = {
      ...of.activity,
      meeting: { ...(of.activity as MeetingActivity).meeting, status: 'cancelled' },
    };
    show(
      <Changes
        changes={[{ ...of, update: update as MeetingActivity }]}
        actions={actionsWith()}
        now={now}
        pending={new Set()}
      />,
    );
    expect(said()).toContain('Cancelled: today');
  });
});

beforeAll(async () => {
  await CallForm.bring();
});

describe('logging a call', () => {
  const anna: PersonView = { contactId: 'c1', name: 'Anna Berger', companyName: 'Nordlicht GmbH' };
  const setUp = (people: PersonView[], over: Partial<PanelActions> = {}) => {
    const logCall = vi.fn(async (_call: CallNote, _name: string) => true);
    const actions = actionsWith({ logCall, findPeople: async () => [anna], ...over });
    show(<CallLog people={people} actions={actions} now={now} />);
    return logCall;
  };

  it('is prefilled from the open mail: notes and one press', async () => {
    const logCall = setUp([anna]);
    press('Log a call');
    expect(field('With').value).toBe('Anna Berger');
    expect(document.activeElement).toBe(field('Notes'));
    await type('Notes', 'Wants 40 seats.');
    await type('Minutes', '8');
    await act(async () => button('Log the call').click());
    const [note, name] = logCall.mock.calls[0] ?? [];
    expect(name).toBe('Anna Berger');
    expect(note).toMatchObject({
      contactId: 'c1',
      direction: 'sent',
      minutes: 8,
      subject: 'Call with Anna Berger',
      notes: 'Wants 40 seats.',
    });
    expect(note?.id.length).toBeGreaterThan(20);
    expect(note?.at).toBe(now - 5 * 60_000);
    expect(said(), 'closed when it is stored').not.toContain('Minutes');
  });

  it('finds a contact by name, takes somebody who is none, and says what is missing', async () => {
    const logCall = setUp([]);
    press('Log a call');
    await act(async () => button('Log the call').click());
    expect(said()).toContain('Say with whom you talked.');
    await type('With', 'Ann');
    press('Anna Berger · Nordlicht GmbH');
    expect(said()).toContain('Contact: Anna Berger, Nordlicht GmbH');
    await type('With', 'Uwe Fremd');
    await type('Minutes', 'many');
    await act(async () => button('Log the call').click());
    expect(said()).toContain('Write whole minutes');
    await type('Minutes', '3');
    await type('Began', '2126-11-21T15:00');
    await act(async () => button('Log the call').click());
    expect(said()).toContain('not in the future');
    expect(logCall).not.toHaveBeenCalled();
    await type('Began', '2026-11-21T15:00');
    await type('Who called', 'received');
    await act(async () => button('Log the call').click());
    expect(logCall.mock.calls[0]?.[0]).toMatchObject({ who: 'Uwe Fremd', direction: 'received', minutes: 3 });
    expect(logCall.mock.calls[0]?.[0]).not.toHaveProperty('contactId');
  });

  it('asks for what the CRM asks for of a call, and of its next step’s task: says so, and carries it along', async () => {
    const text = (name: string) => ({ name, label: name, required: true, kind: 'text' as const });
    const asks = () => ({ crm: 'espocrm', fields: [text('Reason'), text('Region')], task: [text('Queue')] });
    const logCall = setUp([anna], { asks });
    press('Log a call');
    expect(said()).toContain('EspoCRM asks for');
    expect(said(), 'there is no next step').not.toContain('For the task');
    await type('Reason', 'Sales');
    await act(async () => button('Log the call').click());
    expect(said()).toContain('Say what goes into Region.');
    expect(document.activeElement).toBe(field('Region'));
    await type('Region', 'North');
    await type('Next step', 'Send the offer');
    await act(async () => button('Log the call').click());
    expect(document.activeElement).toBe(field('Queue'));
    expect(logCall).not.toHaveBeenCalled();
    await type('Queue', 'Offers');
    await act(async () => button('Log the call').click());
    expect(logCall.mock.calls[0]?.[0]).toMatchObject({
      fields: { Reason: 'Sales', Region: 'North' },
      taskFields: { Queue: 'Offers' },
    });
  });

  it('is not offered by a CRM that has no place for calls', () => {
    setUp([anna], { lacks: () => 'odoo' });
    expect(button('Log a call').title).toContain('Odoo has no place for calls');
    press('Log a call');
    expect(root().querySelector('form')).toBeNull();
  });
});

it('the template is the rep’s to change, and ours again when emptied', async () => {
  const change = vi.fn();
  show(<NotesTemplate settings={{}} change={change} />);
  expect(field('Template').value).toContain('Open questions:');
  await type('Template', 'Budget:\nTimeline:');
  await act(async () => button('Save').click());
  expect(change).toHaveBeenLastCalledWith({ notesTemplate: 'Budget:\nTimeline:' });
  await type('Template', ' ');
  await act(async () => button('Save').click());
  expect(change).toHaveBeenLastCalledWith({ notesTemplate: '' });
});
