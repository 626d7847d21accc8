import { signal } from '@preact/signals';
import type { PageSite } from '@/utils/model/captured';
import { allSites, patternsOf } from '@/utils/model/site-hosts';
import { hasOrigins, onPermissionsChanged } from '@/utils/platform/permissions';

/** The sites whose hosts are granted, live; null until the browser has answered. */
export function watchGrantedSites(abort: AbortSignal) {
  const granted = signal<ReadonlySet<PageSite> | null>(null);
  const look = () =>
    void Promise.all(
      allSites.map(async (site) => ((await hasOrigins(patternsOf([site]))) ? [site] : [])),
    ).then((sites) => {
      if (!abort.aborted) granted.value = new Set(sites.flat());
    });
  onPermissionsChanged(look);
  look();
  return granted;
}
