import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * One thing that happens in the page: a request with its answer, a worker's message, or data that the page carries in
 * itself.
 */
export type WireStep =
  | { kind: 'request'; endpoint: string; request: string; response: string }
  | { kind: 'port'; text: string }
  /** `key`: what the page calls it. Of Gmail's build of 2022-09: open threads, the list, the signed-in accounts. */
  | { kind: 'embedded'; key: string; text: string };

/** How one site's recordings are named. */
export interface WireRules {
  /** What `--endpoint` takes, for people. */
  endpoints: string;
  /** What `--endpoint` says; null where the site has no such endpoint. */
  named(text: string): string | null;
  /** The only endpoint whose requests are recorded with their answers, where there is one. */
  pairs?: string;
  /** The endpoint of a file of this name; null where it does not say. */
  endpointOf(name: string): string | null;
  /** What the page calls the data that it carries in itself. */
  embeddedKey(name: string, text: string): string;
  /** Whether a file whose name does not say so is a request. */
  isRequest(endpoint: string, text: string): boolean;
}

const RECORDING = /\.(?:json|txt)$/;

/**
 * The steps of these files and folders, in their order (a folder's by name). `named` are the `--endpoint`s: one for
 * all, or one for each `--wire`. Throws a sentence where a file cannot be understood.
 */
export function readWire(
  paths: readonly string[],
  named: readonly string[],
  rules: WireRules = gmailWire,
): WireStep[] {
  if (named.length > 1 && named.length !== paths.length)
    throw new Error('Give --endpoint once, or once for each --wire.');
  const seen = new Set<string>();
  return paths.flatMap((path, index) => {
    const endpoint = asEndpoint(named.length > 1 ? named[index] : named[0], rules);
    const files = statSync(path).isDirectory() ? recordingsIn(path) : [path];
    if (files.length === 0) throw new Error(`${path}: there is no .json file in this folder.`);
    return files.flatMap((file) => {
      const pair = pairOf(file);
      const key = pair ? pair.request : file;
      // Both halves of a pair may have been named.
      if (seen.has(key)) return [];
      seen.add(key);
      return [pair ? readPair(pair, endpoint, rules) : readSingle(file, endpoint, rules)];
    });
  });
}

/** A case's expectation lies beside its recordings. */
function recordingsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => RECORDING.test(name) && name !== 'expected.json')
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => join(folder, name));
}

interface Pair {
  request: string;
  response: string;
}

function pairOf(file: string): Pair | null {
  const match = /^(.*)([_.])(?:request|response)\.(?:json|txt)$/.exec(file);
  if (!match) return null;
  const [, stem = '', dot = ''] = match;
  const half = (name: string) =>
    ['json', 'txt']
      .map((ending) => `${stem}${dot}${name}.${ending}`)
      .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  const [request, response] = [half('request'), half('response')];
  return request && response ? { request, response } : null;
}

function readPair(pair: Pair, given: string | null, rules: WireRules): WireStep {
  const name = basename(pair.request).replace(/[_.]request\.(?:json|txt)$/, '');
  return {
    kind: 'request',
    endpoint: rules.pairs ?? given ?? knownEndpoint(name, rules),
    request: readFileSync(pair.request, 'utf8'),
    response: readFileSync(pair.response, 'utf8'),
  };
}

function readSingle(file: string, given: string | null, rules: WireRules): WireStep {
  const text = readFileSync(file, 'utf8');
  const name = basename(file);
  const endpoint = given ?? knownEndpoint(name, rules);
  if (endpoint === 'embedded') return { kind: 'embedded', key: rules.embeddedKey(name, text), text };
  if (endpoint === 'port') return { kind: 'port', text };
  // A request whose answer was not recorded: nobody knows whether the server took it, and none is made up.
  const asked = /[_.]request\.(?:json|txt)$/.test(name) || rules.isRequest(endpoint, text);
  return asked
    ? { kind: 'request', endpoint, request: text, response: '' }
    : { kind: 'request', endpoint, request: '', response: text };
}

function knownEndpoint(name: string, rules: WireRules): string {
  const endpoint = rules.endpointOf(name);
  if (!endpoint) throw new Error(`${name}: say with --endpoint what this is (${rules.endpoints}).`);
  return endpoint;
}

function asEndpoint(text: string | undefined, rules: WireRules): string | null {
  if (text === undefined) return null;
  const found = rules.named(text);
  if (!found) throw new Error(`--endpoint ${text}: it is one of ${rules.endpoints}.`);
  return found;
}

const gmailEndpoints = ['fd', 'bv', 's', 'embedded'];

/** Gmail's: `fd` threads, `bv` lists, `s` changes with their answers. */
export const gmailWire: WireRules = {
  endpoints: gmailEndpoints.join(', '),
  pairs: 's',
  named: (text) => gmailEndpoints.find((endpoint) => endpoint === text) ?? null,
  endpointOf,
  embeddedKey,
  isRequest: (endpoint, text) => endpoint === 's' && isRequest(text),
};

function endpointOf(name: string): string | null {
  const bare = name.replace(/^\d{4}-\d{2}-\d{2}-/, '').replace(/^derived-/, '');
  if (/embedded|^signed-in/.test(bare)) return 'embedded';
  if (/^fd\b/.test(bare)) return 'fd';
  if (/^bv\b|search/.test(bare)) return 'bv';
  if (/^s\b|send|draft|reply/i.test(bare)) return 's';
  return null;
}

function embeddedKey(name: string, text: string): string {
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
