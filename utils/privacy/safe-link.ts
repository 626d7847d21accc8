/**
 * A link out of a mail, or null where it must not be one. Only `https:`, `mailto:` and `tel:`; no user name that could
 * pass for a host (`https://bank.example@evil.example`), no control characters.
 */
export function safeLink(url: string): string | null {
  const trimmed = url.trim();
  if (trimmed.length > 2000 || /[\p{Cc}\p{Cf}\s]/u.test(trimmed)) return null;
  const parsed = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (!parsed) return null;
  if (parsed.protocol === 'https:') {
    return parsed.username === '' && parsed.password === '' && parsed.hostname !== '' ? parsed.href : null;
  }
  if (parsed.protocol === 'mailto:') return parsed.pathname.includes('@') ? parsed.href : null;
  if (parsed.protocol === 'tel:')
    return /^\+?[\d().\-;=a-z]{2,60}$/i.test(parsed.pathname) ? parsed.href : null;
  return null;
}
