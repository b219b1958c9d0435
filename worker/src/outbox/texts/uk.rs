//! Українська: every message to residents. Not proof-read by a native speaker yet.

use shared::{notification::MailKind, text::Language, time::CivilDate};

use super::{Facts, Frame, Words};

pub(super) static FRAME: Frame = Frame {
    dear_resident: "Добрий день!",
    to_resident_page: "Переглянути свою ідею",
    to_pledge: "Переглянути свою пропозицію",
    to_question: "Переглянути своє запитання",
    code: |code| {
        format!(
            "Посилання не працює? Перейдіть на сторінку «Перевірити свою ідею» в Buurtstem. Впишіть там цей код: {code}"
        )
    },
    share_with_nobody: "Посилання і код лише для вас. Нікому їх не давайте.",
    questions: |phone, hours| format!("Маєте запитання? Телефон: {phone} ({hours})."),
    no_answers: "На цей лист не можна відповісти.",
    signature: |municipality| format!("Муніципалітет {municipality}"),
    sender: |municipality| format!("Buurtstem {municipality}"),
    stop: "Більше не отримувати повідомлень",
    confirm: "Підтвердити мою електронну адресу",
    to_report: "Прочитати підсумок",
    stop_reader: "Все-таки не надсилати листа",
};

fn date(date: CivilDate) -> String {
    widget::texts::of(Language::Uk).date(date)
}

const ON_YOUR_PAGE: &str = "Ви прочитаєте це на своїй особистій сторінці.";

