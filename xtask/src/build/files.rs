//! Gives every file a name with the hash of its content, compresses it, and writes down the names.
//!
//! Beside each file lie its variants `.br` and `.gz`, for plain workerd. Cloudflare compresses by itself and
//! gets neither (`.assetsignore`), and reads the caching rules from `_headers`.

use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384};

use super::{
    client::{ADMIN, Client, WIDGET, esbuild, loader_folder, released},
    stamp::{Stamp, files_under, hex},
    wasm::common_inputs,
};
use crate::{
    Error, Result,
    command::run,
    progress::Done,
    workspace::{Workspace, empty_folder, read, write},
};

/// The names of the files of a build, as the Worker reads them (`worker/src/assets.rs`).
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    pub programs: BTreeMap<String, Program>,
    pub scripts: BTreeMap<String, String>,
    /// By the program's name: the style that its first page carries in itself.
    pub carried: BTreeMap<String, Carried>,
    pub loader: Loader,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Program {
    pub script: String,
    pub wasm: String,
    pub style: String,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Carried {
    pub css: String,
    /// As the page's policy names it.
    pub hash: String,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Loader {
    /// The immutable address; `/embed/v1.js` is the evergreen one.
    pub path: String,
    /// For the `integrity` attribute of the script tag.
    pub integrity: String,
}

pub(super) fn public(workspace: &Workspace) -> PathBuf {
    workspace.dist().join("public")
}

pub(super) fn manifest_path(workspace: &Workspace) -> PathBuf {
    workspace.dist().join("manifest.json")
}

pub(super) fn manifest(workspace: &Workspace) -> Result<Manifest> {
    let path = manifest_path(workspace);
    serde_json::from_slice(&read(&path)?)
        .map_err(|error| Error::Answer { what: path.display().to_string(), detail: error.to_string() })
}

pub(super) fn pack(workspace: &Workspace) -> Result<Done> {
    let mut stamp = Stamp::new(workspace, "files");
    common_inputs(workspace, &mut stamp)?;
    for client in [&WIDGET, &ADMIN] {
        stamp.folder(&client.folder(workspace))?;
    }
    stamp.folder(&loader_folder(workspace))?;
    stamp.folder(&released(workspace))?;
    stamp.output(manifest_path(workspace));
    stamp.output(public(workspace));
    if stamp.is_current() {
        return Ok(Done::Unchanged);
    }
    let packer = Packer::start(workspace)?;
    let mut manifest = Manifest::default();
    for client in [&WIDGET, &ADMIN] {
        manifest.programs.extend(packer.client(workspace, client)?);
        for (name, path) in client.apart(workspace) {
            let script = packer.script(workspace, name, &format!("import {:?};\n", path.display().to_string()))?;
            manifest.scripts.insert(name.to_owned(), script);
        }
        if let Some((name, path)) = client.carried(workspace) {
            manifest.carried.insert(name.to_owned(), Carried::of(&read(&path)?));
        }
    }
    manifest.loader = packer.loader(workspace)?;
    packer.finish()?;
    let text = serde_json::to_vec_pretty(&manifest)
        .map_err(|error| Error::Answer { what: "asset manifest".to_owned(), detail: error.to_string() })?;
    write(&manifest_path(workspace), text)?;
    // Packing adds nothing to the clients' folders that the stamp covers, so its hash still stands.
    stamp.write()?;
    Ok(Done::Worked)
}

/// Fills a new folder beside the old one and takes over from it what did not change: compressing at the
/// highest quality is what takes time.
struct Packer {
    old: PathBuf,
    new: PathBuf,
}

impl Packer {
    fn start(workspace: &Workspace) -> Result<Self> {
        let packer = Self { old: public(workspace), new: workspace.dist().join("public.new") };
        empty_folder(&packer.new)?;
        Ok(packer)
    }

    /// The programs of a client by their names, and under its own name what a page without a program links.
    fn client(&self, workspace: &Workspace, client: &Client) -> Result<Vec<(String, Program)>> {
        let folder = client.folder(workspace);
        let style = self.add_hashed("assets", client.name, "css", &read(&folder.join("style.css"))?)?;
        let before: Vec<String> =
            client.before(workspace).map(|path| format!("import {:?};\n", path.display().to_string())).collect();
        let before = before.concat();
        let mut programs = Vec::new();
        // A program under the client's own name is what all of its pages link.
        if client.programs.iter().all(|program| program.name != client.name) {
            let script = self.script(workspace, client.name, &before)?;
            programs.push((client.name.to_owned(), Program { script, wasm: String::new(), style: style.clone() }));
        }
        for program in client.programs {
            // The wasm first: the script contains its name, so the script's hash covers it.
            let folder = folder.join(program.name);
            let wasm = self.add_hashed("assets", program.name, "wasm", &read(&folder.join("client_bg.wasm"))?)?;
            let apart = client.apart(workspace).filter(|(name, _)| program.with.contains(name));
            let with: Vec<String> =
                apart.map(|(_, path)| format!("import {:?};\n", path.display().to_string())).collect();
            let with = with.concat();
            let start = format!(
                "{before}{with}import start from {:?};\nstart({{ module_or_path: new URL({wasm:?}, import.meta.url) }});\n",
                folder.join("client.js").display().to_string(),
            );
            let script = self.script(workspace, program.name, &start)?;
            programs.push((program.name.to_owned(), Program { script, wasm, style: style.clone() }));
        }
        Ok(programs)
    }

    /// Makes one script of what this one imports.
    fn script(&self, workspace: &Workspace, name: &str, start: &str) -> Result<String> {
        let work = workspace.target().join("clients/start").join(name);
        let (from, bundle) = (work.join("start.js"), work.join("bundle.js"));
        write(&from, start)?;
        run(
            workspace,
            &format!("{name}-script"),
            esbuild(workspace).arg(&from).arg("--format=esm").arg(format!("--outfile={}", bundle.display())),
        )?;
        self.add_hashed("assets", name, "js", &read(&bundle)?)
    }

    fn loader(&self, workspace: &Workspace) -> Result<Loader> {
        let script = read(&loader_folder(workspace).join("v1.js"))?;
        let loader = Loader::of(&script);
        self.add("embed/v1.js", &script)?;
        self.add(loader.path.trim_start_matches('/'), &script)?;
        // Host pages that pinned a loader keep it for ever.
        for file in files_under(&released(workspace))? {
            let script = read(&file)?;
            self.add(Loader::of(&script).path.trim_start_matches('/'), &script)?;
        }
        Ok(loader)
    }

    /// Adds a file and returns its path on our origin.
    fn add_hashed(&self, folder: &str, name: &str, extension: &str, content: &[u8]) -> Result<String> {
        let path = hashed_path(folder, name, extension, content);
        self.add(path.trim_start_matches('/'), content)?;
        Ok(path)
    }

    fn add(&self, path: &str, content: &[u8]) -> Result<()> {
        let (old, new) = (self.old.join(path), self.new.join(path));
        write(&new, content)?;
        let same = fs::read(&old).is_ok_and(|old| old == content);
        for (suffix, compress) in [(".br", brotli as fn(&[u8]) -> std::io::Result<Vec<u8>>), (".gz", gzip)] {
            let (old, new) = (with_suffix(&old, suffix), with_suffix(&new, suffix));
            if same && old.exists() {
                fs::copy(&old, &new).map_err(Error::file("cannot copy", &old))?;
            } else {
                let smaller = compress(content).map_err(Error::file("cannot compress", &new))?;
                write(&new, smaller)?;
            }
        }
        Ok(())
    }

    fn finish(&self) -> Result<()> {
        write(&self.new.join(".assetsignore"), "*.br\n*.gz\n")?;
        write(&self.new.join("_headers"), HEADERS)?;
        if self.old.exists() {
            fs::remove_dir_all(&self.old).map_err(Error::file("cannot remove the folder", &self.old))?;
        }
        fs::rename(&self.new, &self.old).map_err(Error::file("cannot rename", &self.new))
    }
}

impl Carried {
    fn of(css: &[u8]) -> Self {
        let css = String::from_utf8_lossy(css).trim().to_owned();
        let hash = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(css.as_bytes())));
        Self { css, hash }
    }
}

