//! What an official may do with a case now: first what the case asks of them and what is done most, then the rest in
//! groups that open. A coordinator may do some twenty things with a case; one or two of them are for now.

use leptos::prelude::*;
use shared::case::PublicStatus;
use shared::ids::PartnerId;
use shared::proposal::ProposalKind;
use shared::wire::admin::{CaseAction, CaseDetail};

use super::OpenCase;
use super::action::{ActionForm, FORM_TITLE_ID, gone};
use crate::navigation::focus_soon;
use crate::session::session;
use crate::texts::texts;

const FORM_ID: &str = "action-form";

/// The id of the button of an action, which gets the focus back when its form is closed.
pub(super) fn button_id(action: CaseAction) -> String {
    format!("do-{action:?}")
}

/// What a case asks of somebody, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Threat,
    Review,
    /// To take over: the panel above has its form.
    Offer,
    Contact,
    Support,
    Date,
    /// To look again.
    Again,
    /// The resident hears something by a day.
    Answer,
    /// The resident was asked something.
    Waiting,
    /// Nothing: another has it.
    Elsewhere,
    Helping,
    Ended,
    Withdrawn,
}

impl Asked {
    /// `mine` says whether a partner is this official's own.
    fn of(detail: &CaseDetail, mine: impl Fn(&PartnerId) -> bool) -> Self {
        let (summary, help) = (&detail.summary, &detail.help);
        let may = |action| detail.actions.contains(&action);
        let owned = mine(&summary.owner);
        match () {
            () if may(CaseAction::TakeUpThreat) => Self::Threat,
            () if may(CaseAction::ReleaseReview) => Self::Review,
            () if detail.handover.as_ref().is_some_and(|offer| mine(&offer.to)) => Self::Offer,
            () if may(CaseAction::NoteContact) => Self::Contact,
            () if may(CaseAction::ReplyToSupport) && help.support_asked.iter().any(&mine) => Self::Support,
            () if may(CaseAction::ReplyToDate) && help.plan.as_ref().is_some_and(|plan| mine(&plan.by)) => Self::Date,
            () if may(CaseAction::Reopen) => Self::Again,
            () if summary.status == PublicStatus::Withdrawn => Self::Withdrawn,
            () if detail.outcome.is_some() => Self::Ended,
            () if summary.waiting_for_resident => Self::Waiting,
            () if owned => Self::Answer,
            () if !may(CaseAction::Update) && detail.supporting.iter().any(&mine) => Self::Helping,
            () => Self::Elsewhere,
        }
    }

    /// How to do what is asked; the first is the one that stands out.
    const fn actions(self) -> &'static [CaseAction] {
        match self {
            Self::Threat => &[CaseAction::TakeUpThreat],
            Self::Review => &[CaseAction::ReleaseReview, CaseAction::Redact],
            Self::Contact => &[CaseAction::NoteContact],
            Self::Support => &[CaseAction::ReplyToSupport],
            Self::Date => &[CaseAction::ReplyToDate],
            Self::Again => &[CaseAction::Reopen, CaseAction::RefuseReopening],
            Self::Answer => &[CaseAction::Update],
            Self::Offer | Self::Waiting | Self::Elsewhere | Self::Helping | Self::Ended | Self::Withdrawn => &[],
        }
    }

    fn in_words(self, owner: &str, detail: &CaseDetail) -> String {
        let (words, days) = (&texts().choosing, &texts().days);
        let summary = &detail.summary;
        let promise = summary.promise.map(|day| days.full(day)).unwrap_or_default();
        let planned = detail.help.plan.as_ref().map(|plan| days.full(plan.on)).unwrap_or_default();
        let own = session().client().is_mine(&summary.owner);
        match self {
            Self::Threat => words.threat.to_owned(),
            Self::Review => words.review.to_owned(),
            Self::Offer => words.offered.to_owned(),
            Self::Contact => words.contact.to_owned(),
            Self::Support => (words.support)(owner),
            Self::Date => (words.date)(&planned),
            Self::Again => (words.again)(&promise),
            Self::Answer if summary.overdue => (words.late)(&promise),
            Self::Answer => (words.answer)(&promise),
            Self::Waiting if own => words.waiting.to_owned(),
            Self::Waiting => (words.waiting_there)(owner),
            Self::Elsewhere if summary.overdue => (words.late_elsewhere)(owner, &promise),
            Self::Elsewhere => (words.elsewhere)(owner, &promise),
            Self::Helping => (words.helping)(owner),
            Self::Ended => words.ended.to_owned(),
            Self::Withdrawn => words.withdrawn.to_owned(),
        }
    }
}

