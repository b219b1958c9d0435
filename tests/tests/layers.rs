//! Which part may know which: read from the sources, because a rule that nobody checks does not hold.

#[cfg(test)]
mod tests {
    use std::{
        fs,
        path::{Path, PathBuf},
    };

    /// Lines of the folder's sources that hold one of the words; tests and comments do not count.
    fn mentions(folder: &str, words: &[&str], except: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder)) {
            let name = file.to_string_lossy().into_owned();
            if except.iter().any(|except| name.ends_with(except)) || name.ends_with("tests.rs") {
                continue;
            }
            let text = fs::read_to_string(&file).unwrap();
            let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
            for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
                if words.iter().any(|word| line.contains(word)) {
                    found.push(format!("{name}: {}", line.trim()));
                }
            }
        }
        found
    }

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files.extend(sources(&path));
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
        files
    }

    fn dependencies(package: &str) -> Vec<String> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(package).join("Cargo.toml");
        let text = fs::read_to_string(manifest).unwrap();
        let section = text.split("[dependencies]").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap_or_default();
        let names = section.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
        names.filter(|name| !name.is_empty() && !name.starts_with('#')).map(str::to_owned).collect()
    }

    const NOTHING: [String; 0] = [];

    #[test]
    fn the_domain_knows_no_platform() {
        let known = ["serde", "thiserror", "time"];
        let others: Vec<String> =
            dependencies("shared").into_iter().filter(|name| !known.contains(&name.as_str())).collect();
        assert_eq!(others, NOTHING);
    }

    #[test]
    fn http_knows_no_sql() {
        assert_eq!(mentions("worker/src/http", &["store::", "dyn Sql", ".sql"], &[]), NOTHING);
    }

    #[test]
    fn storage_knows_no_http_and_nothing_of_the_wire() {
        assert_eq!(mentions("worker/src/store", &["crate::http", "axum", "shared::wire", "http::"], &[]), NOTHING);
    }

    #[test]
    fn four_files_know_the_platform() {
        let platform = ["worker::", "js_sys", "wasm_bindgen", "web_sys"];
        let except = ["src/platform.rs", "src/entry.rs", "objects/shell.rs", "store/platform_sql.rs"];
        assert_eq!(mentions("worker/src", &platform, &except), NOTHING);
    }

    #[test]
    fn components_know_no_domain_and_programs_not_each_other() {
        assert!(!dependencies("frontend/ui").contains(&"shared".to_owned()));
        assert!(!dependencies("frontend/widget").contains(&"admin".to_owned()));
        assert!(!dependencies("frontend/admin").contains(&"widget".to_owned()));
    }
}
