import { isCfb } from '@/utils/files/cfb';
import {
  type FileRead,
  type FileToRead,
  LARGEST_FILE,
  type Situation,
  unread,
} from '@/utils/files/file-read';

/**
 * Reads a file that the rep handed over: an iCalendar file, a mail (`.eml`) or an item of Outlook (`.msg`), known by
 * its first bytes, then by its name. The libraries are loaded when they are needed. Never throws for what is in a file.
 */
export async function readFile(file: FileToRead, situation: Situation): Promise<FileRead> {
  const { bytes } = file;
  if (bytes.length > LARGEST_FILE) return unread('file-too-large');
  if (bytes.length === 0) return unread('file-empty');
  try {
    switch (kindOf(file)) {
      case 'msg':
        return await (await import('@/utils/files/msg')).readMsg(bytes, situation);
      case 'ics':
        return (await import('@/utils/files/ics')).readIcs(decoded(bytes), situation);
      case 'eml':
        return await (await import('@/utils/files/eml')).readEml(bytes, situation);
      case null:
        return unread('file-unknown');
    }
  } catch {
    // A library met something that it does not expect.
    return unread('file-broken');
  }
}

function kindOf({ name, mime, bytes }: FileToRead): 'ics' | 'eml' | 'msg' | null {
  if (isCfb(bytes)) return 'msg';
  const head = decoded(bytes.subarray(0, 2_000)).trimStart();
  if (/^BEGIN:VCALENDAR/i.test(head)) return 'ics';
  const ending = /\.(ics|ical|ifb|eml|msg)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'eml' || mime === 'message/rfc822') return 'eml';
  if (ending === 'msg') return 'msg';
  return ending !== undefined || mime === 'text/calendar' ? 'ics' : null;
}

/** Files say nothing of their encoding; old calendars are Latin 1. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
