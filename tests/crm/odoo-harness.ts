import type { LedgerDoor } from '@/utils/crm/http';
import { eventOf } from '@/utils/crm/odoo/event-values';
import { messageIdsOf } from '@/utils/crm/odoo/find-messages';
import { odoo } from '@/utils/crm/odoo/odoo';
import type { Harness } from './contract';
import { fakeHttp, silentLedger } from './fake-session';
import { type FakeOdoo, fakeOdoo } from './fakes/odoo';
import { DISCUSSIONS, NOTE } from './fakes/odoo-models';

export function odooHttp(server: FakeOdoo, ledger: LedgerDoor = silentLedger) {
  return fakeHttp(server, [`${server.origin}/*`], ledger);
}

export const rep = { login: 'rita@own.example', key: 'key-of-rita', name: 'Rita Rep' };
export const mate = { login: 'max@own.example', key: 'key-of-max', name: 'Max Mate' };

/** A contract harness on a fake Odoo of this version. */
export function odooHarness(
  version: 17 | 18 | 19 | 20,
  options: Parameters<typeof fakeOdoo>[1] = {},
): Harness & { server: FakeOdoo; uid: number } {
  const server = fakeOdoo(version, options);
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
    scopes: odoo.scopes,
    count: async (entry) => {
      const ids = [...entry.aliases, ...messageIdsOf(entry)];
      const notes = models.search('mail.message', [['message_id', 'in', ids]], true).length;
      if (!models.tables.has('calendar.event')) return notes;
      const marked = [['description', 'ilike', `sidelog-${entry.key}`]];
      return notes + models.search('calendar.event', marked, false).length;
    },
    read: async (remoteId) => {
      const event = eventOf(remoteId);
      const at = (stamp: unknown) => Date.parse(`${String(stamp).replace(' ', 'T')}Z`);
      if (event !== undefined) {
        const { name, description, start, stop } = models.existing('calendar.event', event);
        return {
          subject: String(name),
          body: String(description),
          at: at(start),
          endsAt: at(stop),
          html: true,
        };
      }
      const row = models.existing('mail.message', Number(remoteId));
      return {
        subject: String(row.subject),
        body: String(row.body),
        at: at(row.date),
        html: true,
      };
    },
    row: async (id) => {
      const event = eventOf(id);
      return event === undefined
        ? models.existing('mail.message', Number(id))
        : models.existing('calendar.event', event);
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
