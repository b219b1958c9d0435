//! The program in the resident's browser: takes over the page that the Worker rendered.
//!
//! It reads the page's state, hydrates the same views, and from then on answers submits itself. What a submit means is
//! decided in [`widget::act`]; here it is carried out. When anything is missing, it does nothing, and the page stays
//! what it was: plain forms that work.

mod browser;

use leptos::ev::{SubmitEvent, pageshow, popstate};
use leptos::mount::hydrate_from;
use leptos::prelude::*;
use leptos::task::spawn_local;
use widget::act::{self, Act, Request, Told};
use widget::state::{Content, FollowPage, PageState};
use widget::views::{Client, Turn, app, title};

fn main() {
    let Some((state, root)) = browser::page_state().zip(browser::root()) else { return };
    hydrate_from(root, move || {
        let program = Program::new(state);
        provide_context(program.client());
        program.listen();
        program.open_key_in_address();
        app(program.turn)
    })
    .forget();
}

/// The page as it is now, and what changes it.
#[derive(Clone, Copy)]
struct Program {
    turn: RwSignal<Turn>,
    busy: RwSignal<bool>,
    /// How many steps the browser's history has of this page; the entry itself holds the same number.
    depth: StoredValue<i32>,
}

impl Program {
    fn new(state: PageState) -> Self {
        Self {
            turn: RwSignal::new(Turn { number: 0, state }),
            busy: RwSignal::new(false),
            depth: StoredValue::new(browser::history_depth()),
        }
    }

    /// Hears what the browser does by itself.
    fn listen(self) {
        window_event_listener(popstate, move |event| {
            let before = self.depth.get_value();
            // A link within the page, such as one from the summary of faults, stays at the step that is shown.
            let Some(depth) = browser::depth_of(&event.state()) else { return browser::mark_history(before) };
            self.depth.set_value(depth);
            if depth != before {
                self.travel(depth < before);
            }
        });
        // A page that comes back from the browser's memory waits for nothing any more.
        window_event_listener(pageshow, move |_| self.busy.set(false));
    }

    /// The back or forward button of the browser: one step, which is in the history already.
    fn travel(self, back: bool) {
        if self.busy.get_untracked() {
            return;
        }
        let fields = browser::fields_of_page().unwrap_or_default();
        let act = self.turn.with_untracked(|turn| act::travelled(&turn.state, &fields, back, &browser::random));
        if let Act::Show(content) = act {
            self.replace(*content);
        }
    }

    fn client(self) -> Client {
        Client {
            submit: UnsyncCallback::new(move |event| self.submit(&event)),
            busy: self.busy,
            copy: UnsyncCallback::new(move |(text, copied): (String, RwSignal<bool>)| {
                spawn_local(async move {
                    if browser::copy(&text).await {
                        copied.set(true);
                    }
                });
            }),
        }
    }

    /// A personal link carries its key in the fragment, which is taken out of the address at once.
    fn open_key_in_address(self) {
        let asks = self.turn.with_untracked(
            |turn| matches!(&turn.state.content, Content::Follow(page) if matches!(&**page, FollowPage::Ask { .. })),
        );
        if let Some(key) = asks.then(browser::take_key_from_address).flatten() {
            let act = self.turn.with_untracked(|turn| act::opened(&turn.state, &key));
            self.carry_out(act);
        }
    }

    fn submit(self, event: &SubmitEvent) {
        if self.busy.get_untracked() {
            event.prevent_default();
            return;
        }
        let Some(fields) = browser::fields(event) else { return };
        let act = self.turn.with_untracked(|turn| act::submitted(&turn.state, &fields, &browser::random));
        if act != Act::Leave {
            event.prevent_default();
            self.carry_out(act);
        }
    }

    fn carry_out(self, act: Act) {
        match act {
            Act::Show(content) => self.show(*content),
            Act::ShowAndTell(content, told) => {
                self.show(*content);
                tell(&told);
            }
            Act::Go(address, told) => {
                if let Some(told) = told {
                    tell(&told);
                }
                // The page goes away with its waiting state.
                browser::go(&address);
            }
            Act::Ask(request) => self.ask(*request),
            Act::Leave => {}
        }
    }

    fn ask(self, request: Request) {
        self.busy.set(true);
        spawn_local(async move {
            let reply = browser::send(&request).await;
            let act =
                self.turn.with_untracked(|turn| act::answered(&turn.state, request, reply.as_ref(), &browser::random));
            if !matches!(act, Act::Go(..)) {
                self.busy.set(false);
            }
            self.carry_out(act);
        });
    }

    /// Shows the next step, to which the browser's back button leads as well.
    fn show(self, content: Content) {
        let depth = self.depth.get_value().saturating_add(1);
        if browser::push_history(depth) {
            self.depth.set_value(depth);
        }
        self.replace(content);
    }

    /// Shows other content in the place of the old, and brings the reader to its beginning.
    fn replace(self, content: Content) {
        self.turn.update(|turn| {
            turn.number = turn.number.saturating_add(1);
            turn.state.content = content;
        });
        let title = self.turn.with_untracked(|turn| title(&turn.state));
        // The views are there after the effects of the change have run.
        request_animation_frame(move || browser::arrive(&title));
    }
}

fn tell(told: &Told) {
    match told {
        Told::Answered(poll) => browser::tell(&format!(r#"["event",{{"name":"answered","poll":"{poll}"}}]"#)),
        Told::Submitted => browser::tell(r#"["event",{"name":"submitted"}]"#),
    }
}
