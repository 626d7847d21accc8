import type { CrmConnector } from '@/utils/crm/connector';

/**
 * The connector with this id; undefined where there is none. Connectors are a sixth of what the worker would have to
 * evaluate before it answers its first message, so they are only evaluated here. Not inside a database transaction:
 * waiting for it ends one.
 */
export async function connectorById(id: string): Promise<CrmConnector | undefined> {
  const { connectors } = await import('@/utils/crm/connectors');
  return connectors.find((connector) => connector.id === id);
}
