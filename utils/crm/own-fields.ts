import type { ActivityToLog, CrmField, CrmRecordSchema, KeptSchema, Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import type { CompanyDraft, ContactDraft, TaskDraft } from '@/utils/model/contact';
import { isFillable, type WrittenKind } from '@/utils/model/crm-schema';
import type { Fault } from '@/utils/model/outbox';

/*
 * What a CRM asks for besides (`fields` of an activity or a draft: text, by the CRM's own names), typed as its schema
 * wants. The schema is also the list of what may be filled: what decides who is told, invited or sent to does not stand
 * in it.
 */

/** An entry with what the rep filled in besides, as the CRM's wire has it. */
export interface FieldedEntry<V> extends ActivityToLog {
  own: Record<string, V>;
}

/** A draft of a record with the same. */
export type FieldedCompany<V> = CompanyDraft & { own: Record<string, V> };
export type FieldedTask<V> = TaskDraft & { own: Record<string, V> };
export type FieldedContact<V> = Omit<ContactDraft, 'company'> & {
  own: Record<string, V>;
  /** An existing one, or a new one. */
  company?: { id: string; name: string } | FieldedCompany<V>;
};

/** A number is finite, a day `YYYY-MM-DD`, a choice one of the choices. */
export type FieldValue = string | number | boolean;

type Answer = Logged | { fault: Fault };

export interface OwnFields<V> {
  /**
   * Throws `CrmFault`: `refused`, naming the field, where it is unknown here or the value is none of its kind. A text that
   * is longer than its field is shortened. So do the three below.
   */
  of(entry: ActivityToLog): Promise<FieldedEntry<V>>;
  /** Logs those whose fields fit; answers in order, the others' with their fault. */
  log(entries: ActivityToLog[], log: (entries: FieldedEntry<V>[]) => Promise<Answer[]>): Promise<Answer[]>;
  contact(draft: ContactDraft): Promise<FieldedContact<V>>;
  company(draft: CompanyDraft): Promise<FieldedCompany<V>>;
  task(draft: TaskDraft): Promise<FieldedTask<V>>;
}

/**
 * `schemaOf` is asked once a kind and session, and only where a field is filled and nothing that was said lately is
 * `kept`. `write`: the value as this CRM's wire has it.
 */
export function ownFields<V>(
  schemaOf: (kind: WrittenKind) => Promise<CrmRecordSchema | undefined>,
  write: (field: CrmField, value: FieldValue) => V,
  kept: KeptSchema = async () => null,
): OwnFields<V> {
  const asked = new Map<WrittenKind, CrmRecordSchema | undefined>();
  const schema = async (kind: WrittenKind) => {
    const lately = (await kept())?.[kind];
    if (lately) return lately;
    if (!asked.has(kind)) asked.set(kind, await schemaOf(kind));
    return asked.get(kind);
  };
  const values = async (
    kind: WrittenKind,
    fields: Record<string, string> = {},
  ): Promise<Record<string, V>> => {
    const filled = Object.entries(fields).filter(([, text]) => text.trim() !== '');
    if (filled.length === 0) return {};
    const known = (await schema(kind))?.fields ?? [];
    const own = filled.map(([name, text]): [string, V] => {
      const field = known.find((each) => each.name === name);
      if (!field || !isFillable(field)) return refuse('unknown-field', name);
      return [name, write(field, parsed(field, text.trim()))];
    });
    return Object.fromEntries(own);
  };
  const of = async (entry: ActivityToLog): Promise<FieldedEntry<V>> => {
    const { kind, fields } = entry.activity;
    return { ...entry, own: await values(kind, fields) };
  };
  const company = async (draft: CompanyDraft): Promise<FieldedCompany<V>> => {
    return { ...draft, own: await values('company', draft.fields) };
  };
  return {
    of,
    company,
    contact: async ({ company: firm, ...draft }) => ({
      ...draft,
      own: await values('contact', draft.fields),
      ...(firm ? { company: 'id' in firm ? firm : await company(firm) } : {}),
    }),
    task: async (draft) => ({ ...draft, own: await values('task', draft.fields) }),
    async log(entries, log) {
      const answers = new Map<ActivityToLog, Answer>();
      const ready: FieldedEntry<V>[] = [];
      const from: ActivityToLog[] = [];
      for (const entry of entries) {
        try {
          ready.push(await of(entry));
          from.push(entry);
        } catch (error) {
          if (!(error instanceof CrmFault)) throw error;
          answers.set(entry, { fault: error.fault });
        }
      }
      const logged = ready.length === 0 && entries.length > 0 ? [] : await log(ready);
      for (const [index, entry] of from.entries()) {
        const answer = logged[index];
        if (answer) answers.set(entry, answer);
      }
      return entries.map(
        (entry) => answers.get(entry) ?? { fault: { kind: 'not-understood', step: 'log' } as const },
      );
    },
  };
}

function parsed(field: CrmField, text: string): FieldValue {
  switch (field.kind) {
    case 'number': {
      const number = /^-?\d{1,15}(?:[.,]\d{1,10})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
      return Number.isNaN(number) ? refuse('not-a-number', field.label || field.name) : number;
    }
    case 'boolean':
      return text === 'true' || text === 'false'
        ? text === 'true'
        : refuse('not-yes-or-no', field.label || field.name);
    case 'date':
      return isDay(text) ? text : refuse('not-a-day', field.label || field.name);
    case 'choice':
      return field.choices === undefined || field.choices.some(({ value }) => value === text)
        ? text
        : refuse('not-a-choice', field.label || field.name);
    default:
      return field.max === undefined ? text : shortened(text, field.max);
  }
}

/** Whole words of it, in at most so many characters (UTF-16), with an ellipsis for the rest. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = text.slice(0, max);
  // The last space tells where a word ends; one word that fills most of it is cut.
  const end = room.search(/\s\S*$/);
  const cut = end > max / 2 ? room.slice(0, end) : room.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}

function refuse(reason: string, field: string): never {
  return fail({ kind: 'refused', reason, field: field.slice(0, 100) });
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Noon of that day in the rep's zone: the same day for colleagues some zones away. */
export function noonOf(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12).getTime();
}
