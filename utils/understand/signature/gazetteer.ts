/*
 * Words that tell what a line of a signature is, in English, German, French, Spanish, Portuguese, Italian and Dutch.
 * Written by hand from general knowledge; lower case, without accents and dots, as `fold` gives them.
 */

/** A word as the lists hold it: lower case, without accents, dots and apostrophes; ß is ss. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z\d-]*$/.test(lower)) return lower;
  return lower.replace(/ß/g, 'ss').normalize('NFKD').replace(/\p{M}/gu, '').replace(/[.'’]/g, '');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

/** Words that name a job by themselves. */
export const jobs = words(`
director manager president vice-president vp svp evp avp ceo cto cfo coo cio cmo ciso cpo cro officer engineer analyst counsel attorney lawyer solicitor paralegal
consultant advisor adviser assistant associate partner principal founder co-founder cofounder owner head lead leader chief chairman chairwoman chair
representative rep coordinator administrator specialist supervisor superintendent executive secretary treasurer controller comptroller accountant auditor
buyer planner developer programmer architect designer scientist researcher professor lecturer teacher instructor fellow dean provost student
editor writer journalist reporter producer publisher broker trader agent recruiter marketer strategist technician operator technologist economist geologist physicist
chemist nurse physician doctor surgeon pharmacist dentist therapist librarian clerk receptionist foreman intern trainee apprentice expert evangelist ambassador
sales-manager account-manager webmaster sysadmin postdoc undersecretary commissioner governor mayor sheriff captain pastor bookkeeper estimator inspector
geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrender geschaftsfuhrende geschaftsfuhrung geschaftsleiter geschaftsleitung leiter leiterin inhaber inhaberin vorstand vorstandin vorsitzender
vorsitzende prokurist prokuristin berater beraterin referent referentin sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin assistent assistentin assistenz
betriebsleiter betriebsleiterin produktionsleiter werkleiter werksleiter projektleiter projektleiterin vertriebsleiter vertriebsleiterin verkaufsleiter einkaufsleiter einkaufer einkauferin
verkaufer verkauferin kundenberater kundenberaterin kundenbetreuer kundenbetreuerin beauftragter beauftragte bevollmachtigter datenschutzbeauftragter datenschutzbeauftragte informationssicherheitsbeauftragter
ingenieur ingenieurin techniker technikerin meister meisterin entwickler entwicklerin architektin rechtsanwalt rechtsanwaltin notar steuerberater steuerberaterin wirtschaftsprufer
buchhalter buchhalterin redakteur redakteurin professorin dozent dozentin sekretar sekretarin sekretariat disponent disponentin fachkraft kaufmann kauffrau burgermeister burgermeisterin
abteilungsleiter abteilungsleiterin bereichsleiter bereichsleiterin teamleiter teamleiterin gruppenleiter gruppenleiterin niederlassungsleiter filialleiter filialleiterin stabsstelle geschaftsstellenleiter
hausmeister kustermeister lagerleiter lagerleiterin marktleiter stellvertreter stellvertreterin stv gesellschafter gesellschafterin
directeur directrice directeurs responsable chef cheffe charge chargee charges chargees ingenieure conseiller conseillere gerant gerante gestionnaire assistante consultante commerciale commercial
president presidente vice-presidente secretaire adjoint adjointe technicien technicienne developpeur developpeuse chercheur chercheuse maitre maitresse enseignant enseignante professeur professeure
doctorant doctorante avocat avocate avocats notaire notaires comptable expert-comptable acheteur acheteuse vendeur vendeuse redacteur redactrice animateur animatrice formateur formatrice coordinateur
coordinatrice coordonnateur coordonnatrice administrateur administratrice fondateur fondatrice co-fondateur cofondateur cofondatrice co-fondatrice associe associee associes dirigeant dirigeante
attache attachee delegue deleguee referent referente pilote intendant intendante tresorier tresoriere infirmier infirmiere medecin pharmacien pharmacienne juriste analyste architecte
graphiste illustrateur illustratrice photographe journaliste traducteur traductrice bibliothecaire documentaliste psychologue stagiaire alternant alternante apprenti apprentie employe employee agente
operateur operatrice superviseur manageur manageuse manageure inspecteur inspectrice controleur controleuse negociateur negociatrice mandataire courtier courtiere agent-commercial co-responsable codirecteur
co-directeur co-directrice technico-commercial technico-commerciale artisan menuisier plombier electricien preparateur ingenieurs conseillers maire depute senateur conservateur secretaire-generale
gerente director directora jefe jefa encargado encargada responsable ingeniero ingeniera abogado abogada asesor asesora consultor consultora comercial administrativo administrativa propietario propietaria
socio socia fundador fundadora presidenta coordinador coordinadora tecnico tecnica comprador compradora vendedor vendedora contable auxiliar secretario secretaria subdirector subdirectora ejecutivo ejecutiva
profesor profesora arquitecto arquitecta economista delegado delegada
diretor diretora gestor gestora chefe engenheiro engenheira advogado advogada assessor assessora consultora coordenador coordenadora proprietario proprietaria supervisora analista encarregado encarregada
socio-diretor socia-diretora tecnico assistente presidente vendedor comprador contador contadora
direttore direttrice responsabile ingegnere avvocato consulente amministratore amministratrice titolare socia capo impiegato impiegata segretario segretaria ragioniere commercialista dirigente geometra
architetto dottore delegato acquirente venditore tecnico coordinatore coordinatrice referente fondatore fondatrice
directeur bedrijfsleider hoofd medewerker medewerkster adviseur eigenaar mededirecteur inkoper verkoper verkoopleider projectleider teamleider accountmanager vertegenwoordiger beheerder boekhouder voorzitter
secretaresse coordinator bestuurder consulent planner afdelingshoofd zaakvoerder`);

