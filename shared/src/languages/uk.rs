//! Українська: what residents read of the rules. Not proof-read by a native speaker yet.

use crate::area_care::ContactRole;
use crate::case::Refusal;
use crate::fault::{FaultCode, FormFaults};
use crate::partner::PartnerKind;
use crate::poll::background::BackgroundWords;
use crate::privacy::FindingKind;
use crate::proposal::ProposalKind;
use crate::routing::Reasons;
use crate::sentence::Sentence;

pub(crate) const FORM_FAULTS: FormFaults = FormFaults {
    required: "Заповніть це поле.",
    choice_required: "Виберіть відповідь.",
    too_long: Sentence::new("Цей текст задовгий. Найбільша кількість знаків: {0}."),
    too_many: Sentence::new("Виберіть не більше ніж {0}."),
    out_of_range: Sentence::new("Виберіть число від {0} до {1}."),
    unknown: "Такого вибору (вже) немає. Виберіть ще раз.",
    wrong_kind: "Ця відповідь не підходить до запитання. Заповніть ще раз.",
    not_an_email: "Це не електронна адреса. Правильна адреса, наприклад, naam@voorbeeld.nl.",
    not_asked: "Це запитання не підходить до ваших попередніх відповідей. Приберіть цю відповідь.",
    places: Sentence::new("Дайте місця від 1 до {0}, кожне один раз."),
};

pub(crate) fn fault(code: &FaultCode) -> Option<String> {
    Some(match code {
        FaultCode::TooFew { min } => format!("Цього замало. Найменша кількість: {min}."),
        FaultCode::NotADate => "Це не дата. Приклад дати: 2026-05-12.".into(),
        FaultCode::NotAFollowKey => {
            "Цей код неправильний. Код має 26 літер і цифр. Він є в нашому листі або на вашому підтвердженні.".into()
        }
        FaultCode::NotInTheFuture => "Виберіть день після сьогоднішнього.".into(),
        FaultCode::TooFarAhead { days } => format!("Ця дата задалеко. Найбільша кількість днів від сьогодні: {days}."),
        FaultCode::NotAPostcode => "Це не поштовий індекс. Приклад індексу: 1234 AB.".into(),
        FaultCode::NotAHouseNumber => "Це не номер будинку. Приклад номера: 12 або 12a.".into(),
        FaultCode::Accuses => "Цей текст, здається, когось звинувачує. Приберіть це або зателефонуйте нам.".into(),
        FaultCode::NotTogether => "Це не поєднується з іншим вибором тут. Змініть одне з двох.".into(),
        _ => return None,
    })
}

pub(crate) const fn refusal(refusal: &Refusal) -> Option<&'static str> {
    Some(match refusal {
        Refusal::Ended => "Цю справу завершено. Змінити вже нічого не можна.",
        Refusal::Held => "Спершу цей текст прочитає координатор. Потім можна буде продовжити.",
        Refusal::NoSuchQuestion => {
            "На це запитання вже є відповідь або вона більше не потрібна. Відкрийте сторінку ще раз."
        }
        Refusal::Accuses => "Цей текст, здається, когось звинувачує. Тому він не може бути видимим для всіх.",
        Refusal::NotPublic => "Ця ініціатива не видима для всіх.",
        Refusal::AlreadyWithdrawn => "Цю ідею вже відкликано.",
        Refusal::NotConcluded => "Ще немає відповіді, яку можна оцінити. Поверніться пізніше.",
        Refusal::AlreadyRated => "Ви вже сказали нам, чи допомогла вам відповідь.",
        Refusal::RatingTermPassed => {
            "Сказати свою думку можна було протягом 14 днів після відповіді. Зателефонуйте до муніципалітету або надішліть нову ідею."
        }
        Refusal::TextsErased => "Ваші тексти видалено. Показати більше нічого.",
        Refusal::NoSuchTask => "Це завдання вже готове або більше не потрібне. Відкрийте сторінку ще раз.",
        Refusal::TaskAsItWas => "Нічого не змінилося. Виберіть, хто це зробить, або інший день.",
        Refusal::SharedAlready => "Ви вже погодилися. Інші можуть поставити вам запитання.",
        Refusal::NotShared => "Зараз ніхто не може поставити вам запитання. Нічого робити не треба.",
        Refusal::NothingToShare => {
            "Це можливо, лише якщо ваша ідея вдалася і вона є на сайті. Відкрийте сторінку ще раз."
        }
        Refusal::NoAddress => "Спершу вкажіть свою електронну адресу. Тоді ви знатимете, що хтось вас запитує.",
        Refusal::TooManyTasks => "Уже є 30 відкритих завдань. Спершу завершіть одне з них.",
        Refusal::Field(_) => "Щось заповнено неправильно. Виправте це та надішліть ще раз.",
        _ => return None,
    })
}

