import { matchPeople } from '@/utils/actions/match-mail';
import { startWorker } from '@/utils/actions/start-worker';
import { browser } from '@/utils/platform/browser';
import { mirrorCompany, mirrorContact, mirrorDeal } from '@/utils/store/contacts';
import { openDatabase } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';

/*
 * The worker as it is, and one listener more: it fills the mirror, and says whom the mirror knows by an address, with the
 * time it took. It takes the worker's place in a copy of the build.
 */

startWorker();

async function lookup(address: string) {
  const db = openDatabase('real');
  const began = performance.now();
  const settings = await getSettings(db, 'real');
  const { known } = await matchPeople(db, settings, [{ address }]);
  const ended = performance.now();
  return { found: known.length, ms: ended - began, sinceStart: ended };
}

/** The mirror as a refresh would have stored it, a deal for each 20th contact: reading it is the other bench's matter. */
async function fill([from = 0, to = 0, companies = 1]: number[]) {
  const db = openDatabase('real');
  const { crm } = await getSettings(db, 'real');
  const rows = Array.from({ length: to - from }, (_, step) => {
    const company = (from + step) % companies;
    return mirrorContact(crm.account, {
      id: String(from + step),
      name: `Contact Person ${from + step}`,
      addresses: [`contact${from + step}@company${company}.example`],
      phones: [`+49 30 ${5_550_000 + from + step}`],
      companyId: `c${company}`,
      companyName: `Company ${company}`,
      updatedAt: Date.now(),
    });
  });
  await db.contacts.bulkPut(rows);
  const numbers = rows.map((_, step) => from + step);
  const updatedAt = Date.now();
  await db.companies.bulkPut(
    numbers
      .filter((index) => index < companies)
      .map((index) =>
        mirrorCompany(crm.account, {
          id: `c${index}`,
          name: `Company ${index}`,
          domains: [`company${index}.example`],
          updatedAt,
        }),
      ),
  );
  await db.deals.bulkPut(
    numbers
      .filter((index) => index % 20 === 0)
      .map((index) =>
        mirrorDeal(crm.account, {
          id: `d${index}`,
          title: `Deal ${index}`,
          contactIds: [String(index)],
          companyId: `c${index % companies}`,
          updatedAt,
        }),
      ),
  );
}

async function naive(address: string) {
  const began = performance.now();
  const found = await openDatabase('real')
    .contacts.filter((contact) => contact.addresses.includes(address))
    .count();
  return { found, ms: performance.now() - began };
}

// By a port: messages are the worker's own, which refuses what it does not know.
browser.runtime.onConnect.addListener((port) => {
  port.onMessage.addListener((message: unknown) => {
    if (typeof message !== 'object' || message === null || !('bench' in message) || !('addresses' in message))
      return;
    const addresses = Array.isArray(message.addresses) ? message.addresses.map(String) : [];
    const one = message.bench === 'naive' ? naive : lookup;
    (async () => {
      if (message.bench === 'fill') {
        await fill(addresses.map(Number));
        port.postMessage([]);
        return;
      }
      const answers = [];
      for (const address of addresses) answers.push(await one(address));
      port.postMessage(answers);
    })();
  });
});
