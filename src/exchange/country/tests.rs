//! The three files of a country: what is read, and every way in which they can be wrong.

use super::table::Table;
use super::*;
use crate::exchange::plain::{ERRORS_MAX, Faults};
use crate::model::Language;

const ORGANISATIONS: &str = "id,name,kind,domain,coalition\no0,Verloskundigen Noord,verloskundigenpraktijk,medical,noord\n\
    o1,Wijkteam,wijkteam,social,zuid\no2,\"Kraamzorg, Thuis\",kraamzorg,medical,noord\n";
const PEOPLE: &str = "id,name,organisation,role\np0,Anna,o0,professional\np1,Bo,o1,manager\np2,Cas,o1,intake\n";
const LINKS: &str = "from_person,to_person,strength,since,confirmed\np0,p1,2,2024,true\np2,p0,4,,\n";

fn read_text(organisations: &str, people: &str, links: &str) -> Result<CountryFiles, Vec<RowError>> {
    let links = ("links.csv", links.as_bytes());
    read(("organisations.csv", organisations.as_bytes()), ("people.csv", people.as_bytes()), links)
}

/// The errors as (file, line, column).
fn places(errors: &[RowError]) -> Vec<(&str, Option<u64>, Option<&str>)> {
    errors.iter().map(|error| (error.file.as_str(), error.row, error.column.as_deref())).collect()
}

fn lines(files: &CountryFiles) -> Vec<(u32, u32, u8)> {
    files.lines().collect()
}

#[test]
fn rows_become_numbers_in_the_order_of_the_files() {
    let files = read_text(ORGANISATIONS, PEOPLE, LINKS).unwrap();
    let rows: Vec<_> = files.organisations.iter().map(|it| (it.kind, it.domain, it.coalition)).collect();
    assert_eq!(rows, [(0, Domain::Medical, 0), (1, Domain::Social, 1), (2, Domain::Medical, 0)]);
    assert_eq!((files.kinds.text(2).as_str(), files.coalitions.text(1).as_str()), ("kraamzorg", "zuid"));
    assert_eq!(files.people, [0, 1, 1]);
    assert_eq!(lines(&files), [(0, 1, 2), (2, 0, 4)]);
}

#[test]
fn an_id_is_any_text() {
    let renamed = |text: &str| text.replace("o1", "\"Huis \"\"De, Brug\"\"\"").replace("p0", "p9").replace("p2", "p07");
    let files = read_text(&renamed(ORGANISATIONS), &renamed(PEOPLE), &renamed(LINKS)).unwrap();
    assert_eq!(lines(&files), [(0, 1, 2), (2, 0, 4)]);
    assert_eq!(files.organisation_ids.text(1), "Huis \"De, Brug\"");
    assert_eq!((files.person_ids.text(0).as_str(), files.person_ids.text(2).as_str()), ("p9", "p07"));
    assert_eq!((files.person_ids.row("p07"), files.person_ids.row("p7"), files.person_ids.row("p10")), (Some(2), None, None));
}

#[test]
fn names_that_count_on_are_the_same_as_kept_ones() {
    let mut ids = Ids::default();
    assert!((5..12).all(|number| ids.add(&format!("p{number}"))));
    assert_eq!((ids.len(), ids.row("p5"), ids.row("p11"), ids.row("p12"), ids.row("p05")), (7, Some(0), Some(6), None, None));
    assert_eq!((ids.row("p4"), ids.row("p"), ids.row("q5"), ids.row("p99999999999")), (None, None, None, None));
    assert!(!ids.add("p7"), "an earlier row has it");
    assert!(ids.add("p12") && !ids.add("p5"));
    assert_eq!((ids.text(0).as_str(), ids.text(8).as_str(), ids.row("p7"), ids.row("p12")), ("p5", "p12", Some(2), Some(8)));
}

#[test]
fn columns_may_stand_in_any_order_between_semicolons() {
    let people = "\u{feff}ROLE;organisation;extra;Name; id\n;o0;x;Anna;p0\nmanager; o1 ;;Bo;p1\n;o1;;Cas;p2\n;;;;\n\n";
    let files = read_text(ORGANISATIONS, people, LINKS).unwrap();
    assert_eq!(files.people, [0, 1, 1]);
}

