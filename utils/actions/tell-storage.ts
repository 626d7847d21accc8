import { storageProblem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { NotKept } from '@/utils/model/messages';

/** In `storage.session`, which is memory: it can be written when the disk is full. */
const KEY = 'not-kept';

/**
 * Takes captures in by `run`. Where the disk does not take them, the panel is told why; once it takes some again, that
 * is over. The error goes on to the caller: nothing was kept, and whoever has the mail still has it.
 */
export async function tellStorage<T>({ book, browser }: Context, run: () => Promise<T>): Promise<T> {
  const told = async () => {
    const parsed = NotKept.safeParse(await browser.readSession(KEY));
    return parsed.success ? parsed.data : {};
  };
  try {
    const result = await run();
    const { [book]: trouble, ...others } = await told();
    if (trouble) await browser.writeSession(KEY, others);
    return result;
  } catch (error) {
    const code = storageProblem(error)?.problem.code;
    if (code === 'storage-full' || code === 'storage-failed')
      await browser.writeSession(KEY, { ...(await told()), [book]: code });
    throw error;
  }
}
