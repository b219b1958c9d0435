//! Every message in English.

use shared::{notification::MailKind, text::Language, time::CivilDate};

use super::{Facts, Frame, OfficialFrame, Words};

pub(super) static FRAME: Frame = Frame {
    dear_resident: "Dear resident,",
    to_resident_page: "See your idea",
    to_pledge: "Look at your offer",
    to_question: "Look at your question",
    code: |code| {
        format!("Does the link not work? Go to the page ‘Follow your idea’ of Buurtstem. Fill in this code: {code}")
    },
    share_with_nobody: "The link and the code are for you alone. Share them with nobody.",
    questions: |phone, hours| format!("Do you have questions? Call {phone} ({hours})."),
    no_answers: "You cannot reply to this mail.",
    signature: |municipality| format!("Municipality of {municipality}"),
    sender: |municipality| format!("Buurtstem {municipality}"),
    stop: "Receive no more messages",
    confirm: "Confirm my e-mail address",
    to_report: "Read the outcome",
    stop_reader: "No mail after all",
};

pub(super) static OFFICIALS: OfficialFrame = OfficialFrame {
    dear: |name| format!("Dear {name},"),
    to_partners: "See the organisations",
    to_webhooks: "See the connections",
    to_work: "Open your work list",
    by_mail: "You do not have to sign in. Ask for a code on the page. It comes to this address.",
    your_code: |code| format!("Your code is: {code}"),
    changes: |count| if count == 1 { "1 message".to_owned() } else { format!("{count} messages") },
    to_case: "Open the case",
};

fn date(date: CivilDate) -> String {
    widget::texts::of(Language::En).date(date)
}

