import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { build } from 'esbuild';
import type { TapOptions } from '@/utils/capture/tap/tap-event';
import type { Recording } from './pseudonymise.ts';

/** Events of one recording: a mailbox that starts has some dozens. The oldest go first. */
const MAX_HEARD = 300;

/**
 * Puts the adapter's own tap into every page of this browser: what a recording holds is what Sidelog would hear, messages
 * of workers and what the page carries within itself included. Gives the list that fills, in memory only.
 */
export async function hearPages(
  context: BrowserContext,
  root: string,
  { endpoints, ...options }: TapOptions,
): Promise<Recording['wire']> {
  const heard: Recording['wire'] = [];
  await context.exposeBinding('sidelogHeard', (_source, event: unknown) => {
    const { status, endpoint, request, response } = Object(event);
    const texts = [endpoint, request, response];
    if (status !== 200 || !texts.every((each) => typeof each === 'string') || response === '') return;
    heard.push({ endpoint, request, response });
    if (heard.length > MAX_HEARD) heard.shift();
  });
  const literal = `{ ...${JSON.stringify(options)}, endpoints: new RegExp(${JSON.stringify(endpoints.source)}, ${JSON.stringify(endpoints.flags)}) }`;
  const bundle = await build({
    stdin: {
      contents: `
        import { connectTap } from '@/utils/capture/connect-tap';
        import { installTap } from '@/utils/capture/tap/install-tap';
        const { signal } = new AbortController();
        const hear = window.sidelogHeard;
        const events = connectTap(document, signal);
        installTap(window, ${literal});
        events((event) => { void hear(event); }, signal);`,
      loader: 'ts',
      resolveDir: join(root, 'scripts/record'),
    },
    alias: { '@': root },
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  await context.addInitScript(bundle.outputFiles[0]?.text ?? '');
  return heard;
}
