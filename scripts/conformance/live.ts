import type { Harness } from '../../tests/crm/contract';

/** A contract harness on a live server. */
export interface Live {
  harness: Harness;
  /** What could not be looked at with the rights of this user. */
  notes: string[];
  /** Removes everything that the run made. Rejects where something is left. */
  cleanUp(): Promise<void>;
}

/** Makes a harness from the connector's settings; everything it creates bears `run` in its address or website. */
export type MakeLive = (settings: Record<string, string>, run: string) => Promise<Live>;
