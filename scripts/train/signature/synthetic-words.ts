/* Word pools of the made-up signatures, by country. Patterns: {made} an invented word, {list} one of a list, # a digit. */
export interface Country {
  end: string;
  firms: string[];
  jobs: string[];
  departments: string[];
  addresses: string[];
  phones: string[];
  dials: string[];
  mobiles: string[];
  faxes: string[];
  closings: string[];
  honorifics: string[];
  slogans: string[];
  words: Record<string, string[]>;
}

const list = (text: string) => text.split('|');

const english: Country = {
  end: 'com',
  firms: list(
    "{made} {trade}|{made} {trade} {law}|{made} {law}|{made} & {made}|{made}, {made} & {made} {legal}|{made} {made} {legal}|{made}, {made}, {made} & {made}|University of {made}|University of {state} at {town}|University College {town}|{made} University|{made} State University|{made} College|{made} {trade} {area}|{made}|{made} {made} {trade}|{made} Graduate School of {field}\n{made} University|School of {field}\n{made} University|Department of {field}\n{made} {inst}|{field} Department\nUniversity of {made}|The {made} {trade}|{made} {trade} - {field}|{area} {trade} {law}|{made} Bros. {law}|{made} {trade} & {trade2} {law}|City of {made}|{made} Institute of Technology|{given} {made} {law}|{made} & Sons|{made}'s|{made}Tech|{made} Group of Companies|{area} {made} {trade}|California {trade} Authority|{made} Gas & Electric|{made} {field} Services",
  ),
  jobs: list(
    '{level} {job}|{job}|{field} {job}|{level} {field} {job}|{job} of {field}|{job}, {field}|{level} {job}, {field}|Head of {field}|{job} - {field}|{job} & {job2}|{job} and {job2}|Vice President|Vice President, {field}|VP {field}|VP of {field}|Chief {field} Officer|CEO|President & CEO|Founder & CEO|Co-founder|{field} and {field} {job}|{job}, {area} {field}|Assistant to {given} {made}|{given} {made} Professor of {field}|{made} Chair in {field}|Director of {made} Program|Professor|Assistant Professor|Senior Counsel|Counsel|Partner|Attorney at Law|Deputy {job}|Executive Assistant|{field} Lead|Owner|Sr. {field} {job}|{area} {field} {job}|Managing Director|Managing Director - {field}|Director, {field} {field}|{field} {field} {job}',
  ),
  departments: list(
    '{field} Department|Department of {field}|{field} Group|{field} Division|{field}|{field} & {field}|Office of {field}|{field} Services|{field} Team|Corporate {field}',
  ),
  addresses: list(
    '{big} {road} {street}\n{town}, {st} #####|{big} {road} {street}, Suite {num}00\n{town}, {st} #####|{big} {road} {street}\nSuite {big}\n{town}, {st}  #####-####|P.O. Box {big}\n{town}, {state} #####|{num} {road} {street}\n{town}, {state} #####|{num} {road} {street}, {num}th Floor\n{town} {st} #####|{num} {road} {street}\n{town}\n{county} {pc}|{made} House, {num} {road} {street}\n{town} {pc}|Unit {num}, {made} Park\n{town} {pc}|{num} {road} {street}, {town}, {county}, {pc}|{num} {road} {street}, {town} {pc}, UK|{big} {road} {street}, {town}, {st} #####|{town}, {st}|{town}, {state}|{big} {road} #{num}\n{town}, {st} #####|{big} {road} {street} #{num}\n{town}, {st} #####|{big} West {road}, Suite {num}\n{town}, {state}  #####|EB {big}\n{big} {road} {street}\n{town}, {state} #####|{big} {road}, Room {big}\n{town}, {st} #####|One {road} {street}\n{town}, {st} #####|Level {num}, {num} {road} {street}\n{town} NSW ####\nAustralia|{num} {road} {street} West, Suite {big}\n{town}, Ontario M#X #K#\nCanada|{big} {road} {street}\nBuilding {num}, Room {big}\n{town}, {st} #####  USA|MS {num}\n{big} {road} {street}\n{town}, {state} #####-####',
  ),
  phones: list(
    '(%##) 555-01##|%##-555-01##|%##.555.01##|+1 %## 555 01##|1-%##-555-01##|%##/555-01##|%## 555 01##|+44 20 7946 0###|+44 (0)20 7946 0###|020 7946 0###|01632 960###',
  ),
  dials: list(
    'Phone: {}|Tel: {}|Tel. {}|T: {}|T {}|{}|{} (phone)|{} phone|Ph: {}|Office: {}|Direct: {}|O: {}|{} (office)|{} Direct|Voice: {}|Phone {}|Tel:  {}|Direct Dial: {}|Main: {}',
  ),
  mobiles: list(
    'Mobile: {}|Cell: {}|M: {}|M {}|{} (cell)|{} cell|{} mobile|C: {}|Mob: {}|Cell {}|Pager: {}|Home: {}',
  ),
  faxes: list('Fax: {}|F: {}|Fax {}|{} (fax)|{} fax|Facsimile: {}|Fx: {}|FAX: {}|{} Fax|F {}'),
  closings: list(
    'Regards,|Best regards,|Thanks,|Thank you,|Best,|Kind regards|Sincerely,|Cheers|Thanks!|Many thanks|Warm regards,|All the best,',
  ),
  honorifics: list('Dr.|Prof.|Dr|Professor|Mr.'),
  slogans: list(
    'Powering tomorrow, today.|Please consider the environment before printing this e-mail.|Follow us on LinkedIn | Twitter|Book a meeting with me|Our offices are closed on Fridays.|she/her|This e-mail may contain confidential information.',
  ),
  words: {
    trade: list(
      'Energy|Consulting|Systems|Capital|Partners|Holdings|Industries|Foods|Logistics|Networks|Software|Bank|Insurance|Technologies|Solutions|Services|Group|Power|Gas|Pipeline|Resources|Ventures|Media|Health|Airlines|Motors|Properties|Associates|Exploration|Production|Trading|Markets|Communications|Interactive|Broadband|Transport|Advisors|Securities|Analytics|Robotics|Labs|Studios|Journal|Weekly|Outfitters|Kitchens|Dental|Clinics',
    ),
    trade2: list('Light|Supply|Trust|Water|Gas|Electric|Distribution|Storage|Marketing'),
    law: list(
      'Inc.|Inc|LLC|Ltd|Ltd.|Limited|plc|Corp.|Corporation|LP|, Inc.|, LLC|, Ltd.|Co.|L.P.|, L.P.|Company|PLC|Pty Ltd',
    ),
    legal: list('LLP|L.L.P.|PLLC|LLP|P.C.|P.A.'),
    inst: list('University|College|Hospital|Institute|Medical Center'),
    area: list(
      'North America|Americas|Europe|EMEA|Asia Pacific|West|East|Pacific|Northwest|Southern|Western|United|National|Global|International|Central|Midwest|American',
    ),
    field: list(
      'Sales|Marketing|Finance|Research|Operations|Human Resources|Engineering|Risk Management|Energy Markets|Legal|Procurement|Business Development|Customer Success|Client Relations|Information Technology|Accounting|Accounts Payable|Gas Settlements|Corporate Development|Media Relations|Product Management|Public Affairs|Economics|Business|Law|Management|Physics|Space Science|Computer Science|Law and Diplomacy|Data Science|Trading Support|Supply Chain|Facilities|Compliance|Tax|Strategy|Origination|Power Trading|Structuring|Transportation|Logistics|Quality Assurance|Security|Technology|Global Markets|Government Affairs|Environmental Studies|Debt Capital Markets|Structured Products|Geoscience|International Finance & Banking|Training|Events|Learning & Development',
    ),
    level: list(
      'Senior|Junior|Lead|Principal|Associate|Executive|Regional|Global|Chief|Assistant|Group|Staff|Deputy|Interim|Sr.|Independent|National',
    ),
    job: list(
      'Manager|Director|Engineer|Analyst|Consultant|Specialist|Coordinator|Representative|Officer|Administrator|Counsel|Attorney|Associate|Advisor|Buyer|Planner|Developer|Architect|Accountant|Controller|Editor|Producer|Journalist|Geologist|Scientist|Supervisor|Technician|Trader|Scheduler|Underwriter|Secretary|Assistant|Executive|Partner|Fellow|Lecturer|Dispatcher',
    ),
    job2: list('Founder|Co-Founder|Treasurer|Owner|Producer|Principal|COO|General Counsel'),
    road: list(
      'Main|Oak|Maple|Park|Market|Church|Station|King|Lake|Hill|Mill|Smith|West|North Elm|South Broad|Queen|High|{made}|{made}|{made}|5th|17th|East 42nd|Louisiana|Washington|Lincoln|Avenue of the {made}',
    ),
    street: list(
      'Street|St.|Avenue|Ave|Ave.|Road|Rd|Drive|Dr.|Boulevard|Blvd.|Lane|Way|Court|Place|Square|Parkway|Plaza|Street S.W.|St|Highway|Park',
    ),
    town: list(
      '{made}|{made}|{made}|{made} City|San {made}|New {made}|{made} Falls|Houston|Dallas|Austin|Denver|Boston|Chicago|London|Portland|St. {made}',
    ),
    st: list('TX|CA|NY|MA|IL|CO|WA|OR|GA|FL|PA|NJ|VA|OH|MN|CT'),
    state: list(
      'Texas|California|New York|Massachusetts|Illinois|Colorado|Washington|Oregon|Florida|Ohio|Virginia|Connecticut|Calif.|Mass.',
    ),
    county: list('Surrey|Kent|Essex|Devon|Norfolk|{made}shire'),
    pc: list('CB4 1AB|SW1A 2XX|RH5 6NT|EC2M 4YH|M1 3XX|BS8 4TT|HU1 2XY|PE13 0XX|G2 1XX'),
    addressLabel: list('Address|Office|Mailing address'),
  },
};

