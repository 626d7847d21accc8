import { cleanPerson } from '@/utils/capture/clean';
import type { MeetingAnswer, Person } from '@/utils/model/captured';

/*
 * Who is invited and what they answered. No recording of an event with guests was public when this was written
 * (2026-11): where the list stands and how an answer is written is found by shape, and what the shape does not show
 * stays unknown.
 */

/** One row of the list: the person, and the small numbers that stand in it, by their place. */
export interface Guest {
  person: Person;
  /** Place in the row to a whole number from 0 to 4; where a switch is written as true it counts as 1. */
  codes: Map<number, number>;
  /** The answer where it is written as a word. */
  word: MeetingAnswer | null;
}

/** Places of an event that hold a single person: creator and organiser. */
const notGuests = new Set([9, 10, 34]);
/** Where the list stood in every shape that we know of. */
const USUAL = 20;
const MAX_GUESTS = 500;

const words = new Map<string, MeetingAnswer>([
  ['accepted', 'accepted'],
  ['declined', 'declined'],
  ['tentative', 'tentative'],
  ['needsaction', 'none'],
  ['needs_action', 'none'],
]);

/** The guests of an event, wherever in it they stand. Rooms and calendars have addresses too: they are nobody. */
export function readGuests(event: readonly unknown[]): Guest[] {
  const usual = rowsOf(event[USUAL]);
  if (usual.length > 0) return usual;
  for (let i = 11; i < Math.min(event.length, 200); i += 1) {
    if (notGuests.has(i) || i === USUAL) continue;
    const rows = rowsOf(event[i]);
    if (rows.length > 0) return rows;
  }
  return [];
}

/** The list itself, or one that is wrapped once more. */
function rowsOf(value: unknown): Guest[] {
  if (!Array.isArray(value)) return [];
  const list: unknown[] = value;
  const inner = list.length > 0 && Array.isArray(list[0]) && list[0].every(Array.isArray) ? list[0] : null;
  for (const rows of inner ? [inner, list] : [list]) {
    const found = new Map<string, Guest>();
    for (const row of rows.slice(0, MAX_GUESTS)) {
      const guest = readRow(row);
      if (guest && !isPlace(guest.person.address)) found.set(guest.person.address, guest);
    }
    if (found.size > 0) return [...found.values()];
  }
  return [];
}

/** `[address, name, …]`, or `[[address, name, …], …]`. */
function readRow(row: unknown): Guest | null {
  if (!Array.isArray(row)) return null;
  const outer: unknown[] = row;
  const at = outer.slice(0, 4).findIndex((each) => Array.isArray(each) && readPerson(each) !== null);
  const nested: unknown = at < 0 ? null : outer[at];
  const inner: unknown[] = Array.isArray(nested) ? nested : outer;
  const person = readPerson(inner);
  if (!person) return null;
  const codes = new Map<number, number>();
  let word: MeetingAnswer | null = null;
  const note = (value: unknown, place: number) => {
    if (value === true) codes.set(place, 1);
    else if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 4)
      codes.set(place, value);
    else if (typeof value === 'string' && value.length < 20) word ??= words.get(value.toLowerCase()) ?? null;
  };
  // The first four say who it is.
  for (let i = 4; i < Math.min(inner.length, 60); i += 1) note(inner[i], i);
  if (inner !== outer) {
    for (let i = at + 1; i < Math.min(outer.length, at + 60); i += 1) note(outer[i], 100 + i - at);
  }
  return { person, codes, word };
}

/** `[address, name, …]`; the address may stand second, behind an id. */
export function readPerson(value: unknown): Person | null {
  if (!Array.isArray(value)) return null;
  const list: unknown[] = value;
  for (const i of [0, 1]) {
    const address: unknown = list[i];
    if (typeof address !== 'string' || !address.includes('@')) continue;
    const person = cleanPerson(address, list[i + 1]);
    if (person) return person;
  }
  return null;
}

/** Rooms, group calendars and "unknown organiser" have addresses below Google Calendar's own domain. */
export function isPlace(address: string): boolean {
  return /[@.]calendar\.google\.com$/.test(address);
}

/** Answers of one place in the row, by their numbers. */
interface Scheme {
  place: number;
  answers: readonly MeetingAnswer[];
}

/**
 * The three ways in which Google numbers answers: as its links do (`rst=1` yes, 2 no, 3 maybe), and in the order of its
 * documentation (needs action, declined, tentative, accepted), from 0 or from 1. Who organises a meeting has accepted
 * it, nearly always: the number in the organisers' own rows says which of the three it is.
 */
const schemes = new Map<number, readonly MeetingAnswer[]>([
  [1, ['none', 'accepted', 'declined', 'tentative', 'none']],
  [3, ['none', 'declined', 'tentative', 'accepted', 'none']],
  [4, ['none', 'none', 'declined', 'tentative', 'accepted']],
]);

export interface AnswerReader {
  /** Learns from an event with guests: its organiser's row. Each event counts once. */
  learn(id: string, guests: readonly Guest[], organiser: string): void;
  /** Null where it is not known what the numbers mean. */
  answerOf(guest: Guest): MeetingAnswer | null;
  /** A switch beside the answer: that a guest need not come. */
  isOptional(guest: Guest): boolean;
  /** Changes where the meaning of what was read before changed. */
  version(): string;
}

const MAX_LEARNT = 500;

/** Learns how answers are written from the meetings that the wire brings. */
export function openAnswerReader(): AnswerReader {
  const learnt = new Set<string>();
  /** By place in the row: how many rows have a number there, which numbers, and those of organisers. */
  const places = new Map<number, { rows: number; codes: Set<number>; organisers: Map<number, number> }>();
  let scheme: Scheme | null = null;

  /** The place where nearly every row has a number, of several the one with most kinds of it: a switch has two. */
  const choose = (): Scheme | null => {
    const found: (Scheme & { weight: number })[] = [];
    for (const [place, { rows, codes, organisers }] of places) {
      const [first, second] = [...organisers].sort((a, b) => b[1] - a[1]);
      if (!first || (second && second[1] * 2 > first[1])) continue;
      const meanings = schemes.get(first[0]);
      if (meanings) found.push({ place, answers: meanings, weight: rows * 10 + codes.size });
    }
    const [best, next] = found.sort((a, b) => b.weight - a.weight);
    return best && best.weight !== next?.weight ? best : null;
  };

  return {
    learn(id, guests, organiser) {
      if (learnt.has(id) || learnt.size >= MAX_LEARNT) return;
      learnt.add(id);
      for (const { person, codes } of guests) {
        for (const [place, code] of codes) {
          const known = places.get(place) ?? {
            rows: 0,
            codes: new Set<number>(),
            organisers: new Map<number, number>(),
          };
          places.set(place, known);
          known.rows += 1;
          known.codes.add(code);
          if (person.address !== organiser || code === 0) continue;
          known.organisers.set(code, (known.organisers.get(code) ?? 0) + 1);
        }
      }
      scheme = choose();
    },
    answerOf(guest) {
      if (guest.word) return guest.word;
      return scheme ? (scheme.answers[guest.codes.get(scheme.place) ?? 0] ?? null) : null;
    },
    // In the order of Google's documentation it stands right before the answer.
    isOptional: (guest) => scheme !== null && guest.codes.get(scheme.place - 1) === 1,
    version: () => (scheme ? `${scheme.place} ${scheme.answers.join()}` : ''),
  };
}
