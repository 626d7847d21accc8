/** Who is in practice. Everybody is invented; every address ends in .example. */
export interface PracticePerson {
  address: string;
  name: string;
}

/** The rep: sells booking software for a company called Harbour Light. */
export const robin: PracticePerson = { address: 'robin@harbourlight.example', name: 'Robin Ashdown' };
export const maya: PracticePerson = {
  address: 'maya.lindqvist@harbourlight.example',
  name: 'Maya Lindqvist',
};
export const joao: PracticePerson = { address: 'joao.prado@harbourlight.example', name: 'João Prado' };

export const anna: PracticePerson = { address: 'anna.berger@nordlicht.example', name: 'Anna Berger' };
export const kenji: PracticePerson = { address: 'k.sato@ateliersato.example', name: 'Kenji Sato' };
export const mei: PracticePerson = { address: 'mei.tanaka@ateliersato.example', name: 'Mei Tanaka' };
export const priya: PracticePerson = { address: 'priya@okaforsupply.example', name: 'Priya Okafor' };
export const tobias: PracticePerson = {
  address: 't.krueger@krueger-logistik.example',
  name: 'Tobias Krüger',
};
export const lucia: PracticePerson = {
  address: 'lucia.fernandez@meridianfoods.example',
  name: 'Lucía Fernández',
};
export const daniel: PracticePerson = { address: 'daniel.cho@meridianfoods.example', name: 'Daniel Cho' };
export const amara: PracticePerson = {
  address: 'amara.nwosu@clearwaterclinic.example',
  name: 'Dr. Amara Nwosu',
};
