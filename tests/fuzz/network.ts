import type { LedgerLine } from '@/utils/model/ledger';
import type { FuzzedCrm } from '../crm/fakes/registry';
import type { Happening } from './happenings';
import type { Trouble } from './troubles';
import type { WorkerLife } from './worker-life';

/** As `crm/http.ts` gives a request up. */
const TIMEOUT_MS = 30_000;

interface Parts {
  crm: FuzzedCrm;
  clock: { now(): number; after(ms: number, run: () => void): () => void };
  /** What goes wrong with the next request; `write`: it changes something; `halvable`: a batch. */
  trouble(write: boolean, halvable: boolean): Trouble;
  /** Waits while something is on its way. */
  travel(): Promise<void>;
  /** Called when the server has carried out a write. */
  wrote(): Promise<void>;
  /** Told of what really happened, for counting. */
  saw(what: Happening): void;
  /** Notes what happened, for whoever looks for a failure. */
  note(line: string): void;
  /** How long a late request takes, in milliseconds; less than a lease lasts. */
  lateness(): number;
}

/** Everything between the workers of one browser and the CRM, and what an observer in between would have seen. */
export class Network {
  signedOut = false;
  lostAnswers = 0;
  /** Requests that are being waited for. */
  inFlight = 0;
  /** Requests of dead workers that the server has not acted on. */
  readonly later = new Set<() => Promise<void>>();
  #seen: string[] = [];
  #given: string[] = [];

  readonly #parts: Parts;
  /**
   * What somebody else does while the next write of ours is on its way: before the server hears of it, after, or while
   * it carries it out and nobody sees it yet.
   */
  meanwhile: { when: 'before' | 'within' | 'after'; run: () => Promise<void> } | undefined;
  /** What the rep's worker does while the colleague's next write is carried out and nobody sees it yet. */
  withinColleague: (() => Promise<void>) | undefined;
  #colleagueDies = false;
  #colleagueIsDead = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The `fetch` of one worker. After its death nothing leaves and nothing comes back. */
  fetchOf(life: WorkerLife): typeof fetch {
    return async (input, init) => {
      if (life.dead) return never();
      this.inFlight += 1;
      try {
        return await this.#send(life, String(input), init ?? {});
      } finally {
        this.inFlight -= 1;
      }
    };
  }

  /** The way of somebody else's browser: nothing goes wrong there, and it has a ledger of its own. */
  readonly colleague: typeof fetch = async (input, init) => {
    if (this.#colleagueIsDead) throw new TypeError('fetch failed');
    await this.#parts.travel();
    const { crm } = this.#parts;
    if (!crm.server) throw new TypeError('fetch failed');
    const write = isWrite(crm, String(input), init ?? {});
    const within = write ? this.withinColleague : undefined;
    if (within) this.withinColleague = undefined;
    const answer = within
      ? await this.#seenLate(String(input), init ?? {}, within)
      : await crm.server.fetch(input, init);
    if (this.#colleagueDies && write) {
      this.#colleagueIsDead = true;
      this.#parts.saw('colleague-dies');
      throw new TypeError('fetch failed');
    }
    this.#parts.note(
      `the server answers the colleague ${answer.status} to ${new URL(String(input)).pathname}`,
    );
    await this.#parts.travel();
    return answer;
  };

  /** Something is done by the colleague, whose browser may die as soon as it has written. */
  async asColleague<T>(dies: boolean, work: () => Promise<T>): Promise<T> {
    this.#colleagueDies = dies;
    try {
      return await work();
    } finally {
      this.#colleagueDies = false;
      this.#colleagueIsDead = false;
    }
  }

