import { beforeEach, describe, expect, it, vi } from 'vitest';

const runtime = vi.hoisted(() => ({
  id: 'sidelog' as string | undefined,
  sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
}));
vi.mock('@/utils/platform/browser', () => ({ browser: { runtime } }));

const { createTell, NotTold } = await import('@/utils/platform/tell');
const message = { type: 'gate-settings', site: 'gmail', account: null } as const;

describe('telling the worker', () => {
  beforeEach(() => {
    runtime.id = 'sidelog';
    runtime.sendMessage.mockReset();
  });

  it('a worker that is just stopping is told again until it answers', async () => {
    runtime.sendMessage
      .mockRejectedValueOnce(new Error('Could not establish connection'))
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce({ ok: true });
    const orphaned = vi.fn();
    expect(await createTell(orphaned)(message)).toEqual({ ok: true });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(3);
    expect(orphaned).not.toHaveBeenCalled();
  });

  it('a worker that never answers is an error after a bounded number of tries', async () => {
    runtime.sendMessage.mockResolvedValue(undefined);
    await expect(createTell(() => undefined)(message)).rejects.toBeInstanceOf(NotTold);
    expect(runtime.sendMessage).toHaveBeenCalledTimes(5);
  });

  it('a script whose extension was updated notices once and sends nothing any more', async () => {
    runtime.sendMessage.mockImplementation(async () => {
      runtime.id = undefined;
      throw new Error('Extension context invalidated');
    });
    const orphaned = vi.fn();
    const tell = createTell(orphaned);
    await expect(tell(message)).rejects.toBeInstanceOf(NotTold);
    await expect(tell(message)).rejects.toBeInstanceOf(NotTold);
    expect(orphaned).toHaveBeenCalledTimes(1);
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });
});
