import { describe, expect, it } from 'vitest';
import type { SettingsProblem } from '@/utils/crm/connector';
import { espoBase } from '@/utils/crm/espocrm/address';
import { toEml } from '@/utils/crm/espocrm/eml';
import { packIds, unpackIds } from '@/utils/crm/espocrm/known-ids';
import { fromTitle, toTitle } from '@/utils/crm/espocrm/values';
import { mail } from './contract';
import { espoHarness } from './espocrm-harness';
import { readEml } from './fakes/read-eml';

type Session = ReturnType<ReturnType<typeof espoHarness>['session']>;

async function everything(contacts: Session['contacts'], from: string | null) {
  const items: string[] = [];
  const gone: string[] = [];
  let cursor = from;
  for (;;) {
    const changes = await contacts.changedSince(cursor);
    items.push(...changes.items.map(({ id }) => id));
    gone.push(...changes.gone);
    cursor = changes.cursor;
    if (changes.complete) return { items, gone, cursor };
  }
}

/** Contacts that were changed long ago, so that no overlap reaches them. */
function withContacts(count: number) {
  const h = espoHarness();
  const ids = Array.from({ length: count }, (_, index) => {
    const { id } = h.server.records.insert('Contact', { lastName: `L${index}` });
    h.server.records.table('Contact').set(id, {
      ...h.server.records.existing('Contact', id),
      modifiedAt: `2026-01-${String(1 + (index % 28)).padStart(2, '0')} 10:00:00`,
    });
    return id;
  });
  return { h, ids, contacts: h.session().contacts };
}

describe('the mirror of an EspoCRM', () => {
  it('is read once as a whole, page by page, and a day without changes costs two requests', async () => {
    const { h, ids, contacts } = withContacts(1001);
    const first = await everything(contacts, null);
    expect(new Set(first.items)).toEqual(new Set(ids));
    const settled = await everything(contacts, first.cursor);
    const before = h.server.requests.length;
    const last = await everything(contacts, settled.cursor);
    expect(last).toMatchObject({ items: [], gone: [] });
    expect(h.server.requests.length - before).toBe(2);
  });

  it('finds the few who were deleted among many without reading the many again', async () => {
    const { h, ids, contacts } = withContacts(2000);
    const { cursor } = await everything(contacts, null);
    const deleted = [ids[3]!, ids[1700]!];
    for (const id of deleted) h.server.records.table('Contact').delete(id);
    const before = h.server.requests.length;
    const then = await everything(h.session().contacts, cursor);
    expect(then.gone.sort()).toEqual(deleted);
    expect(h.server.requests.length - before).toBeLessThan(16);
    expect((await everything(contacts, then.cursor)).gone).toEqual([]);
  });

  it('takes in who became visible without being changed', async () => {
    const { h, ids, contacts } = withContacts(500);
    const table = h.server.records.table('Contact');
    const hidden = table.get(ids[250]!)!;
    table.delete(hidden.id);
    const first = await everything(contacts, null);
    const { cursor } = await everything(contacts, first.cursor);
    table.set(hidden.id, hidden);
    const then = await everything(contacts, cursor);
    expect(then.items).toEqual([hidden.id]);
    expect(then.gone).toEqual([]);
  });

  it('starts again in the middle where a worker was stopped, and from the beginning with a cursor of nobody’s', async () => {
    const { h, ids, contacts } = withContacts(450);
    const page = await contacts.changedSince(null);
    expect(page.complete).toBe(false);
    const rest = await everything(h.session().contacts, page.cursor);
    expect(new Set([...page.items.map(({ id }) => id), ...rest.items])).toEqual(new Set(ids));
    expect((await everything(contacts, '{"known":"zz"}')).items).toHaveLength(450);
  });

  it('lets go of a deal that was won, and of a task that is done', async () => {
    const h = espoHarness();
    const { records } = h.server;
    const session = h.session();
    const [open, won] = ['Open', 'Won'].map(
      (name) =>
        records.insert('Opportunity', { name, stage: 'Proposal', amount: 5, amountCurrency: 'EUR' }).id,
    );
    const first = await session.deals!.changedSince(null);
    expect(first.items.map(({ title, value, currency }) => [title, value, currency])).toEqual([
      ['Open', 5, 'EUR'],
      ['Won', 5, 'EUR'],
    ]);
    records.change('Opportunity', won!, { stage: 'Closed Won' });
    const then = await session.deals!.changedSince(first.cursor);
    expect(then.gone).toEqual([won]);
    expect(then.items.map(({ id }) => id)).toEqual([open]);
  });
});

describe('small things of EspoCRM', () => {
  it('is found in what was pasted, in a folder of its host too', () => {
    expect(espoBase('crm.example')).toBe('https://crm.example');
    expect(espoBase(' https://crm.example/espo/#Contact/view/7 ')).toBe('https://crm.example/espo');
    expect(espoBase('https://crm.example:8443/api/v1/App/user')).toBe('https://crm.example:8443');
    expect(espoBase('crm.example/a/index.php')).toBe('https://crm.example/a');
    expect(espoBase('127.0.0.1:8080/')).toBe('http://127.0.0.1:8080');
    for (const bad of [
      'http://crm.example',
      'https://u:p@crm.example',
      'our crm',
      'acme',
      '',
      'ftp://crm.example',
    ]) {
      const code = (() => {
        try {
          return espoBase(bad);
        } catch (error) {
          return (error as SettingsProblem).code;
        }
      })();
      expect(code).toBe(bad.startsWith('http:') ? 'insecure-address' : 'not-a-url');
    }
  });

  it('keeps ids as short text and gets them back', () => {
    const ids = [
      '6b0230784ab0d0eeb',
      '6b023019a2c40de06',
      '6b023076a68f9f0a8',
      'Own-id',
      '0190c6f0-1111-7111-8111-111111111111',
    ];
    const packed = packIds(ids);
    expect(unpackIds(packed)).toEqual(new Set([...ids].sort()));
    expect(packed.length).toBeLessThan(ids.join('.').length + 5);
    expect(unpackIds('')).toEqual(new Set());
    for (const bad of ['..', 'z', '0 x', '9']) expect(unpackIds(bad)).toBeNull();
  });

  it('writes titles that EspoCRM takes, and reads them back', () => {
    expect(fromTitle(toTitle('a < b = c > d'))).toBe('a < b = c > d');
    expect(toTitle('x'.repeat(400))).toHaveLength(249);
    expect(toTitle(' two\nlines ')).toBe('two lines');
  });

  it('cuts a long subject between letters, and leaves a Message-ID out that EspoCRM could not hold', () => {
    const h = espoHarness();
    const entry = mail(h, 'x', { subject: '見'.repeat(400) });
    entry.aliases = [`<${'x'.repeat(300)}@mail.example>`, '<a b@mail.example>', '<x@espo-system>'];
    const eml = readEml(toEml(entry, { ownAddresses: [], parent: 'Contact/x', nonce: 'n' }));
    expect(eml.header('subject')).toBe('見'.repeat(83));
    expect(eml.header('message-id')).toBe(`<sidelog-${entry.key}@sidelog.invalid>`);
    expect(eml.header('references')).toBe('<Contact/x/1000000000/1@espo>');
    expect(eml.header('date')).toBe('Fri, 20 Nov 2026 14:30:05 +0000');
  });
});
