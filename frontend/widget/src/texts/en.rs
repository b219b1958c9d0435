//! English, in plain words.

use shared::case::{Outcome, PublicStatus};
use shared::text::Language;
use shared::time::CivilDate;
use shared::wire::public::TimelineKind;

use super::{Corrections, Follow, Home, Initiatives, OpenData, Report, Results, Thanks, listed, number};
use super::{agreements, plans, watch};

fn date(date: CivilDate) -> String {
    super::dates::EN.written(date)
}

fn counted(count: impl Into<u64>, one: &str, many: &str) -> String {
    let count = count.into();
    format!("{} {}", number(Language::En, count), if count == 1 { one } else { many })
}

pub(super) static HOME: Home = Home {
    title: "Have your say about your neighbourhood",
    lead: "Give your opinion, send an idea and see what is done with it. You do not need an account.",
    polls: "Give your opinion",
    no_polls: "No poll is open at the moment.",
    no_polls_hint: "But you can always send an idea.",
    take_part: "Take part",
    open_until: |date| format!("Open until {date}"),
    idea_title: "Do you have an idea for your neighbourhood?",
    idea_text: "Big or small: you do not have to work it out. You see beforehand who gets your idea and when you get an answer.",
    idea_button: "Send your idea",
    initiatives: "What residents came up with",
    all_initiatives: "See all ideas",
    reports: "What do we do with your answers?",
    reports_text: "These polls are closed.",
    reported: "Read the results and what we do",
    report_awaited: |date| format!("By {date} at the latest you read what we do"),
    report_late: |date| format!("You were to read what we do by {date}. We did not manage. We are still working on it"),
    feed: "Follow the news of your neighbourhood",
    closed: "Closed",
    follow_title: "Did you send something before?",
    follow_text: "With your personal code you see how it is going.",
    follow_link: "Follow your idea",
};

pub(super) static THANKS: Thanks = Thanks {
    title: "Thank you! We have received your answers",
    lead: "It is good that you think along about your neighbourhood.",
    next_title: "What happens next?",
    next_open: |date| format!("The poll stays open until {date}."),
    next_count: "Then we count all answers. We do not show small groups separately.",
    next_report: "On the page of the poll you read what we do, who does it and what you can do yourself.",
    contact_title: "Would you like to talk to somebody?",
    contact_text: "Your contact person at the municipality is",
    nearby: "What residents are already doing",
    share_title: "Ask your neighbours to take part too",
    share_hint: "Send this message to your neighbours:",
    share_text: |title, link| {
        format!(
            "I took part in the poll ‘{title}’. Will you, too? It takes a few minutes and you do not have to give your name. {link}"
        )
    },
    share_button: "Copy this message",
};

pub(super) static CORRECTIONS: Corrections = Corrections {
    title: "Corrected in this poll",
    corrected_on: |date| format!("On {date}"),
    title_was: "The title was:",
    intro_was: "The introduction was:",
    question_was: |number| format!("Question {number} was:"),
    answers: |number| format!("The answers to question {number} are worded differently."),
};

pub(super) static OPEN_DATA: OpenData = OpenData {
    title: "Download the figures",
    text: "Do you want to count for yourself? Everybody may use these figures. Small groups are not in them.",
    csv: "Figures for a spreadsheet (CSV)",
    json: "Figures for a program (JSON)",
    code_book: "What the codes mean (CSV)",
};

pub(super) static RESULTS: Results = Results {
    closed_on: |date| format!("Closed on {date}"),
    report_awaited_title: "We are still working on the answers",
    report_awaited: |date| match date {
        Some(date) => format!("By {date} at the latest you read here what we do with them."),
        None => "Soon you read here what we do with them.".to_owned(),
    },
    report_late_title: "Our answer is late",
    report_late: |date| {
        format!(
            "By {date} you were to read here what we do with the answers. We did not manage. We are still working on it. You can call us about it."
        )
    },
    title: "The results",
    ballots: |count| match count {
        Some(count) => format!("{} took part.", counted(count, "person", "people")),
        None => "Too few people have taken part yet to show figures.".to_owned(),
    },
    as_of: |date| format!("Counted on {date}."),
    sample_title: "Read these figures with care",
    sample: "Everybody could take part. The people who did are no random sample. So the figures do not simply hold for the whole neighbourhood.",
    hidden: "Not shown",
    open_text: "To this question you could write something yourself. Officials read those answers. We do not put them on this page.",
    margin_title: "What is the margin?",
    margin_text: "The margin shows how sure a figure is. The fewer answers, the larger the margin. When the margins of two answers are almost the same, there is no clear difference.",
    answer: "Answer",
    number: "Number",
    share: "Share",
    margin_column: "Margin",
    mean: "Average",
    mean_margin: |mean, low, high| format!("{mean} (margin {low} to {high})"),
    represent: "Who took part?",
    represent_note: "Compared with all residents of 15 and older.",
    under: "Took part less often",
    over: "Took part more often",
    alike: "All groups took part about as often.",
    compared: |answered, live| format!("{answered}% of the answers, {live}% of the residents"),
    per_group: "Figures per group",
    per_group_note: "Only of those who wanted to tell this, and only of groups of 10 people or more.",
    per_area: "Figures per neighbourhood",
    area_table: |area| format!("Answers from {area}"),
    everybody: "Everybody",
    none: "There are no figures yet.",
    not_visible: "The results appear here together with what we do with them.",
};