pub(super) fn words(kind: MailKind, facts: &Facts) -> Words {
    let n = &facts.number;
    let (subject, paragraphs): (String, Vec<String>) = match kind {
        MailKind::Received => (
            format!("We have received your idea ({n})"),
            vec![
                format!("Thank you for your idea for the neighbourhood. It has number {n}."),
                format!(
                    "Your idea goes to {}. You hear from us by {} at the latest.",
                    facts.first_owner,
                    date(facts.first_promise)
                ),
                "On your own page you see what happens with your idea.".to_owned(),
            ],
        ),
        MailKind::News => (
            format!("There is news about your idea ({n})"),
            vec![format!("There is news about your idea with number {n}."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::Question => (
            format!("We have a question about your idea ({n})"),
            vec![
                format!("We have a question for you about your idea with number {n}."),
                match facts.answer_until {
                    Some(until) => format!("You can answer until {}. You do so on your own page.", date(until)),
                    None => ON_YOUR_PAGE.to_owned(),
                },
            ],
        ),
        MailKind::AnswerTermPassed => (
            format!("We go on with your idea ({n})"),
            vec![
                format!("We had a question about your idea with number {n}. We got no answer."),
                "We now go on without your answer. Do you still want to tell us something? Please call us.".to_owned(),
            ],
        ),
        MailKind::HandoverOffered => (
            format!("We are asking another organisation for help ({n})"),
            vec![
                format!("We have asked another organisation to take over your idea with number {n}."),
                "Until that organisation says yes, nothing changes for you.".to_owned(),
            ],
        ),
        MailKind::OwnerChanged => (
            format!("Another organisation helps you from now on ({n})"),
            vec![
                format!("Another organisation helps you with your idea with number {n}."),
                "On your own page you see which organisation it is. You also see when you will hear from us."
                    .to_owned(),
            ],
        ),
        MailKind::PromiseMoved => (
            format!("You will hear from us on another day ({n})"),
            vec![
                format!("We need more or less time for your idea with number {n}."),
                "On your own page you read the new date, and why it is different.".to_owned(),
            ],
        ),
        MailKind::Concluded => (
            format!("There is an answer to your idea ({n})"),
            vec![format!("There is an answer to your idea with number {n}."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::PassedOn => passed_on(n),
        MailKind::MergedNews => merged_news(n),
        MailKind::Unmerged => unmerged(n),
        MailKind::PledgeReceived | MailKind::PledgeNews | MailKind::PledgeForYou => pledge(kind, n),
        MailKind::QuestionReceived | MailKind::QuestionNews | MailKind::QuestionForYou => question(kind, n),
        MailKind::Reopened => (
            format!("We look at your idea again ({n})"),
            vec![
                format!("We look again at your idea with number {n}."),
                "On your own page you see when you will hear from us.".to_owned(),
            ],
        ),
        MailKind::ReopeningRefused => (
            format!("We leave it at our answer ({n})"),
            vec![
                format!("You asked us to look again at your idea with number {n}. We leave it at our answer."),
                "On your own page you read why.".to_owned(),
            ],
        ),
        MailKind::TextsErased => texts_erased(n),
        MailKind::WithdrawalConfirmed => (
            format!("You have withdrawn your idea ({n})"),
            vec![
                format!("You have withdrawn your idea with number {n}. We do nothing more with it."),
                "Did you not do this yourself? Please call us.".to_owned(),
            ],
        ),
        MailKind::MadePublic => (
            format!("Everybody can read your idea now ({n})"),
            vec![
                format!("Your idea with number {n} is now among the initiatives in the area. Everybody can read it."),
                "Your name and your e-mail address are not shown.".to_owned(),
            ],
        ),
        MailKind::NoLongerPublic => no_longer_public(n),
        MailKind::ConfirmReader | MailKind::ReportPublished => reader(kind, n),
        for_officials => official(for_officials, facts),
    };
    Words { subject, paragraphs }
}

fn texts_erased(n: &str) -> (String, Vec<String>) {
    (
        format!("We have erased texts of your idea ({n})"),
        vec![
            format!("We have erased texts of your idea with number {n}, because that was asked for."),
            "Did you not ask for this yourself? Then please call us.".to_owned(),
        ],
    )
}

fn no_longer_public(n: &str) -> (String, Vec<String>) {
    (
        format!("Your idea is no longer on the site ({n})"),
        vec![
            format!("Your idea with number {n} is no longer among the initiatives in the area."),
            "On your own page you see how it goes on.".to_owned(),
        ],
    )
}

fn reader(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::ConfirmReader => (
            format!("Confirm your e-mail address: {n}"),
            vec![
                format!("Somebody asked for a mail with the outcome of the poll ‘{n}’."),
                "Was that you? Then open the link and press the button.".to_owned(),
                "If it was not you, do nothing. After 7 days we erase your address.".to_owned(),
            ],
        ),
        _ => (
            format!("The outcome of the poll: {n}"),
            vec![
                format!("The outcome of the poll ‘{n}’ is known."),
                "You read what we heard, what we do and what you can do.".to_owned(),
                "This is the only mail about this poll. We have erased your address now.".to_owned(),
            ],
        ),
    }
}

fn passed_on(n: &str) -> (String, Vec<String>) {
    (
        format!("We have sent your message on ({n})"),
        vec![
            format!("We have sent on your message with number {n}."),
            "On your own page you read to whom, what happens now and when you get an answer.".to_owned(),
        ],
    )
}

fn pledge(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::PledgeReceived => (
            "You join an initiative in your neighbourhood".to_owned(),
            vec![
                "Thank you for wanting to join. The resident who thought of the initiative reads what you can do. If they say yes, you can send each other messages.".to_owned(),
                "Nobody sees your e-mail address. Did you not fill this in yourself, or have you changed your mind? Take the offer back on your own page. We then erase your address.".to_owned(),
            ],
        ),
        MailKind::PledgeNews => (
            "There is news about your offer to join".to_owned(),
            vec![
                "There is news about your offer to join an initiative in your neighbourhood.".to_owned(),
                ON_YOUR_PAGE.to_owned(),
            ],
        ),
        _ => (
            format!("Somebody wants to join your idea ({n})"),
            vec![
                format!("There is an offer or a message from somebody who wants to join your idea with number {n}."),
                "You read it on your own page. Nobody sees your name or your e-mail address.".to_owned(),
            ],
        ),
    }
}

fn question(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::QuestionReceived => (
            "You asked somebody with experience a question".to_owned(),
            vec![
                "A resident who did this before reads your question. If they say yes, you can send each other messages.".to_owned(),
                "Nobody sees your e-mail address. Did you not fill this in yourself, or have you changed your mind? Take the question back on your own page. We then erase your address.".to_owned(),
            ],
        ),
        MailKind::QuestionNews => (
            "There is news about your question to somebody with experience".to_owned(),
            vec!["There is news about the question that you asked a resident who did this before.".to_owned(), ON_YOUR_PAGE.to_owned()],
        ),
        _ => (
            format!("Somebody asks how you did it ({n})"),
            vec![
                format!("Somebody who wants the same has a question or a message about your idea with number {n}."),
                "You read it on your own page. You do not have to answer. Nobody sees your name or your e-mail address.".to_owned(),
            ],
        ),
    }
}

fn unmerged(n: &str) -> (String, Vec<String>) {
    (
        format!("Your idea goes on under number {n} again"),
        vec![
            format!(
                "Your idea went on under another number. That idea was withdrawn. Your idea with number {n} goes on."
            ),
            "On your own page you see who has it and when you will hear from us.".to_owned(),
        ],
    )
}

fn merged_news(n: &str) -> (String, Vec<String>) {
    (
        format!("There is an answer to the idea that yours is part of ({n})"),
        vec![
            format!("Your idea with number {n} goes on under another number. There is an answer there now."),
            ON_YOUR_PAGE.to_owned(),
        ],
    )
}

const ON_YOUR_PAGE: &str = "You read it on your own page.";

fn official(kind: MailKind, facts: &Facts) -> (String, Vec<String>) {
    if let Some((subject, first)) = helping(kind, facts) {
        return (subject, vec![first]);
    }
    let n = &facts.number;
    let promise =
        facts.promise.map(|promise| format!("The resident hears something by {} at the latest.", date(promise)));
    let (subject, first): (String, String) = match kind {
        MailKind::CaseAssigned => (
            format!("New case {n} for your organisation"),
            format!("Your organisation has a new case: {n}. Please answer the resident in plain words."),
        ),
        MailKind::CaseSupported => (
            format!("Your organisation helps with case {n}"),
            format!("Another organisation handles case {n}. Your organisation has been asked to help."),
        ),
        MailKind::CaseOffered => (
            format!("Would you take over case {n}?"),
            format!("Another organisation asks you to take over case {n}. Say yes, or say no with a reason."),
        ),
        MailKind::OfferAccepted => (
            format!("Case {n} has been taken over"),
            format!("The organisation that you asked has taken over case {n}. You need to do nothing more."),
        ),
        MailKind::OfferDeclined => (
            format!("Case {n} has not been taken over"),
            format!("The organisation that you asked does not take over case {n}. The reason stands with the case."),
        ),
        MailKind::OfferExpired => (
            format!("No answer to your question about case {n}"),
            format!("The organisation that you asked to take over case {n} did not answer in time."),
        ),
        MailKind::OfferEnded => (
            format!("You need not take over case {n} any more"),
            format!("The question to take over case {n} no longer stands. You need to do nothing."),
        ),
        MailKind::CaseReturned => (
            format!("It is for you to decide about case {n}"),
            format!("Twice nobody took over case {n}. It is now the coordinator's."),
        ),
        MailKind::ResidentAnswered => (
            format!("The resident has answered in case {n}"),
            format!("The resident has answered your question in case {n}."),
        ),
        MailKind::QuestionUnanswered => (
            format!("No answer from the resident in case {n}"),
            format!("The resident did not answer your question in case {n} in time. Go on without it."),
        ),
        MailKind::ResidentWasHelped => (
            format!("The resident was helped in case {n}"),
            format!("The resident was helped by your answer in case {n}. You need to do nothing."),
        ),
        MailKind::ReopeningAsked => (
            format!("Would you look again at case {n}?"),
            format!("The answer in case {n} did not help the resident. Decide whether to look again."),
        ),
        MailKind::CaseReopened => (
            format!("Case {n} has been opened again"),
            format!("Case {n} has been opened again. Please answer the resident in plain words."),
        ),
        MailKind::ResidentThreatened => (
            format!("Urgent: read case {n} on this working day"),
            format!("A resident asks for help with case {n}. Read the case and call on this working day."),
        ),
        MailKind::ResidentWithdrew => (
            format!("The resident has withdrawn case {n}"),
            format!("The resident has withdrawn the idea in case {n}. You need to do nothing more."),
        ),
        MailKind::ContactDue => (
            format!("Time to be in touch: neighbourhood watch, case {n}"),
            format!(
                "Nobody has been in touch with the neighbourhood watch of case {n} for three months. Please contact them. Then note it in the case."
            ),
        ),
        MailKind::PromiseDue => {
            (format!("Reminder: an answer in case {n}"), format!("The date for an answer in case {n} is almost over."))
        }
        MailKind::PromiseBroken => (
            format!("Late: case {n} waits for an answer"),
            format!(
                "The date for an answer in case {n} passed more than two working days ago. The resident still waits."
            ),
        ),
        MailKind::ReviewNeeded => (
            format!("Case {n} waits for your review"),
            format!("The text of case {n} seems to accuse somebody. Other organisations do not see it yet."),
        ),
        // The kinds for residents have been written above.
        _ => (
            format!("Check where case {n} was sent"),
            format!("Case {n} could not go to the organisation of the rules. It is now with the municipality."),
        ),
    };
    (subject, [Some(first), promise.filter(|_| super::tells_promise(kind))].into_iter().flatten().collect())
}

/// About helping another organisation, dates to confirm, and organisations themselves.
fn helping(kind: MailKind, facts: &Facts) -> Option<(String, String)> {
    let n = &facts.number;
    Some(match kind {
        MailKind::SupportAsked => (
            format!("Would you help with case {n}?"),
            format!("Another organisation asks you to help with case {n}. It stays in charge. Please say yes or no."),
        ),
        MailKind::HelpedCaseEnded => (
            format!("Case {n} has ended"),
            format!("Case {n} has ended. You helped with it or were asked to. There is nothing left for you to do."),
        ),
        MailKind::SupportAnswered => (
            format!("An answer to your request for help with case {n}"),
            format!("The organisation that you asked for help with case {n} has answered."),
        ),
        MailKind::UpdateProposed => (
            format!("A proposed answer in case {n}"),
            format!("An organisation that helps has written a proposed answer in case {n}."),
        ),
        MailKind::TaskForPartner => (
            format!("Tasks in case {n}"),
            format!("In case {n} something changed in what your organisation does. Look at the tasks and their days."),
        ),
        MailKind::DateProposed => (
            format!("Is the date in case {n} right?"),
            format!("According to case {n} your organisation carries something out. Confirm the date, or say why not."),
        ),
        MailKind::DateAnswered => (
            format!("An answer about the date in case {n}"),
            format!("The organisation that carries out case {n} has answered about your date."),
        ),
        MailKind::PartnerUnavailable => (
            format!("{} cannot take cases now", facts.partner),
            "The data agreement has ended, or nobody is at work. New ideas come to you.".to_owned(),
        ),
        MailKind::MailedCode => (
            format!("Your code for case {n}"),
            "The code is valid for 10 minutes. Type it on the page where you asked for it. Give it to nobody, not even \
             to the municipality. You did not ask for it? Then do nothing."
                .to_owned(),
        ),
        MailKind::MailedLocked => (
            format!("Too many wrong codes for case {n}"),
            "Somebody gave a wrong code many times. The link in the mail does not work for a day. Call the organisation."
                .to_owned(),
        ),
        MailKind::DailyOverview => (
            format!("Overview of your cases: {n}"),
            "This has happened since the last overview.".to_owned(),
        ),
        MailKind::WebhookStopped => (
            format!("The connection with {} does not work", facts.partner),
            "The other system does not take our messages. The page says what is wrong.".to_owned(),
        ),
        _ => return None,
    })
}
