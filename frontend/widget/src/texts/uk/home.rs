//! The start, and a poll before and after its questions.

use shared::poll::Influence;
use shared::sentence::{Counted, Sentence};
use shared::text::Language;

use crate::texts::{Around, Corrections, Home, OpenData, OutcomeMail, PollIntro, Report, Results, Thanks};

pub(in crate::texts) static AROUND: Around = Around {
    skip: "Перейти до змісту",
    languages: "Мова",
    home: "На початок",
    questions_title: "Запитання?",
    call: "Телефон муніципалітету:",
    privacy: "Ця сторінка не використовує файлів cookie і не стежить за вами.",
    to_privacy: "Ваша приватність",
    to_accessibility: "Доступність",
    contact_person: "Ваша контактна особа в муніципалітеті:",
};

pub(in crate::texts) static HOME: Home = Home {
    title: "Ваш голос у справах мікрорайону",
    lead: "Скажіть свою думку, надішліть ідею та подивіться, що з нею роблять. Обліковий запис не потрібен.",
    polls: "Скажіть свою думку",
    no_polls: "Зараз немає відкритих опитувань.",
    no_polls_hint: "Але ідею можна надіслати завжди.",
    take_part: "Взяти участь",
    open_until: |date| format!("Відкрите до {date}"),
    idea_title: "Маєте ідею для свого мікрорайону?",
    idea_text: "Велику чи малу: її не треба розробляти. Ще до надсилання ви бачите, хто отримає вашу ідею та коли буде відповідь.",
    idea_button: "Надіслати ідею",
    initiatives: "Ідеї мешканців",
    all_initiatives: "Переглянути всі ідеї",
    reports: "Що ми робимо з вашими відповідями?",
    reports_text: "Ці опитування закрито.",
    reported: "Прочитайте результати й те, що ми робимо",
    report_awaited: |date| format!("Не пізніше {date} ви прочитаєте, що ми робимо"),
    report_late: |date| format!("До {date} ми мали написати, що робимо. Ми не встигли. Ми ще працюємо над цим"),
    feed: "Стежити за новинами мікрорайону",
    closed: "Закрите",
    follow_title: "Ви вже щось надсилали?",
    follow_text: "За особистим кодом ви побачите, як іде справа.",
    follow_link: "Перевірити свою ідею",
};

pub(in crate::texts) static THANKS: Thanks = Thanks {
    title: "Дякуємо! Ми отримали ваші відповіді",
    lead: "Добре, що ви думаєте про свій мікрорайон.",
    next_title: "Що буде далі?",
    next_open: |date| format!("Опитування відкрите до {date}."),
    next_count: "Потім ми рахуємо всі відповіді. Малі групи ми не показуємо окремо.",
    next_report: "На сторінці опитування ви прочитаєте, що ми робимо, хто це робить і що можете зробити ви.",
    contact_title: "Хочете з кимось поговорити?",
    contact_text: "Ваша контактна особа в муніципалітеті:",
    nearby: "Що вже роблять мешканці",
    share_title: "Запросіть і своїх сусідів",
    share_hint: "Надішліть сусідам це повідомлення:",
    share_text: |title, link| {
        format!(
            "Я беру участь в опитуванні «{title}». Приєднуйтеся! Це займе кілька хвилин, і не треба називати своє ім’я. {link}"
        )
    },
    share_button: "Скопіювати повідомлення",
};

pub(in crate::texts) static CORRECTIONS: Corrections = Corrections {
    title: "Що виправлено в цьому опитуванні",
    corrected_on: |date| format!("Виправлено {date}"),
    title_was: "Попередня назва:",
    intro_was: "Попередній вступ:",
    question_was: |number| format!("Попередній текст запитання {number}:"),
    answers: |number| format!("Відповіді на запитання {number} тепер мають інший текст."),
};

pub(in crate::texts) static OPEN_DATA: OpenData = OpenData {
    title: "Завантажити дані",
    text: "Хочете порахувати самі? Ці дані може використовувати кожен. Малих груп у них немає.",
    csv: "Дані для електронної таблиці (CSV)",
    json: "Дані для програми (JSON)",
    code_book: "Що означають коди (CSV)",
};

const TOOK_PART: Counted =
    Counted::new(Language::Uk, "Участь взяла {0} особа.|Участь взяли {0} особи.|Участь взяли {0} осіб.");

