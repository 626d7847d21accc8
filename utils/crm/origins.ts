/**
 * Whether this URL lies within what was granted. A pattern `https://crm.example/*` covers every port, as the browsers'
 * match patterns do; an origin with a port covers that port only. Hosts are compared whole: no wildcard, no subdomain.
 */
export function mayReach(url: URL, granted: readonly string[]): boolean {
  if (url.username !== '' || url.password !== '') return false;
  return granted.some((entry) => {
    const bare = entry.endsWith('/*') ? entry.slice(0, -2) : entry;
    if (!URL.canParse(bare)) return false;
    const allowed = new URL(bare);
    if (allowed.protocol !== url.protocol || allowed.hostname !== url.hostname) return false;
    const anyPort = entry.endsWith('/*') && allowed.port === '';
    return anyPort || allowed.port === url.port;
  });
}
