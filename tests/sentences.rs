//! Segmentation by named cases, in the manner of the rules that they prove; sentences are our own.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;
use standfirst::language::{UNKNOWN, by_tag};
use standfirst::sentence::segment;
use unicode_segmentation::UnicodeSegmentation;

/// Name, language, the sentences; `|` marks where they part.
const CASES: &[(&str, &str, &str)] = &[
    ("titles", "en", "Mrs. Alder met Dr. Quill at noon.| They spoke for an hour."),
    ("initials", "en", "The bridge was drawn by J. R. Holm.| It stood for a century."),
    ("the pronoun I", "en", "She knew more than I.| She said so."),
    ("abbreviation that ends", "en", "They sell nails, screws, etc.| Nobody buys them."),
    ("company before a starter", "en", "He works for Tidewater Inc.| The firm makes rope."),
    ("company before a name", "en", "The Tidewater Inc. Foundation gave nothing."),
    ("country", "en", "The U.S. Senate voted.| It was late."),
    ("time", "en", "The gates close at 6 p.m.| Visitors must leave."),
    ("number before figure", "en", "See p. 55 of the report.| It is short."),
    ("decimals and addresses", "en", "It costs 3.50 at shop.example.org today.| Ask there."),
    ("ellipsis goes on", "en", "Well ... perhaps not today.| Tomorrow."),
    ("spaced ellipsis", "en", "What I mean . . . I cannot say.| Go."),
    ("question inside", "en", "\"Why?\" he asked the guard.| Nobody knew."),
    ("quotation closes", "en", "\"We will not pay.\"| The mayor left."),
    ("curly quotation closes", "en", "“We will not pay.”| The mayor left."),
    ("bracket closes", "en", "(The vote was close.)| It passed."),
    ("reference marks", "en", "The dam is old.[12]| It leaks."),
    ("marks alone", "en", "The end.\n* * *|\nAnother day began."),
    (
        "dateline with hyphens",
        "en",
        "HARBURY, Wis. (AP) -- The old bridge is closed.| Nobody knows why.",
    ),
    ("dateline", "en", "HARBURY, Wis. (AP) — The old bridge is closed.| Nobody knows why."),
    ("emoji", "en", "We won! 🎉| The town sang."),
    ("emoji of the next sentence", "be", "Глядзіце!| ⚡️У горадзе дождж."),
    ("a request", "ko", "가까운 약국 알려줘| 내일 비가 오나요| 우산이 필요 없다."),
    ("quotation and full stop", "zh", "她问：“谁来付钱？”。|没有人回答。"),
    ("an acronym", "eu", "Gobernuko ministroek adierazi zuten ETA desagertu zela."),
    ("a ratio ends", "en", "The odds were 1:1.| After that nobody bet."),
    ("the first item", "fi", "Toimi näin:| 1. Avaa ovi.| Sulje se."),
    ("list in one line", "en", "1) Milk| 2) Bread| 3) Salt"),
    ("glued sentences", "en", "The rain stopped.|The game went on."),
    ("glued behind a hyphen", "fr", "Le pont rouvre, explique-t-il.|C'est sûr."),
    ("glued behind a quotation", "fr", "Elle a dit \"oui\".|Le pont rouvre."),
    ("glued before a quotation", "fr", "Le pont rouvre, dit-elle.|\"Il est sûr\", dit-il."),
    ("glued between quotations", "fr", "Elle dit: \"Le pont rouvre.\"|Il est sûr."),
    ("line breaks", "en", "First line|\nSecond line"),
    ("ordinals", "de", "Am 3. Mai tagt der Rat.| Der Streit geht weiter."),
    ("abbreviations", "de", "Viele Gäste, z. B. aus Polen, kamen.| Es war voll."),
    (
        "millions",
        "de",
        "Das kostet weitere 40 Mio. Euro.| Der Bund zahlt 3 Mrd.| Das Land zahlt nichts.",
    ),
    ("German quotation", "de", "„Das ist falsch.“| So sagte es die Ministerin."),
    ("spaced guillemets", "fr", "« Nous partons ! »| Personne n'a bougé."),
    ("currency behind an amount", "de", "Der Damm hat 20 Mio. € gekostet.| Er hält."),
    ("guillemet parted", "fr", "« Nous restons.| Nous paierons dès 2028. »| Il sourit."),
    ("French titles", "fr", "M. Lenoir a parlé.| La salle écoutait."),
    ("a French title before an article", "fr", "Le pont fermera, dit M. Le Goff.| Il pleut."),
    ("inverted marks", "es", "¿Quién llamó?| ¡Nadie!| La Sra. Vega lo negó."),
    ("dialogue after a dash", "pl", "– Kto tam?| – Nikt."),
    ("years", "ru", "Завод построен в 1954 г. на берегу.| Он стоит до сих пор."),
    ("initials", "ru", "Проект сделал А. П. Лосев.| Дом снесли."),
    ("Greek question", "el", "Ποιος ήρθε;| Κανείς δεν ξέρει."),
    ("Armenian full stop", "hy", "Նա եկավ երեկ:| Մենք սպասում էինք:"),
    ("danda", "hi", "डॉ. शर्मा आए।| बैठक शुरू हुई।"),
    ("Urdu", "ur", "وہ آیا۔| سب خوش ہوئے۔"),
    ("Burmese comma", "my", "မိုးရွာ၊ လေတိုက်သည်။| အားလုံးအိမ်ပြန်ကြသည်။"),
    ("Arabic question", "ar", "من جاء؟| لم يأت أحد."),
    ("Chinese", "zh", "雨停了。|比赛继续。"),
    ("Chinese quotation", "zh", "他说：“我们不走。”|没有人动。"),
    ("Chinese quotation begins", "zh", "她来自邻村。|“桥挪一挪没关系。”|她笑了。"),
    ("Japanese quotation inside", "ja", "市長は「払わない。帰る。」と言った。|会議は終わった。"),
    ("Korean", "ko", "비가 그쳤다.| 경기가 다시 시작됐다."),
    (
        "Korean without a full stop",
        "ko",
        "음식이 정말 맛있어요| 다시 가고 싶습니다| 주차는 필요 없다.",
    ),
    (
        "a headline in capitals",
        "en",
        "FIRE IN THE OLD HARBOUR| The flames were seen from the hill.",
    ),
    (
        "a headline without an end mark",
        "pt",
        "Câmara fecha ponte velha| As obras começam hoje na margem norte.",
    ),
    ("a title inside", "pt", "Ela leu ontem A velha ponte inteira.| Gostou."),
    (
        "a headline with an article",
        "pt",
        "Uma ponte de madeira| As obras começam hoje na margem norte.",
    ),
    ("a title behind an article", "pt", "O filme A ponte velha estreia hoje.| Gostei."),
    ("a name behind a name", "fr", "La foule attend le RER A et part à pied.| Il pleut."),
    ("a name in Vietnamese", "vi", "Chiều nay Tuấn Anh đã về.| Trời mưa."),
    ("a line of verse", "ru", "На реке стоит мост И над ним летит снег.| Тихо."),
    (
        "a long headline",
        "pt",
        "Câmara decide fechar ponte velha da cidade para obras de três anos na margem norte do rio| Este ano começam as obras.",
    ),
    ("a starter behind a headline", "sr", "Gradonačelnik zatvara most| Sada niko ne prolazi."),
    ("a headline of one word", "pt", "Incêndio| Depois de três dias a ponte reabriu."),
    ("an article behind one word", "pt", "Porto As pontes reabrem hoje.| Chove."),
    ("first words in capitals", "pt", "Câmara espera por Maio| A PONTE velha fecha hoje."),
    ("an omission between sentences", "fr", "La ville attend (...)| Le maire paiera.| Il pleut."),
    ("an omission before a name", "fr", "Le maire (...) Lenoir a parlé.| Il pleut."),
    ("a particle of one letter", "vi", "Con đã về ạ.| Mẹ đang chờ."),
    ("a curly apostrophe", "it", "Lo dice l’art. 5 della legge.| Il ponte chiude."),
    ("a colon before a number", "eu", "Gauza bat argi dago:| 60 zubi itxita daude."),
    ("a colon in a score", "bg", "Победиха с 3: 0 вчера.| Вали."),
    ("a mark inside a word", "de", "Die Yahoo!-Aktie fiel.| Alle verkauften."),
    ("a hyphen for a full stop", "ur", "پل بند ہے -| سب خوش ہیں۔"),
    ("a hyphen inside", "ur", "وہ لاہور - کراچی گیا۔| سب خوش ہیں۔"),
    ("abbreviation of Georgian in brackets", "ka", "ხიდი (ესტ. Sild) ძველია.| მას კეტავენ."),
    ("years are no items", "lv", "1969. gadā slēdza tiltu, bet 1970. gadā to atvēra.| Lija."),
    ("a title behind a hyphen", "en", "A letter to then-Gov. Alder was found.| It is old."),
    (
        "an ending behind an apostrophe",
        "en",
        "The bridge hasn't.| Alder has, like the town's.| Quill too.",
    ),
    ("a unit behind a stroke", "fr", "Le vent souffle à 90 km/h.| Quatre ponts sont fermés."),
    ("a rank", "en", "He met Cmdr. Quill at noon.| They spoke."),
    ("a street", "en", "The bridge is on Main St. in Harbury.| It is old."),
    ("a street ends", "en", "The bridge is on Main St.| It is old."),
    ("a word like an abbreviation", "fr", "La ville aime l'art.| Elle paie."),
    ("a deputy", "de", "Der stv. Leiter kam.| Alle schwiegen."),
    ("a polite form", "de", "Hier können Sie mehr lesen.| Es lohnt."),
    ("a colon before a sentence", "no", "Vi spør:| Hvem betaler for broen?"),
    ("a colon before a quotation", "pt", "O autarca disse:| «A ponte fecha.»| Ninguém falou."),
    ("a colon before a word", "pt", "Faltam três: Ana, Rui e Eva."),
    ("a colon in a time", "it", "Alle 12: 30 persone.| Poi nessuno."),
    ("a colon behind an abbreviation", "it", "Il tel.:0123 non va.| Peccato."),
    ("a name from the headline", "pt", "Câmara fecha ponte| A Câmara decidiu ontem."),
    ("a newspaper inside", "pt", "Rui leu ontem O Tempo inteiro.| Gostou."),
    ("an address before a sentence", "en", "More at https://shop.example.org/a| The rest follows."),
    ("a tag before a sentence", "be", "Чытайце <b>тут</b>| У горадзе дождж."),
    ("hashtags before a sentence", "ru", "Мы открыли #сад #город| На севере идёт дождь."),
    ("a hashtag in a name", "en", "The #MeToo Movement Fund gave nothing."),
    (
        "who speaks behind a quotation",
        "mr",
        "\"पूल का बंद झाला?\" गावकरी म्हणाला.| कोणी काही बोलले नाही.",
    ),
    ("a sentence behind a quotation", "hi", "“पुल बंद है।”| गाँव के सब लोग चुप थे।"),
    ("an address to the chair", "is", "Virðulegi forseti. Ég þakka svarið.| Brúin er lokuð."),
    ("a president", "is", "Hann er nú forseti.| Hún er ráðherra."),
    ("a date before an entry", "es", "6 de julio. - El puente cierra.| Nadie protesta."),
    ("a stroke goes on", "es", "Son 7,6 hab. / km².| Poco."),
    ("a number alone", "it", "1012. Durata del ponte.| Dieci anni."),
    ("a name before a small letter", "it", "Il vetro viene dalla Moravia.| al resto pensa lui."),
    ("backquotes", "ru", "Он спел ``Где ты? ``.| В зале молчали."),
    ("a span of years", "ru", "Мост строили в 1904-1905 гг.| Популяции рыб выросли."),
    ("a day", "lt", "Posėdis bus gegužės 9 d. Vilniuje.| Tiltas uždarytas."),
    ("none", "ca", "De ponts no n'hi ha cap.| Tothom ho sap."),
    ("a name in capitals", "en", "The NEW YORK CITY Council met.| It was late."),
    ("decimal before a name", "en", "It rose to 3.5.| Loan rates fell."),
    ("metres", "fr", "Il neige dès 800 m.| Sur les sommets, il gèle."),
    ("closer before a comma", "vi", "Chỉ có nước thôi... \", bà Lan nói.| Trời mưa."),
    ("changes in brackets", "fr", "Une majorité (42 %; +4) veut le pont.| Il rouvre."),
    ("closer behind a space", "nl", ",, Wij gaan niet. ''| Iedereen zweeg."),
    ("bracket behind a space", "uk", "Міст ( старий ! ) закрито.| Ніхто не знав."),
    ("smile", "fi", "Tulimme kotiin :)| Kaikki nukkuivat."),
    ("abbreviation in brackets", "uk", "Це видно (мал. 8).| Далі буде."),
    (
        "items with numbers of two levels",
        "lt",
        "Taryba nutaria:| 2.1. uždaryti tiltą;| 2.2. statyti naują.",
    ),
    ("a unit", "sk", "Most má 300 m.| Rieka je široká."),
    ("Armenian abbreviation", "hy", "Կամուրջը կառուցվեց 1867 թ. Երևանում:| Այն հին է:"),
    (
        "clauses parted by a semicolon",
        "es",
        "Se cierra el puente; las obras empiezan hoy;| El ayuntamiento pagará.",
    ),
    ("names parted by a semicolon", "fr", "Ont voté Marie Lenoir, maire; Paul Marin, adjoint."),
    ("a capital and a consonant", "fr", "Le public salua Mr. Hollis à Pau.| Il sourit."),
    ("an initial of two letters", "be", "Ліст напісаў Дз. Лось.| Ён жыў тут."),
    ("letters with a space", "ru", "Тут продают лук, рис и т. д.| Цены выросли."),
    (
        "a letter that no part goes before",
        "ru",
        "Письмо прислал нам господин Д. Лось.| Он жил тут.",
    ),
    ("a number in brackets", "en", "It is in sec. (3) of the act.| Read it."),
    ("an ending before a dash", "es", "La sede está en Puerto Viejo, D.C. - Norte.| Cierra hoy."),
    ("a name from the headline", "pt", "Câmara fecha ponte| A Câmara, ontem, decidiu."),
    ("a strong colon", "it", "Una cosa è certa:| il ponte resta chiuso."),
    ("a strong semicolon", "cs", "Most je zavřený;| řeka stoupá."),
    ("a strong colon", "eu", "Gauza bat argi dago:| zubia itxita dago."),
    ("a function word before a small letter", "eu", "Zubia itxita da.| ibaia handia da."),
    ("a month", "hu", "A híd febr. 5-én nyílik.| Eső lesz."),
    ("so called", "bg", "Това е т.нар. Малък мост.| Той е стар."),
    ("Amharic", "am", "ዝናቡ ቆመ።| ጨዋታው ቀጠለ።"),
    ("Thai abbreviations", "th", "นาย ต. (เพื่อน) กลับบ้านที่ อ.เมือง"),
    ("Thai is left whole", "th", "ฝนหยุดแล้ว"),
];

