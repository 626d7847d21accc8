import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root, tool } from '../../scripts/lib/run.mjs';
import { writeConnector } from '../../scripts/new-connector/write-connector.mjs';

const copy = mkdtempSync(join(tmpdir(), 'sidelog-new-connector-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(program: string, command: string, args: string[]): string {
  const [node = '', ...first] = tool(program, command);
  const { status, stdout, stderr } = spawnSync(node, [...first, ...args], { cwd: copy, encoding: 'utf8' });
  return status === 0 ? 'passed' : `${stdout}\n${stderr}`;
}

describe('npm run new:connector', () => {
  it('writes a connector that keeps the house rules, compiles and passes the cases it says it holds', () => {
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const path of listed.split('\n').filter((one) => one !== '' && existsSync(join(root, one))))
      cpSync(join(root, path), join(copy, path));
    cpSync(join(root, '.wxt'), join(copy, '.wxt'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const written = writeConnector(copy, { name: 'acme-crm', title: 'Acme CRM' });
    const code = written.filter((path) => path.endsWith('.ts'));
    expect(run('@biomejs/biome', 'biome', ['check', '--write', ...code])).toBe('passed');
    expect(run('typescript', 'tsc', ['--noEmit'])).toBe('passed');
    expect(run('vitest', 'vitest', ['run', 'tests/crm/acme-crm.test.ts'])).toBe('passed');
    // What else the house says of this tree is the house test's own to say.
    const house = run('vitest', 'vitest', ['run', 'tests/house.test.ts']);
    expect(house.split('\n').filter((line) => /acme/i.test(line))).toEqual([]);
  }, 240_000);

  it('touches nothing where the name is taken or is none', () => {
    expect(() => writeConnector(root, { name: 'odoo' })).toThrow('is there already');
    expect(() => writeConnector(root, { name: '../odoo' })).toThrow('small letters');
  });
});
