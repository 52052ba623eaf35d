//! What was read, as changes of the register.

use super::{Line, Lines, Node, Organisations};
use crate::model::*;

/// The link kind of every imported link.
pub const LINK_KIND: &str = "works-with";

/// What every imported fact shares.
pub(super) struct Import<'a> {
    pub coalition: CoalitionId,
    pub source: SourceId,
    /// Name of the file.
    pub nodes: &'a str,
    /// Name of the file.
    pub links: &'a str,
}

impl Import<'_> {
    /// Everything in an order in which it can be put.
    pub fn batch(&self, name: Name, source: Source, from: Organisations, lines: Lines, complete: bool) -> Vec<Change> {
        let mut entities = vec![
            Entity::Source(source),
            Entity::Coalition(Coalition {
                id: self.coalition.clone(),
                name,
                aliases: Vec::new(),
                municipalities: Vec::new(),
                phase: Phase::Running,
                phases: Vec::new(),
                started: None,
                themes: Vec::new(),
                provenance: self.provenance(None),
            }),
        ];
        entities.extend(from.nodes.iter().map(|node| Entity::Organisation(self.organisation(node))));
        entities.extend(from.nodes.iter().map(|node| Entity::Membership(self.membership(node))));
        entities.extend(lines.iter().filter_map(|(ends, line)| self.claim(ends, line)).map(Entity::Claim));
        if complete {
            let scopes = [("lines", CoverageScope::Lines), ("members", CoverageScope::Members)];
            entities.extend(scopes.map(|(key, scope)| Entity::Coverage(self.coverage(key, scope))));
        }
        entities.into_iter().map(Change::put).collect()
    }

    pub fn key(&self, id: &str) -> String {
        format!("{}/{id}", self.coalition)
    }

    pub fn provenance(&self, at: Option<(&str, u64)>) -> Provenance {
        let at = at.and_then(|(file, row)| Note::new(format!("{file}:{row}")).ok());
        Provenance { source: Some(self.source), at, ..Provenance::default() }
    }

    fn organisation(&self, node: &Node) -> Organisation {
        let aliases = if node.id == node.label { Vec::new() } else { vec![node.id.clone()] };
        let number =
            || Some(Identifier { system: Name::new(self.nodes).ok()?, value: IdentifierValue::new(node.id.as_str()).ok()? });
        Organisation {
            id: OrganisationId::from_key(&self.key(node.id.as_str())),
            name: node.label.clone(),
            short_name: None,
            aliases,
            kinds: Vec::new(),
            domain: Some(node.domain),
            part_of: None,
            placeholder: false,
            identifiers: number().into_iter().collect(),
            provenance: self.provenance(Some((self.nodes, node.row))),
        }
    }

    fn membership(&self, node: &Node) -> Membership {
        Membership {
            id: MembershipId::from_key(&self.key(node.id.as_str())),
            coalition: self.coalition.clone(),
            party: self.party(node.id.as_str()),
            status: MembershipStatus::Participating,
            roles: Vec::new(),
            period: Period::default(),
            provenance: self.provenance(Some((self.nodes, node.row))),
        }
    }

    fn party(&self, id: &str) -> Party {
        Party::Organisation(OrganisationId::from_key(&self.key(id)))
    }

    /// The claim on one pair. `None` cannot happen: both ends differ and the code is a valid one.
    fn claim(&self, [a, b]: &[String; 2], line: &Line) -> Option<Claim> {
        Some(Claim {
            // No name holds a tab, so no two pairs share a key.
            id: ClaimId::from_key(&self.key(&format!("{a}\t{b}"))),
            coalition: self.coalition.clone(),
            scope: Scope::Pair(Pair::new(self.party(a), self.party(b)).ok()?),
            stance: Stance::Asserted,
            kind: LinkKindCode::new(LINK_KIND).ok()?,
            strength: line.strength,
            speaker: None,
            on_behalf_of: None,
            initiative: None,
            single_carrier: false,
            date: None,
            period: None,
            provenance: self.provenance(Some((self.links, line.row))),
        })
    }

    fn coverage(&self, key: &str, scope: CoverageScope) -> Coverage {
        Coverage {
            id: CoverageId::from_key(&self.key(key)),
            coalition: self.coalition.clone(),
            by: None,
            scope,
            about: None,
            level: None,
            status: None,
            complete: true,
            date: None,
            provenance: self.provenance(None),
        }
    }
}
