import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One thing that happens in the page: a request with its answer, or data that the page carries in itself. */
export type WireStep =
  | { kind: 'request'; endpoint: 'fd' | 'bv' | 's'; request: string; response: string }
  /** `key` as Gmail's build of 2022-09 names it: open threads, the list, the signed-in accounts. */
  | { kind: 'embedded'; key: 'Cl6csf' | 'a6jdv' | 'sBEv4c'; text: string };

const endpoints = ['fd', 'bv', 's', 'embedded'] as const;
type Endpoint = (typeof endpoints)[number];

/**
 * The steps of these files and folders, in their order (a folder's by name). `named` are the `--endpoint`s: one for
 * all, or one for each `--wire`. Throws a sentence where a file cannot be understood.
 */
export function readWire(paths: readonly string[], named: readonly string[]): WireStep[] {
  if (named.length > 1 && named.length !== paths.length)
    throw new Error('Give --endpoint once, or once for each --wire.');
  const seen = new Set<string>();
  return paths.flatMap((path, index) => {
    const endpoint = asEndpoint(named.length > 1 ? named[index] : named[0]);
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.endsWith('.json'))
          .sort()
          .map((name) => join(path, name))
      : [path];
    if (files.length === 0) throw new Error(`${path}: there is no .json file in this folder.`);
    return files.flatMap((file) => {
      const pair = pairOf(file);
      const step = pair ?? file;
      const key = typeof step === 'string' ? step : step.request;
      // Both halves of a pair may have been named.
      if (seen.has(key)) return [];
      seen.add(key);
      return [typeof step === 'string' ? readSingle(file, endpoint) : readPair(step)];
    });
  });
}

interface Pair {
  request: string;
  response: string;
}

function pairOf(file: string): Pair | null {
  const match = /^(.*)([_.])(request|response)\.json$/.exec(file);
  if (!match) return null;
  const pair = {
    request: `${match[1]}${match[2]}request.json`,
    response: `${match[1]}${match[2]}response.json`,
  };
  const both = [pair.request, pair.response].every((half) =>
    statSync(half, { throwIfNoEntry: false })?.isFile(),
  );
  return both ? pair : null;
}

function readPair(pair: Pair): WireStep {
  return {
    kind: 'request',
    endpoint: 's',
    request: readFileSync(pair.request, 'utf8'),
    response: readFileSync(pair.response, 'utf8'),
  };
}

function readSingle(file: string, given: Endpoint | null): WireStep {
  const text = readFileSync(file, 'utf8');
  const name = basename(file);
  const endpoint = given ?? endpointOf(name);
  if (!endpoint) throw new Error(`${name}: say with --endpoint what this is (${endpoints.join(', ')}).`);
  if (endpoint === 'embedded') return { kind: 'embedded', key: embeddedKey(name, text), text };
  // A request whose answer was not recorded: nobody knows whether the server took it, and none is made up.
  if (endpoint === 's' && isRequest(text)) return { kind: 'request', endpoint, request: text, response: '' };
  return { kind: 'request', endpoint, request: '', response: text };
}

function endpointOf(name: string): Endpoint | null {
  const bare = name.replace(/^\d{4}-\d{2}-\d{2}-/, '').replace(/^derived-/, '');
  if (/embedded|^signed-in/.test(bare)) return 'embedded';
  if (/^fd\b/.test(bare)) return 'fd';
  if (/^bv\b|search/.test(bare)) return 'bv';
  if (/^s\b|send|draft|reply/i.test(bare)) return 's';
  return null;
}

function embeddedKey(name: string, text: string): 'Cl6csf' | 'a6jdv' | 'sBEv4c' {
  if (/^\s*\[\s*"mla"/.test(text)) return 'sBEv4c';
  return /\bbv\b|list/.test(name) ? 'a6jdv' : 'Cl6csf';
}

/** Whether this is a `/i/s` request: `Q[1][0][0]` is its first operation, `[number, [thread, payload]]`. */
function isRequest(text: string): boolean {
  try {
    const thread = at(at(at(at(at(JSON.parse(text), 1), 0), 0), 1), 0);
    return typeof thread === 'string' && thread.startsWith('thread-');
  } catch {
    return false;
  }
}

/** `value[index]` of an array, `value["index + 1"]` of the older form. */
function at(value: unknown, index: number): unknown {
  if (Array.isArray(value)) return value[index];
  if (typeof value !== 'object' || value === null) return undefined;
  const filled: unknown = Reflect.get(value, String(index + 1));
  return filled;
}

function asEndpoint(text: string | undefined): Endpoint | null {
  if (text === undefined) return null;
  const found = endpoints.find((endpoint) => endpoint === text);
  if (!found) throw new Error(`--endpoint ${text}: it is one of ${endpoints.join(', ')}.`);
  return found;
}
