"""The same 1 000 rewired networks of one coalition by igraph and by NetworkX: seconds of the processor, and the means they find.

Usage: python chance.py FOLDER [DRAWS]
FOLDER holds organisations.csv, people.csv and links.csv, as `benches/country/generate.rs` makes them. Taken is the coalition with most
lines; `cargo bench --bench comparison -- FOLDER` prints the same of this program. Ten tries a line between two networks, as there;
each network is measured by transitivity, betweenness centralisation and cross efficiency. Ours keeps lines of governance partners
out of cross efficiency, so that this is drawn there from a second row of networks; here too.
"""

import csv
import random
import sys
import time
from collections import defaultdict
from pathlib import Path

import igraph
import networkx as nx

TRIES_A_LINE = 10


def read(folder):
    """The coalition with most lines: its domains and its lines."""

    def rows(name):
        with open(Path(folder) / name, newline="", encoding="utf-8") as file:
            yield from csv.DictReader(file)

    organisations = {row["id"]: row for row in rows("organisations.csv")}
    employer = {row["id"]: row["organisation"] for row in rows("people.csv")}
    lines = defaultdict(set)
    for row in rows("links.csv"):
        a, b = sorted((employer[row["from_person"]], employer[row["to_person"]]))
        coalition = organisations[a]["coalition"]
        if a != b and coalition == organisations[b]["coalition"]:
            lines[coalition].add((a, b))
    coalition = max(lines, key=lambda name: (len(lines[name]), name))
    members = [row for row in organisations.values() if row["coalition"] == coalition]
    place = {row["id"]: number for number, row in enumerate(members)}
    return coalition, [row["domain"] for row in members], [(place[a], place[b]) for a, b in sorted(lines[coalition])]


def centralisation(betweenness):
    return sum(max(betweenness) - it for it in betweenness) / (len(betweenness) - 1)


def mean_inverse(rows):
    inverse = [0.0 if steps in (None, float("inf")) else 1.0 / steps for row in rows for steps in row]
    return sum(inverse) / len(inverse)


def by_igraph(nodes, lines, stepped, sides, draws):
    found = [[], [], []]
    graph = igraph.Graph(n=nodes, edges=lines)
    for _ in range(draws):
        graph.rewire(n=TRIES_A_LINE * len(lines))
        found[0].append(graph.transitivity_undirected())
        pairs = (nodes - 1) * (nodes - 2) / 2
        found[1].append(centralisation([it / pairs for it in graph.betweenness(directed=False)]))
    graph = igraph.Graph(n=nodes, edges=stepped)
    for _ in range(draws):
        graph.rewire(n=TRIES_A_LINE * len(stepped))
        found[2].append(mean_inverse(graph.distances(*sides)))
    return found


def swapped(graph, lines):
    """NetworkX counts swaps that succeed; about as many as ten tries a line give."""
    nx.double_edge_swap(graph, nswap=3 * lines, max_tries=TRIES_A_LINE * lines * 100, seed=random)


def by_networkx(nodes, lines, stepped, sides, draws):
    found = [[], [], []]
    graph = nx.empty_graph(nodes)
    graph.add_edges_from(lines)
    for _ in range(draws):
        swapped(graph, len(lines))
        found[0].append(nx.transitivity(graph))
        found[1].append(centralisation(list(nx.betweenness_centrality(graph).values())))
    graph = nx.empty_graph(nodes)
    graph.add_edges_from(stepped)
    for _ in range(draws):
        swapped(graph, len(stepped))
        reached = (nx.single_source_shortest_path_length(graph, source) for source in sides[0])
        found[2].append(mean_inverse([steps.get(target) for target in sides[1]] for steps in reached))
    return found


def main():
    folder, draws = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    coalition, domains, lines = read(folder)
    stepped = [(a, b) for a, b in lines if "governance" not in (domains[a], domains[b])]
    sides = [[i for i, it in enumerate(domains) if it in wanted] for wanted in (("medical",), ("social", "informal"))]
    print(f"{coalition}: {len(domains)} organisations, {len(lines)} lines, {draws} networks of each row")
    random.seed(1)
    igraph.set_random_number_generator(random)
    # NetworkX takes minutes for a thousand; a tenth of them tells as much.
    for name, run, part in (("igraph " + igraph.__version__, by_igraph, 1), ("NetworkX " + nx.__version__, by_networkx, 10)):
        begun = time.process_time()
        found = run(len(domains), lines, stepped, sides, max(1, draws // part))
        seconds = (time.process_time() - begun) * part
        means = ", ".join(f"{sum(numbers) / len(numbers):.4f}" for numbers in found)
        told = "" if part == 1 else f" ({part} times that of {draws // part})"
        print(f"{name}: {seconds:.2f} s of processor{told}; means {means}")


main()
