//! Everything configurable, read once, each limit named with its unit.
//!
//! Why: one table to look at; a wrong value stops the start with a sentence instead of showing up later.
//! Never: read again after the start, or a secret.
//!
//! A flag wins over the environment, the environment over the default.

use crate::model::Viewer;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;

/// Where the server listens: an address of this machine alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listen(SocketAddr);

impl Listen {
    /// The address itself.
    pub fn address(self) -> SocketAddr {
        self.0
    }
}

/// An address that the server does not listen on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListenError {
    /// Not an address with a port.
    #[error(
        "\"{0}\" is geen adres met een poort; schrijf 127.0.0.1:8080 of [::1]:8080. / \"{0}\" is no address with a port; write \
         127.0.0.1:8080 or [::1]:8080."
    )]
    Form(String),
    /// Reachable from other machines.
    #[error(
        "{0} kan van buiten deze computer bereikt worden. Er is nog geen inloggen: wie erbij kan, kan alles lezen en wijzigen. \
         Kies 127.0.0.1 of [::1]. / {0} can be reached from other machines. There is no sign-in yet: whoever reaches it can \
         read and change everything. Choose 127.0.0.1 or [::1]."
    )]
    NotLoopback(SocketAddr),
}

impl FromStr for Listen {
    type Err = ListenError;
    fn from_str(text: &str) -> Result<Self, ListenError> {
        let here = text.strip_prefix("localhost:").and_then(|port| port.parse().ok());
        let address = match here {
            Some(port) => SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
            None => text.parse().map_err(|_| ListenError::Form(text.to_owned()))?,
        };
        if address.ip().is_loopback() { Ok(Self(address)) } else { Err(ListenError::NotLoopback(address)) }
    }
}

impl std::fmt::Display for Listen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Longest public address, in characters: more makes a square that is hard to read from a small card.
pub const PUBLIC_ADDRESS_CHARS_MAX: usize = 120;

/// Where people reach the pages, as it is printed on a card: a web address without a slash at its end. Empty: nobody told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicAddress(String);

impl FromStr for PublicAddress {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let address = text.trim().trim_end_matches('/');
        let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let form = address.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/[]%".contains(c));
        let named = host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[');
        if form && named && address.len() <= PUBLIC_ADDRESS_CHARS_MAX {
            return Ok(Self(address.to_owned()));
        }
        Err(format!(
            "\"{text}\" is geen adres om af te drukken; schrijf https://kortelijnen.example, hooguit {PUBLIC_ADDRESS_CHARS_MAX} tekens, \
             zonder vraagteken of wachtwoord. / \"{text}\" is no address to print; write https://kortelijnen.example, at most \
             {PUBLIC_ADDRESS_CHARS_MAX} characters, without a question mark or password."
        ))
    }
}

/// A limit: a whole number from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(usize);

impl Limit {
    /// The number.
    pub fn get(self) -> usize {
        self.0
    }
    /// The number as a span of milliseconds.
    pub fn as_millis(self) -> std::time::Duration {
        std::time::Duration::from_millis(u64::try_from(self.0).unwrap_or(u64::MAX))
    }
    /// A limit of at least 1.
    pub const fn at_least_one(number: usize) -> Self {
        Self(if number == 0 { 1 } else { number })
    }
}

impl FromStr for Limit {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text.replace('_', "").parse::<usize>() {
            Ok(number) if number > 0 => Ok(Self(number)),
            _ => Err(format!(
                "\"{text}\" is geen heel getal vanaf 1; schrijf bijvoorbeeld 500. / \"{text}\" is no whole number from 1; write 500, say."
            )),
        }
    }
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Time between two times that something is done by itself, in milliseconds; 0: never.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Every(u64);

impl Every {
    /// The time in between. `None`: never.
    pub fn as_millis(self) -> Option<std::time::Duration> {
        (self.0 > 0).then(|| std::time::Duration::from_millis(self.0))
    }
}

impl FromStr for Every {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        text.replace('_', "").parse().map(Self).map_err(|_| {
            format!(
                "\"{text}\" is geen heel getal; schrijf bijvoorbeeld 3600000, of 0 voor nooit. / \"{text}\" is no whole number; write \
                 3600000, say, or 0 for never."
            )
        })
    }
}

