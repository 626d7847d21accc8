import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePage } from '../../scripts/new-page/write-page.mjs';

const root = join(import.meta.dirname, '../..');
const left = new Set(['node_modules', '.git', '.output', 'screenshots', 'test-results']);

describe('a new page adapter', () => {
  let copy = '';
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'sidelog-new-page-'));
    for (const name of readdirSync(root)) {
      if (!left.has(name)) cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  const tool = (name: string, ...args: string[]) => {
    try {
      return execFileSync(join(root, 'node_modules/.bin', name), args, { cwd: copy, encoding: 'utf8' });
    } catch (error) {
      throw new Error(`${name} ${args.join(' ')}:\n${Reflect.get(Object(error), 'stdout')}`);
    }
  };

  it('compiles, keeps the rules of the house, passes its own test, and claims to read nothing', () => {
    const before = failures();
    const paths = writePage(copy, { name: 'acorn-mail', host: 'mail.acorn.example', title: 'Acorn Mail' });
    expect(paths).toContain('utils/capture/acorn-mail/acorn-mail.ts');
    tool('biome', 'check', '--write', ...paths.filter((path) => /\.(?:tsx?|json)$/.test(path)));
    const types = trouble(() => tool('tsc', '--noEmit'));
    expect(types.filter((line) => /acorn|site|sites/.test(line))).toEqual([]);
    expect(failures(), 'no rule of the house is broken that was kept before').toEqual(before);
    tool('vitest', 'run', 'tests/capture/acorn-mail.test.ts');
    const adapter = readFileSync(join(copy, 'utils/capture/acorn-mail/acorn-mail.ts'), 'utf8');
    expect(adapter).toContain('not-read-yet');
    expect(adapter).not.toMatch(/TODO|ok: true, mail/);
  }, 300_000);

  it('is refused, and nothing written, where its name is taken or no name', () => {
    expect(() => writePage(root, { name: 'outlook', host: 'mail.example.com' })).toThrow('is there already');
    expect(() => writePage(root, { name: 'Two Words', host: 'mail.example.com' })).toThrow(
      'in small letters',
    );
    expect(() => writePage(root, { name: 'two', host: 'https://mail.example.com/' })).toThrow(
      'like mail.example.com',
    );
  });

  function trouble(run: () => unknown): string[] {
    try {
      run();
      return [];
    } catch (error) {
      return String(error).split('\n').slice(1);
    }
  }
  /** The rules of the house that are broken: others may be at work in this very tree. */
  function failures(): string[] {
    return trouble(() => tool('vitest', 'run', 'tests/house.test.ts', '--reporter=json'))
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
      .flatMap(({ testResults }) => testResults)
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName);
  }
});
