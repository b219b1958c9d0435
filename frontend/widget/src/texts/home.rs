//! The widget's first page.

/// The sentences of one language.
pub struct Home {
    pub title: &'static str,
    pub lead: &'static str,
    pub polls: &'static str,
    pub no_polls: &'static str,
    pub no_polls_hint: &'static str,
    pub take_part: &'static str,
    pub open_until: fn(&str) -> String,
    pub idea_title: &'static str,
    pub idea_text: &'static str,
    pub idea_button: &'static str,
    pub initiatives: &'static str,
    pub all_initiatives: &'static str,
    pub reports: &'static str,
    pub reports_text: &'static str,
    pub reported: &'static str,
    pub report_awaited: fn(&str) -> String,
    /// When that day has passed.
    pub report_late: fn(&str) -> String,
    pub feed: &'static str,
    pub closed: &'static str,
    pub follow_title: &'static str,
    pub follow_text: &'static str,
    pub follow_link: &'static str,
}
