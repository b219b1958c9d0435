//! `cargo xtask embed-snippet`: what a webmaster puts on a page; `cargo xtask release-loader`: what they may pin.

use crate::{
    Error, Result,
    build::{self, Loader},
    progress::Progress,
    workspace::{Workspace, read, write},
};

/// Puts the loader of this checkout among those that every later build serves too.
#[expect(clippy::print_stdout, reason = "this is the result of the command")]
pub fn release(workspace: &Workspace) -> Result<()> {
    let script = build::loader(workspace, Progress::new())?;
    let loader = Loader::of(&script);
    let file = loader.released_file(workspace);
    if file.exists() {
        println!("{} is released already.", loader.path);
    } else {
        write(&file, script)?;
        println!("{} is released with the next commit: add {}", loader.path, file.display());
    }
    Ok(())
}

/// Refuses a loader that later builds would not serve any more.
pub fn check_released(workspace: &Workspace, loader: &Loader) -> Result<()> {
    let file = loader.released_file(workspace);
    if file.exists() && Loader::of(&read(&file)?).path == loader.path {
        return Ok(());
    }
    Err(Error::Usage(format!(
        "the loader {} is not released, so host pages cannot pin it. Run: cargo xtask release-loader",
        loader.path
    )))
}

/// Prints the tags, with the evergreen loader and with this version pinned.
#[expect(clippy::print_stdout, reason = "this is the result of the command")]
pub fn snippet(workspace: &Workspace, origin: &str, municipality: &str) -> Result<()> {
    let loader = Loader::of(&build::loader(workspace, Progress::new())?);
    check_released(workspace, &loader)?;
    println!("{}", text(&loader, origin.trim_end_matches('/'), municipality));
    Ok(())
}

fn text(Loader { path, integrity }: &Loader, origin: &str, municipality: &str) -> String {
    format!(
        "<!-- Always the newest loader of version 1. -->
<script type=\"module\" src=\"{origin}/embed/v1.js\"></script>

<!-- Or this loader and no other. -->
<script type=\"module\" src=\"{origin}{path}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>

<!-- Where the widget should stand; the link is for who has no scripts. -->
<buurtstem-widget municipality=\"{municipality}\">
  <a href=\"{origin}/{municipality}\">Vul de peiling in of stuur uw idee</a>
</buurtstem-widget>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{build::stamp::files_under, command::output, size::LIMIT_LOADER};

    #[test]
    fn every_released_loader_is_what_its_name_says() {
        let workspace = Workspace::find();
        let files = files_under(&workspace.path("frontend/embed/released")).unwrap();
        assert!(!files.is_empty());
        for file in files {
            assert_eq!(Loader::of(&read(&file).unwrap()).released_file(&workspace), file);
        }
    }

    #[test]
    fn no_released_loader_is_larger_than_a_loader_may_be() {
        for file in files_under(&Workspace::find().path("frontend/embed/released")).unwrap() {
            let bytes = build::brotli(&read(&file).unwrap()).unwrap().len();
            assert!(bytes < LIMIT_LOADER, "{}: {bytes} bytes", file.display());
        }
    }

    #[test]
    fn no_released_loader_was_ever_taken_away_or_changed() {
        let git = |arguments: &[&str]| {
            output(
                std::process::Command::new("git")
                    .args(arguments)
                    .args(["--", "frontend/embed/released"])
                    .current_dir(Workspace::find().root()),
            )
        };
        // Without git there is no history to look at.
        let Some(gone) = git(&["log", "--diff-filter=DMRT", "--name-status", "--format=%h"]) else { return };
        assert_eq!(gone, "", "host pages have pinned these; put them back");
        assert_eq!(git(&["ls-files", "--deleted"]).as_deref(), Some(""), "host pages have pinned these");
    }

    #[test]
    fn the_pinned_loader_is_named_with_its_hash() {
        let loader = Loader { path: "/embed/v1.0a1b.js".to_owned(), integrity: "sha384-x".to_owned() };
        let text = text(&loader, "https://buurtstem.example", "waterdam");
        assert!(text.contains("src=\"https://buurtstem.example/embed/v1.0a1b.js\" integrity=\"sha384-x\""), "{text}");
        assert!(text.contains("municipality=\"waterdam\""), "{text}");
    }
}