/** Words around a job's name. */
export const jobParts = words(`
senior sr junior jr deputy executive managing general global regional national international group corporate assistant associate acting interim chief vice technical commercial digital strategic
sales marketing operations purchasing procurement logistics finance financial accounting accounts account legal compliance product project program programme process quality customer client human resources hr
communications communication business development support service services research engineering software hardware security information data systems network it infrastructure production facilities facility
maintenance supply chain export import training recruitment recruiting talent acquisition payroll benefits public relations media content web partnerships partner key relationship success growth revenue field risk
warehouse plant site office event events conference investor investment portfolio asset property estate environmental safety health medical clinical laboratory admissions alumni returns payable receivable buying yard
vertrieb einkauf verkauf marketing technik entwicklung forschung buchhaltung personal personalwesen verwaltung logistik qualitat qualitatsmanagement kundendienst kundenservice innendienst aussendienst instandhaltung
produktion fertigung konstruktion controlling disposition materialwirtschaft digitalisierung organisation recht datenschutz informationssicherheit strategischer strategische operativer technischer technische kaufmannischer
kaufmannische leitung versand lager presse offentlichkeitsarbeit
general generale commercial commerciale administratif administrative financier financiere technique operationnel informatique achats ventes vente marketing qualite production logistique juridique comptabilite
ressources humaines recherche developpement communication projet projets projet mission missions clientele clients etudes formation systemes reseaux travaux maintenance expeditions exploitation recrutement
affaires developpement partenariats relation relations produit produits secteur regional regionale departement service pole site agence conferences delegue deleguee adjoint adjointe principal principale
compras ventas comercial finanzas administracion mantenimiento calidad produccion logistica sistemas proyecto proyectos operaciones marketing recursos humanos atencion cliente tecnica tecnologia
vendas compras financeiro financeira administrativa administrativo manutencao qualidade producao projetos operacoes comercial
vendite acquisti commerciale amministrazione amministrativo produzione qualita manutenzione tecnico progetti ufficio
inkoop verkoop administratie financien techniek kwaliteit productie logistiek onderhoud personeelszaken zaken`);

/** A part of an organisation. */
export const departments = words(`
department dept division unit office team desk section branch faculty school institute laboratory lab center centre program programme committee board bureau service services direction departement pole
abteilung bereich referat dezernat fachbereich stabsstelle sekretariat institut lehrstuhl fakultat amt dienststelle
departamento seccion area oficina gerencia departamento setor gabinete ufficio reparto settore dipartimento afdeling dienst laboratoire ufr umr equipe cellule mission`);

