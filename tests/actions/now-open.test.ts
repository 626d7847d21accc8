import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { consentTo } from '@/utils/actions/consent';
import { handlePageMessage } from '@/utils/actions/handle-page-message';
import type { PageSite } from '@/utils/model/captured';
import { patternsOf } from '@/utils/model/site-hosts';
import { makeEngine } from '../sync/make-engine';

async function outlook() {
  const engine = await makeEngine();
  for (const host of patternsOf(['outlook'])) engine.side.granted.add(host);
  expect(await consentTo(engine, ['outlook', 'outlook-calendar'])).toEqual({ ok: true });
  const tell = (site: PageSite, messages: string[][], leaves?: boolean) =>
    handlePageMessage(
      engine,
      {
        type: 'now-open',
        site,
        account: null,
        threadIds: [],
        messages,
        earlier: [],
        ...(leaves ? { leaves } : {}),
      },
      { tabId: 7, url: '' },
    );
  const open = () => {
    const tabs = engine.side.session.get('open-tabs');
    return Reflect.get(Object(tabs), '7');
  };
  return { tell, open };
}

describe('mail and calendar in one tab', () => {
  it('the one that is left takes away what it had open', async () => {
    const { tell, open } = await outlook();
    await tell('outlook', [['owa:mail']]);
    await tell('outlook', [], true);
    expect(open()).toMatchObject({ site: 'outlook', messages: [] });
    expect(open()).not.toHaveProperty('leaves');
  });

  it('and takes nothing away that the other one opened meanwhile', async () => {
    const { tell, open } = await outlook();
    await tell('outlook', [['owa:mail']]);
    await tell('outlook-calendar', [['owa:event']]);
    await tell('outlook', [], true);
    expect(open()).toMatchObject({ site: 'outlook-calendar', messages: [['owa:event']] });
  });

  it('the other one says that nothing of its is open', async () => {
    const { tell, open } = await outlook();
    await tell('outlook', [['owa:mail']]);
    await tell('outlook-calendar', []);
    expect(open()).toMatchObject({ site: 'outlook-calendar', messages: [] });
  });
});
