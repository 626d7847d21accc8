import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { handlePageMessage } from '@/utils/actions/handle-page-message';
import { receiveCapture } from '@/utils/actions/receive-capture';
import type { SeenMeeting } from '@/utils/model/captured';
import { closeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';
import { makeMeetingEngine, meeting, START } from '../sync/meetings';

const HOUR = 3_600_000;
const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});

async function start() {
  const engine = await makeMeetingEngine();
  engines.push(engine);
  const known = meeting(1);
  const stands = (change: Partial<SeenMeeting> = {}): SeenMeeting => ({
    ids: known.source.ids,
    startsAt: known.sentAt,
    endsAt: known.meeting.endsAt,
    allDay: false,
    cancelled: false,
    myAnswer: null,
    ...change,
  });
  const see = (...meetings: SeenMeeting[]) =>
    handlePageMessage(
      engine,
      { type: 'meetings-seen', site: known.source.site, meetings },
      { tabId: 7, url: '' },
    );
  return { engine, known, stands, see };
}

describe('a calendar that shows times and no guests', () => {
  it('moves a meeting that is known, with its people and its words', async () => {
    const { engine, known, stands, see } = await start();
    await receiveCapture(engine, [known]);
    const before = await onlyProposal(engine);
    await see(stands({ startsAt: START + 5 * HOUR, endsAt: START + 6 * HOUR }));
    const after = await onlyProposal(engine);
    expect(after.status).toEqual({ state: 'upcoming', until: START + 6 * HOUR });
    expect(after.activity).toMatchObject({
      at: START + 5 * HOUR,
      subject: before.activity.subject,
      participants: before.activity.participants,
    });
  });

  it('takes one that was cancelled or declined off the list', async () => {
    for (const change of [{ cancelled: true }, { myAnswer: 'declined' as const }]) {
      const { engine, known, stands, see } = await start();
      await receiveCapture(engine, [known]);
      await see(stands(change));
      expect(await engine.db.proposals.count()).toBe(0);
    }
  });

  it('begins nothing, and changes nothing where all is as it was', async () => {
    const { engine, known, stands, see } = await start();
    await see(stands(), stands({ cancelled: true }), stands({ ids: ['owa:other'] }));
    expect(await engine.db.proposals.count()).toBe(0);
    expect(await engine.db.refused.count()).toBe(0);
    await receiveCapture(engine, [known]);
    const before = await onlyProposal(engine);
    await see(stands({ myAnswer: known.meeting.myAnswer }));
    expect(await onlyProposal(engine)).toEqual(before);
  });
});
