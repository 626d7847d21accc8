/*
 * What words mean to a deal, one table a language: many words of one meaning, so that a mail's wording matters less. In
 * lower case without accents; `stem*` is any word that begins so, `two_words` stand beside each other. From general
 * knowledge of the languages, not from mail.
 */

type Table = Record<string, string>;

const english: Table = {
  not: "not no never cannot nothing nobody without neither nor don't doesn't didn't can't won't isn't aren't wasn't haven't hasn't couldn't wouldn't shouldn't unable hardly",
  maybe:
    'if unless until whether once would could might may should assuming provided depends depending subject_to when before in_case pending',
  agree:
    "agree agreed agrees accept* approv* okayed sign-off signoff sign_off signed_off deal happy_with fine_with good_with ok_with okay_with we're_in i'm_in count_us count_me on_board green_light go_for works_for_us sounds_good looks_good thumbs_up nodded authori* endors* cleared it_is sold convinced confirm_the_order in_favour in_favor",
  order:
    'order orders ordered ordering purchase purchas* buy buying po pos invoice_us bill_us take_the take_it take_them take_both book_the commission* procure*',
  sign: 'sign signs signed signing signature countersign* executed to_sign',
  keep: 'renew renewal renewing renews extend extending extension keep keeping continue continuing stay staying prolong* roll_over',
  go: "proceed proceeding go_ahead going_ahead move_forward moving_forward move_ahead moving_ahead going_live go_live kick_off kickoff get_started get_going start starting let's_do let's_go crack_on press_on full_steam go_with going_with roll_out pursue forward",
  choose:
    'chose chosen choose picked pick select* award* winner won prefer* shortlist* opted decided_on settle_on settled_on',
  recommend: 'recommend* champion* push_for put_forward propose_you vouch*',
  decline:
    'declin* reject* pass turn_down turned_down not_interested no_thanks no_thank uninterested interest regret* rule_out ruled_out against lost unsuccessful sorry_to_say bad_news opted_out refus*',
  stop: 'cancel* terminat* quit leave leaving end ends ending stop stopping withdraw* discontinu* drop dropping scrap* abandon* close closing retire* wind_down pull_out pulling_out pull_the_plug call_it_off called_off unsubscribe drop_out walk_away expire lapse',
  delay:
    'postpon* delay* put_off on_hold on_ice hold_off holding_off freez* froze* pushed defer* shelv* paus* later next_year new_year next_financial next_fiscal revisit* pick_this_up back_burner not_before parked wait_until waiting_until after_the_summer not_now not_this_year',
  lack: "budget budgets funds funding money afford cash expensive cost-cutting savings cuts cut overspent can't_justify cannot_justify capacity headcount resources layoffs",
  rival:
    'another competitor competitors rival different alternative alternatives elsewhere someone_else somebody_else in-house in_house incumbent other_vendor other_supplier other_provider switch switching',
  threat:
    'lawyer* legal solicitor* breach formal notice penalt* compensat* otherwise escalat* unacceptable exit damages cause liabilit* refund last_chance final_warning patience trust fed_up consequences reconsider* look_elsewhere terminate_for',
  trouble:
    "down broken breaks fail* error* wrong missing mistake* outage* late overdue crash* bug bugs stuck damaged faulty defect* issue issues problem* complain* disappoint* again third_time second_time doesn't_work not_working stopped_working incorrect poor slow double",
  meet: 'meeting meetings meet call calls demo visit appointment slot session invite calendar chat catch-up catch_up walkthrough workshop lunch coffee dinner webinar zoom teams video interview drop_by come_by come_over site_visit talk speak stop_by conversation',
  ring: 'call_me ring_me phone_me give_me_a_ring give_me_a_call give_us_a_call ring_us call_us try_me reach_me catch_me phone ring',
  move: 'reschedul* move instead shift push_back bring_forward make_it swap change_the_time another_time another_day rather rearrang* rain_check',
  suit: 'works work suits suit fits free available availability convenient good_for fine_for ok_for do_for can_do can_make either_day any_day any_time anytime either',
  see: 'see_you see_ya look_forward_to_meeting looking_forward_to_seeing speak_then talk_then speak_soon talk_tomorrow',
  project:
    'project projects rollout launch decision purchase_decision investment module plans initiative programme program phase migration',
  deal: 'contract contracts agreement offer proposal quote quotation quotations licence licences license licenses subscription bid tender terms paperwork order_form seats units tariff plan service account',
  price:
    'price prices pricing cost costs discount rate rates ballpark fee fees rebate quote figures how_much net payment per_seat per_user',
  wait: 'waiting chase chasing chaser overdue any_news reminder remind follow_up following_up heard_back still_waiting promised update_on any_update status',
  undecided:
    'undecided decide decides deciding decision not_yet nothing_yet still review reviewing discuss* considering consider evaluat* shortlist think thinking board committee council internally let_you_know get_back come_back keep_you_posted',
  request:
    'need needs please request* require* could_you can_you would_you will_you send want wants invite* ask asking like_to question questions clarif* redline* amend* change_clause interested looking_for enquir* inquir* help',
  thanks: 'thanks thank appreciate* grateful cheers kudos well_done',
  praise:
    'great love loved loves happy delighted pleased impressed proud excellent fantastic brilliant wonderful better smooth smoothly glad good_news thrilled worked_well gone_well',
  attach: 'attached attach enclosed enclose here_is here_are herewith uploaded in_the_attachment below',
  fyi: 'fyi heads_up inform informing note for_your_information for_your_records just_to_let to_let_you_know update left_the leaving_the taken_over took_over take_over takes_over successor replac* new_role retired moved last_day new_contact colleague contact_person introduce introducing meet_the in_copy copied wrong_person maternity answers retiring address office_closed closed',
  yes: 'yes yep yeah yup ok okay deal done agreed confirmed perfect sure absolutely great fine sounds sold',
  sadly: 'unfortunately sadly sorry afraid regret bad_news but however alas apolog*',
  next: 'next_step next_steps contract_negotiation negotiation legal_review raise_a_po raise_the_po onboarding kick-off start_date',
};

