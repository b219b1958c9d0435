//! English: privacy and accessibility.

use super::{Link, Part, Statement, Words};

pub(super) const WORDS: Words = Words { privacy: PRIVACY, accessibility: ACCESSIBILITY };

const PRIVACY: Statement = Statement {
    title: "Your privacy",
    lead: "What we keep of you, for how long, and what you have to say about it.",
    parts: &[
        Part {
            title: "If you only look",
            paragraphs: &[
                "Then we keep nothing of you. There are no cookies, and no other company looks on. We only count how \
                           often a website shows these pages.",
            ],
        },
        Part {
            title: "If you answer a poll",
            paragraphs: &[
                "We keep your answers, your neighbourhood if you name it, and the day. Not your name, your address or your \
                 device. Nobody can see which answer is yours.",
                "A figure is always about 10 people or more. What you write in your own words is read by officials only. So \
                 please do not use names.",
                "Would you like the outcome by e-mail? Then your e-mail address is kept apart from your answers. We delete it \
                 when the mail has been sent, and otherwise 30 days after the outcome.",
            ],
        },
        Part {
            title: "If you send an idea",
            paragraphs: &[
                "Your text is read by the partner who handles your idea, partners who help with it, and the municipality. It \
                 is only put on the website if you want that and an official has read it. Your name is never with it.",
                "You do not have to give an e-mail address. If you do, we keep it encrypted and nobody gets to see it. You \
                 delete it yourself on the page of your idea.",
                "Do you want the text deleted too? Ask the municipality.",
            ],
        },
        Part {
            title: "If you help somebody else",
            paragraphs: &[
                "Messages between you and the other person go through this website. They do not see your e-mail \
                           address, and you do not see theirs. You can always stop.",
            ],
        },
        Part {
            title: "On your own device",
            paragraphs: &[
                "Only if you ask for it, your device keeps something: that you have answered a poll (for a year at \
                           most), or what you are writing (for 7 days at most). It is sent nowhere. One press of a button \
                           and it is gone.",
                "Do you turn on messages on this device? Then we keep, encrypted, how your browser can be reached. The message goes by way of the maker of your browser, who cannot read it. We delete it when you turn the messages off, and otherwise after a year.",
            ],
        },
        Part {
            title: "Questions or a complaint",
            paragraphs: &[
                "The municipality decides what happens to your data. You may ask what we have of you, and have it \
                           corrected or deleted.",
            ],
        },
    ],
    links: &[Link {
        before: "Can you and the municipality not agree? Then you can send a complaint to the Dutch data protection authority:",
        name: "autoriteitpersoonsgegevens.nl",
        address: "https://www.autoriteitpersoonsgegevens.nl",
    }],
};

const ACCESSIBILITY: Statement = Statement {
    title: "Accessibility",
    lead: "Everybody must be able to take part. This works already, and this we do not know yet.",
    parts: &[
        Part {
            title: "What works",
            paragraphs: &[
                "You can do everything without a mouse, with large letters, on a narrow screen and without JavaScript. There \
                 is no time limit anywhere, and nothing moves by itself.",
                "We follow the rules of WCAG 2.2, levels A and AA. With every new version a computer checks all pages. What a \
                 computer cannot see, we check ourselves.",
            ],
        },
        Part {
            title: "What we do not know yet",
            paragraphs: &[
                "People who are blind or partially sighted, or who have difficulty reading, have not tried these pages for us \
                 yet.",
                "The texts in Turkish, Arabic, Polish and Ukrainian have not been read yet by somebody with that mother \
                 tongue.",
            ],
        },
        Part {
            title: "Does something not work?",
            paragraphs: &[
                "Tell us, and we will solve it. You can also take part by phone: an official then fills it in with \
                           you. A poll is there on paper too.",
            ],
        },
    ],
    links: &[Link {
        before: "The municipality accounts for its whole website in an accessibility statement. You find it at:",
        name: "toegankelijkheidsverklaring.nl",
        address: "https://www.toegankelijkheidsverklaring.nl",
    }],
};
