//! Officials at their work, in every role.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab, wait};

use crate::steps::{Resident, comes_to_the_check_page, in_days, may_not, opens_case, signs_in, signs_out, wants};

#[test]
fn a_sign_in_link_works_once() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let link = town.sign_in_link("dewi-pattiasina");
    tab.go(&link);
    tab.page().heading("Aanmelden").wait();
    tab.is_accessible("signing in");
    tab.page().button("Aanmelden").click();
    tab.page().heading("Uw zaken").wait();
    assert!(!tab.address().contains("#t="), "the token stays in the address bar");
    signs_out(&tab);
    tab.go(&link);
    tab.page().button("Aanmelden").click();
    tab.page().reads("Deze link werkt niet (meer)");
    tab.is_accessible("a link that was used before");
    signs_in(&town, &tab, "dewi-pattiasina");
}

#[test]
fn everybody_sees_what_is_theirs() {
    const PHONED: &str = "Ik zou graag iets doen, maar weet niet wat";
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();

    signs_in(&town, &tab, "youssef-el-amrani");
    opens_case(&tab, PHONED);
    let case = tab.address();
    page.button("Antwoorden").wait();
    signs_out(&tab);

    // A reader of the same partner reads, and no more.
    signs_in(&town, &tab, "fatma-yildiz");
    tab.go(&case);
    page.heading(PHONED).wait();
    page.reads("U kunt deze zaak lezen.");
    may_not(&tab, "Antwoorden");
    tab.is_accessible("a case for a reader");
    signs_out(&tab);

    // For another partner the case is not there, and looks just like one that never was.
    signs_in(&town, &tab, "kwame-mensah");
    for address in [case.as_str(), &town.url("/admin/zaken/00000000000000000000000000")] {
        tab.go(address);
        page.reads("De zaak bestaat niet, of is niet van uw organisatie.");
    }
    tab.is_accessible("a case that is not there");
    page.link("Zaken").click();
    page.heading("Te laat (1)").wait();
    page.link("Een rustig plein bij de winkels").wait();
    tab.is_accessible("the work list of the police");
    signs_out(&tab);

    signs_in(&town, &tab, "henk-brouwer");
    page.reads("U bent aangemeld als beheerder");
    assert!(!page.names(Role::Link).iter().any(|name| name == "Zaken"));
    tab.is_accessible("the first page of an administrator");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn the_coordinator_reads_what_is_held_first() {
    const HELD: &str = "Mijn bovenbuurman is volgens mij een dealer…";
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();

    signs_in(&town, &tab, "kwame-mensah");
    page.heading("Uw zaken").wait();
    page.link("Een rustig plein bij de winkels").wait();
    page.link(HELD).gone();
    signs_out(&tab);

    signs_in(&town, &tab, "marieke-de-wit");
    page.link("Vraagt zorg (1)").click();
    page.heading("Zaken die uw zorg vragen").wait();
    tab.is_accessible("what is held");
    page.link(HELD).click();
    page.heading("Deze tekst wordt vastgehouden").wait();
    tab.is_accessible("a case that is held");
    wants(&tab, "Vrijgeven");
    tab.is_accessible("releasing a text");
    page.button("Geef de tekst vrij").click();
    page.reads("De tekst is vrijgegeven.");

    page.link("Zaken").click();
    page.link("Alle organisaties").click();
    page.heading("Alle open zaken").wait();
    tab.is_accessible("all open cases");
    opens_case(&tab, "Een boom bij de speelplek aan de kade");
    wants(&tab, "Openbaar maken");
    page.button("Maak openbaar").click();
    page.reads("Het idee is openbaar.");
    let public = browser.tab();
    public.go(&town.page("/initiatieven"));
    public.page().link("Een boom bij de speelplek aan de kade…").wait();
    wants(&tab, "Verbergen");
    page.by_label("Uitleg aan de bewoner…").fill("Er was iemand te herkennen. Wij passen de tekst aan.");
    page.button("Verberg het idee").click();
    page.reads("Het idee is niet meer openbaar.");
    // The public pages are seconds behind.
    wait::until("the idea to be gone from the public list", || {
        public.go(&town.page("/initiatieven"));
        public.page().heading("Dit bedachten bewoners").wait();
        let there = public.page().link("Een boom bij de speelplek aan de kade…").is_there();
        if there { Err("it is still there".to_owned()) } else { Ok(()) }
    });
    signs_out(&tab);

    signs_in(&town, &tab, "kwame-mensah");
    page.link(HELD).wait();
}

#[test]
fn an_idea_told_by_phone_goes_the_same_way() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "youssef-el-amrani");
    page.link("Idee invoeren").click();
    page.heading("Idee invoeren voor een bewoner").wait();
    tab.is_accessible("entering an idea");
    page.button("Verder").click();
    page.heading("Nog niet gelukt. Kijk dit nog even na:").wait();
    tab.is_accessible("entering an idea, with faults");
    page.by_role(Role::Radio, "Telefonisch").choose();
    page.by_label("Waar gaat het over?").pick("Elkaar ontmoeten");
    page.by_label("In welke buurt?").pick("Kade-Noord – De Sluiswachter");
    page.by_label("Wat is het idee?").fill("Samen soep eten in de hal, op de eerste koude dag.");
    page.by_label("Wat doen bewoners zelf?…").fill("Iedereen brengt een pan mee.");
    page.button("Verder").click();
    page.heading("Klopt het zo?").wait();
    page.reads("De Ankerplaats (woningcorporatie)");
    tab.is_accessible("an idea entered for somebody, before sending");
    page.button("Verstuur het idee").click();
    page.heading("Het idee is verstuurd").wait();
    tab.is_accessible("the paper for the resident");
    let text = page.until_text("the code", |text| text.contains("Uw persoonlijke code"));
    let code = text.split("Uw persoonlijke code").nth(1).and_then(|rest| rest.split_whitespace().next());
    let code = code.unwrap_or_default().to_owned();

    let resident = browser.tab();
    resident.go(&town.page("/volgen"));
    resident.page().by_label("Uw persoonlijke code").fill(&code);
    resident.page().button("Bekijk mijn idee").click();
    resident.page().heading("De Ankerplaats (woningcorporatie) helpt u hiermee").wait();
}

