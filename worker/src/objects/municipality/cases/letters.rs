//! What a message about a case says, filled in when it is sent: address, name, dates, and the way to the case.

use shared::{
    ids::{CaseId, OfficialId, PartnerId, PledgeId, Slug},
    notification::MailKind,
    paths::{self, Page, Place},
    proposal::read_email,
    text::Language,
};

use super::{
    File,
    names::Names,
    pledges,
    submit::{Contact, contact},
};
use crate::{
    auth::{
        mailed_code,
        stop_token::{self, Purpose},
    },
    operation::Context,
    outbox::{
        letter::{Letter, Link},
        texts::{self, Facts},
    },
    refusal::Refusal,
    store::{mailed, official, partner_care},
};

/// Who a message is for.
#[derive(Debug, Clone, Copy)]
pub enum Reader<'a> {
    Resident,
    /// Who offered to help with it.
    Pledger(&'a PledgeId),
    Official(&'a OfficialId),
    /// The mailbox that the people of a partner read together.
    Mailbox(&'a PartnerId),
}

/// Writes the message. `None` when there is nobody to send it to: the resident left no address or it has been erased,
/// or the official is not active any more.
pub fn letter(
    context: &Context<'_>,
    kind: MailKind,
    reader: Reader<'_>,
    case_id: &CaseId,
) -> Result<Option<Letter>, Refusal> {
    let file = File::read(context, case_id)?;
    match reader {
        Reader::Resident => to_resident(context, kind, &file),
        Reader::Pledger(id) => to_pledger(context, kind, &file, id),
        Reader::Official(id) => to_official(context, kind, &file, id),
        Reader::Mailbox(id) => to_mailbox(context, kind, &file, id),
    }
}

fn to_resident(context: &Context<'_>, kind: MailKind, file: &File) -> Result<Option<Letter>, Refusal> {
    let Some(contact) = contact(context, file)? else { return Ok(None) };
    let language = file.case.received.language;
    let slug = own_slug(context)?;
    let proof = stop_token::make(&context.config.hash_keys, Purpose::StopMessages, context.name, file.id.as_str());
    let letter = with_key(context, kind, file, language, &contact, |frame| frame.to_resident_page)?;
    Ok(letter.map(|letter| Letter {
        stop: proof.map(|proof| Link {
            words: texts::frame(language).stop.to_owned(),
            url: format!("{}{}", context.config.public_origin, paths::stop_messages(&slug, language, &file.id, &proof)),
        }),
        ..letter
    }))
}

/// Like a letter to the resident: with the key to their own page, and without a word of the initiative's case.
fn to_pledger(context: &Context<'_>, kind: MailKind, file: &File, id: &PledgeId) -> Result<Option<Letter>, Refusal> {
    let Some((contact, language)) = pledges::contact(context, id)? else { return Ok(None) };
    let proof = stop_token::make(&context.config.hash_keys, Purpose::StopPledge, context.name, id.as_str());
    let slug = own_slug(context)?;
    let letter = with_key(context, kind, file, language, &contact, |frame| match kind {
        MailKind::QuestionReceived | MailKind::QuestionNews => frame.to_question,
        _ => frame.to_pledge,
    })?;
    Ok(letter.map(|letter| Letter {
        stop: proof.map(|proof| Link {
            words: texts::frame(language).stop.to_owned(),
            url: format!("{}{}", context.config.public_origin, paths::stop_pledge(&slug, language, id, &proof)),
        }),
        ..letter
    }))
}

/// To somebody who follows something by a key of their own.
fn with_key(
    context: &Context<'_>,
    kind: MailKind,
    file: &File,
    language: Language,
    contact: &Contact,
    link: impl FnOnce(&texts::Frame) -> &'static str,
) -> Result<Option<Letter>, Refusal> {
    // Checked when it came in; checked again, because it goes into a header.
    let Ok(Some(to)) = read_email(&contact.email) else { return Ok(None) };
    let facts = facts(context, file, language)?;
    let frame = texts::frame(language);
    let page = paths::page(Place::Page, &own_slug(context)?, language, &Page::Follow);
    let words = texts::words(language, kind, &facts);
    Ok(Some(Letter {
        language,
        to,
        from_name: (frame.sender)(&facts.municipality),
        subject: words.subject,
        greeting: frame.dear_resident.to_owned(),
        paragraphs: words.paragraphs,
        items: Vec::new(),
        link: Link {
            words: link(frame).to_owned(),
            // The key stands in the fragment, which no server sees; opening the page changes nothing.
            url: format!("{}{page}#c={}", context.config.public_origin, contact.follow_key.as_str()),
        },
        after_link: vec![
            (frame.code)(&contact.follow_key.in_groups()),
            frame.share_with_nobody.to_owned(),
            (frame.questions)(&facts.phone, &facts.hours),
        ],
        closing: closing(context, frame, &facts),
        stop: None,
    }))
}

fn own_slug(context: &Context<'_>) -> Result<Slug, Refusal> {
    Slug::parse(context.name).map_err(|error| Refusal::fault(error.to_string()))
}

fn to_official(context: &Context<'_>, kind: MailKind, file: &File, id: &OfficialId) -> Result<Option<Letter>, Refusal> {
    let Some(official) = official::find_active(context.sql, id)? else { return Ok(None) };
    let Ok(Some(to)) = read_email(&official.email) else { return Ok(None) };
    let facts = facts(context, file, official.language)?;
    Ok(Some(for_officials(
        context,
        kind,
        &facts,
        Addressee { to, name: official.name, language: official.language },
        |frame| Link {
            words: frame.to_case.to_owned(),
            url: format!("{}/admin/zaken/{}", context.config.admin_origin, file.id),
        },
    )))
}

/// In Dutch: several people read it.
fn to_mailbox(context: &Context<'_>, kind: MailKind, file: &File, id: &PartnerId) -> Result<Option<Letter>, Refusal> {
    let mailbox = partner_care::all(context.sql)?.remove(id).and_then(|care| care.mailbox).unwrap_or_default();
    let Ok(Some(to)) = read_email(&mailbox) else { return Ok(None) };
    let names = Names::read(context)?;
    let facts = facts(context, file, Language::Nl)?;
    let addressee = Addressee { to, name: partner_name(&names, id), language: Language::Nl };
    let (url, by_mail) = mailbox_link(context, id, &file.id)?;
    let link = |frame: &texts::OfficialFrame| Link { words: frame.to_case.to_owned(), url };
    let mut letter = for_officials(context, kind, &facts, addressee, link);
    if by_mail {
        letter.after_link.push(texts::official_frame(Language::Nl).by_mail.to_owned());
    }
    Ok(Some(letter))
}

/// Where the people of a mailbox read a case: after signing in, or with a code that is mailed to them.
fn mailbox_link(context: &Context<'_>, partner: &PartnerId, case: &CaseId) -> Result<(String, bool), Refusal> {
    if partner_care::by_mail(context.sql)?.contains(partner)
        && let Some(proof) = mailed_code::proof(&context.config.hash_keys, context.name, case, partner)
    {
        let slug = Slug::parse(context.name).map_err(|error| Refusal::fault(error.to_string()))?;
        let path = paths::mailed_case(&slug, Language::Nl, case, partner, &proof);
        return Ok((format!("{}{path}", context.config.public_origin), true));
    }
    Ok((format!("{}/admin/zaken/{case}", context.config.admin_origin), false))
}

/// The code that somebody of a partner asked for. `None` when it is valid no more: a code that comes late helps nobody.
pub fn code_letter(
    context: &Context<'_>,
    partner: &PartnerId,
    case: &CaseId,
    id: &str,
) -> Result<Option<Letter>, Refusal> {
    let link = mailed::Link { case, partner };
    let valid = mailed::code(context.sql, link)?.filter(|code| code.id == id && code.expires_at > context.now);
    let file = File::read(context, case)?;
    let letter = to_mailbox(context, MailKind::MailedCode, &file, partner)?;
    let code = mailed_code::code(&context.config.hash_keys, context.name, id);
    Ok(letter.zip(code).filter(|_| valid.is_some()).map(|(mut letter, code)| {
        let (first, last) = code.split_at_checked(4).unwrap_or((&code, ""));
        letter.paragraphs.insert(0, (texts::official_frame(Language::Nl).your_code)(&format!("{first} {last}")));
        letter.after_link.clear();
        letter
    }))
}

/// A message about a partner, for one official. `None` when that official is not active any more.
pub fn partner_letter(
    context: &Context<'_>,
    kind: MailKind,
    reader: &OfficialId,
    partner: &PartnerId,
) -> Result<Option<Letter>, Refusal> {
    let name = partner_name(&Names::read(context)?, partner);
    office_letter(context, kind, reader, name, |frame| Link {
        words: frame.to_partners.to_owned(),
        url: format!("{}/admin/organisaties", context.config.admin_origin),
    })
}

/// A message about something that has a name and is no case, for one official. `None` when that official is not active
/// any more.
pub fn office_letter(
    context: &Context<'_>,
    kind: MailKind,
    reader: &OfficialId,
    name: String,
    link: impl FnOnce(&texts::OfficialFrame) -> Link,
) -> Result<Option<Letter>, Refusal> {
    let Some(official) = official::find_active(context.sql, reader)? else { return Ok(None) };
    let Ok(Some(to)) = read_email(&official.email) else { return Ok(None) };
    let settings = super::super::settings(context)?;
    let facts = Facts {
        number: String::new(),
        partner: name,
        municipality: settings.name,
        first_owner: String::new(),
        first_promise: context.now.dutch_date(),
        promise: None,
        answer_until: None,
        phone: settings.contact.phone,
        hours: settings.contact.hours.in_language(official.language).text,
    };
    let addressee = Addressee { to, name: official.name, language: official.language };
    Ok(Some(for_officials(context, kind, &facts, addressee, link)))
}

/// The most lines in an overview; who has more works from the list.
const MOST_LINES: usize = 50;

/// What happened in several cases, for one official or a mailbox: counts, and the way to each case.
pub fn overview_letter(
    context: &Context<'_>,
    reader: Reader<'_>,
    told: &[(MailKind, CaseId)],
) -> Result<Option<Letter>, Refusal> {
    let names = Names::read(context)?;
    let addressee = match reader {
        Reader::Resident | Reader::Pledger(_) => return Ok(None),
        Reader::Official(id) => match official::find_active(context.sql, id)? {
            Some(official) => (official.email, official.name, official.language),
            None => return Ok(None),
        },
        Reader::Mailbox(id) => {
            let mailbox = partner_care::all(context.sql)?.remove(id).and_then(|care| care.mailbox);
            (mailbox.unwrap_or_default(), partner_name(&names, id), Language::Nl)
        }
    };
    let (to, name, language) = addressee;
    let Ok(Some(to)) = read_email(&to) else { return Ok(None) };
    let settings = super::super::settings(context)?;
    let frame = texts::official_frame(language);
    let facts = Facts {
        number: (frame.changes)(told.len()),
        partner: String::new(),
        municipality: settings.name,
        first_owner: String::new(),
        first_promise: context.now.dutch_date(),
        promise: None,
        answer_until: None,
        phone: settings.contact.phone,
        hours: settings.contact.hours.in_language(language).text,
    };
    let kinds = MailKind::ALL.into_iter().filter_map(|kind| {
        let count = told.iter().filter(|(other, _)| *other == kind).count();
        (count > 0).then(|| format!("{count} × {}", texts::in_overview(language, kind)))
    });
    let addressee = Addressee { to, name, language };
    let mut letter = for_officials(context, MailKind::DailyOverview, &facts, addressee, |frame| Link {
        words: frame.to_work.to_owned(),
        url: format!("{}/admin/werk", context.config.admin_origin),
    });
    letter.paragraphs.push(kinds.collect::<Vec<_>>().join("\n"));
    for (kind, id) in told.iter().take(MOST_LINES) {
        letter.items.push(Link {
            words: format!("{}: {}", case_number(context, id)?, texts::in_overview(language, *kind)),
            url: match reader {
                Reader::Mailbox(partner) => mailbox_link(context, partner, id)?.0,
                _ => format!("{}/admin/zaken/{id}", context.config.admin_origin),
            },
        });
    }
    Ok(Some(letter))
}

fn partner_name(names: &Names, id: &PartnerId) -> String {
    names.partner(id).map(|partner| partner.name.clone()).unwrap_or_default()
}

/// Who reads it, and in which language.
struct Addressee {
    to: String,
    name: String,
    language: Language,
}

fn for_officials(
    context: &Context<'_>,
    kind: MailKind,
    facts: &Facts,
    addressee: Addressee,
    link: impl FnOnce(&texts::OfficialFrame) -> Link,
) -> Letter {
    let Addressee { to, name, language } = addressee;
    let (frame, officials) = (texts::frame(language), texts::official_frame(language));
    let words = texts::words(language, kind, facts);
    Letter {
        language,
        to,
        from_name: (frame.sender)(&facts.municipality),
        subject: words.subject,
        greeting: (officials.dear)(&name),
        paragraphs: words.paragraphs,
        items: Vec::new(),
        link: link(officials),
        after_link: Vec::new(),
        closing: closing(context, frame, facts),
        stop: None,
    }
}

pub fn closing(context: &Context<'_>, frame: &texts::Frame, facts: &Facts) -> Vec<String> {
    let answers = context.config.mail.as_ref().is_some_and(|mail| mail.reply_to.is_some());
    let no_answers = (!answers).then(|| frame.no_answers.to_owned());
    [Some((frame.signature)(&facts.municipality)), no_answers].into_iter().flatten().collect()
}

fn facts(context: &Context<'_>, file: &File, language: Language) -> Result<Facts, Refusal> {
    let settings = super::super::settings(context)?;
    let names = Names::read(context)?;
    let case = &file.case;
    Ok(Facts {
        number: case.received.number.to_string(),
        partner: String::new(),
        municipality: settings.name,
        first_owner: names.public_name(&case.received.routing.lead, language),
        first_promise: case.received.promise,
        promise: case.promise(),
        answer_until: case.question().map(|question| question.answer_until),
        phone: settings.contact.phone,
        hours: settings.contact.hours.in_language(language).text,
    })
}

/// "2026-0147".
pub fn case_number(context: &Context<'_>, id: &CaseId) -> Result<String, Refusal> {
    Ok(File::read(context, id)?.case.received.number.to_string())
}

/// The resident's address, so far hidden that nobody can write to it: "b…@v….nl".
pub fn masked_address(context: &Context<'_>, id: &CaseId) -> Result<Option<String>, Refusal> {
    Ok(contact(context, &File::read(context, id)?)?.map(|contact| masked(&contact.email)))
}

/// An address, so far hidden that nobody can write to it.
pub fn masked(address: &str) -> String {
    let first = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
    let (local, domain) = address.split_once('@').unwrap_or_default();
    let (name, ending) = domain.rsplit_once('.').unwrap_or((domain, ""));
    format!("{}…@{}….{ending}", first(local), first(name))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_masked_address_leads_to_nobody() {
        assert_eq!(super::masked("bewoner.achternaam@mail.voorbeeld.nl"), "b…@m….nl");
        assert_eq!(super::masked(""), "…@….");
    }
}