impl std::fmt::Display for Every {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// One setting that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{variable}: {reason}")]
pub struct SettingFault {
    /// Name of the environment variable.
    pub variable: String,
    /// What is wrong and what to write instead.
    pub reason: String,
}

/// Every setting that cannot be used, at once.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct SettingFaults(pub Vec<SettingFault>);

macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident: $type:ty = $default:expr, $variable:literal;)+) => {
        /// All settings.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Settings {
            $($(#[doc = $doc])+ #[doc = concat!("Environment: `", $variable, "`.")] pub $name: $type,)+
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($name: $default,)+ }
            }
        }

        /// The same settings as flags of a command; what is not given stays as the environment or the default has it.
        #[derive(Debug, Clone, Default, clap::Args)]
        pub struct SettingFlags {
            $($(#[doc = $doc])+ #[doc = concat!("[env: ", $variable, "]")] #[arg(long)] pub $name: Option<$type>,)+
        }

        /// Names of the environment variables that are read.
        pub const VARIABLES: &[&str] = &[$($variable,)+];

        impl Settings {
            /// Reads all settings.
            ///
            /// Takes the flags of the command and a way to read the environment. Gives the settings, or every fault at once;
            /// a variable that starts with `KL_` and is not known is a fault too when `environment_names` lists it.
            pub fn read(
                flags: SettingFlags,
                environment_names: &[String],
                environment: impl Fn(&str) -> Option<String>,
            ) -> Result<Self, SettingFaults> {
                let mut faults = unknown_names(environment_names);
                let mut settings = Self::default();
                $(match (flags.$name, environment($variable)) {
                    (Some(value), _) => settings.$name = value,
                    (None, Some(text)) => match text.parse::<$type>() {
                        Ok(value) => settings.$name = value,
                        Err(reason) => faults.push(SettingFault { variable: $variable.to_owned(), reason: reason.to_string() }),
                    },
                    (None, None) => {}
                })+
                if faults.is_empty() { Ok(settings) } else { Err(SettingFaults(faults)) }
            }
        }
    };
}

