//! What a theme becomes: its own where that is safe, ours where it is not, and nothing that gets out of its value.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

/// As small as a theme can be that looks like one.
const THEME: &str = ".voorbeeld-theme {
  --voorbeeld-paars: #5115ef;
  --basis-color-action-1-inverse-bg-default: var(--voorbeeld-paars);
  --utrecht-document-color: #202020;
  --nl-button-primary-background-color: var(--basis-color-action-1-inverse-bg-default);
  --nl-button-primary-color: #fff;
  --nl-button-primary-border-color: transparent;
  --utrecht-link-color: var(--voorbeeld-paars);
  --utrecht-document-font-family: 'Noto Sans', Arial, sans-serif;
  --utrecht-button-border-radius: 4px;
  --nl-heading-level-2-font-weight: bold;
}";

fn style(theme: &str) -> HouseStyle {
    read(theme, &["https://www.waterdam.example".to_owned()]).unwrap()
}

#[test]
fn a_theme_becomes_values_of_our_own_properties() {
    let style = style(THEME);
    let light = |name: &str| style.light[name].as_str();
    assert_eq!((light("--button"), light("--on-button"), light("--link")), ("#5115ef", "#ffffff", "#5115ef"));
    assert_eq!(
        (light("--paper"), light("--ink"), light("--color-scheme".trim_start_matches("--"))),
        ("#ffffff", "#202020", "light")
    );
    assert_eq!(light("--font-body"), "\"Noto Sans\", \"Arial\", system-ui, sans-serif");
    assert_eq!((light("--radius-control"), light("--weight-heading")), ("0.25rem", "700"));
    assert_eq!((style.dark, style.findings), (None, vec![]));
}

#[test]
fn what_does_not_stand_out_is_ours_and_is_named() {
    let pale = ":root { --utrecht-document-background-color: #fff; --utrecht-link-color: #bbb;
        --utrecht-button-background-color: #ffff00; --utrecht-button-color: #fff;
        --utrecht-textbox-border-color: #eee; --utrecht-separator-color: calc(1px) }";
    let style = style(pale);
    assert_eq!(style.light["--link"], "#00565b");
    assert_eq!((style.light["--button"].as_str(), style.light["--on-button"].as_str()), ("#00565b", "#ffffff"));
    let parts: Vec<_> = style
        .findings
        .iter()
        .map(|finding| match finding {
            StyleFinding::TooLittleContrast { part, hundredths, .. } => format!("{part:?} {hundredths}"),
            StyleFinding::NotUnderstood { property, .. } => property.clone(),
            StyleFinding::FontElsewhere { address } => address.clone(),
        })
        .collect();
    // The link is also the accent here, as nothing else says what that is.
    assert_eq!(parts, ["--utrecht-separator-color", "LineStrong 116", "Accent 191", "OnButton 107", "Link 191"]);
}

#[test]
fn a_dark_scheme_is_there_when_the_theme_has_one() {
    let dark = format!(
        "{THEME} .voorbeeld-theme--color-scheme-dark {{
           --utrecht-document-background-color: #101418; --utrecht-document-color: #f0f0f0;
           --voorbeeld-paars: #b9a5ff; --nl-button-primary-color: #101418 }}"
    );
    let dark = style(&dark).dark.unwrap();
    assert_eq!((dark["--paper"].as_str(), dark["--link"].as_str()), ("#101418", "#b9a5ff"));
    assert_eq!((dark["color-scheme"].as_str(), dark["--button"].as_str()), ("dark", "#b9a5ff"));
}

#[test]
fn what_is_no_theme_is_refused() {
    for nothing in ["", "Beste collega, hierbij het thema.", "{}", ":root { --mine-color: #fff }", "{\"a\": ["] {
        assert_eq!(read(nothing, &[]), Err(FaultCode::NoThemeFound), "{nothing}");
    }
}

/// Letters may come from the municipality's own site only: elsewhere would hear who reads.
#[test]
fn letters_come_from_registered_sites_only() {
    let theme = |address: &str| {
        format!(
            "{THEME} @font-face {{ font-family: 'Noto Sans'; font-weight: 100 900; font-style: italic;
               src: local('x'), url('{address}') format('woff2') }}"
        )
    };
    let near = style(&theme("https://www.waterdam.example/l/noto.woff2"));
    let file = &near.fonts[0];
    assert_eq!((file.family.as_str(), file.weight, file.italic), ("Noto Sans", (100, 900), true));
    assert_eq!(Sheet::from(&near).font_origins, ["https://www.waterdam.example"]);
    for elsewhere in [
        "https://fonts.example/noto.woff2",
        "https://www.waterdam.example.evil.example/noto.woff2",
        "http://www.waterdam.example/noto.woff2",
        "/noto.woff2",
    ] {
        let far = style(&theme(elsewhere));
        assert_eq!((far.fonts.len(), far.findings.len()), (0, 1), "{elsewhere}");
    }
}

