//! What makes the pages a site of their own: statements, share cards, and a place among a device's programs.

use serde_json::Value;
use shared::text::Language;

use super::*;

#[test]
fn every_page_leads_to_what_is_kept_and_for_whom_it_works() {
    let installation = installation();
    for language in Language::ALL {
        let tag = language.tag();
        for name in ["privacy", "toegankelijkheid"] {
            let address = format!("/waterdam/{tag}/{name}");
            let statement = installation.get(&address);
            assert_eq!((statement.status.as_u16(), statement.header("content-language")), (200, tag), "{address}");
            for page in [format!("/waterdam/{tag}"), format!("/waterdam/{tag}/volgen"), address.clone()] {
                assert!(installation.get(&page).text().contains(&format!("<a href=\"{address}\" rel")), "{page}");
            }
            let frame = installation.get(&format!("/frame/v1/waterdam/{tag}")).text();
            assert!(frame.contains(&format!("<a href=\"{address}\" target=\"_blank\" rel=\"noopener\"")), "{frame}");
        }
    }
    let privacy = installation.get("/waterdam/nl/privacy").text();
    assert!(privacy.contains("<h1") && privacy.contains("Niemand kan zien welk antwoord van u is."), "{privacy}");
    assert!(privacy.contains("hreflang=\"tr\"") && privacy.contains("href=\"/waterdam/tr/privacy\""), "{privacy}");
}

#[test]
fn a_shared_link_says_what_it_is_about() {
    let installation = installation();
    let content = |html: &str, name: &str| {
        let (_, rest) = html.split_once(&format!("<meta property=\"{name}\" content=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    let home = installation.get("/waterdam/en").text();
    assert_eq!(content(&home, "og:site_name").as_deref(), Some("Waterdam"));
    assert!(content(&home, "og:url").unwrap().ends_with("/waterdam/en"));
    assert_eq!(content(&home, "og:image"), None, "there is no logo");
    let poll = installation.get(POLL).text();
    assert!(content(&poll, "og:url").unwrap().ends_with(POLL));
    assert!(!content(&poll, "og:description").unwrap().is_empty());
    // Neither in a frame nor where only one person looks.
    for path in ["/frame/v1/waterdam/nl", "/waterdam/nl/volgen", "/waterdam/nl/idee"] {
        assert!(!installation.get(path).text().contains("property=\"og:"), "{path}");
    }
    // Nor once somebody is answering.
    assert!(!poll_at_check(&installation).text().contains("property=\"og:"));
}

#[test]
fn a_device_can_keep_the_pages_among_its_programs() {
    let installation = installation();
    let home = installation.get("/waterdam/ar");
    assert!(home.header("content-security-policy").contains("manifest-src 'self'"));
    assert!(home.text().contains("<link rel=\"manifest\" href=\"/waterdam/ar/app.webmanifest\">"));
    let manifest = installation.get("/waterdam/ar/app.webmanifest");
    assert_eq!(manifest.header("content-type"), "application/manifest+json");
    let manifest: Value = manifest.json();
    assert_eq!((&manifest["lang"], &manifest["dir"]), (&"ar".into(), &"rtl".into()));
    assert_eq!((&manifest["start_url"], &manifest["scope"]), (&"/waterdam/ar".into(), &"/waterdam/".into()));
    let icon = installation.get(manifest["icons"][0]["src"].as_str().unwrap());
    assert_eq!((icon.status.as_u16(), icon.header("content-type")), (200, "image/svg+xml"));
    assert!(roxmltree::Document::parse(&icon.text()).is_ok());
}