settings! {
    /// Address and port to listen on; an address of this machine alone, until there is sign-in.
    listen: Listen = Listen(SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080)), "KL_LISTEN";
    /// Who uses this server, until there is sign-in: `administrator`, `visitor`, `adviser`, `professional:leiden,delft` or
    /// `facilitator:leiden`. Other commands read the store as administrator.
    viewer: Viewer = Viewer::default(), "KL_VIEWER";
    /// Where people reach the pages, for what is printed, as https://kortelijnen.example; without it nothing printed leads to a page.
    public_url: PublicAddress = PublicAddress::default(), "KL_PUBLIC_URL";
    /// Directory of the store.
    data: PathBuf = PathBuf::from("kortelijnen-data"), "KL_DATA";
    /// Largest request body, in bytes.
    body_bytes_max: Limit = Limit(2 * 1024 * 1024), "KL_BODY_BYTES_MAX";
    /// Longest time in which a request body must have arrived, in milliseconds.
    body_time_ms_max: Limit = Limit(10_000), "KL_BODY_TIME_MS_MAX";
    /// Longest time for one request, in milliseconds.
    request_time_ms_max: Limit = Limit(30_000), "KL_REQUEST_TIME_MS_MAX";
    /// Requests answered at the same time; one more is refused at once.
    concurrent_requests_max: Limit = Limit(128), "KL_CONCURRENT_REQUESTS_MAX";
    /// Finished maps that are kept, in pieces.
    map_cache_entries_max: Limit = Limit(256), "KL_MAP_CACHE_ENTRIES_MAX";
    /// Finished maps that are kept, in bytes all together.
    map_cache_bytes_max: Limit = Limit(48 * 1024 * 1024), "KL_MAP_CACHE_BYTES_MAX";
    /// Answers about coalitions that are kept, in pieces.
    answer_cache_entries_max: Limit = Limit(4_096), "KL_ANSWER_CACHE_ENTRIES_MAX";
    /// Answers about coalitions that are kept, in bytes all together.
    answer_cache_bytes_max: Limit = Limit(64 * 1024 * 1024), "KL_ANSWER_CACHE_BYTES_MAX";
    /// Longest time to make one PNG or PDF, in milliseconds.
    print_time_ms_max: Limit = Limit(20_000), "KL_PRINT_TIME_MS_MAX";
    /// Largest PNG or PDF, in bytes.
    print_bytes_max: Limit = Limit(32 * 1024 * 1024), "KL_PRINT_BYTES_MAX";
    /// PNG and PDF made at the same time.
    print_concurrent_max: Limit = Limit(2), "KL_PRINT_CONCURRENT_MAX";
    /// Introductions in one proposal, at most.
    introductions_max: Limit = Limit(12), "KL_INTRODUCTIONS_MAX";
    /// New lines that one partner gets in a proposal, at most.
    introduction_lines_party_max: Limit = Limit(2), "KL_INTRODUCTION_LINES_PARTY_MAX";
    /// Introductions that one partner is asked for in a proposal, at most.
    introductions_introducer_max: Limit = Limit(2), "KL_INTRODUCTIONS_INTRODUCER_MAX";
    /// Changes in one what-if, at most.
    what_if_changes_max: Limit = Limit(24), "KL_WHAT_IF_CHANGES_MAX";
    /// Answers to one question of who to call, at most.
    who_answers_max: Limit = Limit(25), "KL_WHO_ANSWERS_MAX";
    /// Suggestions while somebody types who to call, and kinds of partners for a word that is not known, at most.
    who_guesses_max: Limit = Limit(8), "KL_WHO_GUESSES_MAX";
    /// Coalitions that are kept ready to answer who to call, each for a day and for who may see the same, in pieces.
    who_networks_max: Limit = Limit(512), "KL_WHO_NETWORKS_MAX";
    /// The same for days that somebody asked for, in pieces.
    who_networks_other_days_max: Limit = Limit(16), "KL_WHO_NETWORKS_OTHER_DAYS_MAX";
    /// Answers to who to call that are kept, in pieces.
    who_cache_entries_max: Limit = Limit(65_536), "KL_WHO_CACHE_ENTRIES_MAX";
    /// The same, all together, in bytes.
    who_cache_bytes_max: Limit = Limit(128 * 1024 * 1024), "KL_WHO_CACHE_BYTES_MAX";
    /// Share of the time in which coalitions are made ready after a start, before somebody asks; the rest is left to who asks. In
    /// percent.
    who_ready_percent: Limit = Limit(50), "KL_WHO_READY_PERCENT";
    /// Searches that nobody serves and that are counted, for each coalition in a minute, at most.
    searches_counted_minute_max: Limit = Limit(60), "KL_SEARCHES_COUNTED_MINUTE_MAX";
    /// Time between two times that the counts of searches are put on disk, in milliseconds.
    searches_keep_ms: Limit = Limit(60_000), "KL_SEARCHES_KEEP_MS";
    /// Time between two times that the server looks which coalitions changed and keeps a measurement of each, at most one a coalition
    /// and day (UTC), in milliseconds; 0: it keeps none by itself.
    measurements_keep_ms: Every = Every(3_600_000), "KL_MEASUREMENTS_KEEP_MS";
    /// Measurements of one coalition that are kept in a day (UTC), at most; the ones that the server keeps by itself count along.
    measurements_day_max: Limit = Limit(24), "KL_MEASUREMENTS_DAY_MAX";
    /// Folder with the Noto fonts that a report on paper is set in; where it has none, the usual folders are tried.
    fonts: PathBuf = PathBuf::from("/usr/share/fonts/truetype/noto"), "KL_FONTS";
    /// Longest time that running requests get when the server stops, in milliseconds.
    shutdown_time_ms_max: Limit = Limit(5_000), "KL_SHUTDOWN_TIME_MS_MAX";
}

impl Settings {
    /// The address of the pages, as it is printed: without a slash at its end. `None`: nobody told; where the server listens is an
    /// address of its own machine, which leads nobody anywhere.
    pub fn public_address(&self) -> Option<&str> {
        Some(self.public_url.0.as_str()).filter(|address| !address.is_empty())
    }

    /// Reads the flags and the environment of this process.
    pub fn from_process(flags: SettingFlags) -> Result<Self, SettingFaults> {
        let names: Vec<String> = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()).collect();
        Self::read(flags, &names, |name| std::env::var(name).ok())
    }
}

