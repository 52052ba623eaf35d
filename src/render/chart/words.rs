//! The fixed words of charts: legend, axes, and what stands where nothing can be drawn.

use crate::model::Language;

/// Words in a language.
pub const fn say(language: Language, nl: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

macro_rules! words {
    ($($(#[doc = $doc:literal])+ $name:ident: $nl:literal, $en:literal;)+) => {
        $($(#[doc = $doc])+ pub const fn $name(language: Language) -> &'static str { say(language, $nl, $en) })+
    };
}

words! {
    /// Legend: a dot.
    value: "wat bekend is", "what is known";
    /// Legend: the dot of who was chosen.
    chosen: "gekozen coalitie", "chosen coalition";
    /// Legend: the dot of who was not.
    other: "andere coalitie", "other coalition";
    /// Legend: a whisker.
    bounds: "van niets tot alles van wat onbekend is", "from none to all of what is unknown";
    /// Legend: what chance gives.
    chance: "wat bij toeval te verwachten is", "what chance would give";
    /// Legend: no value.
    hollow: "geen kengetal", "no figure";
    /// Instead of dots.
    no_coalition: "Er is geen coalitie gekozen.", "No coalition was chosen.";
    /// Instead of dots and funnel: everything is suppressed.
    no_value: "Van geen van deze coalities is dit kengetal te geven. De tabel zegt per coalitie waarom.",
        "None of these coalitions has this figure. The table says why for each.";
    /// Name of the list of coalitions.
    coalitions: "Coalities", "Coalitions";
    /// Legend: the centre of a funnel.
    centre: "te verwachten bij deze grootte", "to be expected at this size";
    /// Legend: the inner limits.
    p95: "daartussen valt bij toeval 95 van de 100", "95 of 100 fall between these by chance";
    /// Legend: the outer limits.
    p998: "daartussen valt bij toeval 998 van de 1.000", "998 of 1,000 fall between these by chance";
    /// Under a funnel: names that had no room.
    unnamed: "Namen waar geen plaats voor was, staan in de tabel.", "Names that had no room are in the table.";
    /// Under a funnel: bounds of many points are not drawn.
    unbounded: "Wat er hooguit en minstens kan zijn, staat per coalitie in de tabel.",
        "The most and the least that there can be stand in the table for each coalition.";
    /// Under a funnel: who has no value.
    without: "Zonder kengetal", "Without a figure";
    /// Legend of the heat table: signed.
    signatory: "heeft getekend", "has signed";
    /// Legend: takes part.
    participating: "doet mee", "takes part";
    /// Legend: approached, wanted or seen.
    near: "benaderd, gewenst of gezien", "approached, wanted or seen";
    /// Legend: only the kind is known.
    placeholder: "alleen de soort is bekend", "only the kind is known";
    /// Legend: the list is closed.
    absent: "doet niet mee: de lijst is volledig", "does not take part: the list is complete";
    /// Legend: nobody said.
    unknown: "niet genoemd: onbekend", "not named: unknown";
    /// Instead of a heat table.
    no_kinds: "Er zijn geen soorten partners om te tonen.", "There are no kinds of partners to show.";
    /// Name of the list of kinds.
    kinds: "Soorten partners", "Kinds of partners";
    /// Above the list of numbered columns.
    columns: "Kolommen", "Columns";
    /// Instead of a tree.
    no_tree: "Voor een boom van gelijkenis zijn twee coalities nodig die te vergelijken zijn.",
        "A tree of likeness needs two coalitions that can be compared.";
    /// Name of the list of merges.
    merges: "Wie het eerst bij elkaar komen", "Who come together first";
    /// Joins two groups of names.
    and: "en", "and";
    /// After a number of names that are not written out.
    others: "andere", "others";
    /// Name of a height.
    apart: "verschil", "difference";
    /// Legend of a timeline: kept.
    kept: "toen gemeten en bewaard", "measured then and kept";
    /// Legend: computed.
    computed: "nu berekend, over die dag", "computed now, about that day";
    /// Legend: not known.
    not_known: "niet te zeggen", "cannot be said";
    /// Instead of a timeline.
    no_moment: "Van geen enkele dag is dit kengetal bekend.", "This figure is not known for any day.";
    /// Instead of a timeline of one moment; before the day.
    one_moment: "Er is één meting", "There is one measurement";
    /// After it.
    after_round: "Na de volgende ronde ziet u hier wat er veranderde.", "After the next round you will see here what changed.";
    /// Name of the list of days.
    days: "Metingen", "Measurements";
}

/// Short names of the months.
pub const fn months(language: Language) -> [&'static str; 12] {
    match language {
        Language::Nl => ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        Language::En => ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    }
}