  async #send(life: WorkerLife, url: string, init: RequestInit): Promise<Response> {
    const { clock, trouble: next, travel, crm } = this.#parts;
    const left = clock.now();
    const { note } = this.#parts;
    const write = isWrite(crm, url, init);
    const halved = crm.half?.(url, String(init.body ?? ''));
    const trouble = next(write, halved !== undefined);
    const which = `${init.method} ${new URL(url).pathname}`;
    note(`${life.name} asks ${which}${trouble === 'none' ? '' : `: ${trouble}`}`);
    const { saw } = this.#parts;
    const gaveUp = () => clock.now() - left > TIMEOUT_MS;
    const lost = () => {
      if (write) this.lostAnswers += 1;
    };
    await travel();
    if (gaveUp()) throw new TypeError('fetch failed');
    if (trouble === 'lost-on-the-way') {
      saw(trouble);
      throw new TypeError('fetch failed');
    }
    if (this.signedOut) saw('signed-out');
    if (this.signedOut) return this.#give(url, init, json(401, {}));
    if (write) await this.#somebodyElse('before');
    const early = this.#answerBefore(trouble);
    if (early && trouble !== 'none' && trouble !== 'half-then-fail') saw(trouble);
    if (early) return life.dead ? never() : this.#give(url, init, early);
    if (trouble === 'late') this.#later(url, init, lost);
    if (trouble === 'late' || trouble === 'kill-before') {
      saw(trouble);
      life.kill();
      return never();
    }
    const half = trouble === 'half-then-fail' ? halved : undefined;
    const answer = await this.#deliver(url, init, half);
    note(`the server answers ${life.name} ${answer.status} to ${which}`);
    if (write) await this.#somebodyElse('after');
    await travel();
    const done = () => {
      if (!answer.ok) return;
      lost();
      // Of a request that only asks, nothing is lost.
      if (write && !life.dead && trouble !== 'none' && trouble !== 'half-then-fail') saw(trouble);
    };
    if (half !== undefined && answer.ok) saw('half');
    if (trouble === 'kill-after' && write && answer.ok) saw(trouble);
    if (trouble === 'kill-after') life.kill();
    if (life.dead) {
      done();
      return never();
    }
    if (gaveUp() || trouble === 'time-out' || trouble === 'lose-answer') {
      done();
      throw new DOMException('The operation timed out', 'TimeoutError');
    }
    if (trouble === 'commit-then-html') {
      done();
      return this.#give(url, init, page());
    }
    if (trouble === 'commit-then-fail' || trouble === 'half-then-fail') {
      done();
      return this.#give(url, init, json(500, { error: 'Internal Server Error' }));
    }
    return this.#give(url, init, answer);
  }

  /** Carried out while `within` happens, which sees nothing of it. */
  async #seenLate(url: string, init: RequestInit, within: () => Promise<void>): Promise<Response> {
    const { crm, note, saw } = this.#parts;
    if (!crm.begin) throw new Error('Seen at once');
    note(`at the server, and not seen yet: ${new URL(url).pathname}`);
    const begun = await crm.begin(url, init);
    await within();
    const answer = begun.commit();
    note(`seen now: ${new URL(url).pathname} ${answer.status}`);
    if (answer.ok) saw('seen-late');
    return answer;
  }

  async #somebodyElse(when: 'before' | 'after'): Promise<void> {
    if (this.meanwhile?.when !== when) return;
    const { run } = this.meanwhile;
    this.meanwhile = undefined;
    await run();
  }

  /** What is answered without the CRM hearing of it. */
  #answerBefore(trouble: Trouble): Response | undefined {
    switch (trouble) {
      case 'fail':
        return json(500, { error: 'Internal Server Error' });
      case 'html':
        return page();
      case 'slow-seconds':
        return json(429, {}, { 'retry-after': '20' });
      case 'slow-date': {
        const when = new Date(this.#parts.clock.now() + 20_000).toUTCString();
        return json(429, {}, { 'retry-after': when });
      }
      case 'slow-body':
        return json(429, { retry_after: 20 });
      case 'slow-silent':
        return json(429, {});
      default:
        return undefined;
    }
  }

  #later(url: string, init: RequestInit, lost: () => void): void {
    const act = async () => {
      if (!this.later.delete(act)) return;
      this.#parts.note(`late at the server: ${new URL(url).pathname}`);
      if ((await this.#deliver(url, init)).ok) lost();
    };
    this.later.add(act);
    this.#parts.clock.after(this.#parts.lateness(), () => void act());
  }

  /** `half`: what of the body the server gets round to. */
  async #deliver(url: string, init: RequestInit, half?: string): Promise<Response> {
    const { server } = this.#parts.crm;
    if (!server) throw new TypeError('fetch failed');
    this.#seen.push(requestName(url, init));
    const within = this.meanwhile?.when === 'within' && isWrite(this.#parts.crm, url, init);
    const { run } = this.meanwhile ?? {};
    if (within) this.meanwhile = undefined;
    const answer =
      within && run
        ? await this.#seenLate(url, init, run)
        : await server.fetch(url, half === undefined ? init : { ...init, body: half });
    if (init.method !== 'GET') await this.#parts.wrote();
    return answer;
  }

  #give(url: string, init: RequestInit, answer: Response): Response {
    this.#given.push(`${requestName(url, init)} ${answer.status}`);
    return answer;
  }

  /** Holds the ledger to what was seen on the way. */
  compare(lines: readonly LedgerLine[]): { unledgered: number; phantom: number } {
    const known = lines.map((line) => `${line.method} ${line.origin}${line.path} ${line.bytes}`);
    const answered = lines.flatMap(({ answer }, index) =>
      answer && answer.outcome !== 'no-answer' ? [`${known[index]} ${answer.status}`] : [],
    );
    return { unledgered: excess(this.#seen, known), phantom: excess(answered, this.#given) };
  }
}

function isWrite(crm: FuzzedCrm, url: string, { method = 'GET', body }: RequestInit): boolean {
  return crm.writes(url, method, String(body ?? ''));
}

function requestName(url: string, init: RequestInit): string {
  const { origin, pathname } = new URL(url);
  return `${init.method} ${origin}${pathname} ${new TextEncoder().encode(String(init.body ?? '')).length}`;
}

/** How many of these have no counterpart in those. */
function excess(these: readonly string[], those: readonly string[]): number {
  const left = new Map<string, number>();
  for (const name of those) left.set(name, (left.get(name) ?? 0) + 1);
  let more = 0;
  for (const name of these) {
    const there = left.get(name) ?? 0;
    if (there === 0) more += 1;
    else left.set(name, there - 1);
  }
  return more;
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

function page(): Response {
  return new Response('<!DOCTYPE html><title>Log in</title>', {
    status: 200,
    headers: { 'content-type': 'text/html' },
  });
}

function never(): Promise<Response> {
  return new Promise(() => {});
}
