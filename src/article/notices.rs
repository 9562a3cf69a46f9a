//! Words of notices: calls to subscribe, advertisements, consent, credits, pointers to other texts.
//!
//! One such word proves nothing (an article may be about newsletters); how many there are for the
//! length of a block is a number that the block model weighs. Own curation, in the languages of the
//! language registry that part words by spaces.

use super::known::Known;

static WORDS: Known<218> = Known::new(
    "subscribe subscriber subscribers subscription subscriptions newsletter \
newsletters inbox unsubscribe cookie cookies consent advertisement advertising advert sponsored \
affiliate commission login register registration signup premium paywall gdpr privacy partners \
whatsapp telegram facebook twitter instagram linkedin youtube copyright photograph photographer \
getty shutterstock credit credits podcast listen click download app comments reprints \
permissions terms browser javascript updated published editor email tips donate \
abonnieren abo abonnement abonnenten anmelden registrieren einwilligung datenschutz \
datenschutzerklärung anzeige werbung foto fotos bild quelle kommentare teilen weiterlesen \
inhalte externen redaktion autor leserbriefe angebot kostenlos postfach \
abonnez abonnés abonné inscrivez inscription infolettre publicité crédit partager commentaires \
données consentement réservé lire aussi \
suscríbete suscripción suscriptores suscriptor boletín publicidad imagen comparte comentarios \
privacidad regístrate lea también \
abbonati abbonamento iscriviti pubblicità condividi commenti leggi anche riservata \
assine assinante assinantes assinatura inscreva publicidade imagem leia compartilhe comentários \
abonneer nieuwsbrief advertentie lees ook delen reacties toestemming beeld \
zapisz subskrybuj prenumerata reklama zdjęcie fot czytaj też udostępnij komentarze źródło \
prenumerera abonner nyhetsbrev nyhedsbrev annons annonse annonce läs også också \
abone bülten reklam fotoğraf yorum kaynak \
подписаться подпишитесь подписка рассылка реклама фото читайте также комментарии источник \
підписатися підпишіться також коментарі джерело \
اشترك النشرة إعلان صورة اقرأ أيضا المصدر اشتراک خبرنامه تبلیغات عکس منبع \
विज्ञापन सब्सक्राइब फोटो 구독 광고 사진 기자 무단 재배포 quảng ảnh nguồn \
berlangganan iklan baca juga sumber διαφήμιση φωτογραφία εγγραφή διαβάστε פרסומת צילום הרשמה",
);

/// How many of the first sixty words are words of notices.
pub fn count(words: &[u32]) -> u32 {
    let mut count = 0;
    for &word in words.get(..60).unwrap_or(words) {
        count += u32::from(WORDS.holds(word));
    }
    count
}

#[cfg(test)]
mod tests {
    use crate::article::words::Words;

    #[test]
    fn counts() {
        let cases = [
            ("Subscribe to our newsletter.", 2),
            ("Lees ook: de dam", 2),
            ("The dam broke at noon.", 0),
            ("ПОДПИСАТЬСЯ", 1),
            ("", 0),
        ];
        for (text, count) in cases {
            let mut words = Words::default();
            words.add(text);
            assert_eq!(super::count(&words.hashes), count, "{text}");
        }
    }
}
