import type Dexie from 'dexie';

/** Every schema that ever shipped, oldest first. Never edit one that shipped: add the next, and a dump for its test. */
export function applyVersions(database: Dexie): void {
  database.version(1).stores({
    // Half of these are there only on some rows (asleep, logged, changed since): reading them reads no others.
    proposals:
      'id, *aliases, *threadIds, *about, *activity.contactIds, sentAt, status.state, [status.state+weight+sentAt], ' +
      '[status.state+activity.kind], status.until, status.loggedAt, status.remoteId, [activity.nextStep.kind+activity.nextStep.due], update.at',
    outbox: 'id, key, *aliases, status.state, crmAccount, [crmAccount+status.state]',
    heldSends: 'id, *ids, notBefore',
    refused: 'id, *ids, at',
    contacts: '[crm+id], *lookup, *phones, [crm+companyId], name, *words',
    companies: '[crm+id], *domains, name, *words',
    tasks: '[crm+id], dueDate',
    deals: '[crm+id], companyId, *contactIds, *words',
    corrections: 'id, at',
    loggedActivities: '[crm+id], *aliases, *contactIds',
    cursors: '[crm+kind]',
    turns: 'threadId, *threadIds, lastAt, [awaits+lastAt+threadId], snoozedUntil',
    ledger: 'id, at',
    drift: 'id, at',
    counts: 'id',
    schemas: 'crm',
    settings: 'key',
  });
}
