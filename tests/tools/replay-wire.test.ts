import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
