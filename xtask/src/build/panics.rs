//! Leaves of a panic only its end.
//!
//! Before it stops, a program formats a message. In a browser there is nowhere to write it: the standard library has no
//! output on this target, and the program of a page that panicked stops either way, with a trap, while the page goes on as
//! plain forms. Here the functions that begin a panic get that trap as their whole body. What only they called, such as
//! the writing of ranges, of numbers and of quoted texts, is then left out with all else that nothing calls.

use std::collections::BTreeSet;

use super::exports::{number, put_number, sized};

/// In the names of functions that never return. The numbers are part of them: each says how long the next word is.
const ENDS: [&str; 17] = [
    "9panicking9panic_fmt",
    "9panicking5panic",
    "9panicking11panic_const",
    "9panicking13assert_failed",
    "9panicking19assert_failed_inner",
    "9panicking18panic_bounds_check",
    "6result13unwrap_failed",
    "6option13unwrap_failed",
    "6option13expect_failed",
    "3str16slice_error_fail",
    "5slice5index16slice_index_fail",
    "17len_mismatch_fail",
    "4cell22panic_already_borrowed",
    "4cell30panic_already_mutably_borrowed",
    "5local18panic_access_error",
    "7raw_vec12handle_error",
    "7raw_vec17capacity_overflow",
];

/// In the names of what only the classes use whose exports `exports.rs` takes out. Nothing calls it any more, but it stands
/// in the table of functions, from which nothing is ever left out.
const UNREACHED: [&str; 3] = ["into_underlying", "IntoUnderlying", "17future_to_promise"];

/// In the names of functions that write a value for developers (`{:?}`), as the compiler has named them of old and of
/// late. Only messages of panics do so in the residents' programs; these functions, too, stand in the table.
const FOR_DEVELOPERS: [&str; 3] = ["core..fmt..Debug", "3fmt8Debug", "5Debug3fmt"];

/// How the name of a function begins that tells wasm-bindgen the types of an import. It is run, not sent.
const DESCRIBES: &str = "__wbindgen_describe";

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
/// No variables, `unreachable`, `end`.
const TRAP: [u8; 3] = [0x00, 0x00, 0x0b];

/// The module with those bodies; `None` when it cannot be read. `for_developers`: whether it writes values for developers
/// elsewhere than in messages of panics.
pub(super) fn without_messages(module: &[u8], for_developers: bool) -> Option<Vec<u8>> {
    let gone: Vec<&str> =
        ENDS.iter().chain(&UNREACHED).chain(FOR_DEVELOPERS.iter().filter(|_| !for_developers)).copied().collect();
    let (mut imported, mut ends) = (0, BTreeSet::new());
    for (id, content) in sections(module)? {
        match id {
            IMPORTS => imported = functions_imported(content)?,
            CUSTOM => ends.extend(named(content, &gone)),
            _ => {}
        }
    }
    let mut smaller = module.get(..8)?.to_vec();
    for (id, content) in sections(module)? {
        let content = if id == CODE { trapped(content, imported, &ends)? } else { content.to_vec() };
        smaller.push(id);
        put_number(&mut smaller, content.len());
        smaller.extend(content);
    }
    Some(smaller)
}

pub(super) fn sections(module: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut rest = module.get(8..)?;
    let mut all = Vec::new();
    while let Some((&id, after)) = rest.split_first() {
        let content;
        (content, rest) = sized(after)?;
        all.push((id, content));
    }
    Some(all)
}

/// How many functions are imported: they are numbered before those of the module. Rust imports nothing else.
fn functions_imported(section: &[u8]) -> Option<usize> {
    let (count, mut rest) = number(section)?;
    for _ in 0..count {
        let (_, after) = sized(rest)?;
        let (_, after) = sized(after)?;
        let (0, after) = after.split_first().map(|(kind, after)| (*kind, after))? else { return None };
        (_, rest) = number(after)?;
    }
    Some(count)
}

