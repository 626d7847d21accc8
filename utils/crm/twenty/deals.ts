import type { Opportunity } from '@/utils/crm/twenty/answers';
import { textOf } from '@/utils/crm/twenty/values';
import type { Deal } from '@/utils/model/contact';

/** Stages that are an end. Twenty's own last one is `CUSTOMER`; a workspace names its others itself. */
const CLOSED = /^(?:CUSTOMER|(?:CLOSED_?)?(?:WON|LOST)|CLOSED|(?:[A-Z0-9]+_){1,6}(?:WON|LOST))$/;

/** An open opportunity; undefined where it was won, lost or closed, or has no name. */
export function toDeal(row: Opportunity): Deal | undefined {
  const title = textOf(row.name).slice(0, 300);
  const stage = textOf(row.stage).slice(0, 200);
  if (title === '' || CLOSED.test(stage)) return undefined;
  // In millionths, as text: beyond what a number holds exactly.
  const micros = row.amount?.amountMicros;
  const value =
    micros === null || micros === undefined || micros === '' ? Number.NaN : Number(micros) / 1_000_000;
  const currency = textOf(row.amount?.currencyCode);
  return {
    id: row.id,
    title,
    contactIds: row.pointOfContactId ? [row.pointOfContactId] : [],
    ...(row.companyId ? { companyId: row.companyId } : {}),
    ...(Number.isFinite(value) && /^[A-Z]{3}$/.test(currency) ? { value, currency } : {}),
    ...(stage ? { stage } : {}),
    updatedAt: Date.parse(row.updatedAt),
  };
}