const german: Country = {
  end: 'de',
  firms: list(
    '{made} {trade} GmbH|{made} GmbH & Co. KG|{made} AG|{made} {trade}|{made}{werk} GmbH|Stadtwerke {made}|Gemeinde {made}|Klinikum {made}|{made} {trade} eG|{made} & Partner mbB|Universität {made}|{made} e. V.|{made} SE|{made}er {trade} GmbH|Hotel {made}|Rechtsanwälte {made} & {made}|{made} & Söhne OHG',
  ),
  jobs: list(
    '{job}|{job} {field}|Leiter {field}|Leiterin {field}|Leitung {field}|Geschäftsführer|Geschäftsführerin|{adj} {field}|Prokurist|Head of {field}|Projektleiter {field}|Vorstand|Inhaberin|Key Account Manager|Teamleiter {field}|Assistenz der Geschäftsführung|Referent {field}|Stv. Leiter {field}|{field}sleiter|Referatsleiterin',
  ),
  departments: list(
    '{field}|Abteilung {field}|{field} & {field}|Bereich {field}|Institut für {field}|Sekretariat|Fachbereich {field}',
  ),
  addresses: list(
    '{made}straße {num}\n##### {made}|{made}str. {num}, ##### {made}|{made}weg {num}\nD-##### {made}|Am {made} {num}\n##### {made}|{made}platz {num}\n##### Berlin|Postfach {big}\n##### {made}|{made}gasse {num}\nA-#### {made}|{made}strasse {num}\nCH-#### {made}|{made}allee {num} · ##### {made}|Im Gewerbepark {num}\n##### {made}\nDeutschland|An der {made} {num}, ##### {made}',
  ),
  phones: list(
    '+49 30 23125 ###|030 23125-###|+49 (0)89 99998-###|0221 4710 ###|+49 40 66969 ###|(069) 900094##|+43 1 234 ##|+41 44 123 ## ##',
  ),
  dials: list('Tel.: {}|Tel. {}|Telefon: {}|T {}|Fon {}|Telefon {}|{}|T: {}|Fon: {}'),
  mobiles: list('Mobil: {}|Mobil {}|M {}|Handy: {}|M: {}'),
  faxes: list('Fax: {}|Fax {}|Telefax: {}|F {}'),
  closings: list(
    'Mit freundlichen Grüßen|Viele Grüße|Beste Grüße|Freundliche Grüße|MfG|Herzliche Grüße|i. A.|Liebe Grüße',
  ),
  honorifics: list('Dr.|Dipl.-Ing.|Prof. Dr.|Ing.|Mag.|Dipl.-Kfm.'),
  slogans: list(
    'Amtsgericht {made} HRB 12345|Geschäftsführer: Max Beispiel, Eva Muster|Sitz der Gesellschaft: Hamburg|USt-IdNr.: DE123456789|Denken Sie an die Umwelt, bevor Sie diese E-Mail drucken.',
  ),
  words: {
    trade: list(
      'Maschinenbau|Technik|Logistik|Anlagenbau|Systeme|Verlag|Bau|Metallbau|Handels|Elektronik|Software|Beratung|Gruppe|Brauerei|Molkerei|Holding|Immobilien|Werkzeuge|Druck|Spedition',
    ),
    werk: list('werk|bau|technik|holz|stahl|tec|soft'),
    job: list(
      'Einkäufer|Sachbearbeiterin|Ingenieur|Referentin|Berater|Projektmanager|Vertriebsleiter|Buchhalterin|Disponent|Produktmanagerin|Kundenberater|Werkleiter|Rechtsanwältin|Datenschutzbeauftragter',
    ),
    field: list(
      'Einkauf|Vertrieb|Technik|Marketing|Finanzen|Personal|IT|Logistik|Produktion|Qualität|Entwicklung|Innendienst|Digitalisierung|Instandhaltung|Controlling|Buchhaltung|Informationssicherheit',
    ),
    adj: list('Strategischer|Technischer|Kaufmännische|Operativer|Zentraler'),
    addressLabel: list('Anschrift|Adresse'),
  },
};

