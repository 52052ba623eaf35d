//! What can be typed: commands and their options.

use clap::{Args, Parser, Subcommand, ValueEnum};
use kortelijnen::desk::{LINES_DEFAULT, PlanLimits};
use kortelijnen::model::Language;
use kortelijnen::settings::SettingFlags;
use std::path::PathBuf;

/// Partner map for Kansrijke Start coalitions: finds the lines between the medical and the social domain that are missing.
#[derive(Debug, Parser)]
#[command(name = "kortelijnen", version, arg_required_else_help = true)]
#[command(after_help = "Example: kortelijnen gaps leiden\n\n\
Exit codes: 0 done; 1 the answer is no (a file has faults, no such coalition); 2 the command was typed wrongly; \
3 the store or the system refused.")]
pub struct Cli {
    /// Language of the output: nl or en. Default: LANG, else Dutch.
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub lang: Option<Lang>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// A language on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Lang {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl std::convert::From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Nl => Self::Nl,
            Lang::En => Self::En,
        }
    }
}

impl Cli {
    /// `--lang`, then `LANG`, then Dutch.
    pub fn language(&self) -> Language {
        match self.lang {
            Some(Lang::Nl) => Language::Nl,
            Some(Lang::En) => Language::En,
            None if std::env::var("LANG").is_ok_and(|lang| lang.starts_with("en")) => Language::En,
            None => Language::Nl,
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Opens the store and serves the pages and the API on this machine.
    #[command(
        after_help = "Example: kortelijnen serve --data ./kortelijnen-data\n\nLoads the nine coalitions when the store is empty; later brings corrections of them that came with the program, and keeps what was changed."
    )]
    Serve {
        /// Settings.
        #[command(flatten)]
        settings: Box<SettingFlags>,
    },
    /// Lists the coalitions.
    #[command(after_help = "Example: kortelijnen coalitions --format json")]
    Coalitions {
        /// Where to read.
        #[command(flatten)]
        from: From,
        /// Text or JSON.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Brings files into a store: bundles (TOML), a plain network (two CSV files), a country (three), or the lines of an export.
    #[command(
        after_help = "Examples:\n  kortelijnen import data/coalitions --data D\n  kortelijnen import --as karate --nodes nodes.csv --links links.csv --data D\n  \
kortelijnen import --country tables --data D\n  kortelijnen import --lines backup.jsonl --data NEW\n\n\
A bundle or network that was loaded before updates what no user edited, and takes back what it no longer says. \
D is made when it is new or empty. A plain network has the columns Id,Label,Domain and \
Source,Target,Type,Weight; it is taken as complete (no line means none) unless --incomplete. Its desks stand in a third file, one a \
row: Organisation,Name and at least one of Phone,Mail,Web; a next import without them takes them back.\n\n\
Desks of a coalition that is there already, from a spreadsheet saved as CSV UTF-8 (with ; or ,):\n  \
kortelijnen import --desks loketten.csv --coalition leiden --data D\n\n  \
organisatie;loket;telefoon;mail;website;tijden;open;hulpvragen;verwijzen;talen;gecontroleerd;zichtbaar;voor\n  \
De Poort;Spreekuur;071 555 01 01;;;ook op afspraak;Mo-Fr 09:00-12:00;schulden, wonen;bel samen;nl ar;1-11-2026;coalitie;professionals\n\n\
An organisation is a partner of the coalition: its name, short name, another name or id. A desk that is there (the same coalition, \
organisation and name) is updated, unless a user edited it; columns that are not in the file change nothing, and desks that are not in \
it stay. Every row is told.\n\n\
A country has id,name,kind,domain,coalition and id,name,organisation,role and from_person,to_person,strength,since,confirmed; \
where no line is named it is unknown whether there is one, unless --complete."
    )]
    Import {
        /// Bundles, or folders with bundles.
        #[arg(required_unless_present_any = ["nodes", "lines", "country", "desks", "coalition"], conflicts_with_all = ["nodes", "links", "as_id", "lines", "country", "desks", "coalition"])]
        paths: Vec<PathBuf>,
        /// Slug of the coalition that a plain network becomes.
        #[arg(long = "as", value_name = "ID", requires = "nodes")]
        as_id: Option<String>,
        /// Organisations of a plain network: Id,Label,Domain.
        #[arg(long, requires = "links", requires = "as_id")]
        nodes: Option<PathBuf>,
        /// Lines of a plain network: Source,Target,Type,Weight.
        #[arg(long, requires = "nodes")]
        links: Option<PathBuf>,
        /// Desks of a plain network, or of --coalition: Organisation,Name,Phone,Mail,Web,Hours,Open,Needs,Refer,Languages,Checked,Visibility,Audience.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["lines", "country"])]
        desks: Option<PathBuf>,
        /// Slug, name or alias of the coalition, in the store already, that --desks are for.
        #[arg(long, value_name = "COALITION", conflicts_with_all = ["nodes", "links", "as_id", "lines", "country"])]
        coalition: Option<String>,
        /// Name of the coalition; default: the name it has, else its slug.
        #[arg(long, requires = "nodes")]
        name: Option<String>,
        /// Where no line is named, it is unknown whether there is one.
        #[arg(long, requires = "nodes")]
        incomplete: bool,
        /// Lines that `export` wrote; the store must be empty.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["nodes", "links", "as_id"])]
        lines: Option<PathBuf>,
        /// A folder with organisations.csv, people.csv and links.csv: many coalitions with their people.
        #[arg(long, value_name = "FOLDER", conflicts_with_all = ["nodes", "links", "as_id", "lines"])]
        country: Option<PathBuf>,
        /// The files of the country are complete: where no line is named there is none. Else that is unknown.
        #[arg(long, requires = "country")]
        complete: bool,
        /// The store.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
    },
    /// Writes a whole store, with its history, as lines of JSON: a backup that any program can read.
    #[command(
        after_help = "Example: kortelijnen export --data D -o backup.jsonl\n\nIt holds names of people; keep it as carefully as the store. \
`import --lines` puts it back into an empty store."
    )]
    Export {
        /// The store.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The file to write; default, or -: standard output.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Who changed what, newest first.
    #[command(
        after_help = "Examples:\n  kortelijnen history leiden --data D\n  kortelijnen history \"De Poort\" --data D --limit 5 --format json"
    )]
    History {
        /// A coalition (slug, name or alias), an organisation by its name, or the id of anything.
        #[arg(value_name = "COALITION|ENTITY")]
        about: String,
        /// The store.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// At most so many changes.
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: usize,
        /// Text or JSON.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Checks bundles and names every fault; with --explain prints them fact by fact with the place in the text.
    #[command(after_help = "Example: kortelijnen check data/coalitions/leiden.toml --explain")]
    Check {
        /// Bundles, or folders with bundles.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Print every fact, for a second reader.
        #[arg(long)]
        explain: bool,
    },
    /// Whom to call: from a need to a desk, a phone number and the shortest line to it.
    #[command(after_help = "Examples:\n  kortelijnen who schulden --coalition leiden --as verloskundigenpraktijk\n  \
kortelijnen who \"hulp bij geldzorgen\" --coalition zaanstad --from \"VSV\" --json\n\nWhat is typed is kept nowhere. Type no data of a client.")]
    Who {
        /// What the family needs help with, a kind of partner, an organisation, a desk or a person, in plain words.
        need: String,
        /// Slug, name or alias of a coalition; default: the one of --place, or that the words name.
        #[arg(long, value_name = "COALITION")]
        coalition: Option<String>,
        /// Who asks: a partner or a person of the coalition, by name or id.
        #[arg(long = "from", value_name = "WHO", conflicts_with = "profession")]
        asks: Option<String>,
        /// Who asks, by profession: a kind of partner.
        #[arg(long = "as", value_name = "KIND")]
        profession: Option<String>,
        /// Where who asks works: a municipality or a coalition.
        #[arg(long, value_name = "PLACE")]
        place: Option<String>,
        /// At most so many answers.
        #[arg(long, value_name = "N", default_value_t = kortelijnen::desk::ANSWERS_DEFAULT, value_parser = at_least_one)]
        answers: usize,
        /// Day for which it holds, as 2026-11-22; default: today, or the last source date of a coalition nobody edited.
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,
        /// Prints what the API answers.
        #[arg(long)]
        json: bool,
        /// Where to read.
        #[command(flatten)]
        from: From,
    },
    /// Needs that were searched for in a coalition while nobody served them, by month: how often, and whether somebody does now.
    #[command(
        after_help = "Example: kortelijnen searches leiden --data D\n\nCounted by `serve`; who searched and what was typed is kept nowhere."
    )]
    Searches {
        /// Slug, name or alias of a coalition.
        coalition: String,
        /// The store.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// Prints what the API answers.
        #[arg(long)]
        json: bool,
    },
    /// What is missing in a coalition, in three piles with evidence.
    #[command(after_help = "Example: kortelijnen gaps leiden --format json")]
    Gaps {
        /// Which coalition and when.
        #[command(flatten)]
        about: About,
        /// Also those outside the three piles.
        #[arg(long)]
        all: bool,
    },
    /// Coalitions beside each other: what each is, measures with bounds, and what cannot be concluded. No order, no total.
    #[command(
        after_help = "Examples:\n  kortelijnen compare delft leiden zeist\n  kortelijnen compare --all --measures crossDensity,averageDegree\n  \
kortelijnen compare delft leiden zeist --picture small-multiples -o maps.pdf\n  kortelijnen compare --all --xlsx vergelijking.xlsx\n\n\
Up to six coalitions stand beside each other; more stand one a row."
    )]
    Compare {
        /// Slugs, names or aliases of coalitions, in the order of the answer.
        #[arg(value_name = "COALITION", required_unless_present = "all", conflicts_with = "all")]
        coalitions: Vec<String>,
        /// All coalitions, by name.
        #[arg(long)]
        all: bool,
        /// Only these measures, by their names in the API, with commas between them.
        #[arg(long, value_name = "NAMES", value_delimiter = ',')]
        measures: Vec<String>,
        /// Write it as CSV to this file too; -: to standard output, instead of the text.
        #[arg(long, value_name = "FILE")]
        csv: Option<PathBuf>,
        /// Write it as a workbook to this file too, with every definition on its second sheet; -: as above.
        #[arg(long, value_name = "FILE")]
        xlsx: Option<PathBuf>,
        /// Write a picture instead: `small-multiples`, `dots`, `funnel`, `kinds` or `tree`. Dots and funnel show the first measure
        /// that is named.
        #[arg(long, value_name = "NAME", requires = "output")]
        picture: Option<String>,
        /// File of the picture: .svg or .pdf.
        #[arg(short, long, value_name = "FILE", requires = "picture")]
        output: Option<PathBuf>,
        /// Draw the picture for a phone.
        #[arg(long, requires = "picture")]
        slim: bool,
        /// Options.
        #[command(flatten)]
        options: AboutOptions,
    },
    /// How a coalition is built: measures with bounds.
    #[command(after_help = "Example: kortelijnen structure leiden --format json")]
    Structure {
        /// Which coalition and when.
        #[command(flatten)]
        about: About,
    },
    /// Where every partner stands in the network, and which groups show.
    #[command(after_help = "Example: kortelijnen standings leiden --rule confirmed")]
    Standings {
        /// Which coalition and when.
        #[command(flatten)]
        about: About,
    },
    /// Everything known about one pair of partners.
    #[command(after_help = "Example: kortelijnen why leiden \"De Poort\" schuldhulpverlening")]
    Why {
        /// Slug, name or alias of a coalition.
        coalition: String,
        /// A partner: name, short name, kind or id.
        a: String,
        /// The other partner.
        b: String,
        /// Options.
        #[command(flatten)]
        options: AboutOptions,
    },
    /// What changed between two days: lines, partners, initiatives, findings and measures.
    #[command(
        after_help = "Examples:\n  kortelijnen changes leiden --data D\n  kortelijnen changes delft --from 2018-12-31 --to 2019-11-30 --format json\n\n\
Both days are read with what is known now; what has no known beginning counts on both."
    )]
    Changes {
        /// Slug, name or alias of a coalition.
        coalition: String,
        /// The earlier day, as 2018-12-31; default: the moment before the last one at which somebody was asked or a source was written.
        #[arg(long, value_name = "DATE")]
        from: Option<String>,
        /// The later day; default: today, or the last source date of a coalition nobody edited.
        #[arg(long, value_name = "DATE")]
        to: Option<String>,
        /// What makes a claim a line: somebody says so, or both ends do.
        #[arg(long, value_enum, default_value_t)]
        rule: RuleArg,
        /// Who is held against whom: default, three-groups, or two lists of domains and kinds, as medical:social,informal.
        #[arg(long, value_name = "SIDES", default_value = "default")]
        sides: String,
        /// Where to read.
        #[command(flatten)]
        store: From,
        /// Text or JSON.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Measures over time: what was measured then and is kept, beside what is known now about that day.
    #[command(
        after_help = "Examples:\n  kortelijnen timeline aalsmeer --measure density crossDensity\n  kortelijnen timeline leiden --data D --format json"
    )]
    Timeline {
        /// Slug, name or alias of a coalition.
        coalition: String,
        /// Names of measures, as `structure` prints them; default: all.
        #[arg(long, value_name = "NAME", num_args = 1..)]
        measure: Vec<String>,
        /// Where to read.
        #[command(flatten)]
        store: From,
        /// Text or JSON.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Measures coalitions and keeps what was measured; a later measurement never takes its place.
    #[command(
        after_help = "Examples:\n  kortelijnen measure leiden delft --data D\n  kortelijnen measure --data D --as-of 2019-11-30\n\n\
`serve` keeps one by itself, at most once a day, of each coalition that changed (KL_MEASUREMENTS_KEEP_MS)."
    )]
    Measure {
        /// Slugs, names or aliases of coalitions; default: all.
        coalitions: Vec<String>,
        /// Day to measure, as 2019-11-30; default: today, or the last source date of a coalition nobody edited.
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,
        /// The store.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// Text or JSON.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Whom to introduce to whom: a proposal, printed as meetings to hold.
    #[command(
        after_help = "Examples:\n  kortelijnen introductions leiden --lines 3\n  kortelijnen introductions leiden -o voorstel.svg\n\n\
The proposal is chosen greedily, with the norm first; a better one of the same length may exist."
    )]
    Introductions {
        /// Which coalition and when.
        #[command(flatten)]
        about: About,
        /// At most so many introductions.
        #[arg(long, value_name = "N", default_value_t = LINES_DEFAULT, value_parser = at_least_one)]
        lines: usize,
        /// New lines that one partner gets, at most.
        #[arg(long, value_name = "N", default_value_t = PlanLimits::default().lines_party_max, value_parser = at_least_one)]
        per_partner: usize,
        /// Introductions that one partner is asked for, at most.
        #[arg(long, value_name = "N", default_value_t = PlanLimits::default().introductions_introducer_max, value_parser = at_least_one)]
        per_introducer: usize,
        /// Also draws the proposal on the map, in the form that the file's ending asks for.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Every measure and gap before and after something that is supposed; nothing is kept.
    #[command(
        after_help = "Examples:\n  kortelijnen what-if leiden --stops \"De Poort\"\n  kortelijnen what-if zaanstad --without-lead -o zonder.svg\n  \
kortelijnen what-if leiden --introduce \"De Poort\" schuldhulpverlening --introduce VSV wijkteam"
    )]
    WhatIf {
        /// Which coalition and when.
        #[command(flatten)]
        about: About,
        /// A person leaves: name or id.
        #[arg(long, value_name = "PERSON")]
        leaves: Vec<String>,
        /// A partner stops: name, short name, kind or id.
        #[arg(long, value_name = "PARTNER")]
        stops: Vec<String>,
        /// Whoever leads the project goes.
        #[arg(long)]
        without_lead: bool,
        /// Two partners come to know each other.
        #[arg(long, num_args = 2, value_names = ["PARTNER", "PARTNER"])]
        introduce: Vec<String>,
        /// Also draws it on the map, in the form that the file's ending asks for.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Draws the map of a coalition; the file's ending chooses SVG, PNG, PDF or DOT.
    #[command(
        after_help = "Example: kortelijnen map leiden -o leiden.pdf\n\nPNG and PDF are printed by Graphviz (package graphviz, fonts in fonts-noto-core)."
    )]
    Map {
        /// Slug, name or alias of a coalition.
        coalition: String,
        /// The file to write; - writes SVG to standard output.
        #[arg(short, long)]
        output: PathBuf,
        /// Wide for screen and A3, slim for a phone.
        #[arg(long, value_enum, default_value_t)]
        width: WidthArg,
        /// Draws what changed since this day, as 2025-11-01.
        #[arg(long, value_name = "DATE")]
        since: Option<String>,
        /// Where to read.
        #[command(flatten)]
        from: From,
        /// How to look at it.
        #[command(flatten)]
        reading: ReadingArgs,
    },
    /// Writes the report of a coalition, to discuss in a meeting; the file's ending chooses HTML or PDF.
    #[command(
        after_help = "Example: kortelijnen report leiden -o leiden.pdf --language en\n\nThe PDF is A4, tagged for screen readers; its fonts come from the package fonts-noto-core."
    )]
    Report {
        /// Slug, name or alias of a coalition.
        coalition: String,
        /// The file to write; - writes HTML to standard output.
        #[arg(short, long)]
        output: PathBuf,
        /// Language of the report; default: that of the output.
        #[arg(long, value_name = "LANGUAGE")]
        language: Option<Lang>,
        /// Day to compare with, as 2018-12-31; default: that of the source before the last one.
        #[arg(long, value_name = "DATE")]
        since: Option<String>,
        /// Folder with the Noto fonts, where it is not the usual one.
        #[arg(long, value_name = "DIR")]
        fonts: Option<PathBuf>,
        /// Where to read.
        #[command(flatten)]
        from: From,
        /// How to look at it.
        #[command(flatten)]
        reading: ReadingArgs,
    },
    /// Writes the call card of a coalition: which desk to call for which need; the file's ending chooses HTML or PDF.
    #[command(
        after_help = "Examples:\n  kortelijnen call-card leiden -o belkaart.pdf\n  kortelijnen call-card leiden -o zakkaart.pdf --size wallet\n\n\
The square on it leads to the live page: KL_PUBLIC_URL says where people reach it, as https://kortelijnen.example; without it there is no square. The fonts of the PDF come from the package fonts-noto-core."
    )]
    CallCard {
        /// Slug, name or alias of a coalition.
        coalition: String,
        /// The file to write; - writes HTML to standard output.
        #[arg(short, long)]
        output: PathBuf,
        /// A4, or wallet: to cut out and fold to the size of a bank card.
        #[arg(long, value_enum, default_value_t)]
        size: CardSize,
        /// Language of the card; default: that of the output.
        #[arg(long, value_name = "LANGUAGE")]
        language: Option<Lang>,
        /// Folder with the Noto fonts, where it is not the usual one.
        #[arg(long, value_name = "DIR")]
        fonts: Option<PathBuf>,
        /// Where to read.
        #[command(flatten)]
        from: From,
    },
    /// Writes a contact point or a person as a vCard, for an address book.
    #[command(after_help = "Example: kortelijnen vcard 0190e5a1-7c1e-7000-8000-000000000001 -o loket.vcf --version 3.0")]
    Vcard {
        /// Id of a contact point or a person.
        id: String,
        /// The file to write; - is standard output.
        #[arg(short, long)]
        output: PathBuf,
        /// Version of the format; older programs want 3.0.
        #[arg(long, value_enum, default_value_t)]
        version: VcardVersionArg,
        /// Where to read.
        #[command(flatten)]
        from: From,
    },
}

