import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { mirrorContact } from '@/utils/store/contacts';
import { Database } from '@/utils/store/database';
import { putProposal } from '@/utils/store/proposals';
import { readReport } from '@/utils/view/read-report';
import { ACCOUNT } from '../sync/make-engine';
import { countReads } from '../tools/count-reads';
import { proposal } from './proposals';

it('counts what there is by what is known of it already, and names nobody', async () => {
  const db = new Database('report');
  const reads = countReads(db);
  await putProposal(db, proposal({ id: 'a', subject: 'Offer for Kunde' }));
  await putProposal(db, proposal({ id: 'b', subject: 'Offer for Kunde' }));
  await putProposal(db, {
    ...proposal({ id: 'c', subject: 'Offer for Kunde' }),
    status: { state: 'dismissed', dismissedAt: Date.UTC(2026, 10, 21) },
  });
  const contact = { id: 'c1', name: 'Mia Berg', addresses: ['mia@kunde.example'], phones: [], updatedAt: 1 };
  await db.contacts.put(mirrorContact(ACCOUNT, contact));
  await db.cursors.put({
    crm: ACCOUNT,
    kind: 'contacts',
    cursor: 'x',
    rows: 100_000,
    completeAt: Date.UTC(2026, 10, 21),
  });
  reads.reset();
  const text = await readReport(db, { version: '1.0', browser: 'Firefox 153', locale: 'de' });
  expect(JSON.parse(text)).toMatchObject({
    version: '1.0',
    proposals: { open: 2, dismissed: 1 },
    contacts: 100_000,
    contactsReadAt: '2026-11-21T00:00:00.000Z',
  });
  expect(text).not.toMatch(/Kunde|Mia|kunde\.example/i);
  expect([reads.keys.contacts, reads.rows.contacts, reads.rows.proposals]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
