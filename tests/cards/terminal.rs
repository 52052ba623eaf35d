//! The same in the terminal: without an address of the pages the card has no square, and the program says which setting gives one.

use std::process::{Command, Output};

fn card(pages: Option<&str>, language: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kortelijnen"));
    command.args(["call-card", "leiden", "-o", "-", "--lang", language]).env_remove("LANG").env_remove("KL_PUBLIC_URL");
    command.envs(pages.map(|pages| ("KL_PUBLIC_URL", pages)));
    command.output().expect("the program runs")
}

#[test]
fn a_card_without_an_address_says_which_setting_gives_one() {
    for (language, told) in [("nl", "Geen QR-code: "), ("en", "No QR code: ")] {
        let without = card(None, language);
        let (page, errors) = (String::from_utf8_lossy(&without.stdout), String::from_utf8_lossy(&without.stderr));
        assert!(without.status.success() && errors.starts_with(told) && errors.contains("KL_PUBLIC_URL"), "{errors}");
        assert_eq!(errors.lines().count(), 1, "{errors}");
        assert!(!page.contains("<svg") && !page.contains("127.0.0.1") && !page.contains("QR"), "{page}");
        let with = card(Some("https://kaart.example/"), language);
        let page = String::from_utf8_lossy(&with.stdout);
        assert!(page.contains("<svg") && page.contains("https://kaart.example/wie/leiden"), "{page}");
        assert!(with.stderr.is_empty(), "{}", String::from_utf8_lossy(&with.stderr));
    }
}
