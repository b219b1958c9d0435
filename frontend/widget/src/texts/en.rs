//! English, in plain words.

use shared::case::{Outcome, PublicStatus};
use shared::poll::Influence;
use shared::time::CivilDate;
use shared::wire::public::TimelineKind;

use super::{
    Corrections, Follow, Home, Initiatives, OpenData, Poll, Privacy, Propose, Receipt, Report, Results, Site, Thanks,
    capitalised, listed, lower, minutes,
};
use super::{agreements, plans, watch};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn date(date: CivilDate) -> String {
    let month = MONTHS.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

fn counted(count: impl Into<u64>, one: &str, many: &str) -> String {
    let count = count.into();
    format!("{count} {}", if count == 1 { one } else { many })
}

pub(super) static SITE: Site = Site {
    skip: "Skip to the content",
    languages: "Language",
    home: "To the start",
    name_of: |name| if name.is_empty() { "Buurtstem".to_owned() } else { format!("Buurtstem in {name}") },
    questions_title: "Questions?",
    call: "Call the municipality:",
    privacy: "This page uses no cookies and does not follow you.",
    next: "Next",
    back: "Back",
    change: "Change",
    optional: "optional",
    choose_in: "Choose within",
    nothing_filled_in: "Nothing filled in",
    yes: "Yes",
    no: "No",
    faults_title: "Something is not right yet",
    fault_prefix: "Error:",
    waiting: "One moment…",
    contact_person: "Your contact person at the municipality:",
    copied: "Copied",
};

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

pub(super) static POLL: Poll = Poll {
    above: "Poll",
    size: |count| {
        let minutes = minutes(count);
        let unit = if minutes == 1 { "minute" } else { "minutes" };
        let questions = if count == 1 { "question" } else { "questions" };
        format!("{count} {questions}, about {minutes} {unit}")
    },
    start: "Start",
    what_for: "What happens with your answers?",
    influence: |influence| match influence {
        Influence::Inform => ("To know", "We want to know how things are in the neighbourhood. Your answers help us."),
        Influence::Advise => ("To advise", "Your answers count when we decide something. Afterwards we explain how."),
        Influence::Decide => ("To decide", "What most people choose, we will do."),
    },
    report_promise: |date| format!("This poll is open until {date}. After that you read on this page what we do."),
    anonymous: "You take part anonymously. We do not ask your name and use no cookies.",
    for_areas: |areas| format!("For residents of {}.", listed(areas, "and")),
    other_language: "This poll is in Dutch only.",
    not_open_yet: |date| format!("This poll starts on {date}."),
    progress: |at, of| format!("Question {at} of {of}"),
    skip: "Skip this question",
    choose_several: "You may choose more than one answer.",
    choose_at_most: |max| if max == 1 { "Choose 1.".to_owned() } else { format!("Choose {max} at most.") },
    text_hint: "Please do not write names, addresses or phone numbers.",
    other: |option| format!("Did you choose ‘{option}’? Then write down what you mean."),
    no_opinion: "No opinion",
    ranking_rule: |places, of| {
        if usize::from(places) == of {
            format!("Give each answer a place. Place 1 matters most to you, place {places} least.")
        } else {
            format!("Choose {places}. Place 1 matters most to you, then place 2 up to {places}.")
        }
    },
    place: |place| format!("Place {place}"),
    no_place: "No place",
    higher: "Higher",
    lower: "Lower",
    area: "In which neighbourhood do you live?",
    area_hint: "This shows us whether neighbourhoods differ. First choose your district.",
    area_none: "I would rather not say",
    check_above: "Almost done",
    check: "Are your answers right?",
    privacy_text: "You may send it like this, but it is better left out. Officials read your answer.",
    check_lead: "You can still change everything.",
    skipped: "Skipped",
    send: "Send my answers",
    send_note: "After sending you cannot change anything. You take part anonymously, so we do not know which answers are yours.",
    to_poll: "To the page of the poll",
    scale_answer: |value, to| format!("{value} (from 1 to {to})"),
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

pub(super) static PROPOSE: Propose = Propose {
    title: "Your idea for the neighbourhood",
    lead: "Tell us what you want. We make sure that it reaches the right organisation.",
    danger_title: "Is there danger now? Call 112",
    danger_not_read: "We do not read this form at once.",
    danger_police: "Do you need the police, but is there no hurry? Call",
    danger_anonymous: "Do you want to report a crime anonymously? Call",
    progress: |at, of| format!("Step {at} of {of}"),
    what: "What is your idea?",
    what_hint: "What do you want, and where? Does something happen? Then write when, and how often, too. Please do not write names or house numbers.",
    why: "Why is this important to you?",
    topic: "What is it about?",
    topic_hint: "Choose what fits best.",
    topic_other: |topic| format!("Something else about {}", lower(topic)),
    topic_unknown: "I do not know",
    topic_unknown_hint: "Then the municipality finds out who can help you best.",
    area: "Which neighbourhood is it about?",
    area_hint: "First choose the district.",
    area_whole: |area| format!("All of {area}"),
    together: "Who does what?",
    together_lead: "Many ideas work out better when residents do something themselves. You do not have to.",
    we_do: "What do you do yourself, or with your neighbours?",
    we_do_hint: "For example: we water the plants.",
    we_need: "What do you need from others?",
    we_need_hint: "For example: permission, materials, some money or somebody to think along.",
    only_inform: "We do this ourselves, you only have to know",
    only_inform_hint: "Then you get a message that we know.",
    only_inform_legend: "Do you need nothing?",
    answer: "How do you want to get an answer?",
    answer_lead: "In a moment you get a personal code. With it you can always see how your idea is going.",
    email: "Your e-mail address",
    email_hint: "Do you want a mail when there is news? Then fill in your address. We use it for this idea only. Organisations that read your idea do not see your address.",
    public_legend: "May other residents see your idea?",
    public: "Yes, my idea may be on the website",
    public_hint: "Without your name. We read it first.",
    check: "Is everything right?",
    goes_to: |partner| format!("Your idea goes to {partner}"),
    because: |reason| format!("{}.", capitalised(reason)),
    supporting: |names| format!("{} will follow it too.", listed(names, "and")),
    answer_by: |date| format!("You hear from us by {date} at the latest."),
    route_unknown: "Just now we cannot show who gets your idea. You can send it all the same. Then you see it at once.",
    privacy_text: "You may send it like this, but your text may be better without. Other people read what you write.",
    summary: "This is what you send",
    send: "Send my idea",
};

pub(super) static PRIVACY: Privacy =
    Privacy { title: "Please look at your text once more", part: |part, advice| format!("‘{part}’: {advice}") };

pub(super) static RECEIPT: Receipt = Receipt {
    title: "Thank you! We have received your idea",
    number: |number| format!("Your idea has number {number}."),
    code_title: "Your personal code",
    code_keep: "With this code you follow your idea. Write it down or keep the link: we cannot give the code again.",
    code_private: "This code is for you alone. Share it with nobody.",
    link: "Your personal link",
    copy: "Copy the link",
    print: "Print this page",
    next_title: "What happens next?",
    next_reads: |partner, reason| format!("{partner} reads your idea, {reason}."),
    next_answer: |date| format!("You hear from us by {date} at the latest."),
    next_follow: "With your code you can see how it is going whenever you like.",
    next_mail: "When there is news you get a mail.",
    follow: "Follow your idea",
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
    supporting: |names| format!("{} will follow it too.", listed(names, "and")),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_numbers_are_written_out() {
        assert_eq!(date(CivilDate::from_ymd(2027, 5, 12).unwrap()), "12 May 2027");
        assert_eq!((POLL.size)(1), "1 question, about 1 minute");
        assert_eq!((PROPOSE.supporting)(&["A".into(), "B".into()]), "A and B will follow it too.");
    }
}