/// How large a call card is.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum CardSize {
    /// A4, upright.
    #[default]
    A4,
    /// The size of a bank card, to cut out and fold.
    Wallet,
}

impl std::convert::From<CardSize> for kortelijnen::render::paper::CallSize {
    fn from(size: CardSize) -> Self {
        match size {
            CardSize::A4 => Self::A4,
            CardSize::Wallet => Self::Wallet,
        }
    }
}

/// A version of the vCard format.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum VcardVersionArg {
    /// RFC 6350.
    #[default]
    #[value(name = "4.0")]
    V4,
    /// RFC 2426.
    #[value(name = "3.0")]
    V3,
}

impl std::convert::From<VcardVersionArg> for kortelijnen::desk::VcardVersion {
    fn from(version: VcardVersionArg) -> Self {
        match version {
            VcardVersionArg::V4 => Self::V4,
            VcardVersionArg::V3 => Self::V3,
        }
    }
}

/// A whole number from 1.
fn at_least_one(text: &str) -> Result<usize, String> {
    text.parse::<kortelijnen::settings::Limit>().map(kortelijnen::settings::Limit::get)
}

/// Where to read.
#[derive(Debug, Clone, Args)]
pub struct From {
    /// A store; without one the coalitions that come with the program are read.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

/// A question about one coalition.
#[derive(Debug, Clone, Args)]
pub struct About {
    /// Slug, name or alias of a coalition.
    pub coalition: String,
    /// Options.
    #[command(flatten)]
    pub options: AboutOptions,
}

/// Where, when and how to answer.
#[derive(Debug, Clone, Args)]
pub struct AboutOptions {
    /// Where to read.
    #[command(flatten)]
    pub from: From,
    /// How to look at it.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// Text or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// How a coalition is looked at.
#[derive(Debug, Clone, Args)]
pub struct ReadingArgs {
    /// Day for which it holds, as 2026-11-22; default: today, or the last source date of a coalition nobody edited.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// What makes a claim a line: somebody says so, or both ends do.
    #[arg(long, value_enum, default_value_t)]
    pub rule: RuleArg,
    /// Who is held against whom: default, three-groups, or two lists of domains and kinds, as medical:social,informal.
    #[arg(long, value_name = "SIDES", default_value = "default")]
    pub sides: String,
}

/// How to print.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

/// What makes a claim a line.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum RuleArg {
    /// Somebody says so.
    #[default]
    Any,
    /// Both ends say so.
    Confirmed,
}

/// Which drawing.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum WidthArg {
    /// Screen and A3.
    #[default]
    Wide,
    /// Phone.
    Slim,
}

impl std::convert::From<WidthArg> for kortelijnen::render::Width {
    fn from(width: WidthArg) -> Self {
        match width {
            WidthArg::Wide => Self::Wide,
            WidthArg::Slim => Self::Slim,
        }
    }
}
