import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearWorker } from '@/utils/platform/page-runtime';
import { createTell, NotTold } from '@/utils/platform/tell';

const runtime = {
  id: 'sidelog' as string | undefined,
  sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
  onMessage: { addListener: vi.fn(), removeListener: vi.fn() },
};
const message = { type: 'gate-settings', site: 'gmail', account: null } as const;

describe('telling the worker', () => {
  afterEach(() => vi.unstubAllGlobals());
  beforeEach(() => {
    vi.stubGlobal('chrome', { runtime });
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

  it('a worker whose listener failed is told again', async () => {
    runtime.sendMessage
      .mockResolvedValueOnce({ __mozWebExtensionPolyfillReject__: true, message: 'storage failed' })
      .mockResolvedValueOnce({ ok: true });
    expect(await createTell(() => undefined)(message)).toEqual({ ok: true });
  });

  it('a page that no extension belongs to any more does not throw', async () => {
    vi.stubGlobal('chrome', {});
    const orphaned = vi.fn();
    await expect(createTell(orphaned)(message)).rejects.toBeInstanceOf(NotTold);
    expect(orphaned).toHaveBeenCalledTimes(1);
  });

  it('what the worker tells the page is answered until the script ends', () => {
    const life = new AbortController();
    hearWorker((heard) => (heard === 'ping' ? { ok: true } : undefined), life.signal);
    const listener = runtime.onMessage.addListener.mock.calls[0]?.[0];
    const respond = vi.fn();
    listener('something else', {}, respond);
    expect(respond).not.toHaveBeenCalled();
    listener('ping', {}, respond);
    expect(respond).toHaveBeenCalledWith({ ok: true });
    life.abort();
    expect(runtime.onMessage.removeListener).toHaveBeenCalledWith(listener);
  });
});