#[test]
fn a_question_is_asked_and_answered() {
    const QUESTION: &str = "Op welke avonden zou u er zijn?";
    let town = Town::start();
    let (home, office) = (Browser::start(Scripts::On), Browser::start(Scripts::On));
    let resident = home.tab();
    resident.go(&town.page(""));
    let receipt = crate::steps::Resident::at_page(&resident).sends_an_idea();

    let tab = office.tab();
    signs_in(&town, &tab, "bram-van-dijk");
    opens_case(&tab, crate::steps::IDEA);
    wants(&tab, "Vraag stellen");
    tab.page().by_label("Uw vraag aan de bewoner").fill(QUESTION);
    tab.is_accessible("asking the resident");
    tab.page().button("Verstuur vraag").click();
    tab.page().reads("Uw vraag is verstuurd.");

    let follow = home.tab();
    follow.go(&receipt.link);
    let page = follow.page();
    page.heading("Wij hebben een vraag voor u").wait();
    page.reads(QUESTION);
    follow.is_accessible("a question for the resident");
    page.button("Verstuur mijn antwoord").click();
    page.heading("Er klopt iets nog niet").wait();
    page.by_label("Uw antwoord").fill("Op dinsdag en donderdag.");
    page.button("Verstuur mijn antwoord").click();
    page.reads("Bedankt, uw antwoord is binnen");
    page.reads("Op dinsdag en donderdag.");
    follow.is_accessible("an answered question");
    page.button("Ik wil mijn idee intrekken").click();
    page.heading("Wilt u uw idee echt intrekken?").wait();
    follow.is_accessible("taking an idea back");
    page.button("Nee, ga terug").click();
    page.heading("Wat is er gebeurd?").wait();

    tab.reload();
    tab.page().reads("Op dinsdag en donderdag.");
}

