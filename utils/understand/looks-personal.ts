/*
 * Whether a mail is about somebody's private matters. Customers may be clinics, law firms, schools and payroll offices:
 * a topic's word alone says nothing. What counts is the topic together with one's own person or family ("my doctor",
 * "unsere Tochter", "mon contrat de travail"), or a word that is only ever private ("sick note", "Elternabend").
 * English, German, French, Spanish; a little Portuguese, Italian, Dutch.
 */

export type PersonalTopic = 'health' | 'pay' | 'legal' | 'school' | 'family';

export interface Personal {
  personal: boolean;
  /** Null where nothing is personal. */
  topic: PersonalTopic | null;
  /** What decided: `strong`, `subject`, `own` (own person and topic), or `nothing`, `business`. */
  reason: string;
}

/** As much of a text as is read. */
const MOST = 8000;

/** Said of nothing but private matters, whoever writes. */
const strong: Readonly<Record<PersonalTopic, RegExp>> = {
  health:
    /\b(my (blood test|test results?|biopsy|surgery|operation|diagnosis|prescription|therapist|therapy session|pregnancy|mri|doctor|gp|dentist|x-?ray|chemo\w*|medication)|(your|my) (lab|biopsy|blood) results|sick note|krankschreibung|krankmeldung|arbeitsunfähigkeitsbescheinigung|(mein|ihr|dein)e?[nmrs]? (arzttermin|zahnarzttermin|blutwerte|befund|operation|diagnose|rezept|therapie|schwangerschaft|hausarzt|frauenarzt|laborwerte)|(mon|mes|ma|votre|vos) (ordonnance|analyses? (de sang|médicales?)|opération|grossesse|diagnostic|médecin|dentiste|rendez-vous médical)|arrêt maladie|(mi|mis|su|sus) (médico|receta|análisis (de sangre|clínicos)|operación|embarazo|diagnóstico|cita médica|dentista)|baja médica|(il mio|mio) medico|(o meu|meu) médico|mijn (huisarts|tandarts|operatie))\b/i,
  pay: /\b(my (salary|pay ?check|pay ?slip|pay rise|raise|bonus|pension|wages|mortgage|tax return|redundancy)|your (pay ?slip|salary (review|slip|statement)|pay ?stub)|(mein|ihr|dein)e?[nmrs]? (gehalt|gehaltsabrechnung|gehaltserhöhung|lohnabrechnung|lohnsteuerbescheid|steuererklärung|rente|abfindung|lohn)|gehaltsgespräch|(mon|ma|mes|votre|vos) (salaire|fiche de paie|bulletin de (paie|salaire)|augmentation|retraite|déclaration d.impôts)|(mi|su) (nómina|salario|sueldo|aumento|pensión|declaración de la renta)|(il mio|mio) stipendio|busta paga|(o meu|meu) salário|mijn (salaris|loonstrook|pensioen))\b/i,
  legal:
    /\b(my (divorce|custody|lawyer|attorney|solicitor|will and testament|last will|ex-?(wife|husband))|our divorce|child custody|(mein|unser)e?[nmrs]? (scheidung|anwalt|anwältin|testament|sorgerecht|unterhaltsklage)|sorgerecht|unterhaltszahlung|(mon|ma|notre) (divorce|avocate?|testament|pension alimentaire|garde des enfants)|(mi|nuestro) (divorcio|abogad[oa]|testamento)|custodia de (los|mis) (hijos|niños)|(il mio|mio) (divorzio|avvocato)|(o meu|meu) (divórcio|advogado)|mijn (scheiding|advocaat))\b/i,
  school:
    /\b(parent[- ]teacher|parents?['’]? evening|school run|(my|our|your) (son|daughter|child|kid|kids|children)['’]?s? (teacher|school|homework|report card|kindergarten|class)|elternabend|elternsprechtag|klassenfahrt|klassenlehrer(in)?|schulzeugnis|kita-?platz|kindergartenplatz|elternvertreter(in)?|réunion parents?[- ]profs?|(son|sa|leur) (maîtresse|maître d.école)|(mon|ma|notre|votre) (fils|fille|enfant) .{0,30}(école|classe|crèche|maîtresse|collège)|tutoría de (mi|su|tu)|reunión de padres|(mi|su|tu|nuestr[oa]) (hij[oa]) .{0,30}(colegio|clase|escuela|guardería)|ouderavond|riunione dei genitori|reunião de pais)\b/i,
  family:
    /\b(my (mum|mom|mother|dad|father|wife|husband|grandma|grandmother|granddad|grandfather|sister|brother|girlfriend|boyfriend)['’]s (birthday|funeral|illness|surgery|wedding)|(mum|mom|dad|grandma|grandpa) (is|was|and i|says|sends|has)|love you|miss you (so|both|all)|(xoxo|hugs and kisses)|i['’]m pregnant|we['’]re (getting married|expecting|having a baby)|(mama|papa|oma|opa) (ist|war|hat|geht|kommt|und ich)|hab dich lieb|ich liebe dich|bussi|beerdigung (von|meine[rs])|wir heiraten|ich bin schwanger|(maman|papa|mamie|papy) (est|va|a|et moi)|je t.aime|gros bisous|nous nous marions|je suis enceinte|(mamá|papá|la abuela|el abuelo) (está|y yo|ha)|te quiero|besos a todos|nos casamos|estoy embarazada|ti voglio bene|ik hou van je)\b/i,
};

/** The topic's own words; they count beside one's own person or family. */
const topics: Readonly<Record<PersonalTopic, RegExp>> = {
  health:
    /\b(doctor|hospital|surgery|diagnosis|symptoms?|prescription|clinic|appointment with dr|blood|therapy|arzt|ärztin|krankenhaus|klinik|befund|diagnose|rezept|schmerzen|impf\w+|médecin|hôpital|douleurs?|ordonnance|vaccin\w*|médico|hospital|dolor|receta|vacuna\w*)\b/gi,
  pay: /\b(salary|pay ?slip|pension|mortgage|rent arrears|overdraft|gehalt|lohn|rente|miete|kredit|hypothek|salaire|paie|loyer|retraite|prêt immobilier|nómina|sueldo|alquiler|hipoteca)\b/gi,
  legal:
    /\b(divorce|custody|alimony|inheritance|probate|lawyer|court date|scheidung|sorgerecht|unterhalt|erbe|erbschaft|anwalt|gericht|divorce|garde|héritage|avocat|tribunal|divorcio|custodia|herencia|abogad[oa]|juzgado)\b/gi,
  school:
    /\b(school|teacher|homework|classroom|kindergarten|nursery|report card|schule|lehrer(in)?|hausaufgaben|kindergarten|kita|zeugnis|école|professeur|devoirs|crèche|maternelle|bulletin scolaire|colegio|profesora?|deberes|guardería)\b/gi,
  family:
    /\b(birthday|wedding|funeral|baby|christening|holidays with|geburtstag|hochzeit|beerdigung|taufe|anniversaire|mariage|enterrement|baptême|cumpleaños|boda|funeral|bautizo)\b/gi,
};
/** One's own people. */
const kin =
  /\b(my|our|your|his|her) (mum|mom|mother|dad|father|wife|husband|son|daughter|kids?|child(ren)?|parents|grandma|grandpa|sister|brother|partner and i|family)\b|\b(mein|unser|dein|euer)e?[nmrs]? (mutter|vater|frau|mann|sohn|tochter|kind(er)?|eltern|oma|opa|schwester|bruder|familie)\b|\b(ma|mon|mes|notre|nos|ta|ton|tes) (mère|père|femme|mari|fils|fille|enfants?|parents|grand-mère|sœur|frère|famille)\b|\b(mi|mis|nuestr[oa]s?|tu|tus) (madre|padre|mujer|marido|hij[oa]s?|padres|abuel[oa]|herman[oa]|familia)\b/gi;
/** Talk of trade: then a clinic is a customer, and a doctor a user. */
const business =
  /\b(quote|quotation|offer|proposal|invoice|purchase order|order|licen[cs]es?|seats?|demo|pricing|price|discount|contract|renewal|pilot|roll-?out|integration|users?|customers?|vendor|supplier|tender|procurement|budget|implementation|support ticket|module|product|software|angebot|rechnung|bestellung|auftrag|lizenz\w*|preis\w*|vertrag|verlängerung|kunden?|lieferant|ausschreibung|einkauf|einführung|schnittstelle|produkt\w*|devis|facture|commande|contrat|licences?|tarifs?|clients?|fournisseur|appel d.offres|logiciel|produit\w*|presupuesto|factura|pedido|contrato|licencias?|precios?|clientes?|proveedor|licitación|producto\w*)\b/gi;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const order: readonly PersonalTopic[] = ['health', 'legal', 'pay', 'school', 'family'];

/**
 * Whether this mail's own words (no history, no signature) are about private matters, and which. In doubt they are not:
 * a customer's mail held back is work undone. Linear in the text's length, which is bounded.
 */
export function looksPersonal(mail: { subject: string; text: string }): Personal {
  const subject = mail.subject.slice(0, 300).replace(/\s+/g, ' ');
  const text = mail.text.slice(0, MOST).replace(/\s+/g, ' ');
  const both = `${subject} . ${text}`;
  const trade = count(both, business);
  for (const topic of order) {
    if (strong[topic].test(subject) && trade <= 2) return { personal: true, topic, reason: 'subject' };
  }
  const own = count(both, kin);
  for (const topic of order) {
    const said = strong[topic].test(text);
    // A long mail of business may say in passing why somebody is away.
    if (said && trade === 0) return { personal: true, topic, reason: 'strong' };
    const about = count(both, topics[topic]);
    if (said && trade === 1 && about + own >= 2) return { personal: true, topic, reason: 'strong' };
    if (own >= 1 && about >= 2 && trade === 0) return { personal: true, topic, reason: 'own' };
  }
  return { personal: false, topic: null, reason: trade > 0 ? 'business' : 'nothing' };
}
