//! The program of all other pages with something to fill in.

fn main() {
    widget::program::proposal();
}
