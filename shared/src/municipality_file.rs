//! Whether an operator's file makes a municipality that works: every reference exists, exactly one partner
//! coordinates, and no proposal can be left without an owner.
//!
//! All faults are found at once and named by their path in the file (`rules.3.lead`), so that an operator corrects
//! a file in one go. Of the sample only the size is looked at here; the parts that take it read the rest.

use std::collections::BTreeSet;

use crate::actor::Role;
use crate::area::{Area, AreaKind, lies_within};
use crate::fault::{Fault, FaultCode};
use crate::ids::{PartnerId, Slug};
use crate::partner::Official;
use crate::proposal::read_email;
use crate::routing;
use crate::text::{LINE, Language, Localized, OFFICIAL_TEXT};
use crate::wire::operator::{MunicipalityFile, Sample, SampleAct};

/// The most entries of one list. A large city has some 500 buurten, and complexes under them.
pub const MAX_ENTRIES: usize = 5_000;
/// The most origins that may frame the widget: they all stand in one response header.
pub const MAX_SITES: usize = 50;

/// How far a sample goes back and ahead, in days: ten years. Everything that happens by itself in that time is made,
/// one step after another.
pub const MAX_SAMPLE_DAYS: i64 = 3_660;
/// The most polls, cases, steps of a case and groups of ballots of a sample: one transaction makes them all.
pub const MAX_SAMPLE: usize = 200;
/// The most ballots of a sample, all polls together: they are in memory at once.
pub const MAX_SAMPLE_BALLOTS: u32 = 20_000;

impl MunicipalityFile {
    /// Everything that is wrong with the file, for a municipality of this name; empty when nothing is.
    pub fn faults(&self, slug: &Slug) -> Vec<Fault> {
        let mut faults = Faults::default();
        faults.check(slug.may_name_municipality(), || "slug".to_owned(), FaultCode::NotASlug);
        self.check_settings(&mut faults);
        self.check_areas(&mut faults);
        self.check_topics(&mut faults);
        self.check_partners(&mut faults);
        self.check_officials(&mut faults);
        self.check_rules(&mut faults);
        self.check_sample(&mut faults);
        faults.0
    }

    fn check_settings(&self, faults: &mut Faults) {
        let settings = &self.settings;
        faults.line("settings.name", &settings.name);
        faults.check(is_cbs(&settings.cbs_code, "GM", 4), || "settings.cbsCode".to_owned(), FaultCode::NotACbsCode);
        let languages = &settings.languages;
        faults.check(
            languages.first() == Some(&Language::Nl),
            || "settings.languages".to_owned(),
            FaultCode::DutchFirst,
        );
        faults.unique("settings.languages", "", languages.iter().map(|language| language.tag()));
        faults.line("settings.contact.phone", &settings.contact.phone);
        faults.localized("settings.contact.hours", &settings.contact.hours);
        if let Some(paper) = &settings.contact.paper {
            faults.localized("settings.contact.paper", paper);
        }
        if let Some(person) = &settings.contact.person {
            faults.line("settings.contact.person", person);
        }
        faults.count("settings.sites", settings.sites.len(), MAX_SITES);
        for (place, site) in settings.sites.iter().enumerate() {
            faults.check(is_origin(site), || format!("settings.sites.{place}"), FaultCode::NotAnOrigin);
        }
        faults.unique("settings.sites", "", settings.sites.iter().map(String::as_str));
        faults.count("settings.ownFreeDays", settings.own_free_days.len(), MAX_ENTRIES);
        let terms = &settings.terms;
        for (name, days) in [
            ("handoverDays", terms.handover_days),
            ("reportDays", terms.report_days),
            ("updateDays", terms.update_days),
        ] {
            faults.days(|| format!("settings.terms.{name}"), days);
        }
    }