const german: Table = {
  not: 'nicht kein keine keinen keinem keiner nie niemals ohne weder noch_nicht nichts kaum',
  maybe:
    'wenn falls sofern ob sobald bevor erst konnte konnten wurde wurden ware waren vorausgesetzt unter_vorbehalt abhangig solange sollte sollten voraussichtlich',
  agree:
    'einverstanden zustimm* zugestimmt stimmen stimmt_zu genehmig* bewillig* freigegeben freigabe frei_gegeben akzeptier* angenommen annehmen nehmen_an passt_so passt_fur_uns abgenickt abgesegnet beschlossen zusage zugesagt sagen_zu grunes_licht grunem_licht in_ordnung geht_klar abgemacht abnahme uberzeugt ausgeraumt dafur befurwort* ok_von machen_wir deal',
  order:
    'bestell* auftrag beauftrag* auftragserteilung kaufen kaufe abnehmen nehmen_wir wir_nehmen ich_nehme nehme_ich dazu ordern ordere abruf buchen zuschlag geordert bezug beziehen',
  sign: 'unterschr* unterzeich* unterfertig* gegengezeichnet gezeichnet signier* unterschrift',
  keep: 'verlanger* behalten behalte weiter* fortsetz* fortfuhr* bleiben_dabei bleiben_bei_ihnen bleiben_treu',
  go: 'loslegen legen_los los_legen los starten start starten_wir beginnen anfangen umsetzen umsetzung einfuhren einfuhrung rollout weitermachen vertragsverhandlung* in_die_vertrags* durchstarten gehen_mit',
  choose: 'entschieden entscheid* gewahlt ausgewahlt fiel_auf wahl favorit* ausgesucht den_zuschlag',
  recommend: 'empfehl* vorschlag* furspr*',
  decline:
    'absag* abgesagt ablehn* abgelehnt absage absehen abstand interesse bedarf nicht_in_frage gegen verzicht* ausgeschieden nicht_berucksicht* bedauer* nichts_wird wird_nichts zuruckziehen zuruckzieh* ziehen_zuruck abspringen abgesprungen',
  stop: 'kundig* gekundigt storn* beend* aufhor* einstell* eingestellt abbrech* abgebrochen widerruf* auslaufen austritt abmelden zuruckgeben zurucktreten gestoppt stopp aufgeben schliess* auflos*',
  delay:
    'verschieb* verschoben zuruckgestell* zuruckstell* aufgeschoben vertagt vertag* auf_eis pausier* spater nachstes_jahr nachsten_jahr kommenden_jahr neues_jahr neuen_jahr fruhestens vorerst verzoger* warten_bis haushaltssperre liegen hinten_angestellt aufs_neue nach_hinten',
  lack: 'budget mittel geld teuer gestrichen gekurzt sparen kosten_senken kurzarbeit sparmassnahm* investitionsstopp kapazitat* leisten finanzierbar haushalt',
  rival:
    'anderer anderen anderes anderem mitbewerb* wettbewerb* konkurrenz alternativ* anderweitig woanders wechseln wechsel inhouse eigenentwicklung umsteigen',
  threat:
    'anwalt rechtsanwalt rechtlich* juristisch* frist nachfrist fristsetzung schadenersatz schadensersatz mahnung konsequenz* andernfalls ansonsten sonst abmahn* vertragsstrafe inakzeptabel geduld unzumutbar umsehen uberdenken vertrauen sonderkundigung* ausserordentlich*',
  trouble:
    'kaputt defekt* ausgefallen ausfall fehler* falsch fehlt fehlen gestort storung* reklam* beschadig* verspat* problem* funktioniert_nicht abgesturzt absturz geht_nicht haken enttausch* argerlich mangel wieder schon_wieder erneut hangt spinnt druckt_nicht dritten_mal',
  meet: 'termin termine besuch besuchen vorfuhrung treffen telefonat telefonieren gesprach besprechung videocall videokonferenz call einladung prasentation schulung workshop vorbeikommen vorbei_kommen rufe rufen_wir anrufe sprechen ortstermin meeting anruf kennenlernen',
  ring: 'anrufen rufen_sie ruf_mich ruf_an rufen durchrufen durchklingeln ruckruf zuruckrufen melden_sie klingeln anklingeln telefonisch erreichen erreichbar',
  move: 'verlegen verlegung statt stattdessen lieber umlegen vorziehen tauschen andern anderer_termin anderen_termin neuer_termin neuen_termin nach_hinten ausweich*',
  suit: 'passt passen passte recht frei zeit konnen_wir geht ginge einrichten klappt moglich verfugbar ausgehen halten_fest haut_hin',
  see: 'bis_montag bis_dienstag bis_mittwoch bis_donnerstag bis_freitag bis_morgen bis_dann sehen_uns wir_sehen',
  project:
    'projekt projekts vorhaben investition* entscheidung einfuhrung massnahme anschaffung umstellung modul phase planung ausschreibung beschaffung',
  deal: 'vertrag vertrage vertrags angebot angebote lizenz lizenzen abo offerte auftrag konditionen wartungsvertrag rahmenvertrag zusammenarbeit abonnement',
  price:
    'preis preise kosten rabatt nachlass skonto zahlungsziel gebuhr kostet preislich einkaufspreis stuckpreis nettopreis',
  wait: 'warte warten gewartet angekommen nachfassen nachgefragt erinner* ausstehend uberfallig versprochen noch_nichts immer_noch stand_der',
  undecided:
    'entscheiden entschieden_noch noch_nicht uberleg* prufen prufung vorstand gremium verwaltungsrat ruckmeldung gemeinderat durchrechnen abwarten besprechen intern horen_sie melden_uns melde_mich offen unentschieden schwanken',
  request:
    'bitte bitten bitt* brauchen brauche brauchten benotig* konnten_sie konnen_sie konntest kannst_du kannst suchen gern_noch hatte_gern hatten_gern ersuchen erbeten erbitten frage fragen wunschen mochten anfrag* interessieren wissen schicken_sie senden_sie klar* rechnung_bitte gibt_es',
  thanks: 'danke dank vielen_dank besten_dank bedanken dankeschon',
  praise:
    'super toll begeistert zufrieden freue freuen prima hervorragend gut_gelaufen spass klasse grossartig wunderbar uberzeugt lob gute_nachricht gute_nachrichten erfreut',
  attach: 'anbei anhang angehangt beigefugt beiliegend anlage hier_die hier_der hier_das hochgeladen',
  fyi: 'information info informier* zur_kenntnis hinweis ansprechpartner* nachfolg* kollegin kollege letzter_tag ubernimmt ubernehme ubernommen zustandig kopie ab_sofort neue_nummer neue_adresse elternzeit ruhestand wechsle antworten unten betriebsferien geschlossen umgezogen mitteilen',
  yes: 'ja jo gern gerne klar perfekt ok okay passt abgemacht einverstanden super bestatige bestatigt geht',
  sadly: 'leider bedauerlicherweise schade aber jedoch allerdings tut_mir tut_uns entschuldig*',
  next: 'vertragsverhandlung* verhandeln mustervertrag vertragsentwurf starttermin auftragsbestatigung',
};

