//! A plain network: what is read, and every way in which a file can be wrong.

use super::*;
use crate::model::Domain::{Governance, Informal, Medical, PublicHealth, Social};
use std::sync::Arc;
use time::macros::date;

const NODES: &str = "Id,Label,Domain\nA,Verloskundigen Noord,medical\nB,Wijkteam,Sociaal\nC,GGD,publieke gezondheid\n";
const LINKS: &str = "Source,Target,Type,Weight\nA,B,Undirected,2\nB,C,Directed,\n";

fn read_as(nodes: &[u8], links: &[u8], complete: bool) -> Result<Vec<Change>, Vec<RowError>> {
    let coalition = CoalitionId::new("dorp").unwrap();
    let files = (("nodes.csv", nodes), ("links.csv", links));
    read(coalition, Name::new("Dorp").unwrap(), files.0, files.1, complete, date!(2025 - 03 - 01))
}

fn read_text(nodes: &str, links: &str) -> Result<Vec<Change>, Vec<RowError>> {
    read_as(nodes.as_bytes(), links.as_bytes(), true)
}

fn register() -> Register {
    Register::new(Arc::new(Catalogue {
        kinds: Vec::new(),
        needs: Vec::new(),
        interventions: Vec::new(),
        links: vec![LinkKind {
            code: LinkKindCode::new(LINK_KIND).unwrap(),
            name: Words { nl: "werkt samen met".to_owned(), en: "works with".to_owned() },
            level: Level::Practice,
            directed: false,
            half_life_months: Some(12),
            grounds: Grounds::default(),
        }],
        norm: Norm { version: "test".to_owned(), lines: Vec::new() },
        sources: BTreeMap::new(),
    }))
}

fn registered(nodes: &str, links: &str) -> Register {
    let mut register = register();
    register.apply_batch(&read_text(nodes, links).unwrap()).unwrap();
    register
}

/// (file, row, column) and the English sentence after it.
fn errors(nodes: &str, links: &str) -> Vec<String> {
    read_text(nodes, links).unwrap_err().iter().map(RowError::to_string).collect()
}

/// The domain of every organisation, by name.
fn domains(register: &Register) -> BTreeMap<&str, Option<Domain>> {
    register.organisations().map(|it| (it.name.as_str(), it.domain)).collect()
}

fn strengths(register: &Register) -> Vec<Option<u8>> {
    let mut found: Vec<_> = register.claims().map(|it| it.strength.map(Strength::get)).collect();
    found.sort_unstable();
    found
}

#[test]
fn a_network_comes_into_the_register_as_it_is_in_the_files() {
    let register = registered(NODES, LINKS);
    let coalition = register.find_coalition("dorp").unwrap();
    assert_eq!((coalition.name.as_str(), coalition.phase), ("Dorp", Phase::Running));
    assert_eq!(register.memberships().filter(|it| it.status == MembershipStatus::Participating).count(), 3);
    let wanted = [("GGD", Some(PublicHealth)), ("Verloskundigen Noord", Some(Medical)), ("Wijkteam", Some(Social))];
    assert_eq!(domains(&register), BTreeMap::from(wanted));
    assert!(register.organisations().all(|it| it.kinds.is_empty() && !it.placeholder && it.aliases.len() == 1));
    assert_eq!(strengths(&register), [None, Some(2)]);
    let claims: Vec<_> = register.claims().collect();
    assert!(claims.iter().all(|it| it.stance == Stance::Asserted && it.kind.as_str() == "works-with" && it.speaker.is_none()));
    let places: Vec<_> = claims.iter().filter_map(|it| it.provenance.at.as_ref().map(Note::as_str)).collect();
    assert!(places.contains(&"links.csv:2") && places.contains(&"links.csv:3"));
    let source = register.sources().next().unwrap();
    assert_eq!((source.kind, source.title.as_str()), (SourceKind::Import, "Dorp: nodes.csv, links.csv"));
    assert_eq!(source.date.as_ref().map(PartialDate::as_str), Some("2025-03-01"));
    let mut scopes: Vec<_> = register.coverages().map(|it| (it.scope, it.complete)).collect();
    scopes.sort_unstable();
    assert_eq!(scopes, [(CoverageScope::Lines, true), (CoverageScope::Members, true)]);
}

#[test]
fn an_incomplete_network_covers_nothing() {
    let mut register = register();
    register.apply_batch(&read_as(NODES.as_bytes(), LINKS.as_bytes(), false).unwrap()).unwrap();
    assert_eq!((register.claims().count(), register.coverages().count()), (2, 0));
}

