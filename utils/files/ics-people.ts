import type ICAL from 'ical.js';
import { cleanLine, cleanPerson } from '@/utils/capture/clean';
import { textOf } from '@/utils/files/ics-values';
import type { MeetingAnswer, Person } from '@/utils/model/captured';

/** Who is on an event, rooms and things left out. */
export interface EventPeople {
  organizer: Person | null;
  to: Person[];
  /** Whose presence is optional. */
  cc: Person[];
  answers: { address: string; answer: MeetingAnswer }[];
  /** Guests with a name and no address. */
  unnamed: string[];
}

const MOST = 500;

/** RFC 5545, 3.8.4.1 to 3.8.4.3. */
export function peopleOf(event: ICAL.Component): EventPeople {
  const organizer = personOf(event.getFirstProperty('organizer'));
  const people: EventPeople = { organizer, to: [], cc: [], answers: [], unnamed: [] };
  const seen = new Set(organizer ? [organizer.address] : []);
  for (const property of event.getAllProperties('attendee').slice(0, MOST * 2)) {
    const kind = parameter(property, 'cutype');
    if (kind === 'RESOURCE' || kind === 'ROOM') continue;
    const person = personOf(property);
    if (!person) {
      const name = cleanLine(textOf(property.getParameter('cn')), 200);
      if (name !== '' && people.unnamed.length < 100) people.unnamed.push(name);
      continue;
    }
    const answer = answers.get(parameter(property, 'partstat')) ?? 'none';
    if (people.answers.length < MOST && !people.answers.some(({ address }) => address === person.address))
      people.answers.push({ address: person.address, answer });
    if (seen.has(person.address)) continue;
    seen.add(person.address);
    const role = parameter(property, 'role');
    const list = role === 'OPT-PARTICIPANT' || role === 'NON-PARTICIPANT' ? people.cc : people.to;
    if (list.length < MOST) list.push(person);
  }
  return people;
}

const answers = new Map<string, MeetingAnswer>([
  ['ACCEPTED', 'accepted'],
  ['TENTATIVE', 'tentative'],
  ['DECLINED', 'declined'],
]);

function parameter(property: ICAL.Property, name: string): string {
  return textOf(property.getParameter(name)).toUpperCase();
}

/** `mailto:anna@kunde.example`, or the EMAIL parameter (RFC 7986) where the value is another kind of address. */
function personOf(property: ICAL.Property | null): Person | null {
  if (!property) return null;
  const name = textOf(property.getParameter('cn')).replace(/^["']|["']$/g, '');
  const value = textOf(property.getFirstValue());
  const mailto = /^mailto:/i.test(value) ? decoded(value.slice(7).split('?', 1)[0] ?? '') : '';
  return cleanPerson(mailto, name) ?? cleanPerson(textOf(property.getParameter('email')), name);
}

function decoded(address: string): string {
  if (!address.includes('%')) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
