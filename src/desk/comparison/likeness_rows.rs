//! Which coalitions are like which, and why: distances with their reasons in both languages, and the tree.

use super::answer::*;
use super::kept::KeptProfile;
use crate::analysis::likeness::{
    self, Coverage, Features, KindState, LikenessReasons, Likenesses, MixingRatios, Portrait, domain_pairs,
};
use crate::analysis::measures::{Mixing, domain_groups};
use crate::analysis::profile::{self, KindPresence, Profile};
use crate::desk::words::*;
use crate::model::*;

/// Most coalitions that are told as most like one.
pub const NEAR_MAX: usize = 5;
/// Most reasons that are told for one of them.
const REASONS_MAX: usize = 3;
/// Most kinds of partner that one reason names.
const KINDS_TOLD_MAX: usize = 4;

/// A coalition as it is compared, from its profile. A coalition in preparation has no mixing ratios and no portrait: its few lines
/// say who was spoken of first. Cost: that of a portrait.
pub fn features(profile: &Profile) -> Features {
    let coverage = Coverage::of(norm_kinds(&profile.kinds).map(state));
    if profile.phase == Phase::Preparation {
        return Features { coverage, ratios: MixingRatios::NONE, portrait: None };
    }
    let input = &profile.input;
    let ratios = MixingRatios::of(&Mixing::of(&input.graph, &domain_groups(&input.domains), &input.unknown));
    // A network of which most pairs were not asked has the shape of its sources, not its own.
    let unknown = input.unknown.count(&input.graph) as f64;
    let known = unknown <= (1.0 - crate::analysis::measures::RESPONSE_SHARE_MIN) * input.graph.possible() as f64;
    let portrait = (known && input.graph.nodes() >= likeness::PORTRAIT_MEMBERS_MIN).then(|| Portrait::of(&input.graph));
    Features { coverage, ratios, portrait }
}

/// The kinds that weigh, in the order of the catalogue.
fn norm_kinds(kinds: &[KindPresence]) -> impl Iterator<Item = &KindPresence> {
    kinds.iter().filter(|it| likeness::kind_weight(it.expected) > 0)
}

/// The weight of each of these kinds.
pub fn weights(catalogue: &Catalogue) -> Vec<u32> {
    catalogue.kinds.iter().map(|kind| likeness::kind_weight(kind.expected)).filter(|&weight| weight > 0).collect()
}

fn state(presence: &KindPresence) -> Option<KindState> {
    use profile::KindState as Seen;
    match presence.state {
        Seen::Signatory | Seen::Participating => Some(KindState::TakesPart),
        Seen::Placeholder if presence.status == Some(MembershipStatus::Wanted) => Some(KindState::Wanted),
        Seen::Approached | Seen::Seen | Seen::Placeholder => Some(KindState::Near),
        Seen::Wanted => Some(KindState::Wanted),
        Seen::Absent => Some(KindState::Absent),
        Seen::Unknown => None,
    }
}

/// The same of profiles that are kept.
pub fn of_profiles(found: &[std::sync::Arc<KeptProfile>], catalogue: &Catalogue) -> Likeness {
    let compared = found.iter().map(|it| (&it.column.head.id, &it.column.head.name, &it.column.alike));
    rows(&compared.collect::<Vec<_>>(), catalogue)
}

