/*
 * Well-known companies whose spelling no rule guesses: inner capitals, spaces, initials, marks. By hand, from general
 * knowledge (large listed companies and what offices use), kept 2026-11. The letters of a domain decide; where they are
 * not the name's own letters, the label stands before `=`.
 */
const names = `
GitHub|GitLab|LinkedIn|YouTube|PayPal|eBay|WhatsApp|TikTok|WordPress|WooCommerce|BigCommerce|PrestaShop|OpenAI|DeepMind|DeepL|HubSpot|MailChimp|SendGrid
ActiveCampaign|GetResponse|SurveyMonkey|DocuSign|PandaDoc|HelloSign|ClickUp|MindMeister|ServiceNow|ZoomInfo|RingCentral|TeamViewer|AnyDesk|LastPass|NordVPN
ExpressVPN|1Password|OneLogin|CrowdStrike|SentinelOne|CloudBees|DigitalOcean|DreamHost|GoDaddy|SiteGround|OVHcloud|HostGator|MongoDB|PostgreSQL|MySQL
MariaDB|CouchDB|ArangoDB|InfluxDB|RabbitMQ|ActiveMQ|GraphQL|TypeScript|JavaScript|CoffeeScript|NumPy|PyTorch|TensorFlow|JetBrains|IntelliJ|PhpStorm|PyCharm
PlayStation|SoundCloud|BitTorrent|DuckDuckGo|StackOverflow=Stack Overflow|HackerRank|LeetCode|HackerOne|CodePen|CodeSandbox|FreeCodeCamp=freeCodeCamp|StackBlitz
CircleCI|TravisCI=Travis CI|BrowserStack|LaunchDarkly|PagerDuty|NewRelic=New Relic|SolarWinds|SonarQube|VMware|NetApp|NetSuite|QuickBooks|FreshBooks|TurboTax|SAP|IBM|HP
HPE|AMD|NVIDIA|ASUS|MSI|LG|NEC|TDK|AMX|ABB|BMW|BYD|KIA=Kia|SEAT|MAN|DAF|KTM|FIAT|MG|GE|GM|3M|DHL|UPS|DPD|GLS|TNT|FedEx|DSV|DB Schenker|CMA CGM|MSC|KLM|SAS|TAP|ANA|JAL|LOT
easyJet|JetBlue|AirAsia|Air France|Air Canada|Air India|Air New Zealand|British Airways|Qatar Airways|Turkish Airlines|Singapore Airlines|American Airlines|United Airlines
AlaskaAir=Alaska Airlines|Southwest Airlines|aa=American Airlines|Delta|Thai Airways|Etihad Airways|Cathay Pacific|Virgin Atlantic|AXA|HSBC|UBS|ING|BBVA|BNP Paribas|ABN AMRO
KBC|DNB|SEB|CIBC|TD|RBC|BMO|ANZ|NAB|DBS|OCBC|ICBC|SBI|HDFC|ICICI|BPCE|LBBW|DZ Bank|KfW|N26|ING-DiBa=ING|Deutsche Bank|Goldman Sachs|JPMorgan|JPMorgan Chase|Morgan Stanley
Wells Fargo|Bank of America|Capital One|American Express|Credit Suisse|Société Générale|Crédit Agricole|Crédit Mutuel|BlackRock|State Street|MasterCard=Mastercard|SoFi|TransferWise
MoneyGram|Western Union|StoneX|eToro|PwC|EY|KPMG|BDO|BCG|IDC|McKinsey|Baker McKenzie|Booz Allen|AT&T=AT&T|T-Mobile|BT|O2|EE|SFR|TIM|KPN|NTT|KDDI|SoftBank|Deutsche Telekom
China Mobile|Verizon Wireless|US Cellular|Procter & Gamble|Johnson & Johnson|jnj=Johnson & Johnson|pg=Procter & Gamble|H&M|hm=H&M|C&A|cunda=C&A|M&S|AB InBev|Coca-Cola
Coca-Cola Company|PepsiCo|McDonald's|KFC|Burger King|Pizza Hut|Taco Bell|Domino's|Dunkin' Donuts|Ben & Jerry's|Kellogg's|Kraft Heinz|General Mills|General Electric|General Motors
General Dynamics|L'Oréal|Estée Lauder|Levi's|Lululemon|Under Armour|New Balance|The North Face|Ralph Lauren|Tommy Hilfiger|Calvin Klein|Hugo Boss|Louis Vuitton|LVMH|Dior
Yves Saint Laurent|Dolce & Gabbana|Victoria's Secret|Foot Locker|Home Depot|Best Buy|Whole Foods|Trader Joe's|Dollar General|7-Eleven|Sam's Club|Macy's|Lowe's|Kohl's|Wendy's|Denny's
Sotheby's|Christie's|Sainsbury's|Moody's|Lloyd's|Lloyds Bank|IKEA|REWE|EDEKA|ALDI|dm|OBI|OTTO=Otto|OTTO Group=Otto Group|ZF|BASF|SGL Carbon|E.ON|EnBW|RWE|EDF|ENGIE|ENEL=Enel|EDP|ESB|EWE|MVV|VNG
BP|ConocoPhillips|ExxonMobil|TotalEnergies|OMV|PKN Orlen|CNOOC|PetroChina|RAG|ThyssenKrupp=thyssenkrupp|ArcelorMittal|POSCO|voestalpine|LafargeHolcim|HeidelbergCement|KUKA|DMG Mori|SKF|NSK|WAGO
BorgWarner|Rolls-Royce|Rolls-RoyceMotorCars=Rolls-Royce Motor Cars|Mercedes-Benz|Aston Martin|Land Rover|Alfa Romeo|Harley-Davidson|Volvo Cars|Volvo Trucks|Johnson Controls|Rockwell Automation|Honeywell
Schneider Electric|se=Schneider Electric|Mitsubishi Electric|Texas Instruments|ti=Texas Instruments|Analog Devices|STMicroelectronics|st=STMicroelectronics|NXP|ASML|TSMC|AMS OSRAM|MediaTek|SK Hynix|Western Digital
Western Union|Palo Alto Networks|Check Point|F5|Trend Micro|McAfee|ESET|AVG|FireEye|BeyondTrust|CyberArk|SailPoint|RSA|Okta|Duo Security|Red Hat|SUSE|FreeBSD|OpenBSD|NetBSD|OpenSUSE=openSUSE
Arch Linux|Linux Mint|Rocky Linux|AlmaLinux|OpenStack|OpenShift|OpenSSL|OpenVPN|WireGuard|VirtualBox|LibreOffice|OpenOffice|OnlyOffice=ONLYOFFICE|NextCloud=Nextcloud|ownCloud|TrueNAS|QNAP|D-Link|TP-Link|NETGEAR|ZTE
OnePlus|HTC|JBL|AKG|JVC|TCL|BenQ|AOC|ViewSonic|GoPro|DJI|AVM|Hewlett-Packard|EPSON=Epson|Ben Q=BenQ|AutoCAD|SolidWorks|SketchUp|ArchiCAD|QGIS|ArcGIS|Esri|CorelDRAW|InDesign|PowerPoint|OneDrive|OneNote|SharePoint
MATLAB|MathWorks|SPSS|RStudio|KNIME|GSK|AstraZeneca|Eli Lilly|Bristol Myers Squibb|bms=Bristol Myers Squibb|MSD|AbbVie|BioNTech|CureVac|CSL|Boehringer Ingelheim|Novo Nordisk|B. Braun=B. Braun|bbraun=B. Braun
GE Healthcare|Becton Dickinson|bd=BD|CVS Health|CVS|UnitedHealth Group|WebMD|GlaxoSmithKline|HCA Healthcare|BioMérieux=bioMérieux|WHO|UNICEF|UNESCO|NATO|NASA|ESA|CERN|IEEE|ISO|DIN|TÜV SÜD|TÜV Rheinland|tuvsud=TÜV SÜD|tuev-sued=TÜV SÜD
DEKRA|DKV|HUK-Coburg=HUK-COBURG|HUK=HUK-COBURG|DEVK|VHV|LVM|R+V|ruv=R+V|ADAC|ARD|ZDF|WDR|NDR|MDR|SWR|RTL|BBC|ITV|CNN|NBC|CBS|ABC|HBO|ESPN|MTV|NPR|PBS|TF1|ORF|SRF|RAI|NOS|NHK|USA Today|New York Times|nytimes=The New York Times
Wall Street Journal|wsj=The Wall Street Journal|Washington Post=The Washington Post|The Guardian|BuzzFeed|TechCrunch|BusinessInsider=Business Insider|HuffPost|DreamWorks|Warner Bros|Electronic Arts|EA|Epic Games|Riot Games|Rockstar Games
Bandai Namco|Square Enix|CD Projekt|GOG|AMC|IMAX|DHL Express|Deutsche Post|Deutsche Bahn|bahn=Deutsche Bahn|SNCF|ÖBB|oebb=ÖBB|SBB|NS|DB|BVG|MVG|HVV|ProSieben|ProSiebenSat1=ProSiebenSat.1|Axel Springer|United Internet|1&1|GMX|WEB.DE
Check24=CHECK24|AutoScout24|ImmoScout24|ImmobilienScout24|Scout24|HelloFresh|Delivery Hero|FlixBus|FlixMobility|TeamBank|MediaMarkt|MediaMarktSaturn|Saturn|About You=ABOUT YOU|AboutYou=ABOUT YOU|TOM TAILOR|s.Oliver|C3|SIXT|TUI
DER Touristik|InterContinental|Best Western|AccorHotels|NH Hotels|Four Seasons|Booking.com|booking=Booking.com|TripAdvisor=Tripadvisor|GetYourGuide|BlaBlaCar|DoorDash|GrubHub=Grubhub|InstaCart=Instacart|TaskRabbit|AliExpress|SHEIN|JD.com
Rakuten|LINE|NAVER|KakaoTalk|QQ|WeChat|BuySellAds|AdRoll|DoubleClick|AppLovin|AppsFlyer|OneTrust|TrustPilot=Trustpilot|SimilarWeb=Similarweb|SEMrush=Semrush|MoZ=Moz|HootSuite=Hootsuite|CrunchBase=Crunchbase|PitchBook|CB Insights
AngelList|ProductHunt=Product Hunt|Y Combinator|TechStars=Techstars|Andreessen Horowitz|SpaceX|OneWeb|BAE Systems|Lockheed Martin|Northrop Grumman|L3Harris|RTX|MTU|MBDA|KNDS|OHB|GKN|Leonardo|CAF|CNH|AGCO|JCB|CLAAS|John Deere|STIHL
HILTI=Hilti|WMF|BSH|AEG|SMEG|DeLonghi=De'Longhi|KitchenAid|SodaStream|LEGO|BIC|3i|DLA Piper|CMS|DAC Beachcroft|Norton Rose Fulbright|Allen & Overy|White & Case|Clifford Chance|Ernst & Young|Marks & Spencer|Tata Steel|Tata Motors|TCS|HCL
HCLTech|L&T|ITC|ONGC|NTT Data|DXC|CGI|EPAM|GFT|SII|ADP|UKG|SEI|FIS|NCR|MSCI|S&P Global|spglobal=S&P Global|FactSet|LSEG|CME Group|NYSE|NASDAQ=Nasdaq|eSkyTravel|iRobot|iFixit|iStock|iHeart=iHeart|iTunes|iCloud|ARM=Arm|TSB|NatWest|RBS
`;

const known = new Map<string, string>();
for (const entry of names.split(/[|\n]/)) {
  const [label, name] = entry.includes('=') ? entry.split('=') : [entry, entry];
  if (label && name) known.set(lettersOf(label), name.trim());
}

/** Lower-case letters and digits without marks: what a name and its domain share. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The spelling of a well-known company with this label, if it is one. */
export function knownName(label: string): string | undefined {
  return known.get(lettersOf(label));
}