#[test]
fn the_same_files_give_the_same_batch_in_any_order_of_rows() {
    assert_eq!(read_text(NODES, LINKS), read_text(NODES, LINKS));
    let ids = |links: &str| registered(NODES, links).claims().map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(ids(LINKS), ids("Source,Target\nC,B\nB,A\n"));
}

#[test]
fn a_line_named_twice_is_one_line_with_the_highest_strength() {
    let links = "Source,Target,Weight\nA,B,1\nB,A,3\nA,B,2\nB,C,\nC,B,4\n";
    assert_eq!(strengths(&registered(NODES, links)), [Some(3), Some(4)]);
}

#[test]
fn only_whole_weights_from_1_to_4_are_strengths() {
    let nodes = "Id,Label,Domain\n".to_owned() + &(0..8).map(|i| format!("N{i},Partner {i},social\n")).collect::<String>();
    let weights = ["1", "4.0", "\"2,0\"", "0", "5", "2.5", ""];
    let rows: String = weights.iter().enumerate().map(|(i, weight)| format!("N0,N{},{weight}\n", i + 1)).collect();
    let found = strengths(&registered(&nodes, &format!("Source,Target,Weight\n{rows}")));
    assert_eq!(found, [None, None, None, None, Some(1), Some(2), Some(4)]);
}

#[test]
fn every_usual_form_of_the_file_is_read() {
    let rows = [
        "id;LABEL;Notes;domain",
        "\"A\"; Verloskundigen Noord ;\"x;y\";Medisch",
        ";;;",
        "B;Wijkteam;;SOCIAL",
        "",
        "C;GGD;;public health",
    ];
    let wanted = registered(NODES, LINKS);
    for (start, end) in [("", "\n"), ("\u{feff}", "\r\n"), ("sep=;\r\n", "\r\n")] {
        let semicolons = format!("{start}{}{end}", rows.join(end));
        assert_eq!(domains(&registered(&semicolons, LINKS)), domains(&wanted), "{start:?} {end:?}");
    }
    let tabs = (NODES.replace(',', "\t"), LINKS.replace(',', "\t"));
    assert_eq!(domains(&registered(&tabs.0, &tabs.1)), domains(&wanted));
    let other = "Id,Label,Domain\nA,Voedselbank,informeel\nB,Gemeente,Bestuur\nC,School,onderwijs\n";
    let found = registered(other, LINKS);
    assert_eq!(domains(&found)["Voedselbank"], Some(Informal));
    assert_eq!(domains(&found)["Gemeente"], Some(Governance));
    assert_eq!(domains(&found)["School"], Some(Domain::Education));
}

#[test]
fn a_network_without_links_is_a_network() {
    assert_eq!(registered(NODES, "Source,Target\n").claims().count(), 0);
}

#[test]
fn every_wrong_row_is_named_at_once() {
    let nodes = "Id,Label,Domain\nA,Praktijk,medical\nA,Nog een,social\nB,,social\nC,GGD,gezondheid\n,Leeg,social\nD,bsn 111222333,medical\n";
    let links = "Source,Target,Type,Weight\nA,X,,\nA,A,,\nA,B,Both,veel\nB,,,\nA,B,,nan\n";
    let wanted = [
        "nodes.csv, row 3, column Id: \"A\" is in row 2 too",
        "nodes.csv, row 4, column Label: the text is empty",
        "nodes.csv, row 5, column Domain: \"gezondheid\" is no domain; choose one of medical, social,",
        "nodes.csv, row 6, column Id: the text is empty",
        "nodes.csv, row 7, column Label: the text holds a number that can be a citizen service number",
        "links.csv, row 2, column Target: \"X\" is no id in nodes.csv",
        "links.csv, row 3, column Target: the link runs from \"A\" to itself",
        "links.csv, row 4, column Type: \"Both\" is no type of link",
        "links.csv, row 4, column Weight: \"veel\" is no number",
        "links.csv, row 5, column Target: the text is empty",
        "links.csv, row 6, column Weight: \"nan\" is no number",
    ];
    let found = errors(nodes, links);
    assert_eq!(found.len(), wanted.len(), "{found:#?}");
    for (found, wanted) in found.iter().zip(wanted) {
        assert!(found.starts_with(wanted), "{found}\n{wanted}");
        assert!(found.contains(';'), "what to do: {found}");
    }
}

#[test]
fn rows_are_counted_as_an_editor_counts_them() {
    let nodes = "sep=,\n\nId,Label,Domain,Notes\nA,Praktijk,medical,\"two\nlines\"\n\nB,Wijkteam,somewhere\n";
    for nodes in [nodes.to_owned(), nodes.replace('\n', "\r\n")] {
        let found = errors(&nodes, "Source,Target\n");
        assert!(found[0].starts_with("nodes.csv, row 7, column Domain"), "{found:?}");
    }
}