/** What a company is by law. */
export const legalForms = words(`
inc incorporated llc llp lp ltd limited plc corp corporation co company pllc pc pty gmbh mbh ag kg kgaa ohg gbr ug eg ev ek se gaor eingetragener sarl sas sasu sa eurl sci snc scop selarl gie scic scp
sl slu slne scoop coop sau sa ltda lda eireli epp me spa srl srls snc sas sapa scarl scrl bv nv vof cv bvba ab asa oy oyj aps a/s s/a kft zrt sro doo dd jsc ooo pvt pte bhd sdn kk gk as
gmbh&co cokg partg partnerschaft verein stiftung foundation trust`);

/** Words in the names of companies and institutions. */
export const companyWords = words(`
group holdings holding consulting services service solutions systems technologies technology industries industry international global partners associates bank banking capital energy power gas oil pipeline
university college school institute academy hospital clinic clinics centre center council authority agency ministry department museum library church society association federation foundation trust union
networks network software media communications telecom pharma pharmaceuticals biotech labs laboratories laboratory foods food farms hotel hotels restaurant stores store shop market markets supply
logistics transport shipping airlines airways motors auto automotive engineering construction builders properties realty insurance financial investments securities fund funds ventures legal law advocates
studio studios design designs creative press publishing books entertainment games productions theater theatre brothers bros sons enterprises company works manufacturing products materials metals chemicals paper
utilities district brewery bakery dairy processors fasteners marine pallets joinery dental floral storage credit parts furniture furnishings electronics equipment
werke werk bau technik handel handels vertrieb verlag versicherung versicherungen sparkasse volksbank stadtwerke klinik klinikum krankenhaus universitat hochschule fachhochschule institut kanzlei rechtsanwalte praxis
druckerei brauerei brauhaus molkerei maschinenbau anlagenbau metallbau holzbau gruppe gesellschaft verband verein stiftung gemeinde stadt landkreis kieswerk glashutte seilbahn
societe groupe entreprise entreprises etablissements ets compagnie cabinet agence universite ecole lycee college hopital clinique mairie commune conseil chambre association federation fondation centre institut
laboratoire banque assurance assurances mutuelle cooperative cave domaine chateau boulangerie biscuiterie imprimerie garage transports batiment avocats notaires office
grupo empresa compania hospital clinica universidad colegio ayuntamiento asociacion fundacion banco talleres construcciones hermanos hijos ceramicas aceites bodegas conservas
universidade faculdade prefeitura associacao fundacao padaria industria comercio servicos transportes irmaos
gruppo societa azienda studio universita comune ospedale banca assicurazioni fratelli officine cantina caseificio
groep bedrijf universiteit hogeschool gemeente ziekenhuis bank verzekeringen kwekerij drukkerij bakkerij transport gebroeders zonen stichting vereniging`);

/** Words before or after the name of a street. */
export const streets = words(`
street st avenue ave road rd drive dr boulevard blvd bd lane ln way court ct place pl square sq parkway pkwy highway hwy terrace circle loop plaza trail crescent close mews row quay wharf hill walk approach broadway
strasse str weg gasse allee platz ring damm ufer chaussee pfad steig graben
rue av allee allees chemin route impasse quai cours passage ruelle esplanade rond-point digue faubourg fbg montee traverse voie sentier square villa cite place rocade promenade terrasse
calle c/ avda avenida paseo plaza camino carretera ctra ronda glorieta travesia poligono
rua travessa largo praca alameda estrada rodovia
via viale piazza piazzale corso vicolo largo strada
straat weg laan plein gracht kade dijk singel dreef steenweg`);

/** Endings of German and Dutch street names that are one word. */
export const streetEnding =
  /.{2}(strasse|str|weg|gasse|allee|platz|ring|damm|ufer|straat|laan|plein|gracht|kade|dijk|singel|turm)$/;