const french: Country = {
  end: 'fr',
  firms: list(
    '{made} {trade}|{made} SARL|{made} SAS|Groupe {made}|Cabinet {made}|{made} Avocats|Mairie de {made}|Université de {made}|Société {made}|{made} & Fils|{made}|{made} {made}|Laboratoires {made}|Transports {made}|Éditions {made}|CHU de {made}|La {made}|Les {made}s de {made}',
  ),
  jobs: list(
    "{job}|{job} {field}|Responsable {field}|Directeur {field}|Directrice {field}|Chargé de {field}|Chargée de {field}|Chef de projet|Cheffe de projet {field}|Gérant|Gérante|Assistante {field}|Ingénieur {field}|Directeur général|Directrice adjointe {field}|Responsable du service {field}|Président|Ingénieur d'affaires|Avocate associée|Co-fondateur & {job}|Conseiller en {field}|{job} - {job}",
  ),
  departments: list('Service {field}|Direction {field}|{field}|Pôle {field}|Département {field}'),
  addresses: list(
    '{num}, rue {made}\n##### {made}|{num} avenue de {made}\n##### {made} Cedex|{num} bis, boulevard {made} - ##### {made}|ZA de {made}\n##### {made}|BP {num}\n##### {made} cedex {num}|{num} place du {made}, ##### {made}|Immeuble Le {made} - {num} rue {given} {made}\n##### {made}|{num} chemin des {made}s ##### {made}|Bâtiment A - {num} allée {made}\n##### {made}\nFrance|CS {big}\n##### {made} cedex',
  ),
  phones: list(
    '01 99 00 ## ##|+33 1 99 00 ## ##|+33 (0)2 61 91 ## ##|05 36 49 ## ##|01.99.00.##.##|06 39 98 ## ##',
  ),
  dials: list('Tél. : {}|Tél : {}|Tel : {}|T. {}|{}|Téléphone : {}|Standard : {}|Fixe : {}|T : {}'),
  mobiles: list('Port. : {}|Mobile : {}|Mob. {}|Portable : {}|M. {}|P. {}'),
  faxes: list('Fax : {}|Fax. {}|Télécopie : {}'),
  closings: list('Cordialement,|Bien cordialement|Bien à vous,|Belle journée,|Cdlt|Sincères salutations'),
  honorifics: list('Dr|Maître|M.|Mme|Pr'),
  slogans: list(
    "Pensez à l'environnement avant d'imprimer ce message.|Suivez-nous sur LinkedIn|SIRET 123 456 789 00012|SAS au capital de 10 000 €",
  ),
  words: {
    trade: list(
      'Conseil|Ingénierie|Industrie|Distribution|Informatique|Énergie|Immobilier|Logistique|Assurances|Levage|Services|Développement|Environnement|Bâtiment',
    ),
    job: list(
      'Comptable|Acheteur|Développeuse|Commerciale|Consultante|Technicien|Juriste|Formatrice|Conseillère|Architecte|Gestionnaire|Coordinatrice|Analyste|Secrétaire|Psychologue',
    ),
    field: list(
      'commercial|administratif|financière|achats|communication|technique|marketing|qualité|logistique|recrutement|production|informatique|clientèle|études|travaux|formation|expéditions|ressources humaines|relations clients|mission|comptabilité|juridique',
    ),
    addressLabel: list('Adresse|Adresse postale'),
  },
};

