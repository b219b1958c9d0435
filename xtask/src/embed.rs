//! `cargo xtask embed-snippet`: what a webmaster puts on a page.

use crate::{
    Result,
    build::{self, Loader},
    progress::Progress,
    workspace::Workspace,
};

/// Prints the tags, with the evergreen loader and with this version pinned.
#[expect(clippy::print_stdout, reason = "this is the result of the command")]
pub fn snippet(workspace: &Workspace, origin: &str, municipality: &str) -> Result<()> {
    let loader = build::loader(workspace, Progress::new())?;
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

    #[test]
    fn the_pinned_loader_is_named_with_its_hash() {
        let loader = Loader { path: "/embed/v1.0a1b.js".to_owned(), integrity: "sha384-x".to_owned() };
        let text = text(&loader, "https://buurtstem.example", "waterdam");
        assert!(text.contains("src=\"https://buurtstem.example/embed/v1.0a1b.js\" integrity=\"sha384-x\""), "{text}");
        assert!(text.contains("municipality=\"waterdam\""), "{text}");
    }
}