/// Nothing that was pasted can end a value, the rule or the element.
#[test]
fn nothing_pasted_gets_out_of_its_value() {
    for bad in [
        "x</style><script>alert(1)</script>",
        "x\";} body{display:none",
        "x'; background: url(https://evil.example/)",
        "url(https://evil.example/)",
        "expression(alert(1))",
    ] {
        for property in ["utrecht-document-font-family", "utrecht-link-color", "utrecht-button-border-radius"] {
            let Ok(style) =
                read(&serde_json::json!({ "utrecht-document-color": "#000", property: bad }).to_string(), &[])
            else {
                continue;
            };
            let css = Sheet::from(&style).css;
            assert!(!css.contains("evil") && !css.contains('<') && !css.contains("display"), "{css}");
        }
    }
}

/// Our own look, of which every fallback is made, is safe in itself.
#[test]
fn our_own_look_is_complete_and_safe() {
    let ours = Theme::read(ui::TOKENS);
    for dark in [false, true] {
        let colours = colours_of(&ours, dark);
        assert_eq!(colours.len(), StylePart::ALL.len());
        for (part, against, contrast, least) in choice::least_contrasts(&colours) {
            assert!(contrast >= least, "{part:?} on {against:?}, dark {dark}: {contrast}");
        }
    }
}

proptest! {
    /// Whatever colours a theme has, what is shown stands out.
    #[test]
    fn every_pair_stands_out_in_whatever_theme(
        colours in proptest::collection::vec(any::<(u8, u8, u8)>(), 60),
        given in proptest::collection::vec(any::<bool>(), 60),
    ) {
        let names: Vec<&str> = parts::RULES
            .iter()
            .filter_map(|rule| rule.names.first())
            .chain(parts::PAPER.first())
            .chain(parts::INK.first())
            .copied()
            .collect();
        let mut css = ":root{--utrecht-root-color:#000;".to_owned();
        for (name, ((r, g, b), given)) in names.iter().zip(colours.iter().zip(&given)) {
            if *given {
                write!(css, "--{name}:rgb({r},{g},{b});").unwrap();
            }
        }
        let theme = Theme::read(&css);
        for (dark, scheme) in [(false, Scheme::Light), (true, Scheme::Dark)] {
            let ours = colours_of(&Theme::read(ui::TOKENS), dark);
            let (colours, _) = Choice::new(&theme, &ours, scheme).made();
            prop_assert_eq!(colours.len(), StylePart::ALL.len());
            for (part, against, contrast, least) in choice::least_contrasts(&colours) {
                prop_assert!(contrast >= least, "{:?} on {:?}: {} in {}", part, against, contrast, css);
            }
            let (edge, button, paper) =
                (colours[&StylePart::ButtonEdge], colours[&StylePart::Button], colours[&StylePart::Paper]);
            prop_assert!(edge.contrast(paper).max(button.contrast(paper)) >= 3.0);
            let (line, ring) = (colours[&StylePart::Focus], colours[&StylePart::FocusRing]);
            prop_assert!(line.contrast(paper).max(ring.contrast(paper)) >= 3.0);
        }
    }
}

#[test]
fn what_a_site_sends_becomes_a_theme_of_known_names_and_plain_values() {
    let values = |pairs: &[(&str, &str)]| {
        theme_of(&pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    };
    assert_eq!(values(&[("utrecht-link-color", " #00468b ")]), ":root {\n  --utrecht-link-color: #00468b;\n}\n");
    for value in ["", "  ", "red; --x: y", "}", "{", "a\nb", "@import", "</style>", "\\3b", &"x".repeat(201)] {
        assert_eq!(values(&[("utrecht-link-color", value)]), "", "{value}");
    }
    assert_eq!(values(&[("link-color", "#000"), ("--utrecht-link-color", "#000")]), "");
}

#[test]
fn a_theme_read_from_a_site_is_the_theme_that_is_pasted() {
    let pasted = ":root { --utrecht-button-background-color: #a33b00; --utrecht-button-color: #fff;
                  --utrecht-document-font-family: 'Open Sans', serif; --nl-button-border-radius: 4px }";
    let theme = Theme::read(pasted);
    let found = names().into_iter().filter_map(|name| Some((name.to_owned(), theme.value(name, false)?.to_owned())));
    assert_eq!(read(&theme_of(&found.collect()), &[]), read(pasted, &[]));
}