#[test]
fn a_header_without_a_column_is_named() {
    let errors = read_text(&ORGANISATIONS.replace("domain", "veld"), PEOPLE, &LINKS.replace("strength", "s")).unwrap_err();
    assert_eq!(places(&errors), [("organisations.csv", Some(1), Some("domain")), ("links.csv", Some(1), Some("strength"))]);
    assert!(errors.iter().all(|error| error.reason == RowReason::MissingColumn));
    assert!(read_text("", PEOPLE, LINKS).is_err() && read_text(ORGANISATIONS, PEOPLE, "").is_err());
}

#[test]
fn every_wrong_cell_is_named_at_once() {
    let organisations = format!("{ORGANISATIONS}o1,,wijkteam,nergens,zuid\n");
    let people = format!("{PEOPLE}p3,Dee,o9,intake\np1,Eef,o0,\n");
    let links = format!("{LINKS}p0,p0,1,2024,true\np0,p8,1,2024,true\np1,p2,5,1066,misschien\n,p1,1,,\n");
    let errors = read_text(&organisations, &people, &links).unwrap_err();
    let wanted = [
        ("organisations.csv", Some(5), Some("id")),
        ("organisations.csv", Some(5), Some("name")),
        ("organisations.csv", Some(5), Some("domain")),
        ("people.csv", Some(5), Some("organisation")),
        ("people.csv", Some(6), Some("id")),
        ("links.csv", Some(4), Some("to_person")),
        ("links.csv", Some(5), Some("to_person")),
        ("links.csv", Some(6), Some("strength")),
        ("links.csv", Some(6), Some("since")),
        ("links.csv", Some(6), Some("confirmed")),
        ("links.csv", Some(7), Some("from_person")),
    ];
    assert_eq!(places(&errors), wanted);
    assert_eq!(errors[0].reason, RowReason::DuplicateId { id: "o1".to_owned(), first_row: 3 });
    assert_eq!(errors[5].reason, RowReason::SelfLoop("p0".to_owned()));
    assert_eq!(errors[6].reason, RowReason::UnknownId { id: "p8".to_owned(), file: "people.csv".to_owned() });
    assert_eq!(
        errors[7].sentence(Language::Nl),
        "links.csv, rij 6, kolom strength: \"5\" is geen sterkte; vul 1, 2, 3 of 4 in of laat het leeg"
    );
}

#[test]
fn the_arrays_and_the_import_know_the_same_faults_and_the_same_rows() {
    let today = time::macros::date!(2026 - 11 - 22);
    let catalogue = crate::exchange::shipped::shipped().unwrap().catalogue;
    let import = |organisations: &str, people: &str, links: &str| {
        let file = |name, text: &'static str| File { name, bytes: text.as_bytes() };
        let [organisations, people, links] = [organisations, people, links].map(|text| &*text.to_owned().leak());
        let (organisations, people) = (file("organisations.csv", organisations), file("people.csv", people));
        let files = Files { organisations, people, links: file("links.csv", links) };
        let (mut last, all) = ((0, 0), organisations.bytes.len() + people.bytes.len() + links.len());
        let read = Country::read(&files, &catalogue, today, &mut |done, all| last = (done, all));
        assert_eq!(last, (all, all), "all bytes are told");
        read
    };
    for (organisations, people, links) in [
        (format!("{ORGANISATIONS}o1,,,nergens,Den Haag\n"), format!("{PEOPLE}p0,bsn 111222333,o9,\n"), LINKS.to_owned()),
        (ORGANISATIONS.to_owned(), PEOPLE.to_owned(), format!("{LINKS}p0,p0,x,24,nee\n,p9,1,,\np1,p2,3\n")),
        (ORGANISATIONS.replace("kind", "soort"), PEOPLE.to_owned(), LINKS.to_owned()),
        ("id,name,kind,domain,coalition\n".to_owned(), "id,name,organisation\n".to_owned(), LINKS.to_owned()),
    ] {
        let bare = read_text(&organisations, &people, &links).unwrap_err();
        assert_eq!(import(&organisations, &people, &links).unwrap_err(), bare);
    }
    let twice = format!("{LINKS}p0,p1,,,\n");
    let bare = read_text(ORGANISATIONS, PEOPLE, &twice).unwrap();
    assert_eq!(lines(&bare)[2], (0, 1, 1), "a strength that is not told counts as the least");
    let reason = RowReason::DuplicateLink { first_row: 2 };
    assert_eq!(import(ORGANISATIONS, PEOPLE, &twice).unwrap_err()[0].reason, reason, "a claim is named by its ends");
    assert_eq!(import(ORGANISATIONS, PEOPLE, LINKS).unwrap().rows(), [3, 3, 2]);
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let wrong = "p0,p9,1,,\n";
    for (ending, text) in [("\n", format!("{LINKS}{wrong}")), ("\r\n", format!("{LINKS}{wrong}"))] {
        let text = text.replace('\n', ending);
        for text in [text.trim_end(), &text, &format!("{text}p0,p1,1,,{ending}")] {
            let errors = read_text(ORGANISATIONS, PEOPLE, text).unwrap_err();
            assert_eq!(places(&errors), [("links.csv", Some(4), Some("to_person"))], "{text:?}");
        }
    }
    // A blank line counts, and a row of two lines begins on its first.
    let people = "id,name,remark,organisation\n\np0,Anna,\"to\no\",o0\np1,Bo,\"on\nly\",o7\np2,Cas,,o8\n";
    let errors = read_text(ORGANISATIONS, people, "from_person,to_person,strength\n").unwrap_err();
    let column = Some("organisation");
    assert_eq!(places(&errors), [("people.csv", Some(5), column), ("people.csv", Some(7), column)]);
}

