import { describe, expect, it } from 'vitest';
import { odooHarness } from './odoo-harness';

const freeMail = 'gmail.com';

describe("the mirror of Odoo's contacts", () => {
  function imported(count: number) {
    const h = odooHarness(17);
    const at = h.server.models.now + 1000;
    for (let i = 0; i < count; i++) {
      const id = h.server.models.insert('res.partner', { name: `P ${i}`, email: `p${i}@kunde.example` });
      // One import is one transaction: all have the same time, to the microsecond.
      h.server.models.existing('res.partner', id).write_date = at + 0.456;
    }
    h.server.models.now = at + 5000;
    return { h, session: h.session() };
  }

  it('is whole after an import of thousands in one moment, also where the worker died between the pages', async () => {
    const { h } = imported(4500);
    const ids: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    for (;;) {
      // A fresh session for each page, as after a restart.
      const page = await h.session().contacts.changedSince(cursor);
      pages += 1;
      ids.push(...page.items.map((item) => item.id));
      cursor = page.cursor;
      if (page.complete) break;
    }
    expect(pages).toBe(3);
    expect(ids).toHaveLength(4502);
    expect(new Set(ids).size).toBe(4502);
  });

  it('takes two small requests and reads nothing where nothing has changed', async () => {
    const { h, session } = imported(50);
    let { cursor } = await session.contacts.changedSince(null);
    ({ cursor } = await session.contacts.changedSince(cursor));
    const before = h.server.requests.length;
    const again = await session.contacts.changedSince(cursor);
    expect(again).toMatchObject({ items: [], gone: [], complete: true });
    const asked = h.server.requests.slice(before).map(({ body }) => JSON.parse(body).params.args[4]);
    expect(asked).toEqual(['search_read', 'search_count', 'search_count']);
  });

  it('shows a change whose transaction began before the last reading and ended after it', async () => {
    const { h, session } = imported(3);
    let { cursor } = await session.contacts.changedSince(null);
    ({ cursor } = await session.contacts.changedSince(cursor));
    const { models } = h.server;
    const id = models.insert('res.partner', { name: 'Late', email: 'late@kunde.example' });
    const newest = Math.max(
      ...[...models.table('res.partner').values()]
        .filter((row) => row.id !== id)
        .map((row) => Number(row.write_date)),
    );
    models.existing('res.partner', id).write_date = newest - 100_000;
    const then = await session.contacts.changedSince(cursor);
    expect(then.items.map((item) => item.name)).toContain('Late');
  });

  it('gives up who was archived or became a company, and takes back who returned', async () => {
    const { h, session } = imported(3);
    const { models } = h.server;
    const first = await session.contacts.changedSince(null);
    const [archived, turned] = first.items.slice(-2).map((item) => item.id);
    models.write('res.partner', [Number(archived)], { active: false });
    models.write('res.partner', [Number(turned)], { is_company: true });
    const then = await session.contacts.changedSince(first.cursor);
    expect(new Set(then.gone)).toEqual(new Set([archived, turned]));
    expect((await session.companies.changedSince(null)).items.map((item) => item.id)).toEqual([turned]);
    models.write('res.partner', [Number(archived)], { active: true });
    const last = await session.contacts.changedSince(then.cursor);
    expect(last.items.map((item) => item.id)).toContain(archived);
    expect(last.gone).not.toContain(archived);
  });

  it('finds a deletion that happened together with a creation', async () => {
    const { h, session } = imported(5);
    const first = await session.contacts.changedSince(null);
    const deleted = first.items[0]?.id ?? '';
    h.server.models.unlink('res.partner', [Number(deleted)]);
    h.server.models.insert('res.partner', { name: 'New', email: 'new@kunde.example' });
    const then = await session.contacts.changedSince(first.cursor);
    expect(then.gone).toEqual([deleted]);
    expect(then.items.map((item) => item.name)).toContain('New');
  });

  it('starts from the beginning with a cursor that is none', async () => {
    const { session } = imported(2);
    for (const cursor of ['', '{', '{"after":"x"}', 'null', '{"after":0,"rows":0,"known":"-"}']) {
      expect((await session.contacts.changedSince(cursor)).items).toHaveLength(4);
    }
  });

  it('has every address of a contact and the domains of a company, but no free-mail provider as one', async () => {
    const h = odooHarness(18);
    const { models } = h.server;
    const company = models.insert('res.partner', {
      name: 'Nord AG',
      is_company: true,
      website: 'http://www.nord.example/de',
      email: `nordag@${freeMail}, info@nord.test`,
    });
    models.insert('res.partner', {
      name: 'Mia',
      email: `"Berg, Mia" <Mia@Nord.example>; mia.private@${freeMail}`,
      phone: '1',
      mobile: '2',
      parent_id: company,
    });
    const session = h.session();
    const mia = (await session.contacts.changedSince(null)).items.find((item) => item.name === 'Mia');
    expect(mia).toMatchObject({
      addresses: ['mia@nord.example', `mia.private@${freeMail}`],
      phones: ['1', '2'],
      companyId: String(company),
      companyName: 'Nord AG',
    });
    const nord = (await session.companies.changedSince(null)).items.find((item) => item.name === 'Nord AG');
    expect(nord?.domains).toEqual(['nord.example', 'nord.test']);
  });
});
