import { text, z } from '@/utils/model/zod';

/** Text that the rep selected in a page and handed over; `storage.session` keeps it under `handed-text` until taken. */
export const HandedText = z.object({ text: text(400_000), windowId: z.int() });
export type HandedText = z.infer<typeof HandedText>;
