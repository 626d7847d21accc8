import { beforeEach, describe, expect, it, vi } from 'vitest';

interface Script {
  id: string;
  matches: string[];
  js: string[];
  world: string;
  runAt: string;
}

const there = new Map<string, Script>();
const calls: string[] = [];

vi.mock('webextension-polyfill', () => ({
  default: {
    scripting: {
      getRegisteredContentScripts: async () => [...there.values()],
      registerContentScripts: async (scripts: Script[]) => {
        calls.push('register');
        for (const script of scripts) {
          if (there.has(script.id)) throw new Error(`${script.id} is registered already`);
          there.set(script.id, script);
        }
      },
      updateContentScripts: async (scripts: Script[]) => {
        calls.push('update');
        for (const script of scripts) {
          if (!there.has(script.id)) throw new Error(`${script.id} is not registered`);
          there.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        calls.push('unregister');
        for (const id of ids) there.delete(id);
      },
    },
  },
}));

const { registerScripts } = await import('@/utils/platform/content-scripts');

const matches = ['https://mail.google.com/*'];
const reading = [
  { id: 'gmail', matches, file: 'content-scripts/gmail.js', world: 'ISOLATED' as const },
  { id: 'gmail-tap', matches, file: 'content-scripts/gmail-tap.js', world: 'MAIN' as const },
];

describe('the scripts that read mail pages', () => {
  beforeEach(() => {
    there.clear();
    calls.length = 0;
  });

  it('are registered once, in their order, at document start', async () => {
    await registerScripts(reading);
    expect([...there.values()]).toMatchObject([
      { id: 'gmail', world: 'ISOLATED', runAt: 'document_start' },
      { id: 'gmail-tap', world: 'MAIN', runAt: 'document_start' },
    ]);
  });

  it('are not touched when the browser starts again: a tab that opens then must be read', async () => {
    await registerScripts(reading);
    const gmail = there.get('gmail');
    if (gmail) there.set('gmail', { ...gmail, js: ['/content-scripts/gmail.js'] });
    calls.length = 0;
    await registerScripts(reading);
    expect(calls).toEqual([]);
  });

  it('are changed in place where an update names another file', async () => {
    await registerScripts(reading.map((script) => ({ ...script, file: `old/${script.id}.js` })));
    calls.length = 0;
    await registerScripts(reading);
    expect(calls).toEqual(['update']);
    expect(there.get('gmail')?.js).toEqual(['content-scripts/gmail.js']);
  });

  it('go, all of them, when the consent is withdrawn', async () => {
    await registerScripts(reading);
    await registerScripts([]);
    expect(there.size).toBe(0);
  });
});