pub(super) static REPORT: Report = Report {
    title: "What do we do with your answers?",
    published_on: |date| format!("Written on {date}"),
    heard: "What we heard from you",
    per_question: "By question",
    we_do: "What we do",
    by_when: |date| format!("Ready: {date}"),
    we_do_not: "What we do not do, and why",
    you_can: "What you can do yourself",
    to_site: |host| format!("Read more on {host}"),
    to_initiative: "See this idea:",
};

pub(super) static FOLLOW: Follow = Follow {
    title: "How is your idea going?",
    lead: "Fill in your personal code.",
    code: "Your personal code",
    code_hint: "26 letters and digits. The code is on your receipt and in our mail. You may also paste the whole link.",
    no_script: "Did you open your personal link? Your browser does not pass on the code in it, because JavaScript is off. Fill in the code yourself: it stands behind #c=. You may also paste the whole link.",
    open: "See my idea",
    opening: "We are looking up your idea…",
    lost_title: "Have you lost the code?",
    lost: "We cannot give the code again, because we do not keep it. Call us: together we look at how it is going.",
    number: |number| format!("Your idea, number {number}"),
    received_on: |date| format!("Received on {date}"),
    owner: |partner| format!("{partner} helps you with this"),
    handover: |to, owner| format!("We asked {to} to take this over. Until {to} says yes, {owner} helps you."),
    supporting: |names| format!("{} will follow it too.", listed(names, &super::site::EN)),
    promise: |date| format!("You hear from us by {date} at the latest."),
    overdue: |date| {
        format!(
            "We promised that you would hear something by {date}. We did not manage that. We are sorry. The municipality has been told."
        )
    },
    outcome: |outcome| match outcome {
        Outcome::Realised => "It has been done.".to_owned(),
        Outcome::TakenUpByResidents => "Residents do this, with some help.".to_owned(),
        Outcome::WillBeDone { on } => format!("We will do this, on {}.", date(on)),
        Outcome::NotDone => "We will not do this. This is why:".to_owned(),
        Outcome::Merged { into } => format!("This goes on under number {into}."),
        Outcome::PassedOn { nature } => format!("{}.", (super::ending::EN.passed_on)(nature)),
    },
    public: "Other residents can see this idea on the website, without your name.",
    question_title: "We have a question for you",
    question_from: |partner| format!("{partner} asks:"),
    answer: "Your answer",
    answer_until: |date| format!("By {date}, please. Do you need more time? Call us."),
    send_answer: "Send my answer",
    answered_title: "Thank you, we have received your answer",
    answered: "We go on with it.",
    rating_title: "What do you think of our answer?",
    rating_until: |date| format!("You can tell us up to and including {date}."),
    helped: "Did this answer help you?",
    helped_yes: "Yes",
    helped_no: "No, please look at it again",
    reason: "Why?",
    reason_hint: "If it did not help, we need this. Tell us what is still missing.",
    send_rating: "Send",
    rated_title: "Thank you, now we know what you think",
    rated_yes: "Good to hear that it helped.",
    rated_no: "Somebody reads what you wrote and decides whether we look at it again. You will always hear why.",
    contact_title: "Your e-mail address",
    contact_now: "We send you an e-mail when there is news. Nobody sees your address.",
    contact_none: "We have no e-mail address of yours. Fill it in if you want an e-mail when there is news.",
    contact_email: "New e-mail address",
    contact_save: "Keep this address",
    contact_erase: "Erase my e-mail address",
    contact_kept_title: "Your e-mail address has been kept",
    contact_kept: "From now on messages go to this address.",
    contact_erased_title: "Your e-mail address has been erased",
    contact_erased: "We will not e-mail you any more. With your code you see here how things stand.",
    threat_title: "Are you being thwarted or threatened?",
    threat_hint: "Tell us. Your idea then leaves the website at once, and your contact at the municipality takes it up.",
    threat_button: "I am being thwarted or threatened",
    threat_page: "Are you being thwarted or threatened?",
    threat_lead: "You are not on your own. Only your contact at the municipality reads this, on the next working day at the latest.",
    threat_text: "What is going on?",
    threat_text_hint: "You need not write anything. Do you know how we can reach you safely? Then tell us.",
    threat_send: "Tell the municipality",
    threat_received_title: "We know",
    threat_received: "Your contact at the municipality reads this on the next working day at the latest. Your idea is no longer on the website. Is there danger now? Call 112.",
    timeline: "What has happened?",
    newest_first: "The newest is at the top.",
    keep_title: "Coming back later",
    keep: "Keep your personal link or your code. A bookmark of this page does not work, because your code is not in the address. That way nobody else sees your idea.",
    entry,
    sent: "This is what you sent",
    withdraw: "I want to withdraw my idea",
    withdraw_title: "Do you really want to withdraw your idea?",
    withdraw_text: "Then we stop with it. You cannot undo this.",
    withdraw_yes: "Yes, withdraw my idea",
    withdraw_no: "No, go back",
    withdrawn: "You have withdrawn this idea. We do nothing more with it.",
    refresh: "See if there is news",
    close: "Close this page",
};

