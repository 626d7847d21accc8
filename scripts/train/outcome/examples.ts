/*
 * Short invented texts to learn from besides the invented mails: what customers and reps commonly write, in four
 * languages, by the hand that wrote the lexicon. `+` agrees, `-` declines, `?` asks, `@` is about a time to meet, `i` is
 * the rest; `<` before it: received, `>`: sent.
 */
export const examples: Record<string, string> = {
  en: `
<+ Good news, procurement signed off this morning. Please send the invoice to accounts and let me know when onboarding can begin.
<+ Happy to confirm we'd like to go with the two-year option. Can you send over the paperwork?
<+ The order form is signed and attached. Who will be our contact for the setup?
<+ Yes, please go ahead on those terms. PO number to follow tomorrow.
<+ We have chosen you as our supplier. Legal will be in touch about the master agreement.
<+ Fine by me, the price works. When can your engineers start?
<+ Please renew us for another twelve months at the same rate.
<+ Let's do it. Put us down for twenty seats and add the support package.
<+ The committee voted in favour last night. We need the final contract by Monday so that the chair can sign it.
<+ We'll take the larger model. Could you tell me how long delivery takes?
<+ I've had a word with Jim and he is okay with it, so consider it ordered.
<+ Approved from our side. One thing though: please change the billing address.
<+ Everyone loved the pilot and I am putting it forward to the directors with my full support.
<+ Changes accepted, I have countersigned. Thank you for your patience with our lawyers.
<+ We want to extend to the other sites as well. Please amend the quote accordingly.
>+ Good news: my director has agreed to your discount. I'll send the revised contract today.
>+ We accept your redlines. The clean version is attached.
<- Thank you for the offer, but we have gone another way. Good luck.
<- After reviewing everything we won't be taking this further at present.
<- I'm afraid the project has been stopped, there is no money left for it this year. Maybe try again next autumn.
<- Please cancel our subscription with effect from the end of the month and confirm in writing.
<- We chose a competitor, mainly on price. Could you delete our data?
<- It's not for us, sorry. The team prefers what we have.
<- Management wants to wait until after the merger, so this is on ice. Can you get back to me next summer?
<- This is the fourth failure and I am losing patience. If it is not fixed by Friday we will move to another provider.
<- We are not going to renew. Please tell me what we need to do to hand back the devices.
<- Unless you reduce the price we will have to look at alternatives. I expect your answer this week.
<- Our parent company uses a different system and we have to follow. That means we are leaving at year end.
<- Head office turned it down. Nothing to do with your work.
>- I am sorry, but we cannot offer that price. It would be below our cost.
>- We have decided not to bid for this tender, as our capacity is full until spring.
<? How many users are included, and what does each additional one cost?
<? We have looked at the draft. Clause 7 is a problem for us, could you limit the liability to the contract value?
<? Since yesterday the export fails with an error. Can somebody look at it quickly?
<? Still waiting for the quote you promised last week. When can we expect it?
<? We are looking for a supplier of label printers and would like a proposal for 30 units.
<? The invoice is wrong, it shows twelve licences instead of ten. Please correct it.
<? Your price is about ten percent above what we had in mind. What can you do?
<? I like the demo. Before I can take it to my boss I need to know where the data is stored.
<? The delivery arrived with two boxes missing. Please send them as soon as possible.
<? We would need a certificate and two references before the board can decide.
<? Your system seems to do what we want. What would it cost for a school with 400 pupils?
<? Can you explain the difference between the two packages? My colleagues keep asking me.
<? Please find our requirements attached and let us have your best offer.
>? Have you had a chance to look at our proposal? I'd be glad to hear what you think.
>? Just checking whether the contract has reached your legal department. Is there anything you need from me?
>? Which of the two options do you prefer? And how many people would use it?
<@ Does Wednesday at 2 work for a call?
<@ Thursday is fine, see you at 11 in our office.
<@ I can't make it tomorrow, something has come up. Could we move to Friday morning?
<@ Sorry, running ten minutes late.
<@ I'm free on Monday after 3 or any time on Tuesday.
<@ Confirmed for the 12th at 9.30. Please report to reception.
<@ Could you come by on Tuesday to show it to our foreman?
<@ Please ring me tomorrow before noon.
>@ Great, let's speak on Thursday at 4. I'll send an invitation.
>@ Would next Tuesday at 10 suit you for the demo?
>@ See you Friday at 9, I'll bring the samples.
>@ I have to move our meeting on Monday. Are you free on Wednesday instead?
<i Just to let you know that I am leaving the company at the end of the month. My successor is Tom.
<i Nothing decided yet, the board meets in two weeks. I'll keep you posted.
<i As requested, here is the list of our sites. Let me know if you need more.
<i The parcel arrived today and everything looks fine.
<i Our office will be closed from Christmas until 6 January.
<i Thanks for the visit, the team learned a lot. We will discuss it internally.
<i Answers below. 1) Yes, two servers. 2) Windows. Please confirm that this is supported.
<i Please note our new bank details for future invoices.
<i We went live last Monday and the first week was quiet. People like the new screens.
<i I've forwarded your proposal to our finance team, they will come back to you.
<i Here are the drawings you asked for. Could you let me know that they arrived?
<i The person to talk to is Sarah in purchasing, I have copied her.
>i As promised, here is our proposal. The price includes installation. I'll call you next week.
>i Please find attached the minutes of our meeting. We will send the new schedule by Friday.
>i I have passed your ticket to our engineers and will update you this afternoon.
>i Here is the document you asked for. The discount is valid until the end of the month.
>i I'm handing your account over to my colleague Ben, who will introduce himself shortly.
<+ Great, that works for our budget. We'd like ten to begin with. Could you put it in writing?
<+ We had the partners' meeting on Tuesday and everybody is in. Send me whatever I have to sign.
<+ The trial did what we hoped, so we are keeping it. Can you invoice us quarterly?
<- I spoke to my boss and she does not want to spend anything before the new year. Can we talk again in February?
<- Quick heads up: we have lost our sponsor and everything new has been put back. Sorry about that.
<- Please take this as notice that we are leaving at the end of the term. What happens to our records?
<- This has gone wrong three times now and my directors want to see other offers. I expect an explanation today.
<? I've read through the terms. We can't live with clause 9, and 60 days is too long. Let me know how you see it.
<? You said we'd have the numbers by Monday. It's Wednesday. Please send them today.
<? We agreed on most points in the meeting, but two are open: the start date and the training. Please send us a revised plan.
<? The offer is good but we would need it in euros and without the setup fee.
<@ Tuesday is better than Monday for me, 10 rather than 9. Can you change the invite?
<@ Give me a call this evening after 6 and we'll talk it through.
<@ Either of those times is fine.
<@ Stuck in traffic, can we start at quarter past?
<@ Friday at 2 works for all of us. Please send an agenda beforehand.
<i Thomas, could you take care of the renewal with Ben? I am off from Monday, he will help you.
<i Today is my last day here. It was a pleasure working with you all.
<i Not yet, sorry. We are very busy until the end of the month. Try me again after that.
<i Here are the photos for the article. PS: could you send a new charger as well?
<i The finance people have set aside 20,000 for it and not a penny more. See what you can do.
<i He hasn't decided. I'll ask him again next week and ping you.
>i Please meet Anna, who will look after you from now on. She will call you this week.
>i Thanks for the call. Here is what we agreed: you send the data, we build the test system by Friday.
>@ Confirmed. See you Tuesday at 10.
`,
  de: `
<+ Die Geschäftsleitung hat zugestimmt, bitte schicken Sie uns die Auftragsbestätigung.
<+ Wir nehmen das Angebot an. Wann können Sie liefern?
<+ Anbei der unterschriebene Vertrag. Wer ist unser Ansprechpartner für die Einrichtung?
<+ Der Preis ist in Ordnung, legen Sie los.
<+ Gern verlängern wir um ein weiteres Jahr. Bitte passen Sie die Stückzahl auf vierzig an.
<+ Wir haben uns für Sie entschieden. Den Vertrag prüft noch unser Justiziar, bitte senden Sie ihn mir zu.
<+ Bitte liefern Sie die zehn Geräte wie angeboten an unser Lager.
<+ Das Budget ist freigegeben, wir können starten.
<+ Der Test hat uns überzeugt, wir behalten die Geräte. Rechnung bitte an die Zentrale.
<+ Von unserer Seite passt alles so, ich habe gegengezeichnet.
<+ Ich werde das der Geschäftsführung zur Annahme empfehlen.
<+ Hiermit beauftragen wir Sie mit der Wartung. Um Bestätigung wird gebeten.
>+ Ihr Wunschpreis ist genehmigt. Das angepasste Angebot schicke ich Ihnen heute.
>+ Wir sind mit Ihren Änderungen einverstanden, die Endfassung liegt bei.
<- Leider haben wir uns für einen Mitbewerber entschieden.
<- Wir müssen das Vorhaben auf nächstes Jahr verschieben, die Mittel wurden gestrichen. Melden Sie sich gern im Frühjahr wieder.
<- Hiermit kündigen wir fristgerecht zum Jahresende. Bitte bestätigen Sie uns das schriftlich.
<- Für uns kommt das im Moment nicht in Frage.
<- Wenn das bis Freitag nicht läuft, sehen wir uns nach einem anderen Anbieter um.
<- Der Vorstand hat die Anschaffung abgelehnt. Es lag nicht an Ihnen.
<- Danke für die Mühe, aber das ist uns zu teuer, wir bleiben bei unserem jetzigen System.
<- Ich gebe mein Geschäft zum Jahresende auf und brauche das Abo nicht mehr. Was muss ich tun?
<- Wir behalten uns rechtliche Schritte vor, falls Sie die Frist erneut nicht einhalten.
>- Das können wir zu diesem Preis leider nicht machen.
<? Was kostet die Lizenz für 50 Personen, und wie lange ist die Laufzeit?
<? Bitte senden Sie uns ein Angebot über drei Maschinen.
<? Seit heute früh kommen keine Belege mehr an, bitte schauen Sie sich das an.
<? Wir warten noch immer auf Ihre Rückmeldung zum Liefertermin.
<? Punkt 4 des Vertrags können wir so nicht unterschreiben. Bitte ändern Sie die Frist auf drei Monate.
<? Auf der Rechnung fehlt unsere Bestellnummer, bitte um Korrektur.
<? Grundsätzlich gefällt uns die Lösung. Ist beim Preis noch etwas möglich?
<? Unsere IT hätte gern noch die technischen Unterlagen, ohne die kommt es nicht in die Freigabe.
<? Die Lieferung war unvollständig, es fehlen zwei Kartons. Ich bitte um Nachlieferung.
<? Wir suchen eine neue Software und sind auf Sie gestoßen. Es wäre schön, Unterlagen zu bekommen.
<? Könnten Sie mir den Unterschied zwischen den Paketen erklären?
>? Konnten Sie schon einen Blick auf unser Angebot werfen? Über eine kurze Rückmeldung würde ich mich freuen.
>? Welche Variante ist Ihnen lieber, und wie viele Arbeitsplätze sollen es sein?
<@ Passt Ihnen Dienstag um 14 Uhr für ein Telefonat?
<@ Donnerstag geht bei mir, dann bis 10 Uhr bei uns im Haus.
<@ Ich muss unseren Termin morgen leider absagen. Ginge auch Freitag?
<@ Ich verspäte mich um eine Viertelstunde.
<@ Rufen Sie mich bitte morgen ab 13 Uhr an.
<@ Kommen Sie am Mittwoch vorbei, dann schauen wir uns die Halle an.
>@ Gerne, ich rufe Sie am Montag um 11 Uhr an.
>@ Dann sehen wir uns am 12. um 9 Uhr, die Einladung folgt.
>@ Können wir den Termin auf Donnerstag verlegen? Mir ist etwas dazwischengekommen.
<i Zur Information: Ab 1. Januar ist meine Kollegin Frau Lenz für Sie zuständig.
<i Anbei wie besprochen die Zeichnungen. Bitte kurz den Erhalt bestätigen.
<i Es gibt noch keine Entscheidung, der Ausschuss tagt erst im Dezember. Ich melde mich dann.
<i Unser Büro ist vom 23. Dezember bis 6. Januar geschlossen.
<i Die Geräte sind heute angekommen und laufen.
<i Die Vorführung war interessant, wir besprechen das jetzt intern.
<i Zu Ihren Fragen: ja, zwei Standorte, und die Daten liegen in Excel vor. Könnten Sie das Format prüfen?
<i Unsere neue Anschrift finden Sie unten, bitte ändern Sie das in Ihren Unterlagen.
>i Wie versprochen anbei unser Angebot, es gilt bis Monatsende. Ich melde mich nächste Woche bei Ihnen.
>i Anbei das Protokoll unseres Gesprächs. Den Zeitplan reiche ich bis Freitag nach.
>i Ich habe die Störung an unsere Technik gegeben und melde mich heute noch.
<+ Das passt für uns, wir nehmen acht Stück. Schicken Sie mir bitte etwas zum Unterschreiben.
<+ Die Referenz war überzeugend, wir möchten in die Verhandlung einsteigen. Wer führt die bei Ihnen?
<- Unser Chef will vor dem neuen Jahr nichts mehr ausgeben. Können wir im Februar noch mal sprechen?
<- Das ist jetzt das dritte Mal, wir holen bereits andere Angebote ein. Ich erwarte eine Erklärung.
<? Die Vorführung war gut. Gibt es dafür eine Förderung? Mein Mann rechnet es noch durch.
<? Ihr Preis liegt über dem des Mitbewerbers, da müssten Sie uns noch entgegenkommen.
<? Im Vertragsentwurf sind noch zwei Punkte offen. Bitte um eine überarbeitete Fassung.
<@ Montag ist schlecht, lieber Dienstag um 10. Ändern Sie die Einladung?
<@ bin ab 15 uhr erreichbar, rufen sie einfach an
<@ Wir müssen morgen leider absagen, Grippe. Geht es bei Ihnen am 3. oder 4.?
<i Paul, kümmerst du dich bitte um die Verlängerung? Ich bin ab morgen nicht mehr da, es war schön mit Ihnen.
<i Die Freigabe kommt nächste Woche, der Chef ist noch unterwegs.
<i Ja, zwei. Nein, nur im Lager. Dafür brauche ich noch Ihr Merkblatt.
>i Das schaue ich mir an, sobald ich zurück bin.
>@ Gut, dann übermorgen um 10 bei Ihnen.
`,
  fr: `
<+ La direction a donné son accord, vous pouvez nous envoyer le contrat.
<+ Nous acceptons votre proposition. Quand pouvez-vous livrer ?
<+ Ci-joint le devis signé. Merci de nous indiquer la date d'installation.
<+ C'est bon pour nous, vous pouvez lancer la commande.
<+ Nous souhaitons renouveler pour un an et ajouter cinq postes.
<+ Votre offre a été retenue, notre service juridique vous contactera.
<+ Veuillez trouver notre bon de commande. Merci d'en accuser réception.
<+ Le budget est validé, on démarre en janvier.
<+ L'essai nous a convaincus, nous gardons les appareils.
>+ Bonne nouvelle, la remise est accordée. Je vous envoie le contrat modifié demain.
>+ Nous acceptons vos modifications, la version définitive est jointe.
<- Nous avons choisi un autre prestataire, merci pour votre travail.
<- Le projet est repoussé à l'année prochaine faute de budget. Pourrez-vous me rappeler en mars ?
<- Je vous informe que nous résilions notre contrat au 31 décembre. Merci de confirmer par écrit.
<- Ce n'est pas pour nous, désolée.
<- Si le problème n'est pas réglé vendredi, nous changerons de fournisseur.
<- Le comité a refusé l'investissement.
<- C'est trop cher pour nous, nous restons avec notre outil actuel.
<- Je ferme mon entreprise et n'ai plus besoin du service. Comment dois-je procéder ?
>- Je suis désolé, nous ne pouvons pas descendre à ce prix.
<? Quel est le tarif pour trente utilisateurs ?
<? Merci de nous adresser un devis pour deux machines.
<? Depuis ce matin l'application ne fonctionne plus, pouvez-vous regarder ?
<? J'attends toujours votre réponse au sujet de la livraison.
<? L'article 5 nous pose problème, pourriez-vous le modifier ?
<? La facture comporte une erreur, merci de la corriger.
<? Le produit nous plaît, mais le prix est un peu élevé. Que pouvez-vous faire ?
<? Il nous manque deux cartons dans la livraison. Merci de faire le nécessaire.
<? Nous cherchons un nouveau logiciel et aimerions recevoir une présentation.
<? Avant de passer en comité il nous faudrait deux références et votre attestation.
>? Avez-vous pu regarder notre proposition ? Je reste preneur de votre avis.
>? Quelle option préférez-vous, et pour combien de personnes ?
<@ Seriez-vous disponible mardi à 14 h pour un appel ?
<@ Jeudi me convient, à 10 h dans nos bureaux.
<@ Je dois décaler notre rendez-vous de demain, vendredi serait possible ?
<@ J'aurai dix minutes de retard.
<@ Appelez-moi demain après 15 h.
>@ Parfait, je vous appelle lundi à 11 h.
>@ À jeudi 9 h, j'apporte les échantillons.
<i Pour information, ma collègue Julie reprend le dossier à partir de lundi.
<i Comme convenu, voici les plans. Dites-moi s'ils sont bien arrivés.
<i Rien n'est encore décidé, le conseil se réunit en janvier. Je vous tiendrai au courant.
<i Nos bureaux seront fermés du 24 décembre au 2 janvier.
<i Le matériel est bien arrivé et fonctionne.
<i Merci pour la démonstration, nous allons en parler en interne.
<i Voici nos nouvelles coordonnées bancaires.
>i Comme promis, vous trouverez ci-joint notre offre, valable jusqu'à la fin du mois. Je vous rappelle la semaine prochaine.
>i Voici le compte rendu de notre réunion. Je vous envoie le planning vendredi.
<+ Tope là. Vous pouvez m'envoyer le document à signer.
<+ Le conseil a voté le budget, les achats vous envoient la commande sous quinzaine.
<- Le patron ne veut plus rien dépenser cette année. On s'en reparle en février ?
<? Le devis est bien, mais il nous faudrait un échelonnement du paiement.
<? Voir la demande de mon collègue ci-dessous, je vous laisse lui répondre.
<@ Plutôt mardi à 10 h que lundi, pouvez-vous changer l'invitation ?
<i Le conseil n'a pas tranché, on en reparle en janvier. Je vous tiens informé.
<i Oui, deux. Non, seulement au dépôt. J'ai besoin de votre fiche technique.
>i Je m'en occupe dès mon retour.
`,
  es: `
<+ Dirección ha dado el visto bueno, podéis mandarnos el contrato.
<+ Aceptamos la oferta. ¿Cuándo podéis entregar?
<+ Adjunto el presupuesto firmado. Por favor, confirmadme la fecha de instalación.
<+ Por nosotros perfecto, adelante con el pedido.
<+ Queremos renovar un año más y añadir cinco usuarios.
<+ Os hemos elegido a vosotros, el departamento jurídico os escribirá.
<+ El presupuesto está aprobado, empezamos en enero.
<+ La prueba nos ha convencido y nos quedamos con los equipos.
>+ Buenas noticias: el descuento está aprobado. Te envío hoy el contrato.
>+ Aceptamos vuestros cambios, adjunto la versión final.
<- Al final nos hemos decidido por otro proveedor.
<- El proyecto queda para el año que viene por falta de presupuesto. ¿Me llamas en marzo?
<- Le comunico que damos de baja el servicio a final de año. Le ruego confirmación por escrito.
<- No nos encaja, lo siento.
<- Si no se arregla esta semana, cambiaremos de proveedor.
<- El consejo ha rechazado la inversión.
<- Es demasiado caro para nosotros, seguimos con lo que tenemos.
<- Cierro el negocio y ya no necesito el programa. ¿Qué tengo que hacer?
>- Lo siento, no podemos bajar a ese precio.
<? ¿Cuánto cuesta para treinta usuarios?
<? Por favor, envíenos un presupuesto para dos máquinas.
<? Desde esta mañana no funciona la aplicación, ¿podéis mirarlo?
<? Sigo esperando respuesta sobre la entrega.
<? La cláusula 5 no nos vale, ¿podría modificarla?
<? La factura tiene un error, le agradeceré que la corrija.
<? Nos gusta el producto, pero el precio es algo alto. ¿Qué podéis hacer?
<? En el envío faltaban dos cajas, necesitamos que nos las manden.
<? Buscamos un programa nuevo y nos gustaría recibir información.
<? Antes de llevarlo al comité necesitaríamos dos referencias.
>? ¿Has podido ver la propuesta? Me gustaría saber qué te parece.
>? ¿Qué opción prefieren y para cuántas personas?
<@ ¿Te viene bien el martes a las cuatro para una llamada?
<@ El jueves me va bien, a las diez en nuestra oficina.
<@ Tengo que cambiar la cita de mañana, ¿podría ser el viernes?
<@ Llego diez minutos tarde.
<@ Llámame mañana a partir de las tres.
>@ Perfecto, te llamo el lunes a las once.
>@ Nos vemos el jueves a las nueve, llevo las muestras.
<i Os informo de que mi compañera Laura llevará este tema a partir del lunes.
<i Como quedamos, te paso los planos. Dime si te han llegado.
<i Todavía no hay decisión, el consejo se reúne en enero. Os avisaré.
<i Nuestra oficina estará cerrada del 24 de diciembre al 6 de enero.
<i El material ha llegado bien y funciona.
<i Gracias por la demostración, lo vamos a comentar internamente.
<i Estos son nuestros nuevos datos bancarios.
>i Como te prometí, adjunto la oferta, válida hasta fin de mes. Te llamo la semana que viene.
>i Adjunto el acta de la reunión. El viernes te mando el calendario.
<+ Trato hecho, mándame lo que haya que firmar.
<+ Compras autorizó las licencias, la orden sale el lunes. Confirmen sus datos bancarios, por favor.
<- El jefe no quiere gastar nada más este año. ¿Lo hablamos en febrero?
<? Nos encaja mucho lo que vimos. Cuéntame cuánto costaría para doscientas personas.
<? El precio está por encima de lo previsto, habría que ajustarlo.
<@ Mejor el martes a las diez que el lunes, ¿cambias la convocatoria?
<@ ahora no puedo, llámame el viernes
<i No hay nada decidido, el comité se reúne en enero. Te digo algo.
<i Sí, dos. No, solo en el almacén. Necesito vuestra ficha técnica.
>i Me pongo con ello en cuanto vuelva.
`,
};