/// The part of a comparison about likeness. Takes the coalitions in the order of the answer. The tree is grown in the order of their
/// ids, so that it does not change with the order in which they are asked. Cost: that of `Likenesses::of` and of the tree.
pub fn rows(compared: &[(&CoalitionId, &Name, &Features)], catalogue: &Catalogue) -> Likeness {
    let weights = weights(catalogue);
    // Sorted by id; `places` leads back to the order of the answer.
    let mut places: Vec<usize> = (0..compared.len()).collect();
    places.sort_by_key(|&place| compared[place].0);
    let features: Vec<Features> = places.iter().map(|&place| compared[place].2.clone()).collect();
    let found = Likenesses::of(&features, &weights);
    let teller = Teller { kinds: catalogue.kinds.iter().filter(|it| likeness::kind_weight(it.expected) > 0).collect() };
    let mut near = vec![Vec::new(); compared.len()];
    for (of, &place) in places.iter().enumerate() {
        let rows = found.nearest(of).into_iter().take(NEAR_MAX).filter_map(|other| {
            let pair = found.between(of, other)?;
            let reasons = likeness::likeness_reasons(&features[of], &features[other], &weights);
            let (own, its) = (compared[place].1, compared[places[other]].1);
            Some(NearCoalition {
                coalition: compared[places[other]].0.clone(),
                distance: pair.distance?,
                coverage: pair.coverage.distance(),
                mixing: pair.mixing.distance(),
                portrait: pair.portrait,
                evidence: pair.evidence,
                compared: teller.compared(pair),
                reasons: teller.reasons(&reasons, own, its),
            })
        });
        near[place] = rows.collect();
    }
    let tree = likeness::likeness_tree(&found);
    let left_out: Vec<usize> = tree.left_out.iter().map(|&it| places[it]).collect();
    let words = how(catalogue, &left_out.iter().map(|&place| compared[place].1).collect::<Vec<_>>());
    Likeness { near, tree: grown(&tree, &places, compared), left_out: ids(&left_out, compared), words }
}

fn ids(places: &[usize], compared: &[(&CoalitionId, &Name, &Features)]) -> Vec<CoalitionId> {
    places.iter().map(|&place| compared[place].0.clone()).collect()
}

/// The tree, numbered by the order of the answer: a coalition is its place there, the outcome of step i the number of coalitions + i.
fn grown(tree: &likeness::LikenessTree, places: &[usize], compared: &[(&CoalitionId, &Name, &Features)]) -> Option<LikenessTree> {
    if tree.merges.is_empty() {
        return None;
    }
    let leaves = tree.leaves.len();
    let branch = |it: usize| it.checked_sub(leaves).map_or_else(|| places[tree.leaves[it]], |step| compared.len() + step);
    let merge =
        |it: &likeness::Merge| LikenessMerge { left: branch(it.left), right: branch(it.right), height: it.height, size: it.size };
    let order: Vec<usize> = tree.order.iter().map(|&leaf| places[tree.leaves[leaf]]).collect();
    Some(LikenessTree { order: ids(&order, compared), merges: tree.merges.iter().map(merge).collect() })
}

/// How likeness was measured, and who could not be.
fn how(catalogue: &Catalogue, left_out: &[&Name]) -> Words {
    let norm = &catalogue.norm.version;
    both(|language| {
        let names: Vec<String> = left_out.iter().map(|name| name.to_string()).collect();
        let text = match language {
            Language::Nl => format!(
                "Vergeleken is welke soorten partners van norm {norm} meedoen (kern telt dubbel) en, waar genoeg gevraagd is, welke domeinen meer of minder lijnen hebben dan bij toeval. Onbekend telt niet mee; zolang een lijst van partners niet volledig is, is vooral bekend wie er wel zijn, en lijken coalities meer op elkaar dan zij misschien doen. 0 is gelijk, 1 is niets gemeen."
            ),
            Language::En => format!(
                "Compared is which kinds of partner of norm {norm} take part (core counts double) and, where enough was asked, which domains have more or fewer lines than by chance. Unknown does not count; as long as a list of partners is not complete, it is mostly known who is there, and coalitions seem more alike than they may be. 0 is the same, 1 is nothing in common."
            ),
        };
        match (names.is_empty(), language) {
            (true, _) => text,
            (false, Language::Nl) => {
                format!("{text} Niet in de boom, omdat er te weinig te vergelijken is: {}.", list(&names, language))
            }
            (false, Language::En) => {
                format!("{text} Not in the tree, because too little can be compared: {}.", list(&names, language))
            }
        }
    })
}

/// Tells reasons in the words of the catalogue.
struct Teller<'a> {
    /// The kinds that weigh, in order.
    kinds: Vec<&'a PartnerKind>,
}

