//! Takes out of a module what it exports for nobody.
//!
//! Leptos comes with a crate for streams, whether they are used or not, and that crate exports classes to JavaScript.
//! What is exported is kept, with all that it calls. Here the exports go, and their descriptions with them, before
//! wasm-bindgen reads the module; it then leaves out the code that nothing calls any more.

/// In the names of exports and of classes. Our programs read and write no streams.
const UNUSED: [&[u8]; 2] = [b"intounderlying", b"IntoUnderlying"];

/// Where wasm-bindgen describes what is exported and imported: pieces of a version and a description, each with its length
/// before it in four bytes.
const DESCRIPTIONS: &[u8] = b"__wasm_bindgen_unstable";

const CUSTOM: u8 = 0;
const EXPORTS: u8 = 7;

/// The module without those exports; `None` when it cannot be read.
pub(super) fn without_unused(module: &[u8]) -> Option<Vec<u8>> {
    let (header, mut rest) = module.split_at_checked(8)?;
    let mut smaller = header.to_vec();
    while let Some((&id, after)) = rest.split_first() {
        let content;
        (content, rest) = sized(after)?;
        let content = match id {
            EXPORTS => exports(content)?,
            CUSTOM => descriptions(content)?,
            _ => content.to_vec(),
        };
        smaller.push(id);
        put_number(&mut smaller, content.len());
        smaller.extend(content);
    }
    Some(smaller)
}

fn is_unused(name: &[u8]) -> bool {
    UNUSED.iter().any(|unused| name.windows(unused.len()).any(|part| part == *unused))
}

fn exports(section: &[u8]) -> Option<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let (mut kept, mut all) = (0, Vec::<u8>::new());
    for _ in 0..count {
        let (name, after) = sized(rest)?;
        // The kind of what is exported, and its number.
        let (_, after) = number(after.get(1..)?)?;
        let (export, next) = rest.split_at_checked(rest.len().checked_sub(after.len())?)?;
        if !is_unused(name) {
            all.extend(export);
            kept += 1;
        }
        rest = next;
    }
    let mut smaller = Vec::new();
    put_number(&mut smaller, kept);
    smaller.extend(all);
    Some(smaller)
}

fn descriptions(section: &[u8]) -> Option<Vec<u8>> {
    let (name, mut rest) = sized(section)?;
    if name != DESCRIPTIONS {
        return Some(section.to_vec());
    }
    let mut smaller = section.get(..section.len().checked_sub(rest.len())?)?.to_vec();
    while !rest.is_empty() {
        let (_, description) = piece(rest)?;
        let (words, next) = piece(description)?;
        if !is_unused(words) {
            smaller.extend(rest.get(..rest.len().checked_sub(next.len())?)?);
        }
        rest = next;
    }
    Some(smaller)
}

/// A piece with its length before it in four bytes, and what follows it.
fn piece(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)
}

/// The same with a length as WebAssembly writes it.
pub(super) fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(bytes)?;
    rest.split_at_checked(length)
}

/// A number in WebAssembly's LEB128, and what follows it.
pub(super) fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0_usize;
    for (place, &byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * place);
        if byte < 0x80 {
            return Some((value, bytes.get(place + 1..)?));
        }
    }
    None
}

pub(super) fn put_number(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.extend(u8::try_from(value & 0x7f).map(|low| low | 0x80));
        value >>= 7;
    }
    bytes.extend(u8::try_from(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        let mut section = vec![id];
        put_number(&mut section, content.len());
        section.extend(content);
        section
    }

    fn export(name: &str, function: usize) -> Vec<u8> {
        let mut export = Vec::new();
        put_number(&mut export, name.len());
        export.extend(name.as_bytes());
        export.push(0);
        put_number(&mut export, function);
        export
    }

    fn described(words: &str) -> Vec<u8> {
        let piece = |words: &str| [&u32::try_from(words.len()).unwrap().to_le_bytes(), words.as_bytes()].concat();
        [piece("version"), piece(words)].concat()
    }

    fn module(exports: &[Vec<u8>], descriptions: &[Vec<u8>]) -> Vec<u8> {
        let mut table = Vec::new();
        put_number(&mut table, exports.len());
        table.extend(exports.concat());
        let mut custom = Vec::new();
        put_number(&mut custom, DESCRIPTIONS.len());
        custom.extend(DESCRIPTIONS);
        custom.extend(descriptions.concat());
        [b"\0asm\x01\0\0\0".to_vec(), section(EXPORTS, &table), section(10, &[7; 300]), section(CUSTOM, &custom)]
            .concat()
    }

    #[test]
    fn exports_for_nobody_go_with_their_descriptions_and_all_else_stays() {
        let (ours, theirs) = (export("start", 300), export("__wbg_intounderlyingsource_free", 5));
        let (about_ours, about_theirs) = (described("start"), described("class IntoUnderlyingSource"));
        let whole = module(&[theirs.clone(), ours.clone(), theirs], &[about_ours.clone(), about_theirs]);
        assert_eq!(without_unused(&whole), Some(module(&[ours], &[about_ours])));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert_eq!(without_unused(b"\0asm"), None);
        assert_eq!(without_unused(b"\0asm\x01\0\0\0\x07\xff\xff\x01\x00"), None);
    }
}