#[test]
fn cases() {
    let mut wrong = Vec::new();
    for (name, tag, marked) in CASES {
        let text = marked.replace('|', "");
        let wanted: Vec<_> = marked.split('|').map(str::trim).collect();
        let row = by_tag(tag).unwrap();
        let found: Vec<_> =
            segment(&text, &row).into_iter().map(|span| text[span].to_owned()).collect();
        if found != wanted {
            wrong.push(format!("{tag} {name}\n  found  {found:?}\n  wanted {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_keep_together_what_plain_text_parts() {
    let cases = [
        ("no", "Hun sa: Vi betaler.", 1),
        ("es", "Hoy cierra; El resto abre.", 2),
        ("pt", "Uma ponte de madeira As obras começam hoje.", 1),
        ("eu", "Gauza bat argi dago: 60 zubi itxita daude.", 1),
        ("it", "Una cosa è certa: il ponte resta chiuso.", 1),
        ("cs", "Most je zavřený; řeka stoupá.", 1),
        ("hy", "Նա եկավ: Նա գնաց:", 2),
    ];
    for (tag, text, count) in cases {
        assert_eq!(segment(text, &by_tag(tag).unwrap().of_pages()).len(), count, "{text}");
    }
}

proptest! {
    /// Ordered, disjoint, on character boundaries, without outer white space, and nothing lost.
    #[test]
    fn spans_hold_every_character(text in "(\\PC|[.!?\n\"'“”«»()। \u{a0}\u{ad}\u{200f}😀e\u{301}。」「]){0,80}") {
        for row in [by_tag("en").unwrap(), by_tag("ja").unwrap(), by_tag("hi").unwrap(), UNKNOWN] {
            let spans = segment(&text, &row);
            let mut kept = String::new();
            let mut end = 0;
            for span in spans {
                prop_assert!(span.start >= end && span.start < span.end);
                let piece = text.get(span.clone());
                prop_assert!(piece.is_some(), "{span:?} is not on character boundaries");
                let piece = piece.unwrap();
                prop_assert_eq!(piece.trim(), piece);
                kept.extend(piece.chars().filter(|c| !c.is_whitespace()));
                end = span.end;
            }
            let all: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(kept, all);
        }
    }

    /// The default row cuts as UAX #29 does wherever we do not differ on purpose: here is no dash, initial,
    /// list marker or small letter behind a question mark.
    #[test]
    fn default_row_agrees_with_uax_29(
        pieces in prop::collection::vec((
            "(Lo|Ärgo|Жито|შენი|लोक|雨停)( vel| жито| 24| 3\\.5|,| \\(ne\\)| “so”|; mi){0,4}",
            "[.!?։؟۔।။።។᠃߹꓿。｡！？]|\\?!|\\.\"|!”|\\.\\)|\\?»| ?\n",
            " {1,2}|\u{a0}|\u{3000}",
        ), 0..8),
    ) {
        let text: String = pieces.into_iter().map(|(words, end, space)| words + &end + &space).collect();
        let ours: Vec<_> = segment(&text, &UNKNOWN).into_iter().map(|span| &text[span]).collect();
        let uax: Vec<_> = text.unicode_sentences().map(str::trim).collect();
        prop_assert_eq!(ours, uax);
    }
}