const french: Table = {
  not: 'pas ne non jamais aucun aucune sans ni plus_besoin rien personne',
  maybe:
    'si sauf des_que avant_de une_fois lorsque quand a_condition serait pourrait pourrions serions sous_reserve eventuellement peut-etre devrait',
  agree:
    "accord accept* valid* approuv* banco feu_vert ca_marche ca_nous_va cela_nous_convient nous_convient ok_pour bon_pour d'accord accorde convaincu* favorable entendu c'est_bon parti vote adopte partant* conforme signe_pour on_y_va marche_conclu ca_roule",
  order:
    'command* bon_de_commande acheter achat achetons prenons je_prends nous_prenons on_prend passer_commande reserv* retenons',
  sign: 'sign* contresign* signature parapher paraphe',
  keep: 'renouvel* reconduire reconduction reconduisons prolong* garder gardons poursuivre poursuivons continuer continuons',
  go: 'lancer lancez lancons demarr* commencer commencez avancer avancons y_aller allons-y allez-y vous_pouvez_y mettre_en_place deployer go',
  choose: 'choisi* choix retenu* opte* selectionn* decid* tranche prefer*',
  recommend: 'recommand* conseiller appuyer soutenir defendre',
  decline:
    'declin* refus* rejet* renonc* suite defavorable interess* regret* non_merci ecart* contre sans_suite',
  stop: 'annul* resili* mettre_fin mettons_fin cess* arret* abandonn* quitter quittons fermer ferme fermons terminer retirer dedire desabonner suppression denonc*',
  delay:
    "report* repouss* suspend* gel gele* en_attente plus_tard annee_prochaine l'annee_prochaine an_prochain decal* differ* ajourn* en_pause reexamin* pas_avant d'ici_la remis* rentree",
  lack: 'budget budgets budgetaire credits moyens argent cher chere coupes economies tresorerie financement restriction*',
  rival: 'autre autres concurrent* concurrence ailleurs alternative* changer_de interne confrere prestataire',
  threat:
    'avocat juridique mise_en_demeure demeure penalit* prejudice dedommag* inadmissible inacceptable faute_de sinon a_defaut contentieux tribunal rupture patience consequence* recours confiance',
  trouble:
    'panne pannes erreur* defaut* retard* probleme* bug bugs casse* endommag* manqu* incorrect* faux fausse plant* dysfonctionn* reclamation encore decu* defectueu* ne_fonctionne bloqu* tombe* nouveau',
  meet: 'rendez-vous rdv reunion visio visioconference appel visite demonstration demo creneau rencontrer rencontre echange point entretien agenda dejeuner dejeuner formation passer venir telephone appeler seance',
  ring: 'rappel* appelez-moi appelle-moi joindre joignable passez-moi coup_de_fil appeler telephon*',
  move: 'decal* deplac* plutot au_lieu avancer changer_la_date autre_date autre_jour replanifi*',
  suit: "convient convenir dispo disponible disponibles libre libres va_bien irait possible arrange m'arrange nous_va me_va parfait_pour",
  see: 'a_lundi a_mardi a_mercredi a_jeudi a_vendredi a_demain voit on_se_voit au_plaisir rejoins retrouve',
  project:
    'projet projets deploiement decision investissement migration dossier chantier phase lancement appel_d',
  deal: 'contrat contrats offre devis proposition licence licences abonnement marche convention conditions commande',
  price:
    'prix tarif tarifs cout couts remise remises rabais cher payer paiement facturation montant chiffrage',
  wait: 'attends attendons attente toujours_pas relance relancer rappel promis sans_nouvelle sans_reponse encore_rien nouvelles tarde',
  undecided:
    'decider decision reflechir reflexion etudier etudions conseil comite commission encore tranche pas_encore examiner hesit* interne tenir_informe* reviens_vers reviendrai',
  request:
    "merci_de pourriez pouvez pourrais peux veuillez besoin faut faudrait souhait* voudr* demand* prier prie prions question questions envoyer voulons aimer* bienvenue precis* recevoir savoir svp s'il_vous",
  thanks: 'merci remerci* reconnaissant*',
  praise:
    'ravi* super content* satisfait* bravo excellent* formidable plaisir enchante* parfait genial reussi* felicit* bonne_nouvelle',
  attach: 'ci-joint ci-jointe ci-joints joint jointe piece_jointe pj voici trouverez',
  fyi: 'information informer informe informons note savoir interlocut* remplac* quitte succede collegue nouveau_numero nouvelle_adresse dernier_jour signale prevenir prend_la_suite retraite reponses copie desormais dorenavant fermeture fermes conges preciser',
  yes: "oui ok banco parfait d'accord entendu confirme volontiers tres_bien c'est_bon impeccable nickel",
  sadly: 'malheureusement helas desole* navre* mais cependant toutefois dommage',
  next: 'negoci* bon_de_commande prochaine_etape demarrage mise_en_service',
};

