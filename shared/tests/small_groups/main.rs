//! Nobody can compute a small group from all that is published of a poll: random polls, answers, areas and moments
//! of publication, and a solver of our own that knows every published number and how they hang together.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, its helping functions too"
)]

mod attack;
mod solver;
mod world;

use std::io::Write as _;
use std::num::NonZero;
use std::ops::{AddAssign, Range};
use std::sync::Mutex;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use attack::Attack;
use world::World;

/// What there was to find.
#[derive(Default, Clone, Copy)]
struct Tried {
    polls: u64,
    sets: usize,
    shown: usize,
    small: usize,
    unanimous: usize,
}

impl AddAssign for Tried {
    fn add_assign(&mut self, other: Self) {
        self.polls += other.polls;
        self.sets += other.sets;
        self.shown += other.shown;
        self.small += other.small;
        self.unanimous += other.unanimous;
    }
}

impl std::fmt::Display for Tried {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { polls, sets, shown, small, unanimous } = self;
        write!(formatter, "{polls} polls, {sets} sets with {shown} shown counts; ")?;
        write!(formatter, "{small} small groups and {unanimous} unanimous ones")
    }
}

/// Attacks the world of this seed; what was found, if anything was.
fn attack(seed: u64) -> (Tried, Option<String>) {
    let world = World::random(seed);
    let attack = Attack::on(&world);
    let found = attack.run();
    let found = (!found.is_empty()).then(|| format!("seed {seed}: {found:#?}\n{}", attack.describe()));
    let (small, unanimous) = (attack.small_groups(), attack.unanimous());
    (Tried { polls: 1, sets: world.sets.len(), shown: attack.shown(), small, unanimous }, found)
}

/// How far all threads together are.
struct Progress {
    next: u64,
    tried: Tried,
    found: Vec<String>,
    said: Instant,
}

/// Attacks the worlds of these seeds on every processor, and says now and then how far it is. Goes on after the first
/// group that is found: three say more of the cause.
fn attack_all(seeds: Range<u64>) {
    const PAUSE: Duration = Duration::from_secs(10);
    const ENOUGH: usize = 3;
    let threads = available_parallelism().map_or(1, NonZero::get);
    let (tried, found, said) = (Tried::default(), Vec::new(), Instant::now());
    let progress = Mutex::new(Progress { next: seeds.start, tried, found, said });
    let take = |(done, found): (Tried, Option<String>)| {
        let mut progress = progress.lock().unwrap();
        progress.tried += done;
        progress.found.extend(found);
        if progress.said.elapsed() > PAUSE {
            progress.said = Instant::now();
            // Not a macro: what those print is kept until the test has ended.
            let mut log = std::io::stderr();
            writeln!(log, "{}, {} found", progress.tried, progress.found.len()).unwrap();
        }
        let seed = progress.next;
        progress.next += 1;
        (seed < seeds.end && progress.found.len() < ENOUGH).then_some(seed)
    };
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut done = (Tried::default(), None);
                while let Some(seed) = take(done) {
                    done = attack(seed);
                }
            });
        }
    });
    let Progress { tried, found, .. } = progress.into_inner().unwrap();
    assert!(found.is_empty(), "{}", found.join("\n"));
    println!("{tried}, none found");
    assert_eq!(tried.polls, seeds.end - seeds.start, "every poll was attacked");
    assert!(tried.shown > 1000 && tried.small > 1000 && tried.unanimous > 100, "there has to be something to find");
}

/// How many polls the long proof takes; another number when the environment says so.
fn many() -> u64 {
    const POLLS: u64 = 100_000;
    std::env::var("BUURTSTEM_PROOF_POLLS").map_or(POLLS, |number| number.parse().unwrap())
}

#[test]
fn no_small_group_follows_from_all_sets_of_a_poll() {
    attack_all(0..3_000);
}

#[test]
#[ignore = "long: run with cargo xtask test --full"]
fn no_small_group_follows_from_all_sets_of_many_polls() {
    attack_all(1_000_000..1_000_000 + many());
}

/// The attack has to work where suppression does not: hiding counts of 1 to 9 alone gives many of them away.
#[test]
fn hiding_small_counts_alone_would_not_do() {
    let naive = (0..40).map(|seed| World::random(seed).with_small_counts_hidden_only());
    let found: usize = naive.map(|world| Attack::on(&world).run().len()).sum();
    assert!(found > 100, "{found}");
}
