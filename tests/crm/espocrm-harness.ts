import { espocrm } from '@/utils/crm/espocrm/espocrm';
import type { LedgerDoor } from '@/utils/crm/http';
import type { Harness } from './contract';
import { fakeHttp, silentLedger } from './fake-session';
import { type FakeEspo, type FakeEspoUser, fakeEspo } from './fakes/espocrm';

export function espoHttp(server: Pick<FakeEspo, 'fetch'>, ledger: LedgerDoor = silentLedger) {
  return fakeHttp(server, ['https://espo.example/*'], ledger);
}

export const rep: FakeEspoUser = {
  login: 'rita',
  key: 'password-of-rita',
  name: 'Rita Rep',
  address: 'rep@own.example',
};
export const mate: FakeEspoUser = {
  login: 'max',
  key: 'password-of-max',
  name: 'Max Mate',
  address: 'max@own.example',
};
export const robot: FakeEspoUser = {
  login: '',
  key: 'key-of-robot',
  name: 'Robot',
  address: 'r@own.example',
};

/** A contract harness on a fake EspoCRM, as a user with a password or with an API key. */
export function espoHarness(as: FakeEspoUser = rep): Harness & { server: FakeEspo; userId: string } {
  const server = fakeEspo();
  const { records } = server;
  const userId = server.addUser(as);
  server.addUser(mate);
  const session = ({ login, key }: { login: string; key: string }) =>
    espocrm.connect({ url: server.base, login, key }, espoHttp(server));
  const at = (value: unknown) => Date.parse(`${String(value).replace(' ', 'T')}Z`);
  return {
    server,
    userId,
    run: 'kunde',
    session: () => session(as),
    colleague: () => session(mate),
    signedOut: () => session({ login: as.login, key: 'wrong' }),
    trouble: server.trouble,
    checksTargets: true,
    scopes: espocrm.scopes,
    count: async ({ key, aliases, activity }) => {
      const ids = [...aliases, `<sidelog-${key}@sidelog.invalid>`];
      const where =
        activity.kind === 'email'
          ? { type: 'in', attribute: 'messageId', value: ids }
          : { type: 'contains', attribute: 'description', value: `sidelog-${key}` };
      const entity = { email: 'Email', meeting: 'Meeting', call: 'Call' }[activity.kind];
      return records.search(entity, { where: [where] }).length;
    },
    read: async (remoteId) => {
      const [entity = '', id = ''] = remoteId.split('/');
      const row = records.existing(entity, id);
      const html = entity === 'Email';
      return {
        subject: String(row.name),
        body: String(html ? row.body : row.description),
        at: at(html ? row.dateSent : row.dateStart),
        html,
        ...(entity === 'Meeting' ? { endsAt: at(row.dateEnd) } : {}),
      };
    },
    row: async (remoteId) => {
      const [entity = '', id = ''] = remoteId.split('/');
      return records.existing(entity, id);
    },
    renameContact: async (id, name) => {
      const [firstName, lastName] = name.split(' ');
      records.change('Contact', id, { firstName, lastName });
    },
    deleteContact: async (id) => {
      records.table('Contact').delete(id);
    },
    addTask: async (name, dateEndDate, parentId) =>
      records.insert('Task', {
        name,
        dateEndDate,
        status: 'Not Started',
        parentType: 'Contact',
        parentId,
        assignedUserId: userId,
      }).id,
    watched: async (contactId) => {
      records.followed.add(contactId);
      const before = records.told.length;
      return async () => records.told.length - before;
    },
  };
}