const spanish: Table = {
  not: 'no nunca ningun ninguna ninguno sin tampoco nada nadie ni',
  maybe:
    'si cuando en_cuanto antes_de salvo siempre_que podria podriamos seria depende condicion una_vez quiza quizas',
  agree:
    'acuerdo acept* aprob* autoriz* visto_bueno conforme* luz_verde adelante cerrado trato_hecho hecho vale_para dado_el_ok ok_para convence* convencid* confirmamos_el nos_encaja dale va_que_va le_entramos jalamos nos_parece_bien me_parece_bien',
  order:
    'pedido pedidos orden_de_compra compr* encarg* pedimos contrat* nos_quedamos_los me_quedo_con nos_llevamos adquir*',
  sign: 'firm* rubric* contrafirm*',
  keep: 'renov* prorrog* ampli* mantener mantenemos seguir seguimos continu*',
  go: 'adelante empez* empiec* arranc* arranque proced* procede avanz* poner_en_marcha en_marcha comenz* comienc* lanzar podeis_empezar',
  choose: 'elegi* escog* eleccion seleccion* decid* decant* optado optamos ganador* adjudic*',
  recommend: 'recomend* propondr* defender* apoy*',
  decline: 'rechaz* declin* descart* renunci* interes* interesa desestim* lament* no_gracias desist*',
  stop: 'cancel* rescind* dar_de_baja baja anul* termin* cerrar cierro cierra dejamos dejar finaliz* abandon* retir* suspend* prescind*',
  delay:
    'aplaz* pospon* pospuesto* retras* pausa en_pausa congel* mas_adelante proximo_ano ano_que_viene siguiente_ano ano_proximo paraliz* aparc* stand-by espera_hasta hasta_nuevo despues_del_verano detenid* parad* diferir',
  lack: 'presupuesto_cerrado presupuestari* recorte* dinero caro cara fondos partida liquidez sin_presupuesto presupuesto inversion* gasto*',
  rival:
    'otro otra otros competencia competidor* alternativ* cambiar_de cambiamos distinto interno proveedor*',
  threat:
    'abogad* legal* burofax reclamacion penaliz* indemniz* inaceptable contrario inadmisible denuncia* incumpl* paciencia demanda consecuencia* confianza requerimiento',
  trouble:
    'averia* fallo* falla* error* roto* rota problema* retraso* equivocad* mal falta faltan defect* caid* no_funciona incidencia* incorrect* otra_vez danad* molest* decepcion* queja*',
  meet: 'reunion reuniones cita llamada visita videollamada demo demostracion hueco junta cafe comida quedar quedamos vernos presentacion sesion agenda convocatoria charla hablar pasar',
  ring: 'llama llamame llameme llamar llamad* marcame marqueme telefono llamenos localiz*',
  move: 'cambiar mover movemos adelantar atrasar en_lugar en_vez mejor otro_dia otra_hora otra_fecha reprogram* reagend* pasar_la',
  suit: 'bien viene_bien va_bien disponible disponibles libre libres puedo podemos perfecto_el queda_bien conviene sirve me_viene nos_viene',
  see: 'nos_vemos hasta_el hasta_manana hasta_el_lunes alli_estare te_veo os_espero le_espero te_espero',
  project: 'proyecto proyectos decision implantacion lanzamiento inversion despliegue migracion fase compra',
  deal: 'contrato contratos oferta ofertas presupuesto propuesta licencias licencia servicio suscripcion cotizacion convenio',
  price:
    'precio precios coste costes costo descuento tarifa* pago cuanto_cuesta cuanto_costaria importe condiciones',
  wait: 'espera esperando sigo_esperando pendiente recordatorio todavia aun seguimos_sin sin_noticias prometi* sin_respuesta recordar novedad* noticias',
  undecided:
    'decidir decidido decision aun_no todavia_no consejo comite direccion revisar estudiar valorar consult* pensar interno os_digo te_digo le_aviso te_aviso informaremos',
  request:
    'por_favor necesit* podria* puede puedes podeis podrias favor rogamos ruego agradec* solicit* quisiera* querria* pedir pregunta preguntas duda dudas mandame enviame cuentame saber gustaria urge precis* como_puedo que_pasos hace_falta',
  thanks: 'gracias agradecid*',
  praise:
    'genial encantad* content* estupendo fenomenal excelente perfecto feliz gusto enhorabuena satisfech* maravill* buena_noticia buenas_noticias',
  attach: 'adjunt* anexo anexos aqui_tiene aqui_tienes aqui_va le_paso te_paso',
  fyi: 'informar informo informamos aviso comunic* jubil* sustitu* companer* ultimo_dia contacto nuevo_numero traslado cambio_de nueva_direccion copia a_partir_de relevo respuestas cerrados vacaciones encarga_de quedar_en',
  yes: 'si vale ok perfecto hecho claro dale confirmado confirmo adelante listo estupendo',
  sadly: 'lamentablemente desafortunadamente desgracia pero lamento siento sentimos pena lastima disculp*',
  next: 'negoci* orden_de_compra proximo_paso puesta_en_marcha arranque',
};

