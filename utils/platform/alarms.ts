import { browser } from '@/utils/platform/browser';

/** Chrome's shortest alarm. */
export const SHORTEST_ALARM_MS = 30_000;

/** Wakes the worker at `when` (milliseconds since 1970), even if it was stopped meanwhile; the earlier of this name is replaced. */
export function wakeAt(name: string, when: number): void {
  void browser.alarms.create(name, { when });
}

/** Wakes the worker again and again. An alarm of this name that runs already is left as it is. */
export async function wakeEvery(name: string, minutes: number): Promise<void> {
  const there = await browser.alarms.get(name);
  if (there?.periodInMinutes !== minutes) browser.alarms.create(name, { periodInMinutes: minutes });
}

/** When an alarm is to fire, in milliseconds since 1970; in the past where the browser was closed then and fires it soon. */
export async function alarmTime(name: string): Promise<number | undefined> {
  return (await browser.alarms.get(name))?.scheduledTime;
}

export async function forgetAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** Must be called while the worker starts, else the alarm that started it is lost. */
export function onAlarm(run: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => run(alarm.name));
}
