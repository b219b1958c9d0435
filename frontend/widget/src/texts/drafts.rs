//! Keeping an answer on the device while it is written.

/// The sentences of one language.
pub struct Drafts {
    pub keep: &'static str,
    pub hint: &'static str,
}

pub(super) static NL: Drafts = Drafts {
    keep: "Bewaar op dit apparaat wat ik typ",
    hint: "Zo kunt u later verder. Na 7 dagen is het weg, en ook als u het verstuurt of dit vakje leegmaakt. Doe dit niet op een apparaat dat anderen ook gebruiken.",
};

pub(super) static EN: Drafts = Drafts {
    keep: "Keep what I type on this device",
    hint: "So you can go on later. It is gone after 7 days, and also when you send it or clear this box. Do not do this on a device that others use too.",
};
