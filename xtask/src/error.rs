//! What can go wrong, in words that say what to do.

use std::{fmt, io, path::PathBuf};

use thiserror::Error;

use crate::layers::Finding;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, Error)]
pub enum Error {
    #[error("{tool} is missing. {advice}")]
    ToolMissing { tool: &'static str, advice: &'static str },
    #[error("{program} failed ({status}).{tail}\nThe whole output is in {}", log.display())]
    CommandFailed { program: String, status: String, tail: Tail, log: PathBuf },
    #[error("{what} {}", path.display())]
    File {
        what: &'static str,
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    #[error("port {0} is taken. Stop the program that uses it, or choose another with --port")]
    PortTaken(u16),
    #[error(
        "the data folder {} is in use by another server. Stop that one first, or choose another folder with --data",
        .0.display()
    )]
    DataFolderInUse(PathBuf),
    #[error("workerd stopped at its start.{tail}\nThe whole output is in {}", log.display())]
    ServerStopped { tail: Tail, log: PathBuf },
    #[error(
        "the disk that holds {} needs {missing} GB more room for this build. Remove what is no longer used, or check \
         out on a larger disk",
        root.display()
    )]
    DiskFull { root: PathBuf, missing: u64 },
    #[error("{what}: {detail}")]
    Answer { what: String, detail: String },
    #[error("{0}")]
    Usage(String),
    #[error("the rules of the workspace are broken{}", lines(.0))]
    Layers(Vec<Finding>),
    #[error("{0}")]
    TooLarge(String),
    #[error("{0} of the checks failed")]
    Checks(usize),
}

fn lines(findings: &[Finding]) -> String {
    findings.iter().fold(String::new(), |text, finding| text + "\n  | " + &finding.to_string())
}

impl Error {
    /// Its text with those of its causes, one to a line.
    pub fn with_causes(&self) -> String {
        let mut text = self.to_string();
        let mut source = std::error::Error::source(self);
        while let Some(cause) = source {
            text.push_str("\n  because ");
            text.push_str(&cause.to_string());
            source = cause.source();
        }
        text
    }

    /// For `map_err` on anything that touches a file.
    pub fn file(what: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { what, path, source }
    }
}

/// The last lines of an output, for the terminal.
#[derive(Debug, Default)]
pub struct Tail(Vec<String>);

impl Tail {
    const LINES: usize = 40;

    pub fn of(text: &str) -> Self {
        let lines: Vec<_> = text.lines().map(str::to_owned).collect();
        let skipped = lines.len().saturating_sub(Self::LINES);
        Self(lines.into_iter().skip(skipped).collect())
    }
}

impl fmt::Display for Tail {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.0 {
            write!(formatter, "\n  | {line}")?;
        }
        Ok(())
    }
}