pub(crate) const fn partner_kind(kind: PartnerKind) -> &'static str {
    match kind {
        PartnerKind::Municipality => "муніципалітет",
        PartnerKind::Police => "поліція",
        PartnerKind::HousingCorporation => "житлова корпорація",
        PartnerKind::Welfare => "соціальна служба",
    }
}

pub(crate) const fn contact_role(role: ContactRole) -> &'static str {
    match role {
        ContactRole::AreaCoordinator => "координатор району",
        ContactRole::NeighbourhoodOfficer => "дільничний поліції",
        ContactRole::HousingManager => "управитель будинків",
        ContactRole::CommunityWorker => "соціальний працівник",
        ContactRole::YouthWorker => "працівник з молоддю",
        ContactRole::Enforcement => "інспектор муніципалітету",
        ContactRole::Other => "контактна особа",
    }
}

pub(crate) const fn finding(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::PhoneNumber => "Це схоже на номер телефону. Краще його прибрати.",
        FindingKind::Email => "Це схоже на електронну адресу. Краще її прибрати.",
        FindingKind::LicencePlate => {
            "Це схоже на номерний знак. Приберіть його. Ідеться про злочин? Зателефонуйте в поліцію."
        }
        FindingKind::HouseNumber => "Це схоже на номер будинку. Краще назвати лише вулицю.",
        FindingKind::CitizenServiceNumber => "Це схоже на номер BSN. Приберіть його.",
        FindingKind::Postcode => "Це схоже на адресу. Краще назвати лише вулицю або мікрорайон.",
        FindingKind::PersonName => "Це схоже на чиєсь ім’я. Краще писати без імен.",
        FindingKind::Accusation => {
            "Здається, ви когось звинувачуєте. Краще написати, що відбувається і де, не кажучи хто. Інакше ваш текст спершу прочитає координатор."
        }
    }
}

pub(crate) const AGREEMENTS: [&str; 3] = [
    "Ми телефонуємо 112, коли небезпечно або коли бачимо злочин. Це не терміново? Тоді ми телефонуємо 0900-8844.",
    "Ми самі не втручаємося. Ми нікого не затримуємо і ні за ким не йдемо.",
    "Ми не фотографуємо людей і не знімаємо відео. Ми також не поширюємо імен, номерних знаків і зображень людей.",
];

pub(crate) const REASONS: Reasons = Reasons {
    topic_unknown: "бо ви ще не знаєте теми; муніципалітет з’ясує, хто може вам найкраще допомогти",
    cannot_take: Sentence::new("бо {0} зараз не може це прийняти"),
    nobody_appointed: Sentence::new(
        "бо для теми «{0}» ще нікого не призначено; муніципалітет з’ясує, хто вам допоможе",
    ),
    topic_in_place: Sentence::new("бо це стосується теми «{0}», {1}"),
    topic: Sentence::new("бо це стосується теми «{0}»"),
    place: Sentence::new("бо це стосується території, {0}"),
    place_in: Sentence::new("місце: {0}"),
    kind: |kind| match kind {
        ProposalKind::Idea => "бо ви просите, щоб щось зробив хтось інший",
        ProposalKind::Initiative => "бо мешканці хочуть щось зробити самі",
        ProposalKind::Notice => "бо ви лише хочете нам про це сказати",
        ProposalKind::NeighbourhoodWatch => "бо це стосується сусідського дозору",
    },
};

pub(crate) const BACKGROUND: BackgroundWords = BackgroundWords {
    why: "Так ми бачимо, чи почули всіх у мікрорайоні. Не хочете казати? Пропустіть це запитання.",
    why_age: "Так ми бачимо, чи почули всіх у мікрорайоні. Не хочете казати або вам ще немає 15 років? Пропустіть це запитання.",
    age: "Скільки вам років?",
    ages: ["від 15 до 24 років", "від 25 до 44 років", "від 45 до 64 років", "65 років або більше"],
    household: "З ким ви живете?",
    households: [
        "Без інших людей",
        "З партнером або партнеркою, без дітей",
        "З дітьми",
        "Інакше, наприклад з батьками або сусідами по квартирі",
    ],
    tenure: "Ви винаймаєте житло чи воно ваше?",
    tenures: ["Моє або людини, з якою я живу", "Винаймаю в житлової корпорації", "Винаймаю в когось іншого"],
};
