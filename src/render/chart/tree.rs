//! Which coalitions are alike: those that differ least come together first.

use super::frame::{Emphasis, Frame, NAME, SMALL, item, one_line};
use super::input::Tree;
use super::plot::{Area, Axis, BELOW, plot};
use super::words;
use crate::render::Width;
use crate::render::scene::{Anchor, Dash, Group, Pen, Point, Role, Scene, ink, straight};
use crate::render::text::{Face, width};

/// Width of the page on a screen.
const PAGE: f64 = 760.0;
/// From this many leaves on they stand closer.
const MANY: usize = 16;
/// Names that are written out for a branch.
const NAMES_TOLD: usize = 3;

/// Draws the chart.
pub fn scene(tree: &Tree, screen: Width) -> Scene {
    let mut frame = Frame::new(&tree.about, screen, PAGE);
    if tree.leaves.len() < 2 || tree.merges.is_empty() {
        frame.instead(words::no_tree(tree.about.language));
    } else {
        draw(tree, &mut frame);
    }
    frame.finish(&tree.about, "tree")
}

/// A branch: where it ends, and the leaves on it in the order they stand.
struct Branch {
    height: f64,
    row: f64,
    leaves: Vec<usize>,
}

/// All branches, leaves first, as the merges number them. A merge of what is not there is left out.
fn branches(tree: &Tree) -> Vec<Option<Branch>> {
    let row = |leaf: usize| tree.order.iter().position(|&at| at == leaf).map(|row| row as f64 + 0.5);
    let leaf = |leaf: usize| Some(Branch { height: 0.0, row: row(leaf)?, leaves: vec![leaf] });
    let mut all: Vec<Option<Branch>> = (0..tree.leaves.len()).map(leaf).collect();
    for merge in &tree.merges {
        let both = (all.get(merge.left).and_then(Option::as_ref), all.get(merge.right).and_then(Option::as_ref));
        let joined = match both {
            (Some(a), Some(b)) => {
                let mut leaves: Vec<usize> = a.leaves.iter().chain(&b.leaves).copied().collect();
                leaves.sort_by_key(|leaf| tree.order.iter().position(|at| at == leaf));
                Some(Branch { height: merge.height, row: (a.row + b.row) / 2.0, leaves })
            }
            _ => None,
        };
        all.push(joined);
    }
    all
}

fn draw(tree: &Tree, frame: &mut Frame) {
    let language = tree.about.language;
    let emphasis = Emphasis::among(tree.leaves.iter());
    let rows = tree.order.len();
    let pitch = if rows > MANY { 20.0 } else { 28.0 };
    let most = if frame.slim() { 112.0 } else { 220.0 };
    let names = tree.leaves.iter().map(|who| width(&who.name, NAME, Face::Bold)).fold(0.0, f64::max).min(most);
    let left = frame.margin + names + 12.0;
    let area = Area { left, top: frame.y + 6.0, width: frame.width - frame.margin - 14.0 - left, height: rows as f64 * pitch };
    let branches = branches(tree);
    let heights = branches.iter().flatten().map(|branch| branch.height);
    let x = Axis::round(heights.chain([0.0]), if frame.slim() { 3 } else { 5 }, false, language);
    let point = |height: f64, row: f64| (height, rows as f64 - row);
    // Of each merge four corners: along one branch, up, and along the other.
    let mut points = Vec::new();
    for (merge, joined) in tree.merges.iter().zip(&branches[tree.leaves.len()..]) {
        let ends = [merge.left, merge.right].map(|at| branches.get(at).and_then(Option::as_ref));
        if let ([Some(a), Some(b)], Some(joined)) = (ends, joined) {
            let corners = [(a.height, a.row), (joined.height, a.row), (joined.height, b.row), (b.height, b.row)];
            points.extend(corners.map(|(height, row)| point(height, row)));
        }
    }
    let (axes, places) = plot(area, &x, &Axis::bare(0.0, rows as f64), &points);
    frame.root.group(axes);
    let mut merges = Group::new("merges", Role::List(words::merges(language).to_owned()));
    let joined = branches[tree.leaves.len()..].iter().zip(&tree.merges).filter_map(|(it, merge)| Some((it.as_ref()?, merge)));
    for ((joined, merge), corners) in joined.zip(places.chunks_exact(4)) {
        let side = |at: usize| branches[at].as_ref().map(|it| names_of(tree, &it.leaves)).unwrap_or_default();
        let apart = super::plot::number(joined.height, 2, language);
        let label =
            format!("{} {} {}: {} {apart}", side(merge.left), words::and(language), side(merge.right), words::apart(language));
        merges.group(branch(corners, joined.height, label));
    }
    frame.root.group(merges);
    let mut list = Group::new("points", Role::List(words::coalitions(language).to_owned()));
    for (row, &leaf) in tree.order.iter().enumerate() {
        let Some(who) = tree.leaves.get(leaf) else { continue };
        let (mut outer, mut group) = item(who, &who.name);
        let face = emphasis.face(who);
        let y = area.top + (row as f64 + 0.5) * pitch + 4.5;
        group.text((left - 8.0, y), Anchor::End, one_line(&who.name, names, NAME, face), NAME, face, emphasis.ink(who));
        outer.group(group);
        list.group(outer);
    }
    frame.root.group(list);
    frame.y = area.top + area.height + BELOW + 12.0;
    let mut foot = Group::new("axis", Role::Hidden);
    let words = crate::render::text::flow(&tree.axis, frame.room(), SMALL, Face::Sans);
    for line in words {
        foot.text((frame.width - frame.margin, frame.y), Anchor::End, line, SMALL, Face::Sans, ink::SUB);
        frame.y += SMALL * 1.3;
    }
    frame.root.group(foot);
    frame.y -= 8.0;
}

fn branch(corners: &[Point], height: f64, label: String) -> Group {
    let mut outer = Group::new("merge", Role::ListItem).data("height", height.to_string());
    let mut group = Group::new("", Role::Named(label));
    group.mark(straight(corners, Pen::line(ink::INK, 1.6, Dash::Solid)));
    outer.group(group);
    outer
}

/// Names of a branch; of a large one the first.
fn names_of(tree: &Tree, leaves: &[usize]) -> String {
    let names: Vec<&str> = leaves.iter().filter_map(|&leaf| tree.leaves.get(leaf)).map(|who| who.name.as_str()).collect();
    if names.len() <= NAMES_TOLD {
        return names.join(", ");
    }
    let language = tree.about.language;
    let more = names.len() - NAMES_TOLD + 1;
    format!("{} {} {more} {}", names[..NAMES_TOLD - 1].join(", "), words::and(language), words::others(language))
}