#[test]
fn a_missing_column_is_named_and_does_not_make_the_other_file_wrong() {
    let found = errors("Id,Name,Domain\nA,x,medical\n", "Source,Type\nA,Directed\n");
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("nodes.csv, row 1, column Label: this column is missing"));
    assert!(found[1].starts_with("links.csv, row 1, column Target: this column is missing"));
    let found = errors("", LINKS);
    assert_eq!(found.len(), 3, "Id, Label and Domain: {found:#?}");
}

#[test]
fn a_file_that_is_no_table_is_refused() {
    let windows_1252 = b"Id,Label,Domain\nA,Caf\xe9,social\n";
    let found = read_as(windows_1252, LINKS.as_bytes(), true).unwrap_err();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].row, &found[0].reason), (Some(2), &RowReason::NotUtf8));
    let found = read_text("Id,Label,Domain\n", "Source,Target\n").unwrap_err();
    assert_eq!(found[0].reason, RowReason::NoOrganisations);
    let open = "Id,Label,Domain,Notes\nA,Praktijk,medical,\"never closed\nB,Wijkteam,social,\n";
    let found = read_text(open, "Source,Target\n").unwrap_err();
    assert_eq!((found[0].row, &found[0].reason), (Some(2), &RowReason::OpenQuote));
}

#[test]
fn a_file_beyond_the_limits_is_refused() {
    let large = vec![b' '; FILE_BYTES_MAX + 1];
    let found = read_as(&large, LINKS.as_bytes(), true).unwrap_err();
    assert_eq!(found[0].reason, RowReason::TooLarge(FILE_BYTES_MAX));
    let many: String = (0..=ORGANISATIONS_MAX).map(|i| format!("{i},Partner,social\n")).collect();
    let found = errors(&format!("Id,Label,Domain\n{many}"), "Source,Target\n");
    assert_eq!(found, ["nodes.csv: there are more than 10000 rows; split the network"]);
    let wrong: String = (0..ERRORS_MAX + 5).map(|i| format!("N{i},,social\n")).collect();
    let found = read_text(&format!("Id,Label,Domain\n{wrong}"), "Source,Target\n").unwrap_err();
    assert_eq!((found.len(), &found[ERRORS_MAX].reason), (ERRORS_MAX + 1, &RowReason::More(5)));
}

#[test]
fn a_file_name_that_cannot_be_kept_is_refused() {
    let coalition = CoalitionId::new("dorp").unwrap();
    let nodes = "bsn-111222333.csv";
    let found = read(
        coalition,
        Name::new("Dorp").unwrap(),
        (nodes, NODES.as_bytes()),
        ("links.csv", LINKS.as_bytes()),
        true,
        date!(2025 - 03 - 01),
    );
    assert_eq!(found.unwrap_err()[0].reason, RowReason::FileName(TextError::CitizenNumber));
}

#[test]
fn a_sentence_comes_in_dutch_too() {
    let found = read_text("Id,Label,Domain\nA,,zorg\n", "Source,Target\n").unwrap_err();
    let sentences: Vec<_> = found.iter().map(|it| it.sentence(Language::Nl)).collect();
    assert_eq!(sentences[0], "nodes.csv, rij 2, kolom Label: de cel is leeg; vul hem in");
    assert!(sentences[1].starts_with("nodes.csv, rij 2, kolom Domain: \"zorg\" is geen domein; kies uit medisch,"));
}

#[test]
fn the_worked_example_is_a_plain_network() {
    let register = registered(
        include_str!("../../../data/oracles/worked-example/nodes.csv"),
        include_str!("../../../data/oracles/worked-example/links.csv"),
    );
    assert_eq!((register.organisations().count(), register.claims().count()), (11, 17));
}

#[test]
fn nobody_takes_part_twice() {
    let mut register = registered(NODES, LINKS);
    let again = Membership { id: MembershipId::from_key("another"), ..register.memberships().next().unwrap().clone() };
    let fault = register.apply(&Change::put(Entity::Membership(again))).unwrap_err();
    assert!(matches!(fault, Fault::TwiceMember { .. }), "{fault}");
}

const DESKS: &str = "organisation,name,phone,mail,web,hours,open,needs,refer,languages,checked,visibility\n\
    B,Loket wijkteam,071 555 01 01,loket@example.org,,ook op afspraak,Mo-Fr 09:00-12:00,schulden|wonen,bel samen,nl ar,2026-11,alle coalities\n\
    Verloskundigen Noord,Spreekuur,,,example.org,,,,,,,\n";

