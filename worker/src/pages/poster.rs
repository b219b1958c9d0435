//! A poster of one sheet and its QR code, for the notice board of a block of flats, a letter or the library. The page is
//! made for printing; whoever wants a PDF prints it to one.
//!
//! The page is drawn here alone and has no program. Its style is with that of the officials, who make it, so that
//! residents do not fetch it.

use std::fmt::Write as _;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Deserialize;
use shared::{ids::PollId, text::Language};
use widget::{texts, views::last_day};

use super::{
    document::{escaped, respond},
    visit::Visit,
};
use crate::{
    http::{extract::Path, headers::FramedBy},
    refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct PosterPath {
    poll_id: PollId,
}

/// What stands on it.
struct Sheet {
    title: String,
    lead: String,
    /// What the code leads to, and what people type.
    address: String,
}

/// For everything at once.
pub(super) async fn show(visit: Visit) -> Result<Response, Refusal> {
    page(&visit, &of_home(&visit))
}

pub(super) async fn of_poll(visit: Visit, Path(path): Path<PosterPath>) -> Result<Response, Refusal> {
    page(&visit, &sheet(&visit, &path.poll_id)?)
}

/// The code alone, as a file.
pub(super) async fn code(visit: Visit) -> Result<Response, Refusal> {
    picture(&of_home(&visit))
}

pub(super) async fn code_of_poll(visit: Visit, Path(path): Path<PosterPath>) -> Result<Response, Refusal> {
    picture(&sheet(&visit, &path.poll_id)?)
}

fn of_home(visit: &Visit) -> Sheet {
    let words = texts::of(visit.language).home();
    let address = format!("{}/{}", visit.edge.config().public_origin, visit.slug);
    Sheet { title: words.title.to_owned(), lead: words.lead.to_owned(), address }
}

fn sheet(visit: &Visit, id: &PollId) -> Result<Sheet, Refusal> {
    let view = visit.snapshot.poll(id, visit.language, visit.edge.now()).ok_or(Refusal::NotFound)?;
    let until = texts::of(visit.language).date(last_day(view.closes_at));
    let address = visit.short_url(&view.code).ok_or(Refusal::NotFound)?;
    Ok(Sheet { title: view.poll.title.text, lead: (words(visit.language).until)(&until), address })
}

fn page(visit: &Visit, sheet: &Sheet) -> Result<Response, Refusal> {
    let words = words(visit.language);
    let settings = &visit.snapshot.settings;
    // As people type it; every browser knows the rest.
    let typed = sheet.address.split_once("://").map_or(sheet.address.as_str(), |(_, rest)| rest);
    let html = format!(
        "<!doctype html><html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{} – {name}</title>\
         <link rel=\"stylesheet\" href=\"{}\"></head><body class=\"poster-page\">\
         <header class=\"poster-page__how no-print\"><p>{}</p></header><main class=\"poster\"><p class=\"poster__from\">{name}</p>\
         <h1 class=\"poster__title\">{}</h1><p class=\"poster__lead\">{}</p><div class=\"poster__code\">{}</div>\
         <p class=\"poster__scan\">{}</p><p class=\"poster__address\"><bdi>{}</bdi></p><p class=\"poster__more\">{}</p>\
         </main></body></html>",
        visit.language.tag(),
        visit.language.direction(),
        escaped(&sheet.title),
        escaped(&visit.edge.manifest().program("admin").style),
        words.print,
        escaped(&sheet.title),
        escaped(&sheet.lead),
        svg(&sheet.address, "")?,
        words.scan,
        escaped(typed),
        escaped(&(words.call)(&settings.contact.phone)),
        name = escaped(&settings.name),
    );
    Ok(respond(html, FramedBy::Nobody, None, None))
}

fn picture(sheet: &Sheet) -> Result<Response, Refusal> {
    let file = svg(&sheet.address, " xmlns=\"http://www.w3.org/2000/svg\" width=\"480\" height=\"480\"")?;
    let headers =
        [(header::CONTENT_TYPE, "image/svg+xml"), (header::CONTENT_DISPOSITION, "inline; filename=\"qr-code.svg\"")];
    Ok((headers, file).into_response())
}

/// The light edge that readers need around a code, in modules, by the standard (ISO/IEC 18004).
const EDGE: i32 = 4;

/// A QR code as one path. A quarter of it may be dirty or torn and it is still read.
fn svg(text: &str, attributes: &str) -> Result<String, Refusal> {
    let code = QrCode::encode_text(text, QrCodeEcc::Quartile).map_err(|error| Refusal::fault(error.to_string()))?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(size);
            if run > 0 {
                // Writing into a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + EDGE, y + EDGE);
            }
            x += run.max(1);
        }
    }
    let whole = size + 2 * EDGE;
    Ok(format!(
        "<svg{attributes} viewBox=\"0 0 {whole} {whole}\" role=\"img\" aria-label=\"QR: {}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{whole}v{whole}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>",
        escaped(text),
    ))
}

