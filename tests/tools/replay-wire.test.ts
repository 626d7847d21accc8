import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaySites } from '../../scripts/replay/sites.ts';
import { readWire } from '../../scripts/replay/wire.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelog-wire-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('what the replay takes for a recording', () => {
  it('plays a request with its recorded answer once, whichever half is named', () => {
    const request = put('a_request.json', '[1]');
    const response = put('a_response.json', '[2]');
    const once = [{ kind: 'request', endpoint: 's', request: '[1]', response: '[2]' }];
    expect(readWire([request, response], [])).toEqual(once);
    expect(readWire([folder], [])).toEqual(once);
  });

  it('plays a folder by name, each file as what its name says', () => {
    put('fd-1.json', '["full"]');
    put('bv-2.json', '["list"]');
    put('embedded-3.json', '["page"]');
    expect(
      readWire([folder], []).map((step) => (step.kind === 'request' ? step.endpoint : step.kind)),
    ).toEqual(['bv', 'embedded', 'fd']);
  });

  it('takes an --endpoint for each file, or one for all, and says so where the numbers do not fit', () => {
    const [a, b] = [put('x.json', '[]'), put('y.json', '[]')];
    const kinds = (named: string[]) =>
      readWire([a, b], named).map((step) => (step.kind === 'request' ? step.endpoint : step.kind));
    expect(kinds(['fd'])).toEqual(['fd', 'fd']);
    expect(kinds(['bv', 'fd'])).toEqual(['bv', 'fd']);
    expect(() => kinds(['bv', 'fd', 'fd'])).toThrow('once for each --wire');
    expect(() => kinds(['inbox'])).toThrow('it is one of fd, bv, s, embedded');
  });

  it('plays nothing in silence: an empty folder and an unknown file are said', () => {
    expect(() => readWire([folder], [])).toThrow('no .json file in this folder');
    expect(() => readWire([put('mail.json', '[]')], [])).toThrow('mail.json: say with --endpoint');
  });

  it('makes up no answer for a send whose answer was not recorded', () => {
    const text = '[null,[[[10,["thread-a:r1",[]]],[11,["thread-a:r2",[]]]]]]';
    const older = '{"2":{"1":[{"1":"10","2":{"1":"thread-a:r1"}}]}}';
    for (const request of [text, older]) {
      const made = readWire([put('s.json', request)], []);
      expect(made).toEqual([{ kind: 'request', endpoint: 's', request, response: '' }]);
    }
  });
});

describe('what the replay does for each site', () => {
  const site = (name: string) => {
    const found = replaySites.find((each) => each.site === name);
    if (!found) throw new Error(name);
    return found;
  };
  const addressesOf = (name: string, files: Record<string, string>) => {
    for (const [file, text] of Object.entries(files)) put(file, text);
    const { wire, address, url } = site(name);
    return readWire([folder], [], wire).map((step, index) =>
      step.kind === 'request' ? address(step.endpoint, index, new URL(url)) : step.kind,
    );
  };

  it("asks Outlook's actions by their names, in the order of their numbers, and plays a worker's message", () => {
    expect(
      addressesOf('outlook', {
        '10.GetItem.response.json': '{}',
        '2.UpdateItem.request.json': '{}',
        '2.UpdateItem.response.json': '{}',
        '1.startupdata.response.json': '{}',
        '11.port.response.json': '{}',
        'expected.json': '{}',
      }),
    ).toEqual([
      '/owa/startupdata.ashx?app=Mail&n=0',
      '/owa/service.svc?action=UpdateItem&app=Mail&n=1',
      '/owa/service.svc?action=GetItem&app=Mail&n=2',
      'port',
    ]);
    expect(site('outlook').address('GetItem', 4, new URL('https://outlook.live.com/mail/0/'))).toBe(
      '/owa/0/service.svc?action=GetItem&app=Mail&n=4',
    );
  });

  it("asks Google Calendar's endpoints by their names, and hands over what it shows first in the page", () => {
    expect(
      addressesOf('google-calendar', {
        '0-initialdata.json': '[1]',
        '1.prefetcheventrange.request.txt': 'f.req=1',
        '1.prefetcheventrange.response.txt': '[2]',
        '2.sync.response.json': '[3]',
      }),
    ).toEqual(['embedded', '/calendar/u/0/sync.prefetcheventrange?c=1', '/calendar/u/0/sync.sync?c=2']);
    const embedded = { kind: 'embedded' as const, key: 'initialdata', text: '["</script>"]' };
    const page = site('google-calendar').document({
      html: '<p>',
      account: 'a@b.example',
      embedded: [embedded],
    });
    expect(page).toContain('<script id="initialdata" type="application/json">["\\u003c/script>"]</script>');
    expect(page).toContain('<span id="xUserEmail">a@b.example</span>');
  });

  it('says so where a file is of another site, and takes an endpoint that the site has', () => {
    const file = put('bv-2.json', '[]');
    expect(() => readWire([file], [], site('outlook').wire)).toThrow('say with --endpoint');
    expect(() => readWire([file], ['DeleteEverything'], site('outlook-calendar').wire)).toThrow('an action');
    expect(readWire([file], ['GetCalendarView'], site('outlook-calendar').wire)).toMatchObject([
      { kind: 'request', endpoint: 'GetCalendarView', response: '[]' },
    ]);
  });

  it('makes up no answer to a request whose answer was not recorded', () => {
    const named = put('UpdateItem.send.request.json', '{"__type":"UpdateItemJsonRequest:#Exchange"}');
    expect(readWire([named], [], site('outlook').wire)).toEqual([
      { kind: 'request', endpoint: 'UpdateItem', request: expect.any(String), response: '' },
    ]);
  });
});
