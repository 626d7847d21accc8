import { type Backup, BackupSetting, singleSettings } from '@/utils/model/backup';
import type { Settings } from '@/utils/model/settings';

/** Lists that both may have lines of, and how long each may get (utils/model/settings.ts). */
const most = { addresses: 200, domains: 200, holidays: 400, remembered: 2000, words: 500, fills: 200 };

export interface MergedSettings {
  settings: Settings;
  /** Lines of the file's lists, and how many of them are here. */
  lists: { inFile: number; here: number };
  /** Settings of one value that become the file's. */
  changes: BackupSetting[];
}

/**
 * The settings here with a file's. Lists get what they lack; what has one value becomes the file's. What was said of a
 * CRM account's fields and contacts is taken for the same account alone. `idOf`: a notebook contact's id here.
 */
export function mergeSettings(
  here: Settings,
  { settings: file, crm }: Pick<Backup, 'settings' | 'crm'>,
  idOf: (id: string) => string = (id) => id,
): MergedSettings {
  let inFile = 0;
  let known = 0;
  const union = <T>(ours: readonly T[], theirs: readonly T[], longest: number): T[] => {
    const keys = new Set(ours.map((line) => JSON.stringify(line)));
    const fresh = theirs.filter((line) => !keys.has(JSON.stringify(line)));
    inFile += theirs.length;
    known += theirs.length - fresh.length;
    return [...ours, ...fresh].slice(0, Math.max(longest, ours.length));
  };
  const { neverLog } = here;
  const sameAccount = crm.account === here.crm.account;
  const declined = crm.declinedUpdates.map((update) => ({ ...update, contactId: idOf(update.contactId) }));
  const fills = here.crm.fills ?? [];
  const freshFills = crm.fills.filter(
    (fill) => !fills.some((each) => each.kind === fill.kind && each.field === fill.field),
  );
  const overruled = union(here.overruled ?? [], file.overruled ?? [], most.remembered);
  const holidays = union(here.holidays ?? [], file.holidays ?? [], most.holidays).sort();
  const declinedUpdates = sameAccount
    ? union(here.declinedUpdates ?? [], declined, most.remembered)
    : (here.declinedUpdates ?? []);
  const { logText, undoSeconds, notesTemplate, mark, workingHours, quietDays, morningNote } = file;
  const { scope: ownScope, ...connection } = here.crm;
  // What was chosen for another account says nothing of this one.
  const scope = sameAccount ? (crm.scope ?? 'all') : (ownScope ?? 'all');
  const single = { logText, undoSeconds, notesTemplate, mark, workingHours, quietDays, morningNote, scope };
  const ours = { ...here, scope: ownScope ?? 'all' };
  const changes = BackupSetting.options.filter(
    (name) => JSON.stringify(single[name]) !== JSON.stringify(ours[name]),
  );
  const settings: Settings = {
    ...without(here, singleSettings),
    logText,
    undoSeconds,
    ...(notesTemplate === undefined ? {} : { notesTemplate }),
    ...(mark === undefined ? {} : { mark }),
    ...(workingHours === undefined ? {} : { workingHours }),
    ...(quietDays === undefined ? {} : { quietDays }),
    ...(morningNote === undefined ? {} : { morningNote }),
    ownAddresses: union(here.ownAddresses, file.ownAddresses, most.addresses),
    ownDomains: union(here.ownDomains, file.ownDomains, most.domains),
    neverLog: {
      addresses: union(neverLog.addresses, file.neverLog.addresses, most.remembered),
      domains: union(neverLog.domains, file.neverLog.domains, most.remembered),
      words: union(neverLog.words, file.neverLog.words, most.words),
    },
    ...(overruled.length > 0 ? { overruled } : {}),
    ...(holidays.length > 0 ? { holidays } : {}),
    ...(declinedUpdates.length > 0 ? { declinedUpdates } : {}),
    crm: {
      ...connection,
      ...(scope === 'all' ? {} : { scope }),
      ...(sameAccount && freshFills.length > 0
        ? { fills: [...fills, ...freshFills].slice(0, Math.max(most.fills, fills.length)) }
        : {}),
    },
  };
  return { settings, lists: { inFile, here: known }, changes };
}

function without<T extends object, K extends keyof T>(from: T, names: readonly K[]): Omit<T, K> {
  const copy = { ...from };
  for (const name of names) delete copy[name];
  return copy;
}
