//! The printing press: Graphviz' `neato` turns DOT into PNG or PDF. Bounded in time and in output; how many run at once is the
//! choice of whoever asks.

use std::io;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};

use super::scene::Scene;
use crate::model::Language;

/// Letters of an error message that are kept.
const COMPLAINT_MAX: u64 = 2_000;
/// Higher than this in parts of its width, a map stands upright on the sheet.
const LANDSCAPE_UP_TO: f64 = 0.86;

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintFormat {
    /// A picture.
    Png,
    /// A sheet of A3, fonts embedded.
    Pdf,
}

/// How much a print may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintLimits {
    /// Time from asking to the last byte.
    pub time: Duration,
    /// Bytes of the result.
    pub bytes_max: usize,
}

/// Why there is no print.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// Graphviz is not installed.
    #[error("Graphviz is not installed")]
    GraphvizMissing,
    /// A font is not installed.
    #[error("the font {0} is not installed")]
    FontsMissing(String),
    /// It took too long.
    #[error("printing took longer than {0:?}")]
    Timeout(Duration),
    /// The result is larger than allowed.
    #[error("the print is larger than {0} bytes")]
    TooBig(usize),
    /// Graphviz failed.
    #[error("Graphviz failed: {0}")]
    Failed(String),
}

impl PrintError {
    /// What a user reads, and what helps.
    pub fn sentence(&self, language: Language) -> String {
        match (self, language) {
            (Self::GraphvizMissing, Language::Nl) => {
                "Afdrukken als PNG of PDF kan nog niet: Graphviz ontbreekt op de server. Installeer de pakketten graphviz en \
                 fonts-noto-core. De kaart als SVG werkt wel."
                    .to_owned()
            }
            (Self::GraphvizMissing, Language::En) => {
                "Printing as PNG or PDF is not possible yet: Graphviz is missing on the server. Install the packages graphviz \
                 and fonts-noto-core. The map as SVG works."
                    .to_owned()
            }
            (Self::FontsMissing(file), Language::Nl) => format!(
                "Als PDF kan dit nog niet: het lettertype {file} ontbreekt op de server. Installeer het pakket fonts-noto-core, \
                 of wijs met KL_FONTS de map aan waarin het staat. HTML werkt wel."
            ),
            (Self::FontsMissing(file), Language::En) => format!(
                "This is not possible as PDF yet: the font {file} is missing on the server. Install the package \
                 fonts-noto-core, or name the folder that holds it with KL_FONTS. HTML works."
            ),
            (Self::Timeout(time), Language::Nl) => {
                format!("Het afdrukken duurde langer dan {} seconden. Probeer het later nog eens, of neem de SVG.", time.as_secs_f32())
            }
            (Self::Timeout(time), Language::En) => {
                format!("Printing took longer than {} seconds. Try again later, or take the SVG.", time.as_secs_f32())
            }
            (Self::TooBig(bytes), Language::Nl) => format!("De afdruk is groter dan {bytes} bytes. Neem de SVG."),
            (Self::TooBig(bytes), Language::En) => format!("The print is larger than {bytes} bytes. Take the SVG."),
            (Self::Failed(_), Language::Nl) => {
                "Het afdrukken is mislukt. Staan de pakketten graphviz en fonts-noto-core op de server? De kaart als SVG werkt wel."
                    .to_owned()
            }
            (Self::Failed(_), Language::En) => {
                "Printing failed. Are the packages graphviz and fonts-noto-core on the server? The map as SVG works.".to_owned()
            }
        }
    }
}

/// Prints a scene with a program that takes DOT (`neato`).
pub async fn print(program: &str, scene: &Scene, format: PrintFormat, limits: &PrintLimits) -> Result<Vec<u8>, PrintError> {
    let dot = super::dot::write(scene);
    let arguments = arguments(scene, format);
    let work = run(program, &arguments, dot.as_bytes(), limits.bytes_max);
    tokio::time::timeout(limits.time, work).await.unwrap_or(Err(PrintError::Timeout(limits.time)))
}

/// `-n2`: places and curves are given. The sheet is A3 with a margin; a phone's drawing comes on A4.
fn arguments(scene: &Scene, format: PrintFormat) -> Vec<&'static str> {
    let sheet = match () {
        () if scene.width < 500.0 => "-Gsize=7.5,10.9!",
        () if scene.height / scene.width <= LANDSCAPE_UP_TO => "-Gsize=15.75,10.9!",
        () => "-Gsize=10.9,15.75!",
    };
    match format {
        PrintFormat::Png => vec!["-n2", "-Tpng", "-Gdpi=96"],
        PrintFormat::Pdf => vec!["-n2", "-Tpdf", sheet],
    }
}

async fn run(program: &str, arguments: &[&str], dot: &[u8], bytes_max: usize) -> Result<Vec<u8>, PrintError> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| if error.kind() == io::ErrorKind::NotFound { PrintError::GraphvizMissing } else { failed(error) })?;
    let (bytes, complaint) = talk(&mut child, dot, bytes_max).await?;
    if bytes.len() > bytes_max {
        let _ = child.kill().await;
        return Err(PrintError::TooBig(bytes_max));
    }
    let status = child.wait().await.map_err(failed)?;
    if !status.success() || bytes.is_empty() {
        return Err(PrintError::Failed(complaint.trim().to_owned()));
    }
    Ok(bytes)
}

/// Feeds and reads at once, so that no full pipe can make both sides wait. Reads one byte more than allowed.
async fn talk(child: &mut Child, dot: &[u8], bytes_max: usize) -> Result<(Vec<u8>, String), PrintError> {
    let missing = || PrintError::Failed("no pipe".to_owned());
    let mut stdin = child.stdin.take().ok_or_else(missing)?;
    let stdout = child.stdout.take().ok_or_else(missing)?;
    let mut stderr = child.stderr.take().ok_or_else(missing)?;
    let feed = async move {
        // A press that stops reading says why on its other pipe.
        let _ = stdin.write_all(dot).await;
        drop(stdin);
    };
    let listen = async {
        let complaint = read(&mut stderr, COMPLAINT_MAX).await;
        let _ = tokio::io::copy(&mut stderr, &mut tokio::io::sink()).await;
        complaint
    };
    let print = async move {
        let mut stdout = stdout;
        read(&mut stdout, bytes_max as u64 + 1).await
    };
    let both = async { tokio::join!(feed, listen) };
    tokio::pin!(both, print);
    let mut complaint = None;
    let bytes = loop {
        tokio::select! {
            bytes = &mut print => break bytes.map_err(failed)?,
            ((), said) = &mut both, if complaint.is_none() => complaint = Some(said.map_err(failed)?),
        }
    };
    let complaint = match complaint {
        Some(complaint) => complaint,
        None if bytes.len() > bytes_max => Vec::new(),
        None => both.await.1.map_err(failed)?,
    };
    Ok((bytes, String::from_utf8_lossy(&complaint).into_owned()))
}

async fn read(from: &mut (impl AsyncRead + Unpin), at_most: u64) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    from.take(at_most).read_to_end(&mut out).await?;
    Ok(out)
}

fn failed(error: impl std::fmt::Display) -> PrintError {
    PrintError::Failed(error.to_string())
}
