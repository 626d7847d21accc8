import type { Changes } from '@/utils/crm/connector';
import { z } from '@/utils/model/zod';

/** Which of them is on, and where each stands. */
const Cursor = z.object({ on: z.int(), cursors: z.array(z.nullable(z.string())) });

/** Deltas of several kinds as one: one after the other, each with a cursor of its own that survives a restart. */
export async function inTurn<T>(
  parts: readonly ((cursor: string | null) => Promise<Changes<T>>)[],
  cursorText: string | null,
): Promise<Changes<T>> {
  const { on, cursors } = readCursor(cursorText, parts.length);
  const part = parts[on];
  if (!part) return { items: [], gone: [], cursor: JSON.stringify({ on: 0, cursors }), complete: true };
  const page = await part(cursors[on] ?? null);
  cursors[on] = page.cursor;
  const last = on === parts.length - 1;
  const next = page.complete ? (last ? 0 : on + 1) : on;
  return { ...page, cursor: JSON.stringify({ on: next, cursors }), complete: page.complete && last };
}

function readCursor(text: string | null, parts: number): z.infer<typeof Cursor> {
  const fresh = { on: 0, cursors: Array.from({ length: parts }, () => null) };
  try {
    const parsed = z.safeParse(Cursor, JSON.parse(text ?? ''));
    // Another number of parts: of another version, or an app came to it. Then everything is told again.
    return parsed.success && parsed.data.cursors.length === parts ? parsed.data : fresh;
  } catch {
    return fresh;
  }
}
