//! What a device shows of news. Everybody beside it can read that, so it says that there is something, and not what.

use shared::text::Language;

/// The words, with the name of the municipality where there is a place for one.
pub struct Words {
    pub poll_opened: fn(&str) -> String,
    pub poll_reported: fn(&str) -> String,
    pub case_news: fn(&str) -> String,
    /// With the number: "2026-0147".
    pub case_number: fn(&str) -> String,
}

pub const fn push(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
        Language::Tr => &TR,
        Language::Ar => &AR,
        Language::Pl => &PL,
        Language::Uk => &UK,
    }
}

static NL: Words = Words {
    poll_opened: |name| format!("Nieuwe peiling in {name}"),
    poll_reported: |name| format!("Uitkomst van een peiling in {name}"),
    case_news: |name| format!("Nieuws over uw idee in {name}"),
    case_number: |number| format!("Druk hier om het te lezen. Uw nummer is {number}."),
};

static EN: Words = Words {
    poll_opened: |name| format!("New poll in {name}"),
    poll_reported: |name| format!("Outcome of a poll in {name}"),
    case_news: |name| format!("News about your idea in {name}"),
    case_number: |number| format!("Press here to read it. Your number is {number}."),
};

static TR: Words = Words {
    poll_opened: |name| format!("{name}: yeni anket"),
    poll_reported: |name| format!("{name}: bir anketin sonucu"),
    case_news: |name| format!("{name}: fikrinizle ilgili haber var"),
    case_number: |number| format!("Okumak için buraya basın. Numaranız: {number}."),
};

static AR: Words = Words {
    poll_opened: |name| format!("استطلاع جديد في {name}"),
    poll_reported: |name| format!("نتيجة استطلاع في {name}"),
    case_news: |name| format!("خبر عن فكرتك في {name}"),
    case_number: |number| format!("اضغط هنا لقراءته. رقمك هو {number}."),
};

static PL: Words = Words {
    poll_opened: |name| format!("{name}: nowa ankieta"),
    poll_reported: |name| format!("{name}: wynik ankiety"),
    case_news: |name| format!("{name}: wiadomość o Państwa pomyśle"),
    case_number: |number| format!("Proszę nacisnąć, aby przeczytać. Numer: {number}."),
};

static UK: Words = Words {
    poll_opened: |name| format!("{name}: нове опитування"),
    poll_reported: |name| format!("{name}: результат опитування"),
    case_news: |name| format!("{name}: новина про вашу ідею"),
    case_number: |number| format!("Натисніть, щоб прочитати. Ваш номер: {number}."),
};