pub(super) fn words(kind: MailKind, facts: &Facts) -> Words {
    let n = &facts.number;
    let (subject, paragraphs): (String, Vec<String>) = match kind {
        MailKind::Received => received(facts),
        MailKind::News => (
            format!("Є новини про вашу ідею ({n})"),
            vec![format!("Є новини про вашу ідею номер {n}."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::Question => (
            format!("Ми маємо запитання про вашу ідею ({n})"),
            vec![
                format!("Ми маємо до вас запитання про ідею номер {n}."),
                match facts.answer_until {
                    Some(until) => format!("Відповісти можна до {}, на своїй особистій сторінці.", date(until)),
                    None => ON_YOUR_PAGE.to_owned(),
                },
            ],
        ),
        MailKind::AnswerTermPassed => (
            format!("Ми працюємо далі над вашою ідеєю ({n})"),
            vec![
                format!("Ми мали запитання про вашу ідею номер {n}. Відповіді не було."),
                "Тепер ми працюємо далі без неї. Ще хочете щось сказати? Зателефонуйте нам.".to_owned(),
            ],
        ),
        MailKind::HandoverOffered => (
            format!("Ми просимо допомоги в іншої організації ({n})"),
            vec![
                format!("Ми попросили іншу організацію зайнятися вашою ідеєю номер {n}."),
                "Доки вона не погодиться, для вас нічого не змінюється.".to_owned(),
            ],
        ),
        MailKind::OwnerChanged => (
            format!("Відтепер вам допомагає інша організація ({n})"),
            vec![
                format!("З вашою ідеєю номер {n} вам допомагає інша організація."),
                "На своїй сторінці ви побачите, яка саме і коли ви отримаєте звістку від нас.".to_owned(),
            ],
        ),
        MailKind::PromiseMoved => (
            format!("Ви отримаєте звістку від нас в інший день ({n})"),
            vec![
                format!("Для вашої ідеї номер {n} нам треба більше або менше часу."),
                "На своїй сторінці ви прочитаєте нову дату і пояснення.".to_owned(),
            ],
        ),
        MailKind::Concluded => (
            format!("Є відповідь на вашу ідею ({n})"),
            vec![format!("Є відповідь на вашу ідею номер {n}."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::PassedOn => (
            format!("Ми передали ваше повідомлення далі ({n})"),
            vec![
                format!("Ми передали далі ваше повідомлення номер {n}."),
                "На своїй сторінці ви прочитаєте, кому, що буде тепер і коли буде відповідь.".to_owned(),
            ],
        ),
        MailKind::MergedNews | MailKind::Unmerged => merged(kind, n),
        MailKind::PledgeReceived | MailKind::PledgeNews | MailKind::PledgeForYou => pledge(kind, n),
        MailKind::QuestionReceived | MailKind::QuestionNews | MailKind::QuestionForYou => question(kind, n),
        MailKind::Reopened => (
            format!("Ми ще раз розглядаємо вашу ідею ({n})"),
            vec![
                format!("Ми ще раз розглядаємо вашу ідею номер {n}."),
                "На своїй сторінці ви побачите, коли отримаєте звістку від нас.".to_owned(),
            ],
        ),
        MailKind::ReopeningRefused => (
            format!("Ми залишаємо нашу відповідь ({n})"),
            vec![
                format!("Ви просили ще раз розглянути ідею номер {n}. Ми залишаємо нашу відповідь."),
                "На своїй сторінці ви прочитаєте чому.".to_owned(),
            ],
        ),
        MailKind::TextsErased | MailKind::WithdrawalConfirmed => ended(kind, n),
        MailKind::MadePublic | MailKind::NoLongerPublic => public(kind, n),
        MailKind::ConfirmReader | MailKind::ReportPublished => reader(kind, n),
        for_officials => return super::en::words(for_officials, facts),
    };
    Words { subject, paragraphs }
}

fn received(facts: &Facts) -> (String, Vec<String>) {
    let n = &facts.number;
    (
        format!("Ми отримали вашу ідею ({n})"),
        vec![
            format!("Дякуємо за ідею для мікрорайону. Вона має номер {n}."),
            format!(
                "Вашу ідею отримає {}. Ви отримаєте звістку від нас не пізніше {}.",
                facts.first_owner,
                date(facts.first_promise)
            ),
            "На своїй сторінці ви бачите, що відбувається з ідеєю.".to_owned(),
        ],
    )
}

fn ended(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::TextsErased => (
            format!("Ми видалили тексти вашої ідеї ({n})"),
            vec![
                format!("Ми видалили тексти вашої ідеї номер {n}, бо про це просили."),
                "Це просили не ви? Зателефонуйте нам.".to_owned(),
            ],
        ),
        _ => (
            format!("Ви відкликали свою ідею ({n})"),
            vec![
                format!("Ви відкликали свою ідею номер {n}. Ми більше нічого з нею не робимо."),
                "Це зробили не ви? Зателефонуйте нам.".to_owned(),
            ],
        ),
    }
}

fn public(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::MadePublic => (
            format!("Тепер вашу ідею може прочитати кожен ({n})"),
            vec![
                format!("Ваша ідея номер {n} тепер серед ініціатив мікрорайону. Її може прочитати кожен."),
                "Вашого імені та електронної адреси ми не показуємо.".to_owned(),
            ],
        ),
        _ => (
            format!("Вашої ідеї більше немає на сайті ({n})"),
            vec![
                format!("Вашої ідеї номер {n} більше немає серед ініціатив мікрорайону."),
                "На своїй сторінці ви побачите, що буде далі.".to_owned(),
            ],
        ),
    }
}

fn reader(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::ConfirmReader => (
            format!("Підтвердьте свою електронну адресу: {n}"),
            vec![
                format!("Хтось попросив надіслати лист із підсумком опитування «{n}»."),
                "Це були ви? Тоді відкрийте посилання і натисніть кнопку.".to_owned(),
                "Якщо це не ви, нічого не робіть. За 7 днів ми видалимо вашу адресу.".to_owned(),
            ],
        ),
        _ => (
            format!("Підсумок опитування: {n}"),
            vec![
                format!("Підсумок опитування «{n}» відомий."),
                "Ви прочитаєте, що ми почули, що ми робимо і що можете зробити ви.".to_owned(),
                "Це єдиний лист про це опитування. Вашу адресу вже видалено.".to_owned(),
            ],
        ),
    }
}

fn merged(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::MergedNews => (
            format!("Є відповідь у справі, з якою об’єднано вашу ідею ({n})"),
            vec![
                format!("Ваша ідея номер {n} йде далі під іншим номером. Там тепер є відповідь."),
                ON_YOUR_PAGE.to_owned(),
            ],
        ),
        _ => (
            format!("Ваша ідея знову йде під номером {n}"),
            vec![
                format!("Ваша ідея йшла під іншим номером. Ту ідею відкликано. Ваша ідея номер {n} йде далі."),
                "На своїй сторінці ви побачите, хто нею займається і коли буде звістка від нас.".to_owned(),
            ],
        ),
    }
}

fn pledge(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::PledgeReceived => (
            "Ви долучаєтеся до ініціативи у своєму мікрорайоні".to_owned(),
            vec![
                "Дякуємо за бажання допомогти. Людина, яка придумала ініціативу, прочитає, що ви можете зробити. Якщо вона скаже «так», ви зможете надсилати повідомлення одне одному.".to_owned(),
                "Ніхто не бачить вашої адреси. Це заповнили не ви або ви передумали? Відкличте пропозицію на своїй сторінці. Тоді ми видалимо вашу адресу.".to_owned(),
            ],
        ),
        MailKind::PledgeNews => (
            "Є новини про вашу пропозицію допомогти".to_owned(),
            vec![
                "Є новини про вашу пропозицію допомогти з ініціативою у вашому мікрорайоні.".to_owned(),
                ON_YOUR_PAGE.to_owned(),
            ],
        ),
        _ => (
            format!("Хтось хоче долучитися до вашої ідеї ({n})"),
            vec![
                format!("Є пропозиція або повідомлення від людини, яка хоче долучитися до вашої ідеї номер {n}."),
                "Ви прочитаєте це на своїй сторінці. Ніхто не бачить вашого імені та електронної адреси.".to_owned(),
            ],
        ),
    }
}

fn question(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::QuestionReceived => (
            "Ви поставили запитання людині з досвідом".to_owned(),
            vec![
                "Ваше запитання прочитає людина, яка вже це робила. Якщо вона скаже «так», ви зможете надсилати повідомлення одне одному.".to_owned(),
                "Ніхто не бачить вашої адреси. Це заповнили не ви або ви передумали? Відкличте запитання на своїй сторінці. Тоді ми видалимо вашу адресу.".to_owned(),
            ],
        ),
        MailKind::QuestionNews => (
            "Є новини про ваше запитання людині з досвідом".to_owned(),
            vec!["Є новини про запитання, яке ви поставили людині, що вже це робила.".to_owned(), ON_YOUR_PAGE.to_owned()],
        ),
        _ => (
            format!("Хтось питає, як вам це вдалося ({n})"),
            vec![
                format!("Є запитання або повідомлення про вашу ідею номер {n} від людини, яка хоче того самого."),
                "Ви прочитаєте це на своїй сторінці. Відповідати не обов’язково. Ніхто не бачить вашого імені та електронної адреси.".to_owned(),
            ],
        ),
    }
}
