import { list, text, z } from '@/utils/model/zod';

/**
 * What the mark beside a message shows. `none`: nothing is known of it yet. `confirmed`: on its way to the CRM.
 * `label` is a sentence, made by the worker: a mail page carries no words of ours.
 */
export const MessageMark = z.object({
  state: z.enum(['none', 'waiting', 'confirmed', 'logged', 'not']),
  label: text(500),
});
export type MessageMark = z.infer<typeof MessageMark>;
export type MarkState = MessageMark['state'];

/** In the order asked; null where the tab has no such message open. */
export const MarksAnswer = z.object({ marks: list(z.nullable(MessageMark), 500) });
export type MarksAnswer = z.infer<typeof MarksAnswer>;

/** Whether the panel opened from a press in the page, and where it did not (Firefox), how it is opened. */
export const OpenPanelAnswer = z.object({ opened: z.boolean(), how: text(300) });
export type OpenPanelAnswer = z.infer<typeof OpenPanelAnswer>;