/// What is done less often, by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Together,
    Planning,
    Words,
    Sort,
}

impl Group {
    const ALL: [Self; 4] = [Self::Together, Self::Planning, Self::Words, Self::Sort];

    /// In the order in which they stand: what is done most first, what cannot be undone last.
    const fn actions(self) -> &'static [CaseAction] {
        use CaseAction as A;
        match self {
            Self::Together => &[A::AskSupport, A::ProposeUpdate, A::WithdrawHandover, A::NeedDecision],
            Self::Planning => &[A::AddTask, A::AddNote, A::MovePromise, A::ProposeDate, A::EndContact],
            Self::Words => &[A::Publish, A::Hide, A::Redact, A::Translate, A::SetLanguage, A::Hold, A::EraseTexts],
            Self::Sort => &[A::PassOn, A::SetKind, A::RecordAgreements],
        }
    }

    const fn name(self) -> &'static str {
        let words = &texts().choosing;
        match self {
            Self::Together => words.together,
            Self::Planning => words.planning,
            Self::Words => words.words,
            Self::Sort => words.sort,
        }
    }
}

/// What stands in sight wherever it may be done: what somebody waits for, then what is done most.
const IN_SIGHT: [CaseAction; 12] = [
    CaseAction::TakeUpThreat,
    CaseAction::ReleaseReview,
    CaseAction::NoteContact,
    CaseAction::Reopen,
    CaseAction::RefuseReopening,
    CaseAction::Update,
    CaseAction::Ask,
    CaseAction::Conclude,
    CaseAction::ReplyToSupport,
    CaseAction::ReplyToDate,
    CaseAction::ReplyToHandover,
    CaseAction::OfferHandover,
];
/// So few buttons are read at once: opening a group for them would be a step for nothing.
const FEW: usize = 5;

/// What stands in sight, and what stands in each group.
#[derive(Debug, PartialEq, Eq)]
struct Choice {
    first: Vec<CaseAction>,
    groups: Vec<(Group, Vec<CaseAction>)>,
}

impl Choice {
    /// Of what may be done, when this is asked.
    fn of(asked: Asked, detail: &CaseDetail) -> Self {
        // The panel of an offer has its own form.
        let may = |action: &CaseAction| {
            detail.actions.contains(action) && !(asked == Asked::Offer && *action == CaseAction::ReplyToHandover)
        };
        let mut first: Vec<CaseAction> = asked.actions().iter().copied().filter(may).collect();
        let also = |action: CaseAction, first: &mut Vec<CaseAction>| {
            if may(&action) && !first.contains(&action) {
                first.push(action);
            }
        };
        // Without them it cannot become public.
        if detail.summary.kind == ProposalKind::NeighbourhoodWatch && detail.watch.agreements.is_none() {
            also(CaseAction::RecordAgreements, &mut first);
        }
        // Whoever answers the resident has no need to propose words for it.
        if asked == Asked::Helping {
            also(CaseAction::ProposeUpdate, &mut first);
        }
        for action in IN_SIGHT {
            also(action, &mut first);
        }
        let rest = |group: Group| -> Vec<CaseAction> {
            group.actions().iter().copied().filter(|action| may(action) && !first.contains(action)).collect()
        };
        let groups = Group::ALL.into_iter().map(|group| (group, rest(group)));
        let mut groups: Vec<_> = groups.filter(|(_, actions)| !actions.is_empty()).collect();
        let left: usize = groups.iter().map(|(_, actions)| actions.len()).sum();
        if first.len().saturating_add(left) <= FEW {
            first.extend(groups.drain(..).flat_map(|(_, actions)| actions));
        }
        Self { first, groups }
    }
}

