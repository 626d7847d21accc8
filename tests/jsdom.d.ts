/** As much of jsdom's types as our tests use; its type package is not installed. */
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(
      html?: string,
      options?: { url?: string; pretendToBeVisual?: boolean; runScripts?: 'outside-only' },
    );
    readonly window: Window & typeof globalThis;
    reconfigure(settings: { url?: string }): void;
  }
}