const italian: Table = {
  not: 'non nessun nessuna nessuno mai senza niente nulla ne',
  maybe: 'se qualora quando prima_di appena sarebbe potrebbe potremmo salvo a_condizione',
  agree:
    "accordo accett* approv* va_bene_cosi va_bene ok_per d'accordo confermiamo_l'ordine benestare via_libera procediamo affare_fatto autorizz*",
  order: 'ordin* acquist* compr* prendiamo prendo',
  sign: 'firm* controfirm* sottoscri*',
  keep: 'rinnov* prorog* continu* mantenere',
  go: 'procedere procediamo procedete partire partiamo iniziare iniziamo avviare avanti',
  choose: 'scelto scelta scegli* deciso decidere optato selezion*',
  decline: 'rifiut* declin* rinunc* interess*',
  stop: 'annull* disdi* recess* interromp* cess* chiud* disdetta',
  delay: 'rinvi* posticip* sospes* sospend* rimand* piu_avanti prossimo_anno congel* slitt*',
  lack: 'budget soldi fondi caro costoso tagli',
  rival: 'altro altri altra concorren* alternativ*',
  threat: 'avvocato legale diffida penale risarcimento inaccettabile altrimenti',
  trouble: 'guasto errore errori problema problemi difett* ritardo manca mancano sbagliat* rotto reclamo',
  meet: 'riunione incontro appuntamento chiamata visita videochiamata demo telefonata presentazione sopralluogo',
  ring: 'chiamami chiamarmi mi_chiami richiam* telefon*',
  move: 'spostare spostiamo anticipare invece cambiare altra_data altro_giorno',
  suit: 'bene disponibile disponibili libero libera andrebbe va_bene_per possibile',
  see: 'ci_vediamo a_presto a_domani a_lunedi a_martedi a_mercoledi a_giovedi a_venerdi',
  project: 'progetto progetti decisione investimento',
  deal: 'contratto offerta preventivo proposta licenze abbonamento clausola rinnovo bozza',
  price: 'prezzo prezzi costo sconto tariffa',
  wait: 'attesa aspett* sollecit* ancora promesso',
  undecided: 'decidere valut* consiglio ancora discut*',
  request:
    'prego chied* potrebbe potete puo puoi bisogno serve richied* mandami domanda domande vorrei vorremmo cortesia favore elimin* modific*',
  thanks: 'grazie ringrazi*',
  praise: 'ottimo content* felice perfetto soddisfatt* complimenti',
  attach: 'allegat* allego ecco',
  fyi: 'inform* comunic* collega sostitu* nuovo_numero ultimo_giorno pensione',
  yes: 'si ok perfetto certo confermo volentieri benissimo',
  sadly: 'purtroppo mi_dispiace ma spiace',
};

