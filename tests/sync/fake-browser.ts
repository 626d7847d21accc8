import type { BrowserSide } from '@/utils/actions/context';
import type { ToPage } from '@/utils/model/messages';

/** A browser that grants everything and remembers what it was asked, unless the test says otherwise. */
export class FakeBrowser implements BrowserSide {
  readonly session = new Map<string, unknown>();
  readonly told: { tabId: number; message: ToPage }[] = [];
  readonly bugs: unknown[] = [];
  granted = new Set(['https://mail.google.com/*', 'https://crm.example/*']);
  scripts: { id: string }[] = [];
  tabs: { tabId: number; windowId: number | undefined; loading: boolean; answers: boolean; url?: string }[] =
    [];
  badge = 0;

  readSession = async (key: string): Promise<unknown> => structuredClone(this.session.get(key));
  writeSession = async (key: string, value: unknown): Promise<void> => {
    if (value === null) this.session.delete(key);
    else this.session.set(key, structuredClone(value));
  };
  clearSession = async (): Promise<void> => this.session.clear();
  hasOrigins = async (origins: string[]): Promise<boolean> =>
    origins.every((origin) => this.granted.has(origin));
  hasCrmAccess = this.hasOrigins;
  giveBackOrigins = async (origins: string[]): Promise<boolean> => {
    for (const origin of origins) this.granted.delete(origin);
    return true;
  };
  grantedOrigins = async (): Promise<string[]> => [...this.granted];
  registerScripts = async (scripts: { id: string }[]): Promise<void> => {
    this.scripts = scripts;
  };
  tabsShowing = async (patterns: string[]) => (patterns.length === 0 ? [] : this.tabs);
  tellTab = async (tabId: number, message: ToPage): Promise<unknown> => {
    this.told.push({ tabId, message });
    return this.tabs.find((tab) => tab.tabId === tabId)?.answers ? { ok: true } : undefined;
  };
  reloadTab = async (tabId: number): Promise<boolean> => this.tabs.some((tab) => tab.tabId === tabId);
  urlOfTab = async (tabId: number): Promise<string | null> =>
    this.tabs.find((tab) => tab.tabId === tabId)?.url ?? null;
  /** What the person does on the sign-in page; they close it unless told. */
  signsIn: (url: string) => Promise<string | undefined> = async () => undefined;
  signInRedirect = (): string => 'https://sidelog.redirect.example/';
  showSignIn = (url: string): Promise<string | undefined> => this.signsIn(url);
  showBadge = async (count: number): Promise<void> => {
    this.badge = count;
  };
  panelOpens = true;
  openPanel = async (): Promise<void> => {
    if (!this.panelOpens) throw new Error('only in a press');
  };
  panelKeys = async (): Promise<string> => 'Alt+Shift+L';
  bug = (what: string, error?: unknown): void => {
    this.bugs.push([what, error]);
  };
}
