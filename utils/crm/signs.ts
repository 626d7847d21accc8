import type { Outcome, Participant } from '@/utils/model/activity';

/*
 * What a record's text is made of in every CRM. Signs, not words: who reads the CRM may read any language.
 */

/** Empty where there is nothing to say. */
export const outcomeSigns: Record<Outcome, string> = {
  positive: '👍',
  negative: '👎',
  question: '❓',
  scheduling: '📅',
  info: '',
};

/** Who wrote, to whom, and who got a copy. */
export const roleSigns: Record<Participant['role'], string> = { from: '✉', to: '→', cc: 'Cc' };

/** `Anna Berger <anna@kunde.example>`, as plain text. */
export function personLine({ name, address }: Pick<Participant, 'name' | 'address'>): string {
  return name ? `${name} <${address}>` : address;
}
