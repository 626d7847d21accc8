import { outcomeSigns, personLine } from '@/utils/crm/signs';
import type { Activity, Participant } from '@/utils/model/activity';
import type { LoggedActivity } from '@/utils/model/contact';
import { z } from '@/utils/model/zod';

/*
 * The body of a note is a list of blocks (BlockNote's JSON), as Twenty's own editor writes it. Sidelog gives blocks and
 * not Markdown: nothing in a mail can become a link, a picture that loads, or a heading. A block's `id` says which part
 * it is, so that an update replaces what is ours and leaves what a person wrote.
 */

const HEAD = 'sidelog-head';
const SUMMARY = 'sidelog-summary';
const WORDS = 'sidelog-words';

/** A block that a person may have written: everything of it is kept. */
const Block = z.looseObject({ id: z.optional(z.string()) });
type Block = z.infer<typeof Block>;
const Blocks = z.array(Block);
const Head = z.object({ content: z.array(z.object({ text: z.optional(z.string()) })) });

/** How the notes of Sidelog are told from others, as a filter on `bodyV2.blocknote`. */
export const OURS = `%"${HEAD}%`;

/** The blocks of an activity, as JSON. Never empty. */
export function noteBody(activity: Activity, aliases: string[]): string {
  return JSON.stringify(partsOf(activity, aliases).flatMap(({ blocks }) => blocks));
}

/**
 * The blocks of a note that is there, with what the activity says now. A part that is empty here stays as the note has
 * it, and so does whatever a person added.
 */
export function updatedBody(
  current: string | null | undefined,
  activity: Activity,
  aliases: string[],
): string {
  let blocks = readBlocks(current);
  for (const { name, blocks: fresh } of partsOf(activity, aliases)) {
    if (fresh.length === 0) continue;
    const at = blocks.findIndex((block) => isPart(block, name));
    const others = blocks.filter((block) => !isPart(block, name));
    const place = at >= 0 ? at : name === HEAD ? 0 : others.length;
    blocks = [...others.slice(0, place), ...fresh, ...others.slice(place)];
  }
  return JSON.stringify(blocks);
}

/** What the first part of a note of ours says: what it is, and when it was. */
export function factsIn(current: string | null | undefined): Pick<LoggedActivity, 'kind' | 'at'> {
  const head = z.safeParse(
    Head,
    readBlocks(current).find((block) => isPart(block, HEAD)),
  );
  const text = head.success ? head.data.content.map((each) => each.text ?? '').join('') : '';
  const time = /^(?:❌\n)?🕒 (\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}:\d{2}))?/u.exec(text);
  const at = time ? Date.parse(`${time[1]}T${time[2] ?? '00:00:00'}Z`) : Number.NaN;
  const sign = /\n(📅|📞|📲|✉) /u.exec(text)?.[1];
  const kind = sign === '📅' ? 'meeting' : sign === '📞' || sign === '📲' ? 'call' : 'email';
  return { ...(sign ? { kind } : {}), ...(Number.isNaN(at) ? {} : { at }) };
}

/** The ids under which the activity was logged; none where the note is not of Sidelog's making. */
export function aliasesOf(current: string | null | undefined): string[] {
  const head = readBlocks(current).find((block) => isPart(block, HEAD));
  const [, ...names] = (head?.id ?? '').split(' ');
  return names.flatMap((name) => {
    try {
      return [decodeURIComponent(name)];
    } catch {
      return [];
    }
  });
}

/** A text alone, as the body of a task. */
export function plainBody(text: string): string {
  return JSON.stringify(paragraphs('sidelog-note', text, false));
}

function readBlocks(text: string | null | undefined): Block[] {
  try {
    const parsed = z.safeParse(Blocks, JSON.parse(text ?? ''));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

function isPart({ id }: Block, name: string): boolean {
  return id === name || (id ?? '').startsWith(`${name} `);
}

function partsOf(activity: Activity, aliases: string[]): { name: string; blocks: Block[] }[] {
  const names = aliases.slice(0, 20).map((alias) => encodeURIComponent(storable(alias)));
  return [
    { name: HEAD, blocks: [paragraph([HEAD, ...names].join(' '), headOf(activity))] },
    { name: SUMMARY, blocks: paragraphs(SUMMARY, activity.summary, true) },
    { name: WORDS, blocks: paragraphs(WORDS, activity.ownWords, false) },
  ];
}

function paragraphs(name: string, text: string, italic: boolean): Block[] {
  return text
    .replaceAll('\r', '')
    .trim()
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part, index) => paragraph(`${name} ${index}`, part.trim(), italic));
}

function paragraph(id: string, text: string, italic = false): Block {
  return {
    id,
    type: 'paragraph',
    props: { textColor: 'default', backgroundColor: 'default', textAlignment: 'left' },
    content: [{ type: 'text', text: storable(text), styles: italic ? { italic: true } : {} }],
    children: [],
  };
}

/** PostgreSQL takes neither half a character nor NUL. */
export function storable(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll('\0', '');
}

/** When, who with whom, what came along. Signs, not words: who reads the CRM may read any language. */
function headOf(activity: Activity): string {
  const lines = [`🕒 ${timeOf(activity)}`];
  for (const role of ['from', 'to', 'cc'] as const) {
    const people = activity.participants.filter((participant) => participant.role === role);
    if (people.length > 0) lines.push(`${labelOf(activity, role)} ${people.map(personLine).join(', ')}`);
  }
  if (activity.kind === 'meeting') {
    const { place, conferenceUrl, status } = activity.meeting;
    if (status === 'cancelled') lines.unshift('❌');
    if (place) lines.push(`📍 ${place}`);
    if (conferenceUrl) lines.push(`🔗 ${conferenceUrl}`);
  }
  if (activity.attachmentNames.length > 0) lines.push(`📎 ${activity.attachmentNames.join(', ')}`);
  const { outcome, nextStep } = activity;
  if (outcome && outcomeSigns[outcome]) lines.push(outcomeSigns[outcome]);
  if (nextStep) lines.push(`☐ ${[nextStep.due, nextStep.text].filter(Boolean).join(' · ')}`);
  return lines.join('\n');
}

function labelOf({ kind, direction }: Activity, role: Participant['role']): string {
  if (role === 'cc') return kind === 'meeting' ? '○' : 'Cc';
  if (role === 'to') return '→';
  if (kind === 'meeting') return '📅';
  return kind === 'call' ? (direction === 'sent' ? '📞' : '📲') : '✉';
}

/** In UTC and saying so: colleagues read it in other zones. `2026-11-20 14:30:05 UTC`, a meeting's with its end. */
function timeOf(activity: Activity): string {
  if (activity.kind === 'meeting') {
    const { endsAt, allDay } = activity.meeting;
    if (allDay) return day(activity.at);
    const end = day(endsAt) === day(activity.at) ? clock(endsAt) : `${day(endsAt)} ${clock(endsAt)}`;
    return `${day(activity.at)} ${clock(activity.at)} – ${end} UTC`;
  }
  const start = `${day(activity.at)} ${clock(activity.at)} UTC`;
  return activity.kind === 'call' ? `${start} · ${activity.minutes} min` : start;
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function clock(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}