impl Loader {
    /// The loader with this content.
    pub fn of(script: &[u8]) -> Self {
        Self {
            path: hashed_path("embed", "v1", "js", script),
            integrity: format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(script))),
        }
    }

    /// Where a released loader with this content is kept.
    pub fn released_file(&self, workspace: &Workspace) -> PathBuf {
        released(workspace).join(self.path.trim_start_matches("/embed/"))
    }
}

/// The path on our origin of a file with this content.
fn hashed_path(folder: &str, name: &str, extension: &str, content: &[u8]) -> String {
    let hash = hex(&Sha256::digest(content));
    // 40 bits: names need not resist an attacker, only not collide by chance within a build.
    let hash = hash.get(..10).unwrap_or(&hash);
    format!("/{folder}/{name}.{hash}.{extension}")
}

/// For Cloudflare; the same rules as in `worker/src/assets.rs`.
const HEADERS: &str = "\
/assets/*
  Cache-Control: public, max-age=31536000, immutable
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
/embed/*
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
/embed/v1.js
  Cache-Control: public, max-age=600
/embed/v1.:hash.js
  Cache-Control: public, max-age=31536000, immutable
";

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Quality 11 and the largest window of the standard format.
pub(crate) fn brotli(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: content.len(), ..Default::default() };
    // Tried out: WebAssembly becomes a little smaller, other files larger.
    if content.starts_with(b"\0asm") {
        parameters.dist.num_direct_distance_codes = 15;
    }
    let mut smaller = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut smaller, &parameters)?;
    Ok(smaller)
}

fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_comes_back() {
        let text = b"buurtstem ".repeat(100);
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli(&text).unwrap(), &mut plain).unwrap();
        assert_eq!(plain, text);
    }
}