#[test]
fn a_case_that_changed_meanwhile_loses_nobodys_words() {
    const CASE: &str = "Meer licht op het pad langs de vaart";
    let town = Town::start();
    let (one, other) = (Browser::start(Scripts::On), Browser::start(Scripts::On));
    let (dewi, bram) = (one.tab(), other.tab());
    signs_in(&town, &dewi, "dewi-pattiasina");
    opens_case(&dewi, CASE);
    wants(&dewi, "Antwoorden");
    dewi.page().by_label("Wij doen…").fill("De prijs is binnen, wij beginnen in maart.");
    signs_in(&town, &bram, "bram-van-dijk");
    opens_case(&bram, CASE);
    wants(&bram, "Antwoorden");
    bram.page().by_label("Wij doen…").fill("Wij wachten nog op de prijs.");
    bram.page().button("Verstuur antwoord").click();
    bram.page().reads("Uw antwoord is verstuurd.");
    dewi.page().button("Verstuur antwoord").click();
    dewi.page().reads("De zaak is intussen veranderd");
    let answer = dewi.page().by_label("Wij doen…");
    assert_eq!(answer.value(), "De prijs is binnen, wij beginnen in maart.");
    dewi.page().reads("Wij wachten nog op de prijs.");
    dewi.is_accessible("a case that changed meanwhile");
    dewi.page().button("Verstuur antwoord").click();
    dewi.page().reads("Uw antwoord is verstuurd.");
}

