import { createHash } from 'node:crypto';

/*
 * Hashes in the same turn each time. The platform's own are made on another thread and come when they come, so that a
 * seed would not repeat what it did.
 */
const names: Record<string, string> = { 'SHA-1': 'sha1', 'SHA-256': 'sha256' };

const other = crypto.subtle.digest.bind(crypto.subtle);

crypto.subtle.digest = (algorithm, data) => {
  const name = names[String(algorithm)];
  // Dexie asks for the platform's own promise.
  if (name === undefined) return other(algorithm, data);
  const bytes = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return Promise.resolve(Uint8Array.from(createHash(name).update(bytes).digest()).buffer);
};
