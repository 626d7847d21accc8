import { describe, expect, it } from 'vitest';
import { matchDeal } from '@/utils/contacts/match-deal';
import type { Deal } from '@/utils/model/contact';

const anna = { contactId: 'anna', name: 'Anna Berger', address: 'anna@nordlicht.example', because: [] };
const match = { contacts: [anna], company: { companyId: 'nordlicht', name: 'Nordlicht', because: [] } };
const deal = (id: string, contactIds: string[], companyId?: string): Deal => ({
  id,
  title: `Deal ${id}`,
  contactIds,
  updatedAt: Date.UTC(2026, 10, 1),
  ...(companyId ? { companyId } : {}),
});

describe('the deal of a mail', () => {
  it('is the one its thread was given before, with the reason', () => {
    const deals = [deal('a', ['anna']), deal('b', [], 'nordlicht')];
    expect(matchDeal(match, deals, 'b')).toMatchObject({ dealId: 'b', because: [{ code: 'thread-deal' }] });
  });

  it('is none where the rep chose none for the thread', () => {
    expect(matchDeal(match, [deal('a', ['anna'])], null)).toBeUndefined();
  });

  it('is the only open one of the contact, although colleagues of theirs have another', () => {
    const deals = [deal('a', ['anna'], 'nordlicht'), deal('b', ['jonas'], 'nordlicht')];
    expect(matchDeal(match, deals, undefined)).toEqual({
      dealId: 'a',
      title: 'Deal a',
      because: [{ code: 'only-open-deal', args: ['Anna Berger'] }],
    });
  });

  it('is the only open one of the company where the contact has none', () => {
    expect(matchDeal(match, [deal('b', [], 'nordlicht')], undefined)).toMatchObject({
      dealId: 'b',
      because: [{ code: 'only-open-deal', args: ['Nordlicht'] }],
    });
  });

  it('is never chosen between several', () => {
    expect(matchDeal(match, [deal('a', ['anna']), deal('b', ['anna'])], undefined)).toBeUndefined();
    expect(matchDeal(match, [deal('a', ['anna']), deal('b', [], 'nordlicht')], undefined)).toBeUndefined();
    const two = [deal('b', [], 'nordlicht'), deal('c', ['jonas'], 'nordlicht')];
    expect(matchDeal(match, two, undefined)).toBeUndefined();
  });

  it('a deal that was closed since is not kept for the thread', () => {
    expect(matchDeal(match, [deal('a', ['anna'])], 'gone')).toMatchObject({ dealId: 'a' });
  });

  it('is none of a stranger’s', () => {
    expect(matchDeal({ contacts: [] }, [deal('a', ['anna'])], undefined)).toBeUndefined();
  });
});