const spanish: Country = {
  end: 'es',
  firms: list(
    '{made} {trade}, S.L.|{made} S.A.|Grupo {made}|Talleres {made} S.L.U.|Clínica {made}|Ayuntamiento de {made}|Bodegas {made}|{made} {trade}|Universidad de {made}|Hermanos {made}, S.L.',
  ),
  jobs: list(
    '{job}|{job} de {field}|Director de {field}|Directora {field2}|Jefe de {field}|Jefa de {field}|Responsable de {field}|Gerente|Directora Gerente|Administración|Técnico de {field}|Dpto. de {field}',
  ),
  departments: list('Departamento de {field}|Dpto. {field}|{field}'),
  addresses: list(
    'C/ {made}, {num}\n##### {made}|Calle {made}, {num}, #º\n##### {made}|Avda. de {made}, {num} - ##### {made}|Polígono Industrial {made}, nave {num}\n##### {made} (España)|Paseo del {made} {num}, ##### Madrid|Plaza {made}, {num}\n##### {made}',
  ),
  phones: list('900 000 ###|+34 900 000 ###|+34 600 000 ###|600 000 ###|91 000 00 ##'),
  dials: list('Tel. {}|Tel.: {}|Teléfono: {}|Tfno. {}|{}|T. {}'),
  mobiles: list('Móvil: {}|Móvil {}|M. {}|Mov. {}'),
  faxes: list('Fax: {}|Fax {}'),
  closings: list('Un saludo,|Saludos cordiales|Atentamente,|Saludos,|Un cordial saludo'),
  honorifics: list('D.|Dña.|Dr.|Ing.|Lic.'),
  slogans: list('Antes de imprimir este correo piense en el medio ambiente.|Síguenos en LinkedIn'),
  words: {
    trade: list(
      'Construcciones|Logística|Sistemas|Servicios|Alimentación|Consultores|Energía|Instalaciones|Cerámicas',
    ),
    job: list('Comercial|Consultora|Ingeniero|Abogada|Coordinadora|Analista|Asesor|Contable|Socio'),
    field: list(
      'Compras|Ventas|Mantenimiento|Marketing|Calidad|Logística|Producción|Sistemas|Administración|Operaciones|Recursos Humanos|Proyectos',
    ),
    field2: list('Comercial|Financiera|Técnica|General|de Operaciones'),
  },
};

