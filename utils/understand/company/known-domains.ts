/*
 * Large organisations whose domain does not spell their name, by hand: initials, short forms, one word of several. Only
 * whom a rep may well write to; whole registrable domains, as the same letters under another ending are somebody else.
 */
const domains = `
gs.com=Goldman Sachs|db.com=Deutsche Bank|ml.com=Merrill Lynch|bofa.com=Bank of America|baml.com=Bank of America|citi.com=Citi|jpmchase.com=JPMorgan Chase
aexp.com=American Express|bny.com=BNY|usaa.com=USAA|tiaa.org=TIAA|pwc.com=PwC|ey.com=EY|bain.com=Bain & Company|kearney.com=Kearney|zs.com=ZS Associates|marsh.com=Marsh McLennan
ge.com=General Electric|gm.com=General Motors|vw.com=Volkswagen|audi.de=Audi|daimlertruck.com=Daimler Truck|jlr.com=Jaguar Land Rover|deere.com=John Deere|emerson.com=Emerson Electric
ni.com=National Instruments|analog.com=Analog Devices|amat.com=Applied Materials|microchip.com=Microchip Technology|zebra.com=Zebra Technologies|juniper.net=Juniper Networks
creative.com=Creative Technology|keysight.com=Keysight Technologies|seagate.com=Seagate Technology|wdc.com=Western Digital|ui.com=Ubiquiti|fb.com=Facebook|nuance.com=Nuance Communications
3ds.com=Dassault Systèmes|ptc.com=PTC|lilly.com=Eli Lilly|merckgroup.com=Merck KGaA|baxter.com=Baxter|cardinalhealth.com=Cardinal Health|uhc.com=UnitedHealthcare
telekom.de=Deutsche Telekom|telekom.com=Deutsche Telekom|dlh.de=Lufthansa|dpdhl.com=DHL Group|munichre.com=Munich Re|hannover-re.com=Hannover Rück|dw.com=Deutsche Welle|mpg.de=Max-Planck-Gesellschaft
fraunhofer.de=Fraunhofer-Gesellschaft|tum.de=TU München|lmu.de=LMU München|hu-berlin.de=Humboldt-Universität zu Berlin|fu-berlin.de=Freie Universität Berlin|bayer.com=Bayer|fhg.de=Fraunhofer-Gesellschaft
ethz.ch=ETH Zürich|uzh.ch=Universität Zürich|zkb.ch=Zürcher Kantonalbank|bkb.ch=Basler Kantonalbank|sgkb.ch=St. Galler Kantonalbank|lukb.ch=Luzerner Kantonalbank|tkb.ch=Thurgauer Kantonalbank|akb.ch=Aargauische Kantonalbank
bcv.ch=Banque Cantonale Vaudoise|bcge.ch=Banque Cantonale de Genève|post.ch=Schweizerische Post|rbinternational.com=Raiffeisen Bank International|post.at=Österreichische Post|tuwien.ac.at=TU Wien
ns.nl=Nederlandse Spoorwegen|ah.nl=Albert Heijn|uva.nl=Universiteit van Amsterdam|eur.nl=Erasmus Universiteit Rotterdam|socgen.com=Société Générale|ca-cib.com=Crédit Agricole CIB|credit-agricole.fr=Crédit Agricole
saint-gobain.com=Saint-Gobain|loreal.com=L'Oréal|labanquepostale.fr=La Banque Postale|telefonica.com=Telefónica|telefonica.es=Telefónica|nestle.com=Nestlé|ree.es=Red Eléctrica|bancsabadell.com=Banco Sabadell
tcs.com=Tata Consultancy Services|ril.com=Reliance Industries|jal.com=Japan Airlines|jal.co.jp=Japan Airlines|csair.com=China Southern Airlines|ceair.com=China Eastern Airlines|singaporeair.com=Singapore Airlines
etihad.com=Etihad Airways|ba.com=British Airways|aa.com=American Airlines|united.com=United Airlines|southwest.com=Southwest Airlines|csc.com=CSC|lazard.com=Lazard|un.org=United Nations|europa.eu=European Union
who.int=World Health Organization|nih.gov=National Institutes of Health|nist.gov=NIST|mit.edu=MIT|cmu.edu=Carnegie Mellon University|umich.edu=University of Michigan|gatech.edu=Georgia Tech|upenn.edu=University of Pennsylvania
utexas.edu=University of Texas at Austin|wisc.edu=University of Wisconsin–Madison|ox.ac.uk=University of Oxford|cam.ac.uk=University of Cambridge|ed.ac.uk=University of Edinburgh|lse.ac.uk=London School of Economics
`;

const known = new Map(
  domains
    .split(/[|\n]/)
    .filter((entry) => entry !== '')
    .map((entry): [string, string] => {
      const at = entry.indexOf('=');
      return [entry.slice(0, at), entry.slice(at + 1)];
    }),
);

/** The organisation of a registrable domain that does not spell its name, if it is a known one. */
export function knownDomain(domain: string): string | undefined {
  return known.get(domain);
}