const dutch: Table = {
  not: 'niet geen nooit zonder niets',
  maybe: 'als indien zodra wanneer zou zouden mits of',
  agree:
    'akkoord goedgekeurd goedkeur* accepteren aanvaard* groen_licht ga_je_gang prima_zo instemmen ingestemd deal',
  order: 'bestel* bestelling koop* kopen opdracht afnemen nemen_we order',
  sign: 'teken* getekend ondertekend* onderteken* handtekening',
  keep: 'verleng* behouden doorgaan voortzetten',
  go: 'starten beginnen doorgaan van_start ga_maar vooruit aan_de_slag',
  choose: 'gekozen kiezen besloten keuze',
  decline: 'afwijz* afgewezen zien_af afzien interesse bedanken_voor',
  stop: 'opzegg* opgezegd annuler* stoppen beeindig* zeggen_op',
  delay: 'uitstel* uitgesteld volgend_jaar later on_hold doorgeschoven verschoven',
  lack: 'budget geld duur bezuinig*',
  rival: 'andere ander concurrent* elders',
  threat: 'advocaat juridisch* ingebrekestelling schadevergoeding anders onacceptabel',
  trouble: 'kapot storing* fout* probleem problemen ontbreekt defect klacht vertraging',
  meet: 'afspraak overleg vergadering bezoek gesprek bellen demo langskomen',
  ring: 'bel_me bel_mij bellen terugbellen',
  move: 'verzetten verplaatsen in_plaats liever andere_datum',
  suit: 'past schikt beschikbaar vrij komt_goed_uit uitkomt kan',
  see: 'tot_dan tot_maandag tot_dinsdag tot_woensdag tot_donderdag tot_vrijdag tot_morgen',
  project: 'project projecten besluit beslissing investering',
  deal: 'contract offerte voorstel licenties licentie overeenkomst abonnement',
  price: 'prijs prijzen kosten korting tarief',
  wait: 'wacht wachten herinner* nog_niets',
  undecided: 'beslissen besluiten overleggen directie nog_niet bekijken',
  request: 'graag kunt kun kan_u zou_u nodig alstublieft vraag vragen verzoek*',
  thanks: 'bedankt dank',
  praise: 'blij tevreden geweldig fijn mooi top',
  attach: 'bijlage bijgevoegd hierbij',
  fyi: 'informer* collega opvolger laatste_dag neemt_over laten_weten',
  yes: 'ja prima akkoord ok goed perfect',
  sadly: 'helaas jammer maar sorry',
};

