//! The program of the pages where a poll is answered.

fn main() {
    widget::program::poll();
}