    fn check_areas(&self, faults: &mut Faults) {
        let areas = &self.areas;
        faults.count("areas", areas.len(), MAX_ENTRIES);
        faults.check(!areas.is_empty(), || "areas".to_owned(), FaultCode::Required);
        faults.unique("areas", ".id", areas.iter().map(|area| area.id.as_str()));
        for (place, area) in areas.iter().enumerate() {
            faults.line(&format!("areas.{place}.name"), &area.name);
            faults.check(has_right_parent(areas, area), || format!("areas.{place}.parentId"), FaultCode::Unknown);
            if let Some(cbs) = &area.cbs {
                let written = match area.kind {
                    AreaKind::Wijk => is_cbs(&cbs.code, "WK", 6),
                    // A complex carries the code of the buurt it lies in.
                    AreaKind::Buurt | AreaKind::Complex => is_cbs(&cbs.code, "BU", 8),
                };
                faults.check(written, || format!("areas.{place}.cbs.code"), FaultCode::NotACbsCode);
            }
        }
    }

    fn check_topics(&self, faults: &mut Faults) {
        let topics = &self.topics;
        faults.count("topics", topics.len(), MAX_ENTRIES);
        faults.check(!topics.is_empty(), || "topics".to_owned(), FaultCode::Required);
        faults.unique("topics", ".id", topics.iter().map(|topic| topic.id.as_str()));
        for (place, topic) in topics.iter().enumerate() {
            faults.localized(&format!("topics.{place}.name"), &topic.name);
            if let Some(help) = &topic.help {
                faults.localized(&format!("topics.{place}.help"), help);
            }
            // Two levels: a parent has no parent itself.
            let fits = topic.parent_id.as_ref().is_none_or(|parent| {
                topics.iter().any(|candidate| &candidate.id == parent && candidate.parent_id.is_none())
            });
            faults.check(fits, || format!("topics.{place}.parentId"), FaultCode::Unknown);
        }
    }

    fn check_partners(&self, faults: &mut Faults) {
        let partners = &self.partners;
        faults.count("partners", partners.len(), MAX_ENTRIES);
        faults.unique("partners", ".id", partners.iter().map(|partner| partner.id.as_str()));
        let coordinating = partners.iter().filter(|partner| partner.coordinating).count();
        faults.check(coordinating == 1, || "partners.coordinating".to_owned(), FaultCode::ExactlyOne);
        for (place, partner) in partners.iter().enumerate() {
            faults.line(&format!("partners.{place}.name"), &partner.name);
        }
    }

    fn check_officials(&self, faults: &mut Faults) {
        let officials = &self.officials;
        faults.count("officials", officials.len(), MAX_ENTRIES);
        faults.unique("officials", ".id", officials.iter().map(|official| official.id.as_str()));
        for (place, official) in officials.iter().enumerate() {
            faults.line(&format!("officials.{place}.name"), &official.name);
            let address = matches!(read_email(&official.email), Ok(Some(_)));
            faults.check(address, || format!("officials.{place}.email"), FaultCode::NotAnEmail);
            let allowed = || ["nl", "en"].map(str::to_owned).to_vec();
            let spoken = matches!(official.language, Language::Nl | Language::En);
            faults.check(spoken, || format!("officials.{place}.language"), FaultCode::NotOneOf { allowed: allowed() });
            let known = self.partners.iter().any(|partner| partner.id == official.partner_id);
            faults.check(known, || format!("officials.{place}.partnerId"), FaultCode::Unknown);
        }
        // Whatever nobody else answers for ends with the coordinator: late cases, refusals, held texts.
        let coordinates = |official: &Official| {
            official.active && official.role == Role::Coordinator && self.is_coordinating(&official.partner_id)
        };
        let somebody = officials.iter().any(coordinates);
        faults.check(somebody, || "officials".to_owned(), FaultCode::CoordinatorMissing);
    }

    /// Also when more than one is: that is a fault of its own.
    fn is_coordinating(&self, id: &PartnerId) -> bool {
        self.partners.iter().any(|partner| partner.coordinating && &partner.id == id)
    }

