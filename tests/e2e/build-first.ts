import type { FullConfig } from '@playwright/test';
import { ensureBuild } from '../../scripts/lib/ensure.mjs';

/** The browser tests run the built extension: both builds are there, and newer than their sources, before any begins. */
export default async function buildFirst(_config: FullConfig): Promise<void> {
  await ensureBuild('chrome');
  await ensureBuild('firefox');
}
