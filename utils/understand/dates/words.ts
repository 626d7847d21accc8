/**
 * One language's words. Alternatives are parted by `|`; a `~` at the end marks an everyday word that is a date only in
 * company ("may", "sat", "so"). Accents do not matter.
 */
export interface Words {
  weekdays: readonly string[];
  months: readonly string[];
  units: {
    second: string;
    minute: string;
    hour: string;
    day: string;
    week: string;
    month: string;
    quarter: string;
    year: string;
    decade?: string;
    weekend: string;
  };
  /** By steps from now: 0 this, 1 next, 2 the one after, -1 last. */
  mods: readonly (readonly [number, string])[];
  /** Days from today. */
  days: readonly (readonly [number, string])[];
  /** Part of a day: hours from, to. */
  parts: readonly (readonly [number, number, string])[];
  /** Parts of today or of a day from now: days, hours from, to. */
  partsOfDay?: readonly (readonly [number, number, number, string])[];
  edges: readonly [start: string, middle: string, end: string];
  numbers: readonly (readonly [number, string])[];
  ordinals: readonly (readonly [number, string])[];
  /** What follows digits of an ordinal: "1st", "1er". */
  ordinalEnds: string;
  /** Month, day, words. */
  feasts: readonly (readonly [number, number, string])[];
  joins: {
    in?: string;
    within?: string;
    ago?: string;
    hence?: string;
    before?: string;
    after?: string;
    from?: string;
    to?: string;
    and?: string;
    by?: string;
    for?: string;
    at?: string;
    am?: string;
    pm?: string;
    hour?: string;
    half?: string;
    quarter?: string;
    past?: string;
    till?: string;
    less?: string;
    the?: string;
    on?: string;
    dayword?: string;
    now?: string;
    noon?: string;
    midnight?: string;
    endOfDay?: string;
    endOfWeek?: string;
    endOfMonth?: string;
    endOfYear?: string;
    weekOf?: string;
    easter?: string;
  };
  /** May stand between the parts of a date and says nothing. */
  glue: string;
}