    fn check_rules(&self, faults: &mut Faults) {
        faults.count("rules", self.rules.len(), MAX_ENTRIES);
        if let Err(found) = routing::check(&self.rules, &self.topics, &self.areas, &self.partners) {
            faults.0.extend(found);
        }
    }
}

impl MunicipalityFile {
    fn check_sample(&self, faults: &mut Faults) {
        let Some(sample) = &self.sample else { return };
        faults.count("sample.polls", sample.polls.len(), MAX_SAMPLE);
        let mut ballots = 0_u32;
        for (place, poll) in sample.polls.iter().enumerate() {
            let at = format!("sample.polls.{place}");
            faults.sample_day(|| format!("{at}.opens"), poll.opens);
            faults.sample_day(|| format!("{at}.closes"), poll.closes);
            faults.count(&format!("{at}.ballots"), poll.ballots.len(), MAX_SAMPLE);
            ballots = poll.ballots.iter().fold(ballots, |sum, group| sum.saturating_add(group.count));
            if let Some(report) = &poll.report {
                faults.sample_day(|| format!("{at}.report.day"), report.day);
                for (number, measure) in report.we_do.iter().enumerate() {
                    let field = || format!("{at}.report.weDo.{number}.byWhen");
                    faults.sample_day(field, measure.by_when.unwrap_or_default());
                }
            }
        }
        let max = MAX_SAMPLE_BALLOTS as usize;
        faults.check(ballots <= MAX_SAMPLE_BALLOTS, || "sample.polls".to_owned(), FaultCode::TooMany { max });
        faults.count("sample.cases", sample.cases.len(), MAX_SAMPLE);
        for (place, case) in sample.cases.iter().enumerate() {
            let at = format!("sample.cases.{place}");
            faults.sample_day(|| format!("{at}.day"), case.day);
            faults.count(&format!("{at}.steps"), case.steps.len(), MAX_SAMPLE);
            for (number, step) in case.steps.iter().enumerate() {
                faults.sample_day(|| format!("{at}.steps.{number}.day"), step.day);
                if let SampleAct::Plan { on, .. } = &step.act {
                    faults.sample_day(|| format!("{at}.steps.{number}.do.on"), *on);
                }
                if let SampleAct::AddTask { until, .. } = &step.act {
                    faults.sample_day(|| format!("{at}.steps.{number}.do.until"), *until);
                }
            }
        }
        check_sample_areas(faults, sample);
    }
}

/// What officials keep of areas: few enough, and within the days of a sample.
fn check_sample_areas(faults: &mut Faults, sample: &Sample) {
    faults.count("sample.areas", sample.areas.len(), MAX_SAMPLE);
    faults.count("sample.measures", sample.measures.len(), MAX_SAMPLE);
    for (place, area) in sample.areas.iter().enumerate() {
        let at = format!("sample.areas.{place}");
        let lists = [area.levels.len(), area.phases.len(), area.helps.len(), area.contacts.len()];
        faults.count(&at, lists.into_iter().max().unwrap_or_default(), MAX_SAMPLE);
        for (number, level) in area.levels.iter().enumerate() {
            faults.sample_day(|| format!("{at}.levels.{number}.day"), level.day);
        }
        for (number, phase) in area.phases.iter().enumerate() {
            faults.sample_day(|| format!("{at}.phases.{number}.day"), phase.day);
        }
        for (number, help) in area.helps.iter().enumerate() {
            faults.sample_day(|| format!("{at}.helps.{number}.asked"), help.asked);
            faults.sample_day(|| format!("{at}.helps.{number}.answered"), help.answered.unwrap_or_default());
        }
    }
}

/// A wijk lies under nothing, a buurt under a wijk or nothing, a complex under a buurt; nothing under itself.
fn has_right_parent(areas: &[Area], area: &Area) -> bool {
    let Some(parent) = &area.parent_id else { return area.kind != AreaKind::Complex };
    let kind = areas.iter().find(|candidate| &candidate.id == parent).map(|parent| parent.kind);
    let fits = match area.kind {
        AreaKind::Wijk => false,
        AreaKind::Buurt => kind == Some(AreaKind::Wijk),
        AreaKind::Complex => kind == Some(AreaKind::Buurt),
    };
    fits && !lies_within(areas, parent, &area.id)
}

