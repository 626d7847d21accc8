/*
 * Words of companies' names that a list of English lacks, by hand: trade words in German, French, Spanish, Italian,
 * Dutch and Portuguese, the words of technology, given by what they are, not by whose name they are in.
 */
export const moreWords = `
app apps online web mobile digital cyber crypto fintech biotech medtech proptech edtech startup email inbox chat blog wiki forum podcast
github linux android docker cloud data code dev ops tech info auto micro nano mega ultra hyper meta multi inter trans bio geo eco agro
hydro aero astro electro thermo photo video audio tele euro smart easy quick fast super prime pro plus max mini one two three four five
logistics analytics robotics dynamics metrics genetics photonics electronics plastics ceramics optics graphics semiconductor aerospace
healthcare pharma pharmaceuticals therapeutics diagnostics biosciences airlines airways motors motor rail railway cargo freight shipping
telecom telecoms networks network broadband fiber fibre wireless radio news media studio studios pictures games gaming esports sport sports
fitness yoga wellness beauty fashion jewelry furniture kitchen bakery brewery winery vineyard coffee foods food drinks beverages
bank banking finance financial capital ventures venture equity invest investments holdings holding trust insurance assurance credit pay
payments payment wallet trade trading trader exchange market markets commerce shop store outlet mall retail brands brand goods
consulting consultants consult advisors advisory partners partner associates group services service solutions systems system software
technologies technology engineering industries industrial manufacturing works factory machines machinery tools tooling automation controls
energy power solar wind gas oil water electric nuclear battery mining minerals metals steel aluminium copper concrete cement timber wood
estate realty properties property homes house housing building builders construction architects architecture interiors design designs
law legal attorneys notary tax accounting audit payroll staffing recruiting jobs careers talent people learning academy school university
institute college training education research science sciences foundation society association federation council agency bureau office
travel tours hotel hotels resort resorts airport taxi bus bike bikes cycling auto automotive cars car truck trucks tires parts
labs lab hub hq base box kit stack flow forge space spot sync link linked desk board point path wave spark shift craft crowd signal
logistik technik elektrotechnik medizintechnik maschinenbau anlagenbau bau hochbau tiefbau holzbau metallbau stahl stahlbau haus holz
werk werke werkzeug werkzeuge verlag druck druckerei medien beratung berater unternehmensberatung versicherung versicherungen makler
immobilien verwaltung steuerberater kanzlei anwalt anwalte rechtsanwalte partner und sohn soehne gebrueder spedition transporte reisen
gasthof stadt land nord sued ost west sud mitte gesundheit klinik kliniken apotheke praxis zahnarzt pflege
stadtwerke energie strom wasser kraft heizung sanitar elektro elektronik automation automatisierung systeme systemtechnik software
dienst dienste dienstleistungen gruppe garten moebel mobel kuchen kuechen backerei baeckerei metzgerei brauerei wein winzer mode schuhe
sparkasse volksbank bank zeitung nachrichten rundfunk fernseh verein verband stiftung akademie schule hochschule universitat
maison atelier ateliers conseil conseils groupe societe france paris lyon immobilier assurances assurance banque credit transports
transport batiment travaux menuiserie plomberie electricite energies energie eau sante clinique pharmacie avocats avocat notaires
editions edition imprimerie informatique logiciel logiciels services ingenierie industrie industries habitat jardin cuisine voyages
grupo consultores consultoria asesores asesoria abogados soluciones sistemas servicios industrias construcciones inmobiliaria seguros
banco energia salud clinica farmacia editorial imprenta transportes logistica alimentos vinos viajes hotel hoteles casa mundo espana
gruppo servizi sistemi soluzioni consulenza studio officine meccanica costruzioni edilizia trasporti assicurazioni banca energia alimentari
groep bouw bouwbedrijf techniek installatie advies adviseurs makelaars verzekeringen zorg vervoer transport huis wonen keukens
servicos solucoes consultores engenharia construcoes industria imobiliaria seguros saude
paris london berlin hamburg munich vienna zurich amsterdam madrid barcelona lisbon rome milan tokyo india china japan korea africa asia
europe america american german british french italian spanish swiss dutch nordic atlantic pacific global world international national
austria belgium bulgaria croatia cyprus denmark egypt estonia finland greece hungary iceland indonesia iran iraq ireland israel kenya latvia
lithuania luxembourg malaysia malta mexico morocco nigeria norway pakistan peru philippines poland portugal romania russia saudi serbia
singapore slovakia slovenia sweden switzerland taiwan thailand tunisia turkey ukraine vietnam deutschland oesterreich schweiz italia
nederland polska suisse belgique cologne frankfurt stuttgart dresden leipzig bremen hannover geneva basel lausanne brussels antwerp
rotterdam copenhagen stockholm oslo helsinki warsaw prague budapest vienna dublin manchester glasgow edinburgh toronto montreal sydney
melbourne shanghai beijing mumbai delhi dubai istanbul athens moscow kiev houston dallas denver seattle atlanta miami phoenix florida
alpine baltic scandinavia canada australia brazil mexico texas california boston chicago york
google apple amazon python java script type open free source stream cast tube book face pal share snap tweet hunt bucket
`;
/** Words of two letters, or so short that only a few may count. */
export const shortWords =
  'go my on up to of by we be hq io ai it tv js db os ui vr ux pr hr pc uk us eu usa art air sea sky sun car bus box web app lab hub pay buy get try use net one two six ten red big new old hot top pro fit fix bit bot eye ear arm leg dog cat fox owl bee ant ape cow pig hen oak elm fir ivy ice tea pie jam nut bar pub inn spa gym zoo job law tax log map key kit pen ink dot tag tip tap run fly win law gas oil ray jet van cab way day may sql api css php aws seo crm erp git ad ui ci we cms css cad gpu cpu ssl vpn gps nft dns nas api ads ceo faq fun joy mom dad kid pet toy gem raw own map red und et the and for';
