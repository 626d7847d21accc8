import { describe, expect, it } from 'vitest';
import type { Learnt } from '@/utils/crm/connector';
import { odoo } from '@/utils/crm/odoo/odoo';
import { mail } from './contract';
import { odooHarness, odooHttp, rep } from './odoo-harness';

/** What one worker keeps for the next. */
function shelf(text: string | null = null) {
  const kept = { text };
  const learnt: Learnt = {
    read: async () => kept.text,
    keep: async (now) => {
      kept.text = now;
    },
  };
  return { kept, learnt };
}

/** A connected user, by a new worker each time; `asked` forgets what it told. */
function workers(version: 17 | 19, change: { key?: string } = {}) {
  const h = odooHarness(version);
  const { kept, learnt } = shelf();
  const settings = { url: h.server.origin, database: 'acme', login: rep.login, key: rep.key, ...change };
  return {
    h,
    kept,
    open: () => odoo.connect(settings, odooHttp(h.server), undefined, undefined, learnt),
    asked: () =>
      h.server.requests.splice(0).map(({ url, body }) => {
        const { pathname } = new URL(url);
        if (pathname.startsWith('/json/2/')) return pathname.slice(8).replace('/', ' ');
        const { service, method, args = [] } = JSON.parse(body).params;
        return service === 'object' ? `${args[3]} ${args[4]}` : (method ?? pathname);
      }),
  };
}

describe.each([17, 19] as const)('what Odoo %i said of itself and the user', (version) => {
  it('is not asked again by the next worker, and bears no key', async () => {
    const { h, kept, open, asked } = workers(version);
    await open().activities.log([mail(h, '3')]);
    const connecting = version === 17 ? 'authenticate' : 'res.users context_get';
    expect(asked()).toEqual([
      '/web/webclient/version_info',
      connecting,
      'res.users read',
      'ir.model.data check_object_reference',
      'mail.message create',
      'mail.message search_read',
    ]);
    const entry = mail(h, '3', { direction: 'sent' });
    expect(await open().activities.log([entry])).toMatchObject([{ created: true }]);
    expect(asked()).toEqual(['mail.message create', 'mail.message search_read']);
    const [, second] = h.server.models.search('mail.message', [], true);
    expect(second?.author_id, 'written as the first one').toBe(
      h.server.models.search('res.users', [['login', '=', rep.login]], true)[0]?.partner_id,
    );
    expect(kept.text).not.toContain(rep.key);
    expect(kept.text).not.toContain(rep.login);
    expect(kept.text?.length).toBeLessThan(300);
  });

  it('is asked anew where it does not hold any more: what only asks is asked again, what writes never', async () => {
    const { h, kept, open, asked } = workers(version);
    await open().activities.log([mail(h, '3')]);
    const { uid, speaks } = JSON.parse(kept.text ?? '');
    asked();
    h.server.signOut();
    expect(await open().activities.log([mail(h, '3')])).toMatchObject([{ fault: { kind: 'signed-out' } }]);
    expect(kept.text).toBeNull();
    expect(asked()).toEqual(['mail.message create']);
    h.server.signIn();
    const other = speaks === 'json-2' ? 'json-rpc' : 'json-2';
    const facts = { version: { major: version, minor: 0 }, database: 'acme', uid: 4711, speaks: other };
    kept.text = JSON.stringify(facts);
    const session = open();
    expect((await session.contacts.changedSince(null)).complete).toBe(true);
    expect(JSON.parse(kept.text ?? '')).toMatchObject({ uid, speaks });
    expect(await session.activities.log([mail(h, '3')])).toMatchObject([{ created: true }]);
  });

  it('is asked anew after a refusal: the note that it names may be gone', async () => {
    const { h, kept, open } = workers(version);
    await open().activities.log([mail(h, '3')]);
    expect(await open().activities.log([mail(h, '4711')])).toMatchObject([{ fault: { kind: 'gone' } }]);
    expect(kept.text).toBeNull();
  });

  it('counts for nothing where it is of another version or broken', async () => {
    const { h, kept, open } = workers(version);
    for (const text of ['', '{', '{"uid":"2"}', 'null']) {
      kept.text = text;
      expect(await open().activities.log([mail(h, '3')])).toMatchObject([{ created: true }]);
    }
  });
});
