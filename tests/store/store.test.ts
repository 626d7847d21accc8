import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { storageProblem } from '@/utils/actions/answer';
import { Settings } from '@/utils/model/settings';
import { badgeText } from '@/utils/platform/badge';
import { Database } from '@/utils/store/database';
import { putDrift } from '@/utils/store/drift';
import { ledgerOf } from '@/utils/store/ledger';
import { undoneEntries } from '@/utils/store/outbox';
import { joinIds } from '@/utils/store/proposals';
import { defaultSettings, getSettings, updateSettings } from '@/utils/store/settings';

// The polyfill refuses to load outside a browser.
vi.mock('webextension-polyfill', () => ({ default: {} }));

const open = (name: string) => new Database(`store-${name}`);
const at = Date.UTC(2026, 10, 21);

describe('settings', () => {
  it('from the start capture nothing, and log own words into the notebook after ten seconds', async () => {
    const settings = await getSettings(open('defaults'), 'real');
    expect(Settings.parse(settings)).toEqual(settings);
    expect(settings).toMatchObject({
      consent: null,
      crm: { connector: 'notebook' },
      logText: 'own-words',
      undoSeconds: 10,
    });
    expect(defaultSettings('practice').crm.account).not.toBe(settings.crm.account);
  });

  it('changed twice at once keep both changes', async () => {
    const db = open('both');
    await Promise.all([
      updateSettings(db, 'real', (settings) => ({ ...settings, undoSeconds: 20 })),
      updateSettings(db, 'real', (settings) => ({ ...settings, logText: 'none' })),
    ]);
    expect(await getSettings(db, 'real')).toMatchObject({ undoSeconds: 20, logText: 'none' });
  });

  it('that make no sense are not stored', async () => {
    const db = open('nonsense');
    await expect(
      updateSettings(db, 'real', (settings) => ({ ...settings, undoSeconds: -1 })),
    ).rejects.toThrow();
    expect(await db.settings.count()).toBe(0);
  });
});

describe('the ledger', () => {
  it('has the line before the request leaves, and without an answer where the worker died', async () => {
    const db = open('ledger');
    let next = 0;
    const ledger = ledgerOf(db, () => `line-${next++}`);
    const line = {
      at,
      purpose: 'log',
      method: 'POST',
      origin: 'https://crm.example',
      path: '/',
      fields: [],
      bytes: 1,
    } as const;
    const first = await ledger.begin({ ...line, fields: [] });
    await ledger.begin({ ...line, fields: [] });
    await ledger.end(first, { at, outcome: 'ok', status: 200 });
    expect((await db.ledger.toArray()).map(({ answer }) => answer?.outcome)).toEqual(['ok', undefined]);
  });
});

describe('the outbox', () => {
  it('passes over a row that is broken, and counts it', async () => {
    const db = open('broken');
    await db.table('outbox').put({ id: 'x', key: 'k', status: { state: 'queued' }, aliases: [] });
    expect(await undoneEntries(db)).toEqual({ entries: [], broken: 1 });
  });
});

describe('drift', () => {
  it('seen again is counted, and a page that changes at every look does not fill the disk', async () => {
    const db = open('drift');
    for (let time = 0; time < 60; time += 1) {
      const report = { id: `d${time}`, site: 'gmail', step: 'fd', at: at + time };
      await putDrift(db, { ...report, shape: 'same' });
      await putDrift(db, { ...report, id: `e${time}`, shape: `shape ${time}` });
    }
    expect(await db.drift.count()).toBeLessThanOrEqual(21);
    expect((await db.drift.toArray()).find(({ shape }) => shape === 'same')?.times ?? 0).toBeGreaterThan(0);
  });
});

describe('small things', () => {
  it('a full disk and a failing one are told apart from our bugs', () => {
    const wrapped = Object.assign(new Error('wrapped'), {
      name: 'AbortError',
      inner: new DOMException('full', 'QuotaExceededError'),
    });
    expect(storageProblem(wrapped)).toMatchObject({ problem: { code: 'storage-full' } });
    expect(storageProblem(new DOMException('x', 'UnknownError'))).toMatchObject({
      problem: { code: 'storage-failed' },
    });
    expect(storageProblem(new TypeError('bug'))).toBeNull();
  });

  it('the badge is empty at nothing and stops at 99+', () => {
    expect([0, 1, 99, 100].map(badgeText)).toEqual(['', '1', '99', '99+']);
  });

  it('ids are joined without doubles and within bounds', () => {
    expect(joinIds(['a', 'b'], ['b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(
      joinIds(
        Array.from({ length: 50 }, (_, index) => String(index)),
        [],
      ),
    ).toHaveLength(40);
  });
});
