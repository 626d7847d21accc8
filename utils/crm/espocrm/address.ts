import { hostPattern, serverUrl } from '@/utils/crm/server-url';

const OURS = ['/api/v1', '/index.php', '/client', '/portal'];

/**
 * Where this EspoCRM lives, from whatever was pasted, without a slash at its end. It may live in a folder:
 * `crm.example/espo/#Contact/view/7` is `https://crm.example/espo`. Throws `SettingsProblem` where there is no host in
 * it, or where the key would travel in the open.
 */
export function espoBase(pasted: string): string {
  const url = serverUrl(pasted);
  return `${url.origin}${folderOf(url.pathname)}`;
}

/** The folder before any of EspoCRM's own paths. */
function folderOf(path: string): string {
  const ends = OURS.map((own) => `${path}/`.indexOf(`${own}/`)).filter((at) => at >= 0);
  const folder = ends.length > 0 ? path.slice(0, Math.min(...ends)) : path;
  let end = folder.length;
  while (end > 0 && folder[end - 1] === '/') end--;
  return folder.slice(0, end);
}

/** The match pattern to ask permission for. */
export function espoPattern(pasted: string): string {
  return hostPattern(espoBase(pasted));
}
