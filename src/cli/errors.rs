//! Every error as a sentence in the user's language, and its exit code.

use kortelijnen::desk::{DeskError, ImportError, WhoError};
use kortelijnen::exchange::shipped::ShippedError;
use kortelijnen::live::{StoreError, WriteError};
use kortelijnen::model::*;
use std::path::Path;

/// The answer is no: a file has faults, no such coalition.
pub const EXIT_NO: u8 = 1;
/// The command or a setting was typed wrongly.
pub const EXIT_TYPED: u8 = 2;
/// The store or the system refused.
pub const EXIT_REFUSED: u8 = 3;

/// An error of the command line itself, in both languages.
#[derive(Debug)]
pub struct Told {
    words: Words,
    code: u8,
}

impl Told {
    /// The answer is no.
    pub fn no(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { words: Words { nl: nl.into(), en: en.into() }, code: EXIT_NO }
    }
    /// The command or a setting was typed wrongly.
    pub fn typed(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { words: Words { nl: nl.into(), en: en.into() }, code: EXIT_TYPED }
    }
    /// The system refused to read or write a file.
    pub fn refused(path: &Path, writing: bool, error: &std::io::Error) -> Self {
        use std::io::ErrorKind::{IsADirectory, NotFound, PermissionDenied, StorageFull};
        let path = path.display();
        let why = match error.kind() {
            NotFound => "het bestand of de map bestaat niet".to_owned(),
            PermissionDenied => "u hebt er geen toegang toe".to_owned(),
            IsADirectory => "het is een map".to_owned(),
            StorageFull => "de schijf is vol".to_owned(),
            _ => error.to_string(),
        };
        let (nl, en) = if writing { ("te schrijven", "written") } else { ("te lezen", "read") };
        let words = Words { nl: format!("{path} is niet {nl}: {why}"), en: format!("{path} cannot be {en}: {error}") };
        Self { words, code: EXIT_REFUSED }
    }
    /// The address of the server is in use.
    pub fn address_in_use(address: std::net::SocketAddr) -> Self {
        let other = std::net::SocketAddr::new(address.ip(), address.port().checked_add(1).unwrap_or(8081));
        let nl = format!(
            "{address} is in gebruik door een ander programma. Stop dat, of kies een andere poort: --listen {other}, of met make: \
             make run LISTEN={other}"
        );
        let en = format!(
            "{address} is used by another program. Stop that one, or choose another port: --listen {other}, or with make: \
             make run LISTEN={other}"
        );
        Self { words: Words { nl, en }, code: EXIT_REFUSED }
    }
}

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words.en)
    }
}

impl std::error::Error for Told {}

/// The documented exit code.
pub fn exit_code(error: &anyhow::Error) -> u8 {
    let store = |error: &ImportError| matches!(error, ImportError::Write(WriteError::Store(_)));
    let refused = error.is::<StoreError>()
        || error.is::<std::io::Error>()
        || matches!(error.downcast_ref(), Some(WriteError::Store(_)))
        || error.downcast_ref().is_some_and(store);
    match error.downcast_ref::<Told>() {
        Some(told) => told.code,
        None if error.is::<kortelijnen::settings::SettingFaults>() => EXIT_TYPED,
        None if refused => EXIT_REFUSED,
        None => EXIT_NO,
    }
}

/// What the user reads.
pub fn sentence(error: &anyhow::Error, language: Language) -> String {
    let nl = language == Language::Nl;
    if let Some(told) = error.downcast_ref::<Told>() {
        told.words.in_language(language).to_owned()
    } else if let Some(error) = error.downcast_ref::<StoreError>() {
        error.sentence(language)
    } else if let Some(error) = error.downcast_ref::<ShippedError>() {
        shipped(error, language)
    } else if let Some(error) = error.downcast_ref::<WriteError>() {
        write(error, language)
    } else if let Some(error) = error.downcast_ref::<ImportError>() {
        import(error, language)
    } else if let Some(WhoError(faults)) = error.downcast_ref::<WhoError>() {
        faults.iter().map(|fault| fault.words.in_language(language)).collect::<Vec<_>>().join("\n")
    } else if let Some(error) = error.downcast_ref::<DeskError>().filter(|_| nl) {
        desk(error)
    } else if let Some(SlugError(text)) = error.downcast_ref::<SlugError>().filter(|_| nl) {
        format!("\"{text}\" is geen geldige code: gebruik 1 tot 64 van a-z, 0-9 en '-', te beginnen met een letter")
    } else if let Some(error) = error.downcast_ref::<TextError>().filter(|_| nl) {
        error.sentence(Language::Nl)
    } else {
        format!("{error:#}")
    }
}

fn shipped(error: &ShippedError, language: Language) -> String {
    match error {
        ShippedError::Bundles(errors) => errors.iter().map(|it| it.sentence(language)).collect::<Vec<_>>().join("\n"),
        ShippedError::Fault { file, line, fault: found } => format!("{file}:{line}: {}", fault(found, language)),
        ShippedError::Catalogue(_) => error.to_string(),
    }
}