const others: Country = {
  end: 'eu',
  firms: list(
    '{made} S.p.A.|{made} S.r.l.|Studio Legale {made}|Gruppo {made}|{made} B.V.|{made} N.V.|Gemeente {made}|{made} Ltda.|{made}, Lda.|{made} & Filhos|Padaria {made}|Kwekerij {made} B.V.|Universidade de {made}|Officine {made} srl|Drukkerij {made}|Construtora {made} S.A.|{made} Advogados',
  ),
  jobs: list(
    'Responsabile {it}|Direttore {it}|Ufficio {it}|Amministratore delegato|Titolare|Hoofd {nl}|Bedrijfsleider|Accountmanager|Directeur|Adviseur {nl}|Inkoper|Medewerker {nl}|Gerente de {pt}|Diretora {pt}|Sócio-gerente|Coordenador de {pt}|Analista de {pt}|Diretor Geral|Sócia|Eigenaar|Projectleider|Avvocato|Impiegata {it}',
  ),
  departments: list('Ufficio {it}|Afdeling {nl}|Departamento de {pt}'),
  addresses: list(
    'Via {made}, {num}\n##### {made} (MI)|Piazza {made} {num} - ##### Roma|Corso {made}, {num}, ##### {made}|{made}straat {num}\n#### AB {made}|{made}weg {num}, #### XX {made}|Postbus {num}\n#### AA {made}\nNederland|Rua {made}, {num}\n####-### {made}|Av. {made}, {num}, sala {num}\n#####-### São Paulo - SP|{made}laan {num}\nB-#### {made}|Rua do {made}, {num}, ####-### Lisboa',
  ),
  phones: list(
    '+39 02 0000 ####|+39 06 000####|+31 20 000 ####|020-000####|+351 210 000 ###|+55 11 0000-####|(11) 0000-####|+32 2 000 ## ##',
  ),
  dials: list('Tel. {}|Tel: {}|T {}|Telefono: {}|Telefone: {}|Telefoon: {}|{}|T. {}'),
  mobiles: list('Cell. {}|M {}|Cel.: {}|Mobiel: {}|Telemóvel: {}|Cell: {}|M. {}'),
  faxes: list('Fax {}|Fax: {}'),
  closings: list(
    'Cordiali saluti|Distinti saluti,|Met vriendelijke groet,|Groeten,|Atenciosamente,|Com os melhores cumprimentos,|Abraço,|Grazie,|Obrigada,',
  ),
  honorifics: list('Avv.|Dott.ssa|Ing.|drs.|ir.|Eng.|Dra.|Dott.'),
  slogans: list("P.IVA 01234567890|KvK 12345678|Prima di stampare pensa all'ambiente."),
  words: {
    it: list(
      'acquisti|vendite|commerciale|marketing|tecnico|amministrazione|qualità|produzione|logistica|risorse umane',
    ),
    nl: list('inkoop|verkoop|financiën|techniek|marketing|logistiek|ICT|kwaliteit'),
    pt: list('Compras|Vendas|Marketing|Manutenção|Financeira|Operações|Projetos|Logística|Qualidade'),
  },
};

export const countries: readonly Country[] = [english, german, french, spanish, others];
