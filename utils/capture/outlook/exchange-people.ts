import { cleanLine, cleanPerson } from '@/utils/capture/clean';
import { field, textField } from '@/utils/capture/outlook/exchange-json';
import type { Person } from '@/utils/model/captured';

/**
 * Somebody in Exchange's JSON. `hidden`: a member of the directory whom the answer names by an X500 address only; the
 * real address is not guessed. `malformed`: something with an `@` that is no address.
 */
export type Mailbox =
  | { kind: 'person'; person: Person }
  | { kind: 'hidden' | 'malformed' | 'nobody'; name: string };

/** Senders, organisers and attendees stand in a `Mailbox`; recipients of a mail stand flat. Either form is read. */
export function mailbox(value: unknown): Mailbox {
  const inner = field(value, 'Mailbox');
  const box = typeof inner === 'object' && inner !== null ? inner : value;
  const name = cleanLine(textField(box, 'Name'), 200);
  const raw = textField(box, 'EmailAddress').replace(/^smtp:/i, '');
  const directory = textField(box, 'RoutingType').toUpperCase() === 'EX' || /^\/o=/i.test(raw);
  const address = directory ? textField(box, 'SmtpEmailAddress') : raw;
  const person = cleanPerson(address, name);
  if (person) return { kind: 'person', person };
  if (directory) return { kind: 'hidden', name };
  return { kind: address.includes('@') ? 'malformed' : 'nobody', name };
}

/** The people of a list. `hidden`: names of those whose address is not told. */
export interface People {
  people: Person[];
  hidden: string[];
  malformed: boolean;
}

export function peopleOf(list: readonly unknown[]): People {
  const all: People = { people: [], hidden: [], malformed: false };
  for (const each of list.slice(0, 500)) {
    const one = mailbox(each);
    if (one.kind === 'person') all.people.push(one.person);
    else if (one.kind === 'hidden' && one.name !== '') all.hidden.push(one.name);
    else if (one.kind === 'malformed') all.malformed = true;
  }
  return all;
}