impl Teller<'_> {
    /// "Vergeleken op 6 van de 28 soorten partners."
    fn compared(&self, pair: &likeness::Likeness) -> Words {
        let (kinds, of, domains) = (pair.coverage.features, self.kinds.len(), pair.mixing.features);
        both(|language| match (domains, language) {
            (0, Language::Nl) => format!("Vergeleken op {kinds} van de {of} soorten partners."),
            (0, Language::En) => format!("Compared on {kinds} of the {of} kinds of partner."),
            (_, Language::Nl) => format!("Vergeleken op {kinds} van de {of} soorten partners en {domains} paren van domeinen."),
            (_, Language::En) => format!("Compared on {kinds} of the {of} kinds of partner and {domains} pairs of domains."),
        })
    }

    /// The first few reasons: what is shared, what differs, how the domains find each other.
    fn reasons(&self, reasons: &LikenessReasons, own: &Name, other: &Name) -> Vec<Words> {
        let mut told = Vec::new();
        if !reasons.both_have.is_empty() {
            told.push(both(|language| {
                let kinds = self.named(&reasons.both_have, language);
                format!(
                    "{}: {kinds}.",
                    pick(language, "Dezelfde soorten partners doen mee", "The same kinds of partner take part")
                )
            }));
        }
        let differs: Vec<Words> = [(&reasons.first_has, own), (&reasons.other_has, other)]
            .into_iter()
            .filter(|(kinds, _)| !kinds.is_empty())
            .map(|(kinds, name)| {
                both(|language| {
                    let kinds = self.named(kinds, language);
                    match language {
                        Language::Nl => format!("alleen {name} heeft {kinds}"),
                        Language::En => format!("only {name} has {kinds}"),
                    }
                })
            })
            .collect();
        if !differs.is_empty() {
            told.push(both(|language| {
                let parts: Vec<&str> = differs.iter().map(|it| it.in_language(language)).collect();
                format!("{}: {}.", pick(language, "Verschil", "Difference"), parts.join("; "))
            }));
        }
        told.extend(self.domains(reasons, own, other));
        if !reasons.both_near.is_empty() {
            told.push(both(|language| {
                let kinds = self.named(&reasons.both_near, language);
                format!("{}: {kinds}.", pick(language, "Bij beide in beeld", "In view in both"))
            }));
        }
        if told.is_empty() && !reasons.neither_has.is_empty() {
            told.push(both(|language| {
                let kinds = self.named(&reasons.neither_has, language);
                format!("{}: {kinds}.", pick(language, "Bij geen van beide doet mee", "Takes part in neither"))
            }));
        }
        told.truncate(REASONS_MAX);
        told
    }

    /// What tells most about who has lines with whom.
    fn domains(&self, reasons: &LikenessReasons, own: &Name, other: &Name) -> Option<Words> {
        let (more, less) =
            (reasons.first_more.first().map(|&pair| (pair, own)), reasons.other_more.first().map(|&pair| (pair, other)));
        if let Some((pair, name)) = more.or(less) {
            return Some(both(|language| {
                let between = between(pair, language);
                match language {
                    Language::Nl => format!("Verschil: {between} heeft {name} voor de omvang meer lijnen."),
                    Language::En => format!("Difference: {between} {name} has more lines for its size."),
                }
            }));
        }
        let &pair = reasons.alike_pairs.first()?;
        Some(both(|language| {
            let between = between(pair, language);
            match language {
                Language::Nl => format!("{} hebben beide voor hun omvang ongeveer evenveel lijnen.", sentence_case(&between)),
                Language::En => format!("{} both have about as many lines for their size.", sentence_case(&between)),
            }
        }))
    }

    /// The heaviest few by name, and how many more.
    fn named(&self, kinds: &[usize], language: Language) -> String {
        let name = |&kind: &usize| self.kinds.get(kind).map(|it| lower_first(it.name.in_language(language)));
        let mut names: Vec<String> = kinds.iter().take(KINDS_TOLD_MAX).filter_map(name).collect();
        let more = kinds.len() - kinds.len().min(KINDS_TOLD_MAX);
        if more > 0 {
            names.push(match language {
                Language::Nl => format!("nog {more}"),
                Language::En => format!("{more} more"),
            });
        }
        list(&names, language)
    }
}

/// "tussen het medische en het sociale domein".
fn between(pair: usize, language: Language) -> String {
    let (a, b) = domain_pairs().nth(pair).unwrap_or_default();
    crate::desk::phrases::between([Domain::ALL[a], Domain::ALL[b]], language)
}
