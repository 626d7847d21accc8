import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/* WCAG 2.2: 1.4.3 text at 4.5:1, 1.4.11 what bounds a control at 3:1, computed from the tokens themselves. */

const css = readFileSync(new URL('../../components/design/tokens.css', import.meta.url), 'utf8');

function colours(theme: 0 | 1): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', light = '', dark = ''] of css.matchAll(
    /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/gi,
  ))
    found.set(name, theme === 0 ? light : dark);
  return found;
}

function luminance(hex: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const text: [string, string[]][] = [
  ['ink', ['bg', 'surface', 'sunk', 'warn-soft', 'bad-soft', 'accent-soft']],
  ['ink-2', ['bg', 'surface', 'sunk', 'warn-soft', 'bad-soft', 'accent-soft']],
  ['ink-3', ['bg', 'surface', 'sunk']],
  ['accent', ['bg', 'surface', 'sunk', 'accent-soft']],
  ['accent-ink', ['accent', 'accent-hover']],
  ['warn', ['bg', 'surface', 'warn-soft']],
  ['bad', ['bg', 'surface', 'bad-soft']],
];
const bounds: [string, string[]][] = [
  ['edge', ['bg', 'surface']],
  ['focus', ['bg', 'surface', 'sunk']],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme', (_name, theme) => {
  const of = colours(theme);
  it.each(text.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const)))(
    '%s can be read on %s',
    (ink, ground) => {
      expect(contrast(of.get(ink) ?? '', of.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
    },
  );
  it.each(bounds.flatMap(([line, grounds]) => grounds.map((ground) => [line, ground] as const)))(
    '%s can be seen on %s',
    (line, ground) => {
      expect(contrast(of.get(line) ?? '', of.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
    },
  );
});
