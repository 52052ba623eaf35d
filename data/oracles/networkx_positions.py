"""Positions in seeded random networks, by NetworkX and igraph: the oracle of src/analysis/measures (betweenness to departure).

python networkx_positions.py > networkx_positions.json
Every value comes from a function of NetworkX where it has one; igraph must agree with it, or the script stops. Core and periphery:
every core is tried, and correlated by NumPy.
"""

import itertools
import json
import platform
import random

import igraph
import networkx as nx
import numpy as np

DOMAINS = ["medical", "social", "public_health", "governance"]


def networks():
    """Name, seed, graph: dense, sparse, split, hub-heavy, clustered, more than a batch of searches, without lines."""
    yield "gnp_dense", 21, nx.gnp_random_graph(14, 0.35, seed=21)
    yield "gnp_sparse", 22, nx.gnp_random_graph(40, 0.05, seed=22)
    yield "gnp_coalition", 23, nx.gnp_random_graph(60, 0.08, seed=23)
    yield "two_parts", 24, nx.disjoint_union(nx.gnp_random_graph(7, 0.5, seed=24), nx.gnp_random_graph(5, 0.7, seed=25))
    yield "preferential", 26, nx.barabasi_albert_graph(70, 2, seed=26)
    yield "small_world", 27, nx.connected_watts_strogatz_graph(36, 4, 0.1, seed=27)
    yield "tree", 28, nx.random_labeled_tree(13, seed=28)
    yield "caveman", 29, nx.connected_caveman_graph(4, 5)
    yield "no_lines", 30, nx.empty_graph(6)
    yield "karate", 31, nx.Graph(nx.karate_club_graph().edges)


def agree(ours, theirs):
    """igraph has NaN where NetworkX has NaN, and the same number elsewhere."""
    assert np.allclose(np.array(ours, float), np.array(theirs, float), atol=1e-9, equal_nan=True), (ours, theirs)


def list_of(graph, values):
    """By node; what is undefined is null."""
    return [None if values[v] != values[v] else round(float(values[v]), 12) for v in sorted(graph)]


def betweenness(graph):
    found = nx.betweenness_centrality(graph)
    n = graph.number_of_nodes()
    theirs = igraph.Graph(n=n, edges=list(graph.edges)).betweenness(directed=False)
    agree([found[v] for v in range(n)], [value * 2 / ((n - 1) * (n - 2)) for value in theirs])
    return found


def cores(graph):
    found = nx.core_number(graph)
    n = graph.number_of_nodes()
    agree([found[v] for v in range(n)], igraph.Graph(n=n, edges=list(graph.edges)).coreness())
    return [found[v] for v in range(n)]


def efficiency(distances, pairs):
    return sum(1 / distances[a][b] for a, b in pairs if b in distances[a]) / len(pairs)


def split(distances, pairs):
    return sum(b not in distances[a] for a, b in pairs) / len(pairs)


def departure(graph, medical, social, v):
    """Before and after over the pairs of those who remain."""
    others = [u for u in sorted(graph) if u != v]
    pairs = list(itertools.combinations(others, 2))
    across = [(a, b) for a in medical for b in social if v not in (a, b)]
    before = dict(nx.all_pairs_shortest_path_length(graph))
    after = dict(nx.all_pairs_shortest_path_length(graph.subgraph(others)))
    return [
        split(after, pairs),
        1 - efficiency(after, pairs),
        split(after, pairs) - split(before, pairs),
        efficiency(before, pairs) - efficiency(after, pairs),
        efficiency(after, across) - efficiency(before, across) if across else None,
    ]


def core_periphery(graph):
    """The best correlation of all cores, and the smallest first core that has it; pairs of core and periphery left out."""
    n = graph.number_of_nodes()
    pairs = list(itertools.combinations(range(n), 2))
    lines = np.array([graph.has_edge(*pair) for pair in pairs], float)
    first, second = np.array([a for a, _ in pairs]), np.array([b for _, b in pairs])
    best = None
    for size in range(2, n - 1):
        for core in itertools.combinations(range(n), size):
            inside = np.zeros(n, bool)
            inside[list(core)] = True
            kept = inside[first] == inside[second]
            x, y = inside[first][kept].astype(float), lines[kept]
            if x.std() == 0 or y.std() == 0:
                continue
            r = float(np.corrcoef(x, y)[0, 1])
            if best is None or r > best[0] + 1e-9:
                best = (r, list(core))
    return best and {"core": best[1], "correlation": round(best[0], 9)}


def golden(name, seed, graph):
    rng = random.Random(seed)
    n = graph.number_of_nodes()
    domains = [DOMAINS[v] if v < 2 else rng.choice(DOMAINS) for v in range(n)]
    medical, social = ([v for v in range(n) if domains[v] == side] for side in ("medical", "social"))
    links = sorted(sorted(link) for link in graph.edges)
    weights = [rng.randint(1, 9) for _ in links]
    nx.set_edge_attributes(graph, {tuple(link): weight for link, weight in zip(links, weights)}, "weight")
    claims = sorted({(a, b) if rng.random() < 0.5 else (b, a) for a, b in links + [rng.sample(range(n), 2) for _ in range(n)]})
    digraph = nx.DiGraph()
    digraph.add_nodes_from(range(n))
    digraph.add_edges_from(claims)
    between = betweenness(graph)
    across = nx.betweenness_centrality_subset(graph, medical, social, normalized=False)
    top, degrees = max(between.values()), [degree for _, degree in graph.degree]
    left = [departure(graph, medical, social, v) for v in range(n)]
    return {
        "name": name,
        "seed": seed,
        "domains": domains,
        "links": links,
        "weights": weights,
        "claims": claims,
        "betweenness": list_of(graph, between),
        "crossBetweenness": list_of(graph, {v: 2 * value for v, value in across.items()}),
        "harmonicCloseness": list_of(graph, {v: value / (n - 1) for v, value in nx.harmonic_centrality(graph).items()}),
        "constraint": list_of(graph, nx.constraint(graph)),
        "weightedConstraint": list_of(graph, nx.constraint(graph, weight="weight")),
        "effectiveSize": list_of(graph, nx.effective_size(graph)),
        "prestige": list_of(graph, nx.in_degree_centrality(digraph)),
        "coreNumber": cores(graph),
        "articulationPoints": sorted(nx.articulation_points(graph)),
        "bridges": sorted(sorted(bridge) for bridge in nx.bridges(graph)),
        "degreeCentralisation": round(sum(max(degrees) - degree for degree in degrees) / ((n - 1) * (n - 2)), 12),
        "betweennessCentralisation": round(sum(top - value for value in between.values()) / (n - 1), 12),
        "departure": [[None if value is None else round(value, 12) + 0.0 for value in row] for row in left],
        "corePeriphery": core_periphery(graph) if n <= 14 else None,
    }


def dump(value):
    """One network a block, one field a line: small, and readable in a diff."""
    fields = lambda network: ",\n".join(f"  {json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in network.items())
    blocks = ",\n".join("{\n" + fields(network) + "\n}" for network in value["networks"])
    print(f'{{\n"made": {json.dumps(value["made"])},\n"networks": [\n{blocks}\n]\n}}')


versions = {"networkx": nx.__version__, "igraph": igraph.__version__, "numpy": np.__version__, "python": platform.python_version()}
dump({"made": {"script": "networkx_positions.py"} | versions, "networks": [golden(*network) for network in networks()]})
