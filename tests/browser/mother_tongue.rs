//! The main path in Turkish, Arabic, Polish and Ukrainian: a poll that the municipality offers in that language, its
//! results, an idea, and the page that follows it. Pages that the Worker draws and steps that a program draws say the same language.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab, wait};

/// What somebody reads on the way, in their language.
struct Words {
    tag: &'static str,
    poll: &'static str,
    minutes: &'static str,
    next: &'static str,
    at_ease: &'static str,
    which_place: &'static str,
    path: &'static str,
    what_helps: &'static str,
    light: &'static str,
    together: &'static str,
    where_at: &'static str,
    prefer_not: &'static str,
    check: &'static str,
    scale: &'static str,
    send_answers: &'static str,
    thanks: &'static str,
    idea: &'static str,
    /// What is said of an empty field, and above all faults.
    empty: (&'static str, &'static str),
    what: &'static str,
    why: &'static str,
    topic: &'static str,
    safety: &'static str,
    lighting: &'static str,
    area: &'static str,
    who: &'static str,
    answer: &'static str,
    right: &'static str,
    goes_to: &'static str,
    because: &'static str,
    send_idea: &'static str,
    received: &'static str,
    helps: &'static str,
    withdraw: &'static str,
    results: &'static str,
}

const POLISH: Words = Words {
    tag: "pl",
    poll: "Spokojnie na ulicy po zmroku",
    minutes: "5 pytań, około 2 minuty",
    next: "Dalej",
    at_ease: "Jak czują się Państwo wieczorem na ulicy w swojej okolicy?",
    which_place: "Które miejsce trzeba po zmroku poprawić najbardziej?",
    path: "Ścieżkę dla rowerów lub pieszych",
    what_helps: "Co Państwa zdaniem pomoże najbardziej?…",
    light: "Więcej światła albo lepsze światło",
    together: "Co chcieliby Państwo zrobić razem z sąsiadami?…",
    where_at: "Na którym osiedlu Państwo mieszkają?",
    prefer_not: "Wolę nie mówić",
    check: "Czy odpowiedzi się zgadzają?",
    scale: "4 (od 1 do 5)",
    send_answers: "Wyślij moje odpowiedzi",
    thanks: "Dziękujemy! Mamy Państwa odpowiedzi",
    idea: "Państwa pomysł dla okolicy",
    empty: ("Proszę tu coś wpisać.", "Coś się jeszcze nie zgadza"),
    what: "Jaki jest Państwa pomysł?",
    why: "Dlaczego to jest dla Państwa ważne?…",
    topic: "Czego to dotyczy?",
    safety: "Bezpieczeństwo…",
    lighting: "Oświetlenie ulic i ciemne miejsca…",
    area: "Którego osiedla to dotyczy?",
    who: "Kto co robi?",
    answer: "Jak chcą Państwo dostać odpowiedź?",
    right: "Czy wszystko się zgadza?",
    goes_to: "Pomysł trafi do organizacji: Openbare Ruimte (gmina)",
    because: "o to dotyczy tematu „oświetlenie ulic i ciemne miejsca”",
    send_idea: "Wyślij mój pomysł",
    received: "Dziękujemy! Pomysł do nas dotarł",
    helps: "Pomaga Państwu Openbare Ruimte (gmina)",
    withdraw: "Chcę wycofać mój pomysł",
    results: "Wyniki",
};

const UKRAINIAN: Words = Words {
    tag: "uk",
    poll: "Спокійно на вулиці в темряві",
    minutes: "5 запитань, приблизно 2 хвилини",
    next: "Далі",
    at_ease: "Як ви почуваєтеся ввечері на вулиці у своєму мікрорайоні?",
    which_place: "Яке місце в темряві найбільше треба поліпшити?",
    path: "Велосипедну або пішохідну доріжку",
    what_helps: "Що, на вашу думку, допоможе найбільше?…",
    light: "Більше або краще світло",
    together: "Що ви хотіли б зробити разом із сусідами?…",
    where_at: "У якому мікрорайоні ви живете?",
    prefer_not: "Не хочу казати",
    check: "Чи правильні ваші відповіді?",
    scale: "4 (від 1 до 5)",
    send_answers: "Надіслати мої відповіді",
    thanks: "Дякуємо! Ми отримали ваші відповіді",
    idea: "Ваша ідея для мікрорайону",
    empty: ("Заповніть це поле.", "Ще не все правильно"),
    what: "Яка у вас ідея?",
    why: "Чому це для вас важливо?…",
    topic: "Про що це?",
    safety: "Безпека…",
    lighting: "Освітлення вулиць і темні місця…",
    area: "Про який мікрорайон ідеться?",
    who: "Хто що робить?",
    answer: "Як ви хочете отримати відповідь?",
    right: "Усе правильно?",
    goes_to: "Вашу ідею отримає Openbare Ruimte (муніципалітет)",
    because: "о це стосується теми «освітлення вулиць і темні місця»",
    send_idea: "Надіслати мою ідею",
    received: "Дякуємо! Ми отримали вашу ідею",
    helps: "Вам допомагає Openbare Ruimte (муніципалітет)",
    withdraw: "Я хочу відкликати свою ідею",
    results: "Результати",
};

