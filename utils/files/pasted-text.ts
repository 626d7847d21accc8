import { cleanLine, cleanPerson } from '@/utils/capture/clean';
import { bodyOf, type FileRead, type Situation, unread } from '@/utils/files/file-read';
import { contentId, instantOf, sideOf } from '@/utils/files/mail-headers';
import { pastedDate } from '@/utils/files/pasted-date';
import type { PageEmail, Person } from '@/utils/model/captured';
import {
  type HeaderBlock,
  headerBlock,
  headerKind,
  type LabelledLines,
} from '@/utils/understand/history-headers';
import type { HeaderKind } from '@/utils/understand/history-words';
import { splitReply } from '@/utils/understand/split-reply';

/** A mail is seldom longer; the rest is history. */
const MOST_TEXT = 400_000;
/** What stands above a pasted header at most: the subject as a heading, the name of a button. */
const MOST_ABOVE = 3;

/**
 * A mail that the rep selected or pasted. Its header lines (From:, Von:, De:, 差出人: …) are read where they stand on
 * top; people are those whose address stands in the text. `from`: whom the rep named themselves when nobody was found.
 */
export async function readText(raw: string, situation: Situation, from?: Person): Promise<FileRead> {
  const text = raw
    .replace(/^\uFEFF/, '')
    .replaceAll('\u0000', '')
    .slice(0, MOST_TEXT);
  if (text.trim() === '') return unread('file-empty');
  const lines = text.split(/\r\n|\n|\r/);
  const block = blockOnTop(lines);
  const body = block ? lines.slice(block.end).join('\n').trim() : text.trim();
  const head = block ? headOf(lines, block, situation.timeZone) : headless(text, situation);
  // A subject alone stood above: whose words they are they say themselves.
  if (block && saysNobody(lines, block)) head.from = headless(body, situation).from;
  const sender = head.from ?? (from ? cleanPerson(from.address, from.name ?? '') : null);
  if (!sender) return unread('nobody-found');
  const { direction, account } = sideOf(sender, [...head.to, ...head.cc], situation.own);
  const others = [sender, ...head.to, ...head.cc].filter(({ address }) => !situation.own.includes(address));
  if (others.length === 0) return unread('nobody-found');
  const subject = head.subject || cleanLine(body.split('\n').find((line) => line.trim() !== '') ?? '', 120);
  const id = await contentId([sender.address, subject, body.replace(/\s+/g, ' ')]);
  const mail: PageEmail = {
    kind: 'email',
    via: 'page',
    direction,
    from: sender,
    to: head.to,
    cc: head.cc,
    bcc: [],
    subject,
    sentAt: head.sentAt ?? situation.now,
    sentAtApproximate: true,
    attachments: [],
    source: { site: 'by-hand', ids: [id], threadId: id, threadIds: [], account, url: '' },
    body: bodyOf('text', body),
  };
  return { ok: true, captures: [mail], onPurpose: true };
}

interface Head {
  from: Person | null;
  to: Person[];
  cc: Person[];
  subject: string;
  sentAt: number | null;
}

/** The header lines on top; those further down are of what was quoted. */
function blockOnTop(lines: readonly string[]): HeaderBlock | null {
  const top = lines.slice(0, 80);
  const labelled: LabelledLines = { lines: top, kinds: top.map(headerKind) };
  let above = 0;
  for (let at = 0; at < top.length && above <= MOST_ABOVE; at++) {
    const block = headerBlock(labelled, at, false);
    if (block) return block;
    const short = above === 0 ? shortHead(labelled, at) : null;
    if (short) return short;
    const line = (top[at] ?? '').trim();
    if (line.length > 200) return null;
    if (line !== '') above += 1;
  }
  return null;
}

/**
 * Fewer lines than a mail's header has, as somebody selects or types them: with a subject, or from an address. Only
 * where nothing stands before.
 */
function shortHead({ lines, kinds }: LabelledLines, start: number): HeaderBlock | null {
  if (kinds[start] === 'other') return null;
  let end = start;
  while (kinds[end]) end += 1;
  const said = kinds.slice(start, end);
  const isHead =
    said.includes('subject') ||
    (said.includes('from') && lines.slice(start, end).some((line) => line.includes('@')));
  return isHead ? { start, end } : null;
}

function saysNobody(lines: readonly string[], { start, end }: HeaderBlock): boolean {
  return !lines.slice(start, end).some((line) => ['from', 'to', 'cc'].includes(headerKind(line) ?? ''));
}

function headOf(lines: readonly string[], { start, end }: HeaderBlock, timeZone: string): Head {
  const values = new Map<HeaderKind, { label: string; value: string }>();
  let latest: { label: string; value: string } | null = null;
  for (const line of lines.slice(start, end)) {
    const kind = headerKind(line);
    const colon = line.search(/[:：]/);
    if (kind !== null) {
      const label = line.slice(0, colon).replace(/[*_>\s]+/g, ' ');
      const value = line.slice(colon + 1).replace(/^[*_\s]+/, '');
      latest = { label, value: value.slice(0, 20_000) };
      if (!values.has(kind)) values.set(kind, latest);
    } else if (latest && latest.value.length < 20_000) latest.value += ` ${line.trim()}`;
  }
  const said = (kind: HeaderKind) => values.get(kind)?.value ?? '';
  const date = values.get('date');
  return {
    from: peopleIn(said('from'))[0] ?? null,
    to: peopleIn(said('to')),
    cc: peopleIn(said('cc')),
    subject: cleanLine(said('subject'), 1000),
    sentAt: date ? instantOf(pastedDate(date.label, date.value, timeZone) ?? undefined) : null,
  };
}

/** Without header lines whoever is named by an address wrote it, if that is one person only: a tie is not ours to break. */
function headless(text: string, { own }: Situation): Head {
  const others = peopleIn(splitReply(text).reply || text).filter(({ address }) => !own.includes(address));
  const from = others.length === 1 ? (others[0] ?? null) : null;
  return { from, to: [], cc: [], subject: '', sentAt: null };
}

const ADDRESS = /[^\s<>"'(),;:[\]|]{1,64}@[^\s<>"'(),;:[\]|]{3,255}/g;

/** People whose address stands in a line of names and addresses, each once. */
function peopleIn(text: string): Person[] {
  const people = new Map<string, Person>();
  let end = 0;
  for (const match of text.slice(0, 100_000).matchAll(ADDRESS)) {
    const before = text.slice(Math.max(end, match.index - 300), match.index);
    end = match.index + match[0].length;
    const bracketed = /[<([]\s*(?:mailto:\s*)?$/i.test(before);
    const name = bracketed
      ? before
          .slice(before.lastIndexOf('\n') + 1)
          .replace(/\s*[<([]\s*(?:mailto:\s*)?$/i, '')
          .replace(/^[\s>)\],;"']+|["'\s]+$/g, '')
      : '';
    const person = cleanPerson(match[0].replace(/[.]+$/, ''), name.length <= 100 ? name : '');
    if (person && !people.has(person.address) && people.size < 500) people.set(person.address, person);
  }
  return [...people.values()];
}
