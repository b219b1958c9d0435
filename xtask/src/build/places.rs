//! Takes out of a module where in the source a panic would have begun.
//!
//! Beside each message the compiler keeps a file, a line and a column, for messages that `panics.rs` leaves out. Nothing
//! else reads them. Here they become zeros, which weigh nothing once compressed; the paths of the machine that built the
//! program, which no resident needs to know, go with them.

use super::{
    exports::{number, put_number},
    panics::sections,
};

const DATA: u8 = 11;
/// Where the file's name begins, how long it is, the line, the column: each in four bytes.
const PLACE: usize = 16;
/// Longer than any name of a file, line or column of ours and of the libraries; what is larger is no place.
const LONGEST: (usize, usize, usize) = (300, 50_000, 500);

/// The module without them; `None` when it cannot be read.
pub(super) fn without_places(module: &[u8]) -> Option<Vec<u8>> {
    let mut smaller = module.get(..8)?.to_vec();
    for (id, content) in sections(module)? {
        let content = if id == DATA { without(content)? } else { content.to_vec() };
        smaller.push(id);
        put_number(&mut smaller, content.len());
        smaller.extend(content);
    }
    Some(smaller)
}

/// A part of the memory that the module comes with.
struct Segment {
    address: usize,
    /// Where it stands in the section.
    at: usize,
    length: usize,
}

fn segments(section: &[u8]) -> Option<Vec<Segment>> {
    let (count, mut rest) = number(section)?;
    let mut all = Vec::new();
    for _ in 0..count {
        // Active, in the only memory, at `i32.const`; Rust writes no other kind.
        let after = rest.strip_prefix(&[0x00, 0x41])?;
        let (address, after) = number(after)?;
        let (length, after) = number(after.strip_prefix(&[0x0b])?)?;
        all.push(Segment { address, at: section.len().checked_sub(after.len())?, length });
        rest = after.get(length..)?;
    }
    Some(all)
}

fn without(section: &[u8]) -> Option<Vec<u8>> {
    let segments = segments(section)?;
    let in_section = |address: usize, length: usize| {
        segments.iter().find_map(|segment| {
            let into = address.checked_sub(segment.address)?;
            (into.checked_add(length)? <= segment.length).then(|| segment.at + into..segment.at + into + length)
        })
    };
    let mut smaller = section.to_vec();
    for segment in &segments {
        for address in (segment.address.next_multiple_of(4)..segment.address + segment.length).step_by(4) {
            let Some(place) = in_section(address, PLACE) else { break };
            let Some([begins, length, line, column]) = section.get(place.clone()).and_then(words) else { break };
            let (longest, lines, columns) = LONGEST;
            if length > longest || !(1..=lines).contains(&line) || !(1..=columns).contains(&column) {
                continue;
            }
            let Some(file) = in_section(begins, length) else { continue };
            if section.get(file.clone()).is_some_and(|name| name.ends_with(b".rs")) {
                smaller.get_mut(file)?.fill(0);
                smaller.get_mut(place)?.fill(0);
            }
        }
    }
    Some(smaller)
}

fn words(bytes: &[u8]) -> Option<[usize; 4]> {
    let (words, _) = bytes.as_chunks::<4>();
    let words: Vec<_> =
        words.iter().map(|word| usize::try_from(u32::from_le_bytes(*word))).collect::<Result<_, _>>().ok()?;
    words.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: usize = 1024;

    fn module(memory: &[u8]) -> Vec<u8> {
        let mut data = vec![1, 0x00, 0x41];
        put_number(&mut data, START);
        data.push(0x0b);
        put_number(&mut data, memory.len());
        data.extend(memory);
        let mut module = b"\0asm\x01\0\0\0\x0a\x01\x00".to_vec();
        module.push(DATA);
        put_number(&mut module, data.len());
        module.extend(data);
        module
    }

    fn place(file: usize, length: usize, line: u32, column: u32) -> Vec<u8> {
        let word = |word: usize| u32::try_from(word).unwrap().to_le_bytes();
        [word(START + file), word(length), line.to_le_bytes(), column.to_le_bytes()].concat()
    }

    #[test]
    fn a_place_goes_with_the_name_of_its_file_and_all_else_stays() {
        let memory = |name: &[u8], place: &[u8]| [name, b"text", place, b"after"].concat();
        let before = memory(b"ui/src/words.rs\0", &place(0, 15, 12, 34));
        assert_eq!(without_places(&module(&before)), Some(module(&memory(&[0; 16], &[0; 16]))));
    }

    #[test]
    fn what_only_looks_like_a_place_stays() {
        let memory = |place: &[u8]| [b"ui/src/words.rs\0", place].concat();
        for other in [place(0, 14, 12, 34), place(0, 15, 0, 34), place(0, 15, 12, 501), place(9_000, 15, 12, 34)] {
            let module = module(&memory(&other));
            assert_eq!(without_places(&module), Some(module));
        }
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert_eq!(without_places(b"\0asm"), None);
        assert_eq!(without_places(b"\0asm\x01\0\0\0\x0b\x02\x01\x01"), None);
    }
}
