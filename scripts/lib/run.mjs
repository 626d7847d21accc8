/** Running other programs: shown as they go, or kept and given back. No dependencies: works before `npm ci`. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** Logs, profiles and copies of builds; ignored by git, may be deleted at any time. */
export const scratch = join(root, '.tmp');

/**
 * Runs a program in the project's root.
 * `show: true` lets it write to our own outputs (its standard output to stderr, so that a command whose output is
 * data stays clean); otherwise its output is collected. Resolves with the exit code and what it said; never rejects.
 * @param {string} program
 * @param {string[]} args
 * @param {{ show?: boolean, env?: Record<string, string>, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string, ms: number }>}
 */
export function run(program, args, options = {}) {
  const began = Date.now();
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: options.show ? ['ignore', process.stderr, process.stderr] : ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows.
      shell: process.platform === 'win32' && program === 'npm',
    });
    /** @type {string[]} */
    const said = [];
    const keep = (/** @type {Buffer} */ chunk) => said.push(chunk.toString('utf8'));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    let timedOut = false;
    const timer = options.timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, options.timeoutMs)
      : undefined;
    const end = (/** @type {number} */ code, /** @type {string} */ more) => {
      clearTimeout(timer);
      done({ code, output: said.join('') + more, ms: Date.now() - began });
    };
    child.on('error', (error) => end(127, `\n${program}: ${error.message}\n`));
    child.on('close', (code) =>
      end(timedOut ? 124 : (code ?? 1), timedOut ? `\nstopped after ${options.timeoutMs} ms\n` : ''),
    );
  });
}

/**
 * The command of an installed package as [program, ...args]: node on its script, which works on every system and
 * without a shell.
 * @param {string} name package name
 * @param {string} [command] the command's name where it is not the package's
 */
export function tool(name, command = name) {
  const require = createRequire(join(root, 'package.json'));
  const file = join(root, 'node_modules', name, 'package.json');
  const { bin } = require(file);
  const path = typeof bin === 'string' ? bin : bin[command];
  return [process.execPath, join(dirname(file), path)];
}

/**
 * Like `run`, for an installed package's command.
 * @param {string[]} toolCommand from `tool`
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(toolCommand, args, options) {
  const [program, ...first] = toolCommand;
  return run(program ?? process.execPath, [...first, ...args], options);
}

/** Says something to the person at the terminal; never on standard output, which may be data. */
export function say(/** @type {string} */ sentence) {
  process.stderr.write(`${sentence}\n`);
}
