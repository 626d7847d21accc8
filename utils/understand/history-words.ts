/*
 * The words with which mail programs introduce history, in many languages. Compared lower-cased, by look-up, never by
 * one long expression.
 */

export type HeaderKind = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other';

function table(entries: Record<HeaderKind, string>): Map<string, HeaderKind> {
  const result = new Map<string, HeaderKind>();
  const kinds: HeaderKind[] = ['from', 'date', 'to', 'cc', 'subject', 'other'];
  for (const kind of kinds) for (const label of entries[kind].split('|')) result.set(label, kind);
  return result;
}

/** Labels of the lines above a quoted or forwarded mail: English, German, French, Spanish, Portuguese, Italian, Dutch, Nordic, Slavic, Japanese … */
export const headerLabels = table({
  from: 'from|von|de|da|van|från|fra|lähettäjä|od|от|от кого|від|kimden|gönderen|feladó|expéditeur|expediteur|remitente|mittente|差出人|送信元|发件人|寄件者|보낸 사람|מאת|من|absender|sender|desde|de la|nadawca|odesílatel|odosielateľ|expeditor|saatja|dari|отправитель',
  date: "sent|date|message du|message envoyé|gesendet|datum|envoyé|envoye|date d'envoi|enviado|enviado el|enviada em|enviado em|fecha|data|inviato|verzonden|skickat|sendt|dato|lähetetty|päivämäärä|päiväys|wysłano|wysłane|data wysłania|odesláno|dátum|odoslané|дата|отправлено|надіслано|tarih|gönderildi|gönderme tarihi|küldve|elküldve|送信日時|日付|发送时间|日期|傳送日期|보낸 날짜|날짜|date de l'envoi|date et heure|dată|trimis|kuupäev|sendt den|terkirim|tanggal",
  to: 'to|an|à|a|para|per|aan|till|til|vastaanottaja|do|dla|komu|кому|kime|alıcı|címzett|宛先|送信先|收件人|收件者|받는 사람|אל|إلى|destinataire|destinatario|destinatário|naar|empfänger|către|adresat|pro|saaja|destinataires|για|προς|kepada|untuk',
  cc: 'cc|kopie|copie|copie à|copia|cópia|kopia|kopi|kopio|dw|копия|копія|másolatot kap|másolat|抄送|副本|참조|bcc|c.c.|kopie an|ckopie|udostępniono|kópia|bilgi|cc:|skrytá kopie|tembusan',
  subject:
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|konu|tárgy|件名|主题|主題|主旨|제목|נושא|الموضوع|sujet|subiect|betr.|betr|teema|θέμα|title|judul|perihal|subjek',
  other:
    'reply-to|antwort an|répondre à|responder a|importance|wichtigkeit|priority|priorität|attachments|anlagen|pièces jointes|organization|organisation|newsgroups|x-mailer|message-id|importanza|belang|reply to|antwoord aan|mailed-by|answer to|answer-to|répondre à|responder para|rispondi a|svara till|svar til|vastausosoite|odpowiedź do|odpovědět|yanıtla|válaszcím|返信先|回复|回复至|ответить',
});

/** Between dashes, or alone with a colon, above a quoted or forwarded mail. */
export const separatorPhrases = new Set(
  (
    "original message|original-nachricht|originalnachricht|ursprüngliche nachricht|original appointment|ursprünglicher termin|message d'origine|message original|message transféré|" +
    "messages d'origine|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|" +
    'messaggio originario|oorspronkelijk bericht|oorspronkelijke bericht|doorgestuurd bericht|originalmeddelande|ursprungligt meddelande|' +
    'vidarebefordrat meddelande|vidarebefordrat mejl|oprindelig meddelelse|oprindelig besked|wiadomość przesłana dalej|przekazana wiadomość|перенаправлене повідомлення|mensagem reencaminhada|メッセージを転送|opprinnelig e-post|opprinnelig melding|videresendt meddelelse|videresendt melding|videresendt e-mail|' +
    'alkuperäinen viesti|välitetty viesti|edelleenlähetetty viesti|wiadomość oryginalna|oryginalna wiadomość|wiadomość przekazana|přeposlaná zpráva|' +
    'původní zpráva|původní e-mail|preposlaná správa|pôvodná správa|исходное сообщение|пересылаемое сообщение|переадресованное сообщение|пересланное сообщение|' +
    'оригінальне повідомлення|переслане повідомлення|original e-mail|original email|forwarded message|forwarded by|begin forwarded message|begin forwarded message from|' +
    'weitergeleitete nachricht|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|début du message réexpédié|début du message transféré|reenviado por|' +
    'inicio del mensaje reenviado|início da mensagem reenviada|início da mensagem encaminhada|inizio messaggio inoltrato|begin doorgestuurd bericht|' +
    'vidarebefordrat brev|påbörja vidarebefordrat meddelande|start på videresendt besked|videresendt besked|start på videresendt melding|välitetty viesti alkaa|' +
    'początek przekazywanej wiadomości|začátek přeposílané zprávy|začiatok preposlanej správy|начало переадресованного сообщения|начало пересылаемого сообщения|' +
    'початок листа, що пересилається|iletilen ileti|yönlendirilen ileti|orijinal mesaj|özgün ileti|iletilmiş mesaj|iletinin başlangıcı|továbbított üzenet|továbbított levél kezdete|eredeti üzenet|' +
    'mesaj redirecționat|mesaj original|mesaj retransmis|mesaj transmis|începe mesajul redirecționat|転送されたメッセージ|元のメッセージ|転送|原始邮件|转发邮件信息|转发的邮件|轉寄郵件|原始郵件|원본 메시지|전달된 메시지|' +
    'απόσπασμα|αρχικό μήνυμα|προωθημένο μήνυμα|message forwarded|forwarded mail|mail original|missatge reenviat|missatge original|proslijeđena poruka|edastatud kiri|' +
    'originele bericht|origineel bericht|doorgestuurde bericht|ursprungsnachricht|weitergeleitet|reply message|forwarded email|forwarded e-mail|original mail|last message|mensagem reenviada|messaggio reindirizzato|' +
    'message transmis|courriel original|courriel transféré|message initial'
  ).split('|'),
);

/** "wrote", with what can stand around it. Word by word, so that a look-up is enough. */
export const writingVerbs = new Set(
  (
    'wrote|writes|said|schrieb|schrieben|geschrieben|schreibt|écrit|ecrit|escribió|escribio|escrito|escribe|escreveu|scritto|scrisse|scrive|schreef|' +
    'geschreven|skrev|skrivit|skriver|kirjoitti|napisał|napisała|napisał(a)|pisze|napsal|napsala|napsal(a)|napísal|napísal(a)|написал|написала|написал(а)|писал|пишет|пише|написав|' +
    'yazdı|írta|scris|kirjutas|έγραψε|escreveu|wrote:|geantwortet|heeft|skrifaði|ha|va'
  ).split('|'),
);
/** Verbs of languages that put no spaces. */
export const unspacedVerbs = ['写道', '寫道', '书きました', '書きました', 'のメール', '작성', '님이', '写到'];

/** How a line begins that tells when somebody wrote: "On …", "Am …", "Le …". */
export const attributionStarts = new Set(
  'on|am|le|el|em|il|op|den|w|dnia|dne|dňa|på|pe|la|a|в|on:|le:|at|ter|tis|στις|de|from|von|quoting|zitat|citando|2|in'.split(
    '|',
  ),
);
