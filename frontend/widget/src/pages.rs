//! Pages without steps: a form is sent in the background, and the content of the page that comes back takes the place
//! of the old. Without a connection the page says so and keeps what was typed.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use widget::fields::Fields;

use crate::{Program, browser};

/// A personal link carries its key in the fragment, which was taken out of the address: it goes into the form.
pub(crate) fn open_with_key(program: &Rc<Program>, key: &str) {
    let fields = Fields::new(vec![("followKey".to_owned(), key.to_owned())]);
    if program.state.borrow().is_none() {
        post(program, browser::own_address(), fields);
    }
}

pub(crate) fn send_form(program: &Rc<Program>, event: &browser::Submit, fields: &Fields) {
    let Some(address) = browser::address_of_form(event) else { return };
    event.prevent_default();
    post(program, address, fields.clone());
}

fn post(program: &Rc<Program>, address: String, fields: Fields) {
    program.set_busy(true);
    let program = Rc::clone(program);
    spawn_local(async move {
        let page = browser::post_form(&address, &fields).await;
        program.set_busy(false);
        match page {
            Some(page) if browser::take_content(&program.root, &page) => browser::uncover(),
            _ => browser::show_offline(),
        }
    });
}
