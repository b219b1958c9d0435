//! Pages without steps: a form is sent in the background, and the content of the page that comes back takes the place
//! of the old. Without a connection the page says so and keeps what was typed.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::{Program, browser, drafts};
use crate::fields::Fields;
use crate::forms::follow::{FOLLOW_KEY, QUESTION_ID};

pub(super) fn listen(program: &Rc<Program>) {
    open_key_in_address(program);
    let listening = Rc::clone(program);
    // Another personal link, pasted into the address of the page that is open.
    browser::on_fragment(move || open_key_in_address(&listening));
    let listening = Rc::clone(program);
    browser::on_submit(&program.root, move |event| send_form(&listening, event));
    drafts::listen(&program.root);
}

/// A personal link carries its key in the fragment. It is taken out of the address and goes into the form, so that it
/// is still there when the connection fails.
fn open_key_in_address(program: &Rc<Program>) {
    let Some(key) = browser::take_key_from_address() else { return };
    browser::fill(FOLLOW_KEY, &key);
    if program.state.borrow().is_none() {
        post(program, browser::own_address(), Fields::new(vec![(FOLLOW_KEY.to_owned(), key)]));
    }
}

fn send_form(program: &Rc<Program>, event: &browser::Submit) {
    if program.state.borrow().is_some() || program.busy.get() {
        return;
    }
    let (Some(fields), Some(address)) = (browser::fields(event), browser::address_of_form(event)) else { return };
    event.prevent_default();
    post(program, address, fields);
}

fn post(program: &Rc<Program>, address: String, fields: Fields) {
    program.set_busy(true);
    let program = Rc::clone(program);
    let answered = fields.pairs().find(|(name, _)| *name == QUESTION_ID).map(|(_, id)| id.to_owned());
    spawn_local(async move {
        let page = browser::post_form(&address, &fields).await;
        program.set_busy(false);
        match page {
            Some(page) if browser::take_content(&page) => {
                drafts::forget(answered);
                drafts::bring_back();
            }
            _ => browser::show_offline(),
        }
    });
}
