import { describe, expect, it } from 'vitest';
import { outlook } from '@/utils/capture/outlook/outlook';
import { caseNames, expectedOf, htmlOf, mails, plainIds, wireOf } from './outlook-support';
import { run } from './support';

describe("every mail page and wire of our own, in Outlook's described shapes (synthetic)", () => {
  for (const name of caseNames()) {
    const expected = expectedOf(name);
    it.concurrent(`${name}: ${expected.about}`, async () => {
      const got = await run(htmlOf(name), wireOf(name), {
        adapter: outlook,
        url: expected.url,
        until: ({ captured, refused, drift, undone, all }) =>
          captured.length >= expected.captured.length &&
          refused.length >= expected.refused.length &&
          drift.length >= expected.drift.length &&
          undone.length >= expected.undone.length &&
          all.some((each) => each.type === 'now-open'),
        settle: 1200,
      });
      expect(got.drift.map((each) => each.step)).toEqual(expected.drift);
      expect(mails(got, expected.captured)).toEqual(expected.captured);
      expect(got.refused.map(({ reason, ids }) => [reason, plainIds(ids)[0]])).toEqual(expected.refused);
      expect(got.undone.map(plainIds)).toEqual(expected.undone);
      if (expected.earlier) expect(got.earlier).toEqual(expected.earlier);
    });
  }

  it('a page read twice has the same names', async () => {
    const url = expectedOf('page-alone').url;
    const once = () =>
      run(htmlOf('page-alone'), [], { adapter: outlook, url, until: ({ captured }) => captured.length > 0 });
    const [first, second] = [await once(), await once()];
    expect(first.captured.map(({ source }) => source)).toEqual(second.captured.map(({ source }) => source));
    expect(first.captured).toHaveLength(1);
  });
});