struct Words {
    until: fn(&str) -> String,
    scan: &'static str,
    call: fn(&str) -> String,
    print: &'static str,
}

const fn words(language: Language) -> &'static Words {
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
    until: |day| format!("Doe mee tot en met {day}. U hoeft uw naam niet te geven."),
    scan: "Scan de code met de camera van uw telefoon, of ga op internet naar",
    call: |phone| format!("Liever bellen? {phone}"),
    print: "Druk deze pagina af met de knop ‘Afdrukken’ van uw browser. Kies daar ‘Opslaan als PDF’ als u een bestand wilt.",
};

static EN: Words = Words {
    until: |day| format!("Take part until {day}. You do not have to give your name."),
    scan: "Scan the code with the camera of your phone, or go to",
    call: |phone| format!("Rather call? {phone}"),
    print: "Print this page with the print button of your browser. Choose ‘Save as PDF’ there if you want a file.",
};

static TR: Words = Words {
    until: |day| format!("{day} günü dahil katılabilirsiniz. Adınızı vermeniz gerekmez."),
    scan: "Kodu telefonunuzun kamerasıyla okutun veya internette şu adrese gidin:",
    call: |phone| format!("Aramayı mı tercih edersiniz? {phone}"),
    print: "Bu sayfayı tarayıcınızın yazdırma düğmesiyle yazdırın. Dosya isterseniz orada ‘PDF olarak kaydet’ seçeneğini seçin.",
};

static AR: Words = Words {
    until: |day| format!("شارك حتى {day}، بما في ذلك هذا اليوم. لا يلزم أن تذكر اسمك."),
    scan: "امسح الرمز بكاميرا هاتفك، أو اذهب على الإنترنت إلى",
    call: |phone| format!("تفضل الاتصال؟ \u{2066}{phone}\u{2069}"),
    print: "اطبع هذه الصفحة بزر الطباعة في متصفحك. اختر هناك ‘حفظ بصيغة PDF’ إذا أردت ملفًا.",
};

static PL: Words = Words {
    until: |day| format!("Można wziąć udział do {day} włącznie. Nie trzeba podawać imienia ani nazwiska."),
    scan: "Proszę zeskanować kod aparatem telefonu albo wejść na stronę",
    call: |phone| format!("Wolą Państwo zadzwonić? {phone}"),
    print: "Proszę wydrukować tę stronę przyciskiem drukowania w przeglądarce. Jeśli potrzebny jest plik, proszę wybrać tam „Zapisz jako PDF”.",
};

static UK: Words = Words {
    until: |day| format!("Візьміть участь до {day} включно. Називати своє ім’я не потрібно."),
    scan: "Відскануйте код камерою телефона або перейдіть в інтернеті за адресою",
    call: |phone| format!("Бажаєте зателефонувати? {phone}"),
    print: "Надрукуйте цю сторінку кнопкою друку у вашому браузері. Якщо потрібен файл, виберіть там «Зберегти як PDF».",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Installation, ORIGIN};

    #[test]
    fn a_code_says_its_address() {
        // Read back from the modules of the drawing, by the rows of the path.
        let code = QrCode::encode_text("https://buurtstem.example/waterdam", QrCodeEcc::Quartile).unwrap();
        let drawn = svg("https://buurtstem.example/waterdam", "").unwrap();
        let path = drawn.rsplit_once("d=\"").unwrap().1.split('"').next().unwrap();
        let mut dark = 0;
        for run in path.split('M').skip(1) {
            let (place, rest) = run.split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            let length: i32 = rest.split('v').next().unwrap().parse().unwrap();
            assert!((0..length).all(|step| code.get_module(x + step - EDGE, y - EDGE)));
            dark += length;
        }
        let all = (0..code.size()).flat_map(|x| (0..code.size()).map(move |y| (x, y)));
        assert_eq!(dark, i32::try_from(all.filter(|(x, y)| code.get_module(*x, *y)).count()).unwrap());
    }

    #[test]
    fn a_poster_names_the_municipality_and_the_plain_address() {
        let installation = Installation::new();
        let poster = installation.get("/kleinstad/nl/affiche");
        let plain = ORIGIN.split_once("://").unwrap().1;
        for part in ["Kleinstad", &format!("<bdi>{plain}/kleinstad</bdi>"), "<svg", "<h1"] {
            assert!(poster.text().contains(part), "{part}: {}", poster.text());
        }
        assert!(poster.header("content-security-policy").ends_with("frame-ancestors 'none'"));
        let file = installation.get("/kleinstad/en/qr.svg");
        assert_eq!((file.status.as_u16(), file.header("content-type")), (200, "image/svg+xml"));
        assert_eq!(installation.get("/kleinstad/nl/peilingen/geen/affiche").status, 404);
    }
}