/// From the editor's first word to the report that residents read.
#[test]
fn a_poll_is_made_opened_answered_closed_and_reported() {
    const TITLE: &str = "Een naam voor het nieuwe plein";
    const QUESTION: &str = "Welke naam vindt u het mooist?";
    let town = Town::start();
    let (office, home) = (Browser::start(Scripts::On), Browser::start(Scripts::On));
    let tab = office.tab();
    let page = tab.page();
    signs_in(&town, &tab, "sanne-visser");
    page.link("Peilingen").click();
    page.heading("Peilingen").wait();
    tab.is_accessible("the list of polls");
    page.link("Nieuwe peiling").click();
    page.heading("Nieuwe peiling").wait();
    page.by_label("Titel (Nederlands)").fill(TITLE);
    page.by_label("Inleiding (Nederlands)").fill("Het plein bij de Oude Sluis is bijna klaar.");
    page.by_role(Role::Radio, "Meebeslissen…").choose();
    if !page.by_role(Role::Field, "Vraag (Nederlands)").is_there() {
        page.button("Vraag toevoegen").click();
    }
    page.by_label("Vraag (Nederlands)").fill(QUESTION);
    page.by_role(Role::Radio, "Eén antwoord kiezen").choose();
    while !page.by_role(Role::Field, "Antwoord 2 (Nederlands)").is_there() {
        page.button("Antwoord toevoegen").click();
    }
    page.by_label("Antwoord 1 (Nederlands)").fill("Sluisplein");
    page.by_label("Antwoord 2 (Nederlands)").fill("Zeilmakersplein");
    tab.is_accessible("the editor of a poll");
    page.button("Bewaar als concept").click();
    page.reads("De peiling is bewaard.");
    tab.is_accessible("a draft of a poll");
    page.link("Openen …").click();
    page.heading(&format!("Openen: {TITLE}")).wait();
    page.by_role(Role::Radio, "Nu").choose();
    page.by_label("Laatste dag").fill_date(&in_days(&tab, 14));
    tab.is_accessible("opening a poll");
    page.button("Open de peiling").click();
    page.reads("De peiling gaat open.");

    let resident = home.tab();
    let seen = wait::until("the new poll on the first page", || {
        resident.go(&town.page(""));
        resident.page().heading("Praat mee over uw buurt").wait();
        if resident.page().link(&format!("{TITLE}…")).is_there() { Ok(true) } else { Err("not there yet".to_owned()) }
    });
    assert!(seen);
    resident.page().link(&format!("{TITLE}…")).click();
    resident.page().heading(&format!("{QUESTION}…")).wait();
    resident.page().by_role(Role::Radio, "Sluisplein").choose();
    resident.page().button("Volgende").click();
    comes_to_the_check_page(resident.page(), || resident.page().button("Volgende").click());
    resident.page().button("Verstuur mijn antwoorden").click();
    resident.page().heading("Bedankt! Uw antwoorden zijn binnen").wait();

    // One more, told at the desk.
    page.link("Peilingen").click();
    page.link(TITLE).click();
    wait::until("the poll to be open for officials", || {
        tab.reload();
        page.heading(TITLE).wait();
        if page.link("Antwoorden invoeren").is_there() { Ok(()) } else { Err("not open yet".to_owned()) }
    });
    page.link("Antwoorden invoeren").click();
    page.heading(&format!("Antwoorden invoeren: {TITLE}")).wait();
    page.by_role(Role::Radio, "Aan de balie").choose();
    page.by_role(Role::Radio, "Zeilmakersplein").choose();
    tab.is_accessible("entering answers");
    page.button("Tel deze antwoorden mee").click();
    page.reads("De antwoorden tellen mee.");

    page.link("Terug naar de peiling").click();
    page.button("Eerder sluiten").click();
    page.heading("Wilt u de peiling nu sluiten?").wait();
    tab.is_accessible("closing a poll early");
    page.button("Sluit de peiling nu").click();
    page.reads("De peiling is gesloten.");
    wait::until("the poll to be counted", || {
        tab.reload();
        page.heading(TITLE).wait();
        if page.link("Terugkoppeling schrijven").is_there() { Ok(()) } else { Err(page.text()?) }
    });
    tab.is_accessible("a closed poll with too few answers to show");
    writes_the_report(&tab, TITLE);

    resident.go(&town.page(""));
    resident.page().link(TITLE).click();
    resident.page().reads("Wij noemen het plein het Sluisplein.");
    resident.page().reads("Kom naar de opening en neem iets lekkers mee.");
    resident.page().link("Bekijk dit idee: Samen eten op vrijdag…").wait();
    resident.page().reads("Er deden te weinig mensen mee om cijfers te laten zien.");
    resident.is_accessible("a report without figures");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// From the link to the report to its being public.
fn writes_the_report(tab: &Tab, title: &str) {
    let page = tab.page();
    page.link("Terugkoppeling schrijven").click();
    page.heading(&format!("Terugkoppeling: {title}")).wait();
    page.by_label("Dit hoorden we (Nederlands)").fill("De stemmen waren verdeeld.");
    page.by_label("Wat gaan we doen? (Nederlands)").fill("Wij noemen het plein het Sluisplein.");
    page.by_label("Wat kunnen bewoners doen? (Nederlands)").fill("Kom naar de opening en neem iets lekkers mee.");
    page.by_role(Role::Radio, "Bij een idee van bewoners").choose();
    page.by_label("Welk idee?").pick("Samen eten op vrijdag…");
    page.by_label("Wie voert het uit?").pick("Openbare Ruimte…");
    tab.is_accessible("writing a report");
    page.button("Publiceer de terugkoppeling").click();
    page.heading("Wilt u de terugkoppeling nu publiceren?").wait();
    tab.is_accessible("publishing a report");
    page.button("Ja, publiceer").click();
    page.reads("De terugkoppeling is gepubliceerd.");
    page.heading(title).wait();
    tab.is_accessible("a reported poll");
}

#[test]
fn an_official_who_was_away_goes_on_where_they_were() {
    const TEXT: &str = "Dit stuk had ik al bijna af.";
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "dewi-pattiasina");
    opens_case(&tab, "Meer licht op het pad langs de vaart");
    wants(&tab, "Antwoorden");
    page.by_label("Wij doen…").fill(TEXT);
    town.move_clock(1);
    page.button("Verstuur antwoord").click();
    page.heading("U bent afgemeld").wait();
    tab.is_accessible("a session that ended");
    page.by_label("Uw aanmeldlink").fill(&town.sign_in_link("dewi-pattiasina"));
    page.button("Aanmelden").click();
    page.heading("Meer licht op het pad langs de vaart").wait();
    assert_eq!(page.by_label("Wij doen…").value(), TEXT);
    page.button("Verstuur antwoord").click();
    page.reads("Uw antwoord is verstuurd.");
}

#[test]
fn the_administrator_reads_the_messages_where_no_mail_is_set_up() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    tab.go(&town.page(""));
    let number = Resident::at_page(&tab).sends_an_idea().number;

    signs_in(&town, &tab, "henk-brouwer");
    page.link("Berichten").click();
    page.heading("Berichten").wait();
    page.reads("Er is geen mail ingesteld");
    page.reads(&format!("zaak {number}"));
    page.reads("aan de bewoner, b…@e….invalid");
    page.by_role(Role::Disclosure, "Lees het bericht Idee ontvangen").click();
    page.reads(&format!("Onderwerp: Wij hebben uw idee ontvangen ({number})"));
    page.reads("U hoort uiterlijk");
    tab.is_accessible("the messages of an administrator");
    tab.resize(360, 800);
    let (content, window) = page.widths().unwrap();
    assert!(content <= window, "{content} is wider than {window}");
    tab.is_accessible("the messages on a phone");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