const portuguese: Table = {
  not: 'nao nunca nenhum nenhuma sem nada',
  maybe: 'se quando assim_que antes_de seria poderia caso',
  agree: 'aprov* aceit* acordo de_acordo autoriz* fechado pode_seguir luz_verde confirmamos_a',
  order: 'encomend* pedido compr* contrat* adquir*',
  sign: 'assin*',
  keep: 'renov* prorrog* continu* manter',
  go: 'avanc* seguir comec* arrancar iniciar prosseguir',
  choose: 'escolh* decid* optamos optado',
  decline: 'recus* declin* rejeit* desist* interesse interessa',
  stop: 'cancel* rescind* encerr* termin* anular',
  delay: 'adi* adiar adiado suspens* suspend* posterg* proximo_ano ano_que_vem mais_tarde congel*',
  lack: 'orcamento_cortado verba dinheiro caro cortes orcamental',
  rival: 'outro outra concorren* alternativ* fornecedor',
  threat: 'advogad* juridic* multa indemniz* inaceitavel caso_contrario',
  trouble: 'avaria* erro* problema* falha* atraso* defeito* errad*',
  meet: 'reuniao visita chamada encontro demonstracao agendar',
  ring: 'ligue-me liga-me ligar telefon*',
  move: 'remarcar mudar em_vez antecipar outra_data',
  suit: 'disponivel livre pode_ser da_jeito funciona',
  see: 'ate_segunda ate_amanha ate_la vemo-nos',
  project: 'projeto projetos projecto decisao investimento',
  deal: 'contrato proposta orcamento licencas licenca oferta',
  price: 'preco precos custo desconto valor',
  wait: 'aguard* espera pendente ainda',
  undecided: 'decidir administracao analisar avaliar',
  request: 'favor poderia pode precis* gostaria solicit* pergunta agradec* enviar',
  thanks: 'obrigad*',
  praise: 'otimo excelente content* satisfeit* perfeito',
  attach: 'anexo segue em_anexo',
  fyi: 'inform* colega substitu* ultimo_dia',
  yes: 'sim ok perfeito claro confirmo combinado',
  sadly: 'infelizmente lament* mas',
};

