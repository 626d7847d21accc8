import type { Context } from '@/utils/actions/context';
import type { PageMessage } from '@/utils/model/messages';
import { putDrift } from '@/utils/store/drift';

/** A page or a response had a shape that is not known: kept for a visible notice and for mending the adapter. */
export async function receiveDrift(
  { db, newId, now }: Context,
  drift: Extract<PageMessage, { type: 'drift' }>,
): Promise<void> {
  const { site, step, shape } = drift;
  await putDrift(db, { id: newId(), site, step, shape, at: now() });
}
