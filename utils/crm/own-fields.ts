import type { ActivityToLog, CrmField, CrmRecordSchema, Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import type { ActivityKind } from '@/utils/model/activity';
import { isFillable } from '@/utils/model/crm-schema';
import type { Fault } from '@/utils/model/outbox';

/*
 * What a CRM asks for besides (`activity.fields`: text, by the CRM's own names), typed as its schema wants. The schema
 * is also the list of what may be filled: what decides who is told, invited or sent to does not stand in it.
 */

/** An entry with what the rep filled in besides, as the CRM's wire has it. */
export interface FieldedEntry<V> extends ActivityToLog {
  own: Record<string, V>;
}

/** A number is finite, a day `YYYY-MM-DD`, a choice one of the choices. */
export type FieldValue = string | number | boolean;

type Answer = Logged | { fault: Fault };

export interface OwnFields<V> {
  /** Throws `CrmFault`: `refused`, naming the field, where it is unknown here or the value is none of its kind. */
  of(entry: ActivityToLog): Promise<FieldedEntry<V>>;
  /** Logs those whose fields fit; answers in order, the others' with their fault. */
  log(entries: ActivityToLog[], log: (entries: FieldedEntry<V>[]) => Promise<Answer[]>): Promise<Answer[]>;
}

/**
 * `schemaOf` is asked once a kind and session, and only where an entry fills a field. `write`: the value as this CRM's
 * wire has it.
 */
export function ownFields<V>(
  schemaOf: (kind: ActivityKind) => Promise<CrmRecordSchema | undefined>,
  write: (field: CrmField, value: FieldValue) => V,
): OwnFields<V> {
  const kept = new Map<ActivityKind, CrmRecordSchema | undefined>();
  const schema = async (kind: ActivityKind) => {
    if (!kept.has(kind)) kept.set(kind, await schemaOf(kind));
    return kept.get(kind);
  };
  const of = async (entry: ActivityToLog): Promise<FieldedEntry<V>> => {
    const { kind, fields = {} } = entry.activity;
    const filled = Object.entries(fields).filter(([, text]) => text.trim() !== '');
    if (filled.length === 0) return { ...entry, own: {} };
    const known = (await schema(kind))?.fields ?? [];
    const own = filled.map(([name, text]): [string, V] => {
      const field = known.find((each) => each.name === name);
      if (!field || !isFillable(field)) return refuse('unknown-field', name);
      return [name, write(field, parsed(field, text.trim()))];
    });
    return { ...entry, own: Object.fromEntries(own) };
  };
  return {
    of,
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
      return text;
  }
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