/// The numbers of the functions with one of these in their names, from the section of names; none from any other section.
fn named(section: &[u8], parts: &[&str]) -> BTreeSet<usize> {
    let names = || {
        let (b"name", mut rest) = sized(section)? else { return None };
        // Part 1 has the names of functions.
        loop {
            let (&part, after) = rest.split_first()?;
            let (content, next) = sized(after)?;
            if part == 1 {
                return Some(content);
            }
            rest = next;
        }
    };
    let mut found = BTreeSet::new();
    let Some((count, mut rest)) = names().and_then(number) else { return found };
    for _ in 0..count {
        let Some((function, (name, next))) = number(rest).and_then(|(function, rest)| Some((function, sized(rest)?)))
        else {
            break;
        };
        let name = String::from_utf8_lossy(name);
        if !name.starts_with(DESCRIBES) && parts.iter().any(|part| name.contains(part)) {
            found.insert(function);
        }
        rest = next;
    }
    found
}

fn trapped(section: &[u8], imported: usize, ends: &BTreeSet<usize>) -> Option<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let mut smaller = Vec::new();
    put_number(&mut smaller, count);
    for function in imported..imported.checked_add(count)? {
        let body;
        (body, rest) = sized(rest)?;
        let body = if ends.contains(&function) { &TRAP } else { body };
        put_number(&mut smaller, body.len());
        smaller.extend(body);
    }
    Some(smaller)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_length(content: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        put_number(&mut bytes, content.len());
        bytes.extend(content);
        bytes
    }

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        [vec![id], with_length(content)].concat()
    }

    fn module(first: &str, bodies: &[&[u8]]) -> Vec<u8> {
        let imports = [vec![1], with_length(b"env"), with_length(b"log"), vec![0, 0]].concat();
        let code = [vec![2], bodies.iter().flat_map(|body| with_length(body)).collect()].concat();
        let function = |number: u8, name: &str| [vec![number], with_length(name.as_bytes())].concat();
        let names = [vec![2], function(1, first), function(2, "draw")].concat();
        // The module's own name stands before those of functions.
        let names = [with_length(b"name"), section(0, b"\x01m"), section(1, &names)].concat();
        [b"\0asm\x01\0\0\0".to_vec(), section(IMPORTS, &imports), section(CODE, &code), section(CUSTOM, &names)]
            .concat()
    }

    #[test]
    fn what_begins_a_panic_ends_it_and_all_else_stays() {
        let (message, draw): (&[u8], &[u8]) = (&[0x00, 0x41, 0x05, 0x1a, 0x0b], &[0x00, 0x01, 0x01, 0x0b]);
        for gone in [
            "_RNvNtCs1_4core9panicking9panic_fmt",
            "_ZN12wasm_streams8writable15into_underlying_sink18IntoUnderlyingSink5write17h0E",
        ] {
            let trapped = module(gone, &[&TRAP, draw]);
            assert_eq!(without_messages(&module(gone, &[message, draw]), true), Some(trapped), "{gone}");
        }
    }

    #[test]
    fn what_tells_the_types_of_an_import_stays() {
        let (types, draw): (&[u8], &[u8]) = (&[0x00, 0x41, 0x05, 0x10, 0x00, 0x0b], &[0x00, 0x01, 0x01, 0x0b]);
        let whole = module("__wbindgen_describe___wbg_new_with_into_underlying_byte_source", &[types, draw]);
        assert_eq!(without_messages(&whole, false), Some(whole));
    }

    #[test]
    fn values_for_developers_are_written_only_where_a_program_says_that_it_does() {
        let (write, draw): (&[u8], &[u8]) = (&[0x00, 0x41, 0x05, 0x1a, 0x0b], &[0x00, 0x01, 0x01, 0x0b]);
        for name in [
            "_ZN58_$LT$wasm_bindgen..JsValue$u20$as$u20$core..fmt..Debug$GT$3fmt17h0E",
            "_RNvXsj_NtCs1_4core3fmtcNtB5_5Debug3fmt",
        ] {
            let whole = module(name, &[write, draw]);
            assert_eq!(without_messages(&whole, false), Some(module(name, &[&TRAP, draw])), "{name}");
            assert_eq!(without_messages(&whole, true), Some(whole), "{name}");
        }
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert_eq!(without_messages(b"\0asm", true), None);
        assert_eq!(without_messages(b"\0asm\x01\0\0\0\x02\xff\xff\x01\x00", true), None);
    }
}
