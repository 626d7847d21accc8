import { describe, expect, it } from 'vitest';
import { companyAsWritten } from '@/utils/view/company-as-written';

describe('a company’s name, where the domain joins its words', () => {
  it.each([
    ['ateliersato.example', 'Best,\nYuki Sato\nAtelier Sato\n+81 3 5550 118', 'Atelier Sato'],
    ['okafor-supply.example', 'Chidi Okafor, Owner, Okafor Supply Ltd', 'Okafor Supply Ltd'],
    ['nordlicht.example', 'Anna Berger\nNordlicht GmbH\nwww.nordlicht.example', 'Nordlicht GmbH'],
    ['bergerandsons.example', 'Berger & Sons and Berger and Sons', 'Berger and Sons'],
    ['株式会社.example', '田中 株式会社', '株式会社'],
  ])('%s is called as its people write it', (domain, text, name) => {
    expect(companyAsWritten(domain, ['Nothing here.', text])).toBe(name);
  });

  it.each([
    ['nordlicht.example', 'Write to anna@nordlicht.example or see https://nordlicht.example/Prices'],
    ['nordlicht.example', 'The Nord. Licht is on.'],
    ['ateliersato.example', 'The atelier of Sato'],
    ['ab.example', 'AB'],
    ['', 'Nothing'],
  ])('%s takes no name from addresses, links and words that only happen to follow', (domain, text) => {
    expect(companyAsWritten(domain, [text])).toBeNull();
  });

  it('looks at a long text in a moment', () => {
    const began = performance.now();
    expect(companyAsWritten('aaaaaaaaaa.example', ['a '.repeat(500_000)])).toBeNull();
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
