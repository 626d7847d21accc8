import type Dexie from 'dexie';

/** Every schema that ever shipped, oldest first. Never edit one that shipped: add the next, and a dump for its test. */
export function applyVersions(database: Dexie): void {
  database.version(1).stores({
    proposals: 'id, *aliases, *threadIds, status.state, sentAt, capturedAt',
    outbox: 'id, key, *aliases, status.state, crmAccount, [crmAccount+status.state]',
    heldSends: 'id, *ids, notBefore',
    refused: 'id, *ids, at',
    contacts: '[crm+id], crm, *addresses, *lookup, *phones, [crm+companyId], name, *words',
    companies: '[crm+id], crm, *domains, name, *words',
    tasks: '[crm+id], crm, dueDate',
    deals: '[crm+id], crm, companyId, *contactIds, *words',
    corrections: 'id, at',
    loggedActivities: '[crm+id], crm, *aliases, *contactIds, updatedAt',
    cursors: '[crm+kind]',
    turns: 'threadId, *threadIds, lastAt',
    ledger: 'id, at',
    drift: 'id, at',
    counts: 'id',
    schemas: 'crm',
    settings: 'key',
  });
}