const TURKISH: Words = Words {
    tag: "tr",
    poll: "Karanlıkta sokakta rahat olmak",
    minutes: "5 soru, yaklaşık 2 dakika",
    next: "İleri",
    at_ease: "Akşamları mahallenizde sokakta kendinizi nasıl hissediyorsunuz?",
    which_place: "Karanlıkta en çok hangi yer düzeltilmeli?",
    path: "Bir bisiklet veya yürüyüş yolu",
    what_helps: "Sizce en çok ne yardım eder?…",
    light: "Daha çok veya daha iyi ışık",
    together: "Komşularla birlikte ne yapmak isterdiniz?…",
    where_at: "Hangi mahallede oturuyorsunuz?",
    prefer_not: "Söylemek istemiyorum",
    check: "Cevaplarınız doğru mu?",
    scale: "4 (1 ile 5 arasında)",
    send_answers: "Cevaplarımı gönder",
    thanks: "Teşekkürler! Cevaplarınız bize ulaştı",
    idea: "Mahalle için fikriniz",
    empty: ("Lütfen burayı doldurun.", "Henüz doğru olmayan bir şey var"),
    what: "Fikriniz nedir?",
    why: "Bu sizin için neden önemli?…",
    topic: "Konu nedir?",
    safety: "Güvenlik…",
    lighting: "Sokak aydınlatması ve karanlık yerler…",
    area: "Hangi mahalleyle ilgili?",
    who: "Kim ne yapar?",
    answer: "Cevabı nasıl almak istersiniz?",
    right: "Her şey doğru mu?",
    goes_to: "Fikrinizin gideceği yer: Openbare Ruimte…",
    because: "okak aydınlatması ve karanlık yerler’ olduğu için",
    send_idea: "Fikrimi gönder",
    received: "Teşekkürler! Fikriniz bize ulaştı",
    helps: "Size bu konuda yardım eden: Openbare Ruimte…",
    withdraw: "Fikrimi geri çekmek istiyorum",
    results: "Sonuç",
};

const ARABIC: Words = Words {
    tag: "ar",
    poll: "الشعور بالراحة في الشارع في الظلام",
    minutes: "5 أسئلة، المدة التقريبية: دقيقتان",
    next: "التالي",
    at_ease: "كيف تشعرون في شارع حيكم مساءً؟",
    which_place: "أي مكان يحتاج إلى تحسين أكثر في الظلام؟",
    path: "طريق دراجات أو ممشى",
    what_helps: "ما الذي يساعد أكثر برأيكم؟…",
    light: "إنارة أكثر أو أفضل",
    together: "ماذا تودون أن تفعلوا مع الجيران؟…",
    where_at: "في أي حي تسكن؟",
    prefer_not: "أفضل ألا أقول",
    check: "هل إجاباتك صحيحة؟",
    scale: "4 (من 1 إلى 5)",
    send_answers: "أرسل إجاباتي",
    thanks: "شكرًا! وصلتنا إجاباتك",
    idea: "فكرتك للحي",
    empty: ("يرجى ملء هذا الحقل.", "هناك شيء غير صحيح بعد"),
    what: "ما هي فكرتك؟",
    why: "لماذا هذا مهم لك؟…",
    topic: "ما هو الموضوع؟",
    safety: "الأمان…",
    lighting: "إنارة الشوارع والأماكن المظلمة…",
    area: "عن أي حي تتحدث؟",
    who: "من يفعل ماذا؟",
    answer: "كيف تريد أن يصلك الجواب؟",
    right: "هل كل شيء صحيح؟",
    goes_to: "تذهب فكرتك إلى…",
    because: "إنارة الشوارع والأماكن المظلمة",
    send_idea: "أرسل فكرتي",
    received: "شكرًا! وصلتنا فكرتك",
    helps: "تساعدك في هذا:…",
    withdraw: "أريد سحب فكرتي",
    results: "النتيجة",
};

