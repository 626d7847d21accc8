import { cleanLine, cleanPerson } from '@/utils/capture/clean';
import * as find from '@/utils/capture/outlook/find';
import { isYou, type Role, roleOf } from '@/utils/capture/outlook/labels';
import type { Person } from '@/utils/model/captured';

/** Somebody as a header shows them. Members of one's own directory are shown by name alone. */
export interface Shown {
  person: Person | null;
  name: string;
  /** Shown as "You", in the page's language. */
  you: boolean;
}

/**
 * `Ada Rep<ada@firma.example>`, `ois@uic.example <ois@uic.example>`, `ada@firma.example`, or a name alone. Null for
 * nothing at all. What stands in several pairs of brackets is no address.
 */
export function readShown(raw: string): Shown | null {
  // Icon fonts write their glyphs into the text.
  const text = cleanLine(raw.replace(/[\ue000-\uf8ff]/g, ''), 600).replace(/[;,]+$/, '');
  if (text === '') return null;
  const bracket = /^([^<>]{0,300})<([^<>\s]{3,320})>$/.exec(text);
  const name = cleanLine(bracket?.[1] ?? text, 200);
  const person = bracket ? cleanPerson(bracket[2] ?? '', name) : cleanPerson(text, undefined);
  return { person, name, you: isYou(name) };
}

/** Elements of a message's header that give a role, below ids by their labels. */
export function elementsOf(role: Role, inHeader: (selector: string) => Element[]): Element[] {
  const byId = role === 'from' ? find.from : role === 'to' ? find.to : role === 'cc' ? find.cc : null;
  const found = byId ? inHeader(byId) : [];
  if (found.length > 0) return found;
  return inHeader(find.labelled).filter(
    (each) => roleOf(each.getAttribute('aria-label') ?? '')?.role === role,
  );
}

/** Everything that an element says of one person, the address first that any of it has. */
export function personIn(element: Element): Shown | null {
  const said = [
    labelRest(element),
    element.getAttribute('title') ?? '',
    element.textContent?.slice(0, 1000) ?? '',
    ...[...element.querySelectorAll('[title], [aria-label]')]
      .slice(0, 20)
      .flatMap((each) => [each.getAttribute('title') ?? '', labelRest(each)]),
  ];
  const shown = said.map(readShown).filter((each) => each !== null);
  const named = shown.find((each) => each.person !== null) ?? shown.find((each) => each.you) ?? shown[0];
  return named ? { ...named, you: named.you || shown.some((each) => each.you) } : null;
}

function labelRest(element: Element): string {
  const label = element.getAttribute('aria-label') ?? '';
  return roleOf(label)?.rest ?? '';
}

/** The people of a line of recipients: each in an element of their own, else in the label, apart by semicolons. */
export function peopleIn(line: Element): Shown[] {
  const pills = [...line.querySelectorAll(find.person)].filter(
    (each) => !each.parentElement?.closest(find.person),
  );
  if (pills.length > 0) return pills.slice(0, 500).flatMap((each) => personIn(each) ?? []);
  const labels = [line, ...line.querySelectorAll(find.labelled)].map(labelRest);
  const text = labels.find((each) => each !== '') ?? withoutRole(line.textContent ?? '');
  return text
    .slice(0, 20_000)
    .split(';')
    .slice(0, 500)
    .flatMap((each) => readShown(each) ?? []);
}

function withoutRole(text: string): string {
  return roleOf(text)?.rest ?? text;
}