fn write(error: &WriteError, language: Language) -> String {
    match error {
        WriteError::Store(error) => error.sentence(language),
        WriteError::Fault { fault: found, .. } => fault(found, language),
        WriteError::Stale { what, .. } if language == Language::Nl => {
            format!("{} is intussen gewijzigd; kijk opnieuw en herhaal de wijziging", named(what, language))
        }
        WriteError::Stale { .. } => error.to_string(),
    }
}

fn import(error: &ImportError, language: Language) -> String {
    match error {
        ImportError::Write(error) => write(error, language),
        ImportError::Fault { fault: found, .. } => fault(found, language),
        ImportError::Taken(id) if language == Language::Nl => {
            format!("er is al een coalitie \"{id}\" die ergens anders vandaan komt en vervangen zou worden; kies een andere id")
        }
        ImportError::Disagrees(found) if language == Language::Nl => {
            format!(
                "{} gedeelde feiten staan anders in het archief; maak ze gelijk, of importeer alle bestanden in één keer",
                found.len()
            )
        }
        ImportError::Taken(_) | ImportError::Disagrees(_) => error.to_string(),
    }
}

fn desk(error: &DeskError) -> String {
    match error {
        DeskError::UnknownCoalition { asked, known } if known.is_empty() => {
            format!("geen coalitie heet \"{asked}\": er staan er geen in dit archief; importeer er eerst een")
        }
        DeskError::UnknownCoalition { asked, known } => format!("geen coalitie heet \"{asked}\"; kies uit: {known}"),
        DeskError::UnknownParty { coalition, asked, known } => {
            format!("geen partij in {coalition} heet \"{asked}\"; kies uit: {known}")
        }
        DeskError::AmbiguousParty { coalition, asked, fitting } => {
            format!("\"{asked}\" past op meer partijen in {coalition}: {fitting}; schrijf meer van de naam")
        }
        DeskError::Cancelled(_) => "de berekening is gestopt".to_owned(),
        DeskError::SameParty(name) => format!("beide einden zijn {name}; noem twee verschillende partijen"),
        DeskError::UnknownMeasure { asked, known } => format!("geen kengetal heet \"{asked}\"; kies uit: {known}"),
        DeskError::NotBefore { since, as_of } => {
            format!("{since} ligt niet vóór {as_of}, de dag van de stand; kies een eerdere dag om mee te vergelijken")
        }
    }
}

/// What is wrong with one fact.
pub fn fault(fault: &Fault, language: Language) -> String {
    if language == Language::En {
        return fault.to_string();
    }
    let named = |what: &EntityRef| named(what, language);
    match fault {
        Fault::Dangling { from, missing } => {
            format!(
                "{} verwijst naar {}, en dat is er niet; voeg het eerst toe of verbeter de verwijzing",
                named(from),
                named(missing)
            )
        }
        Fault::Unknown(what) => format!("{} is er niet; er is niets weg te halen", named(what)),
        Fault::InUse { what, by } => {
            format!("{} wordt nog gebruikt door {}; haal dat eerst weg of wijzig het", named(what), named(by))
        }
        Fault::UnknownKind { from, kind } => {
            format!("{}: de soort \"{kind}\" staat niet in de catalogus; kies een van de codes daarin", named(from))
        }
        Fault::UnknownNeed { from, need } => {
            format!("{}: de hulpvraag \"{need}\" staat niet in de catalogus; kies een van de codes daarin", named(from))
        }
        Fault::UnknownLinkKind { from, kind } => {
            format!("{}: het soort lijn \"{kind}\" staat niet in de catalogus; kies een van de codes daarin", named(from))
        }
        Fault::NoDomain(what) => format!("{} heeft geen soort en geen domein; geef een van beide", named(what)),
        Fault::PartOfItself(what) => format!("{} zou een deel van zichzelf zijn; verbeter part_of", named(what)),
        Fault::TwiceMember { party, coalition } => {
            format!("{} doet al mee in {coalition}; wijzig die deelname", named(party))
        }
        Fault::LinkToItself(what) => {
            format!("{}: beide einden zijn dezelfde persoon; een lijn loopt tussen twee partijen", named(what))
        }
        Fault::StrengthWithoutLine(what) => {
            format!("{}: alleen een lijn die er is heeft een sterkte; haal haar weg", named(what))
        }
    }
}

/// An entity by its noun and id.
pub fn named(what: &EntityRef, language: Language) -> String {
    if language == Language::En {
        return what.to_string();
    }
    match what {
        EntityRef::Source(id) => format!("bron {id}"),
        EntityRef::Coalition(id) => format!("coalitie {id}"),
        EntityRef::Organisation(id) => format!("organisatie {id}"),
        EntityRef::Person(id) => format!("persoon {id}"),
        EntityRef::Position(id) => format!("functie {id}"),
        EntityRef::Membership(id) => format!("deelname {id}"),
        EntityRef::Initiative(id) => format!("initiatief {id}"),
        EntityRef::Claim(id) => format!("uitspraak {id}"),
        EntityRef::Coverage(id) => format!("bevraging {id}"),
        EntityRef::ContactPoint(id) => format!("contactpunt {id}"),
    }
}