/// The needs that a desk can be for.
fn catalogue() -> Catalogue {
    let need = |code: &str| Need {
        code: NeedCode::new(code).unwrap(),
        name: Words { nl: code.to_owned(), en: code.to_owned() },
        synonyms: Spellings::default(),
        urgent: Spellings::default(),
        grounds: Grounds::default(),
    };
    Catalogue { needs: vec![need("schulden"), need("wonen")], ..(**register().catalogue()).clone() }
}

fn read_desks(nodes: &str, desks: &str) -> Result<Vec<Change>, Vec<RowError>> {
    let (catalogue, coalition) = (catalogue(), CoalitionId::new("dorp").unwrap());
    let files = (("nodes.csv", nodes.as_bytes()), ("links.csv", LINKS.as_bytes()));
    let desks = Desks { file: "desks.csv", bytes: desks.as_bytes(), catalogue: &catalogue };
    read_with_desks(coalition, Name::new("Dorp").unwrap(), files.0, files.1, Some(desks), true, date!(2025 - 03 - 01))
}

#[test]
fn desks_stand_beside_their_organisations() {
    let mut register = Register::new(Arc::new(catalogue()));
    register.apply_batch(&read_desks(NODES, DESKS).unwrap()).unwrap();
    let found: BTreeMap<&str, &ContactPoint> = register.contact_points().map(|it| (it.name.as_str(), it)).collect();
    assert_eq!(found.len(), 2);
    let (desk, hour) = (found["Loket wijkteam"], found["Spreekuur"]);
    let at = |it: &ContactPoint| register.organisation(&it.organisation).map(|it| it.name.to_string());
    assert_eq!((at(desk).as_deref(), at(hour).as_deref()), (Some("Wijkteam"), Some("Verloskundigen Noord")));
    assert_eq!((desk.visibility, hour.visibility), (ContactVisibility::AllCoalitions, ContactVisibility::Coalition));
    assert_eq!(desk.phone.as_ref().map(Phone::as_str), Some("071 555 01 01"));
    assert_eq!(desk.needs.iter().map(NeedCode::as_str).collect::<Vec<_>>(), ["schulden", "wonen"]);
    assert_eq!(desk.languages.iter().map(SpokenLanguage::as_str).collect::<Vec<_>>(), ["nl", "ar"]);
    assert_eq!(desk.open.as_ref().map(|it| it.spans().len()), Some(5));
    assert_eq!(desk.checked, PartialDate::parse("2026-11").ok());
    assert_eq!(desk.provenance.at.as_ref().map(Note::as_str), Some("desks.csv:2"));
    assert_eq!(hour.coalition.as_ref().map(CoalitionId::as_str), Some("dorp"));
    let again = read_desks(NODES, DESKS).unwrap();
    assert!(again.iter().all(|change| matches!(change, Change::Put(it) if register.entity(&it.reference()) == Some(&**it))));
}

#[test]
fn every_wrong_cell_of_the_desks_is_told_at_once() {
    let desks = "Organisation,Name,Phone,Mail,Open,Needs,Languages,Checked,Visibility\n\
        Z,Loket,bel ons,geen mail,maandag,geldnood,Arabisch,gisteren,iedereen\n\
        B,,071 555 01 01,,,,,,\n\
        B,Loket,,,,,,,\n\
        B,Loket,071 555 01 01,,,,,,\n\
        Wijkteam,loket,071 555 01 02,,,,,,\n";
    let told: Vec<(Option<u64>, String)> =
        read_desks(NODES, desks).unwrap_err().into_iter().map(|it| (it.row, it.column.unwrap_or_default())).collect();
    let at = |row: u64, column: &str| (Some(row), column.to_owned());
    let mut expected = vec![at(2, "Organisation")];
    expected.extend(["Phone", "Mail", "Open", "Needs", "Languages", "Checked", "Visibility"].map(|column| at(2, column)));
    expected.extend([at(3, "Name"), at(4, "Phone"), at(6, "Name")]);
    assert_eq!(told, expected);
    let columns = read_desks(NODES, "name,phone\nLoket,071 555 01 01\n").unwrap_err();
    assert_eq!(columns.iter().map(|it| it.column.as_deref()).collect::<Vec<_>>(), [Some("Organisation")]);
    let dutch = read_desks(NODES, "Organisation,Name\nB,Loket\n").unwrap_err()[0].sentence(Language::Nl);
    assert_eq!(dutch, "desks.csv, rij 2, kolom Phone: er staat geen telefoon, mail of webadres; vul er minstens één in");
}
