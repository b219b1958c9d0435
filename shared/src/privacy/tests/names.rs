//! How well names are found, on sentences of our own as residents write them. None of them is from a real message.

use super::{FindingKind, found};

/// Sentences in which somebody is named.
const NAMED: [&str; 40] = [
    "Mijn buurman Jan de Vries maakt altijd lawaai.",
    "Vraag het maar aan Fatima El Amrani, zij weet er alles van.",
    "Mevrouw Jansen van de derde verdieping is eenzaam.",
    "Ik wil dit samen met Mohammed Bouzidi doen.",
    "Piet van Dijk zet zijn auto op de stoep.",
    "Het gaat om Sanne Bakker, die woont hiernaast.",
    "Onze wijkagent Peter Mulder kent het plein goed.",
    "Dhr. Yılmaz wil graag helpen met de tuin.",
    "Mijn dochter Emma speelt daar elke dag.",
    "De jongen heet Kevin Smit en hij rijdt te hard.",
    "Hij heet Bilal en is altijd op straat.",
    "Mijn naam is Ans Verhoeven.",
    "Ik heet Truus en ik woon hier al dertig jaar.",
    "Jan-Willem de Boer doet de boodschappen voor ons.",
    "Ayşe Kaya kookt elke vrijdag voor de buurt.",
    "Vorige week heeft Kees Visser de bank geverfd.",
    "Katarzyna Nowak wil ook meedoen.",
    "De sleutel ligt bij familie De Groot.",
    "Onze huismeester Rob komt pas na drie dagen.",
    "De tuin is van meneer A. Bakker.",
    "De bank is gemaakt door J. van den Berg.",
    "Juf Marloes van de school helpt ons.",
    "Met Ali en Hassan Demir wil ik een voetbalgroep beginnen.",
    "Marieke van 't Hof regelt de koffie.",
    "Graag bellen met Olena Shevchenko.",
    "Mijn zoon Daan is bang in het donker.",
    "Linda Vermeulen-de Wit heeft de sleutel.",
    "Bij ons woont een man genaamd Ronald, hij schreeuwt veel.",
    "Onze collega Priya Ramdin leidt de groep.",
    "Ik vroeg het aan buurvrouw Corrie van hiernaast.",
    "Willem Kok en ik willen samen opruimen.",
    "Die hond is van Bart Hendriks.",
    "Mijn overbuurman Youssef veegt de stoep.",
    "Dank aan Els Brouwer voor haar hulp.",
    "De caravan is van Theo van der Meer.",
    // Not found: a first name alone, a name without capitals, a surname that nobody announces, a rare first name.
    "Gerrit staat altijd met zijn auto op de stoep.",
    "jan de vries parkeert fout",
    "De Jansens zetten hun vuilnis te vroeg buiten.",
    "Vraag het aan Ylke Hoekstra.",
    "Ik ken Fenna goed, zij wil wel helpen.",
];

/// Sentences without a person, many with the capitals that look like one.
const NOBODY: [&str; 45] = [
    "De Jan Steenstraat is donker.",
    "Bij de Anne Frankschool rijden auto's te hard.",
    "Op het Willem Drees plein ligt veel afval.",
    "Het Koningin Wilhelminapark is mooi.",
    "Wij willen een bankje in het Emmapark.",
    "Station Almere Centrum is ’s avonds eng.",
    "De Stichting Buurtkracht wil meedoen.",
    "Onze groep heet Samen Sterk.",
    "Het plein heet Marktplein.",
    "Woonstad moet de lift maken.",
    "Gemeente Waterdam haalt het vuil niet op.",
    "De Albert Heijn zet karren op de stoep.",
    "In Wijk Noord is te weinig licht.",
    "Kan de NS daar iets aan doen?",
    "Op Koningsdag is het druk op de Dam.",
    "De flat Zonnehof heeft geen verlichting.",
    "Bus 12 rijdt niet meer langs De Ankerplaats.",
    "In Groot Waterdam is geen buurthuis.",
    "Wij vieren samen Pasen en Kerst.",
    "De Marokkaanse en Turkse ouders doen ook mee.",
    "Mijn buurman helpt altijd.",
    "De wijkagent komt op dinsdag.",
    "Mijn zoon van acht speelt daar.",
    "Mijn dochter. Zij gaat met de fiets.",
    "De juf van groep drie wil ook een moestuin.",
    "Wij zoeken een oom of tante die wil voorlezen.",
    "De Rode Kruis post is dicht.",
    "Op de hoek van de Dijk en de Kade ligt glas.",
    "A. Wij willen licht.\nB. De stoep is stuk.",
    "Graag een AED bij de ingang.",
    "Het is donker. Wij willen licht.",
    "Een Whatsapp groep voor de straat is handig.",
    "Kunnen we op Facebook en Nextdoor iets plaatsen?",
    "Het Leger des Heils geeft soep.",
    "De Poolse winkel is om tien uur dicht.",
    "Bij Huize Rozenburg wonen oudere mensen.",
    "De Johan Cruijff Arena is ver weg.",
    "In de Van der Bergstraat staan auto's fout.",
    "Lidl en Jumbo moeten hun afval opruimen.",
    "Wij bellen 0900-8844 van de Politie.",
    "Veilig Verkeer Nederland geeft borden.",
    "Wil Woonstad dit betalen?",
    "Mark en straat horen bij elkaar.",
    "De Pieter Post route is te lang.",
    "Het Sint Maarten feest is voor alle kinderen.",
];

#[test]
fn names_are_found_without_many_false_alarms() {
    let named = |text: &&str| found(text).iter().any(|(kind, _)| *kind == FindingKind::PersonName);
    let missed: Vec<&str> = NAMED.into_iter().filter(|text| !named(text)).collect();
    let alarms: Vec<&str> = NOBODY.into_iter().filter(named).collect();
    let right = NAMED.len() - missed.len();
    let percent = |part: usize, whole: usize| part * 100 / whole;
    let (precision, recall) = (percent(right, right + alarms.len()), percent(right, NAMED.len()));
    println!("precision {precision} %, recall {recall} %; missed {missed:#?}; false alarms {alarms:#?}");
    assert!(precision >= 90, "{alarms:#?}");
    assert!(recall >= 85, "{missed:#?}");
}

#[test]
fn the_whole_name_is_pointed_out() {
    for (text, name) in [
        ("Mijn buurman Jan de Vries maakt lawaai.", "buurman Jan de Vries"),
        ("Vraag Fatima El Amrani.", "Fatima El Amrani"),
        ("Dat is van J. van den Berg.", "J. van den Berg"),
        ("Hij heet Bilal.", "heet Bilal"),
        ("Jan-Willem de Boer helpt.", "Jan-Willem de Boer"),
        ("Linda Vermeulen-de Wit helpt.", "Linda Vermeulen"),
    ] {
        assert_eq!(found(text), [(FindingKind::PersonName, name)], "{text}");
    }
}
