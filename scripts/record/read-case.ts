import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording } from './pseudonymise.ts';

/** A case as `record` wrote it: `page.html`, and in its order `n.ENDPOINT.response.…` with what was asked beside it. */
export function readCase(folder: string, url: string): Recording {
  const files = readdirSync(folder);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const answers = files.filter((file) => file.includes('.response.'));
  answers.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return {
    html: read('page.html'),
    url,
    wire: answers.map((file) => {
      const [, stem = '', endpoint = ''] = /^(\d+\.(.+))\.response\.\w+$/.exec(file) ?? [];
      const asked = files.find((each) => each.startsWith(`${stem}.request.`));
      return { endpoint, request: asked ? read(asked) : '', response: read(file) };
    }),
  };
}