/** Other words of an address. */
export const addressWords = words(`
suite ste floor fl room rm building bldg box po pobox apt apartment unit block tower house level mailstop ms campus park estate station dock
cedex bp cs tsa etage batiment bat immeuble residence zone za zi zac zae parc espace technopole lotissement lieu-dit hameau bis ter tour porte escalier hall niveau centre adresse case courrier boite postale bureau
postfach haus etage og stock gewerbegebiet gewerbepark technologiepark anschrift industriegebiet
piso planta puerta portal apartado poligono nave bajo izq dcha cp local
andar sala bloco lote cep bairro
cap interno scala piano palazzo
postbus verdieping toren address addr adresse direccion endereco indirizzo adres`);

export const countries = words(`
usa us uk gb england scotland wales ireland canada australia germany deutschland allemagne france frankreich spain espana espagne portugal italy italia italie netherlands nederland belgium belgique belgie
switzerland suisse schweiz svizzera austria osterreich autriche luxembourg denmark danmark sweden sverige norway norge finland suomi poland polska japan china india brazil brasil mexico argentina chile colombia
singapore israel turkey russia lebanon morocco maroc tunisie algerie senegal quebec europe liechtenstein czech hungary romania greece croatia slovenia slovakia zealand kingdom states`);

export const regions = words(`
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi
missouri montana nebraska nevada hampshire jersey york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario alberta manitoba saskatchewan
al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc bc qc on ab calif colo mass tex conn penn ill
bayern sachsen hessen thuringen surrey kent essex sussex yorkshire lancashire wiltshire hampshire cornwall devon norfolk suffolk bretagne normandie alsace lorraine provence occitanie herault aquitaine
catalunya andalucia galicia toscana lombardia veneto piemonte`);

export const cities = words(`
london manchester birmingham leeds liverpool bristol edinburgh glasgow cambridge oxford dublin cork belfast cardiff york chicago houston dallas austin boston seattle denver atlanta miami detroit phoenix portland
philadelphia pittsburgh cleveland baltimore sacramento angeles francisco diego vegas minneapolis orlando nashville charlotte columbus toronto montreal vancouver calgary ottawa sydney melbourne brisbane perth auckland
berlin hamburg munchen munich koln cologne frankfurt stuttgart dusseldorf duesseldorf dortmund essen leipzig dresden hannover nurnberg bremen bonn karlsruhe mannheim freiburg wien vienna graz linz salzburg innsbruck
zurich basel bern geneve geneva lausanne luzern
paris lyon marseille toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon angers nimes versailles clichy puteaux boulogne colombes nanterre courbevoie metz nancy rouen caen tours
orleans limoges avignon brest besancon mulhouse perpignan annecy lattes grabels futuroscope bruxelles brussels anvers liege namur
madrid barcelona valencia sevilla zaragoza malaga murcia palma bilbao alicante cordoba valladolid vigo gijon granada
lisboa lisbon porto braga coimbra faro aveiro paulo janeiro brasilia salvador fortaleza curitiba recife
roma rome milano milan napoli torino turin palermo genova bologna firenze florence venezia venice verona padova trieste
amsterdam rotterdam utrecht eindhoven haag hague groningen tilburg breda nijmegen antwerpen gent brugge leuven naaldwijk
copenhagen stockholm oslo helsinki warsaw prague budapest tokyo osaka mumbai delhi bangalore singapore shanghai beijing`);

/** Titles of courtesy and degrees: part of a line with a name, not of the name. */
export const honorifics = words(`
dr prof mr mrs ms mme mlle monsieur madame herr frau ing dipl-ing dipl mag lic avv dott dottssa dra sr sra don dona eng rer nat med phil univ-prof maitre me m hr hrn fr drs ir ra rain rag geom arch`);
export const degrees = words(`
phd mba cfa cpa esq md jd bsc msc ba bs ma llm pe pmp cissp dphil mbe obe frsa hdr mrics cpc ea bcom llb meng beng ba-hons jr ii iii iv edd dds rn shrm-cp cipp cipm pmi acca fca aca mpharm msw`);
export const connectors = words(
  'of for and the de du des d l la le les et en a au aux fur und der die das im in am zu zur von van den het te y e del las los da do dos das di della dei delle per to at with by on sur pour con para vor bei',
);
