//! Українська: what residents read when something is refused. Not proof-read by a native speaker yet.

use shared::text::Language;

use crate::refusal::{Code, Refusal};

pub(super) const fn sentences(refusal: &Refusal) -> Option<(&'static str, &'static str)> {
    Some(match refusal {
        Refusal::NotFound => ("Не знайдено", "Цієї сторінки (вже) немає. Перевірте адресу або поверніться на початок."),
        Refusal::Invalid { .. } => {
            ("Заповнено неправильно", "Щось заповнено неправильно. Виправте те, що названо нижче, і надішліть ще раз.")
        }
        Refusal::ForeignOrigin => {
            ("Немає доступу", "Цей запит прийшов з іншого сайту. Працюйте зі сторінки для працівників.")
        }
        Refusal::TooLarge => ("Забагато", "Те, що ви надсилаєте, завелике. Скоротіть текст і надішліть ще раз."),
        Refusal::TooMany => {
            ("Зачекайте трохи", "Було забагато запитів поспіль. Зачекайте хвилину та спробуйте ще раз.")
        }
        Refusal::Unavailable => {
            ("Зараз недоступно", "Зараз це не працює. Спробуйте ще раз за кілька секунд; надіслати двічі не зашкодить.")
        }
        Refusal::PollClosed { .. } => ("Це опитування закрито", "Відповіді, що надходять пізніше, не враховуються."),
        Refusal::Case { refusal } => ("Зараз це неможливо", refusal.detail(Language::Uk)),
        Refusal::Fault { .. } => ("Щось пішло не так", "Щось пішло не так з нашого боку. Спробуйте ще раз пізніше."),
        Refusal::Unreadable { code }
        | Refusal::SignInNeeded { code }
        | Refusal::Conflict { code }
        | Refusal::Gone { code }
        | Refusal::Unprocessable { code } => return words(*code),
        _ => return None,
    })
}

const fn words(code: Code) -> Option<(&'static str, &'static str)> {
    Some(match code {
        Code::PathNotNormal => (
            "Ця адреса неправильна",
            "В адресі є знаки, яких там не має бути. Впишіть її ще раз або поверніться на початок.",
        ),
        Code::IdempotencyKeyReused => (
            "Уже надіслано",
            "Ви вже надіслали це з іншим змістом. Зараховано перше. Щоб надіслати інше, почніть спочатку.",
        ),
        Code::PollNotOpen => (
            "Це опитування ще не відкрите",
            "Відповідати ще не можна. Поверніться того дня, коли опитування почнеться.",
        ),
        Code::BallotDiffers => {
            ("Ви вже відповіли", "Ваші перші відповіді зараховано. Те, що ви заповнили зараз, не надіслано.")
        }
        Code::VersionPassed => (
            "Хтось вас випередив",
            "Тим часом щось змінилося. Подивіться, що там тепер, і за потреби зробіть це ще раз.",
        ),
        Code::PledgeNotAnswered => {
            ("Ще ніхто не сказав «так»", "Повідомлення можна надсилати лише тоді, коли інша людина скаже «так».")
        }
        Code::PledgeOver => {
            ("Це вже неможливо", "Пропозицію відкликано або ініціатива не йде далі. Відкрийте сторінку ще раз.")
        }
        Code::PledgesFull => (
            "Уже бере участь багато людей",
            "Зараз пропозицій допомоги досить. Загляньте ще раз за кілька тижнів. Ваш текст ще тут.",
        ),
        Code::PledgesFullToday => {
            ("Сьогодні зголосилося вже багато людей", "Спробуйте ще раз завтра. Ваш текст ще тут.")
        }
        _ => return None,
    })
}

pub(super) fn closed(day: &str, time: &str) -> String {
    format!("Це опитування закрилося {day} о {time}. ")
}

pub(super) fn due(day: &str) -> String {
    format!(" Не пізніше {day} ви прочитаєте на сторінці опитування, що ми робимо з відповідями.")
}

pub(super) fn call(name: &str, phone: &str, hours: &str) -> String {
    format!(" Не виходить? Зателефонуйте, {name}: {phone} ({hours}).")
}
