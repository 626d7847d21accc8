import { createHttp, type LedgerDoor } from '@/utils/crm/http';
import { odoo } from '@/utils/crm/odoo/odoo';
import type { Harness } from './contract';
import { type FakeOdoo, fakeOdoo } from './fakes/odoo';
import { DISCUSSIONS, NOTE } from './fakes/odoo-models';

export const silentLedger: LedgerDoor = { begin: async () => 'line', end: async () => {} };

export function odooHttp(server: FakeOdoo, ledger: LedgerDoor = silentLedger) {
  return createHttp({
    ledger,
    allowedOrigins: [`${server.origin}/*`],
    now: () => Date.now(),
    fetch: server.fetch,
  });
}

export const rep = { login: 'rita@own.example', key: 'key-of-rita', name: 'Rita Rep' };
export const mate = { login: 'max@own.example', key: 'key-of-max', name: 'Max Mate' };

/** A contract harness on a fake Odoo of this version. */
export function odooHarness(version: 17 | 18 | 19 | 20): Harness & { server: FakeOdoo; uid: number } {
  const server = fakeOdoo(version);
  const { models } = server;
  const { uid } = server.addUser(rep);
  server.addUser(mate);
  const session = (user: { login: string; key: string }) =>
    odoo.connect(
      { url: server.origin, database: 'acme', login: user.login, key: user.key },
      odooHttp(server),
    );
  return {
    server,
    uid,
    run: 'kunde',
    session: () => session(rep),
    colleague: () => session(mate),
    signedOut: () => session({ login: rep.login, key: 'wrong' }),
    trouble: server.trouble,
    checksTargets: true,
    count: async (entry) => {
      const ids = [...entry.aliases, `<sidelog-${entry.key}@sidelog.invalid>`];
      return models.search('mail.message', [['message_id', 'in', ids]], true).length;
    },
    read: async (remoteId) => {
      const row = models.existing('mail.message', Number(remoteId));
      return {
        subject: String(row.subject),
        body: String(row.body),
        at: Date.parse(`${String(row.date).replace(' ', 'T')}Z`),
        html: true,
      };
    },
    renameContact: async (id, name) => {
      models.write('res.partner', [Number(id)], { name });
    },
    deleteContact: async (id) => {
      models.unlink('res.partner', [Number(id)]);
    },
    addTask: async (title, dueDate, contactId) =>
      String(
        models.insert('mail.activity', {
          summary: title,
          date_deadline: dueDate,
          res_model: 'res.partner',
          res_id: Number(contactId),
          user_id: uid,
        }),
      ),
    watched: async (contactId) => {
      const follower = models.insert('res.partner', { name: 'Follower', email: 'follower@own.example' });
      models.followers.push({ partner: Number(contactId), follower, subtypes: [DISCUSSIONS, NOTE] });
      const before = models.notified.length;
      return async () => models.notified.length - before;
    },
  };
}