fn is_cbs(code: &str, letters: &str, digits: usize) -> bool {
    code.strip_prefix(letters)
        .is_some_and(|rest| rest.len() == digits && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// An origin as a browser writes it (RFC 6454, section 6.2): scheme and host in lower case, perhaps a port, nothing
/// behind. It goes into a response header, so nothing else may pass. Only `https`, except on the machine itself,
/// where people try things out.
pub fn is_origin(text: &str) -> bool {
    let (secure, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => return false,
    };
    let (host, port) = rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port)));
    let default = if secure { "443" } else { "80" };
    let port_fits = port.is_none_or(|port| {
        port.parse::<u16>().is_ok_and(|number| number > 0 && number.to_string() == port) && port != default
    });
    let labels_fit = host.split('.').all(|label| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    });
    let here = host == "localhost" || host == "127.0.0.1" || host.ends_with(".localhost");
    host.len() <= 253 && labels_fit && port_fits && (secure || here)
}

/// The faults found so far.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn check(&mut self, holds: bool, field: impl FnOnce() -> String, code: FaultCode) {
        if !holds {
            self.0.push(Fault::new(field(), code));
        }
    }

    fn line(&mut self, field: &str, text: &str) {
        if let Err(code) = LINE.read_required(text) {
            self.0.push(Fault::new(field, code));
        }
    }

    fn localized(&mut self, field: &str, text: &Localized) {
        for (language, text) in text.iter() {
            if let Err(code) = OFFICIAL_TEXT.read_required(text) {
                self.0.push(Fault::new(format!("{field}.{}", language.tag()), code));
            }
        }
    }

    /// A term: at least a day, at most a year of working days.
    fn days(&mut self, field: impl FnOnce() -> String, days: u16) {
        self.check((1..=260).contains(&days), field, FaultCode::OutOfRange { min: 1, max: 260 });
    }

    fn sample_day(&mut self, field: impl FnOnce() -> String, day: i64) {
        let (min, max) = (-MAX_SAMPLE_DAYS, MAX_SAMPLE_DAYS);
        self.check((min..=max).contains(&day), field, FaultCode::OutOfRange { min, max });
    }

    fn count(&mut self, field: &str, count: usize, max: usize) {
        self.check(count <= max, || field.to_owned(), FaultCode::TooMany { max });
    }

    fn unique<'a>(&mut self, list: &str, tail: &str, values: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for (place, value) in values.enumerate() {
            self.check(seen.insert(value), || format!("{list}.{place}{tail}"), FaultCode::Duplicate);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> MunicipalityFile {
        serde_json::from_str(include_str!("../tests/data/small-municipality.json")).unwrap()
    }

    fn faults(change: impl FnOnce(&mut MunicipalityFile)) -> Vec<String> {
        let mut file = file();
        change(&mut file);
        let faults = file.faults(&Slug::parse("kleinstad").unwrap());
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_sound_file_has_no_faults() {
        assert_eq!(faults(|_| ()), Vec::<String>::new());
    }

    #[test]
    fn reserved_names_are_no_municipality() {
        for reserved in crate::ids::RESERVED_SLUGS {
            let faults = file().faults(&Slug::parse(reserved).unwrap());
            assert_eq!(faults, [Fault::new("slug", FaultCode::NotASlug)], "{reserved}");
        }
    }

    #[test]
    fn every_fault_is_named_by_its_path() {
        let found = faults(|file| {
            file.settings.cbs_code = "0034".into();
            file.settings.sites.push("https://example.nl/pad".into());
            file.settings.languages = vec![Language::En];
            file.areas[1].parent_id = Some("nergens".parse().unwrap());
            file.topics[1].id = file.topics[0].id.clone();
            file.officials[0].email = "geen adres".into();
            file.rules[0].lead = "niemand".parse().unwrap();
            file.rules.pop();
        });
        for path in [
            "settings.cbsCode",
            "settings.sites.1",
            "settings.languages",
            "areas.1.parentId",
            "topics.1.id",
            "officials.0.email",
            "rules.0.lead",
            "rules",
        ] {
            assert!(found.contains(&path.to_owned()), "{path} is missing in {found:?}");
        }
    }

    #[test]
    fn a_sample_stays_within_ten_years_and_a_size_that_fits() {
        let text = include_str!("../../demo/municipality.json").replace("$DEMO_HOST", "http://localhost:4000");
        let demo: MunicipalityFile = serde_json::from_str(&text).unwrap();
        let faults = |change: fn(&mut crate::wire::operator::Sample)| -> Vec<String> {
            let mut file = demo.clone();
            change(file.sample.as_mut().unwrap());
            file.faults(&Slug::parse("waterdam").unwrap()).into_iter().map(|fault| fault.field).collect()
        };
        assert_eq!(faults(|_| ()), Vec::<String>::new());
        assert_eq!(faults(|sample| sample.polls[0].opens = i64::MIN), ["sample.polls.0.opens"]);
        assert_eq!(faults(|sample| sample.polls[0].closes = i64::MAX), ["sample.polls.0.closes"]);
        assert_eq!(faults(|sample| sample.cases[1].day = 107_000_000_000_000), ["sample.cases.1.day"]);
        assert_eq!(faults(|sample| sample.polls[0].ballots[0].count = u32::MAX), ["sample.polls"]);
        let steps = faults(|sample| {
            let case = sample.cases.iter_mut().find(|case| !case.steps.is_empty()).unwrap();
            case.steps[0].day = -MAX_SAMPLE_DAYS - 1;
        });
        assert!(steps.len() == 1 && steps[0].ends_with(".steps.0.day"), "{steps:?}");
    }

    #[test]
    fn exactly_one_partner_coordinates() {
        assert_eq!(faults(|file| file.partners[1].coordinating = true), ["partners.coordinating"]);
        let none = faults(|file| file.partners[0].coordinating = false);
        assert_eq!(none, ["partners.coordinating", "officials"], "and nobody coordinates there");
    }

    #[test]
    fn a_coordinator_has_to_be_active() {
        let without = |change: fn(&mut Official)| {
            faults(|file| {
                let coordinator = file.officials.iter_mut().find(|official| official.role == Role::Coordinator);
                change(coordinator.unwrap());
            })
        };
        assert_eq!(without(|official| official.active = false), ["officials"]);
        assert_eq!(without(|official| official.role = Role::Handler), ["officials"]);
        assert_eq!(without(|official| official.partner_id = PartnerId::parse("woonstad").unwrap()), ["officials"]);
    }

    #[test]
    fn an_area_cannot_lie_under_itself() {
        let found = faults(|file| file.areas[0].parent_id = Some(file.areas[1].id.clone()));
        assert!(found.contains(&"areas.0.parentId".to_owned()), "{found:?}");
    }

    #[test]
    fn an_origin_is_nothing_but_scheme_host_and_port() {
        for origin in
            ["https://www.voorbeeldstad.nl", "https://a.nl:8443", "http://localhost:8080", "http://127.0.0.1:1"]
        {
            assert!(is_origin(origin), "{origin}");
        }
        for other in [
            "",
            "https://",
            "http://a.nl",
            "https://a.nl/",
            "https://A.nl",
            "https://a.nl:443",
            "https://a.nl:0",
            "https://*.a.nl",
            "https://a.nl; script-src *",
            "https://a..nl",
            "ftp://a.nl",
            "https://u@a.nl",
            "https://-a.nl",
        ] {
            assert!(!is_origin(other), "{other}");
        }
    }
}