/// What is asked, the buttons for it, the groups of the rest, and the form of the button that was pressed.
pub(super) fn view(open: &OpenCase, detail: &CaseDetail) -> AnyView {
    let open = *open;
    let client = session().client();
    let words = &texts().case;
    let owner = client.partner_name(&detail.summary.owner);
    let asked = Asked::of(detail, |partner| client.is_mine(partner));
    let choice = Choice::of(asked, detail);
    let gone = gone(&open, detail);
    if choice.first.is_empty() && choice.groups.is_empty() {
        let explained = match asked {
            Asked::Offer => None,
            Asked::Ended | Asked::Withdrawn => Some(asked.in_words(&owner, detail)),
            _ => Some((words.no_actions)(&owner)),
        };
        return view! { {gone} {explained.map(|explained| view! { <p class="soft">{explained}</p> })} }.into_any();
    }
    let main = asked.actions().first().copied();
    let label = |action: CaseAction| match (&detail.handover, action) {
        (Some(handover), CaseAction::ReplyToHandover) => (words.action_reply_for)(&client.partner_name(&handover.to)),
        _ => (words.action)(action).to_owned(),
    };
    let buttons = |actions: &[CaseAction]| {
        let buttons: Vec<_> = actions.iter().map(|&action| button(&open, action, label(action), main)).collect();
        view! { <ul class="do__buttons">{buttons}</ul> }
    };
    let groups: Vec<_> = choice
        .groups
        .iter()
        .map(|(group, actions)| {
            // With what it holds, so that nobody opens it to see whether it is the right one.
            let labels: Vec<String> = actions.iter().map(|&action| label(action)).collect();
            let begins_open = open.draft.open.get_untracked().is_some_and(|action| actions.contains(&action));
            view! {
                <details class="do__group" open=begins_open>
                    <summary>
                        <span class="do__name">{group.name()}</span>
                        " "
                        <span class="do__holds">{labels.join(", ")}</span>
                    </summary>
                    {buttons(actions)}
                </details>
            }
        })
        .collect();
    let groups = (!groups.is_empty()).then(|| view! { <div class="do__groups">{groups}</div> });
    let first = (!choice.first.is_empty()).then(|| buttons(&choice.first));
    let allowed: Vec<CaseAction> =
        choice.groups.into_iter().flat_map(|(_, actions)| actions).chain(choice.first).collect();
    let late = detail.summary.overdue && matches!(asked, Asked::Answer | Asked::Elsewhere);
    let asked_class = if late { "do__asked do__asked--late" } else { "do__asked" };
    let asked = asked.in_words(&owner, detail);
    let detail = detail.clone();
    let form = move || {
        open.draft.open.get().filter(|action| allowed.contains(action)).map(|action| {
            view! { <ActionForm open detail=detail.clone() action /> }
        })
    };
    view! {
        <section class="do no-print" aria-labelledby="do-title">
            <h2 id="do-title">{words.actions_title}</h2>
            <p class=asked_class>{asked}</p>
            {gone}
            {first}
            {groups}
            <div id=FORM_ID>{form}</div>
        </section>
    }
    .into_any()
}