pub(in crate::texts) static RESULTS: Results = Results {
    closed_on: |date| format!("Закрито {date}"),
    report_awaited_title: "Ми ще працюємо з відповідями",
    report_awaited: |date| match date {
        Some(date) => format!("Не пізніше {date} ви прочитаєте тут, що ми з ними робимо."),
        None => "Скоро ви прочитаєте тут, що ми з ними робимо.".to_owned(),
    },
    report_late_title: "Наша відповідь запізнюється",
    report_late: |date| {
        format!(
            "До {date} ми мали написати тут, що робимо з відповідями. Ми не встигли. Ми ще працюємо над цим. Ви можете нам про це зателефонувати."
        )
    },
    title: "Результати",
    ballots: |count| match count {
        Some(count) => TOOK_PART.with(Language::Uk, count.into()),
        None => "Участь взяло ще замало людей, щоб показати цифри.".to_owned(),
    },
    as_of: |date| format!("Пораховано {date}."),
    sample_title: "Читайте ці цифри обережно",
    sample: "Участь міг взяти кожен. Люди, які відповіли, – це не випадкова вибірка. Тому цифри не можна просто перенести на весь мікрорайон.",
    hidden: "Не показано",
    open_text: "На це запитання можна було відповісти своїми словами. Ці відповіді читають працівники. На цій сторінці ми їх не показуємо.",
    margin_title: "Що таке похибка?",
    margin_text: "Похибка показує, наскільки точна цифра. Що менше відповідей, то більша похибка. Якщо похибки двох відповідей майже однакові, то між ними немає чіткої різниці.",
    answer: "Відповідь",
    number: "Кількість",
    share: "Частка",
    margin_column: "Похибка",
    mean: "Середнє",
    mean_margin: |mean, low, high| format!("{mean} (похибка від {low} до {high})"),
    represent: "Хто взяв участь?",
    represent_note: "Порівняно з усіма мешканцями від 15 років.",
    under: "Брали участь рідше",
    over: "Брали участь частіше",
    alike: "Усі групи брали участь приблизно однаково часто.",
    compared: |answered, live| format!("{answered}% відповідей, {live}% мешканців"),
    per_group: "Цифри за групами",
    per_group_note: "Лише від тих, хто хотів це сказати, і лише з груп від 10 осіб.",
    per_area: "Цифри за мікрорайонами",
    area_table: |area| format!("Відповіді з місця: {area}"),
    everybody: "Усі",
    none: "Цифр ще немає.",
    not_visible: "Результати з’являться тут разом із тим, що ми з ними робимо.",
};

pub(in crate::texts) static REPORT: Report = Report {
    title: "Що ми робимо з вашими відповідями?",
    published_on: |date| format!("Написано {date}"),
    heard: "Що ми почули від вас",
    per_question: "За запитаннями",
    we_do: "Що ми робимо",
    by_when: |date| format!("Термін: {date}"),
    we_do_not: "Чого ми не робимо і чому",
    you_can: "Що можете зробити ви",
    to_site: |host| format!("Докладніше на сайті {host}"),
    to_initiative: "Подивіться на цю ідею:",
};

pub(in crate::texts) static POLL_INTRO: PollIntro = PollIntro {
    questions: Counted::new(Language::Uk, "{0} запитання|{0} запитання|{0} запитань"),
    minutes: Counted::new(Language::Uk, "{0} хвилина|{0} хвилини|{0} хвилин"),
    size: Sentence::new("{0}, приблизно {1}"),
    what_for: "Що буде з вашими відповідями?",
    influence: |influence| match influence {
        Influence::Inform => {
            ("Щоб ми знали", "Ми хочемо знати, як живеться в мікрорайоні. Ваші відповіді нам у цьому допоможуть.")
        }
        Influence::Advise => {
            ("Думаємо разом", "Ваші відповіді враховуються, коли ми щось вирішуємо. Потім ми пояснимо, як саме.")
        }
        Influence::Decide => ("Вирішуємо разом", "Що вибере більшість людей, те ми й зробимо."),
    },
    report_promise: Sentence::new("Це опитування відкрите до {0}. Потім ви прочитаєте на цій сторінці, що ми робимо."),
    anonymous: "Ваша участь анонімна. Ми не питаємо вашого імені та не використовуємо файлів cookie.",
    for_areas: Sentence::new("Для мешканців: {0}."),
    other_language: "Цього опитування немає українською мовою. Воно лише нідерландською.",
    not_open_yet: Sentence::new("Це опитування починається {0}."),
};

pub(in crate::texts) static OUTCOME: OutcomeMail = OutcomeMail {
    title: "Надішліть мені повідомлення з підсумком",
    text: "Коли підсумок буде відомий, ми надішлемо вам один лист. Потім ми видалимо вашу електронну адресу.",
    email: "Ваша електронна адреса",
    hint: "Адреса зберігається окремо від ваших відповідей. Ніхто не побачить, що ви відповіли.",
    send: "Надішліть мені підсумок",
    asked_title: "Перевірте зараз свою пошту",
    asked: "Ми надсилаємо вам лист із посиланням. Відкрийте його і підтвердьте свою адресу. Якщо ви не зробите цього за 7 днів, ми видалимо адресу.",
};
