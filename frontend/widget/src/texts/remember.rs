//! Knowing on the device that somebody has answered a poll.

/// The sentences of one language.
pub struct Remember {
    pub remember: &'static str,
    pub hint: &'static str,
    pub title: &'static str,
    /// Before and after the day.
    pub on: (&'static str, &'static str),
    pub others: &'static str,
    pub forget: &'static str,
    pub forgotten: &'static str,
}

pub(super) static NL: Remember = Remember {
    remember: "Onthoud op dit apparaat dat ik heb geantwoord",
    hint: "Dan ziet u dat als u hier terugkomt. Alleen de dag wordt onthouden, niet wat u hebt geantwoord, en hooguit een jaar. Wij zien het niet. Wie dit apparaat ook gebruikt, kan het wel zien.",
    title: "U hebt deze peiling al ingevuld",
    on: ("Dat was op ", ", op dit apparaat. Bedankt! U hoeft het niet nog een keer te doen."),
    others: "Wil iemand anders bij u thuis ook meedoen? Dat kan gewoon op dit apparaat.",
    forget: "Onthoud dit niet meer",
    forgotten: "Dit apparaat onthoudt het niet meer.",
};

pub(super) static EN: Remember = Remember {
    remember: "Remember on this device that I have answered",
    hint: "Then you see it when you come back here. Only the day is remembered, not what you answered, and for a year at most. We do not see it. Others who use this device can see it.",
    title: "You have already answered this poll",
    on: ("That was on ", ", on this device. Thank you! There is no need to do it again."),
    others: "Does somebody else in your home want to take part? They can, on this device too.",
    forget: "Do not remember this any more",
    forgotten: "This device does not remember it any more.",
};