interface Lexicon {
  words: Map<string, string[]>;
  stems: Map<string, string[]>;
}

function lexiconOf(table: Table): Lexicon {
  const lexicon: Lexicon = { words: new Map(), stems: new Map() };
  for (const [concept, list] of Object.entries(table)) {
    for (const entry of list.split(' ')) {
      const into = entry.endsWith('*') ? lexicon.stems : lexicon.words;
      const key = entry.replace(/\*$/, '').replaceAll('_', ' ');
      into.set(key, [...(into.get(key) ?? []), concept]);
    }
  }
  return lexicon;
}

const tables: Record<string, Table> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  nl: dutch,
  pt: portuguese,
};
const ready = new Map<string, Lexicon>();

/** What is meant by the words from `at` on, and how many words that takes. */
export interface Meant {
  at: number;
  concepts: readonly string[];
}

const LONGEST_PHRASE = 4;

/** The language's lexicon, built when first asked for; null where there is none. */
function lexicon(lang: string): Lexicon | null {
  const known = ready.get(lang);
  if (known) return known;
  const table = tables[lang];
  if (!table) return null;
  const made = lexiconOf(table);
  ready.set(lang, made);
  return made;
}

/** The words of a sentence that `plain` gave: letters, with what joins them inside. */
export function wordsOf(simple: string): string[] {
  return (simple.match(/[a-z]+(?:['-][a-z]+)*|\d+/g) ?? []).slice(0, 120);
}

/** What the words mean, in their order. Linear. */
export function meantBy(words: readonly string[], lang: string): Meant[] {
  const own = lexicon(lang);
  if (!own) return [];
  const found: Meant[] = [];
  for (let at = 0; at < words.length; at++) {
    const concepts = new Set<string>();
    let phrase = '';
    for (let size = 0; size < LONGEST_PHRASE && at + size < words.length; size++) {
      phrase += (size === 0 ? '' : ' ') + (words[at + size] ?? '');
      for (const each of own.words.get(phrase) ?? []) concepts.add(each);
    }
    const word = words[at] ?? '';
    for (const part of [word, ...(word.includes("'") ? [word.slice(word.indexOf("'") + 1)] : [])]) {
      for (let size = 2; size <= Math.min(part.length, 14); size++)
        for (const each of own.stems.get(part.slice(0, size)) ?? []) concepts.add(each);
      if (part !== word) for (const each of own.words.get(part) ?? []) concepts.add(each);
    }
    if (concepts.size > 0) found.push({ at, concepts: [...concepts] });
  }
  return found;
}
