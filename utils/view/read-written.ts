import { pageWords } from '@/utils/i18n/page-words';
import { form, t } from '@/utils/i18n/t';
import type { Activity } from '@/utils/model/activity';
import type { CrmField, CrmSchema, WrittenKind } from '@/utils/model/crm-schema';
import type { Proposal } from '@/utils/model/proposal';
import type { CrmConnection, FieldFill } from '@/utils/model/settings';
import type { Database } from '@/utils/store/database';
import { readWaiting } from '@/utils/view/waiting';

/** One field of a record as it will be written. */
export interface WrittenField {
  /** The CRM's own name; ours where the CRM did not say. */
  name: string;
  label: string;
  required: boolean;
  kind: CrmField['kind'];
  choices?: { value: string; label: string }[];
  /** Which of ours goes there. */
  ours?: string;
  /** From the rep's own open proposal. */
  example?: string;
  /** What the rep said once for every one. */
  fill?: FieldFill;
}

export interface WrittenRecord {
  kind: WrittenKind;
  /** The CRM's name for it; empty where it did not say. */
  record: string;
  fields: WrittenField[];
}

export interface Written {
  /** The CRM itself said what it has. */
  checked: boolean;
  records: WrittenRecord[];
  /** Whom the examples are of: subject of the proposal; empty where there is none. */
  example: string;
}

/** What goes where when the CRM does not describe itself. */
const plain: Partial<Record<WrittenKind, string[]>> = {
  email: ['subject', 'at', 'participants', 'summary', 'ownWords', 'attachmentNames'],
  meeting: ['subject', 'at', 'endsAt', 'place', 'participants', 'summary'],
  call: ['subject', 'at', 'minutes', 'participants', 'summary'],
  task: ['title', 'dueDate', 'note'],
  contact: ['name', 'address', 'phone', 'title', 'company'],
};
/** Among how many open proposals examples are looked for. */
const MOST_EXAMPLES = 50;
const kinds: readonly WrittenKind[] = ['email', 'meeting', 'call', 'task', 'contact', 'company'];

/** What each kind of record gets, with examples from the newest open proposal. To be called in a live query. */
export async function readWritten(db: Database, crm: CrmConnection): Promise<Written> {
  const [stored, open] = await Promise.all([db.schemas.get(crm.account), readWaiting(db, MOST_EXAMPLES)]);
  const newestFirst = open.newest.sort((a, b) => b.sentAt - a.sentAt);
  const example = newestFirst[0];
  const has = (kind: WrittenKind) =>
    kind === 'email' || kind === 'meeting' || kind === 'call' ? (crm.kinds?.includes(kind) ?? true) : true;
  const records = kinds
    .filter(has)
    .flatMap((kind) => recordOf(kind, stored?.schema, newestFirst, crm.fills ?? []));
  return { checked: stored !== undefined, records, example: example?.activity.subject ?? '' };
}

function recordOf(
  kind: WrittenKind,
  schema: CrmSchema | undefined,
  open: readonly Proposal[],
  fills: NonNullable<CrmConnection['fills']>,
): WrittenRecord[] {
  const examples = examplesOf(kind, open);
  const said = schema?.[kind];
  if (schema && !said) return [];
  const fields: CrmField[] =
    said?.fields ??
    (plain[kind] ?? []).map((ours) => ({
      name: ours,
      label: pageWords.written.place[ours] ?? ours,
      required: false,
      kind: 'text',
      ours,
    }));
  if (fields.length === 0) return [];
  return [
    {
      kind,
      record: said?.label ?? '',
      fields: fields.map((field) => {
        const fill = fills.find((each) => each.kind === kind && each.field === field.name);
        const example = field.ours ? examples[field.ours] : undefined;
        return {
          name: field.name,
          label: field.label || field.name,
          required: field.required,
          kind: field.kind,
          ...(field.choices ? { choices: field.choices } : {}),
          ...(field.ours ? { ours: field.ours } : {}),
          ...(example ? { example: example.slice(0, 160) } : {}),
          ...(fill ? { fill } : {}),
        };
      }),
    },
  ];
}

/** What a real entry would put into each place, as text. */
function examplesOf(kind: WrittenKind, open: readonly Proposal[]): Record<string, string> {
  if (kind === 'contact' || kind === 'company') {
    const proposal = open.find(({ match }) => match.strangers.length > 0) ?? open[0];
    const person = proposal?.match.strangers[0] ?? proposal?.match.contacts[0];
    if (!person) return {};
    const domain = person.address.split('@')[1] ?? '';
    const company = proposal?.match.company?.name ?? '';
    return {
      name: kind === 'company' ? company : (person.name ?? ''),
      address: person.address,
      domain,
      company,
    };
  }
  if (kind === 'task') {
    const step = open.find(({ activity }) => activity.nextStep)?.activity.nextStep;
    return step ? { title: step.text, dueDate: step.due ?? '', note: step.sentence } : {};
  }
  const of = open.find(({ activity }) => activity.kind === kind);
  return of ? exampleOf(of.activity, of) : {};
}

function exampleOf(activity: Activity, { match }: Proposal): Record<string, string> {
  const { subject, at, participants, summary, ownWords, attachmentNames, direction } = activity;
  const people = participants.map(({ name, address }) => name || address);
  return {
    subject,
    at: form.exact(at),
    participants: form.list(people.slice(0, 4)),
    contactIds: form.list(match.contacts.map(({ name, address }) => name || address).slice(0, 4)),
    companyId: match.company?.name ?? '',
    dealId: match.deal?.title ?? '',
    summary,
    ownWords: ownWords || summary,
    direction: t.proposal.kind[direction],
    attachmentNames: attachmentNames.length > 0 ? form.list(attachmentNames.slice(0, 3)) : '',
    ...(activity.kind === 'meeting'
      ? { endsAt: form.exact(activity.meeting.endsAt), place: activity.meeting.place }
      : {}),
    ...(activity.kind === 'call' ? { minutes: form.number(activity.minutes) } : {}),
  };
}
