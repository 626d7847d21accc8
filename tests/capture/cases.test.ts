import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import { casesFolder, event, list, read, run } from './support';

/*
 * tests/pages/gmail/<case>: page.html; fd.json, bv.json, embedded.json, n.request.json with n.response.json as the
 * wire; expected.json says what comes of it. All invented, in Gmail's shapes.
 */

interface Expected {
  about: string;
  captured: Record<string, unknown>[];
  earlier: string[][];
  undone?: string[][];
}

function wireOf(folder: string): TapEvent[] {
  const events: TapEvent[] = [];
  for (const endpoint of ['fd', 'bv', 'embedded']) {
    const file = join(folder, `${endpoint}.json`);
    if (existsSync(file)) events.push(event(endpoint, read(file)));
  }
  for (let n = 1; existsSync(join(folder, `${n}.request.json`)); n += 1) {
    events.push(event('s', read(folder, `${n}.response.json`), read(folder, `${n}.request.json`)));
  }
  return events;
}

describe('every page and wire of our own', () => {
  for (const name of list(casesFolder)) {
    const folder = join(casesFolder, name);
    const expected = JSON.parse(read(folder, 'expected.json')) as Expected;
    it.concurrent(`${name}: ${expected.about}`, async () => {
      const got = await run(read(folder, 'page.html'), wireOf(folder), {
        until: ({ captured, undone, all }) =>
          captured.length >= expected.captured.length &&
          undone.length >= (expected.undone?.length ?? 0) &&
          all.some((each) => each.type === 'now-open'),
        settle: 300,
      });
      expect(got.drift).toEqual([]);
      expect(got.refused).toEqual([]);
      const seen = got.captured.map(({ body, attachments, source, from, to, cc, ...rest }) => ({
        via: rest.via,
        direction: rest.direction,
        from: from.address,
        to: to.map((each) => each.address),
        cc: cc.map((each) => each.address),
        subject: rest.subject,
        sentAt: rest.sentAt,
        ids: source.ids,
        threadIds: source.threadIds,
        account: source.account,
        attachments: attachments.map((each) => each.name),
        text: body.content,
        held: rest.held,
      }));
      expect(seen).toEqual(expected.captured);
      expect(got.captured.every((each) => !each.sentAtApproximate)).toBe(true);
      expect(got.earlier).toEqual(expected.earlier);
      expect(got.undone).toEqual(expected.undone ?? []);
    });
  }
});
