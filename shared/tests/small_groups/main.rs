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

use attack::Attack;
use world::World;

/// What there was to find.
#[derive(Default)]
struct Tried {
    sets: usize,
    shown: usize,
    small: usize,
    unanimous: usize,
}

/// Attacks the worlds of these seeds.
fn attack(seeds: impl Iterator<Item = u64>) -> Tried {
    let mut tried = Tried::default();
    for seed in seeds {
        let world = World::random(seed);
        tried.sets += world.sets.len();
        for place in 0..world.poll.questions.len() {
            let attack = Attack::on(&world, place);
            let found = attack.run();
            assert!(found.is_empty(), "seed {seed}, question {place}: {found:#?}\n{}", attack.describe());
            tried.small += attack.small_groups();
            tried.unanimous += attack.unanimous();
            tried.shown += attack.shown();
        }
    }
    tried
}

/// The same on four threads.
fn attack_all(seeds: std::ops::Range<u64>) {
    const THREADS: usize = 4;
    let tried: Vec<Tried> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|first| {
                let seeds = seeds.clone().skip(first).step_by(THREADS);
                scope.spawn(move || attack(seeds))
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let sum = |what: fn(&Tried) -> usize| tried.iter().map(what).sum::<usize>();
    let [sets, shown] = [sum(|tried| tried.sets), sum(|tried| tried.shown)];
    let [small, unanimous] = [sum(|tried| tried.small), sum(|tried| tried.unanimous)];
    println!(
        "{} polls, {sets} sets with {shown} shown counts; {small} small groups and {unanimous} unanimous ones, none found",
        seeds.count()
    );
    assert!(shown > 1000 && small > 1000 && unanimous > 100, "there has to be something to find");
}

#[test]
fn no_small_group_follows_from_all_sets_of_a_poll() {
    attack_all(0..3_000);
}

#[test]
#[ignore = "long: run with cargo xtask test --full"]
fn no_small_group_follows_from_all_sets_of_many_polls() {
    attack_all(1_000_000..1_100_000);
}

/// The attack has to work where suppression does not: hiding counts of 1 to 9 alone gives many of them away.
#[test]
fn hiding_small_counts_alone_would_not_do() {
    let naive = (0..40).map(|seed| World::random(seed).with_small_counts_hidden_only());
    let found: usize = naive.map(|world| Attack::on(&world, 0).run().len()).sum();
    assert!(found > 100, "{found}");
}
