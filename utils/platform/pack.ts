/*
 * A long text on its way between two pages of ours: the browser's messages end at 64 MB (Chrome), and one text of JSON
 * inside another grows. Compressed, then as base64, because Chrome's messages are JSON.
 */

const CHUNK = 0x8000;

/** Gzip as base64. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** What was packed; null where it is longer than `most` bytes, or no such thing. */
export async function unpack(packed: string, most: number): Promise<string | null> {
  try {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    const decoder = new TextDecoder();
    const parts: string[] = [];
    for (let length = 0; ; ) {
      const { done, value } = await reader.read();
      if (done) return parts.join('') + decoder.decode();
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return null;
      }
      parts.push(decoder.decode(value, { stream: true }));
    }
  } catch {
    return null;
  }
}