/// Opens and closes the form of an action. One stands out: the one that is open, or else what is asked.
fn button(open: &OpenCase, action: CaseAction, label: String, main: Option<CaseAction>) -> AnyView {
    let open = *open;
    let is_open = move || open.draft.open.get() == Some(action);
    let stands_out = move || open.draft.open.get().or(main) == Some(action);
    let class = move || if stands_out() { "button button--primary" } else { "button button--secondary" };
    let toggle = move |_| {
        if is_open() {
            open.draft.open.set(None);
        } else {
            open.done.set(None);
            open.sending.forget();
            open.draft.open.set(Some(action));
            focus_soon(FORM_TITLE_ID);
        }
    };
    view! {
        <li>
            <button
                type="button"
                id=button_id(action)
                class=class
                aria-expanded=move || is_open().to_string()
                aria-controls=FORM_ID
                on:click=toggle
            >
                {label}
            </button>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use shared::wire::admin::HandoverView;

    use super::*;

    /// What a coordinator may do with an open case that nobody waits for.
    fn most() -> Vec<CaseAction> {
        CaseAction::ALL.into_iter().skip_while(|action| *action != CaseAction::Update).collect()
    }

    fn partner(id: &str) -> PartnerId {
        PartnerId::parse(id).unwrap()
    }

    /// A case of the municipality's.
    fn detail(actions: &[CaseAction]) -> CaseDetail {
        let summary = serde_json::json!({
            "id": "00000000000000000000000001", "number": "2026-0001", "title": "Een lamp", "kind": "idea",
            "topic": null, "area": "Noord", "owner": "gemeente", "status": "received", "receivedOn": "2026-11-20",
            "promise": "2026-12-01", "overdue": false, "escalated": false, "held": false, "offeredTo": null,
            "waitingForResident": false, "refusals": 0, "returned": false, "threatened": false, "mergedInto": null
        });
        serde_json::from_value(serde_json::json!({
            "summary": summary, "version": 3, "topicId": null, "channel": "online", "language": "nl", "what": "Een lamp",
            "why": null, "weDo": null, "weNeed": null, "translation": null, "toTranslate": [], "hasEmail": false,
            "mayBePublic": false, "public": false, "supporting": [],
            "help": { "supportAsked": [], "plan": null, "decision": null },
            "watch": {
                "agreements": null, "officialId": null, "contactLeft": false, "contactDue": null, "nextContact": null,
                "candidates": []
            },
            "reason": "omdat", "handover": null, "originals": [], "askedAgain": null, "refusals": 0, "outcome": null,
            "mergedInto": null, "mergedHere": [], "passedOn": null, "actions": actions, "timeline": []
        }))
        .unwrap()
    }

    fn asked_of(who: &str, detail: &CaseDetail) -> Asked {
        Asked::of(detail, |partner| partner.as_str() == who)
    }

    #[test]
    fn every_action_has_one_place() {
        let mut places: Vec<CaseAction> = IN_SIGHT.to_vec();
        places.extend(Group::ALL.into_iter().flat_map(Group::actions));
        for action in CaseAction::ALL {
            assert_eq!(places.iter().filter(|place| **place == action).count(), 1, "{action:?}");
        }
    }

    #[test]
    fn what_waits_for_this_official_comes_first() {
        let answer = detail(&[CaseAction::Update, CaseAction::Ask]);
        assert_eq!(asked_of("gemeente", &answer), Asked::Answer);
        assert_eq!(asked_of("politie", &answer), Asked::Elsewhere);
        let helps = CaseDetail { supporting: vec![partner("politie")], ..answer.clone() };
        assert_eq!(asked_of("politie", &helps), Asked::Elsewhere, "the coordinator's own may help and answer too");
        let only_helps = CaseDetail { actions: vec![CaseAction::ProposeUpdate], ..helps };
        assert_eq!(asked_of("politie", &only_helps), Asked::Helping);
        let mut waits = answer.clone();
        waits.summary.waiting_for_resident = true;
        assert_eq!(asked_of("gemeente", &waits), Asked::Waiting);
        let offer = HandoverView {
            id: shared::ids::HandoverId::parse("h1").unwrap(),
            to: partner("politie"),
            reason: "Dit is voor u.".into(),
            answer_by: "2026-12-01".parse().unwrap(),
        };
        let offered = CaseDetail { handover: Some(offer), ..answer.clone() };
        assert_eq!(asked_of("politie", &offered), Asked::Offer);
        assert_eq!(asked_of("gemeente", &offered), Asked::Answer);
        let mut support = detail(&[CaseAction::ReplyToSupport]);
        support.help.support_asked = vec![partner("politie")];
        assert_eq!(asked_of("politie", &support), Asked::Support);
        // The coordinator may note what another says, and is not asked to.
        assert_eq!(asked_of("gemeente", &support), Asked::Answer);
        assert_eq!(asked_of("gemeente", &detail(&[CaseAction::Update, CaseAction::TakeUpThreat])), Asked::Threat);
    }

    #[test]
    fn a_coordinator_sees_a_few_and_finds_the_rest_in_groups() {
        let all = detail(&most());
        let asked = asked_of("gemeente", &all);
        assert_eq!(asked, Asked::Answer);
        let choice = Choice::of(asked, &all);
        assert_eq!(
            choice.first,
            [CaseAction::Update, CaseAction::Ask, CaseAction::Conclude, CaseAction::OfferHandover]
        );
        assert_eq!(choice.groups.len(), Group::ALL.len());
        let grouped: usize = choice.groups.iter().map(|(_, actions)| actions.len()).sum();
        assert_eq!(choice.first.len() + grouped, all.actions.len());
    }

    #[test]
    fn a_few_buttons_stand_side_by_side() {
        let few = detail(&[CaseAction::AddNote, CaseAction::AddTask, CaseAction::ProposeUpdate]);
        let choice = Choice::of(Asked::Helping, &few);
        assert_eq!(choice.first, [CaseAction::ProposeUpdate, CaseAction::AddTask, CaseAction::AddNote]);
        assert!(choice.groups.is_empty());
    }

    #[test]
    fn a_text_that_is_held_is_rewritten_or_released_at_once() {
        let held = detail(&[CaseAction::ReleaseReview, CaseAction::Redact, CaseAction::Update]);
        let choice = Choice::of(asked_of("gemeente", &held), &held);
        assert_eq!(choice.first, [CaseAction::ReleaseReview, CaseAction::Redact, CaseAction::Update]);
    }

    #[test]
    fn agreements_stand_in_sight_until_they_are_made() {
        let mut watch = detail(&most());
        assert!(!Choice::of(Asked::Answer, &watch).first.contains(&CaseAction::RecordAgreements));
        watch.summary.kind = ProposalKind::NeighbourhoodWatch;
        assert!(Choice::of(Asked::Answer, &watch).first.contains(&CaseAction::RecordAgreements));
    }
}
