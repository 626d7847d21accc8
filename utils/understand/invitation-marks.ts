import { walkHtml } from '@/utils/understand/html-events';

/*
 * What Google puts into the HTML of an invitation for machines: schema.org microdata, an `Event` inside an
 * `InformAction`. Seen 2020 to 2026; example:
 *   <span itemscope itemtype="http://schema.org/InformAction"><span itemprop="object" itemscope
 *     itemtype="http://schema.org/Event"><meta itemprop="eventStatus" content="http://schema.org/EventScheduled"/>
 *     <meta itemprop="eventId/googleCalendar" content="7k3v…"/><span itemprop="name">Rollout review</span>
 *     <time itemprop="startDate" datetime="20261126T090000Z"></time> … <span itemprop="attendee" itemscope
 *     itemtype="http://schema.org/Person"><meta itemprop="email" content="anna@kunde.example"/></span>
 */

/** What the microdata says, as it is written. */
export interface EventMarks {
  eventId: string;
  status: string;
  title: string;
  description: string;
  place: string;
  start: string;
  end: string;
  organizer: { address: string; name: string } | null;
  guests: { address: string; name: string }[];
}

const attributesWanted = new Set(['itemprop', 'itemscope', 'itemtype', 'content', 'datetime']);
const voidTags = new Set([
  'meta',
  'br',
  'img',
  'link',
  'input',
  'hr',
  'col',
  'wbr',
  'area',
  'base',
  'source',
]);
const MOST_OPEN = 500;
const MOST_GUESTS = 500;
const MOST_TEXT = 20_000;

/** A part of the data that other parts stand in: the event, a person, a place. */
interface Scope {
  depth: number;
  prop: string;
  person: { address: string; name: string };
}

/** The event that the markup describes, or null where it describes none. Linear in the markup's length. */
export function eventMarks(html: string): EventMarks | null {
  if (!/itemprop/i.test(html)) return null;
  const marks: EventMarks = {
    eventId: '',
    status: '',
    title: '',
    description: '',
    place: '',
    start: '',
    end: '',
    organizer: null,
    guests: [],
  };
  let seen = false;
  let depth = 0;
  const scopes: Scope[] = [];
  /** The property whose text is being read, and at which depth its element stands. */
  let reading: { depth: number; prop: string; text: string } | null = null;

  const keep = (prop: string, raw: string) => {
    const value = raw.trim();
    const scope = scopes.at(-1);
    if (value === '' || !scope) return;
    if (scope.prop === 'attendee' || scope.prop === 'organizer') {
      if (prop === 'email') scope.person.address ||= value;
      else if (prop === 'name') scope.person.name ||= value;
    } else if (scope.prop === 'location') {
      if (prop === 'name') marks.place ||= value;
    } else if (scope.prop === 'event') {
      if (prop === 'eventid/googlecalendar') marks.eventId ||= value;
      else if (prop === 'eventstatus') marks.status ||= value.slice(value.lastIndexOf('/') + 1);
      else if (prop === 'name' || prop === 'summary') marks.title ||= value;
      else if (prop === 'description') marks.description ||= value;
      else if (prop === 'location') marks.place ||= value;
      else if (prop === 'startdate') marks.start ||= value;
      else if (prop === 'enddate') marks.end ||= value;
    }
  };
  const leave = () => {
    if (reading && depth <= reading.depth) {
      const { prop, text } = reading;
      reading = null;
      keep(prop, text);
    }
    const scope = scopes.at(-1);
    if (!scope || depth > scope.depth) return;
    scopes.pop();
    if (scope.person.address === '') return;
    if (scope.prop === 'organizer') marks.organizer ??= scope.person;
    else if (scope.prop === 'attendee' && marks.guests.length < MOST_GUESTS) marks.guests.push(scope.person);
  };

  walkHtml(
    html,
    {
      open(tag, attributes) {
        const prop = (attributes.get('itemprop') ?? '').toLowerCase();
        const closes = voidTags.has(tag);
        if (attributes.has('itemscope') && !closes && scopes.length < MOST_OPEN) {
          const event = /schema\.org\/\w*Event$/i.test(attributes.get('itemtype') ?? '');
          seen ||= event;
          scopes.push({ depth, prop: event ? 'event' : prop, person: { address: '', name: '' } });
        } else if (prop !== '') {
          const value = attributes.get('content') ?? attributes.get('datetime');
          if (value !== undefined) keep(prop, value);
          else if (!closes && !reading) reading = { depth, prop, text: '' };
        }
        if (!closes) depth += 1;
      },
      close(tag) {
        if (voidTags.has(tag)) return;
        depth = Math.max(0, depth - 1);
        leave();
      },
      text(text) {
        if (reading && reading.text.length < MOST_TEXT) reading.text += text;
      },
    },
    attributesWanted,
  );
  return seen ? marks : null;
}