#[test]
fn a_row_of_another_width_is_wrong_and_what_refers_to_it_is_not() {
    let errors = read_text(&ORGANISATIONS.replace("o1,Wijkteam,", "o1,Wijkteam, Zuid,"), PEOPLE, LINKS).unwrap_err();
    assert_eq!(places(&errors), [("organisations.csv", Some(3), None)]);
    assert_eq!(errors[0].reason, RowReason::Width { found: 6, wanted: 5 });
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_found_where_it_opens() {
    let long = (3..200).map(|number| format!("p{number},Naam,o0,intake\n")).collect::<String>();
    let errors = read_text(ORGANISATIONS, &format!("{}{long}", PEOPLE.replace("Bo", "\"Bo")), LINKS).unwrap_err();
    assert_eq!(places(&errors), [("people.csv", Some(3), None)]);
    assert_eq!(errors[0].reason, RowReason::OpenQuote);
    // Also where it takes no more than the last row or two.
    for people in [PEOPLE.replace("intake", "\"intake"), PEOPLE.replace("manager", "\"manager")] {
        let errors = read_text(ORGANISATIONS, &people, LINKS).unwrap_err();
        let opens = 1 + people.lines().position(|line| line.contains('"')).unwrap() as u64;
        assert_eq!((places(&errors), &errors[0].reason), (vec![("people.csv", Some(opens), None)], &RowReason::OpenQuote));
    }
}

#[test]
fn text_that_is_not_utf_8_is_named_by_its_line() {
    let people = [PEOPLE.as_bytes(), b"p3,Ren\xe9,o0,intake\n"].concat();
    let files = (("organisations.csv", ORGANISATIONS.as_bytes()), ("people.csv", people.as_slice()));
    let errors = read(files.0, files.1, ("links.csv", LINKS.as_bytes())).unwrap_err();
    assert_eq!((places(&errors), &errors[0].reason), (vec![("people.csv", Some(5), None)], &RowReason::NotUtf8));
}

#[test]
fn too_many_rows_are_refused_and_too_many_errors_counted() {
    let mut faults = Faults::default();
    let text = "id\na\nb\nc\n";
    let mut table = Table::open(("t.csv", text.as_bytes()), ["id"], 1, 2, &mut faults).unwrap();
    let read = std::iter::from_fn(|| table.next(&mut faults).map(|row| row.cells[0].to_owned())).collect::<Vec<_>>();
    assert_eq!((read, table.complete()), (vec!["a".to_owned(), "b".to_owned()], false));
    assert_eq!(faults.into_errors()[0].reason, RowReason::TooManyRows(2));

    let links = format!("{LINKS}{}", "p0,p9,1,,\n".repeat(ERRORS_MAX + 7));
    let errors = read_text(ORGANISATIONS, PEOPLE, &links).unwrap_err();
    assert_eq!((errors.len(), &errors[ERRORS_MAX].reason), (ERRORS_MAX + 1, &RowReason::More(7)));
}

#[test]
fn a_file_that_breaks_off_is_named() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let head = "id,name,organisation\np0,Anna,o0\n".as_bytes();
    let people = ("people.csv", head.chain(Broken));
    let errors = read(("organisations.csv", ORGANISATIONS.as_bytes()), people, ("links.csv", LINKS.as_bytes())).unwrap_err();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(matches!(&errors[0].reason, RowReason::Unreadable(why) if why.contains("the disk is gone")));
}