pub(super) static INITIATIVES: Initiatives = Initiatives {
    title: "What residents came up with",
    lead: "Ideas and initiatives from the neighbourhood, and what happens with them. Without names.",
    empty: "There are no ideas on this page yet.",
    empty_hint: "Perhaps yours will be the first?",
    kind: watch::english_kind,
    status: |status| match status {
        PublicStatus::Received => "Received",
        PublicStatus::WithPartner => "Being handled",
        PublicStatus::QuestionForYou => "Question to the resident",
        PublicStatus::Planned => "Planned",
        PublicStatus::InProgress => "We are at work",
        PublicStatus::Done => "Done",
        PublicStatus::NotDone => "We will not do this",
        PublicStatus::LookingAgain => "We are looking at it again",
        PublicStatus::Withdrawn => "Withdrawn",
        PublicStatus::PassedOn => "Sent on",
        PublicStatus::Merged => "Goes on under another number",
    },
    area: "Neighbourhood",
    topic: "Topic",
    partner: "Who handles this?",
    what: "The idea",
    why: "Why",
    we_do: "What residents do themselves",
    we_need: "What is needed for that",
    timeline: "What has happened?",
    news: "Follow the news",
    news_hint: "A news reader (Atom) shows you what is new.",
    follow: |name| format!("News about {name}"),
    own_title: "Do you have an idea yourself?",
    own_text: "You do not have to work it out.",
};

fn entry(kind: &TimelineKind, by: Option<&str>) -> String {
    let who = by.unwrap_or("The municipality");
    match kind {
        TimelineKind::Received { partner } => format!("{partner} has received the idea"),
        TimelineKind::Update => format!("News from {who}"),
        TimelineKind::Question => format!("Question from {who}"),
        TimelineKind::Answer => "Your answer".to_owned(),
        TimelineKind::AnswerTermPassed => format!("No answer came to the question. {who} goes on."),
        TimelineKind::HandoverOffered { to } => format!("We asked {to} to take this over"),
        TimelineKind::OwnerChanged { to } => format!("{to} now helps with this idea"),
        TimelineKind::PromiseSet { until } => format!("New promise: news by {} at the latest", date(*until)),
        TimelineKind::Planned { on } => format!("Planned for {}", date(*on)),
        TimelineKind::DecisionNeeded { until } => (plans::EN.decision_entry)(&date(*until)),
        TimelineKind::DateProposed { partner, on } => (plans::EN.proposed_entry)(partner, &date(*on)),
        TimelineKind::DateConfirmed { partner, on } => (plans::EN.confirmed_entry)(partner, &date(*on)),
        TimelineKind::DateDeclined { partner, on } => (plans::EN.declined_entry)(partner, &date(*on)),
        TimelineKind::Concluded { outcome } => match outcome {
            Outcome::Realised => "It has been done".to_owned(),
            Outcome::TakenUpByResidents => "Residents do this, with some help".to_owned(),
            Outcome::WillBeDone { on } => format!("We will do this, on {}", date(*on)),
            Outcome::NotDone => "We will not do this. This is why:".to_owned(),
            Outcome::Merged { into } => format!("This goes on under number {into}"),
            Outcome::PassedOn { nature } => (super::ending::EN.passed_on)(*nature).to_owned(),
        },
        TimelineKind::PassedOn { nature, received_on, reference } => {
            (super::ending::EN.entry)(*nature, &date(*received_on), reference.as_deref())
        }
        TimelineKind::Rated { helped: true } => "The answer helped you".to_owned(),
        TimelineKind::Rated { helped: false } => "The answer did not help you".to_owned(),
        TimelineKind::ReopeningAsked { decide_by } => {
            format!("You asked us to look at it again. You hear from us by {}", date(*decide_by))
        }
        TimelineKind::Reopened { until } => format!("We are looking at it again. News by {}", date(*until)),
        TimelineKind::Unmerged { until } => (plans::EN.unmerged_entry)(&date(*until)),
        TimelineKind::SupportAccepted { partner } => (plans::EN.helps_entry)(partner),
        TimelineKind::ReopeningRefused => "We stay with our answer. This is why:".to_owned(),
        TimelineKind::Explained => super::ending::EN.explained.to_owned(),
        TimelineKind::TextsErased => "Texts were erased on request".to_owned(),
        TimelineKind::Threatened => "You told us that you are being thwarted or threatened".to_owned(),
        TimelineKind::Withdrawn => "The idea has been withdrawn".to_owned(),
        TimelineKind::KindSet { to } => (agreements::EN.kind_entry)(watch::english_kind(*to)),
        TimelineKind::AgreementsMade => agreements::EN.entry.to_owned(),
        TimelineKind::RecordedFor { partner } => format!("Noted by the municipality for {partner}"),
    }
}