fn unknown_names(names: &[String]) -> Vec<SettingFault> {
    let unknown = names.iter().filter(|name| name.starts_with("KL_") && !VARIABLES.contains(&name.as_str()));
    let all = VARIABLES.join(", ");
    let reason = || {
        format!(
            "deze instelling bestaat niet; haal haar weg of kies uit de lijst. / no such setting; remove it or choose from the list: {all}"
        )
    };
    unknown.map(|name| SettingFault { variable: name.clone(), reason: reason() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Settings, SettingFaults> {
        let names: Vec<String> = pairs.iter().map(|(name, _)| (*name).to_owned()).collect();
        Settings::read(SettingFlags::default(), &names, |name| {
            pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn only_addresses_of_this_machine_are_taken() {
        for text in ["127.0.0.1:8080", "[::1]:0", "127.8.0.1:1", "localhost:9000"] {
            assert!(text.parse::<Listen>().is_ok(), "{text}");
        }
        for text in ["0.0.0.0:8080", "192.168.1.5:8080", "[::]:8080"] {
            let error = text.parse::<Listen>().expect_err(text).to_string();
            assert!(error.contains("nog geen inloggen") && error.contains("no sign-in yet"), "{error}");
        }
        assert!("example.org:80".parse::<Listen>().is_err());
    }

    #[test]
    fn an_address_to_print_is_plain() {
        for (text, printed) in [
            ("https://kortelijnen.example/", "https://kortelijnen.example"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("https://gemeente.example/kaart/", "https://gemeente.example/kaart"),
        ] {
            assert_eq!(read(&[("KL_PUBLIC_URL", text)]).expect("valid").public_address(), Some(printed));
        }
        assert_eq!(read(&[]).expect("valid").public_address(), None);
        let long = format!("https://{}.example", "x".repeat(120));
        for text in
            ["kortelijnen.example", "ftp://a.example", "https://", "https://a:b@c.example", "https://a.example/?b=c", &long]
        {
            assert!(read(&[("KL_PUBLIC_URL", text)]).is_err(), "{text}");
        }
    }

    #[test]
    fn every_wrong_setting_is_named_at_once() {
        let faults = read(&[("KL_LISTEN", "0.0.0.0:80"), ("KL_BODY_BYTES_MAX", "0"), ("KL_BODY_BITES_MAX", "5"), ("HOME", "/")]);
        let names: Vec<String> = faults.expect_err("three faults").0.into_iter().map(|fault| fault.variable).collect();
        assert_eq!(names, ["KL_BODY_BITES_MAX", "KL_LISTEN", "KL_BODY_BYTES_MAX"]);
    }

    #[test]
    fn a_wrong_setting_is_told_in_both_languages() {
        let wrong = [
            ("KL_LISTEN", "hier"),
            ("KL_PUBLIC_URL", "x"),
            ("KL_BODY_BYTES_MAX", "veel"),
            ("KL_FOO", "1"),
            ("KL_MEASUREMENTS_KEEP_MS", "nooit"),
        ];
        let told = read(&wrong).expect_err("five faults").0;
        assert_eq!(told.len(), wrong.len());
        for fault in told {
            let (dutch, english) = fault.reason.split_once(" / ").expect("both languages");
            assert!(["geen", "bestaat niet"].iter().any(|it| dutch.contains(it)) && english.contains("no "), "{fault}");
        }
    }

    #[test]
    fn what_is_done_by_itself_can_be_turned_off() {
        let every = |text: &str| read(&[("KL_MEASUREMENTS_KEEP_MS", text)]).expect("valid").measurements_keep_ms.as_millis();
        assert_eq!((every("0"), every("1_500")), (None, Some(std::time::Duration::from_millis(1_500))));
        assert!(Settings::default().measurements_keep_ms.as_millis().is_some());
    }

    #[test]
    fn a_flag_wins_over_the_environment_and_that_over_the_default() {
        let settings = read(&[("KL_REQUEST_TIME_MS_MAX", "1_500")]).expect("valid");
        assert_eq!(settings.request_time_ms_max.as_millis(), std::time::Duration::from_millis(1_500));
        assert_eq!(settings.print_concurrent_max, Settings::default().print_concurrent_max);
        let flags = SettingFlags { request_time_ms_max: Some(Limit(7)), ..SettingFlags::default() };
        let settings = Settings::read(flags, &[], |_| Some("9".to_owned()));
        assert!(settings.is_err(), "KL_LISTEN=9 is refused");
    }
}