#[test]
fn in_turkish() {
    takes_part_in(&TURKISH);
}

#[test]
fn in_arabic() {
    takes_part_in(&ARABIC);
}

#[test]
fn in_polish() {
    takes_part_in(&POLISH);
}

#[test]
fn in_ukrainian() {
    takes_part_in(&UKRAINIAN);
}

fn takes_part_in(words: &Words) {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let address = |tail: &str| town.url(&format!("/waterdam/{}{tail}", words.tag));
    let sees = |state: &str| {
        let state = format!("{}: {state}", words.tag);
        tab.is_accessible(&state);
        tab.pictures(&state.replace(':', ""));
    };
    tab.go(&address(""));
    tab.page().link(&format!("{}…", words.poll)).wait();
    sees("the first page");
    answers(words, &tab, &sees);
    tab.go(&address("/idee"));
    sends_an_idea(words, &tab, &sees);
    let text = tab.page().until_text("the receipt", |text| text.contains("/volgen#c="));
    let link = text.split_whitespace().find(|word| word.contains("/volgen#c=")).unwrap_or_default().to_owned();
    tab.go("about:blank");
    tab.go(&link);
    tab.page().heading(words.helps).wait();
    tab.page().button(words.withdraw).wait();
    sees("the follow page");
    tab.go(&address("/peilingen/veilig-naar-school"));
    tab.page().heading(words.results).wait();
    sees("results");
    tab.go(&address("/initiatieven"));
    sees("ideas of residents");
    for page in ["", "/peilingen/prettig-in-het-donker", "/peilingen/veilig-naar-school", "/idee"] {
        tab.resize(360, 740);
        tab.go(&address(page));
        wait::until("room for everything on a phone", || match tab.page().widths()? {
            (content, room) if room == 360 && content <= room => Ok(()),
            widths => Err(format!("{page}: {widths:?}")),
        });
    }
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

fn answers(words: &Words, tab: &Tab, sees: &impl Fn(&str)) {
    let view = tab.page();
    let next = || view.button(words.next).click();
    view.link(&format!("{}…", words.poll)).click();
    view.heading(words.at_ease).wait();
    view.reads(words.minutes);
    sees("the poll");
    view.by_role(Role::Radio, "4").choose();
    next();
    view.heading(words.which_place).wait();
    sees("a question");
    view.by_role(Role::Radio, words.path).choose();
    next();
    view.heading(words.what_helps).wait();
    view.by_role(Role::Checkbox, words.light).choose();
    next();
    view.heading(words.together).wait();
    next();
    view.heading(words.where_at).wait();
    view.by_role(Role::Radio, words.prefer_not).choose();
    next();
    view.heading(words.check).wait();
    for answer in [words.scale, words.path, words.light, words.prefer_not] {
        view.reads(answer);
    }
    sees("the check page");
    view.button(words.send_answers).click();
    view.heading(words.thanks).wait();
    sees("thanks");
}

fn sends_an_idea(words: &Words, tab: &Tab, sees: &impl Fn(&str)) {
    let view = tab.page();
    let next = || view.button(words.next).click();
    view.heading(words.idea).wait();
    next();
    view.heading(words.empty.1).wait();
    view.reads(words.empty.0);
    sees("an idea");
    view.by_label(words.what).fill("Więcej światła przy schodach. Більше світла біля сходів.");
    view.by_label(words.why).fill("Bo zimą nic nie widać.");
    next();
    view.heading(words.topic).wait();
    view.by_role(Role::Disclosure, words.safety).click();
    view.by_role(Role::Radio, words.lighting).choose();
    sees("the topic");
    next();
    view.heading(words.area).wait();
    view.by_role(Role::Disclosure, "De Wieken").click();
    view.by_role(Role::Radio, "Zeilmakersbuurt").choose();
    next();
    view.heading(words.who).wait();
    next();
    view.heading(words.answer).wait();
    next();
    view.heading(words.right).wait();
    view.heading(words.goes_to).wait();
    view.reads(words.because);
    sees("the check page of an idea");
    view.button(words.send_idea).click();
    view.heading(words.received).wait();
    sees("the receipt");
}
