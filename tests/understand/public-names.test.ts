import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lettersOf } from '@/utils/understand/company/known-names';
import { companyFromDomain } from '@/utils/understand/company-from-domain';

const file = join(process.env.TEXT_DATA ?? '../shared/text/dev', 'domain-brands/items.jsonl');

/** Reached on 2026-11-21; to be raised when more is reached, never lowered. */
const floors = { letters: 0.825, spelling: 0.605 };

describe.skipIf(!existsSync(file))('the public brands (skipped where ../shared/text is absent)', () => {
  it('are named from their domains no worse than before', () => {
    const items: { domain: string; name: string }[] = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    const share = (same: (found: string, wanted: string) => boolean) =>
      items.filter(({ domain, name }) => same(companyFromDomain(domain), name)).length / items.length;
    expect(share((found, wanted) => lettersOf(found) === lettersOf(wanted))).toBeGreaterThan(floors.letters);
    expect(share((found, wanted) => found === wanted)).toBeGreaterThan(floors.spelling);
  });
});
